import {compileHours} from '../../dialogue/engine/scenario/hours.ts'
import {knowledgeOf} from '../effective.ts'
import type {Path} from '../issue.ts'
import {outcomeKinds} from '../schema/flow.ts'
import {meant} from './conditions.ts'
import type {Check} from './context.ts'

/** E111 fields, E112 intents, E117 knowledge, W121 a field nobody asks for, E124 outcomes, E130 opening hours. */
export const checkReferences: Check = (context) => {
  const {flow, skillbase, fields, report} = context
  for (const [id, state] of Object.entries(flow.states)) {
    state.collect?.forEach((field, index) => {
      if (fields.has(field)) return
      const {en, ru} = meant(field, fields)
      report(['flow', 'states', id, 'collect', index], 'E111', `there is no field "${field}"${en}`, `нет поля «${field}»${ru}`)
    })
    if (state.knowledge && !hasKnowledge(skillbase)) {
      report(
        ['flow', 'states', id, 'knowledge'],
        'E117',
        'answers from a knowledge base, but the skillbase names none',
        'отвечает по базе знаний, но база не указана',
      )
    }
  }
  checkIntents(context)
  checkOutcomeNames(context)
  checkCollected(context)
  try {
    compileHours(flow.hours)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    report(['flow', 'hours'], 'E130', message, `дни недели: mon, tue, wed, thu, fri, sat, sun или mon-fri (${message})`)
  }
}

function hasKnowledge(skillbase: Parameters<typeof knowledgeOf>[0]): boolean {
  const knowledge = knowledgeOf(skillbase)
  return knowledge?.base !== undefined || (knowledge?.document_ids?.length ?? 0) > 0
}

const checkIntents: Check = ({flow, intents, report}) => {
  const check = (path: Path, names: string | readonly string[] | undefined) => {
    for (const [index, name] of [names ?? []].flat().entries()) {
      if (intents.has(name)) continue
      const {en, ru} = meant(name, intents)
      const place = Array.isArray(names) ? [...path, index] : path
      report(place, 'E112', `there is no intent "${name}"${en}`, `нет намерения «${name}»${ru}`)
    }
  }
  for (const [id, {transitions}] of Object.entries(flow.states)) {
    transitions.forEach(({on}, index) => check(['flow', 'states', id, 'transitions', index, 'on'], on))
  }
  flow.global.forEach(({on}, index) => check(['flow', 'global', index, 'on'], on))
  flow.rules.forEach(({match}, index) => check(['flow', 'rules', index, 'match', 'intents'], match.intents))
}

const checkOutcomeNames: Check = ({flow, report}) => {
  const known = new Set<string>([...flow.outcomes.map(({id}) => id), ...outcomeKinds])
  const check = (path: Path, outcome: string | undefined) => {
    if (outcome === undefined || known.has(outcome)) return
    const {en, ru} = meant(outcome, known)
    report(path, 'E124', `there is no outcome "${outcome}"${en}`, `нет итога «${outcome}»${ru}`)
  }
  for (const [id, {outcome}] of Object.entries(flow.states)) check(['flow', 'states', id, 'outcome'], outcome)
  flow.rules.forEach(({outcome}, index) => check(['flow', 'rules', index, 'outcome'], outcome))
}

const checkCollected: Check = ({flow, report}) => {
  const states = Object.values(flow.states)
  // Without states the engine collects every field by itself.
  if (states.length === 0) return
  const collected = new Set(states.flatMap(({collect}) => collect ?? []))
  for (const id of Object.keys(flow.fields)) {
    if (!collected.has(id)) report(['flow', 'fields', id], 'W121', `no state collects "${id}"`, `ни одно состояние не собирает «${id}»`)
  }
}
