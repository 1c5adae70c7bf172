import {isObject} from '../formats.ts'
import type {FieldInput} from './fields.ts'
import {type LegacyObject, legacyObject, type Report} from './legacy.ts'
import {textsOf} from './localized.ts'
import {defaultOutcomes, type OutcomeInput} from './outcomes.ts'
import {optional} from './tools.ts'

/** The outcomes were fixed: not target, lead, callback, info, failed. A document could name their fields, webhooks and last words. */
export function specOutcomes(root: LegacyObject, fields: Readonly<Record<string, FieldInput>>, report: Report) {
  const settings = new Map(Object.entries(settingsOf(root, report)).map(([key, value]) => [key.toLowerCase(), value]))
  const closings = legacyObject(root.raw('closing_messages') ?? root.raw('closing'), ['closing_messages'], report)
  const lead = settings.get('lead')
  const required = lead?.texts('required_fields').filter((id) => Object.hasOwn(fields, id)) ?? []
  const standard = defaultOutcomes(Object.entries(fields).map(([id, {type}]) => ({id, type})))
  const outcomes: OutcomeInput[] = [
    {id: 'not_target', kind: 'not_target', when: "intent == 'wrong_number'"},
    ...standard.map((outcome) => {
      const setting = settings.get(outcome.id === 'info' ? 'info_only' : outcome.id)
      const webhook = setting?.raw('webhook_template')
      const when = outcome.id === 'lead' && required.length > 0 ? required.map((id) => `has(f.${id})`).join(' && ') : outcome.when
      return {...outcome, ...optional('when', when), ...(isObject(webhook) && {webhook: fieldsNamed(webhook)})}
    }),
  ]
  for (const setting of settings.values()) setting.leftOver()
  const kinds = closings.keys.map((key) => [key.toLowerCase(), textsOf(closings.raw(key))] as const)
  const closing = kinds.find(([key]) => key === 'lead')?.[1] ?? kinds[0]?.[1]
  if (kinds.length > 1)
    report.lossy(['closing_messages'], 'one closing message was kept, the one of a lead', 'оставлено одно прощание, то, что после заявки')
  return {outcomes, closing}
}

function settingsOf(root: LegacyObject, report: Report): Record<string, LegacyObject> {
  const given = root.raw('outcomes')
  if (!isObject(given)) return Object.fromEntries(root.objects('outcomes').map((one) => [one.text('id') ?? '', one]))
  return Object.fromEntries(Object.keys(given).map((key) => [key, legacyObject(given[key], ['outcomes', key], report)]))
}

/** `{{phone}}` was the field of that name; today it is `{{ f.phone }}`. */
const fieldsNamed = (webhook: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(webhook).replaceAll(/\{\{\s*(\w+)\s*\}\}/g, '{{ f.$1 }}')) as Record<string, unknown>
