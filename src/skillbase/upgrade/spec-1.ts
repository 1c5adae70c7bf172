import type {SkillbaseInput} from '../schema/skillbase.ts'
import {isObject} from '../formats.ts'
import {summaryLine} from './fields.ts'
import {patience} from './graph.ts'
import {clip, divide, within} from './limits.ts'
import {knownIntents} from './intents.ts'
import type {LegacyObject, Report} from './legacy.ts'
import {phrasesAt, phrasesOf, textsAt} from './localized.ts'
import {upgradeSlug} from './slug.ts'
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
  const limits = root.object('limits')
  const retries = within(intake, 'max_retries', [0, 10], report) ?? within(limits, 'field_retries', [0, 10], report)
  const fields = specFields([...root.objects('fields'), ...intake.objects('fields')], retries, report)
  const support = root.object('support')
  const confirm = root.object('confirm')
  const name = clip(bot.text('name') ?? root.text('bot_name'), 80, ['bot', 'name'], report)
  const company = clip(bot.text('company') ?? root.text('company_name'), 200, ['bot', 'company'], report)
  const greeting = textsAt(root, 'greeting', report) ?? textsAt(bot, 'greeting', report)
  const {outcomes, closing} = specOutcomes(root, fields, report)
  const turns = within(limits, 'max_turns', [1, 500], report)
  const duration = within(limits, 'max_call_duration_sec', [30, 7200], report)
  const silence = within(limits, 'silence_timeout_sec', [1, 120], report) ?? within(limits, 'silence_sec', [1, 120], report)
  const base = support.text('knowledge_base_id') ?? root.text('knowledge_base_id')
  for (const key of ['top_k', 'min_score']) {
    if (base === undefined && support.has(key))
      report.lossy([...support.path, key], 'belongs to a knowledge base, and none is named', 'относится к базе знаний, а она не указана')
  }
  const questions = within(support, 'max_questions', [1, 50], report)
  const triggers = supportTriggers(support, report)
  const body: Body = {
    ...optional('slug', slugOf(root, bot, report)),
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
      intents: triggers.intents,
      start: 'greeting',
      states: statesOf(Object.keys(fields), {
        say: textsAt(confirm, 'say', report) ?? textsAt(confirm, 'template', report),
        knowledge: base !== undefined,
        onQuestion: triggers.on,
      }),
      rules: notTarget(root, report),
      ...(closing !== undefined && {closing}),
      ...(base !== undefined && {
        knowledge: {
          base,
          ...optional('top_k', round(within(support, 'top_k', [1, 20], report))),
          ...optional('min_score', within(support, 'min_score', [0, 1], report)),
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
  for (const key of ['interrupt_handling', 'repeat_policy', 'unclear_speech'])
    if (root.has(key)) report.lossy([key], 'the engine has rules of its own for this', 'для этого у движка свои правила')
  for (const part of [bot, intake, support, limits, confirm]) part.leftOver()
  return body
}

const round = (value: number | undefined) => (value === undefined ? undefined : Math.round(value))

function languagesOf(root: LegacyObject, report: Report) {
  const given = root.raw('language') ?? root.raw('languages')
  const key = root.has('language') ? 'language' : 'languages'
  if (!isObject(given)) {
    const [first = 'ru', ...more] = root.texts(key).flatMap((code) => upgradeLanguage(code, [key], report) ?? [])
    return {default: first, ...(more.length > 0 && {supported: [...new Set([first, ...more])]})}
  }
  const language = root.object(key)
  const main = upgradeLanguage(language.text('default'), [...language.path, 'default'], report) ?? 'ru'
  const others = language.texts('supported').flatMap((code) => upgradeLanguage(code, [...language.path, 'supported'], report) ?? [])
  language.leftOver()
  return {default: main, supported: [...new Set<Language>([main, ...others])]}
}

function slugOf(root: LegacyObject, bot: LegacyObject, report: Report): string | undefined {
  if (bot.has('id')) return upgradeSlug(bot.text('id'), [...bot.path, 'id'], report)
  const key = root.has('bot_id') ? 'bot_id' : 'id'
  return upgradeSlug(root.text(key), [key], report)
}

interface Triggers {
  readonly intents: NonNullable<FlowInput['intents']>
  /** What leads to support. */
  readonly on: readonly string[]
}

/** These lead elsewhere from the same states. */
const elsewhere: ReadonlySet<string> = new Set(['book', 'wrong_number', 'refuse', 'goodbye'])

/** Keywords that led to support become phrases of the built-in question; intents lead there beside it. */
function supportTriggers(support: LegacyObject, report: Report): Triggers {
  const phrases = phrasesAt(support, 'trigger_keywords', report)
  const on = support.texts('trigger_intents').flatMap((name, index) => {
    const known = (knownIntents(name) ?? []).filter((id) => !elsewhere.has(id))
    if (known.length === 0)
      report.lossy(
        [...support.path, 'trigger_intents', index],
        `"${name}" cannot lead to support and was left out`,
        `«${name}» не может вести к вопросам, пропущено`,
      )
    return known
  })
  return {intents: phrases === undefined ? {} : {question: {phrases}}, on: [...new Set(['question', ...on])]}
}

interface Spoken {
  readonly say: ReturnType<typeof textsAt>
  readonly knowledge: boolean
  readonly onQuestion: readonly string[]
}

function statesOf(fields: string[], {say, knowledge, onQuestion}: Spoken): NonNullable<FlowInput['states']> {
  const question = onQuestion.length === 1 ? onQuestion[0]! : [...onQuestion]
  const intake = fields.length > 0 ? 'intake' : 'support'
  return {
    greeting: {
      type: 'talk',
      transitions: [
        {to: 'support', on: question},
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
          {to: 'support', on: question},
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
    const phrases = phrasesOf(value, {path: ['not_target', reason], report})
    const count = Array.isArray(phrases) ? phrases.length : Object.keys(phrases ?? {}).length
    if (phrases === undefined || count === 0) {
      report.lossy(['not_target'], `"${reason}" has no phrases and was left out`, `у «${reason}» нет фраз, пропущено`)
      return []
    }
    return [{id: clip(reason, 64, ['not_target', reason], report)!, match: {phrases}, then: 'end' as const, outcome: 'not_target'}]
  })
}
