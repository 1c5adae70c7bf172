import {expect} from 'chai'
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {compileScenario} from '../../../../src/dialogue/engine/scenario/compile.ts'
import {parseSkillbase} from '../../../../src/skillbase/parse.ts'
import {talk} from '../../../helpers/scenario.ts'

/** One line of `test/fixtures/first-words.jsonl`: what a flow asks for, what is answered, and what is to be known in the end. */
interface Row {
  readonly lang?: 'ru' | 'en'
  readonly fields: Readonly<Record<string, object>>
  readonly turns: readonly string[]
  readonly expect: Readonly<Record<string, string | number>>
}

/** The shortest flow that asks for the fields one by one. */
function flowOf({lang = 'ru', fields}: Row): string {
  return JSON.stringify({
    schema: 'voicectl.scenario/v1',
    id: 'first-words',
    flow: 'linear',
    languages: {default: lang},
    persona: {name: 'Вера', company: 'Ромашка', gender: 'f'},
    timezone: 'Europe/Moscow',
    hours: {'mon-sun': '09:00-21:00'},
    greeting: {inbound: lang === 'ru' ? 'Ромашка, виртуальный помощник Вера.' : 'This is Vera, a virtual assistant.'},
    fields,
    states: {
      main: {
        type: 'collect',
        collect: Object.keys(fields),
        transitions: [{to: 'done', when: 'complete'}],
        max_turns: 40,
        on_max_turns: 'done',
      },
      done: {type: 'end', say: lang === 'ru' ? 'До свидания!' : 'Goodbye!', outcome: 'lead'},
    },
    outcomes: [
      {id: 'lead', kind: 'lead', when: 'false', evidence: Object.keys(fields).slice(0, 1)},
      {id: 'failed', kind: 'failed', default: true},
    ],
  })
}

/** Plain questions, answered in the first words that come to mind. */
describe('the first words of an answer', () => {
  const lines = readFileSync(fileURLToPath(new URL('../../../fixtures/first-words.jsonl', import.meta.url)), 'utf8').split('\n')
  const rows = lines.filter(Boolean).map((line) => JSON.parse(line) as Row)
  for (const row of rows) {
    it(`are understood: ${row.turns.join(' · ')}`, () => {
      const scenario = compileScenario(parseSkillbase('flow.yaml', Buffer.from(flowOf(row))).skillbase, 'first-words')
      const call = talk(scenario)
      call.start()
      for (const turn of row.turns) if (!call.state.ending) call.say(turn)
      const held = Object.fromEntries(
        Object.entries(call.fields).map(([id, value]) => [id, value === true ? 'yes' : value === false ? 'no' : String(value)]),
      )
      expect(held).to.deep.equal(Object.fromEntries(Object.entries(row.expect).map(([id, value]) => [id, String(value)])))
    })
  }
})
