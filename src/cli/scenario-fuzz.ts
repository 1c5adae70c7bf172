import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import type {Bilingual, UiLanguage} from '../bilingual.ts'
import type {BotSource} from '../scenario-test/format/test-file.ts'
import {shortName} from '../scenario-test/find-test-files.ts'
import {fuzz, type FuzzFinding, type FuzzProgress, type FuzzResult} from '../scenario-test/fuzz/fuzz.ts'
import {reproductionYaml} from '../scenario-test/fuzz/reproduction.ts'
import {loadTestedBot} from '../scenario-test/load-tested-bot.ts'
import {deadEndText, findingText, type FindingView, fuzzSummary, type FuzzView} from '../scenario-test/report/fuzz-text.ts'
import {coverageText} from '../scenario-test/report/text.ts'
import {palette} from './colour.ts'
import type {Deps} from './deps.ts'
import type {Progress} from './progress.ts'
import {scenarioBots} from './scenario-bots.ts'

export interface ScenarioFuzzFlags {
  readonly bot: string
  readonly seed: number
  readonly turns: number
}

export interface FuzzOutput {
  readonly lang: UiLanguage
  readonly print: (text: string) => void
  /** Talk while it runs. */
  readonly say: (text: Bilingual) => void
  readonly progress: Progress
  readonly signal: AbortSignal
}

/** `scenario fuzz`: talks to a bot as all kinds of people do, and prints every defect with a test that shows it. */
export async function fuzzScenario(
  {bot: named, seed, turns}: ScenarioFuzzFlags,
  deps: Deps,
  {lang, print, say, progress, signal}: FuzzOutput,
): Promise<FuzzView> {
  const source = sourceOf(named)
  const bot = await loadTestedBot(source, scenarioBots(deps))
  say({en: `Talking to ${bot.name}…`, ru: `Разговариваю с ${bot.name}…`})
  const onProgress = (far: FuzzProgress) => progress.show(progressText(far))
  const result = await fuzz(bot, {seed, turns, signal, onProgress}).finally(() => progress.clear())
  const view = await viewOf(result, bot.name, source)
  const paint = palette(process.stdout)
  for (const finding of view.findings) print(findingText(finding, lang, paint))
  for (const deadEnd of result.deadEnds) print(deadEndText(deadEnd, lang, paint))
  print(coverageText(view.coverage, 0, lang, paint))
  print(fuzzSummary(view, lang))
  return view
}

function progressText({step, done, of, found}: FuzzProgress): Bilingual {
  const words = {
    plans: {en: 'planned conversations', ru: 'разговоров по плану'},
    turns: {en: 'turns of random conversations', ru: 'реплик случайных разговоров'},
    shorten: {en: 'shortened', ru: 'сокращено'},
  }[step]
  return {
    en: `${words.en}: ${done} of ${of}; violations: ${found}`,
    ru: `${words.ru}: ${done} из ${of}; нарушений: ${found}`,
  }
}

/** A file when there is one of that name, or when it looks like a path; else a stored skillbase. */
function sourceOf(named: string): BotSource {
  const isPath = existsSync(named) || /[/\\]|\.(?:ya?ml|json)$/i.test(named)
  return isPath ? {kind: 'file', path: resolve(named)} : {kind: 'stored', reference: named}
}

async function viewOf(
  {seed, conversations, turns, durationMs, unreached, coverage, findings, deadEnds}: FuzzResult,
  bot: string,
  source: BotSource,
): Promise<FuzzView> {
  return {
    status: findings.length + deadEnds.length > 0 ? 'failed' : 'passed',
    bot,
    seed,
    conversations,
    turns,
    durationMs: Math.round(durationMs),
    findings: await Promise.all(findings.map((finding) => findingView(finding, seed, fromHere(source)))),
    deadEnds: deadEnds.map(({kind, name, what, said}) => ({kind, name, message: what.en, said})),
    unreached,
    coverage,
  }
}

/** The tests are printed, to be kept wherever the reader likes: the bot is named from where they stand. */
const fromHere = (source: BotSource): BotSource =>
  source.kind === 'file' ? {kind: 'file', path: shortName(source.path, process.cwd())} : source

async function findingView(finding: FuzzFinding, seed: number, bot: BotSource): Promise<FindingView> {
  const {broken, from, times, turns} = finding
  return {
    invariant: broken.name,
    at: broken.at,
    message: broken.what.en,
    from,
    times,
    turns: turns.length,
    test: await reproductionYaml({finding, seed, bot}),
  }
}
