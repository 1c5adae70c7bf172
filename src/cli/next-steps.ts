import type {Bilingual} from '../bilingual.ts'
import type {CreatedProject} from '../project/create-project.ts'
import {program, quoted} from './program.ts'

interface NextStepsContext {
  /** The folder as it was typed. */
  readonly dir: string
  readonly exists: (commandId: string) => boolean
}

/** What to type after `init`. */
export function nextSteps(
  {folder, template, files, replaced, direction, contact}: CreatedProject,
  {dir, exists}: NextStepsContext,
): Bilingual {
  const bot = `skillbases/${template}.yaml`
  const who = Object.entries(contact).map(([name, value]) => ` --contact ${name}=${quoted(value)}`)
  const voicectl = program(folder)
  const outbound = direction === 'outbound' ? ` --direction outbound${who.join('')}` : ''
  const steps: readonly (readonly [string, string])[] = [
    ['skillbase:apply', `${voicectl} skillbase apply -f ${bot}`],
    ['call:simulate', `${voicectl} call simulate ${template}${outbound}`],
    ['doctor', `${voicectl} doctor`],
  ]
  const there = asTyped(dir, folder)
  const lines = [...(there === '.' ? [] : [`cd ${quoted(there)}`]), ...steps.filter(([id]) => exists(id)).map(([, line]) => line)]
  const list = lines.map((line) => `  ${line}`).join('\n')
  const old = replaced.join(', ')
  return {
    en: `${files.length} files${old && `, replaced: ${old}`}. Next:\n${list}`,
    ru: `Файлов: ${files.length}${old && `, заменены: ${old}`}. Дальше:\n${list}`,
  }
}

/** A script of npm runs in the folder of its package, wherever the shell is. */
const asTyped = (dir: string, folder: string): string => ((process.env['INIT_CWD'] ?? process.cwd()) === process.cwd() ? dir : folder)
