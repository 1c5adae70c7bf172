import {join} from 'node:path'
import {megabyte, readFileWithin} from '../../bounded-read.ts'
import {AppError} from '../../errors.ts'
import {templatesFolder} from '../../templates-folder.ts'
import {utf8} from '../../utf8.ts'
import type {Language} from '../schema/primitives.ts'

/** The prompt common to all bots of a platform, by language. */
export type PromptBase = Readonly<Record<Language, string>>

/** More would crowd out the conversation, and is probably another file. */
const maxLength = 50_000

const remembered = new Map<string, Promise<string>>()

/**
 * The file of the configuration (`prompt.baseFile`) for every language, or the built-in prompts.
 * Read once per process; a changed file counts from the next start.
 *
 * @throws AppError BASE_PROMPT_UNREADABLE, BASE_PROMPT_NOT_UTF8, BASE_PROMPT_TOO_LONG
 */
export async function basePrompt(baseFile?: string): Promise<PromptBase> {
  const path = (lang: Language) => baseFile ?? join(templatesFolder(), 'prompts', `base.${lang}.md`)
  const [ru, en] = await Promise.all([once(path('ru')), once(path('en'))])
  return {ru, en}
}

function once(path: string): Promise<string> {
  const known = remembered.get(path)
  if (known) return known
  const text = read(path)
  remembered.set(path, text)
  text.catch(() => remembered.delete(path))
  return text
}

async function read(path: string): Promise<string> {
  const bytes = await readFileWithin(path, megabyte).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof AppError) throw error
    throw new AppError(
      'BASE_PROMPT_UNREADABLE',
      {en: `Cannot read the base prompt ${path} (${error.code}).`, ru: `Не удаётся прочитать базовый промпт ${path} (${error.code}).`},
      {exit: 'usage', cause: error, hint},
    )
  })
  const text = utf8(bytes)
  if (typeof text === 'number') throw notUtf8(path, text)
  if (text.length <= maxLength) return text
  throw new AppError(
    'BASE_PROMPT_TOO_LONG',
    {
      en: `The base prompt ${path} has ${text.length} characters; at most ${maxLength}.`,
      ru: `В базовом промпте ${path} ${text.length} знаков, допустимо не больше ${maxLength}.`,
    },
    {exit: 'usage', hint},
  )
}

const notUtf8 = (path: string, line: number) =>
  new AppError(
    'BASE_PROMPT_NOT_UTF8',
    {
      en: `The base prompt ${path} is not UTF-8 in line ${line}; save it as UTF-8.`,
      ru: `Базовый промпт ${path} не в UTF-8, строка ${line}; сохраните его в UTF-8.`,
    },
    {exit: 'usage', hint},
  )

const hint = {en: 'Correct `prompt.baseFile` or remove it.', ru: 'Исправьте `prompt.baseFile` или уберите его.'}
