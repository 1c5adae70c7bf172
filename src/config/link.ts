import {lstatSync} from 'node:fs'

/** Whether a link stands there, wherever it leads. */
export const isLink = (path: string): boolean => lstatSync(path, {throwIfNoEntry: false})?.isSymbolicLink() === true
