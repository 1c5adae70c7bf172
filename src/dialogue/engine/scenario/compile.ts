import type {Flow} from '../../../skillbase/schema/flow.ts'
import type {Skillbase} from '../../../skillbase/schema/skillbase.ts'
import type {State, Transition} from '../../../skillbase/schema/state.ts'
import {defaultTimezone} from '../../../timezone.ts'
import type {CustomIntent} from '../../nlu/intents.ts'
import type {Lang} from '../../nlu/types.ts'
import {compileFields} from './compile-fields.ts'
import {outcomesOf} from './compile-outcomes.ts'
import {factsOf, linesOf} from './compile-words.ts'
import {compileCondition} from './condition.ts'
import {compileHours} from './hours.ts'
import {compileLine, type Line, noLine} from './line.ts'
import {withStates} from './plain-flow.ts'
import {withSummaries} from './summaries.ts'
import type {Edge, Scenario, ScenarioRule, ScenarioState, StateTool} from './scenario.ts'
import {guard, ScenarioError} from './scenario-error.ts'
import {compileTemplate} from './template.ts'

/** What a skillbase leaves to whoever runs it. */
export interface CompileOptions {
  /** IANA zone of a flow that names none. */
  readonly timezone?: string | undefined
}

/**
 * Compiles a valid skillbase. `config` is the sha256 of its canonical form.
 *
 * @throws ScenarioError at the first thing that cannot run: a dangling state, an unreadable condition or template
 */
export function compileScenario(skillbase: Skillbase, config: string, {timezone = defaultTimezone}: CompileOptions = {}): Scenario {
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
      readAhead: new Set(),
    }
  }

  const states = withSummaries(new Map(order.map((id) => [id, state(id, flow.states[id]!)])))
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
    timezone: flow.timezone ?? timezone,
    hours: guard('hours', () => compileHours(flow.hours)),
    holidays: new Set(flow.holidays),
    facts: factsOf(flow, lang),
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
