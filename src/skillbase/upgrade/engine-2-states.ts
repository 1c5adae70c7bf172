import {issue} from '../issue.ts'
import type {StateDraft} from './graph.ts'
import {clip, within} from './limits.ts'
import type {LegacyObject, Report} from './legacy.ts'
import {textsAt, wordsAt} from './localized.ts'
import {sameName, stateNamer} from './names.ts'
import {optional} from './tools.ts'

export interface EngineStates {
  readonly states: StateDraft[]
  readonly start: string
  /** The fields of every state, as they stood there. */
  readonly fields: readonly {readonly state: StateDraft; readonly field: LegacyObject}[]
}

export function upgradeEngineStates(given: readonly LegacyObject[], report: Report): EngineStates {
  const id = stateNamer()
  const fields: {state: StateDraft; field: LegacyObject}[] = []
  const starts: string[] = []
  const states = given.flatMap((state): StateDraft[] => {
    const key = state.text('id')
    if (key === undefined) {
      report.refuse(issue([...state.path, 'id'], 'MISSING_KEY', 'is missing', 'не указано'))
      return []
    }
    const draft = draftOf(id(key), key, state, report)
    if (state.flag('is_start')) starts.push(draft.id)
    fields.push(...state.objects('collect_fields').map((field) => ({state: draft, field})))
    state.leftOver()
    return [draft]
  })
  if (starts.length > 1) {
    report.lossy(
      ['states'],
      `several states are the start; "${starts[0]}" was taken`,
      `начальных состояний несколько, взято «${starts[0]}»`,
    )
  }
  return {states, start: starts[0] ?? states[0]?.id ?? '', fields}
}

function draftOf(id: string, key: string, state: LegacyObject, report: Report): StateDraft {
  const names = namesOf(state, report)
  const goal = wordsAt(state, 'goal', report)
  const kept = new Set([sameName(key), sameName(goal ?? names[0] ?? '')])
  if (names.some((name) => !kept.has(sameName(name))))
    report.lossy(
      [...state.path, 'name'],
      'a state has an id and one goal, and no other name',
      'у состояния есть id и одна цель, других названий нет',
    )
  const knowledge = state.flag('use_knowledge_base') === true
  const turns = within(state, 'max_turns', [1, 200], report)
  const notes = [state.text('system_prompt_addition'), ...examplesOf(state)].filter((note) => note !== undefined).join('\n')
  return {
    id,
    names: [key, ...names],
    path: state.path,
    edges: [],
    ...optional('goal', clip(goal ?? names[0], 500, [...state.path, goal === undefined ? 'name' : 'goal'], report)),
    ...(state.flag('is_end') ? {type: 'end'} : knowledge ? {type: 'answer'} : {}),
    ...(knowledge && {knowledge}),
    ...optional('llm_notes', clip(notes === '' ? undefined : notes, 2000, [...state.path, 'system_prompt_addition'], report)),
    ...(turns !== undefined && {max_turns: Math.round(turns)}),
  }
}

/** Every name that an edge may call it by. */
function namesOf(state: LegacyObject, report: Report): string[] {
  const names = textsAt(state, 'name', report)
  return typeof names === 'string' ? [names] : Object.values(names ?? {})
}

/** Examples were for the model, and stay that. */
function examplesOf(state: LegacyObject): string[] {
  return state.objects('examples').map((example) => {
    const line = `«${example.text('user') ?? ''}» → «${example.text('assistant') ?? ''}»`
    example.leftOver()
    return line
  })
}
