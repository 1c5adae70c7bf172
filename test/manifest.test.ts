import {execFileSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {expect} from 'chai'
import {manifestOfSources} from './helpers/manifest.ts'
import {skipBecause} from './helpers/skip.ts'

interface Manifest {
  readonly commands: Record<string, unknown>
}

const root = fileURLToPath(new URL('..', import.meta.url))

/** What git has, not what lies in the folder: every build writes that anew, the one before the tests too. Undefined outside a checkout. */
function kept(): Manifest | undefined {
  try {
    const text = execFileSync('git', ['show', ':./oclif.manifest.json'], {cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']})
    return JSON.parse(text) as Manifest
  } catch {
    return undefined
  }
}

describe('the oclif.manifest.json in git', () => {
  it('says what the sources say; `npm run build` writes it, `git add` keeps it', async function () {
    const committed = kept() ?? skipBecause(this, 'git has no oclif.manifest.json here, and the one in the folder was just written')
    const current = JSON.parse(JSON.stringify(await manifestOfSources())) as Manifest
    expect(Object.keys(committed.commands).sort()).to.deep.equal(Object.keys(current.commands).sort())
    expect(committed).to.deep.equal(current)
  })
})
