import {readFile} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'
import {parse} from 'yaml'
import {compileScenario} from '../../src/dialogue/engine/scenario/compile.ts'
import {unknownNames} from '../../src/scenario-test/format/check-names.ts'
import {readTestFile} from '../../src/scenario-test/format/read-test-file.ts'
import {loadTestedBot, type TestedBot} from '../../src/scenario-test/load-tested-bot.ts'
import {runSuite, type SuiteOptions} from '../../src/scenario-test/run/run-suite.ts'
import type {CaseResult, SuiteResult} from '../../src/scenario-test/result.ts'
import type {FlowInput} from '../../src/skillbase/schema/flow.ts'
import {skillbase as schema} from '../../src/skillbase/schema/skillbase.ts'

/** A small shop: asks for a product and a phone, checks, books. */
export const shop = `
flow: graph
persona: {name: Лия, company: Лавка}
languages: {default: ru, supported: [ru, en]}
greeting: {inbound: {ru: "Лавка, робот Лия, здравствуйте!", en: "The Shop, robot Leah, hello!"}}
phrases: {noted: {ru: "Так: {{ value }}.", en: "So: {{ value }}."}}
fields:
  product: {type: enum, ask: {ru: "Чай или кофе?", en: "Tea or coffee?"}, options: [{id: tea, say: {ru: чай, en: tea}}, {id: coffee, say: {ru: кофе, en: coffee}}]}
  amount: {type: number, ask: {ru: "Сколько пачек?", en: "How many packs?"}, min: 1, max: 9}
  gift: {type: yesno, ask: {ru: "Завернуть в подарок?", en: "Gift wrapping?"}, required: false}
  phone: {type: phone, ask: {ru: "Ваш телефон?", en: "Your phone?"}, confirm: explicit}
states:
  order: {type: collect, collect: [product, amount, gift, phone], tools: [{use: stock.check, args: {product: "{{ f.product }}"}, save_as: stock}], transitions: [{to: send, when: complete}]}
  send: {type: action, tools: [{use: stock.take, args: {product: "{{ f.product }}", amount: "{{ f.amount }}"}, save_as: taken}], transitions: [{to: done, when: "tool.taken.ok"}, {to: sorry, when: "!tool.taken.ok", priority: -1}]}
  done: {type: end, say: {ru: "Отправляем, спасибо!", en: "On its way, thank you!"}, outcome: lead}
  sorry: {type: end, say: {ru: "Этого сейчас нет, простите.", en: "That is sold out, sorry."}}
rules: [{id: beer, match: {phrases: {ru: [пиво], en: [beer]}}, then: refuse, say: {ru: "Пива нет.", en: "No beer."}}]
handoff: {target: "+78005553535"}
outcomes:
  - {id: lead, kind: lead, when: "has(f.phone)", evidence: [phone]}
  - {id: failed, kind: failed, default: true}
`

export function botFrom(flow: string | FlowInput, name = 'shop.yaml'): TestedBot {
  const skillbase = schema.parse({schema: 'voicectl/skillbase/v1', flow: typeof flow === 'string' ? parse(flow) : flow})
  return {name, skillbase, scenario: compileScenario(skillbase, 'test')}
}

/** A bot of test/fixtures/flows. */
export const fixtureBot = (name: string): Promise<TestedBot> =>
  loadTestedBot(
    {kind: 'file', path: fileURLToPath(new URL(`../fixtures/flows/${name}`, import.meta.url))},
    {readFile: (path) => readFile(path), stored: () => Promise.reject(new Error('no store here'))},
  )

/** Runs the text of a test file against a bot, without files. The head of the file may be left out. */
export async function runText(
  text: string,
  {bot = botFrom(shop), ...options}: {readonly bot?: TestedBot} & Partial<SuiteOptions> = {},
): Promise<SuiteResult> {
  const {file, document} = readTestFile(
    'shop.test.yaml',
    '/tests/shop.test.yaml',
    text.includes('scenario:') ? text : `scenario: shop.yaml\n${text}`,
  )
  const issues = unknownNames(file, bot.scenario).map(document.placed)
  if (issues.length > 0) throw new Error(issues.map(({path, message}) => `${path}: ${message.en}`).join('\n'))
  return runSuite([{file, bot}], {mode: 'off', isWanted: () => true, bail: false, ...options})
}

/** The only case of a run. */
export const onlyCase = ({files}: SuiteResult): CaseResult => files[0]!.cases[0]!

/** `turn 1 fields.amount: expected 3, actual 2 (accepted)`: what is wrong with the only case. */
export const complaints = (result: SuiteResult): string[] =>
  onlyCase(result).failures.map(
    ({turn, check, expected, actual}) => `${turn === undefined ? '' : `turn ${turn} `}${check}: expected ${expected}, actual ${actual}`,
  )
