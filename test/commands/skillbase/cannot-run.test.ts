import {writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {cli} from '../../helpers/cli.ts'

type Row = Readonly<Record<string, unknown>>

/** A whole skillbase but for one thing, which no engine could run. */
const bot = (flow: string) => `schema: voicectl.scenario/v1\nid: bot\n${flow}\n`
const state = (more: string) => bot(`states:\n  a: {next: b${more}}\n  b: {type: end}`)

const cases: readonly (readonly [what: string, source: string, place: string, sentence: RegExp])[] = [
  [
    'a regular expression that explodes',
    bot("fields: {x: {type: text}}\nstates:\n  a: {collect: [x], transitions: [{to: b, when: f.x.matches('(a+)+$')}]}\n  b: {type: end}"),
    '5:43: states.a.transitions[0].when',
    /matches\(\) is not allowed/,
  ],
  [
    'a loop',
    state(', say: "{% for i in (1..100000000) %}x{% endfor %}"'),
    '4:16: states.a.say',
    /template cannot be read: tag "for" not found/,
  ],
  ['a file of the machine', state(`, say: '{% include "/etc/passwd" %}'`), '4:16: states.a.say', /tag "include" not found/],
  ['a tag left open', state(', say: "{% if lang %}x"'), '4:16: states.a.say', /tag \{% if lang %\} not closed/],
  ['an unknown filter', state(', say: "{{ lang | shout }}"'), '4:16: states.a.say', /undefined filter: shout/],
  ['a field that is not there', state(', collect: [nobody]'), '4:26: states.a.collect[0]', /no field "nobody"/],
  ['a state that is not there', bot('states:\n  a: {next: c}\n  b: {type: end}'), '4:7: states.a.next', /no state "c"/],
  [
    'a day that is not there',
    bot('hours: {mondey: 09:00-18:00, someday: closed}\nstates: {b: {type: end}}'),
    '3:1: hours',
    /"someday" is not a day/,
  ],
  [
    'a fact that changes with the call',
    bot('facts: {hello: "{{ caller }}"}\nstates: {b: {type: end}}'),
    '3:9: facts.hello',
    /can only name persona/,
  ],
]

describe('a skillbase that cannot run', () => {
  const voicectl = cli()
  const run = (...argv: string[]) => voicectl.run(['skillbase', ...argv])

  for (const [what, source, place, sentence] of cases) {
    it(`with ${what} is one clear error with its place, and nothing is stored`, async () => {
      writeFileSync(voicectl.path('bot.yaml'), source)
      for (const argv of [
        ['apply', '-f', 'bot.yaml'],
        ['import', 'bot.yaml'],
      ]) {
        const {exitCode, stderr, stdout} = await run(...argv)
        expect({exitCode, stdout}, argv[0]).to.deep.equal({exitCode: 2, stdout: ''})
        expect(stderr).to.contain(`Error (SKILLBASE_INVALID): bot.yaml:${place}: `)
        expect(stderr.trim().split('\n')).to.have.length(1)
        expect(stderr).to.match(sentence)
      }
      const {exitCode, stdout} = await run('validate', 'bot.yaml')
      expect(exitCode).to.equal(2)
      expect(stdout).to.match(sentence).and.contain(`bot.yaml:${place}: `).and.contain('bot.yaml: not valid')
      expect((await run('list', '--json')).json<Row[]>()).to.deep.equal([])
    })
  }

  it('is linted as before: the linter has its own codes', async () => {
    const [, source] = cases[0]!
    writeFileSync(voicectl.path('bot.yaml'), source)
    const {exitCode, stdout} = await run('lint', 'bot.yaml')
    expect(exitCode).to.equal(7)
    expect(stdout).to.contain('error E103 states.a.transitions[0].when')
  })

  it('does not come out of a brief either', async () => {
    writeFileSync(
      voicectl.path('brief.yaml'),
      "company_name: Корица\nbot_name: Вера\ngoal: Принять заказ\ngreeting: 'Здравствуйте! {% if %}'\n",
    )
    const {exitCode, stderr} = await run('create', 'bakery', '--from-brief', 'brief.yaml')
    expect(exitCode).to.equal(2)
    expect(stderr).to.contain('Error (SKILLBASE_INVALID): bakery: flow.greeting.inbound: the template cannot be read')
    expect((await run('list', '--json')).json<Row[]>()).to.deep.equal([])
  })
})
