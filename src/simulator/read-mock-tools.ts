import {readFileSync} from 'node:fs'
import type {ToolRunner} from '../dialogue/conversation/ports.ts'
import {AppError} from '../errors.ts'
import {mockToolRunner, mockTools} from './mock-tools.ts'

/** Answers of tools from a YAML file, shaped as in scenario tests: `calendar.book: [{return: {ok: true}}]`. @throws AppError BAD_TOOLS_FILE */
export async function readMockTools(path: string): Promise<ToolRunner> {
  const {parse} = await import('yaml')
  try {
    return mockToolRunner(mockTools.parse(parse(readFileSync(path, 'utf8'))))
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : ''
    throw new AppError(
      'BAD_TOOLS_FILE',
      {en: `The answers of tools in ${path} cannot be used: ${why}`, ru: `Ответы инструментов из ${path} не годятся: ${why}`},
      {
        exit: 'usage',
        cause: error,
        hint: {en: 'Write them like `calendar.book: [{return: {ok: true}}]`.', ru: 'Пишите так: `calendar.book: [{return: {ok: true}}]`.'},
      },
    )
  }
}
