import {isObject} from '../formats.ts'
import type {Path} from '../issue.ts'
import {asText, legacyObject, type Report} from './legacy.ts'
import {declareIntent, type Intents, knownIntents} from './intents.ts'
import {sameName} from './names.ts'

/** When an edge is taken: nothing of both means always. */
export interface EdgeCondition {
  readonly on?: string[]
  readonly when?: string
}

interface Context {
  readonly intents: Intents
  /** The id a field has now; undefined when there is no such field. */
  readonly fieldId: (name: string) => string | undefined
  readonly report: Report
}

/**
 * A condition of an older graph. It came as an object of one of five types, or as free text that was meant to become one.
 * Undefined when it can never hold: the edge is left out.
 */
export function upgradeCondition(condition: unknown, path: Path, context: Context): EdgeCondition | undefined {
  if (condition === undefined || condition === null) return {}
  if (!isObject(condition)) {
    const text = asText(condition)
    if (text === undefined) context.report.lossy(path, 'says nothing; the edge is always taken', 'ничего не говорит, переход безусловный')
    return text === undefined ? {} : fromText(text, path, context)
  }
  const given = legacyObject(condition, path, context.report)
  const upgraded = fromObject(given.text('type') ?? 'always', given, context)
  given.leftOver()
  return upgraded
}

function fromObject(type: string, given: ReturnType<typeof legacyObject>, context: Context): EdgeCondition | undefined {
  const {path, report} = {...given, ...context}
  switch (type) {
    case 'always':
      return {}
    case 'field_collected':
    case 'all_required':
      return collected(given.text('field') ?? 'all_required', path, context)
    case 'intent_detected':
      return fromIntent(given.text('intent') ?? '', [...path, 'intent'], context)
    case 'keyword': {
      const phrases = given.texts('keywords')
      if (phrases.length > 0) return {on: [declareIntent({...context, path}, phrases[0]!, {phrases})]}
      report.lossy(path, 'names no keywords, so the edge was left out', 'не указаны ключевые слова, переход пропущен')
      return undefined
    }
    case 'custom':
      given.raw('custom_rule')
      report.lossy(
        path,
        'conditions of type "custom" never held; write what was meant as `when` or `on`',
        'условия типа «custom» никогда не выполнялись; запишите смысл в `when` или `on`',
      )
      return undefined
    default:
      report.lossy(path, `there is no condition type "${type}"; the edge was left out`, `типа условия «${type}» нет, переход пропущен`)
      return undefined
  }
}

function collected(field: string, path: Path, {fieldId, report}: Context): EdgeCondition | undefined {
  if (field === 'all_required') return {when: 'complete'}
  const id = fieldId(field)
  if (id) return {when: `has(f.${id})`}
  report.lossy(path, `there is no field "${field}", so the edge was left out`, `поля «${field}» нет, переход пропущен`)
  return undefined
}

function fromIntent(name: string, path: Path, {intents, report}: Context): EdgeCondition | undefined {
  const known = knownIntents(name)
  if (known) return {on: [...known]}
  if (name === '') {
    report.lossy(path, 'names no intent, so the edge was left out', 'намерение не указано, переход пропущен')
    return undefined
  }
  if (!intents.has(sameName(name))) {
    report.lossy(
      path,
      `intent "${name}" has no phrases; add some, until then only a language model recognises it`,
      `у намерения «${name}» нет фраз; добавьте их, пока его узнаёт только языковая модель`,
    )
  }
  return {on: [declareIntent({intents, path, report}, name, {description: name.replaceAll('_', ' ')})]}
}

function fromText(text: string, path: Path, context: Context): EdgeCondition | undefined {
  const name = text.toLowerCase()
  if (name === 'always' || name === 'true' || name === 'next') return {}
  if (['all_required', 'all_collected', 'complete', 'field_collected', 'fields_collected'].includes(name)) return {when: 'complete'}
  const known = knownIntents(text)
  if (known) return {on: [...known]}
  if (/^[a-z][a-z0-9_]*$/.test(text)) return fromIntent(text, path, context)
  context.report.lossy(
    path,
    `"${text}" became an intent with this one phrase; add how callers really say it`,
    `«${text}» стало намерением с одной этой фразой; добавьте, как говорят звонящие`,
  )
  return {on: [declareIntent({...context, path}, text, {phrases: [text], description: text})]}
}
