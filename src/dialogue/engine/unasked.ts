import type {Command} from './command.ts'
import type {Draft} from './draft.ts'
import type {Line} from './scenario/line.ts'
import type {Scenario, ScenarioField} from './scenario/scenario.ts'

type Contact = Readonly<Record<string, string>>

/**
 * What a yes-or-no question is about and the call does not know: «{{ contact.name }}, это вы?» without a name asks nobody in particular, and
 * whoever says yes to it has not said who they are. Whoever is only addressed by name («Анна, вам удобно?») is asked all the same.
 *
 * @returns keys of the contact, such as `name`
 */
export function unknownAbout({type, askLine}: ScenarioField, contact: Contact): readonly string[] {
  if (type !== 'yesno') return []
  const about = [...askLine.ru, ...askLine.en].filter(({source}) => asksAbout(source))
  const missing = about.flatMap(({needs, variables}) => {
    const named = variables.filter((path) => path.startsWith('contact.')).map(keyOf)
    // With a wording for either case there has to be one of them at least.
    const wanted = needs.length > 0 ? needs.map(keyOf) : named.some((key) => isKnown(contact, key)) ? [] : named
    return wanted.filter((key) => !isKnown(contact, key))
  })
  return [...new Set(missing)]
}

/** What the question of a field cannot do without. */
const neededBy = (field: ScenarioField): readonly string[] => unknownAbout(field, {})

/** What a scenario asks about and a call does not know, so that it will not be asked. */
export const unknownAsked = ({fields}: Scenario, contact: Contact): readonly string[] => [
  ...new Set([...fields.values()].flatMap((field) => unknownAbout(field, contact))),
]

/** A yes to a question that could not be asked. */
export const agreesToUnasked = ({scenario, state}: Draft, command: Command): boolean =>
  command.kind === 'set' && command.value === true && unknownAbout(scenario.fields.get(command.field)!, state.contact).length > 0

/** Lists have their own words for nothing. */
const isKnown = (contact: Contact, key: string): boolean => {
  const text = (contact[key] ?? '').trim()
  return /[\p{L}\p{N}]/u.test(text) && !/^(?:null|none|undefined|nan|n\/a|нет|нет данных|не указано|неизвестно|unknown)$/i.test(text)
}

/** What a call has to know of its contact for this to be said without a hole. */
export function unknownSaid({fields, states, global, greeting, rules}: Scenario, contact: Contact): readonly string[] {
  const lines = [
    ...Object.values(greeting).filter((line): line is Line => typeof line === 'object'),
    ...[...fields.values()].filter((field) => neededBy(field).length === 0).flatMap(({askLine, reaskLine}) => [askLine, reaskLine]),
    ...[...states.values()].flatMap(({say, edges}) => [say, ...edges.map((edge) => edge.say)]),
    ...[...global, ...rules].map(({say}) => say),
  ]
  const needs = lines.flatMap(({ru, en}) => [...ru, ...en].flatMap((template) => template.needs.map(keyOf)))
  return [...new Set(needs)].filter((key) => !isKnown(contact, key))
}

const keyOf = (path: string): string => /^contact\.(\w+)/.exec(path)?.[1] ?? path

/** Whether a question, as it is written, names what it is about of the contact; a name that only addresses is taken out first. */
export function asksAbout(source: string): boolean {
  if (!/\bcontact\./.test(source)) return false
  return asksIfYou.test(source) || /\bcontact\./.test(source.replaceAll(addressed, ' '))
}

const asksIfYou = /(?<!\p{L})(?:это (?:точно |действительно )?вы|вы ли|is (?:this|that|it) you)(?!\p{L})/iu
const addressed = /(?:^|[.!?,]|\p{L}%\})\s*\{\{[^}]*contact\.[^}]*\}\}(?=\s*[,!.])|,\s*\{\{[^}]*contact\.[^}]*\}\}(?=\s*[?.!])/giu
