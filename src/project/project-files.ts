import {AppError} from '../errors.ts'
import {personalise} from './personalise.ts'
import {templateText} from './templates.ts'
import type {NewProject} from './new-project.ts'

/** One file of a new project; `path` uses slashes and is relative to its folder. */
export interface ProjectFile {
  readonly path: string
  readonly text: string
  /** A file of this name that stands there keeps what it says; the lines that it lacks are added. */
  readonly addLines?: true
}

/** Everything `init` writes, in memory: nothing is touched before all of it is known to be good. */
export async function projectFiles(project: NewProject, templates: string): Promise<ProjectFile[]> {
  const {template, language} = project
  const read = (...names: readonly string[]) => templateText(templates, ...names)
  const skillbase = need(read(`skillbases/${template}.${language}.yaml`), `skillbases/${template}.${language}.yaml`)
  const test = read(`skillbases/tests/${template}.${language}.test.yaml`)
  const own = need(read(`project/voicectl.${language}.yaml`), `project/voicectl.${language}.yaml`)
  const yaml = await personalise({settings: own, skillbase, test}, project)
  return [
    {path: 'voicectl.yaml', text: yaml.settings},
    {path: `skillbases/${template}.yaml`, text: yaml.skillbase},
    ...(yaml.test === undefined ? [] : [{path: `tests/${template}.test.yaml`, text: yaml.test}]),
    {
      path: 'lists/contacts.csv',
      // A bot that speaks about its contact needs columns of its own.
      text: need(
        read(`call-lists/${template}.csv`, `call-lists/contacts.${language}.csv`, 'call-lists/contacts.csv'),
        'call-lists/contacts.csv',
      ),
    },
    {path: '.gitignore', text: need(read('project/gitignore'), 'project/gitignore'), addLines: true},
  ]
}

function need(text: string | undefined, name: string): string {
  if (text !== undefined) return text
  throw new AppError(
    'TEMPLATE_NOT_FOUND',
    {en: `The template file ${name} is missing.`, ru: `Нет файла шаблона ${name}.`},
    {hint: {en: 'Install voicectl again.', ru: 'Переустановите voicectl.'}},
  )
}
