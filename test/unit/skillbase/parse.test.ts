import {expect} from 'chai'
import {parseSkillbase} from '../../../src/skillbase/parse.ts'
import {SkillbaseInvalid} from '../../../src/skillbase/skillbase-invalid.ts'
import {issuesOf, parseFixture} from '../../helpers/skillbases.ts'

const flow = (rest: string) => `schema: voicectl.scenario/v1\nid: bot\n${rest}`
const states = 'states: {hello: {on_max_turns: bye, next: bye}, bye: {type: end}}'

describe('parsing a skillbase', () => {
  it('takes a bare flow: the slug is its id, the name its company', () => {
    const {skillbase, format} = parseFixture('graph.yaml')
    expect(format).to.equal('flow')
    expect(skillbase).to.include({slug: 'dog-salon', name: 'груминг Лапа'})
    expect(skillbase.flow).to.not.have.any.keys('schema', 'id')
  })

  it('takes a whole skillbase', () => {
    const {skillbase, format} = parseFixture('linear.yaml')
    expect(format).to.equal('skillbase')
    expect(skillbase).to.include({slug: 'notary', name: 'Нотариус на Лесной'})
    expect(skillbase.flow.silence).to.include({reask_after: 7, hold: 60})
  })

  it('names a nameless one after its file', () => {
    expect(parseSkillbase('bots/front-desk.yaml', `schema: voicectl.scenario/v1\n${states}`).skillbase.name).to.equal('front-desk')
    expect(parseSkillbase('stdin', `schema: voicectl.scenario/v1\n${states}`).skillbase.name).to.equal(undefined)
  })

  it('makes a slug that can be typed of the id of a flow, and says so', () => {
    const {skillbase, warnings} = parseSkillbase('a.yaml', `schema: voicectl.scenario/v1\nid: my_bot\n${states}`)
    expect(skillbase.slug).to.equal('my-bot')
    expect(warnings.map(({path, line, message}) => [path, line, message.en])).to.deep.equal([
      ['id', 2, '"my_bot" is no slug; it is stored as "my-bot"'],
    ])
    expect(parseSkillbase('a.yaml', `schema: voicectl.scenario/v1\nid: my--bot\n${states}`)).to.deep.include({warnings: []})
  })

  it('is found under the slug in the file, which is one, or is refused', () => {
    const slugOf = (slug: string) =>
      parseSkillbase('a.yaml', `schema: voicectl/skillbase/v1\nslug: ${slug}\nflow:\n  ${states.replaceAll('\n', '\n  ')}`)
    expect(slugOf('my-bot').skillbase.slug).to.equal('my-bot')
    expect(slugOf('my--bot').skillbase.slug).to.equal('my--bot')
    expect(() => slugOf('my_bot')).to.throw('slug: must be 1 to 40 of a-z, 0-9 and hyphens, and not begin or end with a hyphen')
  })

  const refusals: readonly (readonly [string, string, {path: string; code: string; line: number; en?: string}])[] = [
    [
      'another schema',
      'schema: voicectl/skillbase/v2\nflow: {}',
      {
        path: 'schema',
        code: 'UNKNOWN_SCHEMA',
        line: 1,
        en: 'this version does not read "voicectl/skillbase/v2"; did you mean voicectl/skillbase/v1?',
      },
    ],
    [
      'no schema',
      `id: bot\n${states}`,
      {path: '', code: 'NO_SCHEMA', line: 1, en: 'does not say what it is; begin it with `schema: voicectl.scenario/v1`'},
    ],
    [
      'an unknown key',
      flow('sates: {}'),
      {path: 'sates', code: 'UNKNOWN_KEY', line: 3, en: 'there is no key "sates" here; did you mean states?'},
    ],
    [
      'an unknown key deep inside',
      flow('states:\n  a:\n    transitions:\n      - {to: a, wen: "true"}'),
      {path: 'states.a.transitions[0].wen', code: 'UNKNOWN_KEY', line: 6, en: 'there is no key "wen" here; did you mean when?'},
    ],
    [
      'a key that belongs into the flow',
      `schema: voicectl/skillbase/v1\nflow: {}\n${states}`,
      {path: 'states', code: 'UNKNOWN_KEY', line: 3, en: 'there is no key "states" here; did you mean flow.states?'},
    ],
    [
      'a wrong option',
      flow('flow: grahp'),
      {path: 'flow', code: 'INVALID_VALUE', line: 3, en: 'must be one of linear, graph, plan, not "grahp"; did you mean graph?'},
    ],
    [
      'a wrong type',
      flow('limits: {max_turns: many}'),
      {path: 'limits.max_turns', code: 'INVALID_VALUE', line: 3, en: 'must be a number, not "many"'},
    ],
    ['what is missing', flow('fields: {a: {ask: x}}'), {path: 'fields.a.type', code: 'MISSING_KEY', line: 3, en: 'is missing'}],
    [
      'a choice without options',
      flow('fields:\n  a: {type: enum}'),
      {path: 'fields.a.options', code: 'INVALID_VALUE', line: 4, en: 'an enum needs options'},
    ],
    ['a bad name of a field', flow('fields: {a-b: {type: text}}'), {path: 'fields.a-b', code: 'INVALID_VALUE', line: 3}],
    [
      'a bad time zone',
      flow('timezone: Mars/Base'),
      {path: 'timezone', code: 'INVALID_VALUE', line: 3, en: 'unknown time zone "Mars/Base"'},
    ],
    [
      'a rule that does nothing known',
      flow('rules: [{id: x, match: {phrases: [y]}, then: shout}]'),
      {path: 'rules[0].then', code: 'INVALID_VALUE', line: 3},
    ],
    ['a text that is a number', flow('states: {a: {say: 5}}'), {path: 'states.a.say', code: 'INVALID_VALUE', line: 3}],
    [
      'an edge to nowhere',
      flow('states:\n  hello: {next: by}\n  bye: {type: end}'),
      {path: 'states.hello.next', code: 'E110', line: 4, en: 'there is no state "by"; did you mean bye?'},
    ],
    ['a start that is not there', flow(`start: nowhere\n${states}`), {path: 'start', code: 'E110', line: 3}],
    [
      'a tool that is not there',
      'schema: voicectl/skillbase/v1\nflow: {}\ntools: [{name: calender}]',
      {path: 'tools[0].name', code: 'INVALID_VALUE', line: 3},
    ],
    [
      'a tool twice',
      'schema: voicectl/skillbase/v1\nflow: {}\ntools: [{name: end_call}, {name: end_call}]',
      {path: 'tools[1].name', code: 'INVALID_VALUE', line: 3, en: 'tool "end_call" is listed twice'},
    ],
    [
      'a transfer to no number',
      'schema: voicectl/skillbase/v1\nflow: {}\nagent: {handoff: {targets: [{name: a, to: "911"}]}}',
      {
        path: 'agent.handoff.targets[0].to',
        code: 'INVALID_VALUE',
        line: 3,
        en: 'must be an E.164 number (+79031234567) or a sip: URI, not "911"',
      },
    ],
    [
      'half a closing message',
      'schema: voicectl/skillbase/v1\nflow: {}\nagent: {closing_message: {type: static_template}}',
      {path: 'agent.closing_message.template', code: 'MISSING_KEY', line: 3},
    ],
    ['an empty key', flow('persona:'), {path: 'persona', code: 'INVALID_VALUE', line: 3, en: 'must be an object, not empty'}],
  ]
  for (const [what, source, {path, code, line, en}] of refusals) {
    it(`refuses ${what} with its path and line`, () => {
      const [issue] = issuesOf(source)
      expect({path: issue!.path, code: issue!.code, line: issue!.line}).to.deep.equal({path, code, line})
      if (en !== undefined) expect(issue!.message.en).to.equal(en)
      expect(issue!.message.ru).to.match(/\p{Script=Cyrillic}/u)
    })
  }

  it('tells every issue once', () => {
    expect(issuesOf(flow('fields: {a: {type: enum, options: []}}'))[0]!.message).to.deep.equal({
      en: 'must be a list of at least 1 item, not an empty list',
      ru: 'ожидается список, не меньше 1 элемента, указано пустой список',
    })
    expect(issuesOf(flow('timezone: "+05:00"'))[0]!.message.en).to.equal('unknown time zone "+05:00"')
    const issues = issuesOf(flow('flow: x\nfields: {a: {type: b, ask: {de: x}}}\nlimits: {max_turns: 0}'))
    expect(issues.map(({path}) => path)).to.have.members(['flow', 'fields.a.type', 'fields.a.ask.de', 'limits.max_turns'])
  })

  it('says the first issue with its place and how many more there are', () => {
    const error = (() => {
      try {
        return parseSkillbase('bots/a.yaml', flow('flow: x\nlimits: {max_turns: 0}'))
      } catch (thrown) {
        return thrown as SkillbaseInvalid
      }
    })() as SkillbaseInvalid
    expect(error).to.be.instanceOf(SkillbaseInvalid)
    expect(error).to.include({code: 'SKILLBASE_INVALID', exitCode: 2})
    expect(error.sentence.en).to.equal('bots/a.yaml:3:1: flow: must be one of linear, graph, plan, not "x" (and 1 more).')
    expect(error.sentence.ru).to.equal('bots/a.yaml:3:1: flow: ожидается одно из: linear, graph, plan, указано «x» (и ещё 1 ошибка).')
    expect(error.hint?.en).to.contain('skillbase validate')
  })
})
