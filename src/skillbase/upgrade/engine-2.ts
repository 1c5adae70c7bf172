import {issue} from '../issue.ts'
import {upgradeConditionedEdges} from './engine-2-edges.ts'
import {upgradeEngineFields} from './engine-2-fields.ts'
import {upgradeGuardrails} from './engine-2-guardrails.ts'
import {upgradeEngineOutcomes} from './engine-2-outcomes.ts'
import {upgradeEngineStates} from './engine-2-states.ts'
import {closeGraph, statesInput} from './graph.ts'
import {type Intents, intentsInput} from './intents.ts'
import {clip, divide, within} from './limits.ts'
import type {LegacyObject, Report} from './legacy.ts'
import {upgradeSlug} from './slug.ts'
import {optional} from './tools.ts'
import type {Body} from './body.ts'
import {type Language, upgradeLanguage} from './voice.ts'

/** The scenario engine's graph, version 2.0. It had goals and intents, but no sentences except those of the model. */
export function upgradeEngine2(root: LegacyObject, report: Report): Body {
  root.raw('version')
  const personality = root.object('personality')
  const {languages} = languagesOf(root.object('language'), report)
  const given = upgradeEngineStates(root.objects('states'), report)
  const limits = root.object('limits')
  const retries = within(limits, 'max_turn_retries', [0, 10], report)
  const fields = upgradeEngineFields(given.fields, retries, report)
  const intents: Intents = new Map()
  upgradeConditionedEdges(root.objects('transitions'), given.states, intents, fields.idOf, report)
  if (given.states.length === 0) report.refuse(issue(['states'], 'MISSING_KEY', 'is missing', 'не указано'))
  const states = given.states.length > 0 ? closeGraph({states: given.states, start: given.start}, report) : []
  const {rules, notes} = upgradeGuardrails(root.objects('guardrails'), report)
  const silence = within(limits, 'silence_timeout_sec', [1, 120], report)
  const turns = within(limits, 'max_turns', [1, 500], report)
  const duration = within(limits, 'max_call_duration_sec', [30, 7200], report)
  const company = clip(personality.text('company'), 200, ['personality', 'company'], report)
  const base = personality.text('base_system_prompt')
  const style = [personality.text('tone'), personality.text('language_style')].filter((part) => part !== undefined).join('; ')
  const base_ = root.text('knowledge_base_id')
  const usesKnowledge = states.some(({knowledge}) => knowledge)
  const body: Body = {
    ...optional('slug', upgradeSlug(root.text('bot_id'), ['bot_id'], report)),
    ...optional('name', clip(root.text('name'), 255, ['name'], report) ?? company),
    context: {
      ...optional('role', clip(personality.text('role'), 500, ['personality', 'role'], report)),
      ...optional('style', clip(style === '' ? undefined : style, 500, ['personality', 'language_style'], report)),
      rules: [...divide(base === undefined ? [] : [base], 500, 50 - notes.length, ['personality', 'base_system_prompt'], report), ...notes],
    },
    flow: {
      flow: 'graph',
      persona: {...optional('name', clip(personality.text('name'), 80, ['personality', 'name'], report)), ...optional('company', company)},
      languages,
      fields: fields.fields,
      intents: intentsInput(intents),
      ...(states[0] && {start: given.start}),
      states: statesInput(states, false),
      rules,
      ...((base_ || usesKnowledge) && {
        knowledge: {...optional('base', base_), ...optional('min_score', within(root, 'rag_min_score', [0, 1], report))},
      }),
      ...(silence !== undefined && {silence: {reask_after: silence}}),
      limits: {...optional('max_turns', turns === undefined ? undefined : Math.round(turns)), ...optional('max_duration', duration)},
      outcomes: upgradeEngineOutcomes(root.objects('outcomes'), fields, report),
    },
  }
  for (const part of [personality, limits]) part.leftOver()
  return body
}

function languagesOf(language: LegacyObject, report: Report) {
  const main = upgradeLanguage(language.text('default'), ['language', 'default'], report) ?? 'ru'
  const others = language.texts('supported').flatMap((code, index) => upgradeLanguage(code, ['language', 'supported', index], report) ?? [])
  const detect = language.flag('auto_detect') !== false && language.flag('allow_switch') !== false
  language.leftOver()
  return {languages: {default: main, supported: [...new Set<Language>([main, ...others])], ...(!detect && {detect})}}
}
