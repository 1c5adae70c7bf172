import type {Bilingual} from '../bilingual.ts'
import type {CreatedProject} from '../project/create-project.ts'
import {program, quoted} from './program.ts'

interface NextStepsContext {
  /** The folder as it was typed. */
  readonly dir: string
  readonly exists: (commandId: string) => boolean
}

/** What to type after `init`. */
export function nextSteps({template, files, replaced, direction, contact}: CreatedProject, {dir, exists}: NextStepsContext): Bilingual {
  const bot = `skillbases/${template}.yaml`
  const who = Object.entries(contact).map(([name, value]) => ` --contact ${name}=${quoted(value)}`)
  const outbound = direction === 'outbound' ? ` --direction outbound${who.join('')}` : ''
  const steps: readonly (readonly [string, string])[] = [
    ['skillbase:apply', `${program()} skillbase apply -f ${bot}`],
    ['call:simulate', `${program()} call simulate ${template}${outbound}`],
    ['doctor', `${program()} doctor`],
  ]
  const lines = [...(dir === '.' ? [] : [`cd ${quoted(dir)}`]), ...steps.filter(([id]) => exists(id)).map(([, line]) => line)]
  const list = lines.map((line) => `  ${line}`).join('\n')
  const old = replaced.join(', ')
  return {
    en: `${files.length} files${old && `, replaced: ${old}`}. Next:\n${list}`,
    ru: `Файлов: ${files.length}${old && `, заменены: ${old}`}. Дальше:\n${list}`,
  }
}
