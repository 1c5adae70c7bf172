import {readFileSync} from 'node:fs'
import {expect} from 'chai'
import {exitCodeTable} from '../../../src/cli/exit-codes.ts'
import {configKeys} from '../../../src/config/keys.ts'

const page = (name: string): string => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8')

describe('the documentation', () => {
  it('has a row for every configuration key, with its variable', () => {
    const text = page('configuration.md')
    const missing = configKeys.filter(({name, env}) => !text.includes(`| \`${name}\` | \`${env}\` |`))
    expect(missing.map(({name, env}) => `| \`${name}\` | \`${env}\` |`)).to.deep.equal([])
  })

  it('has a row for every exit code', () => {
    const text = page('cli.md')
    expect(exitCodeTable.map(([code, meaning]) => `| ${code} | ${meaning} |`).filter((row) => !text.includes(row))).to.deep.equal([])
  })
})
