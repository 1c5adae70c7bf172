import {stemKeys} from '../../../nlu/stem.ts'
import type {Token, Utterance} from '../../../nlu/types.ts'
import {tokenize} from '../../../nlu/tokens.ts'
import {mentionsField, namesOption} from '../field-words.ts'
import {isFirm} from '../meaning.ts'
import type {Scenario, ScenarioField} from '../../scenario/scenario.ts'
import type {DialogueState} from '../../state.ts'

/** A thing that is turned down by its name, «чек не нужен», and where that is said. */
export interface Unwanted {
  readonly from: number
  readonly to: number
  readonly thing: readonly Token[]
}

/**
 * «Проверка зрения завтра в три, линзы не нужны» turns down one thing, and not the visit. Neither is it the answer to what was asked, unless
 * that asked for the thing. What a call of ours offers is the matter itself, and so is a booking, or the option that was chosen.
 */
export function unwantedDetail(scenario: Scenario, state: DialogueState, {tokens, text}: Utterance): Unwanted | undefined {
  if (state.pending.kind === 'confirm' || state.pending.kind === 'choose' || isFirm(text)) return undefined
  const found = refusedThing(tokens)
  if (!found || isMatter(scenario, state, found.thing)) return undefined
  // «Не надо сейчас», «больше не нужно»: only of what the flow knows is it sure to be a thing.
  const isVague = tokens.slice(found.from, found.to).some(({text: word}) => word === 'надо' || word === 'нужно')
  if (isVague && ![...scenario.fields.values()].some((field) => asksFor(field, found.thing))) return undefined
  const asked = state.pending.kind === 'ask' ? scenario.fields.get(state.pending.field) : undefined
  return asked && (asked.type === 'text' || asksFor(asked, found.thing)) ? undefined : found
}

const asksFor = (field: ScenarioField, thing: readonly Token[]): boolean => mentionsField(field, thing) || namesOption(field, thing)

function isMatter(scenario: Scenario, state: DialogueState, thing: readonly Token[]): boolean {
  if (thing.some(({text}) => matters.test(text))) return true
  const isChosen = [...scenario.fields.values()].some((field) => {
    const value = state.fields[field.id]!.value
    const chosen = field.type === 'enum' ? field.choices?.find(({id}) => id === value) : undefined
    return chosen !== undefined && names(thing, [...(chosen.ru ?? []), ...(chosen.en ?? [])])
  })
  return isChosen || (state.direction === 'outbound' && speaksOf(scenario, thing))
}

/** Whether the lines of the flow speak of it. */
function speaksOf({states, greeting}: Scenario, thing: readonly Token[]): boolean {
  const lines = [greeting.outbound, ...[...states.values()].map(({say}) => say)]
  return names(
    thing,
    lines.flatMap(({ru, en}) => [...ru, ...en].map(({source}) => source)),
  )
}

function names(thing: readonly Token[], texts: readonly string[]): boolean {
  const keys = new Set(texts.flatMap((text) => tokenize(text)).flatMap(({text}) => stemKeys(text)))
  return thing.some(({text}) => stemKeys(text).some((key) => keys.has(key)))
}

function refusedThing(tokens: readonly Token[]): Unwanted | undefined {
  const at = tokens.findIndex(({text}, index) => text === 'не' && /^(?:нуж(?:ен|на|ны|но)|надо)$/.test(tokens[index + 1]?.text ?? ''))
  if (at !== -1) return russianThing(tokens, at)
  return englishThing(tokens)
}

/** «Линзы мне не нужны», «не нужны мне линзы». */
function russianThing(tokens: readonly Token[], at: number): Unwanted | undefined {
  let before = at - 1
  while (before >= 0 && beside.test(tokens[before]!.text)) before--
  if (isThing(tokens[before]) && tokens[before]!.stop === '') return {from: before, to: at + 2, thing: [tokens[before]!]}
  let behind = at + 2
  while (behind < tokens.length && beside.test(tokens[behind]!.text)) behind++
  const isNext = isThing(tokens[behind]) && tokens[behind - 1]!.stop === ''
  return isNext ? {from: at, to: behind + 1, thing: [tokens[behind]!]} : undefined
}

/** "I don't need the parking", "no need for an email". */
function englishThing(tokens: readonly Token[]): Unwanted | undefined {
  const {length} = tokens
  for (let at = 0; at < length - 1; at++) {
    const text = tokens
      .slice(at, at + 3)
      .map((token) => token.text)
      .join(' ')
    const lead = /^(?:(?:don't|dont|doesn't|won't) need|do not need|no need for|not need)/.exec(text)?.[0]
    if (lead === undefined) continue
    let next = at + lead.split(' ').length
    while (next < length && /^(?:a|an|the|any|your|my|to|have)$/.test(tokens[next]!.text)) next++
    if (!isThing(tokens[next]) || tokens[next - 1]?.text === 'to') return undefined
    const from = /^(?:i|we|and|but)$/.test(tokens[at - 1]?.text ?? '') ? at - 1 : at
    return {from, to: next + 1, thing: [tokens[next]!]}
  }
  return undefined
}

const isThing = (token: Token | undefined): boolean =>
  token !== undefined &&
  /^\p{L}{3,}$/u.test(token.text) &&
  !/[а-я][ую]$/.test(token.text) &&
  !noThing.test(token.text) &&
  !beside.test(token.text)

const beside =
  /^(?:мне|нам|ему|ей|им|лучше|вообще|пока|уже|больше|точно|тоже|даже|совсем|вроде|наверное|конечно|никакой|никакая|никакие|ваш|ваша|ваши|the)$/

// No things: little words, adverbs, and verbs that go before «не нужен».
const noThing =
  /^(?:это|этот|эта|эти|того|такое|такой|такая|такие|так|он|она|оно|они|нет|да|ой|ну|спасибо|благодарю|ничего|никто|никого|все|всё|сейчас|теперь|сегодня|завтра|потом|просто|только|если|что|как|или|но|же|ли|вот|там|тут|здесь|купил\S*|нашел|нашл\S|решил\S*|сделал\S*|заказал\S*|передумал\S*|записал\S*|говорю|сказал\S*|думаю|извините|простите|пожалуйста|алло|здравствуйте|до|свидания|звонить|it|that|this|one|you|anything|something|nothing|more|help|thanks|thank|please|anymore|to|at|now|right|today)$/

/** The matter itself, which nobody turns down in passing. */
const matters =
  /^(?:запис[ьи]\S*|брон[ьи]\S*|заказ\S*|услуг\S*|помощь|помощи|визит\S*|при[её]м\S*|встреч\S*|предложени\S*|консультаци\S*|мастер\S*|курьер\S*|бригад\S*|выезд\S*|заявк\S*|technician|engineer|appointment|appointments|booking|reservation|order|service|services|visit|offer|consultation|call|calls)$/
