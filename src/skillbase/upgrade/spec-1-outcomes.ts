import {isObject} from '../formats.ts'
import type {FieldInput} from './fields.ts'
import {type LegacyObject, legacyObject, type Report} from './legacy.ts'
import {textsAt} from './localized.ts'
import {defaultOutcomes, type OutcomeInput} from './outcomes.ts'
import {optional} from './tools.ts'

/** The outcomes were fixed: not target, lead, callback, info, failed. A document could name their fields, webhooks and last words. */
export function specOutcomes(root: LegacyObject, fields: Readonly<Record<string, FieldInput>>, report: Report) {
  const settings = new Map(Object.entries(settingsOf(root, report)).map(([key, value]) => [key.toLowerCase(), value]))
  const key = root.has('closing_messages') ? 'closing_messages' : 'closing'
  const closings = isObject(root.raw(key)) ? root.object(key) : undefined
  const lead = settings.get('lead')
  const standard = defaultOutcomes(Object.entries(fields).map(([id, {type}]) => ({id, type})))
  // Where nobody can be reached there is no lead to require anything for.
  const required = requiredOf(standard.some(({id}) => id === 'lead') ? lead : undefined, fields, report)
  const outcomes: OutcomeInput[] = [
    {id: 'not_target', kind: 'not_target', when: "intent == 'wrong_number'"},
    ...standard.map((outcome) => {
      const setting = settings.get(outcome.id === 'info' ? 'info_only' : outcome.id)
      const webhook = setting?.raw('webhook_template')
      if (setting && webhook !== undefined && !isObject(webhook))
        report.lossy([...setting.path, 'webhook_template'], 'is no object with keys and was left out', 'это не объект с ключами, пропущено')
      const when = outcome.id === 'lead' && required.length > 0 ? required.map((id) => `has(f.${id})`).join(' && ') : outcome.when
      return {...outcome, ...optional('when', when), ...(isObject(webhook) && {webhook: fieldsNamed(webhook)})}
    }),
  ]
  for (const setting of settings.values()) setting.leftOver()
  if (!closings) return {outcomes, closing: textsAt(root, key, report)}
  const kinds = closings.keys.map((kind) => [kind.toLowerCase(), textsAt(closings, kind, report)] as const)
  const closing = kinds.find(([kind]) => kind === 'lead')?.[1] ?? kinds[0]?.[1]
  if (kinds.length > 1)
    report.lossy([key], 'one closing message was kept, the one of a lead', 'оставлено одно прощание, то, что после заявки')
  return {outcomes, closing}
}

function requiredOf(lead: LegacyObject | undefined, fields: Readonly<Record<string, FieldInput>>, report: Report): string[] {
  return (lead?.texts('required_fields') ?? []).filter((id, index) => {
    const isThere = Object.hasOwn(fields, id)
    if (!isThere) report.lossy([...lead!.path, 'required_fields', index], `there is no field "${id}"`, `поля «${id}» нет`)
    return isThere
  })
}

function settingsOf(root: LegacyObject, report: Report): Record<string, LegacyObject> {
  const given = root.raw('outcomes')
  if (!isObject(given)) return Object.fromEntries(root.objects('outcomes').map((one) => [one.text('id') ?? '', one]))
  return Object.fromEntries(Object.keys(given).map((key) => [key, legacyObject(given[key], ['outcomes', key], report)]))
}

/** `{{phone}}` was the field of that name; today it is `{{ f.phone }}`. */
const fieldsNamed = (webhook: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(webhook).replaceAll(/\{\{\s*(\w+)\s*\}\}/g, '{{ f.$1 }}')) as Record<string, unknown>
