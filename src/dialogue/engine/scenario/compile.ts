import {type Flow, outcomeKinds} from '../../../skillbase/schema/flow.ts'
import {lineIds} from '../../../skillbase/schema/line-ids.ts'
import type {Skillbase} from '../../../skillbase/schema/skillbase.ts'
import type {State, Transition} from '../../../skillbase/schema/state.ts'
import type {CustomIntent} from '../../nlu/intents.ts'
import type {Lang} from '../../nlu/types.ts'
import {compileFields} from './compile-fields.ts'
import {ConditionError, compileCondition} from './condition.ts'
import {compileHours} from './hours.ts'
import {compileLine, type Line, noLine} from './line.ts'
import {englishLines} from '../lines/en.ts'
import {russianLines} from '../lines/ru.ts'
import {withStates} from './plain-flow.ts'
import type {Edge, Scenario, ScenarioOutcome, ScenarioRule, ScenarioState, StateTool} from './scenario.ts'
import {compileTemplate, TemplateError} from './template.ts'
import {dataVoice} from '../voice.ts'

/** A flow that cannot run; `path` is where, as in `states.booking.transitions.0`. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError'
  readonly path: string

  constructor(path: string, message: string) {
    super(`${path}: ${message}`)
    this.path = path
  }
}

/**
 * Compiles a valid skillbase. `config` is the sha256 of its canonical form.
 *
 * @throws ScenarioError at the first thing that cannot run: a dangling state, an unreadable condition or template
 */
export function compileScenario(skillbase: Skillbase, config: string): Scenario {
  const flow = withStates(skillbase)
  const languages = {...flow.languages, ...(!flow.languages && skillbase.languages)}
  const lang: Lang = languages.default ?? 'ru'
  const fieldIds = new Set(Object.keys(flow.fields))
  const stateIds = new Set(Object.keys(flow.states))
  const line = (path: string, text: Parameters<typeof compileLine>[0]): Line => guard(path, () => compileLine(text, lang))
  const condition = (path: string, source: string) => guard(path, () => compileCondition(source, fieldIds))
  const known = (path: string, state: string): string => {
    if (!stateIds.has(state)) throw new ScenarioError(path, `there is no state "${state}"`)
    return state
  }

  const edge = (path: string, {to, on, when, say}: Transition): Edge => ({
    to: known(`${path}.to`, to),
    on: on === undefined ? [] : [on].flat(),
    when: when === undefined ? undefined : condition(`${path}.when`, when),
    say: line(`${path}.say`, say),
  })
  // Sorting is stable: among equals the listed order decides.
  const edges = (path: string, transitions: readonly Transition[]): Edge[] =>
    transitions
      .map((transition, index) => ({priority: transition.priority, edge: edge(`${path}.${index}`, transition)}))
      .toSorted((a, b) => b.priority - a.priority)
      .map((item) => item.edge)

  const order = Object.keys(flow.states)
  const state = (id: string, source: State): ScenarioState => {
    const path = `states.${id}`
    for (const field of source.collect ?? []) {
      if (!fieldIds.has(field)) throw new ScenarioError(`${path}.collect`, `there is no field "${field}"`)
    }
    const follower = flow.flow === 'linear' ? order[order.indexOf(id) + 1] : undefined
    return {
      id,
      type: source.type ?? (source.collect?.length ? 'collect' : source.tools.length > 0 ? 'action' : 'talk'),
      goal: source.goal ?? '',
      say: line(`${path}.say`, source.say),
      collect: source.collect ?? [],
      order: source.order,
      knowledge: source.knowledge,
      tools: source.tools.map((tool, index) => compileTool(tool, `${path}.tools.${index}`, line)),
      edges: edges(`${path}.transitions`, source.next ? [...source.transitions, {to: source.next, priority: -1000}] : source.transitions),
      next: source.type === 'end' ? undefined : follower,
      maxTurns: source.max_turns,
      onMaxTurns: source.on_max_turns && known(`${path}.on_max_turns`, source.on_max_turns),
      interruptible: source.interruptible,
      outcome: source.outcome,
    }
  }

  const states = new Map(order.map((id) => [id, state(id, flow.states[id]!)]))
  const start = known('start', flow.start ?? order[0] ?? '')
  const knowledge = flow.knowledge ?? skillbase.knowledge
  return {
    config,
    flow: flow.flow,
    persona: {
      name: flow.persona.name ?? '',
      role: flow.persona.role ?? skillbase.context.role ?? '',
      company: flow.persona.company ?? skillbase.name ?? '',
      style: flow.persona.style ?? skillbase.context.style ?? '',
      gender: flow.persona.gender,
      address: flow.persona.address,
    },
    languages: {
      default: lang,
      supported: languages.supported ?? [lang],
      detect: languages.detect ?? true,
      switchAfter: languages.switch_after ?? 2,
    },
    timezone: flow.timezone ?? 'Europe/Moscow',
    hours: guard('hours', () => compileHours(flow.hours)),
    holidays: new Set(flow.holidays),
    facts: factsOf(flow, lang, (path, text) => guard(path, () => staticText(text, flow))),
    greeting: {
      inbound: line('greeting.inbound', flow.greeting.inbound),
      outbound: line('greeting.outbound', flow.greeting.outbound),
      disclose: flow.greeting.disclose_bot,
      consent: line('greeting.consent', flow.greeting.consent),
    },
    fields: guard('fields', () => compileFields(flow, lang)),
    states,
    start,
    global: edges('global', flow.global),
    rules: flow.rules.map((rule, index): ScenarioRule => {
      const path = `rules.${index}`
      return {
        id: rule.id,
        intents: rule.match.intents ?? [],
        phrases: allPhrases(rule.match.phrases),
        when: rule.when === undefined ? undefined : condition(`${path}.when`, rule.when),
        then: typeof rule.then === 'object' ? {to: known(`${path}.then`, rule.then.to)} : rule.then,
        say: line(`${path}.say`, rule.say),
        outcome: rule.outcome,
      }
    }),
    intents: Object.entries(flow.intents).map(([id, {phrases}]): CustomIntent => intentPhrases(id, phrases, lang)),
    outcomes: outcomesOf(flow, condition),
    handoff: {
      when: flow.handoff.when.map((source, index) => condition(`handoff.when.${index}`, source)),
      target: flow.handoff.target ?? skillbase.agent.handoff.targets[0]?.to,
      fallback: flow.handoff.fallback && known('handoff.fallback', flow.handoff.fallback),
      say: line('handoff.say', flow.handoff.say),
    },
    knowledge: knowledge && {
      base: knowledge.base,
      minScore: knowledge.min_score,
      topK: knowledge.top_k,
      notFound: line('knowledge.not_found', knowledge.not_found),
    },
    silence: {after: [flow.silence.reask_after, flow.silence.check_after, flow.silence.end_after], hold: flow.silence.hold},
    limits: {
      turns: flow.limits.max_turns,
      duration: flow.limits.max_duration,
      questions: flow.limits.max_questions,
      noMatch: flow.limits.max_no_match,
    },
    lines: linesOf(flow, (id, text) => line(`phrases.${id}`, text)),
    tools: skillbase.tools.filter((tool) => tool.enabled),
    targets: new Map(skillbase.agent.handoff.targets.map(({name, to}) => [name, to])),
    noResults: Object.fromEntries([...states.values()].flatMap((each) => each.tools.map((tool) => [tool.saveAs, {ok: false}]))),
  }
}

function guard<T>(path: string, compile: () => T): T {
  try {
    return compile()
  } catch (error) {
    if (error instanceof ConditionError) throw new ScenarioError(path, `${error.code} ${error.message}`)
    if (error instanceof ScenarioError) throw error
    if (error instanceof TemplateError || error instanceof Error) throw new ScenarioError(path, error.message)
    throw error
  }
}

type LineSource = Parameters<typeof compileLine>[0]

function linesOf(flow: Flow, compile: (id: string, text: LineSource) => Line): Scenario['lines'] {
  const own = new Map<string, LineSource>(Object.entries(flow.phrases))
  const {check, end, hold} = flow.silence.say ?? {}
  if (check) own.set('still_there', check)
  if (end) own.set('goodbye_silence', end)
  if (hold) own.set('hold', hold)
  if (flow.closing) own.set('goodbye', flow.closing)

  const manner = {male: flow.persona.gender === 'm', familiar: flow.persona.address === 'ty'}
  const ru = russianLines(manner)
  const en = englishLines()
  return new Map(
    lineIds.map((id) => [
      id,
      {
        own: compile(id, own.get(id)),
        builtIn: {ru: ru[id].map((text) => compileTemplate(text)), en: en[id].map((text) => compileTemplate(text))},
      },
    ]),
  )
}

function factsOf({facts}: Flow, lang: Lang, render: (path: string, text: string) => string): Scenario['facts'] {
  const byLang: Record<Lang, Record<string, string>> = {ru: {}, en: {}}
  for (const [key, text] of Object.entries(facts)) {
    const byLanguage = typeof text === 'string' ? {[lang]: text} : text
    for (const each of ['ru', 'en'] as const) if (byLanguage[each]) byLang[each][key] = render(`facts.${key}`, byLanguage[each])
  }
  return byLang
}

/** A fact may name the persona and nothing that a call brings: it is the same for everybody. */
function staticText(source: string, {persona}: Flow): string {
  const template = compileTemplate(source)
  const other = template.variables.find((path) => !path.startsWith('persona.'))
  if (other !== undefined) throw new TemplateError(`${other}: a fact can only name persona.…`)
  const {name = '', role = '', company = ''} = persona
  const nothing = {f: {}, facts: {}, tool: {}, contact: {}, caller: '', lang: '', value: ''}
  return template.render({...nothing, persona: {name, role, company}}, dataVoice)
}

type Phrases = Flow['rules'][number]['match']['phrases']

const allPhrases = (phrases: Phrases): string[] => (Array.isArray(phrases) ? phrases : [...(phrases?.ru ?? []), ...(phrases?.en ?? [])])

function intentPhrases(id: string, phrases: Phrases, lang: Lang): CustomIntent {
  return {id, phrases: Array.isArray(phrases) ? {[lang]: phrases} : (phrases ?? {})}
}

function compileTool(tool: State['tools'][number], path: string, line: (path: string, text: never) => Line): StateTool {
  const args = new Map<string, ReturnType<typeof compileTemplate> | number | boolean>()
  const needs = new Set<string>()
  for (const [name, value] of Object.entries(tool.args)) {
    if (typeof value !== 'string') {
      args.set(name, value)
      continue
    }
    const template = guard(`${path}.args.${name}`, () => compileTemplate(value))
    for (const variable of template.variables) if (variable.startsWith('f.')) needs.add(variable.slice(2))
    args.set(name, template)
  }
  return {
    use: tool.use,
    saveAs: tool.save_as ?? tool.use.replaceAll('.', '_'),
    args,
    needs: [...needs],
    filler: tool.filler === undefined ? noLine : line(`${path}.filler`, tool.filler as never),
    timeout: tool.timeout ?? 5,
  }
}

/** In the order of precedence; the default last. A flow without outcomes still ends with a true one. */
function outcomesOf(flow: Flow, condition: (path: string, source: string) => ReturnType<typeof compileCondition>): ScenarioOutcome[] {
  const outcomes = flow.outcomes.map((outcome, index): ScenarioOutcome => ({
    id: outcome.id,
    kind: outcome.kind,
    when: outcome.when === undefined ? undefined : condition(`outcomes.${index}.when`, outcome.when),
    evidence: outcome.evidence,
    isDefault: outcome.default,
    webhook: outcome.webhook,
  }))
  if (outcomes.length === 0) {
    const required = Object.entries(flow.fields).filter(([, field]) => field.required)
    const evidence = required.map(([id]) => id)
    const contact = required.filter(([, field]) => field.type === 'phone' || field.type === 'email')
    if (contact.length > 0) {
      const when = evidence.map((id) => `has(f.${id})`).join(' && ')
      outcomes.push({id: 'lead', kind: 'lead', when: condition('outcomes', when), evidence, isDefault: false, webhook: undefined})
    }
    outcomes.push({
      id: 'info_only',
      kind: 'info_only',
      when: condition('outcomes', 'counters.questions > 0'),
      evidence: [],
      isDefault: false,
      webhook: undefined,
    })
  }
  if (!outcomes.some((outcome) => outcome.isDefault)) {
    outcomes.push({id: 'failed', kind: 'failed', when: undefined, evidence: [], isDefault: true, webhook: undefined})
  }
  const rank = (outcome: ScenarioOutcome) => (outcome.isDefault ? outcomeKinds.length : outcomeKinds.indexOf(outcome.kind))
  return outcomes.toSorted((a, b) => rank(a) - rank(b))
}
