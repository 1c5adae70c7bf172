import type {Act} from '../../dialogue/engine/act.ts'
import type {Line} from '../../dialogue/engine/line.ts'
import type {Scenario} from '../../dialogue/engine/scenario.ts'
import type {CaseRun} from '../run/case-run.ts'
import type {Broken, InvariantName} from './broken.ts'

/** Longest line a bot may say of its own accord. */
export const maxActLength = 220

/** Lines that cannot be spoken: unfilled templates, digits, markup, monologues. */
export function brokenSpeech({turns}: CaseRun, scenario: Scenario): Broken[] {
  return turns.flatMap(({number, steps}) =>
    steps.flatMap(({turn}) =>
      turn.acts.flatMap((act) =>
        faultsOf(act, scenario).map(([name, en, ru]): Broken => ({
          name,
          turn: number,
          at: act.key,
          what: {en: `${en}: "${act.text}"`, ru: `${ru}: «${act.text}»`},
        })),
      ),
    ),
  )
}

type Fault = readonly [InvariantName, string, string]

function* faults(act: Act, scenario: Scenario): Generator<Fault> {
  const {text, key} = act
  if (/\{\{|\{%/.test(text)) yield ['unrendered_template', 'a template is spoken', 'вслух сказан шаблон']
  if (/\d/.test(text)) yield ['digits_in_speech', 'digits are spoken', 'в речи цифры']
  if (/[*_`#<>{}[\]|~]|https?:\/\/|www\./i.test(text)) yield ['markup_in_speech', 'markup is spoken', 'в речи разметка']
  if (text.length > maxActLength && key !== 'repeat' && !isAuthorsMonologue(key, scenario))
    yield ['too_long', `${text.length} characters at once`, `${text.length} знаков за раз`]
}

const faultsOf = (act: Act, scenario: Scenario): Fault[] => [...faults(act, scenario)]

/** What the skillbase words at such length is the author's business; the linter tells them. */
function isAuthorsMonologue(key: string, scenario: Scenario): boolean {
  return authorsWords(key, scenario).some((source) => source.length > maxActLength)
}

function authorsWords(key: string, scenario: Scenario): string[] {
  const [kind, ...rest] = key.split('.')
  const id = rest.join('.')
  const {fields, states, rules, greeting, handoff, knowledge, lines, facts} = scenario
  switch (kind) {
    case 'greeting':
      return [...sources(greeting.inbound), ...sources(greeting.outbound)]
    case 'consent':
      return sources(greeting.consent)
    case 'ask':
    case 'reask':
      return [...sources(fields.get(id)?.askLine), ...sources(fields.get(id)?.reaskLine)]
    case 'state':
      return sources(states.get(id)?.say)
    case 'edge':
      return [...[...states.values()].flatMap(({edges}) => edges), ...scenario.global].flatMap(({say}) => sources(say))
    case 'rule':
      return sources(rules.find((rule) => rule.id === id)?.say)
    case 'line':
      return sources(lines.get(id)?.own)
    case 'handoff':
      return sources(handoff.say)
    case 'not_found':
      return sources(knowledge?.notFound)
    case 'fact':
      return [facts.ru[id] ?? '', facts.en[id] ?? '']
    // Passages of a knowledge base are not worded by anybody here.
    case 'passage':
      return ['.'.repeat(maxActLength + 1)]
    default:
      return []
  }
}

const sources = (line: Line | undefined): string[] => [...(line?.ru ?? []), ...(line?.en ?? [])].map(({source}) => source)
