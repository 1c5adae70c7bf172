import type {Path} from '../issue.ts'
import type {Check} from './context.ts'

/** E210 words of the caller inside an instruction to the model: whoever calls could give it orders. */
export const checkInjection: Check = ({skillbase, flow, report}) => {
  const check = (path: Path, text: string | undefined) => {
    if (text === undefined || !/\{[{%]/.test(text)) return
    const data = /\{[{%][^}]*?\b(f|contact|caller|tool)\b/.exec(text)
    if (data)
      report(
        path,
        'E210',
        `"${data[1]}" is data of a caller and cannot stand in an instruction to the model`,
        `«${data[1]}» — данные звонящего, им не место в указании модели`,
      )
    else report(path, 'E210', 'an instruction to the model is not a template', 'указание модели — не шаблон')
  }
  const {context, agent, tools} = skillbase
  check(['context', 'role'], context.role)
  check(['context', 'style'], context.style)
  for (const key of ['rules', 'safety_rules', 'facts'] as const) context[key].forEach((text, index) => check(['context', key, index], text))
  context.lead_criteria.forEach(({condition, action}, index) => {
    check(['context', 'lead_criteria', index, 'condition'], condition)
    check(['context', 'lead_criteria', index, 'action'], action)
  })
  check(['flow', 'persona', 'role'], flow.persona.role)
  check(['flow', 'persona', 'style'], flow.persona.style)
  flow.plan?.forEach((text, index) => check(['flow', 'plan', index], text))
  for (const [id, {goal, llm_notes: notes}] of Object.entries(flow.states)) {
    check(['flow', 'states', id, 'goal'], goal)
    check(['flow', 'states', id, 'llm_notes'], notes)
  }
  for (const [id, {description}] of Object.entries(flow.fields)) check(['flow', 'fields', id, 'description'], description)
  for (const [id, {description}] of Object.entries(flow.intents)) check(['flow', 'intents', id, 'description'], description)
  agent.handoff.criteria.forEach((text, index) => check(['agent', 'handoff', 'criteria', index], text))
  agent.handoff.targets.forEach(({context_rules: rules}, index) => check(['agent', 'handoff', 'targets', index, 'context_rules'], rules))
  if (agent.closing_message?.type === 'llm_prompt') check(['agent', 'closing_message', 'prompt'], agent.closing_message.prompt)
  tools.forEach((tool, index) => {
    if (tool.name !== 'transfer_call') return
    check(['tools', index, 'config', 'description'], tool.config.description)
    tool.config.rules.forEach((rule, position) => {
      check(['tools', index, 'config', 'rules', position, 'condition'], rule.condition)
      check(['tools', index, 'config', 'rules', position, 'context_rules'], rule.context_rules)
    })
  })
}
