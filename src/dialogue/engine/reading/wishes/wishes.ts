import type {IntentMatch} from '../../../nlu/intents.ts'
import {words} from '../../../nlu/tokens.ts'
import type {Utterance} from '../../../nlu/types.ts'
import {changedMind} from './changed-mind.ts'
import {asksWhatThen} from './conditional.ts'
import {asksIn, mentionsField, namesOption} from '../field-words.ts'
import {asksFacts, isCustom} from '../question-words.ts'
import {isFirm} from '../meaning.ts'
import {aboutOlderBooking, namesBooking, olderBookingTold} from './older-booking.ts'
import {passesOver} from './passing.ts'
import {somebodyWanted} from './somebody.ts'
import {isVagueMoment} from '../moments/vague-moment.ts'
import {complainsOfUs} from './whose-complaint.ts'
import {asWrongNumber, isMisdialled} from './wrong-number.ts'
import type {Scenario} from '../../scenario/scenario.ts'
import type {DialogueState} from '../../state.ts'

/** The intents of an utterance as this conversation means them: what a grammar hears in the words alone is not always what is wanted. */
export function wishesIn(scenario: Scenario, state: DialogueState, spoken: Utterance, found: readonly IntentMatch[]): IntentMatch[] {
  const called = found.some(({id}) => id === 'handoff') ? [] : somebodyWanted(scenario, state, spoken)
  const older = olderBookingTold(scenario, state, spoken).filter(({id}) => !found.some((match) => match.id === id))
  const here = [...called, ...older, ...found].flatMap((match) =>
    passesOver(match, scenario, state, spoken) ? {...match, id: 'skip' as const} : (inThisCall(scenario, state, spoken, match) ?? []),
  )
  return here.filter(
    (match) =>
      !isAskedAbout(match, scenario, spoken) &&
      !isRecording(match, scenario, spoken) &&
      // "You already have it" gives what is asked for.
      !(match.id === 'refuse' && /^(?:you|you've)$/.test(spoken.tokens[match.from - 1]?.text ?? '')) &&
      !isCondition(match, spoken) &&
      !refusesDay(match, spoken) &&
      !isWhatIf(match, spoken) &&
      !(isCustom(scenario, match) && asksWhatThen(spoken.text)) &&
      !isForAnybody(match, scenario, spoken) &&
      !isPost(match, scenario, state, spoken) &&
      !isInconvenient(match, scenario, state, spoken) &&
      // «Да, только пусть позвонит за час» asks for a call before the visit.
      !(match.id === 'callback' && beforeVisit.test(spoken.text)) &&
      !isVague(match, scenario, state, spoken) &&
      !cancelsDetail(match, scenario, state, spoken) &&
      !isStatedTopic(match, spoken) &&
      !isAboutSomething(match, spoken) &&
      !(match.id === 'complaint' && !complainsOfUs(spoken)) &&
      !isPartOfWish(match, here, spoken) &&
      // «А без записи можно?»
      !(match.id === 'book' && /(?:^| )без (?:предварительной )?записи(?: |$)/.test(spoken.text)) &&
      // «Запишите мой номер» gives a number, and books nothing.
      !(match.id === 'book' && ofNumber.test(words(spoken.tokens.slice(match.from, match.from + 4)))) &&
      !isReason(match, scenario, state, spoken) &&
      !isHour(match, scenario, state, spoken),
  )
}

/** «Не хочу в пятницу, давайте в субботу»: another day or hour is wanted, and nothing refused. */
const refusesDay = ({id, to}: IntentMatch, {tokens}: Utterance): boolean =>
  id === 'refuse' && /^(?:(?:в|во|на|к) )?\S+(?: \S+)? (?:(?:а|давайте|лучше|тогда|можно) )+(?:в|во|на|к) \S+/.test(words(tokens.slice(to)))

/** «А если отменим?», «можно будет отменить?», "can I cancel later": asks what would be, and cancels nothing. */
const isWhatIf = ({id, from}: IntentMatch, {tokens}: Utterance): boolean =>
  (id === 'cancel' || id === 'refuse') &&
  /(?:^| )(?:если|можно (?:будет|потом|ли|в любой)|(?<!не )(?:смогу|сможем)|разве|if|could i|can i|can we|would i)(?: |$)/.test(
    words(tokens),
  ) &&
  (tokens.some(({text}) => /^(?:если|будет|потом|ли|if|later|разве)$/.test(text)) || from > 2) &&
  !/(?:^| )(?:хочу|хотел|хотела|нужно|надо|want|need)(?: |$)/.test(words(tokens.slice(0, from + 1)))

/**
 * «Не звоните мне только после девяти», «не надо звонить, лучше смс», «на этот не звоните, звоните на другой» say how to call, and not
 * that nobody may.
 */
const isCondition = ({id, from, to}: IntentMatch, spoken: Utterance): boolean =>
  id === 'do_not_call' &&
  !forGood(spoken) &&
  (limits.test(words(spoken.tokens.slice(to))) || /^(?:только|лишь|just|only)$/.test(spoken.tokens[from - 1]?.text ?? ''))

const limits =
  /^(?:(?:мне|нам|меня|me|us) )?(?:только|лучше|если|пока|до|после|раньше|позже|утром|вечером|ночью|днем|с|before|after|until|unless|in the|at|on|just)(?: |$)|^(?:\S+ ){0,4}?(?:звоните|позвоните|набирайте|пишите|напишите|пришлите|call|text|use|email|write)(?: |$)/

/** "I'm calling about payroll" tells what is wanted. */
const isStatedTopic = ({id}: IntentMatch, {tokens}: Utterance): boolean =>
  id === 'question' && /(?:^| )i'm calling about(?: |$)/.test(words(tokens)) && !asksFacts(tokens)

/** «Мне неудобно», «в четверг я занята», asked whether a day is convenient, answer that; nobody wants to be called back. */
function isInconvenient({id, from, to}: IntentMatch, {fields}: Scenario, {pending, lang}: DialogueState, {tokens}: Utterance): boolean {
  const asked = pending.kind === 'ask' ? fields.get(pending.field)! : undefined
  if (id !== 'callback' || asked?.type !== 'yesno') return false
  const ask = asked.askLine[lang].map(({source}) => source).join(' ')
  if (/говорить|разговаривать|поговорить|минут|talk|speak|minute/i.test(ask)) return false
  const said = words(tokens.slice(from, to))
  if (/^(?:мне |нам )?(?:неудобно|не удобно)$/.test(said)) return /удобн|подход|устраива/i.test(ask)
  return /^(?:я |мы )?(?:буду |будем )?занят[аы]?$/.test(said) && tokens.some(({text}) => ofDay.test(text))
}

const beforeVisit =
  /(?:позвон|набер|предупред)\S* (?:\S+ )?(?:за (?:час|полчаса|пол часа|\S+ минут|\S+ час|день)|перед |заранее)|за (?:час|полчаса|\S+ минут)\S* (?:\S+ )?(?:позвон|набер|предупред)|call (?:\S+ )?(?:before|an hour|half an hour)/i

const ofDay = /^(?:сегодня|завтра|послезавтра|понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье|день|этот|это|числа)$/

/** «Нет, обед отмените», to a summary with a lunch in it. */
const cancelsDetail = ({id}: IntentMatch, {fields}: Scenario, {pending, fields: held}: DialogueState, {tokens}: Utterance): boolean =>
  id === 'cancel' &&
  pending.kind === 'confirm_state' &&
  !namesBooking(tokens) &&
  [...fields.values()].some((field) => field.type === 'yesno' && held[field.id]!.value === true && mentionsField(field, tokens))

/** «Когда сможете», «как можно раньше», asked for a day or an hour, ask nothing. */
const isVague = ({id}: IntentMatch, {fields}: Scenario, {pending}: DialogueState, spoken: Utterance): boolean =>
  (id === 'question' || id === 'dont_know' || id === 'callback') &&
  pending.kind === 'ask' &&
  isVagueMoment(spoken, fields.get(pending.field)!)

/** "I need to talk to someone about my taxes" names what the flow is there for, and asks for nobody instead of us. */
const isForAnybody = ({id}: IntentMatch, {fields}: Scenario, {tokens}: Utterance): boolean =>
  id === 'handoff' &&
  anybody.test(words(tokens)) &&
  !tokens.some(({text}) => /^(?:real|human|person|manager|operator|живым|человеком|оператором|менеджером)$/.test(text)) &&
  [...fields.values()].some((field) => namesOption(field, tokens))

const anybody =
  /(?:talk|speak|chat) (?:to|with) (?:someone|somebody|anyone) (?:\S+ )?(?:about|regarding)|с (?:кем-нибудь|кем-то|кем нибудь) (?:\S+ )?(?:о|об|насчет|по поводу|по)(?: |$)/

const ofNumber = /^запи(?:шите|ши|сать|сывайте) (?:мой |этот |мне |тогда )*(?:номер|телефон)/

/** «Времени нет», to "why?", is the reason. */
const isReason = ({id}: IntentMatch, {fields}: Scenario, {pending}: DialogueState, {text}: Utterance): boolean => {
  const asked = pending.kind === 'ask' ? fields.get(pending.field)! : undefined
  return (
    id === 'callback' &&
    asked?.type === 'text' &&
    /почему|причин|отчего|why|reason/i.test(asksIn(asked)) &&
    !/перезвон|позвон|набер|потом|позже|call|later/i.test(text)
  )
}

/** «Оператор», to "what job do you want?", is one. */
const isPost = ({id}: IntentMatch, {fields}: Scenario, {pending}: DialogueState, {tokens}: Utterance): boolean => {
  const asked = pending.kind === 'ask' ? fields.get(pending.field)! : undefined
  return (
    id === 'handoff' &&
    asked?.type === 'text' &&
    /должност|ваканси|кем (?:\S+ )?(?:работа|хот|виде)|професси|position|vacancy|job|role/i.test(asksIn(asked)) &&
    !tokens.some(({text}) => /^(?:соедин|переключ|позов|дайте|живо|настоящ|real|human|talk|speak|connect|transfer)/.test(text))
  )
}

/** «Не надо мне смс присылать» refuses a message, «не нужно ничего больше» nothing at all. */
const isAboutSomething = ({id, from, to}: IntentMatch, {tokens}: Utterance): boolean =>
  id === 'refuse' &&
  /(?:^| )(?:надо|нужно)$/.test(words(tokens.slice(from, to))) &&
  tokens
    .slice(to)
    .some(
      ({text}) =>
        (/.{3}(?:ть|ться|ти|чь)$/.test(text) && !/^(?:звон|перезвон|запис|брон|оформ|предлаг|уговар|продолж)/.test(text)) ||
        text === 'больше',
    )

/** «Где можно оплатить?» is a question about what «оплачу» promises. */
const isAskedAbout = (match: IntentMatch, scenario: Scenario, {tokens}: Utterance): boolean =>
  isCustom(scenario, match) &&
  match.to - match.from === 1 &&
  /(?:ть|ться|ти|чь)$/.test(tokens[match.from]!.text) &&
  // «Как к вам записаться?» wants just that, where the flow books.
  !(match.id === 'book' && tokens.every(({text}) => !/^(?:где|когда|сколько|чем|какой|какая|какие)$/.test(text))) &&
  tokens.some(({text}) => /^(?:где|куда|когда|сколько|как|чем|какой|какая|какие)$/.test(text))

/** «А запись будет?», where nothing is booked: a recording. */
const isRecording = ({id, from, to}: IntentMatch, scenario: Scenario, {tokens}: Utterance): boolean =>
  id === 'book' &&
  to - from === 1 &&
  /^запис[ьи]$/.test(tokens[from]!.text) &&
  ![...scenario.states.values()].some((state) => state.edges.some((edge) => edge.on.includes('book'))) &&
  !scenario.global.some((edge) => edge.on.includes('book'))

const inThisCall = (scenario: Scenario, state: DialogueState, spoken: Utterance, match: IntentMatch): IntentMatch | undefined => {
  switch (match.id) {
    case 'correction':
      if (isMisdialled(state, spoken)) return {...match, id: 'wrong_number'}
      if (isOption(scenario, state, spoken)) return undefined
      return aboutOlderBooking(scenario, state, spoken, match)
    case 'refuse':
      return turningDown(state, spoken, match)
    case 'cancel':
      return changedMind(scenario, state, spoken) ? {...match, id: 'correction'} : aboutOlderBooking(scenario, state, spoken, match)
    case 'do_not_call':
      if (offersCall(scenario, state) && !forGood(spoken)) return undefined
      return callsThemselves.test(words(spoken.tokens)) && !forGood(spoken) ? {...match, id: 'goodbye'} : match
    case 'callback':
      return isAboutLater(scenario, state, spoken) || isDoneLater(match, spoken) ? undefined : callingThemselves(spoken, match)
    case 'wrong_number':
      return asWrongNumber(scenario, state, spoken, match)
    default:
      return match
  }
}

/** «Колёса надо поменять», before anything was said that could be put right: a service of that name. */
const isOption = ({fields}: Scenario, {fields: held}: DialogueState, {tokens}: Utterance): boolean =>
  Object.values(held).every(({value}) => value === undefined) &&
  tokens.some(
    (token) =>
      /^(?:поменя|меня|замен|смен|change|replac|swap)/.test(token.text) &&
      [...fields.values()].some((field) => namesOption(field, [token])),
  )

/** «Вы мне не звоните, я сама позвоню» keeps the talk in the caller's own hands, and forbids none. */
const callsThemselves =
  /(?:^| )(?:сам|сама|сами) (?:вам |вас |к вам )?(?:пере)?(?:позвон|звон|набер|свяж)\p{L}+|i(?:'ll|ll| will) (?:call|ring|phone|contact) you/u

/** «Не надо мне звонить», to "shall the manager call you?", turns that call down, and no other. */
const offersCall = ({fields}: Scenario, {pending}: DialogueState): boolean => {
  const asked = pending.kind === 'ask' ? fields.get(pending.field)! : undefined
  return asked?.type === 'yesno' && /перезвон|(?<!можно .*)позвон|call you (?:back)?|give you a call/i.test(asksIn(asked))
}

const forGood = ({tokens}: Utterance): boolean => tokens.some(({text}) => /^(?:больше|никогда|впредь|never|again|anymore)$/.test(text))

/** «Я сам перезвоню» asks nobody to call; it is how people take their leave. */
const callingThemselves = ({tokens}: Utterance, match: IntentMatch): IntentMatch =>
  tokens.some(({text}) => /^(?:перезвоню|перезвоним|перенаберу|наберу)$/.test(text)) ||
  /(?:^| )i(?:'ll|ll| will) (?:call|ring|phone)(?: you)? (?:back|later|again)/.test(words(tokens))
    ? {...match, id: 'goodbye'}
    : match

/** «Можно потом оплатить?» */
const isDoneLater = ({to}: IntentMatch, {tokens}: Utterance): boolean =>
  /^(?:потом|позже|попозже|later)$/.test(tokens[to - 1]?.text ?? '') &&
  tokens.slice(to, to + 4).some(({text}) => /.{3}(?:ть|ться|ти|чь)$/.test(text) && !/^(?:перезвон|позвон|связа|созвон|поговор)/.test(text))

/**
 * «Перезвоните вечером уточнить», said where wishes for the visit are asked for once the number is known, is such a wish; «перезвоните мне,
 * чтобы подтвердить?» asks what happens next.
 */
function isAboutLater({fields}: Scenario, {pending, direction, fields: held}: DialogueState, {tokens, text}: Utterance): boolean {
  const asked = pending.kind === 'ask' ? fields.get(pending.field) : undefined
  if (
    /(?:^| )(?:а )?(?:вы )?(?:мне )?перезвоните (?:мне |нам )?(?:чтобы|для|подтвер)|(?:will|do|are) you (?:going to )?(?:call|calling|ring)/i.test(
      text,
    )
  )
    return true
  if (asked?.type !== 'text' || tokens.length < 3 || /занят|неудобно|некогда|не могу|за рул|busy|driving/i.test(text)) return false
  return direction === 'outbound' || [...fields.values()].some(({id, type}) => type === 'phone' && held[id]!.value !== undefined)
}

/** «отменить запись» names a booking and asks for none. */
const isPartOfWish = ({id, from, to}: IntentMatch, heard: readonly IntentMatch[], {tokens}: Utterance): boolean =>
  id === 'book' &&
  heard.some((match) => match.id === 'cancel' || match.id === 'correction' || match.id === 'handoff') &&
  tokens.slice(from, to).every((token) => namesBooking([token]))

/** «Не надо» to «Записать номер, с которого вы звоните?» turns that down, and not the whole call. */
const turningDown = ({pending}: DialogueState, {text}: Utterance, match: IntentMatch): IntentMatch =>
  (pending.kind === 'confirm' || pending.kind === 'choose') && !isFirm(text) ? {...match, id: 'deny'} : match

/** «Попозже», asked for a time, is a time of a kind; nobody wants to be called back. */
const isHour = ({id, from, to}: IntentMatch, {fields}: Scenario, {pending}: DialogueState, {tokens}: Utterance): boolean => {
  const asked = pending.kind === 'ask' ? fields.get(pending.field) : undefined
  return (
    id === 'callback' &&
    (asked?.type === 'time' || asked?.type === 'date') &&
    tokens.slice(from, to).every(({text}) => laterWords.test(text)) &&
    tokens.every(({text}) => laterWords.test(text) || /^(?:а|ну|мне|нам|чуть|немного|в|другой|другое|раз|день|время)$/.test(text))
  )
}

const laterWords = /^(?:(?:по)?позже|потом|давайте|давай|можно|лучше|может|чуть|ну|в|другой|другое|раз|время|later|maybe|a|bit)$/
