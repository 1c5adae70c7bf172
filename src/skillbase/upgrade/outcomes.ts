import type {SkillbaseInput} from '../schema/skillbase.ts'

export type OutcomeInput = NonNullable<SkillbaseInput['flow']['outcomes']>[number]

/**
 * How a conversation may have gone when the older configuration does not say: a lead as soon as the caller can be reached.
 * With no field that reaches anyone, a conversation can only have informed.
 */
export function defaultOutcomes(fields: readonly {readonly id: string; readonly type: string}[]): OutcomeInput[] {
  const contact = fields.find(({type}) => type === 'phone') ?? fields.find(({type}) => type === 'email')
  const others = fields.filter((field) => field !== contact)
  const lead: OutcomeInput[] = contact
    ? [{id: 'lead', kind: 'lead', when: `has(f.${contact.id})`, evidence: [contact.id, ...others.map(({id}) => id)]}]
    : []
  const callback: OutcomeInput = {id: 'callback', kind: 'callback', when: 'flags.callback'}
  return [...lead, callback, {id: 'info', kind: 'info_only', when: 'counters.questions > 0'}, {id: 'failed', kind: 'failed', default: true}]
}
