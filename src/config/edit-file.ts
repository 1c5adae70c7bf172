import {chmodSync, existsSync, realpathSync, statSync} from 'node:fs'
import {dirname} from 'node:path'
import type {Document} from 'yaml'
import {removeDebris} from './debris.ts'
import {readYaml} from './read-yaml.ts'
import {locked} from './lock-file.ts'
import {refuseExposed} from './secrets-file.ts'
import {writeFileAtomically} from './write-file.ts'

/** Changes a YAML file in place: comments, order and the file's mode stay. `change` tells whether it changed anything. */
export async function editYaml(path: string, change: (document: Document) => boolean, onWait?: () => void): Promise<boolean> {
  const target = linkTarget(path)
  return locked(
    target,
    async (isLocked) => {
      if (isLocked) await removeDebris(target)
      const document = (await readYaml(path))?.document ?? (await emptyDocument())
      if (!change(document)) return false
      await writeFileAtomically(target, textOf(document))
      return true
    },
    onWait,
  )
}

/** The same for the secrets file: 0600 in a folder that only its owner enters. */
export async function editSecrets(path: string, change: (document: Document) => boolean, onWait?: () => void): Promise<boolean> {
  const target = linkTarget(path)
  return locked(
    target,
    async (isLocked) => {
      if (isLocked) await removeDebris(target)
      refuseExposed(path)
      const document = (await readYaml(path))?.document ?? (await emptyDocument())
      if (!change(document)) return false
      await writeFileAtomically(target, textOf(document), 0o600)
      const folder = dirname(target)
      if ((statSync(folder).mode & 0o077) !== 0) chmodSync(folder, 0o700)
      return true
    },
    onWait,
  )
}

/** A file whose last key has gone keeps its comments and has no `{}`, which the next key could not be written under. */
function textOf(document: Document): string {
  const {items} = (document.contents ?? {}) as Group
  if (items?.length !== 0) return String(document)
  const contents = document.contents as Group
  const comments = [document.commentBefore, contents.commentBefore, contents.comment, document.comment]
  return comments
    .filter((comment) => typeof comment === 'string')
    .flatMap((comment) => comment.split('\n'))
    .map((line) => (line === '' ? '\n' : `#${line}\n`))
    .join('')
}

/** Sets a key, with the groups it is in; a group that stands there empty is filled. */
export function putKey(document: Document, path: readonly string[], value: unknown): void {
  // `{}` in a file that was emptied: its keys go on lines of their own.
  const root = document.contents as (Group & {flow?: boolean}) | null
  if (root?.items?.length === 0) root.flow = false
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
  comment?: string | null
  commentBefore?: string | null
}

/** Removes a key and the groups that it leaves empty; comments stay, but for one beside the value. Returns whether it was there. */
export function removeKey(document: Document, path: readonly string[], keep: number): boolean {
  if (!document.hasIn(path)) return false
  drop(document, path)
  for (let length = path.length - 1; length > keep; length--) {
    const group = document.getIn(path.slice(0, length)) as Group | undefined
    if (group?.items?.length !== 0) break
    drop(document, path.slice(0, length))
  }
  return true
}

/** What stood above the key, or was left of an empty group, stands above the next key then, or at the end. */
function drop(document: Document, path: readonly string[]): void {
  const parent = (path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)) as Group | null
  const pairs = (parent?.items ?? []) as readonly Pair[]
  const index = pairs.findIndex(({key}) => String(key?.value ?? key) === path.at(-1))
  const [pair, next] = [pairs[index], pairs[index + 1]]
  document.deleteIn(path)
  if (!parent || !pair) return
  const left = [pair.key?.commentBefore, ...(pair.value?.items ? [pair.value.commentBefore, pair.value.comment] : [])]
  if (next?.key && typeof next.key === 'object') {
    next.key.commentBefore = joined([...left, next.key.commentBefore])
    // The first key of a group has no empty line above it.
    next.key.spaceBefore = index === 0 ? false : pair.key?.spaceBefore || next.key.spaceBefore
  } else parent.comment = joined([...left, parent.comment])
}

const joined = (comments: readonly (string | null | undefined)[]): string | null => comments.filter(Boolean).join('\n') || null

/** Of a pair in a mapping what holds its comments. */
interface Pair {
  readonly key?: {readonly value?: unknown; commentBefore?: string | null; spaceBefore?: boolean | undefined} | null
  readonly value?: Group | null
}

async function emptyDocument(): Promise<Document> {
  const {Document} = await import('yaml')
  return new Document({})
}

/** Dotfiles are often links into another folder: the file is rewritten there, the link stays. */
const linkTarget = (path: string): string => (existsSync(path) ? realpathSync(path) : path)
