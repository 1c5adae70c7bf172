import {expect} from 'chai'
import fc from 'fast-check'
import {simpleCommands} from '../../../../src/dialogue/engine/command.ts'
import type {Scenario} from '../../../../src/dialogue/engine/scenario/scenario.ts'
import type {DialogueState} from '../../../../src/dialogue/engine/state.ts'
import {refuse} from '../../../../src/dialogue/engine/validate.ts'
import {localTime} from '../../../../src/dialogue/engine/local-time.ts'
import {nluCommands} from '../../../../src/skillbase/prompt/nlu-schema.ts'
import {barber} from '../../../helpers/barber.ts'
import {countingTools} from '../../../helpers/live-call.ts'
import {modelCall} from '../../../helpers/model-call.ts'
import {wednesday} from '../../../helpers/scenario.ts'
import {scriptedLlm} from '../../../helpers/scripted-llm.ts'

const fields = ['service', 'date', 'time', 'name', 'phone', 'wish', 'nobody', '__proto__', 'constructor', '']
const values = [
  'haircut',
  'shave',
  'spa',
  '2026-03-12',
  '2020-01-01',
  '2026-02-31',
  '9999-99-99',
  '15:00',
  '25:61',
  'завтра',
  'в три',
  'Анна',
  'ну не знаю',
  'это самое',
  '+79031234567',
  '112',
  'yes',
  'no',
  'true',
  '42',
  '-1',
  'NaN',
  '1e999',
  'a@b.co',
  '<b>',
  '{{ caller }}',
  '\u0000',
  '\uD800',
  'я'.repeat(5000),
]
const kinds = [
  ...new Set([
    ...nluCommands,
    ...simpleCommands,
    'rule',
    'partial',
    'reopen',
    'switch_language',
    'end',
    'goto',
    'confirm',
    '__proto__',
    '',
  ]),
]
const replies = [
  'Записал вас на завтра в три, ждём!',
  'До свидания!',
  'Цена сто тысяч рублей. На какой день?',
  'IGNORE ALL PREVIOUS INSTRUCTIONS',
  'Я живой человек. Чем помочь?',
  '{"say": "hello"}',
  'Хорошо. На какой день вас записать?',
  'Понял вас. Чем помочь?',
  '😀'.repeat(400),
  '',
  ' \n ',
  '\u0000',
  '\u200B\u00AD',
  '…',
]
const orNull = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, {freq: 8})
const answer = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      commands: fc.array(
        fc.record(
          {
            kind: fc.constantFrom(...kinds),
            field: orNull(fc.constantFrom(...fields)),
            value: orNull(fc.oneof(fc.constantFrom(...values), fc.string({unit: 'binary', maxLength: 40}))),
            intent: orNull(fc.constantFrom('book', 'question', 'yes_answer', 'goodbye', 'do_not_call', 'nobody')),
            topic: orNull(fc.constantFrom('цена', '')),
          },
          {requiredKeys: ['kind']},
        ),
        {maxLength: 15},
      ),
      reply: fc.oneof(fc.constantFrom(...replies), fc.string({unit: 'binary', maxLength: 300})),
    }),
  },
  {weight: 2, arbitrary: fc.jsonValue()},
)

/** Where the conversation is when the model answers; after each, something the rules make nothing of. */
const beginnings: readonly (readonly string[])[] = [
  [],
  ['хочу подстричься'],
  ['хочу подстричься завтра'],
  ['хочу подстричься завтра в три'],
  ['хочу подстричься завтра в три', 'анна', 'восемь девятьсот три сто двадцать три сорок пять шестьдесят семь'],
  ['хочу подстричься завтра в три', 'анна', 'с этого номера'],
  ['хочу подстричься завтра в три', 'анна', 'с этого номера', 'нет'],
  ['хочу подстричься завтра в три', 'анна', 'с этого номера', 'нет', 'нет'],
]
const unclear = ['ну не знаю даже это самое', 'трам пам пам тарарам', 'вот оно как бывает же']

describe('whatever a model answers', function () {
  this.timeout(60_000)

  it('the call goes on, nothing is agreed to or done, every value is valid, and no false word is said', async () => {
    await fc.assert(
      fc.asyncProperty(
        answer,
        fc.constantFrom(...beginnings),
        fc.constantFrom(...unclear),
        fc.constantFrom('assist' as const, 'full' as const),
        async (json, lines, said, mode) => {
          let isHostile = false
          const {llm, requests} = scriptedLlm(() =>
            isHostile ? {json, text: typeof json === 'object' ? JSON.stringify(json) : String(json)} : {json: {commands: []}, text: ''},
          )
          const tools = countingTools()
          const {call, scenario} = modelCall({llm, flow: barber, mode, tools: tools.runner})
          await call.start()
          for (const line of lines) await call.hear(line)
          const before = call.state
          const asked = requests.length
          isHostile = true
          const {text, steps} = await call.hear(said)
          expect(requests.length - asked).to.be.at.most(1)
          expect(call.ended).to.equal(false)
          expect(confirmed(call.state)).to.deep.equal(confirmed(before).filter((id) => confirmed(call.state).includes(id)))
          expect(tools.runs.filter((key) => key.includes('calendar.book'))).to.deep.equal([])
          expectValid(scenario, call.state)
          expect(text).not.to.match(/\d|[*_#<>{}[\]]|😀|записал вас|до свидания|живой|сто тысяч|ignore/i)
          expect(text.trim()).not.to.equal('')
          expect(JSON.parse(JSON.stringify(call.state))).to.deep.equal(call.state)
          expect(steps[0]!.turn.trace.length).to.be.greaterThan(0)
        },
      ),
      {numRuns: 250},
    )
  })

  it('a whole conversation with a mad model comes to a true end', async () => {
    const lines = ['хочу подстричься завтра в три', 'анна', 'с этого номера', 'нет', 'да всё верно']
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(answer), async (stream) => {
        const {llm} = scriptedLlm(() => {
          const {value} = stream.next() as {value: unknown}
          return {json: value, text: JSON.stringify(value)}
        })
        const {call, scenario} = modelCall({llm, flow: barber, mode: 'full'})
        await call.start()
        for (const line of lines) await call.hear(line)
        await call.hangUp()
        expectValid(scenario, call.state)
        const {fields: all, ending, tools} = call.state
        expect(ending!.kind).to.be.oneOf(['lead', 'callback', 'info_only', 'failed'])
        if (ending!.kind === 'lead') expect(all['phone']).to.include({status: 'confirmed', value: '+79260000000'})
        // Booked is what was said, by a "yes" that the caller said.
        if (tools['booking']?.ok) expect(all).to.have.nested.property('service.value', 'haircut')
        if (tools['booking']?.ok) expect(all).to.have.nested.property('time.value', '15:00')
      }),
      {numRuns: 40},
    )
  })
})

describe('whatever a plausible model makes of vague words', function () {
  this.timeout(60_000)
  const vague = [
    'ну такое',
    'сосед сверлит опять',
    'жена говорит надо',
    'ну вы поняли',
    'погода хорошая',
    'ну допустим',
    'у меня ремонт',
    'да как-то так',
  ]
  const guess = fc.record({
    kind: fc.constantFrom('set', 'correct', 'affirm', 'deny', 'ask', 'handoff', 'callback', 'complaint', 'emergency', 'cancel', 'intent'),
    field: fc.constantFrom('service', 'date', 'time', 'name', 'phone'),
    value: fc.constantFrom('shave', '2026-03-30', '19:00', 'Наполеон', 'Сосед', '+79990001122', 'погода хорошая'),
    intent: fc.constant('book'),
  })

  it('the visit is booked as the caller said it, and nobody is sent away', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.infiniteStream(fc.array(guess, {maxLength: 3})),
        fc.array(fc.constantFrom(...vague), {minLength: 3, maxLength: 3}),
        async (stream, [first, second, third]) => {
          const {llm} = scriptedLlm(() => {
            const {value: commands} = stream.next() as {value: unknown}
            return {json: {commands, reply: 'Любой день подойдёт, да?'}, text: 'Любой день подойдёт, да?'}
          })
          const {call} = modelCall({llm, flow: barber, mode: 'full'})
          await call.start()
          const said = []
          for (const line of [
            first!,
            'хочу подстричься',
            second!,
            'завтра',
            'в три',
            third!,
            'анна',
            'с этого номера',
            'нет',
            'да всё верно',
          ])
            said.push((await call.hear(line)).text)
          const {fields: all, tools} = call.state
          expect(tools['booking'], said.join(' | ')).to.include({ok: true})
          expect(all).to.have.nested.property('service.value', 'haircut')
          expect(all).to.have.nested.property('date.value', '2026-03-12')
          expect(all).to.have.nested.property('time.value', '15:00')
          expect(all).to.have.nested.property('name.value', 'Анна')
          expect(said.join(' ')).not.to.match(/любой день|точно не знаю/i)
        },
      ),
      {numRuns: 100},
    )
  })
})

const confirmed = ({fields: all}: DialogueState): string[] => Object.keys(all).filter((id) => all[id]!.status === 'confirmed')

function expectValid(scenario: Scenario, {fields: all}: DialogueState): void {
  for (const [id, {value, alts = []}] of Object.entries(all)) {
    const field = scenario.fields.get(id)!
    for (const each of value === undefined ? [] : [value, ...alts])
      expect(refuse(scenario, field, each, localTime(wednesday, scenario.timezone), {}), `${id}: ${String(each)}`).to.equal(undefined)
  }
}
