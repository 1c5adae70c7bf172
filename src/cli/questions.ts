import {type Bilingual, uiLanguage} from '../bilingual.ts'
import {printable} from '../printable.ts'

export interface Choice<Value> {
  readonly value: Value
  readonly name?: string
}

/** A question with a line for an answer. @throws the library's cancellation, as all of these: `reportError` tells it */
export async function askText(
  question: string,
  options: {readonly suggestion: string; check(answer: string): true | string},
): Promise<string> {
  const {input} = await import('@inquirer/prompts')
  const validate = (answer: string) => (answer === '' ? words.empty[uiLanguage()] : options.check(answer))
  return answered((context) => input({message: printable(question), default: options.suggestion, validate}, context))
}

/** A question whose answer is never shown, whatever key is pressed. */
export async function askSecret(question: string): Promise<string> {
  const {password} = await import('@inquirer/prompts')
  // Without this ctrl+t shows what was typed, and `mask` would show how long it is.
  const hidden = {toggleMask: false, theme: {style: {maskedText: words.masked[uiLanguage()]}}}
  return answered((context) => password({message: printable(question), ...hidden}, context))
}

/** A question with two answers; no is the one that Enter gives. */
export async function askYesNo(question: string): Promise<boolean> {
  const {confirm} = await import('@inquirer/prompts')
  const lang = uiLanguage()
  const keywords = {yes: words.yes[lang], no: words.no[lang], error: () => words.yesOrNo[lang]}
  return answered((context) => confirm({message: printable(question), default: false, theme: {keywords}}, context))
}

/** A question with several answers to choose from. */
export async function askOne<Value>(question: string, choices: readonly Choice<Value>[], suggestion?: Value): Promise<Value> {
  const {select} = await import('@inquirer/prompts')
  const lang = uiLanguage()
  const keysHelpTip = () => words.keys[lang]
  return answered((context) =>
    select<Value>(
      {
        message: printable(question),
        choices: [...choices],
        theme: {style: {keysHelpTip}},
        ...(suggestion !== undefined && {default: suggestion}),
      },
      context,
    ),
  )
}

interface Context {
  readonly output: NodeJS.WriteStream
  readonly signal: AbortSignal
}

/** Asks on stderr: stdout is for the result. Ctrl-D closes the terminal's input, and then nothing else would end the question. */
async function answered<Answer>(ask: (context: Context) => Promise<Answer>): Promise<Answer> {
  const given = new AbortController()
  const leave = () => given.abort()
  process.once('beforeExit', leave)
  try {
    return await ask({output: process.stderr, signal: given.signal})
  } finally {
    process.off('beforeExit', leave)
  }
}

const words = {
  yes: {en: 'Yes', ru: 'Да'},
  no: {en: 'No', ru: 'Нет'},
  yesOrNo: {en: 'Answer yes or no.', ru: 'Ответьте «да» или «нет».'},
  empty: {en: 'Type something.', ru: 'Введите что-нибудь.'},
  masked: {en: '[not shown]', ru: '[не видно]'},
  keys: {en: '↑↓ move • ⏎ choose', ru: '↑↓ перейти • ⏎ выбрать'},
} satisfies Record<string, Bilingual>
