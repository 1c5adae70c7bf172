import {createReadStream} from 'node:fs'
import {AppError} from '../errors.ts'

/**
 * The lines of a file, or of stdin for `-`, one by one and without their breaks.
 * Not `readline`: it also breaks lines at U+2028, which JSON does not escape.
 * @throws AppError NOT_UTF8, LINE_TOO_LONG (usage); the system's error when the file cannot be read
 */
export async function* readLines(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', {fatal: true})
  const decode = (chunk?: Buffer): string => {
    try {
      return decoder.decode(chunk, {stream: chunk !== undefined})
    } catch (cause) {
      throw notUtf8(file, cause)
    }
  }
  let rest = ''
  let number = 1
  for await (const chunk of file === '-' ? process.stdin : createReadStream(file)) {
    const parts = (rest + decode(chunk as Buffer)).split('\n')
    rest = parts.pop()!
    for (const part of parts) {
      if (part.length > longestLine) throw tooLong(file, number)
      yield part.replace(/\r$/, '')
      number++
    }
    if (rest.length > longestLine) throw tooLong(file, number)
  }
  rest += decode()
  if (rest !== '') yield rest
}

/** Characters. A file without line breaks is no list of rows, and would have to fit into memory. */
const longestLine = 1_000_000

const tooLong = (file: string, number: number): AppError => {
  const place = `${file === '-' ? 'stdin' : file}:${number}`
  return new AppError(
    'LINE_TOO_LONG',
    {en: `${place} has more than ${longestLine} characters.`, ru: `В строке ${place} больше ${longestLine} знаков.`},
    {exit: 'usage', hint: {en: 'One row a line.', ru: 'Каждая строка файла содержит одну запись.'}},
  )
}

const notUtf8 = (file: string, cause: unknown): AppError =>
  new AppError(
    'NOT_UTF8',
    {en: `Not UTF-8: ${file === '-' ? 'stdin' : file}.`, ru: `Не в UTF-8: ${file === '-' ? 'stdin' : file}.`},
    {exit: 'usage', cause, hint: {en: 'Save it as UTF-8.', ru: 'Сохраните файл в UTF-8.'}},
  )
