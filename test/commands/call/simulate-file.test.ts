import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect} from 'chai'
import {stringify} from 'yaml'
import {simulateFromTerminal} from '../../../src/cli/call-simulate.ts'
import {createDeps} from '../../../src/cli/deps.ts'
import {applyFiles} from '../../../src/cli/skillbase-apply.ts'
import {skillbaseDeps} from '../../../src/skillbase/skillbase-deps.ts'
import {barber} from '../../helpers/barber.ts'
import {cli} from '../../helpers/cli.ts'

const greeted = (greeting: string) => ({
  schema: 'voicectl/skillbase/v1' as const,
  slug: 'raced',
  flow: {...barber, greeting: {inbound: greeting}},
})

describe('call simulate FILE', () => {
  const voicectl = cli()

  it('has a file stored in the name of whoever is logged in, as apply does', async () => {
    writeFileSync(voicectl.path('mine.yaml'), stringify({...greeted('Алло.'), slug: 'mine'}))
    await voicectl.run(['call', 'simulate', 'mine.yaml', '--say', '/hangup'], {USER: 'vera'})
    const history = await voicectl.run(['skillbase', 'history', 'mine', '--json'])
    expect(history.json<object[]>()[0]).to.include({version: 1, author: 'vera'})
  })

  it('talks to the bot of its own file when another file of the same slug is stored in between', async () => {
    const path = voicectl.path('raced.yaml')
    writeFileSync(path, stringify(greeted('Говорит первый файл.')))
    writeFileSync(voicectl.path('other.yaml'), stringify(greeted('Говорит второй файл.')))
    const before = process.env['VOICECTL_DATABASE_URL']
    process.env['VOICECTL_DATABASE_URL'] = `sqlite:${voicectl.path('raced.db')}`
    const deps = createDeps({configDir: join(voicectl.home, 'config'), dataDir: voicectl.home})
    try {
      const report = await simulateFromTerminal(flags(path), {...deps, config: another}, talk)
      expect(report.call.version).to.equal(1)
      expect(report.turns[0]!.text).to.contain('первый файл')
    } finally {
      await deps.close()
      if (before === undefined) delete process.env['VOICECTL_DATABASE_URL']
      else process.env['VOICECTL_DATABASE_URL'] = before
    }
    /** The first thing that is asked for once the file is stored: by then somebody else has stored theirs. */
    async function another() {
      await applyFiles([voicectl.path('other.yaml')], {}, () => skillbaseDeps(deps))
      return deps.config()
    }
  })
})

const flags = (skillbase: string) =>
  ({
    skillbase,
    say: ['/hangup'],
    mode: 'off',
    version: 'latest',
    direction: 'inbound',
    seed: 1,
    tools: 'simulated',
    'transfer-answers': false,
  }) as const

const talk = {json: true, lang: 'en', print() {}, say() {}, caution() {}, interrupted: new AbortController().signal} as const
