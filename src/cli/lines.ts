import {streamOf} from '../bounded-read.ts'
import {AppError} from '../errors.ts'
import {unreadableFile} from '../file-errors.ts'

/**
 * The lines of a file, or of stdin for `-`, one by one and without their breaks.
 * Not `readline`: it also breaks lines at U+2028, which JSON does not escape.
 * @throws AppError NOT_UTF8, LINE_TOO_LONG (usage); FILE_NOT_FOUND (not found), FILE_UNREADABLE
 */
export async function* readLines(file: string): AsyncGenerator<string> {
  const name = file === '-' ? 'stdin' : file
  const decoder = new TextDecoder('utf-8', {fatal: true})
  const decode = (chunk?: Buffer): string => {
    try {
      return decoder.decode(chunk, {stream: chunk !== undefined})
    } catch (cause) {
      throw notUtf8(name, cause)
    }
  }
  let rest = ''
  let number = 1
  for await (const chunk of chunks(file, name)) {
    const parts = (rest + decode(chunk)).split('\n')
    rest = parts.pop()!
    for (const part of parts) {
      if (part.length > longestLine) throw tooLong(name, number)
      yield part.replace(/\r$/, '')
      number++
    }
    if (rest.length > longestLine) throw tooLong(name, number)
  }
  rest += decode()
  if (rest !== '') yield rest
}

async function* chunks(file: string, name: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of file === '-' ? process.stdin : await streamOf(file)) yield chunk as Buffer
  } catch (error) {
    throw unreadableFile(name, error)
  }
}

/** Characters. A file without line breaks is no list of rows, and would have to fit into memory. */
const longestLine = 1_000_000

const tooLong = (name: string, number: number): AppError =>
  new AppError(
    'LINE_TOO_LONG',
    {en: `${name}:${number} has more than ${longestLine} characters.`, ru: `В строке ${name}:${number} больше ${longestLine} знаков.`},
    {
      exit: 'usage',
      hint: {en: 'A line holds one row, or what is said in one breath.', ru: 'В одной строке — одна запись или одна реплика.'},
    },
  )

/** @param place the file, with the line where it is known; or the flag */
export const notUtf8 = (place: string, cause?: unknown): AppError =>
  new AppError(
    'NOT_UTF8',
    {en: `Not UTF-8: ${place}.`, ru: `Не в UTF-8: ${place}.`},
    {
      exit: 'usage',
      cause,
      hint: place.startsWith('--')
        ? {en: 'Use a terminal that writes UTF-8.', ru: 'Нужен терминал с кодировкой UTF-8.'}
        : {en: 'Save it as UTF-8.', ru: 'Сохраните файл в UTF-8.'},
    },
  )
