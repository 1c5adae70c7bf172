import {issue} from '../issue.ts'
import type {SkillbaseInput} from '../schema/skillbase.ts'
import {atMost, clip} from './limits.ts'
import type {LegacyObject, Report} from './legacy.ts'
import {namer} from './names.ts'
import {phrasesOf} from './patterns.ts'

export type RuleInput = NonNullable<SkillbaseInput['flow']['rules']>[number]

export interface UpgradedGuardrails {
  readonly rules: RuleInput[]
  /** Hints were instructions to the model and were read out to callers; here they are instructions again. */
  readonly notes: string[]
}

export function upgradeGuardrails(guardrails: readonly LegacyObject[], report: Report): UpgradedGuardrails {
  const notes: string[] = []
  const id = namer(/^.{1,60}$/, 'rule')
  const rules = guardrails.flatMap((guardrail): RuleInput[] => {
    const pattern = guardrail.text('pattern') ?? ''
    const found = phrasesOf(pattern)
    const phrases = [...new Set(found.phrases.map((phrase) => everyday[phrase] ?? phrase))]
    const lossy = found.lossy || phrases.some((phrase) => !found.phrases.includes(phrase))
    const name = id(guardrail.text('id') ?? 'rule')
    const hint = guardrail.text('response_hint')
    const then = actionOf(guardrail, report)
    if (guardrail.text('type') !== undefined)
      report.lossy([...guardrail.path, 'type'], 'rules have no kinds: what is done decides', 'у правил нет видов, решает действие')
    guardrail.leftOver()
    if (hint !== undefined)
      notes.push(clip(`${phrases.slice(0, 5).join(', ')}: ${hint}`, 500, [...guardrail.path, 'response_hint'], report)!)
    if (phrases.length === 0) {
      report.lossy(
        [...guardrail.path, 'pattern'],
        `nothing of "${pattern.slice(0, 60)}" can be said as phrases; the rule was left out`,
        `из «${pattern.slice(0, 60)}» не получилось фраз, правило пропущено`,
      )
      return []
    }
    if (lossy)
      report.lossy(
        [...guardrail.path, 'pattern'],
        `became the phrases ${phrases.slice(0, 8).join(', ')}; they match less, check them`,
        `стало фразами ${phrases.slice(0, 8).join(', ')}; они узнают меньше, проверьте их`,
      )
    return [{id: name, match: {phrases: [...phrases]}, then}]
  })
  return {rules, notes: atMost(notes, 20, ['guardrails'], report)}
}

/** Word beginnings that were meant for one thing and caught everyday speech: "what choice is there?" was taken for politics. */
const everyday: Readonly<Record<string, string>> = {
  выбор: 'выборы',
  голос: 'голосование',
  голосова: 'голосование',
  партия: 'политическая партия',
  парти: 'политическая партия',
  войн: 'война',
}

function actionOf(guardrail: LegacyObject, report: Report): RuleInput['then'] {
  const action = guardrail.text('action') ?? 'respond'
  switch (action) {
    case 'respond':
      return 'refuse'
    case 'escalate':
      return 'handoff'
    case 'end_call':
      return 'end'
    default:
      report.refuse(
        issue(
          [...guardrail.path, 'action'],
          'INVALID_VALUE',
          `must be one of respond, escalate, end_call, not "${action}"`,
          `ожидается одно из: respond, escalate, end_call, указано «${action}»`,
        ),
      )
      return 'refuse'
  }
}
