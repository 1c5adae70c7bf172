import {fileURLToPath} from 'node:url'

/** `templates/` of this package: the same call finds it from the sources, from the bundle and from an installed package. */
export const templatesFolder = (): string => fileURLToPath(new URL('.', import.meta.resolve('#templates/index')))
