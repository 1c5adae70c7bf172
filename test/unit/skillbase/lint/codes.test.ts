import {expect} from 'chai'
import {lint} from '../../../../src/skillbase/lint/lint.ts'
import {formatPath} from '../../../../src/skillbase/issue.ts'
import type {FlowInput} from '../../../../src/skillbase/schema/flow.ts'
import type {SkillbaseInput} from '../../../../src/skillbase/schema/skillbase.ts'
import {lintSource} from '../../../../src/skillbase/lint-source.ts'
import {fixtureText, parseFixture, skillbaseOf} from '../../../helpers/skillbases.ts'

/** A flow without a fault, to plant one in. */
const sound = {
  persona: {company: 'Студия'},
  timezone: 'Europe/Moscow',
  greeting: {inbound: 'Студия, виртуальный помощник.'},
  fields: {phone: {type: 'phone', ask: 'Ваш телефон?', pii: true}, day: {type: 'date', ask: 'На какой день?'}},
  start: 'intake',
  states: {
    intake: {type: 'collect', collect: ['phone', 'day'], transitions: [{to: 'bye', when: 'complete'}], on_max_turns: 'bye'},
    bye: {type: 'end', say: 'До свидания.'},
  },
  outcomes: [
    {id: 'lead', kind: 'lead', when: 'has(f.phone)', evidence: ['phone']},
    {id: 'failed', kind: 'failed', default: true},
  ],
} satisfies FlowInput

const {intake, bye} = sound.states
type Seed = readonly [code: string, path: string, what: string, flow: FlowInput, rest?: Partial<SkillbaseInput>]

const flow = (change: FlowInput): FlowInput => ({...sound, ...change})
const states = (change: NonNullable<FlowInput['states']>): FlowInput => flow({states: {...sound.states, ...change}})
const say = (text: string): FlowInput => states({bye: {type: 'end', say: text}})
const edge = (...transitions: NonNullable<NonNullable<FlowInput['states']>[string]['transitions']>): FlowInput =>
  states({intake: {...intake, transitions: [...transitions, ...intake.transitions]}})

const seeds: readonly Seed[] = [
  ['E101', 'flow.states.intake.transitions[0].when', 'a condition that cannot be read', edge({to: 'bye', when: 'f.phone ==='})],
  ['E101', 'flow.states.intake.transitions[0].when', 'a condition that is no yes or no', edge({to: 'bye', when: '1 + 1'})],
  ['E101', 'flow.handoff.when[0]', 'a condition of the hand-off', flow({handoff: {when: ['nonsense'], target: '+79031234567'}})],
  [
    'E102',
    'flow.outcomes[0].when',
    'a field that is not there, in a condition',
    flow({outcomes: [{id: 'a', kind: 'lead', when: 'has(f.email)'}, sound.outcomes[1]!]}),
  ],
  ['E103', 'flow.states.intake.transitions[0].when', 'a regular expression', edge({to: 'bye', when: "f.phone.matches('a+')"})],
  ['E104', 'flow.states.intake.transitions[0].when', 'a tool result nobody saves', edge({to: 'bye', when: 'tool.booking.ok'})],
  [
    'E111',
    'flow.states.intake.collect[2]',
    'collecting an unknown field',
    states({intake: {...intake, collect: ['phone', 'day', 'name']}}),
  ],
  ['E112', 'flow.states.intake.transitions[0].on', 'an unknown intent', edge({to: 'bye', on: 'purchase'})],
  [
    'E112',
    'flow.rules[0].match.intents[0]',
    'an unknown intent in a rule',
    flow({rules: [{id: 'x', match: {intents: ['nobody']}, then: 'refuse'}]}),
  ],
  [
    'E113',
    'flow.states.limbo',
    'a dead end',
    states({intake: {...intake, transitions: [...intake.transitions, {to: 'limbo', on: 'question'}]}, limbo: {}}),
  ],
  [
    'W114',
    'flow.states.intake',
    'no way out of a circle',
    states({intake: {type: 'collect', collect: ['phone', 'day'], transitions: intake.transitions}}),
  ],
  ['W115', 'flow.states.bye.transitions', 'edges of an end', states({bye: {...bye, transitions: [{to: 'intake'}]}})],
  [
    'W116',
    'flow.states.talk',
    'collecting nothing',
    states({
      talk: {type: 'collect', next: 'bye', on_max_turns: 'bye'},
      intake: {...intake, transitions: [{to: 'talk', on: 'question'}, ...intake.transitions]},
    }),
  ],
  [
    'E117',
    'flow.states.faq.knowledge',
    'knowledge without a base',
    states({
      faq: {knowledge: true, next: 'bye', on_max_turns: 'bye'},
      intake: {...intake, transitions: [{to: 'faq', on: 'question'}, ...intake.transitions]},
    }),
  ],
  ['E118', 'flow.states.attic', 'a state nobody reaches', states({attic: {next: 'bye', on_max_turns: 'bye'}})],
  [
    'E119',
    'flow.states.a',
    'a circle without an exit',
    flow({start: 'a', states: {a: {next: 'b', on_max_turns: 'b'}, b: {next: 'a', on_max_turns: 'a'}, bye}, global: []}),
  ],
  [
    'W120',
    'flow.states.intake.transitions[1]',
    'an edge behind an unconditional one',
    states({intake: {...intake, transitions: [{to: 'bye'}, {to: 'bye', when: 'turn > 3'}]}}),
  ],
  [
    'W120',
    'flow.states.intake.transitions[1]',
    'two edges on the same intent',
    states({
      intake: {
        ...intake,
        transitions: [
          {to: 'bye', on: ['question', 'thanks']},
          {to: 'intake', on: 'thanks'},
        ],
      },
    }),
  ],
  [
    'W120',
    'flow.states.intake.transitions[1]',
    'two edges with the same condition',
    states({
      intake: {
        ...intake,
        transitions: [
          {to: 'bye', when: 'turn > 3'},
          {to: 'intake', when: 'turn>3'},
        ],
      },
    }),
  ],
  [
    'W125',
    'flow.states.intake.transitions[1]',
    'two conditions that fit at once',
    states({
      intake: {
        ...intake,
        transitions: [
          {to: 'bye', when: 'turn > 3'},
          {to: 'intake', when: 'turn > 5'},
        ],
      },
    }),
  ],
  ['W121', 'flow.fields.email', 'a field nobody collects', flow({fields: {...sound.fields, email: {type: 'email', ask: 'Почта?'}}})],
  [
    'E122',
    'flow.outcomes[0].evidence[0]',
    'evidence that is no field',
    flow({outcomes: [{...sound.outcomes[0]!, evidence: ['phne']}, sound.outcomes[1]!]}),
  ],
  ['E123', 'flow.outcomes', 'no default outcome', flow({outcomes: [sound.outcomes[0]!]})],
  ['E123', 'flow.outcomes', 'two default outcomes', flow({outcomes: [sound.outcomes[1]!, {id: 'b', kind: 'failed', default: true}]})],
  ['E124', 'flow.states.bye.outcome', 'an outcome that is not there', states({bye: {...bye, outcome: 'sold'}})],
  ['W126', 'flow.states.check.say', 'a confirmation that says nothing', confirmation('Всё верно?')],
  [
    'E127',
    'flow.states.check',
    'a confirmation that no yes leaves',
    confirmation('{{ f.day | say }}, верно?', [{to: 'intake', on: 'no_answer_given'}]),
  ],
  [
    'W132',
    'flow.greeting.inbound',
    'a greeting that asks before the first question',
    flow({greeting: {inbound: 'Студия, виртуальный помощник. Чем помочь?'}}),
  ],
  ['I128', 'flow.greeting.inbound', 'a greeting that hides the bot', flow({greeting: {inbound: 'Студия, здравствуйте!'}})],
  [
    'W129',
    'flow.intents.order.phrases[0]',
    'one phrase with two meanings',
    flow({intents: {buy: {phrases: ['хочу взять']}, order: {phrases: ['Хочу взять!']}}}),
  ],
  ['E130', 'flow.hours', 'a day that is none', flow({hours: {weekend: '10:00-20:00'}})],
  [
    'W131',
    'flow.states.talk.transitions[0].when',
    'complete where nothing is collected',
    states({
      talk: {transitions: [{to: 'bye', when: 'complete'}], on_max_turns: 'bye'},
      intake: {...intake, transitions: [{to: 'talk', on: 'question'}, ...intake.transitions]},
    }),
  ],
  ['E201', 'flow.states.bye.say', 'a broken template', say('До встречи {{ f.day')],
  ['E201', 'flow.states.bye.say', 'an unknown filter', say('{{ f.day | shout }}')],
  ['E202', 'flow.states.bye.say', 'an unknown variable', say('{{ phone }}')],
  ['E203', 'flow.states.bye.say', 'an unknown field in a template', say('{{ f.dya | say_date }}')],
  ['E204', 'flow.states.bye.say', 'an unknown fact', say('{{ facts.address }}')],
  ['E205', 'flow.states.bye.say', 'an unknown tool result', say('{{ tool.slot.time }}')],
  [
    'E203',
    'flow.outcomes[0].webhook.who',
    'an unknown field in a webhook',
    flow({outcomes: [{...sound.outcomes[0]!, webhook: {who: '{{ f.name }}'}}, sound.outcomes[1]!]}),
  ],
  ['E210', 'flow.states.intake.goal', 'words of the caller in a goal', states({intake: {...intake, goal: 'помочь {{ f.phone }}'}})],
  [
    'E210',
    'flow.states.intake.llm_notes',
    'words of the caller in notes',
    states({intake: {...intake, llm_notes: 'Имя: {{ contact.name }}'}}),
  ],
  ['E210', 'context.rules[0]', 'words of the caller in a rule', sound, {context: {rules: ['Зови его {{ f.name }}']}}],
  ['W301', 'flow.states.bye.say', 'a link', say('Подробнее на https://studio.example')],
  ['W301', 'flow.states.bye.say', 'markup', say('**Спасибо** за звонок')],
  ['W302', 'flow.states.bye.say', 'digits', say('Приходите в 15:30')],
  ['W303', 'flow.states.bye.say', 'an emoji', say('Спасибо 😀')],
  ['W304', 'flow.states.bye.say', 'an abbreviation', say('Мы на ул. Садовой')],
  ['W305', 'flow.states.bye.say', 'an acronym', say('Нужен ваш ИНН')],
  ['W306', 'flow.states.bye.say', 'a Latin word', say('Мы сделаем shellac')],
  ['W307', 'flow.states.bye.say', 'a monologue', say('слово '.repeat(40).trim())],
  ['W308', 'flow.states.bye.say', 'a missing language', flow({languages: {default: 'ru', supported: ['ru', 'en']}})],
  ['W311', 'flow.fields.phone', 'a phone of a bot without Russian', flow({languages: {default: 'en'}})],
  ['W313', 'flow.states.bye.say', 'a hole where nothing is known of the contact', say('До встречи, {{ contact.name }}')],
  [
    'W314',
    'flow.fields.me',
    'a question who it is without a way out',
    flow({fields: {...sound.fields, me: {type: 'yesno', ask: '{{ contact.name }}, это вы?'}}}),
  ],
  ['I312', 'flow.fields.day', 'a day in no zone', flow({timezone: undefined})],
  [
    'I312',
    'flow.hours',
    'opening hours in no zone',
    flow({timezone: undefined, fields: {phone: sound.fields.phone}, hours: {mon: '09:00-18:00'}}),
  ],
  ['W310', 'flow.fields.day', 'a field without a question', flow({fields: {...sound.fields, day: {type: 'date'}}})],
  ['W401', 'flow.states.act.tools[0].use', 'a tool that is not configured', withTool('calendar.check')],
  ['W401', 'tools[0]', 'a calendar without an address', sound, {tools: [{name: 'calendar'}]}],
  ['E402', 'flow.states.act.tools[0].use', 'a tool that does not exist', withTool('calender.check')],
  ['W403', 'tools[0]', 'a transfer to nobody', sound, {tools: [{name: 'transfer_call'}]}],
  ['W404', 'flow.rules[0].then', 'a hand-off to nobody', flow({rules: [{id: 'x', match: {intents: ['handoff']}, then: 'handoff'}]})],
  ['E405', 'flow.handoff.target', 'a target that is no number', flow({handoff: {target: 'office'}})],
  [
    'W406',
    'flow.outcomes[0].webhook.url',
    'personal data without encryption',
    flow({outcomes: [{...sound.outcomes[0]!, webhook: {url: 'http://crm.example', phone: '{{ f.phone }}'}}, sound.outcomes[1]!]}),
  ],
  [
    'W406',
    'tools[0].config.url',
    'personal data to a tool without encryption',
    withTool('webhook', {phone: '{{ f.phone }}'}),
    {tools: [{name: 'webhook', config: {url: 'http://crm.example'}}]},
  ],
  ['W407', 'llm.model', 'a model that is gone', sound, {llm: {provider: 'groq', model: 'llama-3.1-8b-instant'}}],
  [
    'W408',
    'voice.stt.language',
    'a recogniser for one of two languages',
    flow({languages: {default: 'ru', supported: ['ru', 'en']}}),
    {voice: {stt: {language: 'ru'}}},
  ],
  ['W409', 'languages', 'two answers to one question', flow({languages: {default: 'ru'}}), {languages: {default: 'en'}}],
]

function confirmation(text: string, transitions = [{to: 'bye', on: 'yes_answer'}]): FlowInput {
  return states({
    check: {type: 'confirm', say: text, transitions, on_max_turns: 'bye'},
    intake: {...intake, transitions: [{to: 'check', when: 'complete'}]},
  })
}

function withTool(use: string, args: Record<string, string> = {}): FlowInput {
  return states({
    act: {type: 'action', tools: [{use, args}], next: 'bye'},
    intake: {...intake, transitions: [{to: 'act', when: 'complete'}]},
  })
}

const found = (input: FlowInput, rest?: Partial<SkillbaseInput>) =>
  lint(skillbaseOf(input, rest)).map(({code, path}) => `${code} ${formatPath(path)}`)

describe('the linter', () => {
  it('has nothing against a sound flow', () => {
    expect(found(sound)).to.deep.equal([])
  })

  for (const [code, path, what, input, rest] of seeds) {
    it(`finds ${what} (${code})`, () => {
      expect(found(input, rest).filter((one) => one.startsWith(code))).to.include(`${code} ${path}`)
    })
  }

  it('says everything in both languages', () => {
    for (const [code, , , input, rest] of seeds) {
      const finding = lint(skillbaseOf(input, rest)).find((one) => one.code === code)!
      expect(finding.message.en, code).to.match(/[a-z]/i)
      expect(finding.message.ru, code).to.match(/\p{Script=Cyrillic}/u)
    }
  })

  it('has no errors for the two whole examples', () => {
    for (const name of ['graph.yaml', 'linear.yaml']) {
      expect(lint(parseFixture(name).skillbase).filter(({severity}) => severity === 'error')).to.deep.equal([])
    }
  })

  it('takes nothing for a fault that is none', () => {
    const apart = found(edge({to: 'bye', when: 'f.day == "x"'}, {to: 'intake', when: 'f.day == "y"'}))
    expect(apart).to.not.include('W125 flow.states.intake.transitions[1]')
    expect(found(say('Дом пять, квартира десять. Да.'))).to.deep.equal([])
    expect(found(say('Ждём вас {{ f.day | say_date }}, телефон {{ f.phone | say_phone }}.'))).to.deep.equal([])
    expect(found(flow({rules: [{id: 'x', match: {intents: ['handoff']}, then: 'handoff'}], handoff: {fallback: 'bye'}}))).to.deep.equal([])
    expect(
      found(edge({to: 'bye', on: 'question', when: 'turn > 3'}, {to: 'intake', on: 'question'})).filter((one) => one.startsWith('W12')),
    ).to.deep.equal([])
  })

  it('lets an own line use the value it is about', () => {
    expect(found(flow({phrases: {noted: 'Так, {{ value }}.'}}))).to.deep.equal([])
  })

  it('knows the days on which models go', () => {
    const gone = skillbaseOf(sound, {llm: {provider: 'groq', model: 'llama-3.1-8b-instant'}})
    expect(lint(gone, '2026-11-25')[0]?.message.en).to.contain('was shut down on')
    expect(lint(gone, '2026-08-01')[0]?.message.en).to.contain('will be shut down on')
  })

  it('tells the shape of a file as S001 and states that are not there as E110', () => {
    expect(lintSource('a.yaml', 'schema: voicectl.scenario/v1\nflow: x').findings[0]).to.deep.include({
      severity: 'error',
      code: 'S001',
      line: 2,
    })
    expect(lintSource('a.yaml', 'schema: voicectl.scenario/v1\nstates:\n  a: {next: b}').findings[0]).to.deep.include({
      code: 'E110',
      line: 3,
    })
    expect(lintSource('a.yaml', 'a: [').findings[0]?.code).to.equal('S001')
  })

  it('tells the line of a finding in the file as it is written', () => {
    const source = fixtureText('graph.yaml').replace('to: farewell, on: wrong_number', 'to: farewell, on: wrong_nmber')
    const line = source.split('\n').findIndex((text) => text.includes('wrong_nmber')) + 1
    const finding = lintSource('graph.yaml', source).findings.find(({code}) => code === 'E112')
    expect(finding).to.deep.include({path: 'states.hello.transitions[2].on', line})
    expect(finding?.message.en).to.contain('did you mean wrong_number?')
  })
})
