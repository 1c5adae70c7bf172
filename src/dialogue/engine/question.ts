import {answer, isAnswerable, type Passage} from './answer.ts'
import {type Draft, note, say, sayLine} from './draft.ts'
import {conditionVars} from './ending.ts'
import type {Command} from './command.ts'
import type {FieldChanges} from './fields.ts'
import {current, leads} from './edges.ts'
import {enter} from './transitions.ts'
import {tokenize} from '../nlu/tokens.ts'
import type {Token} from '../nlu/types.ts'
import {stemKeys} from '../nlu/stem.ts'
import {recall} from './recall.ts'
import type {Understanding} from './reading/understand.ts'

export interface Answered {
  readonly spoken: boolean
  /** The question was an aside of what is going on: the state stays. */
  readonly inState: boolean
}

const notAsked: Answered = {spoken: false, inState: false}

/** Answers a question the caller asked. In an answering state whatever a fact answers is a question. */
export function answerQuestion(
  draft: Draft,
  {commands, utterance, unwanted}: Understanding,
  changes: FieldChanges,
  passages: readonly Passage[],
): Answered {
  const asked = commands.find((command) => command.kind === 'ask')
  const state = current(draft)
  const progressed = changes.taken.length + changes.rejected.length + changes.partial.length > 0
  // "That's all, thank you" asks nothing, whatever words a fact shares with it.
  const isLeave = commands.some(({kind}) => kind === 'goodbye' || kind === 'thanks')
  const isWhole = state.type === 'answer' && changes.taken.length === 0 && !isLeave
  const said = isWhole ? utterance.text : unmarked(draft, commands, utterance.text)
  // «Счёт не нужен» names what a fact is about, and asks nothing.
  const question = asked?.question ?? (unwanted ? undefined : (said ?? repeated(draft, commands, utterance.text)))
  // «Вы по поводу чего?»
  const asksUs = question === undefined && commands.length === 0 ? aboutUs(utterance.text) : undefined
  if (asksUs) return sayWho(draft, asksUs)
  if (question === undefined) return commands.length === 0 && namesUs(draft, utterance.text) ? sayWho(draft, 'who_i_am') : notAsked
  if (asked && whyAsked.test(question.toLowerCase()) && state.type === 'collect' && !isOffer(draft)) {
    say(draft, 'need_it', {kind: 'answer'})
    return {spoken: true, inState: true}
  }
  // «Да, воду хочу», where the flow has a way for that: words that a fact shares ask nothing.
  if (!asked && commands.some((command) => command.kind === 'intent' && leads(draft, command.id))) return notAsked
  const about = aboutUs(question) ?? (namesUs(draft, question) ? 'who_i_am' : undefined)
  // «Да, а что случилось?»: what the flow says next is the answer.
  if (about === 'purpose' && changes.taken.length > 0) return notAsked
  if (about && (asked || about === 'who_i_am')) {
    // «Его нет дома, а кто это?»: the flow has a way for the first half.
    const leadsOn = commands.some((command) => command.kind === 'intent' && leads(draft, command.id))
    return {...sayWho(draft, about), ...(leadsOn && {inState: false})}
  }
  if (asked && recall(draft, question)) return {spoken: true, inState: changes.taken.length === 0}
  const isAnswer = isAnswerable(draft, question)
  // «Подскажите, готова ли машина»: the flow has an intent of its own for that, and no fact.
  if (!isAnswer && commands.some((command) => command.kind === 'intent' && leads(draft, command.id))) return notAsked
  // «Можно завтра в три?» wants the hour, not an answer. A price is asked for in earnest.
  if (!isAnswer && progressed && !price.test(question)) return notAsked
  if (!asked && !isAnswer && passages.length === 0) return notAsked
  // What is being asked, and what the next state says, comes behind the answer.
  const asking = draft.acts.filter(({kind}) => kind === 'ask')
  draft.acts.splice(0, draft.acts.length, ...draft.acts.filter(({kind}) => kind !== 'ask'))
  const before = draft.acts.length
  if (state.type !== 'collect' && state.type !== 'confirm') followQuestionEdge(draft)
  const entered = draft.acts.splice(before)
  answer(draft, question, passages)
  draft.acts.push(...entered, ...asking)
  return {spoken: true, inState: changes.taken.length === 0}
}

/** «Повторите сумму»: what is to be said again is a fact, and not the question in the air. */
function repeated(draft: Draft, commands: readonly Command[], text: string): string | undefined {
  if (!commands.some(({kind}) => kind === 'repeat')) return undefined
  const rest = text.replaceAll(/(?:^| )(?:повторите|повтори|ещё раз|еще раз|пожалуйста|а|repeat|again|please|the)(?= |$)/gi, ' ').trim()
  return rest !== '' && isAnswerable(draft, rest) ? rest : undefined
}

/** «Записать вас?» – «А это обязательно?»: what is offered may be left. */
const isOffer = ({scenario, state: {pending}}: Draft): boolean =>
  pending.kind === 'ask' && scenario.fields.get(pending.field)!.type === 'yesno'

function sayWho(draft: Draft, about: 'who_i_am' | 'purpose' | 'listening'): Answered {
  const {name, company} = draft.scenario.persona
  // Why we call is what we said first.
  const again =
    about === 'purpose' &&
    draft.state.direction === 'outbound' &&
    sayLine(draft, draft.scenario.greeting.outbound, {kind: 'answer', key: 'greeting.again'})
  if (!again) say(draft, about === 'purpose' ? 'who_i_am' : about, {kind: 'answer', value: [name, company].filter(Boolean).join(', ')})
  return {spoken: true, inState: true}
}

/** «Карты принимаете», «сколько абонемент»: a question by nothing but having an answer, where nothing else was understood. */
function unmarked(draft: Draft, commands: readonly Command[], text: string): string | undefined {
  const isNothing = commands.every(({kind}) => kind === 'intent' || kind === 'greeting')
  const isOpen =
    draft.state.pending.kind !== 'ask' ||
    /[еи]те(?: |$)|сколько|что|какой|открыт|закрыт|работает|без записи|^(?:как-то |ой )?дорого|(?:^| )(?:есть|можно|нужн[аоы]?|нужен|платн\S+|бесплатн\S+|смогу|пускают|дорого|вносить|припарковаться|будет|бывает|дают|дадут)$/.test(
      text,
    )
  if (
    !isNothing ||
    !isOpen ||
    text.split(' ').length > 10 ||
    commands.some((command) => command.kind === 'intent' && leads(draft, command.id))
  )
    return undefined
  return isAnswerable(draft, text) ? text : undefined
}

function followQuestionEdge(draft: Draft): void {
  const state = current(draft)
  const edge = state.edges.find((each) => each.on.includes('question') && (!each.when || each.when.holds(conditionVars(draft))))
  if (!edge) return
  note(draft, 'edge', `${state.id} → ${edge.to} on question`)
  enter(draft, edge.to, edge)
}

/** Who is calling, and a question that is still to come: the bot knows the answer to both. */
function aboutUs(question: string): 'who_i_am' | 'purpose' | 'listening' | undefined {
  const text = question
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[?.!,]/g, '')
    .trim()
  if (purpose.test(text)) return 'purpose'
  if (who.test(text)) return 'who_i_am'
  return more.test(text) ? 'listening' : undefined
}

/** «Это бюро находок?», «это поликлиника?»: whether they have come to the right place. */
function namesUs({scenario, state}: Draft, question: string): boolean {
  if (state.counters.turns <= 2 && isInstitution.test(question)) return true
  const own = new Set(tokenize(`${scenario.persona.company} ${scenario.persona.name}`).flatMap(({text}) => stemKeys(text)))
  const said =
    /^(?:(?:алло|здравствуйте|добрый день|а|hello|hi) )*(?:это|вы|я попала? в|я дозвонил(?:ся|ась) (?:до|в)|is this|are you|did i reach|have i reached) (.+?)\??$/i.exec(
      question,
    )?.[1]
  const words = said === undefined ? [] : tokenize(said)
  const isOwn = ({text}: Token) => stemKeys(text).some((key) => own.has(key))
  return words.some(isOwn) && words.every((token) => isOwn(token) || ofAnyCompany.test(token.text))
}

const ofAnyCompany =
  /^(?:компани\p{L}*|фирма|служба|доставка|магазин|школа|салон|мастерская|студия|центр|клиника|the|company|shop|store|service|services|office|place|people)$/u

const isInstitution =
  /^(?:(?:алло|здравствуйте|добрый день|а|извините) )*(?:это|я попала? в|вы) (?:\S+ )?(?:поликлиника|больница|регистратура|клиника|аптека|банк|магазин|школа|детский сад|салон|парикмахерская|такси|доставка|ресторан|кафе|гостиница|отель|мастерская|ателье|автосервис|сервис|химчистка|склад|офис|справочная|почта|полиция|налоговая|мфц|жэк|управляющая компания)\??$/i

const whyAsked =
  /^(?:(?:а|и|ну|извините) )*(?:зачем|для чего|почему)(?: (?:вам|это|вам это|это вам|такое))?$|^(?:а )?(?:это|обязательно) (?:обязательно|нужно|надо)(?: (?:говорить|называть|отвечать))?$|^why(?: do you (?:ask|need that|need it|want to know))?$|(?:^| )(?:зачем|для чего|почему|а зачем) (?:вам|тебе|это|вы)(?: \S+){0,3} ?(?:номер|телефон|имя|адрес|почт|спрашива|нужн)|why do you (?:need|want|ask)/

const price = /сколько (?:это |будет |у вас )*сто[ия]|сколько с меня|стоимост|цен[аыу]|поч[её]м|how much|price|cost/i

const who =
  /(?:^| )(?:кто (?:это|вы|звонит|говорит|вы такие)|откуда (?:вы )?(?:звоните|звонок|номер)|(?:из|с) какой (?:вы )?(?:компании|организации|фирмы)|(?:вы )?из какой|что за (?:компания|организация|фирма)|с кем (?:я )?(?:говорю|разговариваю)|куда (?:я )?(?:попал|попала|звоню)|представьтесь|(?:а )?вы кто)(?: |$)|who (?:is this|are you|is calling|am i (?:speaking|talking) (?:to|with))|where are you calling from|what company/
const purpose =
  /(?:^| )(?:по какому (?:вы )?(?:вопросу|поводу|делу)|зачем (?:вы )?(?:мне )?звон|что (?:вы )?хотели|что вам (?:нужно|надо)|что случилось|в ч[её]м дело|а что такое|чего (?:вы )?хотели|(?:вы )?по поводу чего|о ч[её]м речь)(?: |$)|what is this (?:about|regarding)|why are you calling/
const more =
  /^(?:(?:а|ну|да|скажите|подскажите) )*(?:у меня|есть|можно|могу я|i have|can i ask|may i ask)(?: (?:к вам|задать|еще|один|a|one|another|you))* (?:вопрос(?:ик)?|question)(?: (?:есть|один|please|пожалуйста))?$/
