import {numeral} from '../../../nlu/numerals.ts'
import {tokenize, words} from '../../../nlu/tokens.ts'
import {withoutFillers} from '../../../nlu/fillers.ts'
import {freeText} from './free-text.ts'
import type {Reader} from '../reader.ts'
import type {Token} from '../../../nlu/types.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'
import {asksIn, mentionsField} from '../field-words.ts'
import {thatIsAll} from '../wishes/passing.ts'

/** Takes the words as they are, unless they are an answer to no open question: «да», a request, a question, or values that were taken already. */
export function readText(reader: Reader, field: ScenarioField): boolean {
  const {hints, explained, utterance} = reader
  const {at, utterance: clean} = withoutFillers(utterance)
  const count = clean.tokens.length
  if (
    hints.isOnlyTalk ||
    (hints.isQuestion && !asksMessage.test(asksIn(field)) && isInterrogative(clean.tokens.map((token) => token.text))) ||
    isPlainAnswer(words(clean.tokens))
  )
    return false
  if (clean.tokens.every(({text}) => /^(?:э+|м+|а+|ы+|хм+|эм+|u+[hm]+|h*m+|er+m?)$/.test(text))) return false
  if (!field.required && saysNothing(field, clean.tokens)) {
    reader.commands.push({kind: 'skip', source: 'rule', confidence: 0.9})
    return true
  }
  const taken = clean.tokens.filter((_, index) => explained.has(at[index]!)).length
  if (count === 0 || taken / count > 0.7) return false
  // Claimed words are blanked in the reader; the text is what was said.
  const text = freeText({...utterance, tokens: utterance.tokens.map((token) => ({...token, text: token.raw.toLowerCase()}))})
  if (text === undefined) return false
  reader.done.add(field.id)
  reader.commands.push({source: 'rule', confidence: 0.5, kind: 'set', field: field.id, value: text, alts: [], raw: text, corrected: false})
  return true
}

/** «Чего не хватило?» – «Парковки нет.» */
const asksWhatLacks = /не хватило|не хватает|почему|что не так|не понравил|улучшить|missing|why|improve/i

/** «Что передать?» – «Где мой заказ?»: what is to be passed on may be a question. */
export const asksMessage = /передать|сообщени|pass on|message/i

/** «Ничего», «без открытки», «открытка не нужна»: there is nothing to add, which is the answer to a question that may be passed over. */
function saysNothing(field: ScenarioField, tokens: readonly Token[]): boolean {
  const text = words(tokens)
  if (onlyBooks.test(text) || laterOn.test(text) || knowsNone.test(text) || thatIsAll.test(text)) return true
  if (nothing.test(text) || /^(?:да )?(?:нет|неа)(?: (?:вроде|наверное|пожалуй|кажется|пока|спасибо))+$/.test(text)) return true
  if (/^(?:нет|no) /.test(text) && tokens.length <= 3 && mentionsField(field, tokens.slice(1))) return true
  // «Без надписи», «никакой надписи»: nothing of what could be meant.
  if (
    /^(?:(?:ну|да|нет|давайте|пусть|будет|лучше|просто|тогда|ладно|хорошо|можно|а|no) )*(?:без|никак(?:ой|их|ого)|without|no) \S+$/.test(
      text,
    )
  )
    return true
  // «Без открытки, пожалуйста», and not «без орехов, пожалуйста»
  if (/(?:^| )(?:без|without|no) \S+ (?:пожалуйста|тогда|please)$/.test(text) && tokens.length <= 5 && mentionsField(field, tokens))
    return true
  if (/^(?:(?:да|нет|пока|вроде) )*(?:у (?:меня|нас) )?(?:ничего )?так(?:ого|их|ой)(?: ничего)?(?: (?:нет|нету))?$/.test(text)) return true
  // «Травм нет», «слава богу нет», «ничего тяжёлого»
  if (tokens.length <= 4 && /(?:^| )(?:нет|нету|нема|none)$/.test(text) && !(tokens.length > 1 && asksWhatLacks.test(asksIn(field))))
    return true
  if (tokens.length <= 3 && /^(?:ничего|никаких|никакого|никакой|no) /.test(text) && mentionsField(field, tokens)) return true
  // «Да ничего не надо писать»
  if (/^(?:(?:нет|да|я|мы) )*(?:сам|сама|сами) (?:все )?(?:подпи|напи|добав|скаж|впи)\S+$/.test(text)) return true
  if (/^(?:нет|no) (?:вс[её] )?(?:в порядке|хорошо|нормально|fine|good)$/.test(text)) return true
  if (
    /^(?:(?:да|нет|ну|а|пожалуй) )*ничего (?:\S+ )?не (?:надо|нужно|пишите|будем)(?: (?:писать|добавлять|указывать|передавать|\S+ть))?$/.test(
      text,
    )
  )
    return true
  return (
    tokens.length <= 5 &&
    /(?:^| )(?:не (?:нуж\S+|надо|требуется|хочу|буду)|not needed|no need)(?: |$)/.test(text) &&
    (mentionsField(field, tokens) || tokens.length <= 3)
  )
}

const nothing =
  /^(?:(?:ну|да|нет|нету|пока|вроде|слава|богу|в общем|наверное|no|nope|well) )*(?:ничего(?: (?:такого|особенного|не (?:надо|нужно|хочу)|больше|спасибо))?|нечего(?: \S+)?|всё|все|это всё|это все|не надо|не нужно|не важно|неважно|без|без разницы|все равно|ни к чему|без (?:подробностей|деталей|пожеланий|комментариев|замечаний|примечаний)|(?:нет|нету) (?:\S+ )?(?:пожеланий|комментариев|замечаний|примечаний|вопросов|ничего|всё понятно|все понятно|всё хорошо|все хорошо)|всё понятно|все понятно|никак\S*|(?:да )?(?:не|нет) (?:особо|особенно)|(?:\S+ )?(?:пожеланий|комментариев|замечаний) (?:нет|нету)|особ(?:ых|о) (?:нет|нету)|nothing|none|not really|that's (?:it|all)|that is (?:it|all)|nothing (?:else|special|really)|no comments?)(?: (?:спасибо|пожалуйста|thanks|thank you))?$/

/** «Запишите», "just book me in": no more is said of it. */
const onlyBooks =
  /^(?:(?:ну|да|просто|just|please) )*(?:запиш(?:ите|и)|записывайте|book (?:it|me)(?: in)?)(?: (?:меня|пожалуйста|уже|please))*$/

/** «Расскажу на месте», «юристу объясню», "I'll tell you when I come": it is kept for later. */
const laterOn =
  /^(?:(?:это|всё|все|я|сам|сама|там|уже|лучше|потом|позже|лично|\p{L}{4,}[уюе]) )*(?:расскажу|объясню|скажу|покажу|опишу)(?: (?:всё|все|потом|позже|лично|уже|там|сам|сама|на|месте|при|встрече|приёме|приеме|\p{L}{4,}[уюе]))*$|^(?:i'll|i will) (?:tell|explain|show)(?: (?:it|you|them|him|her|that|later|there|in person|myself|when i (?:come|arrive|get there|am there)))*$/u

/** "I do not know the flight", «рейса не знаю» */
const knowsNone =
  /^(?:(?:well|sorry|oh|ну|ой) )*(?:i )?(?:do not|don't) (?:have|know)(?: (?:it|that|one|any|the|my)(?: \S+){0,3})?(?: yet| now)?$|^(?:(?:well|sorry|oh) )*i (?:haven't|don't) (?:got|have) (?:it|that|one)(?: (?:on|with) me)?(?: now| yet)?$|^(?:(?:ну|ой|я|пока|ещё|еще) )*(?:\S+ )?(?:пока |ещё |еще )?не (?:знаю|помню)(?: \S+)?$/

/** Yes and no in their barest forms say nothing of content; «всё хорошо» may be all there is to say. */
const isPlainAnswer = (text: string): boolean =>
  /^(?:(?:ну|а|ой) )?(?:да|да есть|есть|ага|угу|нет|нету|не|неа|ок|окей|хорошо|ладно|верно|yes|yeah|no|nope|ok|okay|sure|right)(?: (?:да|нет|спасибо|пожалуйста|конечно|thanks|thank you|please))*$/.test(
    text,
  )

/** «Цены высокие» names prices, "how much" asks for them. */
const isInterrogative = (words: readonly string[]): boolean =>
  words.length > 1 &&
  !isClause(words) &&
  (words.some((word) => asking.test(word)) ||
    /^(?:is|are|do|does|did|can|could|may|will|можно|есть)$/.test(words[0]!) ||
    (words[0] === 'а' && !goesOn(words[1] ?? '', words[2] ?? '')))

/** «А сто двадцать три вэ эс» is a number plate, «а он не включается» goes on with the story. */
const goesOn = (second: string, third: string): boolean =>
  numeral(tokenize(second)[0], 'ru') !== undefined || (/^(?:он|она|оно|они|я|мы)$/.test(second) && third === 'не')

/** «Когда включаю чайник», «сколько раз уже чинили», «где стояк, там капает»: a clause of a story, which asks nothing. */
const isClause = ([first = '', second = '', ...rest]: readonly string[]): boolean =>
  (/^(?:когда|как|если|где|пока|when|if|while)$/.test(first) &&
    /(?:ю|у|ешь|ишь|аем|яем|ем|им|ал[аи]?|ил[аи]?)$/.test(second) &&
    !/^(?:могу|смогу|можем|сможем|буду|будем|хочу|узнаю|попаду|куплю|оплачу|найду|заберу|получу)$/.test(second)) ||
  (first === 'сколько' && second === 'раз' && /^(?:уже|ни|я|мы)$/.test(rest[0] ?? '')) ||
  (/^(?:где|там|как|когда)$/.test(first) && rest.some((word) => /^(?:там|так|то|тогда|сразу)$/.test(word)))

const asking =
  /^(?:сколько|где|куда|откуда|когда|как|какой|какая|какое|какие|каких|какого|почему|зачем|кто|ли|разве|what|how|where|when|why|which|who)$/
