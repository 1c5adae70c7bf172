import type {SkillbaseInput} from '../schema/skillbase.ts'
import {slugify} from '../../ids.ts'
import {isObject} from '../formats.ts'
import {summaryLine} from './fields.ts'
import {patience} from './graph.ts'
import {clip, divide, within} from './limits.ts'
import {asText, type LegacyObject, type Report} from './legacy.ts'
import {phrasesByLanguage, textsOf} from './localized.ts'
import {specFields} from './spec-1-fields.ts'
import {specOutcomes} from './spec-1-outcomes.ts'
import {optional} from './tools.ts'
import type {Body} from './body.ts'
import {type Language, upgradeLanguage} from './voice.ts'

type FlowInput = SkillbaseInput['flow']

/**
 * The fixed conversation of specification 1.0: greeting, intake, support, confirmation, closing. Sentences are bilingual templates;
 * what the engine does by itself (repeat, unclear speech, interruptions) needs no state any more.
 */
export function upgradeSpec1(root: LegacyObject, report: Report): Body {
  root.raw('version')
  const bot = root.object('bot')
  const languages = languagesOf(root, report)
  const intake = root.object('intake')
  const retries = within(intake.number('max_retries') ?? root.object('limits').number('field_retries'), 0, 10)
  const fields = specFields([...root.objects('fields'), ...intake.objects('fields')], retries, report)
  const support = root.object('support')
  const limits = root.object('limits')
  const name = clip(bot.text('name') ?? root.text('bot_name'), 80, ['bot', 'name'], report)
  const company = clip(bot.text('company') ?? root.text('company_name'), 200, ['bot', 'company'], report)
  const greeting = textsOf(root.raw('greeting') ?? bot.raw('greeting'))
  const {outcomes, closing} = specOutcomes(root, fields, report)
  const turns = within(limits.number('max_turns'), 1, 500)
  const duration = within(limits.number('max_call_duration_sec'), 30, 7200)
  const silence = within(limits.number('silence_timeout_sec') ?? limits.number('silence_sec'), 1, 120)
  const base = support.text('knowledge_base_id') ?? root.text('knowledge_base_id')
  const [topK, minScore] = (['top_k', 'min_score'] as const).map((key) => {
    const value = support.number(key)
    if (value !== undefined && base === undefined)
      report.lossy([...support.path, key], 'belongs to a knowledge base, and none is named', 'относится к базе знаний, а она не указана')
    return value
  })
  const questions = within(support.number('max_questions'), 1, 50)
  const body: Body = {
    ...optional('slug', slugify(bot.text('id') ?? root.text('bot_id') ?? root.text('id') ?? '') || undefined),
    ...optional('name', company),
    context: {
      ...optional('role', clip(bot.text('role'), 500, ['bot', 'role'], report)),
      ...optional('style', clip(bot.text('style'), 500, ['bot', 'style'], report)),
      rules: divide(root.texts('rules'), 500, 50, ['rules'], report),
    },
    flow: {
      flow: 'graph',
      persona: {...optional('name', name), ...optional('company', company)},
      languages,
      ...(greeting !== undefined && {greeting: {inbound: greeting}}),
      fields,
      intents: supportIntents(support),
      start: 'greeting',
      states: statesOf(
        Object.keys(fields),
        textsOf(root.object('confirm').raw('say') ?? root.object('confirm').raw('template')),
        base !== undefined,
      ),
      rules: notTarget(root, report),
      ...(closing !== undefined && {closing}),
      ...(base !== undefined && {
        knowledge: {
          base,
          ...optional('top_k', round(within(topK, 1, 20))),
          ...optional('min_score', within(minScore, 0, 1)),
        },
      }),
      ...(silence !== undefined && {silence: {reask_after: silence}}),
      limits: {
        ...optional('max_turns', round(turns)),
        ...optional('max_duration', duration),
        ...optional('max_questions', round(questions)),
      },
      outcomes,
    },
  }
  // The engine has these patterns built in, with limits of its own.
  for (const key of ['interrupt_handling', 'repeat_policy', 'unclear_speech']) root.raw(key)
  for (const part of [bot, intake, support, limits, root.object('confirm')]) part.leftOver()
  return body
}

const round = (value: number | undefined) => (value === undefined ? undefined : Math.round(value))

function languagesOf(root: LegacyObject, report: Report) {
  const given = root.raw('language') ?? root.raw('languages')
  if (!isObject(given)) return {default: upgradeLanguage(asText(Array.isArray(given) ? given[0] : given), ['language'], report) ?? 'ru'}
  const language = root.object(root.has('language') ? 'language' : 'languages')
  const main = upgradeLanguage(language.text('default'), [...language.path, 'default'], report) ?? 'ru'
  const others = language.texts('supported').flatMap((code) => upgradeLanguage(code, [...language.path, 'supported'], report) ?? [])
  language.leftOver()
  return {default: main, supported: [...new Set<Language>([main, ...others])]}
}

/** Keywords that led to support become phrases of the built-in question. */
function supportIntents(support: LegacyObject): NonNullable<FlowInput['intents']> {
  const phrases = phrasesByLanguage(support.raw('trigger_keywords'))
  support.raw('trigger_intents')
  return phrases === undefined ? {} : {question: {phrases}}
}

function statesOf(fields: string[], say: ReturnType<typeof textsOf>, knowledge: boolean): NonNullable<FlowInput['states']> {
  const intake = fields.length > 0 ? 'intake' : 'support'
  return {
    greeting: {
      type: 'talk',
      transitions: [
        {to: 'support', on: 'question'},
        {to: intake, on: 'book'},
        {to: 'closing', on: ['wrong_number', 'refuse', 'goodbye']},
      ],
      max_turns: 2,
      on_max_turns: intake,
    },
    ...(fields.length > 0 && {
      intake: {
        type: 'collect',
        collect: fields,
        transitions: [
          {to: 'confirm', when: 'complete'},
          {to: 'support', on: 'question'},
        ],
        max_turns: patience(fields.length),
        on_max_turns: 'closing',
      },
      confirm: {
        type: 'confirm',
        say: say ?? {ru: summaryLine(fields, 'ru'), en: summaryLine(fields, 'en')},
        transitions: [
          {to: 'closing', on: 'yes_answer'},
          {to: 'intake', on: ['no_answer_given', 'correction']},
        ],
        max_turns: patience(),
        on_max_turns: 'closing',
      },
    }),
    support: {
      type: 'answer',
      ...(knowledge && {knowledge}),
      transitions: [...(fields.length > 0 ? [{to: 'intake', on: 'book'}] : []), {to: 'closing', on: ['thanks', 'goodbye']}],
      max_turns: patience(),
      on_max_turns: fields.length > 0 ? 'intake' : 'closing',
    },
    closing: {type: 'end'},
  }
}

/** `{reason: [phrases]}` or `[{reason, patterns}]`: people who called the wrong place. */
function notTarget(root: LegacyObject, report: Report): NonNullable<FlowInput['rules']> {
  const given = root.raw('not_target')
  const pairs = isObject(given)
    ? Object.entries(given).map(([reason, value]) => ({reason, value}))
    : root.objects('not_target').map((one) => {
        const pair = {reason: one.text('reason') ?? one.text('id') ?? 'not_target', value: one.raw('patterns') ?? one.raw('phrases')}
        one.leftOver()
        return pair
      })
  return pairs.flatMap(({reason, value}) => {
    const phrases = phrasesByLanguage(value)
    const count = Array.isArray(phrases) ? phrases.length : Object.keys(phrases ?? {}).length
    if (phrases === undefined || count === 0) {
      report.lossy(['not_target'], `"${reason}" has no phrases and was left out`, `у «${reason}» нет фраз, пропущено`)
      return []
    }
    return [{id: reason.slice(0, 64), match: {phrases}, then: 'end' as const, outcome: 'not_target'}]
  })
}
