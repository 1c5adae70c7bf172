import {issue} from '../issue.ts'
import type {SkillbaseInput} from '../schema/skillbase.ts'
import {openEnvelope} from './envelope.ts'
import {type FieldInput, fieldByName} from './fields.ts'
import {atMost, clip, divide, within} from './limits.ts'
import type {LegacyObject, Report} from './legacy.ts'
import {fieldNamer} from './names.ts'
import {defaultOutcomes} from './outcomes.ts'
import {optional, upgradeTools} from './tools.ts'
import type {Body} from './body.ts'
import {upgradeLanguage, upgradeVoice} from './voice.ts'

/** The second generation, edited in five tabs: a role, a plan of the conversation in words, and what to note down. */
export function upgradeVersionB(root: LegacyObject, report: Report): Body {
  const {config, identity, knowledgeBase} = openEnvelope(root, report)
  const context = config.object('context')
  const flow = config.object('flow')
  const agent = config.object('agent')
  const language = upgradeLanguage(context.text('language'), [...context.path, 'language'], report) ?? 'ru'
  const sound = upgradeVoice(context.text('voice_id'), [...context.path, 'voice_id'], report)
  const {fields, mapping} = fieldsOf(agent.objects('lead_transfer_fields'), report)
  const {tools, targets} = upgradeTools(config.objects('tools'), false, report)
  const knowledge = config.object('knowledge_base')
  const documents = knowledge.texts('document_ids')
  const greetings = divide(flow.texts('greeting_phrases'), 1000, 20, [...flow.path, 'greeting_phrases'], report)
  const plan = divide(flow.texts('conversation_plan'), 500, 50, [...flow.path, 'conversation_plan'], report)
  const duration = within(context, 'max_call_duration', [30, 3600], report)
  const closing = closingMessage(agent, report)
  if (context.text('role') === undefined) report.refuse(issue([...context.path, 'role'], 'MISSING_KEY', 'is missing', 'не указано'))

  const body: Body = {
    ...identity,
    context: {
      ...optional('role', clip(context.text('role'), 500, [...context.path, 'role'], report)),
      ...optional('style', clip(context.text('style'), 500, [...context.path, 'style'], report)),
      rules: divide(context.texts('rules'), 500, 50, [...context.path, 'rules'], report),
      facts: divide(context.texts('facts'), 500, 100, [...context.path, 'facts'], report),
      lead_criteria: criteriaOf(context.objects('lead_criteria'), report),
    },
    flow: {
      flow: 'plan',
      ...(sound.gender && {persona: {gender: sound.gender}}),
      ...(language !== 'ru' && {languages: {default: language}}),
      ...(greetings.length > 0 && {greeting: {inbound: greetings, outbound: greetings}}),
      fields,
      plan: plan.length > 0 ? plan : [language === 'ru' ? 'Узнать, чем можно помочь, и помочь.' : 'Find out what is needed and help.'],
      ...(targets[0] && {handoff: {target: targets[0].to}}),
      ...(duration !== undefined && {limits: {max_duration: duration}}),
      // Without fields of its own a plan asks for what any plan does, and its outcomes are those of any plan.
      ...(Object.keys(fields).length > 0 && {outcomes: defaultOutcomes(Object.entries(fields).map(([id, {type}]) => ({id, type})))}),
    },
    agent: {
      crm_field_mapping: mapping,
      ...(targets.length > 0 && {handoff: {targets: [...targets]}}),
      ...(closing && {closing_message: closing}),
    },
    tools: [...tools],
    ...(sound.voice && {voice: {tts: {voice: sound.voice}}}),
    ...((knowledgeBase || documents.length > 0) && {
      knowledge: {...(knowledgeBase && {base: knowledgeBase}), ...(documents.length > 0 && {document_ids: documents})},
    }),
  }
  for (const part of [context, flow, agent, knowledge, config]) part.leftOver()
  return body
}

function fieldsOf(given: readonly LegacyObject[], report: Report) {
  const fields: Record<string, FieldInput> = {}
  const mapping: Record<string, string> = {}
  const name = fieldNamer()
  for (const field of given) {
    const label = field.text('name')
    const instruction = field.text('instruction')
    field.leftOver()
    if (label === undefined) {
      report.lossy(field.path, 'has no name and was left out', 'без имени, пропущено')
      continue
    }
    const id = name(label)
    const known = fieldByName([label], clip(instruction, 500, [...field.path, 'instruction'], report))
    // What the caller was never asked for in so many words cannot hold up the conversation.
    fields[id] = known.type === 'text' ? {...known, required: false} : known
    mapping[id] = clip(label, 100, [...field.path, 'name'], report)!
  }
  return {fields, mapping}
}

function criteriaOf(given: readonly LegacyObject[], report: Report) {
  return atMost(given, 20, ['context', 'lead_criteria'], report).flatMap((one) => {
    const condition = clip(one.text('condition'), 500, [...one.path, 'condition'], report)
    const action = clip(one.text('action'), 500, [...one.path, 'action'], report)
    one.leftOver()
    if (condition !== undefined && action !== undefined) return [{condition, action}]
    report.lossy(one.path, 'needs a condition and an action; it was left out', 'нужны condition и action, пропущено')
    return []
  })
}

type ClosingInput = NonNullable<NonNullable<SkillbaseInput['agent']>['closing_message']>

function closingMessage(agent: LegacyObject, report: Report): ClosingInput | undefined {
  if (!agent.has('closing_message')) return undefined
  const closing = agent.object('closing_message')
  const type = closing.text('type') ?? 'llm_prompt'
  const template = clip(closing.text('template'), 1000, [...closing.path, 'template'], report)
  const prompt = clip(closing.text('prompt'), 300, [...closing.path, 'prompt'], report)
  closing.leftOver()
  const other = type === 'static_template' ? 'prompt' : 'template'
  if (closing.has(other)) report.lossy([...closing.path, other], `does not go with type "${type}"`, `не относится к типу «${type}»`)
  if (type === 'static_template' && template !== undefined) return {type, template}
  if (type === 'llm_prompt' && prompt !== undefined) return {type, prompt}
  report.lossy(closing.path, `has no ${type === 'static_template' ? 'template' : 'prompt'} and was left out`, 'текст не указан, пропущено')
  return undefined
}
