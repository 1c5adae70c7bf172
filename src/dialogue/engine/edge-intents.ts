import {tokenize} from '../nlu/tokens.ts'
import {asksWho} from './reading/names/answers-to-name.ts'
import {isSurelyThem} from './reading/names/surely-them.ts'
import type {Command} from './command.ts'
import type {Draft} from './draft.ts'
import {current, leads} from './edges.ts'
import type {FieldChanges} from './fields.ts'
import {asksNothingMore} from './no-match.ts'
import type {Understanding} from './reading/understand.ts'

type Kinds = ReadonlySet<string>

/** Intents as edges name them. */
export function edgeIntents(draft: Draft, {commands, utterance}: Understanding, kinds: Kinds, changes: FieldChanges): ReadonlySet<string> {
  const intents = new Set(kinds)
  if (kinds.has('affirm')) intents.add('yes_answer')
  if (commands.some((command) => command.kind === 'deny' && isAnswer(command, utterance))) intents.add('no_answer_given')
  if (current(draft).type === 'talk') heedWish(draft, intents)
  if (takesLeave(draft, utterance.text, kinds)) intents.delete('yes_answer')
  // «Завтра не могу», «раньше пятницы не смогу» turn down a day, and nothing else.
  if (dayOff.test(utterance.text)) intents.delete('no_answer_given')
  // «Хорошо, я перезвоню», «давайте с мужем посоветуюсь» put it off.
  if (putsOff.test(utterance.text)) intents.delete('yes_answer')
  // «Ладно», to «Анна, это вы?», says not that it is her.
  if (asksWho.test(draft.state.lastQuestion ?? '') && !isSurelyThem(nameless(draft, utterance.text))) intents.delete('yes_answer')
  // «Ага, щас» agrees to nothing.
  if (mocking.test(utterance.text)) intents.delete('yes_answer')
  // «Слушаю» to "may I talk to you now?" says yes to just that.
  if (isListening.test(utterance.text) && asksForTime.test(draft.state.lastQuestion ?? '')) intents.add('yes_answer')
  // «Давайте в воскресенье», which cannot be, agrees to nothing.
  if (changes.rejected.length > 0) intents.delete('yes_answer')
  // Whoever changes something has not agreed to the rest yet.
  if (changes.changed.length > 0 || kinds.has('reopen')) {
    intents.add('correction')
    intents.delete('yes_answer')
  }
  return intents
}

/** «Ладно, спасибо, до свидания», once a question was answered, agrees to nothing more, unless it says «да» to an offer. */
function takesLeave(draft: Draft, text: string, kinds: Kinds): boolean {
  const {pending, lastQuestion} = draft.state
  const agrees = /^(?:да|yes)(?: |$)/i.test(text) && isOffer.test(lastQuestion ?? '')
  const leaves = kinds.has('goodbye') || (kinds.has('thanks') && draft.state.counters.questions > 0)
  return leaves && !kinds.has('book') && !agrees && pending.kind === 'open' && /^(?:talk|answer)$/.test(current(draft).type)
}

const dayOff =
  /(?:^| )(?:раньше \S+(?: \S+)?|до \S+ого|сегодня|завтра|послезавтра|в (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)) (?:я )?(?:никак )?не (?:смогу|могу|получится|выйдет)(?: |$)|(?:^| )не (?:смогу|могу|получится|выйдет) (?:сегодня|завтра|послезавтра|раньше|в (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье))(?: |$)/i

const mocking = /^(?:(?:ну|да|ага|угу|конечно) )+(?:щас+|счас|как же|разбежал\S+|прям|жди(?:те)?)(?: |$)/i

const putsOff =
  /^(?!.*(?:если что|если вдруг|if anything))(?:.*(?:^| ))?(?:перезвоню|перезвоним|посоветуюсь|посоветуемся|подумаю|подумаем|поговорю|поговорим|спрошу|спросим|узнаю|решу|решим|посмотрю|уточню|(?:я )?думаю пока|пока думаю|(?:сам|сама) приеду|если (?:успею|успеем|получится|смогу|отпустят|муж|жена|мама|разреш\S+)|(?:i'll|i will|let me|i'd have to|i need to|we'll|we will) (?:have to |need to |just )?(?:call|think|ask|check|decide|see|talk|let you know|get back)|if (?:it is|it's|i can|i have|my \S+) (?:cheap|free|time|\S+s))(?: |$)/i

/** What was said, with what the call knows of the contact as one sign. */
const nameless = ({state}: Draft, text: string): string => {
  const known = new Set(
    Object.values(state.contact)
      .flatMap((value) => tokenize(value))
      .map((token) => token.text),
  )
  return tokenize(text)
    .map((token) => (known.has(token.text) ? '\0' : token.text))
    .join(' ')
}

const isOffer = /запис|оформ|хотите|заброни|would you like|shall i|book/i

const isListening =
  /^(?:(?:да|ну|алло|так|я|вас|здравствуйте|yes|hello) )*(?:слушаю|говорите|внимательно|весь внимание|i'm listening|go ahead|speaking)(?: (?:вас|внимательно|да))*$/i
const asksForTime =
  /(?:удобно|можете|есть (?:\S+ )?минут).*(?:говорить|разговаривать|уделить|поговорить|минут)|can you talk|good time|have a minute/i

/** «Я никогда не сдавал кровь, хочу попробовать» tells something with a "not" in it; it says no to nothing. */
const isAnswer = ({confidence}: Command, {tokens, text}: Understanding['utterance']): boolean =>
  !asksNothingMore(text) && (confidence > 0.6 || tokens.length < 6 || /^(?:нет|не|ну|ой|да|no|nope|not|don't)$/.test(tokens[0]!.text))

/** A wish in so many words says more than the yes or no that it also is. */
function heedWish(draft: Draft, intents: Set<string>): void {
  const isOwn = draft.scenario.intents.some(({id}) => intents.has(id) && leads(draft, id))
  const refuses = intents.has('refuse') && leads(draft, 'refuse')
  if (isOwn || refuses) intents.delete('no_answer_given')
  if (isOwn) intents.delete('yes_answer')
  // «Хочу записаться» agrees to be booked where the flow has no other name for it.
  if (intents.has('book') && !isOwn && !intents.has('no_answer_given') && !leads(draft, 'book')) intents.add('yes_answer')
}
