import type {UiLanguage} from '../../bilingual.ts'
import type {CaseRun} from '../run/case-run.ts'

/** What a model was asked for in turns of the bot, and what could be used of it; also what it failed to say as the caller or the judge. */
export interface ModelUsage {
  readonly requests: number
  readonly used: number
  /** Turns whose reply could not be used, by what was wrong: `timeout`, `auth`, …; `guard` for words that say something else. */
  readonly faults: Readonly<Record<string, number>>
}

/** @param others faults of the models that play the caller and the judge */
export function usageOf(runs: readonly CaseRun[], others: readonly string[] = []): ModelUsage {
  const asked = runs.flatMap(({turns}) => turns.flatMap(({steps}) => steps)).filter(({model}) => model !== undefined)
  const kinds = asked.flatMap(({modelFault}) => (modelFault === undefined ? [] : [modelFault.replace(/:.*$/s, '')]))
  return {
    requests: asked.length + others.length,
    used: asked.length - kinds.length,
    faults: counted([...kinds, ...others].map((kind) => [kind, 1])),
  }
}

/** Nothing when no model was asked anywhere, since replies were replayed or there is none. */
export function totalUsage(usages: readonly (ModelUsage | undefined)[]): ModelUsage | undefined {
  const all = usages.filter((each) => each !== undefined)
  if (all.length === 0) return undefined
  return {
    requests: all.reduce((sum, {requests}) => sum + requests, 0),
    used: all.reduce((sum, {used}) => sum + used, 0),
    faults: counted(all.flatMap(({faults}) => Object.entries(faults))),
  }
}

/** It was asked, and nothing it said could be used: what passed then has passed by rules alone. */
export const isUnheard = (usage: ModelUsage | undefined): boolean => usage !== undefined && usage.requests > 0 && usage.used === 0

export function usageText({requests, used, faults}: ModelUsage, lang: UiLanguage): string {
  const wrong = Object.entries(faults)
    .map(([kind, times]) => `${kind} ${times}`)
    .join(', ')
  return lang === 'en'
    ? `language model: ${requests} requests, ${used} replies used${wrong && `, not used: ${wrong}`}`
    : `языковая модель: запросов ${requests}, ответов пригодилось ${used}${wrong && `, не пригодилось: ${wrong}`}`
}

/** A warning, or why the run counts for nothing; nothing when every reply was used. */
export function usageWarning(usage: ModelUsage | undefined, lang: UiLanguage): string | undefined {
  if (!usage || usage.used === usage.requests) return undefined
  if (isUnheard(usage))
    return lang === 'en'
      ? 'No reply of the language model could be used: the bot has spoken by its rules alone, and nothing is tested of the model.'
      : 'Ни один ответ языковой модели не пригодился: бот говорил только по правилам, с моделью ничего не проверено.'
  return lang === 'en'
    ? 'Some replies of the language model could not be used: in those turns the bot has spoken by its rules.'
    : 'Часть ответов языковой модели не пригодилась: в этих ходах бот говорил по правилам.'
}

function counted(pairs: readonly (readonly [string, number])[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const [kind, times] of pairs) counts[kind] = (counts[kind] ?? 0) + times
  return counts
}
