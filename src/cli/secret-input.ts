import {type Bilingual, uiLanguage} from '../bilingual.ts'
import {AppError} from '../errors.ts'
import {canAsk} from './confirm.ts'
import {readStdin} from './stdin.ts'

/**
 * What stands on stdin and may be a secret; on a terminal, which would show it as it is typed, the answer to a hidden question.
 * @param what names it in the question
 * @returns undefined for bytes that are no text
 * @throws AppError TERMINAL_SHOWS (usage) where nobody may be asked
 */
export async function readSecretInput(what: Bilingual, json: boolean): Promise<string | undefined> {
  return process.stdin.isTTY ? askHidden(what, json) : readStdin()
}

/** @throws AppError TERMINAL_SHOWS (usage) where nobody may be asked */
async function askHidden(what: Bilingual, json: boolean): Promise<string> {
  if (!canAsk(json)) throw terminalShows(what)
  const {askSecret} = await import('./questions.ts')
  return askSecret(hiddenQuestion(what)[uiLanguage()])
}

const hiddenQuestion = ({en, ru}: Bilingual): Bilingual => ({en: `${en} (hidden)`, ru: `${ru} (не видно при вводе)`})

const terminalShows = (what: Bilingual) =>
  new AppError(
    'TERMINAL_SHOWS',
    {
      en: `${what.en} is not read from a terminal, which would show it.`,
      ru: `${what.ru}: с терминала не читается, там его было бы видно.`,
    },
    {
      exit: 'usage',
      hint: {
        en: 'Pipe it in (`< FILE`), or run this without `--json`, with stderr on the terminal and without CI: the question is hidden.',
        ru: 'Передайте через stdin (`< ФАЙЛ`) или запустите без `--json`, со stderr на терминале и без CI: вопрос будет скрытым.',
      },
    },
  )
