import {breathe} from '../../breathe.ts'
import {coverageOf, type Coverage} from '../coverage.ts'
import type {Mock, Setting} from '../format/test-file.ts'
import {brokenInvariants} from '../invariants/invariants.ts'
import type {TestedBot} from '../load-tested-bot.ts'
import type {CaseRun} from '../run/case-run.ts'
import type {Scene} from './caller.ts'
import {childSeed, dice, type Dice} from './dice.ts'
import {type DeadEnd, deadEnds} from './dead-ends.ts'
import {type Held, holdConversation} from './hold-conversation.ts'
import {happyPlans, type Plan, plansFor} from './plans.ts'
import {randomCaller} from './random-caller.ts'
import {type Finding, shrinkConversation} from './shrink-conversation.ts'

export interface FuzzOptions {
  readonly seed: number
  /** Turns of random conversations, in all. */
  readonly turns: number
  readonly signal?: AbortSignal | undefined
  /** Told after every step, many times a second. */
  readonly onProgress?: ((progress: FuzzProgress) => void) | undefined
}

/** How far it is: the plans, then the turns of random conversations, then the defects that are made shorter. */
export interface FuzzProgress {
  readonly step: 'plans' | 'turns' | 'shorten'
  readonly done: number
  readonly of: number
  /** Different defects so far. */
  readonly found: number
}

export interface FuzzFinding extends Finding {
  /** The conversation in which it was found: a plan, or the number of a random one. */
  readonly from: string
  /** How many conversations broke it. */
  readonly times: number
}

export interface FuzzResult {
  readonly seed: number
  readonly conversations: number
  readonly turns: number
  readonly durationMs: number
  readonly findings: readonly FuzzFinding[]
  /** Where no caller got any further. */
  readonly deadEnds: readonly DeadEnd[]
  /** Plans whose field was never asked for. */
  readonly unreached: readonly string[]
  readonly coverage: Coverage
}

/** So many different defects are shortened and told; a bot with more of them has other worries. */
const mostFindings = 25

const mostAttempts = 8

/** A weekday morning; callers speak of tomorrow and of Friday, so the day must not be today's. */
const now = Date.parse('2026-03-11T10:30:00+03:00')

/** Talks to a bot as all kinds of people do and looks for what no conversation may do. The same seed finds the same. */
export async function fuzz(bot: TestedBot, {seed, turns: wanted, signal, onProgress}: FuzzOptions): Promise<FuzzResult> {
  const began = performance.now()
  const found = new Map<string, FuzzFinding>()
  const runs: CaseRun[] = []
  const unreached: string[] = []
  let turns = 0

  const judge = ({turns: script, run}: Held, setting: Setting, from: string): void => {
    turns += run.turns.length
    runs.push(slim(run))
    const seen = new Set<string>()
    for (const broken of brokenInvariants(run, bot.scenario)) {
      const key = `${broken.name} ${broken.at}`
      if (seen.has(key)) continue
      seen.add(key)
      const known = found.get(key)
      // The shortest conversation that shows it is the best start for making it shorter.
      found.set(
        key,
        known && known.turns.length <= script.length
          ? {...known, times: known.times + 1}
          : {broken, setting, turns: script, from, times: (known?.times ?? 0) + 1},
      )
    }
  }

  const tell = async (step: FuzzProgress['step'], done: number, of: number): Promise<void> => {
    onProgress?.({step, done, of, found: found.size})
    await breathe(signal)
  }

  const follow = async (plan: Plan, own: number): Promise<boolean> => {
    const setting = calmSetting(bot)
    const caller = plan.caller(sceneOf(bot, childSeed(seed, own)))
    judge(await holdConversation(bot, setting, caller.next), setting, plan.name)
    return caller.hasHappened()
  }

  const plans = plansFor(bot.scenario)
  for (const [index, plan] of plans.entries()) {
    let happened = false
    // A caller whose answers lead past the field gets other answers.
    for (let attempt = 0; attempt < mostAttempts && !happened; attempt++) {
      await tell('plans', index, plans.length)
      happened = await follow(plan, index * mostAttempts + attempt)
    }
    if (!happened) unreached.push(plan.name)
  }
  const planned = runs.length
  for (let index = 0, walked = 0; walked < wanted; index++) {
    await tell('turns', walked, wanted)
    const own = childSeed(seed, 1_000_000 + index)
    const scene = sceneOf(bot, own)
    const setting = randomSetting(bot, scene.dice, own)
    const held = await holdConversation(bot, setting, randomCaller(scene))
    judge(held, setting, `random conversation ${index}`)
    walked += held.run.turns.length
  }

  const willing = runs.slice(0, planned)
  // Nobody is accused on the word of one caller: where none got through, others try.
  for (let attempt = 0; attempt < mostAttempts && deadEnds(bot.scenario, willing, runs).length > 0; attempt++) {
    for (const [index, plan] of happyPlans(bot.scenario).entries()) {
      await tell('plans', plans.length, plans.length)
      await follow(plan, 500_000 + index * mostAttempts + attempt)
      willing.push(runs.at(-1)!)
    }
  }

  const conversations = runs.length
  const coverage = coverageOf(bot.name, bot.scenario, runs)
  const findings: FuzzFinding[] = []
  const told = [...found.values()].slice(0, mostFindings)
  for (const finding of told) {
    await tell('shorten', findings.length, told.length)
    findings.push({...finding, ...(await shrinkConversation(bot, finding, signal))})
  }
  return {
    seed,
    conversations,
    turns,
    durationMs: performance.now() - began,
    findings,
    deadEnds: deadEnds(bot.scenario, willing, runs),
    unreached,
    coverage,
  }
}

const sceneOf = ({scenario}: TestedBot, seed: number): Scene => ({scenario, now, dice: dice(seed)})

/** Only what coverage needs: ten thousand turns with all their snapshots would not fit into memory. */
const slim = (run: CaseRun): CaseRun => ({
  ...run,
  events: [],
  toolUses: [],
  turns: run.turns.map((turn) => ({
    ...turn,
    toolUses: [],
    steps: turn.steps.map((step) => ({...step, before: step.turn.state, turn: {...step.turn, acts: [], effects: []}})),
  })),
})

const toolsOf = ({scenario}: TestedBot): string[] => [
  ...new Set([...scenario.states.values()].flatMap(({tools}) => tools.map(({use}) => use))),
]

/** Everything works, so that the plan is what goes wrong. */
const calmSetting = (bot: TestedBot): Setting => ({
  now,
  caller: '+79261234567',
  direction: isOutbound(bot) ? 'outbound' : 'inbound',
  contact: {},
  seed: 1,
  tools: Object.fromEntries(toolsOf(bot).map((name) => [name, [{return: {ok: true, id: 'ok-1'}}]])),
})

const isOutbound = ({scenario: {greeting}}: TestedBot): boolean => greeting.outbound.ru.length + greeting.outbound.en.length > 0

function randomSetting(bot: TestedBot, chance: Dice, seed: number): Setting {
  const outbound = isOutbound(bot) && chance.chance(0.7)
  return {
    now,
    caller: outbound ? '+79261234567' : chance.pick(['+79261234567', '+79261234567', '+442079460123', '']),
    direction: outbound ? 'outbound' : 'inbound',
    contact: chance.chance(0.5) ? {name: 'Анна'} : {},
    seed: seed % 1000,
    tools: Object.fromEntries(toolsOf(bot).map((name) => [name, randomAnswers(chance)])),
  }
}

const randomAnswers = (chance: Dice): Mock[] => [
  ...Array.from({length: chance.int(0, 4)}, () => ({...randomAnswer(chance), times: 1})),
  {return: {ok: true, id: 'ok-1'}},
]

function randomAnswer(chance: Dice): Mock {
  switch (chance.weighted({ok: 5, taken: 3, refused: 2, error: 2, late: 1, crash: 1})) {
    case 'ok':
      return {return: {ok: true, id: 'ok-2'}}
    case 'taken':
      return {return: {ok: false, alternatives: chance.pick([[], ['16:00'], ['10:00', '12:30', '17:15']])}}
    case 'refused':
      return {return: {ok: false}}
    case 'error':
      return {error: 'unavailable'}
    case 'late':
      return {return: {ok: true}, delay: 30}
    case 'crash':
      return {crash: true}
  }
}
