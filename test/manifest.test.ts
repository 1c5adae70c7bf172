import {readFileSync} from 'node:fs'
import {expect} from 'chai'
import {manifestOfSources} from './helpers/manifest.ts'

const committed = JSON.parse(readFileSync(new URL('../oclif.manifest.json', import.meta.url), 'utf8')) as {
  commands: Record<string, unknown>
}

describe('oclif.manifest.json', () => {
  it('says what the sources say; `npm run build` writes it', async () => {
    const current = JSON.parse(JSON.stringify(await manifestOfSources())) as typeof committed
    expect(Object.keys(committed.commands).sort()).to.deep.equal(Object.keys(current.commands).sort())
    expect(committed).to.deep.equal(current)
  })
})
