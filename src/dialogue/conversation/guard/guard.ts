import type {Turn} from '../../engine/turn.ts'
import {answersApart} from './answers.ts'
import {admitsIgnorance, isUnanswered} from './at-a-loss.ts'
import {claimFault} from './claims.ts'
import {contentFault} from './content.ts'
import {directionFault} from './direction.ts'
import {formFault} from './form.ts'
import {numberFault, unsaidValue} from './grounding.ts'
import {littleWordFault} from './little-words.ts'
import type {GuardContext} from './guard-context.ts'
import {opennessFault} from './openness.ts'
import {questionFault} from './question.ts'
import {quotesPrompt} from './quotes.ts'

/**
 * Why a model's line must not be spoken, or nothing when it may: it puts the engine's line differently and says nothing else. Deliberately
 * strict: the line it would replace is always good enough. Takes less than a millisecond.
 */
export function guard(line: string, context: GuardContext): string | undefined {
  const {turn, prompt, facts} = context
  const {isAnswered, rest} = isUnanswered(turn) ? answersApart(line, context) : {isAnswered: true, rest: line}
  return (
    formFault(line, context) ??
    questionFault(line, context) ??
    (prompt !== '' && quotesPrompt(line, prompt, facts) ? 'prompt' : undefined) ??
    numberFault(rest, context) ??
    claimFault(rest, turn.text) ??
    opennessFault(line, context) ??
    unsaidValue(line, context) ??
    (isAnswered ? undefined : 'unsupported') ??
    (!isUnanswered(turn) && admitsIgnorance(line) && !admitsIgnorance(turn.text) ? 'unasked' : undefined) ??
    contentFault(rest, context) ??
    littleWordFault(line, context) ??
    directionFault(rest, turn.text, turn.state.lang)
  )
}

/** Lines of the engine that say nothing in particular: a model that has understood more may put its own answer there. */
const replaceable: ReadonlySet<string> = new Set(['not_found', 'line.not_found', 'line.not_understood', 'line.thanks', 'line.chit_chat'])

/** Only turns whose every word may be put differently: no read-back, no fact, no legal line, no deed, no end. */
export function mayReword({acts, effects, state}: Turn): boolean {
  // A question that is said again because nothing was understood, not because the caller wants to hear it again.
  const isAgain = acts.some(({key}) => key === 'line.not_understood')
  return (
    acts.length > 0 &&
    !state.ending &&
    acts.every(({key, rephrase}) => rephrase || replaceable.has(key) || key.startsWith('reask.') || (isAgain && key === 'repeat')) &&
    effects.every(({kind}) => kind === 'set_language' || kind === 'set_speed')
  )
}
