import {mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'

/** A fresh folder for every test of a `describe`, removed afterwards. */
export function tempDir() {
  let folder = ''
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'voicectl-dir-')))
  })
  afterEach(() => rmSync(folder, {recursive: true, force: true}))
  return {
    path: (...names: readonly string[]) => join(folder, ...names),
    /** Writes a file, with the folders it is in; returns its path. */
    write(name: string, text: string | Uint8Array, mode = 0o644): string {
      const path = join(folder, name)
      mkdirSync(dirname(path), {recursive: true})
      writeFileSync(path, text, {mode})
      return path
    },
  }
}

/** What a promise is rejected with; fails when it is not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('was expected to be rejected')
}
