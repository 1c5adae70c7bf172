import {globSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect} from 'chai'
import {builtinIntents} from '../../../src/skillbase/builtin-intents.ts'
import {lintSource} from '../../../src/skillbase/lint-source.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const page = readFileSync(`${root}docs/skillbase.md`, 'utf8')

describe('the page about skillbases', () => {
  it('has an example without a finding', () => {
    const [, example] = /```yaml\n([\s\S]*?)```/.exec(page)!
    expect(lintSource('example.yaml', example!).findings).to.deep.equal([])
  })

  it('names every code of the linter', () => {
    const sources = globSync('src/skillbase/{lint/*,dangling-states,lint-source}.ts', {cwd: root}).map((file) =>
      readFileSync(`${root}${file}`, 'utf8'),
    )
    const codes = new Set(sources.flatMap((source) => source.match(/(?<=')[SEWI]\d{3}(?=')/g) ?? []))
    const [table] = /## Findings of the linter[\s\S]*?## Older formats/.exec(page)!
    const written = table.replace(/([EW])(\d+) – \1(\d+)/g, (_, letter: string, from: string, to: string) =>
      Array.from({length: Number(to) - Number(from) + 1}, (_value, index) => `${letter}${Number(from) + index}`).join(' '),
    )
    expect(codes.size).to.be.greaterThan(40)
    expect([...codes].filter((code) => !written.includes(code))).to.deep.equal([])
  })

  it('lists the built-in intents', () => {
    const words = new Set(page.match(/[a-z_]+/g))
    expect(builtinIntents.filter((intent) => !words.has(intent))).to.deep.equal([])
  })
})
