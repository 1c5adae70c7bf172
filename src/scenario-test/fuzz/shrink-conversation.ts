import {breathe} from '../../breathe.ts'
import type {Broken} from '../invariants/broken.ts'
import {brokenInvariants} from '../invariants/invariants.ts'
import type {Setting, Turn} from '../format/test-file.ts'
import type {TestedBot} from '../load-tested-bot.ts'
import {runCase} from '../run/run-case.ts'
import {shrinkList, simplifyItems} from './shrink.ts'

/** A conversation that breaks an invariant. */
export interface Finding {
  readonly broken: Broken
  readonly setting: Setting
  readonly turns: readonly Turn[]
}

/** The same defect with as few turns, words and preparations as possible. @throws what aborted `signal` */
export async function shrinkConversation(bot: TestedBot, finding: Finding, signal?: AbortSignal): Promise<Finding> {
  let last: Broken = finding.broken
  const failsIn =
    (setting: Setting) =>
    async (turns: readonly Turn[]): Promise<boolean> => {
      await breathe(signal)
      const found = brokenInvariants(await runCase(bot, {...setting, turns: [...turns]}, {mode: 'off'}), bot.scenario).find((each) =>
        isSame(each, finding.broken),
      )
      if (found) last = found
      return found !== undefined
    }
  // A conversation that was made up as it went may look different when it is run from a list, such as when it was cut off.
  if (!(await failsIn(finding.setting)(finding.turns))) return finding
  const turns = await shrinkList(await shrinkList(finding.turns, failsIn(finding.setting)), failsIn(finding.setting))
  const words = await fewestWords(await simplifyItems(turns, simplerTurns, failsIn(finding.setting)), failsIn(finding.setting))
  const setting = await simplestSetting(finding.setting, words, failsIn)
  await failsIn(setting)(words)
  return {broken: last, setting, turns: words}
}

const isSame = (a: Broken, b: Broken): boolean => a.name === b.name && a.at === b.at

/** Ways to say less, simplest first. */
function simplerTurns(turn: Turn): Turn[] {
  const {user, barge_in_at, transfer} = turn
  if (user === undefined) return []
  const plain: Turn[] = []
  if (barge_in_at !== undefined) plain.push(without(turn, 'barge_in_at'))
  if (transfer !== undefined) plain.push(without(turn, 'transfer'))
  // A file cannot hold every character that a caller may be heard to say.
  const printable = user.replaceAll(/\p{Cc}/gu, '')
  return [...plain, ...[...shorterTexts(user), ...(printable === user ? [] : [printable])].map((text) => ({...turn, user: text}))]
}

/** Every turn with no word that can be left out. */
async function fewestWords(turns: readonly Turn[], fails: (turns: readonly Turn[]) => Promise<boolean>): Promise<readonly Turn[]> {
  let best = turns
  for (const [at, turn] of turns.entries()) {
    const words = turn.user?.split(/\s+/) ?? []
    if (words.length < 2) continue
    const saying = (some: readonly string[]) => best.with(at, {...turn, user: some.join(' ')})
    best = saying(await shrinkList(words, async (some) => some.length > 0 && (await fails(saying(some))), wordBudget))
  }
  return best
}

/** A line of noise of a hundred words takes a hundred and fifty tries. */
const wordBudget = 200

function without(turn: Turn, key: 'barge_in_at' | 'transfer'): Turn {
  const {[key]: _gone, ...rest} = turn
  return rest
}

function shorterTexts(text: string): string[] {
  const words = text.split(/\s+/)
  if (words.length < 2) return text.length > 20 ? [text.slice(0, text.length >> 1), text.slice(text.length >> 1)] : []
  const half = words.length >> 1
  return [words.slice(0, half), words.slice(half)].map((piece) => piece.join(' '))
}

async function simplestSetting(
  setting: Setting,
  turns: readonly Turn[],
  failsIn: (setting: Setting) => (turns: readonly Turn[]) => Promise<boolean>,
): Promise<Setting> {
  let best = setting
  const tries: ((from: Setting) => Setting)[] = [
    (from) => ({...from, tools: Object.fromEntries(Object.keys(from.tools).map((name) => [name, [{return: {ok: true}}]]))}),
    ...Object.keys(setting.tools).map((name) => (from: Setting): Setting => ({
      ...from,
      tools: {...from.tools, [name]: [{return: {ok: true}}]},
    })),
    (from) => ({...from, direction: 'inbound'}),
    (from) => ({...from, contact: {}}),
    (from) => ({...from, caller: '+79990000000'}),
    (from) => ({...from, seed: 1}),
  ]
  for (const simpler of tries) {
    const candidate = simpler(best)
    if (JSON.stringify(candidate) !== JSON.stringify(best) && (await failsIn(candidate)(turns))) best = candidate
  }
  return best
}
