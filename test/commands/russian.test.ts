import {writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {stringify} from 'yaml'
import {barber} from '../helpers/barber.ts'
import {cli} from '../helpers/cli.ts'

/** What is quoted, typed, a code or a path is in nobody's language. */
const words = (text: string): string =>
  text
    .replaceAll(/`[^`]*`|«[^»]*»|\([A-Z_]+\)|--[\w-]+/g, ' ')
    .replaceAll(/\S*[/.=_]\S*/g, ' ')
    // A list of values to choose from.
    .replaceAll(/(?:[\w-]+, )+[\w-]+/g, ' ')

describe('whoever reads Russian', () => {
  const voicectl = cli({VOICECTL_LANG: 'ru'})
  before(async () => {
    writeFileSync(voicectl.path('barber.yaml'), stringify({schema: 'voicectl/skillbase/v1', slug: 'barber', flow: barber}))
    writeFileSync(voicectl.path('wrong.yaml'), 'schema: voicectl/skillbase/v1\nslug: x\nflow: {flow: grap, statez: {}}\n')
    writeFileSync(voicectl.path('torn.yaml'), '{bad')
    await voicectl.run(['skillbase', 'apply', '-f', 'barber.yaml'])
  })

  const mistakes: readonly string[] = [
    'frobnicate',
    'call list --nope',
    'call list --limit abc',
    'call list --since monday',
    'call list --since 1h --until 2h',
    'call show ZZZZ',
    'call show a b',
    'call simulate',
    'call simulate nobody',
    'call simulate barber --caller 12',
    'call simulate barber --mode full',
    'call simulate barber --say x --script y',
    'call simulate barber --tools nowhere.yaml',
    'call resume ZZZZ',
    'call export --out barber.yaml/x',
    'company create default',
    'company deactivate default',
    'company update default',
    'company update default --timezone Mars',
    'config get nope',
    'config set timezone Mars',
    'config set llm.apiKey abc',
    'config use nope',
    'db copy --to nowhere',
    'db restore barber.yaml',
    'doctor --profile nope',
    'init --name X --template salon',
    'nlu extract x --type date --now y',
    'nlu score nowhere.jsonl',
    'scenario test nowhere',
    'scenario test --llm full --record',
    'skillbase apply -f torn.yaml',
    'skillbase apply -f wrong.yaml',
    'skillbase apply -f salon',
    'skillbase create x --template nope',
    'skillbase delete barber',
    'skillbase edit barber',
    'skillbase rollback barber --to 9',
    'skillbase validate wrong.yaml',
  ]

  for (const line of mistakes) {
    it(`is told in Russian what is wrong with: ${line}`, async () => {
      const {stdout, stderr, exitCode} = await voicectl.run(line.split(' '))
      expect(exitCode).to.be.greaterThan(0)
      const told = `${stdout}${stderr}`
      expect(told).to.match(/[а-яё]{3}/i)
      expect(words(told), told).not.to.match(/\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b/i)
      expect(told.replaceAll(/`[^`]*`/g, ''), 'quotes').not.to.match(/"[^"]*"/)
    })
  }
})
