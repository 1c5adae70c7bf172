import {numeral} from '../nlu/numerals.ts'
import type {Token, Utterance} from '../nlu/types.ts'
import type {Command} from './command.ts'
import {type Draft, isKnown, patch} from './draft.ts'
import {current, edgeOn} from './edges.ts'
import {freeText} from './reading/values/free-text.ts'
import {asksMessage} from './reading/values/read-text.ts'
import {asksIn} from './reading/field-words.ts'
import {isInParticular} from './reading/wishes/somebody.ts'
import type {Understanding} from './reading/understand.ts'
import type {ScenarioField} from './scenario/scenario.ts'

/**
 * «Передайте Марине, что документы готовы», «пусть перезвонят по договору»: a wish to leave a message that is the message too. Of a wish
 * that says only for whom it is («сообщение директору», «позовите Ивана Петровича») that is kept, and put in front of the message.
 */
export function messageTold(
  draft: Draft,
  {utterance}: Understanding,
  kinds: ReadonlySet<string>,
  said: readonly Command[],
): readonly Command[] {
  const field = messageField(draft, kinds)
  if (!field || isKnown(draft.state.fields[field.id])) return said
  const own = said.find((command) => command.kind === 'set' && command.field === field.id)
  if (own) return said.map((command) => (command === own ? withWhom(draft, command) : command))
  const told = draft.scenario.intents.some(({id}) => kinds.has(id)) || kinds.has('callback') ? content(utterance) : []
  const text = tellsSomething(told, utterance) ? freeText(utterance) : undefined
  if (text !== undefined)
    return [
      ...said,
      withWhom(draft, {kind: 'set', field: field.id, value: text, raw: text, alts: [], corrected: false, source: 'rule', confidence: 0.6}),
    ]
  const whom = told.length > 0 ? told : kinds.has('handoff') && isInParticular(utterance) ? content(utterance) : []
  if (whom.length > 0) patch(draft, {forWhom: utterance.text.slice(whom[0]!.start, whom.at(-1)!.end)})
  return said
}

/** «Что передать?» – «Мне директор нужен», once it was said that nobody can be connected: that he is wanted is what to pass on. */
export function wishAsMessage(draft: Draft, understanding: Understanding): readonly Command[] {
  const {commands, utterance} = understanding
  const {pending, flags, state} = draft.state
  const field = pending.kind === 'ask' ? draft.scenario.fields.get(pending.field)! : undefined
  const isTold = flags['callback'] === true && state === draft.scenario.handoff.fallback
  const isAgain = commands.length > 0 && commands.every(({kind}) => kind === 'handoff') && isInParticular(utterance)
  const text = isTold && isAgain && field?.type === 'text' && asksMessage.test(asksIn(field)) ? freeText(utterance) : undefined
  if (text === undefined) return commands
  return [{kind: 'set', field: field!.id, value: text, raw: text, alts: [], corrected: false, source: 'rule', confidence: 0.6}]
}

function withWhom(draft: Draft, command: Command): Command {
  const {forWhom} = draft.state
  if (forWhom === undefined || command.kind !== 'set') return command
  const value = `${forWhom}: ${String(command.value)}`
  return {...command, value, raw: value}
}

/**
 * The field for what is to be passed on: of this state, of one that a wish leads to, of the one where nobody can be reached. It comes
 * first there: a remark that a form has room for is no message.
 */
function messageField(draft: Draft, kinds: ReadonlySet<string>): ScenarioField | undefined {
  const {scenario} = draft
  const led = [...kinds].flatMap((kind) => edgeOn(draft, kind)?.to ?? [])
  const fallback = kinds.has('handoff') && scenario.handoff.fallback !== undefined ? [scenario.handoff.fallback] : []
  return [current(draft).id, ...led, ...fallback]
    .flatMap((id) => scenario.states.get(id)!.collect.slice(0, 1))
    .map((id) => scenario.fields.get(id)!)
    .find((field) => field.type === 'text' && asksMessage.test(asksIn(field)))
}

/** Words of the wish itself are no content, and no more is a number to call. */
const content = ({tokens, lang}: Utterance): readonly Token[] =>
  tokens.filter((token) => !ofWish.test(token.text) && numeral(token, lang) === undefined)

const ofWish =
  /^(?:.{1,2}|здравствуйте|добрый|день|вечер|утро|алло|девушка|слышите|пожалуйста|хочу|хотел[аи]?|хотелось|можно|можете|могли|надо|нужно|нужен|нужна|давайте|лучше|тогда|просто|пусть|мне|нам|меня|перезвон\S+|перезванива\S+|позвон\S+|звон\S+|набер\S+|наб[её]р\S+|свяж\S+|связ\S+|передайте|передать|передадите|запиш\S+|остав\S+|сообщени\S+|скажите|этот|этому|тот|номер|номеру|телефон|телефону|потом|позже|сегодня|завтра|соедин\S+|переключите|переведите|позовите|пригласите|дайте|поговорить|please|want|would|like|leave|message|call|back|tell|take|number|this|have|them|could|can|you|say|же|говорю)$/

/** A topic («по договору»), a clause, or more words than a name and a post have. */
const tellsSomething = (told: readonly Token[], {tokens}: Utterance): boolean =>
  told.some(({text}) => /^(?:что|чтобы|чтоб|насч[её]т|поводу|about)$/.test(text)) ||
  told.some((token) => topic.test(tokens[tokens.indexOf(token) - 1]?.text ?? '') && !/^(?:телефону|номеру|имени)$/.test(token.text)) ||
  told.length > 3

const topic = /^(?:по|о|об|про|that|regarding)$/
