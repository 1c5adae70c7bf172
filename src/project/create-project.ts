import type {NewProject} from './new-project.ts'
import {join, resolve} from 'node:path'
import type {UiLanguage} from '../bilingual.ts'
import {placeFiles} from './place-files.ts'
import {projectFiles, type ProjectFile} from './project-files.ts'
import {requireTemplate} from './templates.ts'

export interface CreatedProject {
  readonly folder: string
  readonly template: string
  readonly language: UiLanguage
  /** `outbound` when the bot has a greeting of its own for people it calls. */
  readonly direction: 'inbound' | 'outbound'
  /** First row of the sample call list, without the number and the zone. */
  readonly contact: Readonly<Record<string, string>>
  /** Relative to the folder. */
  readonly files: readonly string[]
  /** Those of them that stood there before. */
  readonly replaced: readonly string[]
}

/**
 * Makes a project folder: settings, a bot, its test, a sample call list.
 * @param deps.templates folder of templates
 * @throws AppError TEMPLATE_NOT_FOUND, FOLDER_NOT_EMPTY, NOT_A_FOLDER, FOLDER_IN_THE_WAY; nothing is left behind
 */
export async function createProject(project: NewProject, {templates}: {readonly templates: string}): Promise<CreatedProject> {
  const {folder, template, language, force} = project
  requireTemplate(templates, {name: template, language})
  const files = await projectFiles(project, templates)
  const replaced = await placeFiles(folder, files, {force})
  const calls = files.some(({path, text}) => path.startsWith('skillbases/') && /^\s+outbound:/m.test(text))
  return {
    folder: resolve(folder),
    template,
    language,
    direction: calls ? 'outbound' : 'inbound',
    contact: firstContact(files),
    files: files.map(({path}) => join(...path.split('/'))),
    replaced,
  }
}

/** The sample lists hold no quoted cells. */
function firstContact(files: readonly ProjectFile[]): Record<string, string> {
  const [header = '', row = ''] = files.find(({path}) => path.endsWith('.csv'))?.text.split(/\r?\n/) ?? []
  const cells = row.split(',')
  const entries = header.split(',').map((column, index) => [column, cells[index] ?? ''] as const)
  return Object.fromEntries(entries.filter(([column]) => column !== 'phone' && column !== 'timezone'))
}
