import {tableDate} from '../../providers/llm/model-table.ts'
import type {Skillbase} from '../schema/skillbase.ts'
import {checkAsks} from './asks.ts'
import {checkConditions} from './conditions.ts'
import {checkConfirmations} from './confirmations.ts'
import {checkContact} from './contact.ts'
import {type Check, lintContext, type RawFinding} from './context.ts'
import {checkEdges} from './edges.ts'
import {checkGraph} from './graph.ts'
import {checkGreeting} from './greeting.ts'
import {checkHandoff} from './handoff.ts'
import {checkInjection} from './injection.ts'
import {checkModels} from './models.ts'
import {checkOutcomes} from './outcomes.ts'
import {checkPhrases} from './phrases.ts'
import {checkReferences} from './references.ts'
import {checkSpeech} from './speech.ts'
import {checkTemplates} from './templates.ts'
import {checkTools} from './tools.ts'
import {checkTwice} from './twice.ts'
import {checkWebhooks} from './webhooks.ts'
import {checkZone} from './zone.ts'

const checks: readonly Check[] = [
  checkConditions,
  checkReferences,
  checkGraph,
  checkEdges,
  checkConfirmations,
  checkOutcomes,
  checkGreeting,
  checkPhrases,
  checkTemplates,
  checkInjection,
  checkSpeech,
  checkAsks,
  checkContact,
  checkTools,
  checkHandoff,
  checkWebhooks,
  checkModels,
  checkTwice,
  checkZone,
]

/**
 * What a skillbase of the right shape still has wrong, most serious first. Paths are those of the skillbase.
 * @param today YYYY-MM-DD; models that are gone on that day are told. Without it, the day the table of models was made.
 */
export function lint(skillbase: Skillbase, today: string = tableDate): RawFinding[] {
  const found: RawFinding[] = []
  const context = lintContext(skillbase, today, found)
  for (const check of checks) check(context)
  const rank = {error: 0, warning: 1, info: 2}
  return found.toSorted((a, b) => rank[a.severity] - rank[b.severity])
}
