import {chmodSync, existsSync, realpathSync, statSync} from 'node:fs'
import {dirname} from 'node:path'
import type {Document} from 'yaml'
import {readYaml} from './read-yaml.ts'
import {refuseExposed} from './secrets-file.ts'
import {writeFileAtomically} from './write-file.ts'

/** Changes a YAML file in place: comments, order and the file's mode stay. `change` tells whether it changed anything. */
export async function editYaml(path: string, change: (document: Document) => boolean): Promise<boolean> {
  const document = (await readYaml(path))?.document ?? (await emptyDocument())
  if (!change(document)) return false
  await writeFileAtomically(linkTarget(path), String(document))
  return true
}

/** The same for the secrets file: 0600 in a folder that only its owner enters. */
export async function editSecrets(path: string, change: (document: Document) => boolean): Promise<boolean> {
  refuseExposed(path)
  const document = (await readYaml(path))?.document ?? (await emptyDocument())
  if (!change(document)) return false
  const target = linkTarget(path)
  await writeFileAtomically(target, String(document), 0o600)
  const folder = dirname(target)
  if ((statSync(folder).mode & 0o077) !== 0) chmodSync(folder, 0o700)
  return true
}

/** Sets a key, with the groups it is in; a group that stands there empty is filled. */
export function putKey(document: Document, path: readonly string[], value: unknown): void {
  for (let length = 1; length < path.length; length++) {
    const group = document.getIn(path.slice(0, length), true) as Group | undefined
    if (!group || (group.value !== null && group.items?.length !== 0)) continue
    const {comment, commentBefore} = group
    // A new node, because an empty one is written `{}` and would keep that style when it is filled.
    document.setIn(path.slice(0, length), Object.assign(document.createNode({}, {flow: false}), {comment, commentBefore}))
  }
  document.setIn(path, value)
}

interface Group {
  readonly items?: readonly unknown[]
  readonly value?: unknown
  readonly comment?: string | null
  readonly commentBefore?: string | null
}

/** Removes a key and the groups that it leaves empty. Returns whether it was there. */
export function removeKey(document: Document, path: readonly string[], keep: number): boolean {
  if (!document.hasIn(path)) return false
  drop(document, path)
  for (let length = path.length - 1; length > keep; length--) {
    const group = document.getIn(path.slice(0, length)) as Group | undefined
    if (group?.items?.length !== 0 || group.comment || group.commentBefore) break
    drop(document, path.slice(0, length))
  }
  return true
}

/** What stands above the first key of a file is about the file: it stays when that key goes. */
function drop(document: Document, path: readonly string[]): void {
  const [first] = (document.contents as unknown as {readonly items: readonly {readonly key: unknown}[]}).items
  const {value, commentBefore} = (first?.key ?? {}) as {readonly value?: unknown; readonly commentBefore?: string | null}
  if (path.length === 1 && value === path[0] && commentBefore) {
    document.commentBefore = [document.commentBefore, commentBefore].filter(Boolean).join('\n')
  }
  document.deleteIn(path)
}

async function emptyDocument(): Promise<Document> {
  const {Document} = await import('yaml')
  return new Document({})
}

/** Dotfiles are often links into another folder: the file is rewritten there, the link stays. */
const linkTarget = (path: string): string => (existsSync(path) ? realpathSync(path) : path)
