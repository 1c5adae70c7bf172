import {hasNoEmail} from '../../nlu/email.ts'
import {withoutFillers} from '../../nlu/fillers.ts'
import {detectIntents, hasPhrase, type IntentMatch} from '../../nlu/intents.ts'
import {detectLanguage} from '../../nlu/language.ts'
import {utterance as toUtterance, words} from '../../nlu/tokens.ts'
import type {Lang, LocalDateTime, Utterance} from '../../nlu/types.ts'
import {type Command, isSimple, simpleCommands} from '../command.ts'
import {asksWhoItIs, speaksOfThem} from './names/answers-to-name.ts'
import {agreesToValue, type Answers, answersIn, asksAnotherTime, isPartOfAnswer, objects} from './answers.ts'
import {mentionsField, mostMentioned} from './field-words.ts'
import {readFields} from './read-fields.ts'
import {wantedLanguage} from './spoken-language.ts'
import {isMeant, isOutranked} from './meaning.ts'
import {blanked} from './reader.ts'
import {isCustom, isQuestion} from './question-words.ts'
import {hasNoMoreName} from './names/read-name.ts'
import {withoutStray} from './stray.ts'
import {otherTimeWanted} from './moments/other-time.ts'
import {unwantedDetail} from './wishes/unwanted.ts'
import {wishesIn} from './wishes/wishes.ts'
import {isEnd} from '../scenario/moment-kind.ts'
import type {Scenario, ScenarioRule} from '../scenario/scenario.ts'
import type {DialogueState} from '../state.ts'

export interface Understanding {
  readonly utterance: Utterance
  readonly language: {readonly lang: Lang; readonly confidence: number; readonly mixed: boolean}
  readonly commands: readonly Command[]
  /** Intents heard, most important first. */
  readonly intents: readonly string[]
  /** Share of the words, fillers aside, that some command explains. */
  readonly cover: number
  /** One thing was turned down by its name, and not what the call is about. */
  readonly unwanted: boolean
}

/** Turns what the caller said into commands by rules alone. Pure. */
export function understand(scenario: Scenario, state: DialogueState, text: string, now: LocalDateTime): Understanding {
  const language = detectLanguage(text)
  const lang = language.confidence >= 0.5 ? language.lang : state.lang
  const asked = state.pending.kind === 'ask' ? scenario.fields.get(state.pending.field)! : undefined
  const spoken = asked && isEnd(asked) ? withoutUntil(toUtterance(text, lang)) : toUtterance(text, lang)
  const position = state.counters.turns < 2 ? 'start' : 'later'
  const unwanted = unwantedDetail(scenario, state, spoken)
  const matches = wishesIn(scenario, state, spoken, detectIntents(spoken, {position, custom: scenario.intents})).filter(
    ({id, from, to}) => !unwanted || id !== 'refuse' || to <= unwanted.from || from >= unwanted.to,
  )
  // At a summary what is not wanted puts right what was read out; anywhere else it answers nothing.
  const isRead =
    (state.pending.kind === 'confirm_state' || state.pending.kind === 'what_to_change') &&
    unwanted !== undefined &&
    [...scenario.fields.values()].some((field) => field.type === 'yesno' && mentionsField(field, unwanted.thing))
  const isOfThem = asked?.type === 'yesno' && asksWhoItIs(asked, state.lang) && speaksOfThem(words(spoken.tokens))
  const heardAs = unwanted && !isRead ? {...spoken, tokens: blanked(spoken.tokens, unwanted)} : spoken
  const answered = isOfThem ? {commands: [], explained: [], isReserved: false, rest: spoken} : answersIn(state, heardAs, now)
  const wantsChange = answered.isReserved || state.pending.kind === 'what_to_change' || matches.some((match) => match.id === 'correction')
  const small = new Set([
    ...answered.explained,
    ...matches.filter((match) => aboutTheCall.has(match.id)).flatMap(({from, to}) => range(from, to)),
  ])
  const greeting = matches.find(
    ({id, from, to}) =>
      id === 'greeting' &&
      spoken.tokens.slice(from, to).some(({text}) => /^(?:день|вечер|утр[оа]|ночи|morning|afternoon|evening)$/.test(text)),
  )
  // «Добрый вечер» is no evening to come in.
  const rest = greeting ? {...answered.rest, tokens: blanked(answered.rest.tokens, greeting)} : answered.rest
  const fields = readFields(scenario, state, rest, now, {
    intents: new Set(matches.map((match) => match.id)),
    isQuestion: isQuestion(scenario, spoken, matches),
    custom: matches.some((match) => isCustom(scenario, match)),
    wantsChange,
    denies: answered.commands.some((command) => command.kind === 'deny'),
    agrees: answered.isReserved || answered.commands.some((command) => command.kind === 'affirm'),
    isOnlyTalk: isOnlyTalk(spoken, matches, coverOf(spoken, small), asksText(scenario, state)),
    turnsAside: matches.some((match) => turnsAside(match, scenario, state)),
    unwanted,
  })
  const values = fields.isText
    ? fields.commands
    : withoutStray({
        scenario,
        state,
        spoken,
        commands: fields.commands,
        explained: fields.explained,
        changes: wantsChange || answered.commands.some((command) => command.kind === 'deny'),
      })
  // «В целом да, но хотелось бы не завтра» names the day that is known, and does not want it.
  const told = objects(answered) ? values.filter((command) => !repeats(state, command)) : values
  const isBusiness = matches.some((match) => match.id === 'book' || isCustom(scenario, match))
  const heard = matches
    .filter((match) => !isPartOfAnswer(match, answered, spoken) && !asksAnotherTime(match, answered, spoken))
    .filter((match) => isMeant(match, {...fields, commands: told}, {state, scenario, spoken, isBusiness}))
    .filter((match, _, all) => !isOutranked(match, all, scenario, spoken) && !skipsAnother(match, scenario, state, spoken))

  const commands: Command[] = [
    ...rulesHeard(scenario, spoken, heard).map((rule): Command => ({kind: 'rule', id: rule.id, source: 'rule', confidence: 1})),
    ...answered.commands.filter(({kind}) => kind !== 'deny' || !changesAnother(state, told)),
    ...(agreesToValue(answered, state, told) ? [{kind: 'affirm', source: 'rule', confidence: 0.8} as const] : []),
    ...told,
    ...(wantsChange || saysWrong(spoken) || namesWrong(state, answered, spoken) ? reopened(scenario, state, spoken, told) : []),
    ...otherTimeWanted(scenario, state, spoken, told, now),
    ...(hasNothingToGive(scenario, state, spoken) ? [{kind: 'skip', source: 'rule', confidence: 0.9} as const] : []),
    ...heard.map((match) => intentCommand(match, text, spoken)),
  ]
  if (commands.length === 0 && objects(answered)) commands.push({kind: 'deny', source: 'rule', confidence: 0.8})
  const explained = new Set([
    ...fields.explained,
    ...answered.explained,
    ...heard.flatMap(({from, to}) => range(from, to)),
    ...(unwanted ? range(unwanted.from, unwanted.to) : []),
  ])
  const intents = heard.map((match) => match.id)
  return {utterance: spoken, language, commands, intents, cover: coverOf(spoken, explained), unwanted: unwanted !== undefined}
}

const repeats = ({fields}: DialogueState, command: Command): boolean =>
  command.kind === 'set' && fields[command.field]!.value === command.value

/** «До какого числа?» – «До завтра» is the day, and no farewell. */
function withoutUntil(utterance: Utterance): Utterance {
  const at = utterance.tokens.findIndex(
    ({text}, place) => text === 'до' && /^(?:после)?завтра$/.test(utterance.tokens[place + 1]?.text ?? ''),
  )
  return at === -1 ? utterance : {...utterance, tokens: blanked(utterance.tokens, {from: at, to: at + 1})}
}

/** «Пропустим почту», once that is past and something else is asked for. */
function skipsAnother({id, from, to}: IntentMatch, {fields}: Scenario, {pending}: DialogueState, {tokens}: Utterance): boolean {
  // «You can skip this» makes no word for the e-mail of "skip".
  const rest = tokens.filter((_, at) => at < from || at >= to)
  if (id !== 'skip' || pending.kind !== 'ask' || mentionsField(fields.get(pending.field)!, rest)) return false
  return mostMentioned([...fields.values()], rest) !== undefined
}

/** «Ой нет, давайте перенесём», to «Что передать мастеру?»: a wish, at the beginning, that the state has an edge of its own for. */
const turnsAside = (match: IntentMatch, scenario: Scenario, {state}: DialogueState): boolean =>
  isCustom(scenario, match) && match.from <= 3 && scenario.states.get(state)!.edges.some(({on}) => on.includes(match.id))

/** Said about the call itself, so never the content of a free answer. */
const aboutTheCall = new Set<string>([
  ...simpleCommands.filter((kind) => kind !== 'complaint' && kind !== 'affirm' && kind !== 'deny'),
  'switch_language',
])

/** Whether all of it is about the call: most of its words, a short wish, or a goodbye that ends it. */
function isOnlyTalk({tokens, text}: Utterance, matches: readonly IntentMatch[], cover: number, isAsked: boolean): boolean {
  // «Шумит сильно», «звука нет» tell what is wrong with a thing where that was asked for.
  const isOfLine = !isAsked || /вас|тебя|слышно|слышу|связ|алл?о|трубк|телефон|hear|line|connection/.test(text)
  const about = matches.filter((match) => aboutTheCall.has(match.id) && (isOfLine || match.id !== 'cant_hear'))
  if (about.length === 0) return false
  // «Всё» may be all that somebody did not like.
  if (tokens.length === 1 && /^вс[её]$/.test(text) && about.every(({id}) => id === 'goodbye')) return false
  if (tokens.length <= 7 && about.some(({id}) => id === 'switch_language')) return true
  if (cover > 0.7 || about.some(({id, to}) => id === 'goodbye' && to === tokens.length)) return true
  // «Повторите, что передать?»
  if (isAsked && tokens.length <= 4 && about.some(({id, from}) => id === 'repeat' && from === 0)) return true
  const rest = tokens.filter((token, at) => !small.has(token.text) && !about.some(({from, to}) => at >= from && at < to))
  if (isAsked && about.every(({id}) => contentful.has(id))) return rest.length === 0
  return (
    rest.length * 2 <= tokens.length &&
    tokens.length <= 5 &&
    about.some(({id}) => shortWishes.has(id) || (id === 'cancel' && /отмен|cancel/i.test(text)))
  )
}

/** Words around a wish that add no content: whom, when, please. */
const small = new Set(
  'вспомню подумаю посмотрю гляну уточню мне нам меня нас это этот эту я мы вам вас пожалуйста позже попозже потом сейчас завтра сегодня вечером утром днем через час me us it this that i you please later tomorrow now then'.split(
    ' ',
  ),
)

/** What may be part of the story: «пишет: подождите», «пароль забыл». */
const contentful = new Set(['hold', 'dont_know', 'skip', 'cant_hear'])

const asksText = ({fields}: Scenario, {pending}: DialogueState): boolean =>
  pending.kind === 'ask' && fields.get(pending.field)!.type === 'text'

const shortWishes = new Set(['skip', 'dont_know', 'repeat', 'hold', 'cant_hear', 'handoff', 'callback', 'slower'])

/** «Номер …, верно?» – «Нет, двадцать шестого марта»: the "no" is about the day that was taken down before, not about the number. */
const changesAnother = ({pending, fields}: DialogueState, commands: readonly Command[]): boolean =>
  pending.kind === 'confirm' &&
  commands.some(
    (command) =>
      command.kind === 'set' &&
      command.field !== pending.field &&
      fields[command.field]!.value !== undefined &&
      fields[command.field]!.value !== command.value,
  ) &&
  !commands.some((command) => 'field' in command && command.field === pending.field)

/** «У меня нет почты», «отчества нет» answer the question: there is none. */
function hasNothingToGive({fields}: Scenario, {pending, fields: held}: DialogueState, spoken: Utterance): boolean {
  if (pending.kind !== 'ask') return false
  if (held[pending.field]!.partial?.name) return hasNoMoreName(spoken)
  return fields.get(pending.field)!.type === 'email' && hasNoEmail(spoken)
}

/** «Дата неправильная», "the name is wrong". */
const saysWrong = ({tokens}: Utterance): boolean => tokens.some((token) => /^(?:неправильн|неверн|wrong|incorrect)/.test(token.text))

/** «Нет, дата рождения», to a summary: a "no" and the name of what is wrong. */
const namesWrong = ({pending}: DialogueState, {commands}: Answers, {tokens}: Utterance): boolean =>
  pending.kind === 'confirm_state' && commands.some(({kind}) => kind === 'deny') && tokens.length <= 4

/** «Поменяйте время», «имя неправильно»: which field is to be said anew. */
function reopened({fields}: Scenario, state: DialogueState, spoken: Utterance, commands: readonly Command[]): Command[] {
  if (commands.some((command) => command.kind === 'set')) return []
  const filled = [...fields.values()].filter((field) => state.fields[field.id]!.value !== undefined)
  const named = mostMentioned(filled, spoken.tokens)
  return named ? [{kind: 'reopen', field: named.id, source: 'rule', confidence: 0.8}] : []
}

function rulesHeard(scenario: Scenario, spoken: Utterance, heard: readonly IntentMatch[]): ScenarioRule[] {
  return scenario.rules.filter(
    (rule) => rule.intents.some((id) => heard.some((match) => match.id === id)) || rule.phrases.some((phrase) => hasPhrase(spoken, phrase)),
  )
}

function intentCommand(match: IntentMatch, text: string, spoken: Utterance): Command {
  const base = {source: 'rule', confidence: match.confidence} as const
  if (match.id === 'question') return {...base, kind: 'ask', question: text}
  if (match.id === 'switch_language') return {...base, kind: 'switch_language', lang: wantedLanguage(spoken)}
  return isSimple(match.id) ? {...base, kind: match.id} : {...base, kind: 'intent', id: match.id}
}

function coverOf(spoken: Utterance, explained: ReadonlySet<number>): number {
  const {at, utterance} = withoutFillers(spoken)
  const content = utterance.tokens.map((_, index) => at[index]!)
  if (content.length === 0) return 1
  return content.filter((index) => explained.has(index)).length / content.length
}

const range = (from: number, to: number): number[] => Array.from({length: Math.max(0, to - from)}, (_, index) => from + index)
