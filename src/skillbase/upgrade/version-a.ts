import {issue} from '../issue.ts'
import type {FieldInput} from './fields.ts'
import {fieldByName} from './fields.ts'
import {openEnvelope} from './envelope.ts'
import {closeGraph, statesInput} from './graph.ts'
import {type Intents, intentsInput} from './intents.ts'
import {clip, divide} from './limits.ts'
import {asText, type LegacyObject, type Report} from './legacy.ts'
import {upgradeLlm} from './llm.ts'
import {fieldNamer} from './names.ts'
import {defaultOutcomes} from './outcomes.ts'
import {optional, upgradeTools} from './tools.ts'
import type {Body} from './body.ts'
import {statesOfVersionA} from './version-a-states.ts'
import {upgradeLanguage, upgradeVoice} from './voice.ts'

/**
 * The first generation: `flow` is a list of state names or states with edges between them. It has no sentences and no fields;
 * fields are made from the CRM mapping, sentences are left to the engine or the model.
 */
export function upgradeVersionA(root: LegacyObject, report: Report): Body {
  const {config, identity, knowledgeBase} = openEnvelope(root, report)
  const context = config.object('context')
  const agent = config.object('agent')
  const voice = config.object('voice')
  const {fields, mapping} = fieldsOf(agent.object('crm_field_mapping'), report)
  const {tools, targets} = upgradeTools(config.objects('tools'), true, report)
  const language = upgradeLanguage(voice.text('stt_language'), [...voice.path, 'stt_language'], report)
  const sound = upgradeVoice(voice.text('tts_voice_id'), [...voice.path, 'tts_voice_id'], report)
  const intents: Intents = new Map()
  const flow = config.object('flow')
  const states = closeGraph(statesOfVersionA(flow, Object.keys(fields), intents, report), report)
  // With one state there is no line to follow, only a conversation to leave.
  const linear = flow.text('type') !== 'graph' && states.length > 2
  const llm = config.has('llm') ? upgradeLlm(config.object('llm'), report) : undefined
  for (const [key, known] of [
    ['tts_provider', 'cartesia'],
    ['stt_provider', 'deepgram'],
  ] as const) {
    const name = voice.text(key)
    if (name !== undefined && name !== known)
      report.lossy([...voice.path, key], `"${name}" is not supported; ${known} was taken`, `«${name}» не поддерживается, взят ${known}`)
  }

  const body: Body = {
    ...identity,
    context: {
      ...optional('role', clip(required(context, 'role', report), 500, [...context.path, 'role'], report)),
      ...optional('style', clip(required(context, 'style', report), 500, [...context.path, 'style'], report)),
      safety_rules: divide(context.texts('safety_rules'), 500, 50, [...context.path, 'safety_rules'], report),
      facts: divide(context.texts('facts'), 500, 100, [...context.path, 'facts'], report),
    },
    flow: {
      flow: linear ? 'linear' : 'graph',
      ...(sound.gender && {persona: {gender: sound.gender}}),
      ...(language === 'en' && {languages: {default: language}}),
      fields,
      intents: intentsInput(intents),
      start: states[0]!.id,
      states: statesInput(states, linear),
      ...(targets[0] && {handoff: {target: targets[0].to}}),
      outcomes: defaultOutcomes(Object.entries(fields).map(([id, {type}]) => ({id, type}))),
    },
    agent: {
      handoff: {criteria: criteriaOf(agent.object('handoff_criteria'), report), targets: [...targets]},
      crm_field_mapping: mapping,
    },
    tools: [...tools],
    ...((sound.voice || language) && {voice: {...(sound.voice && {tts: {voice: sound.voice}}), ...(language && {stt: {language}})}}),
    ...(llm && {llm}),
    ...(knowledgeBase && {knowledge: {base: knowledgeBase}}),
  }
  for (const part of [context, flow, agent, voice, config]) part.leftOver()
  return body
}

function required(object: LegacyObject, key: string, report: Report): string | undefined {
  const text = object.text(key)
  if (text === undefined) report.refuse(issue([...object.path, key], 'MISSING_KEY', 'is missing', 'не указано'))
  return text
}

/** The keys of the mapping were the only place that told which fields a bot collects. */
function fieldsOf(crm: LegacyObject, report: Report) {
  const fields: Record<string, FieldInput> = {}
  const mapping: Record<string, string> = {}
  const name = fieldNamer()
  for (const key of crm.keys) {
    const target = crm.text(key)
    const id = name(key)
    fields[id] = fieldByName([key])
    if (target !== undefined) mapping[id] = clip(target, 100, [...crm.path, key], report)!
    else report.lossy([...crm.path, key], 'names no CRM field', 'не указано поле CRM')
  }
  return {fields, mapping}
}

/** `complex_request: true` was a switch; a text or number beside it was a remark. */
function criteriaOf(criteria: LegacyObject, report: Report): string[] {
  const texts = criteria.keys.flatMap((key) => {
    const value = criteria.raw(key)
    if (value === false || value === undefined) return []
    const words = key.replaceAll('_', ' ')
    const remark = value === true ? undefined : (asText(value) ?? JSON.stringify(value))
    return [remark === undefined ? words : `${words}: ${remark}`]
  })
  return divide(texts, 500, 20, criteria.path, report)
}
