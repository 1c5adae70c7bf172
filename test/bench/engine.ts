/**
 * What the dialogue engine costs by rules alone: turns per second on one core and milliseconds per turn over five small businesses, and the wall
 * time of 100 scripted conversations, process start included. The first turns of a process are measured apart, each conversation in one of its own: as
 * they come, and after `warmEngine`, which runs while the greeting is spoken. The baseline is a plain loop that tokenises the same words with a regular expression
 * and writes the same state as JSON: a ratio to it says more than a number from a shared machine. Printed, never asserted.
 *
 *     node test/bench/engine.ts [ROUNDS]
 */
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {stringify} from 'yaml'
import type {TurnInput} from '../../src/dialogue/engine/input.ts'
import type {Scenario} from '../../src/dialogue/engine/scenario/scenario.ts'
import type {DialogueState} from '../../src/dialogue/engine/state.ts'
import {initialState, takeTurn} from '../../src/dialogue/engine/turn.ts'
import {childSeed, dice} from '../../src/scenario-test/fuzz/dice.ts'
import {holdConversation} from '../../src/scenario-test/fuzz/hold-conversation.ts'
import {randomCaller} from '../../src/scenario-test/fuzz/random-caller.ts'
import {cooperativeCaller} from '../../src/scenario-test/fuzz/caller.ts'
import type {Mocks, Turn} from '../../src/scenario-test/format/test-file.ts'
import type {TestedBot} from '../../src/scenario-test/load-tested-bot.ts'
import {fixtureBot} from '../helpers/scenario-tests.ts'

const rounds = Number(process.argv[2] ?? 5)
const flows = ['tyres.yaml', 'pizza.yaml', 'reminder.yaml', 'dentist.en.yaml', 'vet.yaml']
const now = Date.parse('2026-03-11T10:30:00+03:00')
const conversationsPerFlow = 40
/** How many conversations of a flow get a process of their own, and how many of their turns count. */
const coldPerFlow = 4
const firstTurns = 6

/** Everything that reached the engine in a conversation, to be played again without anything around it. */
interface Recorded {
  readonly flow: string
  readonly scenario: Scenario
  readonly start: DialogueState
  readonly inputs: readonly TurnInput[]
}

const recorded: Recorded[] = []
const scripts: {readonly flow: string; readonly tools: Mocks; readonly turns: readonly Turn[]}[] = []
for (const flow of flows) {
  const bot = await fixtureBot(flow)
  for (let index = 0; index < conversationsPerFlow; index++) recorded.push(await record(bot, flow, index))
  for (let index = 0; index < 20; index++) scripts.push({flow, tools: answers(bot), turns: (await talk(bot, index, 'cooperative')).turns})
}

const turns = recorded.flatMap(({inputs}) => inputs).length
play()
const times: number[] = []
const engine = measure(() => play(times))
const baseline = measure(() => plain())
const rate = (seconds: number): number => Math.round((turns * rounds) / seconds)
const sorted = times.toSorted((a, b) => a - b)
const at = (share: number) => sorted[Math.floor(sorted.length * share)]!
console.log(`${flows.length} flows, ${recorded.length} conversations, ${turns} turns, ${rounds} rounds, one core`)
console.log(
  `engine     ${rate(engine.passed)} turns/s (target 2000), ${rate(engine.cpu)} of CPU time   × ${(engine.cpu / baseline.cpu).toFixed(1)} of the plain loop`,
)
console.log(
  `per turn   p50 ${at(0.5).toFixed(3)} ms   p99 ${at(0.99).toFixed(3)} ms (target 5)   p99.9 ${at(0.999).toFixed(3)} ms   max ${at(0.99999).toFixed(1)} ms`,
)
cold()
scripted()

function answers({scenario}: TestedBot): Mocks {
  const names = [...scenario.states.values()].flatMap(({tools}) => tools.map(({use}) => use))
  return Object.fromEntries(names.map((name) => [name, [{return: {ok: true, id: 'b1'}}]]))
}

function talk(bot: TestedBot, index: number, kind: 'cooperative' | 'random') {
  const scene = {scenario: bot.scenario, now, dice: dice(childSeed(7, index))}
  const setting = {now, caller: '+79261234567', direction: 'inbound', contact: {}, seed: 1, tools: answers(bot)} as const
  return holdConversation(bot, setting, kind === 'random' ? randomCaller(scene) : cooperativeCaller(scene))
}

async function record(bot: TestedBot, flow: string, index: number): Promise<Recorded> {
  const {run} = await talk(bot, index, index % 2 === 0 ? 'cooperative' : 'random')
  const start = initialState(bot.scenario, {callId: 'bench', direction: 'inbound', caller: '+79261234567', seed: 1, now})
  return {flow, scenario: bot.scenario, start, inputs: run.turns.flatMap(({steps}) => steps.map(({input}) => input))}
}

function play(into?: number[]): void {
  for (const {scenario, start, inputs} of recorded) {
    let state = start
    for (const input of inputs) {
      const began = performance.now()
      ;({state} = takeTurn(scenario, state, input))
      into?.push(performance.now() - began)
    }
  }
}

function plain(): void {
  let sum = 0
  for (const {start, inputs} of recorded)
    for (const input of inputs)
      sum += (input.kind === 'user' ? (input.text.toLowerCase().match(/[\p{L}\d]+/gu)?.length ?? 0) : 0) + JSON.stringify(start).length
  if (sum === 0) throw new Error('nothing was done')
}

/** Seconds for all rounds: as they passed, and as this process was running, which is what a core of its own would take. */
function measure(work: () => void): {readonly passed: number; readonly cpu: number} {
  const [began, before] = [performance.now(), process.cpuUsage()]
  for (let round = 0; round < rounds; round++) work()
  const {user, system} = process.cpuUsage(before)
  return {passed: (performance.now() - began) / 1000, cpu: (user + system) / 1e6}
}

/** The first turns of fresh processes, cold and warmed up. */
function cold(): void {
  const folder = mkdtempSync(join(tmpdir(), 'voicectl-bench-'))
  const child = fileURLToPath(new URL('../fixtures/cold-conversation.ts', import.meta.url))
  try {
    for (const mode of ['cold', 'warmed']) {
      const runs = recorded
        .filter((_, index) => index % (conversationsPerFlow / coldPerFlow) === 0)
        .map(({flow, inputs}) => {
          const file = join(folder, 'conversation.json')
          writeFileSync(file, JSON.stringify({flow, inputs: inputs.slice(0, firstTurns)}))
          const {stdout} = spawnSync(process.execPath, [child, mode, file], {encoding: 'utf8'})
          return JSON.parse(stdout) as {readonly warming: number; readonly turns: number[]; readonly baseline: number[]}
        })
      const times = runs.flatMap((run) => run.turns).toSorted((a, b) => a - b)
      const share = (of: number) => times[Math.floor(times.length * of)]!
      const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0)
      const ratio = sum(times) / sum(runs.flatMap((run) => run.baseline))
      const warming = runs.map((run) => run.warming).toSorted((a, b) => a - b)[runs.length >> 1]!
      console.log(
        `${mode.padEnd(10)} first ${firstTurns} turns of ${runs.length} processes: p50 ${share(0.5).toFixed(2)} ms   p99 ${share(0.99).toFixed(1)} ms   max ${times.at(-1)!.toFixed(1)} ms   × ${ratio.toFixed(0)} of the plain loop${mode === 'warmed' ? `   warming up p50 ${warming.toFixed(0)} ms` : ''}`,
      )
    }
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** The command itself, from the sources, against `node -e 0`. */
function scripted(): void {
  const folder = mkdtempSync(join(tmpdir(), 'voicectl-bench-'))
  const root = fileURLToPath(new URL('../..', import.meta.url))
  try {
    for (const flow of flows) {
      const own = scripts.filter((script) => script.flow === flow)
      const cases = own.map(({turns: said}, index) => ({name: `conversation ${index}`, turns: said, expect: {invariants: true}}))
      writeFileSync(
        join(folder, `${flow}.test.yaml`),
        stringify({scenario: join(root, 'test/fixtures/flows', flow), caller: '+79261234567', tools: own[0]!.tools, cases}),
      )
    }
    const options = {cwd: folder, encoding: 'utf8', env: {...process.env, HOME: folder, LC_ALL: 'C'}} as const
    const run = (argv: readonly string[]) => {
      const began = performance.now()
      const {stdout} = spawnSync(process.execPath, argv, options)
      return {ms: performance.now() - began, stdout}
    }
    const command = [join(root, 'bin/dev.js'), 'scenario', 'test', folder]
    run(command)
    const empty = Math.min(...[1, 2, 3].map(() => run(['-e', '0']).ms))
    const tests = [1, 2, 3].map(() => run(command))
    const best = Math.min(...tests.map(({ms}) => ms))
    console.log(
      `scripted   ${scripts.length} conversations in ${(best / 1000).toFixed(2)} s from start to end (target 5)   × ${(best / empty).toFixed(0)} of node -e 0   ${tests[0]!.stdout.trim().split('\n').at(-1)}`,
    )
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
