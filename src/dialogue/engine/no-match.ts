import {askAgain, askField} from './ask.ts'
import {clearField, count, type Draft, note, patchField, say} from './draft.ts'
import {giveUp, takePart} from './give-up.ts'
import {askNextOrRepeat, giveUpTalking} from './patterns.ts'
import {current, nothingHeard} from './edges.ts'
import {advance} from './transitions.ts'
import type {Understanding} from './reading/understand.ts'

/** How often a question that is no field's may go unanswered. */
const patience = 2

/** «Нет, больше вопросов нет» says no to nothing but more questions. */
export const asksNothingMore = (text: string): boolean =>
  /(?:^| )(?:больше )?вопросов (?:больше )?(?:нет|не имею)|(?:^| )нет (?:больше )?вопросов|(?:^| )no (?:more |other |further )?questions/.test(
    text,
  )

/** «Хочу заказать воду», «примите заказ», "I'm calling about my chimney": no answer yet, and heard all the same. */
const wantsBusiness = (text: string): boolean =>
  /^(?:(?:здравствуйте|алло|добрый \S+|да|ну|я|мы|мне|нам|hi|hello|yes|um) )*(?:(?:хочу|хотим|хотел|хотела|хотелось|можно|надо|нужно|нужен|нужна|нужны|хочется|примите|оформите|давайте) (?:\S+ ){0,3}\S+|(?:по поводу|насч[её]т) \S+(?: \S+)?|i'm calling about .+|i am calling about .+)$/i.test(
    text,
  ) && text.split(' ').length <= 9

/** Nothing of the turn made sense here: try another way, and give up in good time. */
export function notUnderstood(draft: Draft, {utterance, unwanted}: Understanding, kinds: ReadonlySet<string>): void {
  const {pending, counters} = draft.state
  if (unwanted && counters.noMatch < patience) {
    count(draft, 'noMatch')
    say(draft, 'all_right')
    return askNextOrRepeat(draft)
  }
  note(draft, 'no_match', utterance.text === '' ? 'empty' : pending.kind)
  // A "yes" or a "thank you" that answers nothing is no failed try, the first times.
  const isHarmless =
    (kinds.size > 0 && [...kinds].every((kind) => kind === 'affirm' || kind === 'greeting' || kind === 'thanks')) ||
    asksNothingMore(utterance.text) ||
    wantsBusiness(utterance.text)
  if (isHarmless && counters.noMatch < patience) {
    count(draft, 'noMatch')
    return askNextOrRepeat(draft)
  }
  if (pending.kind === 'ask') return fieldNotUnderstood(draft, pending.field)
  if ((pending.kind === 'confirm' || pending.kind === 'choose') && counters.noMatch >= patience) {
    // Neither yes nor no, again and again: the value is not worth insisting on.
    clearField(draft, pending.field)
    return fieldNotUnderstood(draft, pending.field)
  }
  if (counters.noMatch + 1 >= draft.scenario.limits.noMatch && !hasWayOut(draft)) {
    giveUpTalking(draft)
    advance(draft, nothingHeard)
    return
  }
  askAgain(draft)
}

const hasWayOut = (draft: Draft): boolean => current(draft).maxTurns !== undefined && current(draft).onMaxTurns !== undefined

function fieldNotUnderstood(draft: Draft, id: string): void {
  if (takePart(draft, id)) {
    advance(draft, nothingHeard)
    return
  }
  const field = draft.scenario.fields.get(id)!
  const attempts = draft.state.fields[id]!.attempts + 1
  patchField(draft, id, {attempts})
  if (attempts > field.max_retries) return giveUp(draft, id)
  count(draft, 'noMatch')
  say(draft, 'not_understood')
  askField(draft, field)
}
