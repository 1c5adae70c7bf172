import {extractChoice} from '../nlu/choice.ts'
import {utterance as toUtterance} from '../nlu/tokens.ts'
import {isAnswerable} from './answer.ts'
import type {Command, CommandOf} from './command.ts'
import type {Draft} from './draft.ts'
import {withoutBeside} from './beside-wish.ts'
import {current, edgeOn} from './edges.ts'
import {isGrave} from './reading/meaning.ts'
import {ahead} from './reading/open-fields.ts'
import type {Understanding} from './reading/understand.ts'
import type {Edge} from './scenario/scenario.ts'

/** «До скольки вы в воскресенье?» is answered where nothing is being booked yet; the Sunday in it asks for no booking. */
export function wanted(draft: Draft, {text}: Understanding['utterance'], heard: readonly Command[]): readonly Command[] {
  const commands = withoutBeside(draft, heard)
  // «Врач криво поставил пломбу, буду жаловаться» books no filling. «Отвратительно, два балла» to the question for a mark gives one.
  if (commands.some((command) => command.kind === 'complaint') && isGrave(text))
    return commands.filter((command) => command.kind !== 'set' || isPlainAnswer(draft, command))
  const agrees = commands.some((command) => command.kind === 'set' && command.value === true)
  if (agrees && commands.some((command) => isKnownOfCall(draft, command))) return commands.filter((each) => !isKnownOfCall(draft, each))
  const own = ownWay(draft, commands)
  if (own) return commands.filter((command) => command.kind !== 'set' || !isBeside(draft, own, command))
  const question = commands.find((command) => command.kind === 'ask')
  const {type} = current(draft)
  if (question && asksWhoWorks.test(text)) return commands.filter(({kind}) => kind !== 'set' && kind !== 'partial')
  if (!question || type === 'collect' || type === 'confirm' || !isAnswerable(draft, question.question)) return commands
  // «Сколько стоит маникюр и можно записаться на субботу в два»: both are wanted.
  if (booksToo.test(text) && commands.some(({kind}) => kind === 'set'))
    return [...commands, ...optionsOf(draft, question.question, commands)]
  return commands.filter((command) => command.kind !== 'set' && command.kind !== 'partial')
}

/** "Is Meg working on Friday?", «Марина в пятницу работает?»: when somebody else is there, and no day to come yet. */
const asksWhoWorks =
  /^(?:(?:hi|hello|so|and|um|uh) )*(?:is|does|will) (?:dr |doctor |mr |mrs |ms )?(?!it |there |the |your |this |that )[a-z]+ (?:be )?(?:work|working|in (?:on|today|tomorrow|this))(?: |$)|^(?:(?:а|и|скажите|подскажите|здравствуйте) )*(?:(?:мастер|доктор|врач) [а-яё]{3,}|[а-яё]{3,}[аяй]) (?:\S+ ){0,2}(?:работает|принимает|выходит)(?: |$)/i

const booksToo =
  /(?:^| )(?:и|а|заодно|and) (?:\S+ ){0,2}?(?:запис\S+|запиш\S+|заброни\S+|book|schedule|make an appointment)(?: |$)|(?:можно|хочу|хотел[аи]?) (?:бы )?(?:записаться|забронировать) .*(?:сколько|цена|стоит)/i

/** Options that the question names are what is to be booked. */
function optionsOf(draft: Draft, question: string, commands: readonly Command[]): Command[] {
  const spoken = toUtterance(question, draft.state.lang)
  return [...draft.scenario.fields.values()].flatMap((field): Command[] => {
    const isOpen = field.type === 'enum' && draft.state.fields[field.id]!.value === undefined
    const isTaken = commands.some((command) => command.kind === 'set' && command.field === field.id)
    const found = isOpen && !isTaken ? extractChoice(spoken, {now: draft.local, options: field.choices}) : undefined
    if (!found || found.alts || found.confidence < 0.8) return []
    const {option} = found.value
    return [{kind: 'set', field: field.id, value: option, alts: [], raw: option, corrected: false, source: 'rule', confidence: 0.7}]
  })
}

/** What was asked for, and nothing that a complaint would mention: a mark, a yes, the reason in so many words. */
const isPlainAnswer = ({scenario, state: {pending}}: Draft, {field}: CommandOf<'set'>): boolean =>
  pending.kind === 'ask' && pending.field === field && /^(?:number|yesno|text)$/.test(scenario.fields.get(field)!.type)

/** «Да, в три приду», where the call list has it at three, and an edge waits for another hour: what was read out is no other. */
function isKnownOfCall(draft: Draft, command: Command): boolean {
  const {scenario, state} = draft
  if (command.kind !== 'set' || !/^(?:date|time)$/.test(scenario.fields.get(command.field)!.type)) return false
  const {collect, edges} = current(draft)
  const isWatched = !collect.includes(command.field) && edges.some(({when}) => when?.references.fields.has(command.field))
  return isWatched && Object.values(state.contact).includes(String(command.value))
}

/** The edge of an intent of the skillbase's own, when nothing else is wanted in the same breath. */
function ownWay(draft: Draft, commands: readonly Command[]): Edge | undefined {
  const [intent, ...others] = commands.filter((command) => command.kind === 'intent')
  if (!intent || others.length > 0 || !draft.scenario.intents.some(({id}) => id === intent.id)) return undefined
  return edgeOn(draft, intent.id)
}

/** «Где мои окна?» orders no windows: an option named beside a wish that leads where nobody asks for it. */
function isBeside({scenario, state}: Draft, {to}: Edge, {field, confidence}: CommandOf<'set'>): boolean {
  const isAnswer = state.pending.kind === 'ask' && state.pending.field === field && confidence >= 0.8
  if (scenario.fields.get(field)!.type !== 'enum' || isAnswer) return false
  return ![...scenario.states.get(to)!.collect, ...ahead(scenario, to)].includes(field)
}
