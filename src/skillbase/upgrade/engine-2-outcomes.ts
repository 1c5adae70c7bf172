import type {OutcomeKind} from '../schema/flow.ts'
import type {EngineFields} from './engine-2-fields.ts'
import {asText, type LegacyObject, type Report} from './legacy.ts'
import {textsAt} from './localized.ts'
import {clip} from './limits.ts'
import {defaultOutcomes, type OutcomeInput} from './outcomes.ts'
import {isObject} from '../formats.ts'
import {optional} from './tools.ts'

/** Outcomes were lists of comparisons that all had to hold; here they are one condition. */
export function upgradeEngineOutcomes(given: readonly LegacyObject[], {fields, idOf}: EngineFields, report: Report): OutcomeInput[] {
  if (given.length === 0) return defaultOutcomes(Object.entries(fields).map(([id, {type}]) => ({id, type})))
  const outcomes = given.map((outcome, index) => outcomeOf(outcome, index, idOf, report))
  const chosen = outcomes.findIndex(({default: isDefault}) => isDefault)
  for (const [index, {default: isDefault}] of outcomes.entries()) {
    if (isDefault && index !== chosen)
      report.lossy(
        [...given[index]!.path, 'is_default'],
        'only one outcome can be the default',
        'исход по умолчанию может быть только один',
      )
  }
  return chosen === -1
    ? [...outcomes, {id: freeId(outcomes), kind: 'failed', default: true}]
    : outcomes.map((outcome, index) => ({...outcome, default: index === chosen}))
}

const freeId = (outcomes: readonly OutcomeInput[]) => (outcomes.some(({id}) => id === 'failed') ? 'unknown' : 'failed')

function outcomeOf(outcome: LegacyObject, index: number, idOf: EngineFields['idOf'], report: Report): OutcomeInput {
  const id = clip(outcome.text('id') ?? `outcome_${index + 1}`, 64, [...outcome.path, 'id'], report)!
  const isDefault = outcome.flag('is_default') === true
  const tests = outcome.objects('rules').map((rule) => {
    const test = comparison(rule, idOf, report)
    rule.leftOver()
    return test
  })
  const evidence = outcome.texts('required_fields').flatMap((name) => {
    const field = idOf(name)
    if (field === undefined) report.lossy([...outcome.path, 'required_fields'], `there is no field "${name}"`, `поля «${name}» нет`)
    return field ?? []
  })
  const webhook = outcome.raw('webhook_template')
  if (webhook !== undefined && !isObject(webhook))
    report.lossy([...outcome.path, 'webhook_template'], 'is no object with keys and was left out', 'это не объект с ключами, пропущено')
  const name = textsAt(outcome, 'name', report)
  const kind = kindOf(`${id} ${typeof name === 'object' ? (name.ru ?? name.en) : (name ?? '')}`, isDefault)
  outcome.leftOver()
  const known = tests.filter((test) => test !== undefined)
  if (tests.length === 0 && !isDefault)
    report.lossy(outcome.path, 'has no rules, so it was never reached; write `when`', 'без правил он никогда не наступал; напишите `when`')
  const usable = known.length === tests.length && known.length > 0
  return {
    id,
    kind,
    ...optional('name', name),
    ...(isDefault ? {} : {when: usable ? known.join(' && ') : 'false'}),
    evidence,
    ...(isObject(webhook) && {webhook: {...webhook}}),
    ...(isDefault && {default: true}),
  }
}

/** Values the old engine kept beside the fields. */
const specials: Readonly<Record<string, {readonly is: string; readonly number?: true}>> = {
  callback_requested: {is: 'flags.callback'},
  escalation_triggered: {is: 'counters.handoffs > 0'},
  not_target_reason: {is: "(intent == 'wrong_number' || intent == 'refuse')"},
  questions_answered: {is: 'counters.questions > 0'},
  all_required: {is: 'complete'},
  support_questions_count: {is: 'counters.questions', number: true},
  turn_count: {is: 'turn', number: true},
}

function comparison(rule: LegacyObject, idOf: EngineFields['idOf'], report: Report): string | undefined {
  const field = rule.text('field') ?? ''
  const test = rule.text('condition') ?? 'is_set'
  const value = rule.raw('value')
  const special = specials[field]
  const id = idOf(field)
  if (special && !special.number) {
    if (!['is_set', 'is_not_set', 'equals', 'not_equals'].includes(test))
      report.lossy([...rule.path, 'condition'], `"${test}" became "is set"`, `«${test}» стало «заполнено»`)
    const wantsFalse = test === 'is_not_set' || (test === 'equals' && value === false) || (test === 'not_equals' && value !== false)
    return wantsFalse ? `!(${special.is})` : special.is
  }
  const subject = special ? special.is : id && `f.${id}`
  if (!subject) {
    report.lossy(
      [...rule.path, 'field'],
      `there is no field "${field}"; the outcome cannot be reached`,
      `поля «${field}» нет, итог недостижим`,
    )
    return undefined
  }
  return tested(subject, test, value, special?.number === true, rule, report)
}

function tested(subject: string, test: string, value: unknown, always: boolean, rule: LegacyObject, report: Report): string | undefined {
  const given = always ? '' : `has(${subject}) && `
  const text = JSON.stringify(asText(value) ?? '')
  const number = Number(value)
  switch (test) {
    case 'is_set':
      return always ? 'true' : `has(${subject})`
    case 'is_not_set':
      return always ? 'false' : `!has(${subject})`
    case 'equals':
      return `${given}${subject} == ${typeof value === 'number' || always ? number : text}`
    case 'not_equals':
      return `${given}${subject} != ${typeof value === 'number' || always ? number : text}`
    case 'contains':
      return `${given}${subject}.contains(${text})`
    case 'greater_than':
    case 'less_than':
      if (!Number.isFinite(number)) report.lossy([...rule.path, 'value'], 'is not a number; 0 was taken', 'не число, взят 0')
      return `${given}${subject} ${test === 'greater_than' ? '>' : '<'} ${Number.isFinite(number) ? number : 0}`
    default:
      report.lossy(
        [...rule.path, 'condition'],
        `there is no comparison "${test}"; the outcome cannot be reached`,
        `сравнения «${test}» нет, итог недостижим`,
      )
      return undefined
  }
}

function kindOf(words: string, isDefault: boolean): OutcomeKind {
  const text = words.toLowerCase()
  const found = kinds.find(([match]) => match.test(text))
  return found ? found[1] : isDefault ? 'failed' : 'info_only'
}

const kinds: readonly (readonly [RegExp, OutcomeKind])[] = [
  [/do_?not_?call/, 'do_not_call'],
  [/wrong_?number|ошиб.*номер/, 'wrong_number'],
  [/voicemail|автоответ/, 'voicemail'],
  [/not_?target|нецелев/, 'not_target'],
  [/callback|call_back|перезвон/, 'callback'],
  [/book|lead|order|appointment|complete|лид|запис|заявк/, 'lead'],
  [/transfer|escalat|operator|оператор/, 'transferred'],
  [/refus|reject|отказ/, 'refused'],
  [/info|question|support|консульт|информ/, 'info_only'],
  [/fail|timeout|error|unknown/, 'failed'],
]
