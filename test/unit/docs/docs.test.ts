import {globSync, readFileSync} from 'node:fs'
import {expect} from 'chai'
import {exitCodeTable} from '../../../src/cli/exit-codes.ts'
import {loadOclif} from '../../../src/cli/load-oclif.ts'
import type {Config} from '../../../src/cli/oclif.ts'
import {configKeys} from '../../../src/config/keys.ts'

const page = (name: string): string => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8')

/** `voicectl config set …`, also `voicectl --help`, `voicectl help TOPIC` and `voicectl --json TOPIC …`. */
function isCall(line: string, config: Config): boolean {
  const words = line
    .replace(/^.*?voicectl +/, '')
    .split(/\s+/)
    .filter((word) => word !== 'help' && !word.startsWith('-'))
  const [first = '', second = ''] = words
  return first === '' || config.findCommand(first) !== undefined || config.findCommand(`${first}:${second}`) !== undefined
}

describe('the documentation', () => {
  it('has a row for every configuration key, with its variable', () => {
    const text = page('configuration.md')
    const missing = configKeys.filter(({name, env}) => !text.includes(`| \`${name}\` | \`${env}\` |`))
    expect(missing.map(({name, env}) => `| \`${name}\` | \`${env}\` |`)).to.deep.equal([])
  })

  it('names only commands that there are', async () => {
    const config = await loadOclif({fromSource: true}, {})
    const root = new URL('../../../', import.meta.url)
    const unknown = globSync(['README.md', 'docs/*.md'], {cwd: root}).flatMap((file) => {
      const blocks = readFileSync(new URL(file, root), 'utf8').match(/```sh\n[^]*?```/g) ?? []
      const lines = blocks.flatMap((block) => block.match(/(?<=^|\(|\| )(?:npx )?voicectl +\S[^#|)\n]*/gm) ?? [])
      return lines.filter((line) => !isCall(line, config)).map((line) => `${file}: ${line}`)
    })
    expect(unknown).to.deep.equal([])
  })

  it('is in the package as far as the README links to it', () => {
    const root = new URL('../../../', import.meta.url)
    const {files} = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {files: readonly string[]}
    // What npm packs without being told.
    const packed = [...files, '/README.md', '/LICENSE', '/package.json']
    const links = [...readFileSync(new URL('README.md', root), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, to]) => `/${to}`)
    expect(links).to.not.deep.equal([])
    expect(links.filter((to) => !packed.some((name) => to === name || to.startsWith(`${name}/`)))).to.deep.equal([])
  })

  it('says one thing about `npm test`', () => {
    const said = ['README.md', 'CONTRIBUTING.md'].map(
      (file) => /^npm test +# (.+)$/m.exec(readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8'))?.[1],
    )
    expect(said[0]).to.contain('PostgreSQL').and.to.contain('skipped')
    expect(said[1]).to.equal(said[0])
  })

  it('describes only topics that have commands', async () => {
    const config = await loadOclif({fromSource: true}, {})
    const {topics} = (JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {oclif: {topics: object}})
      .oclif
    const empty = Object.keys(topics).filter((topic) => !config.commandIDs.some((id) => id.startsWith(`${topic}:`)))
    expect(empty).to.deep.equal([])
  })

  it('has a row for every exit code', () => {
    const text = page('cli.md')
    expect(exitCodeTable.map(([code, meaning]) => `| ${code} | ${meaning} |`).filter((row) => !text.includes(row))).to.deep.equal([])
  })
})
