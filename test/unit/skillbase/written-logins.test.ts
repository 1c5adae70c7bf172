import {expect} from 'chai'
import {parseSkillbase} from '../../../src/skillbase/parse.ts'
import {fixtureText, issuesOf} from '../../helpers/skillbases.ts'

const password = 'hunter2pw'
const flow = `flow:
  states: {hello: {on_max_turns: bye, next: bye}, bye: {type: end}}`
const skillbase = (rest: string) => `schema: voicectl/skillbase/v1\nslug: bot\n${rest}\n${flow}`
const tool = (name: string, config: string) => skillbase(`tools: [{name: ${name}, config: {${config}}}]`)

/** What is written, where it is refused and what is said there. */
const refused: readonly (readonly [string, string, string])[] = [
  [
    tool('calendar', `api_url: "https://bot:${password}@calendar.example.com/v1"`),
    'tools[0].config.api_url',
    'must be an http(s) URL without a login; a key belongs in the environment variable that `api_key_env` names',
  ],
  [tool('calendar', 'api_url: "https://bot@calendar.example.com/v1"'), 'tools[0].config.api_url', 'without a login'],
  [tool('webhook', `url: "http://bot:${password}@crm.example.com"`), 'tools[0].config.url', 'must be an http(s) URL without a login'],
  [tool('webhook', `url: "ftp://bot:${password}@crm.example.com"`), 'tools[0].config.url', 'not "ftp://bot:••••@crm.example.com"'],
  [
    tool('webhook', `url: "https://crm.example.com", parameters: {back: {to: "https://bot:${password}@crm.example.com"}}`),
    'tools[0].config.parameters.back.to',
    'holds a password in an address',
  ],
  [
    skillbase(`agent: {handoff: {targets: [{name: desk, to: "sip:bot:${password}@pbx.example.com"}]}}`),
    'agent.handoff.targets[0].to',
    'holds a password in an address',
  ],
  [
    `${skillbase('')}\n  outcomes: [{id: lead, kind: lead, default: true, webhook: {url: "https://bot:${password}@crm.example.com"}}]`,
    'flow.outcomes[0].webhook.url',
    'holds a password in an address',
  ],
]

describe('logins in the addresses of a skillbase', () => {
  for (const [source, place, sentence] of refused) {
    it(`are refused at ${place}: ${sentence}`, () => {
      const issues = issuesOf(source)
      expect(issues.map(({path, line}) => [path, line !== undefined])).to.deep.equal([[place, true]])
      expect(issues[0]!.message.en).to.contain(sentence)
      expect(JSON.stringify(issues)).not.to.contain(password)
    })
  }

  it('are not seen where there are none', () => {
    const {skillbase: read} = parseSkillbase(
      'a.yaml',
      skillbase(`agent: {handoff: {targets: [{name: desk, to: "sip:desk@pbx.example.com:5060"}]}}
context: {facts: ["Почта: a@b.ru, сайт https://b.ru:8080/@team?to=a:b@c", "from 10:00 to 18:00 write to a@b.ru"]}
tools: [{name: webhook, config: {url: "https://crm.example.com?to=a:b@c"}}]`),
    )
    expect(read.tools).to.have.length(1)
  })

  it('do not come in by an older format: the calendar loses its address, with a warning', () => {
    const source = fixtureText('legacy/version-a.json').replace(/("api_url":\s*")https:\/\//, `$1https://bot:${password}@`)
    expect(source).to.contain(password)
    const {skillbase: read, warnings} = parseSkillbase('a.json', source)
    expect(JSON.stringify({read, warnings})).not.to.contain(password)
    expect(warnings.map(({message}) => message.en).join('\n')).to.match(
      /"https:\/\/bot:••••@.*" is not an http\(s\) URL without a login and was left out/,
    )
  })
})
