import {dirname} from 'node:path'
import type {Key} from './keys.ts'

/**
 * Whether a secret that is stored inside a project is for that project alone. A database is a project's own, also by default, and another
 * project that names none must not find itself in it; a key of a model is its owner's, wherever he works.
 */
export const belongsToProject = ({name}: Key): boolean => name === 'database.url'

const projects = 'projects'

/** Where a profile has its values, in `config.yaml` and `secrets.yaml`. */
export const profileSection = (profile: string): readonly string[] => ['profiles', profile]

/** Where `secrets.yaml` has what a profile keeps for the project in one folder. */
export const projectSection = (profile: string, folder: string): readonly string[] => [...profileSection(profile), projects, folder]

/** Whether a path of `secrets.yaml` leads into such a place, of whatever project. */
export const isOfProject = (path: readonly string[]): boolean => path.length > projectDepth && path[2] === projects

export const projectDepth = projectSection('', '').length

/** How the origin of a value begins, before the file: `profile staging, project /srv/salon, `. */
export const originPrefix = (profile: string, folder?: string): string =>
  `profile ${profile}, ${folder === undefined ? '' : `project ${folder}, `}`

export const projectFolder = (projectFile: string | undefined): string | undefined =>
  projectFile === undefined ? undefined : dirname(projectFile)
