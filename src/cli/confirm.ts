import {type Bilingual, uiLanguage} from '../bilingual.ts'
import {readFileWithin} from '../bounded-read.ts'
import {AppError} from '../errors.ts'
import {cancelled} from './interrupt.ts'
import {replacesFile} from './output-file.ts'

/** Whether a person is there to answer a question. Never true in a pipe, in CI or under `--json`. */
export const canAsk = (json: boolean): boolean => whyNot(json) === undefined

/** Why nothing is asked; undefined when it is. A terminal that is there and not asked on has to be explained. */
function whyNot(json: boolean): Bilingual | undefined {
  const hasTerminal = Boolean(process.stdin.isTTY && process.stderr.isTTY)
  if (!hasTerminal) return {en: 'there is no terminal to ask on', ru: 'спросить не у кого, терминала нет'}
  if (json) return {en: 'with `--json` nothing is asked', ru: 'с `--json` вопросов не задают'}
  if (isCi(process.env))
    return {en: 'CI is set in the environment, so nothing is asked', ru: 'в окружении задана переменная CI, поэтому вопросов не задают'}
  return undefined
}

/** As other programs take it: whoever sets it to no says that this is none. */
const isCi = ({CI: value = ''}: NodeJS.ProcessEnv): boolean => !['', '0', 'false'].includes(value.toLowerCase())

const sentence = (words: string): string => `${words[0]!.toUpperCase()}${words.slice(1)}.`

/** Asks before something that cannot be undone. Without a terminal, `--yes` is the only answer that counts. */
export async function confirm(question: Bilingual, {yes, json}: {readonly yes: boolean; readonly json: boolean}): Promise<void> {
  if (yes) return
  const why = whyNot(json)
  if (why) {
    throw new AppError(
      'CONFIRMATION_REQUIRED',
      {en: `Not done without a confirmation: ${question.en}`, ru: `Без подтверждения не сделано: ${question.ru}`},
      {
        exit: 'usage',
        hint: {en: `Add \`--yes\`; ${why.en}.`, ru: `Добавьте \`--yes\`: ${why.ru}.`},
      },
    )
  }
  const {askYesNo} = await import('./questions.ts')
  const agreed = await askYesNo(question[uiLanguage()])
  if (!agreed) throw cancelled()
}

/** Asks before a file is replaced; not when it says the same already. @throws as `confirm` does */
export async function confirmReplacing(file: string, wish: {readonly yes: boolean; readonly json: boolean}, text?: string): Promise<void> {
  if (!replacesFile(file)) return
  if (text !== undefined && (await holds(file, text))) return
  await confirm({en: `Replace ${file}?`, ru: `Заменить ${file}?`}, wish)
}

const holds = async (file: string, text: string): Promise<boolean> => {
  const wanted = Buffer.from(text)
  return (await readFileWithin(file, wanted.length).catch(() => undefined))?.equals(wanted) ?? false
}

/** For questions that have flags: fails when nobody can be asked, and names the flags that would have answered. */
export function requireTerminal(json: boolean, flags: readonly string[]): void {
  const why = whyNot(json)
  if (!why) return
  const list = flags.join(', ')
  throw new AppError(
    'MISSING_FLAG',
    {en: `Missing: ${list}. ${sentence(why.en)}`, ru: `Не хватает: ${list}. ${sentence(why.ru)}`},
    {
      exit: 'usage',
      hint:
        flags.length === 1
          ? {en: 'Give it on the command line.', ru: 'Укажите его в командной строке.'}
          : {en: 'Give them on the command line.', ru: 'Укажите их в командной строке.'},
    },
  )
}
