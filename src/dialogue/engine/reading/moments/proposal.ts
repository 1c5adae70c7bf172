import {numeral} from '../../../nlu/numerals.ts'
import type {Utterance} from '../../../nlu/types.ts'
import {used} from '../reader.ts'

/**
 * «Да, пять», "could you do five instead", «погодите, давайте на четыре»: a number and nothing else but words that agree, object, ask to
 * wait or propose. Said of what was read out or taken down just now, it is the hour or the number that is to be put right. What is
 * returned has the number alone in it, with the words of the clock; nothing when more was said than that.
 */
export function proposed({tokens: said, lang, ...rest}: Utterance): Utterance | undefined {
  // "Eleven instead of ten"
  const stale = said.findIndex(({text}, at) => /^(?:instead|rather|вместо)$/.test(text) && at > 0 && at < said.length - 1)
  const tokens = said.map((token, at) => (stale !== -1 && at >= stale ? {...token, text: used} : token))
  const isNumeral = (at: number) => numeral(tokens[at], lang) !== undefined
  const isWait = (at: number) => isNumeral(at) && ofWaiting.test(tokens[at + 1]?.text ?? '')
  const isNumber = (at: number) => isNumeral(at) && !numeral(tokens[at], lang)!.ordinal && !isWait(at)
  const count = tokens.filter((_, at) => isNumber(at)).length
  const isFrame = tokens.every(({text}, at) => isNumber(at) || isWait(at) || ofClock.has(text) || frame.has(text))
  if (count === 0 || count > 2 || !isFrame) return undefined
  const isKept = (at: number) => isNumber(at) || ofClock.has(tokens[at]!.text)
  return {...rest, lang, tokens: tokens.map((token, at) => (isKept(at) ? token : {...token, text: used}))}
}

/** «Одну минуточку», "one second" */
const ofWaiting = /^(?:секунд|минут|moment|second|sec$|minute)/

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

const ofClock = set("в на к час часа часов часам вечера дня утра ровно at to for around about by o'clock pm am p.m a.m")

const frame = set(
  `${used} да ага угу нет не-не ну ой ай вот так хорошо ладно окей ок верно точно тогда давайте давай пусть будет лучше хотя вернее точнее
  то есть погодите погоди подождите подожди постойте стойте стоп секунду секундочку минуточку минутку извините простите пожалуйста спасибо
  а и но только если можно мне нам я мы бы это все запишите поставьте сделайте перенесите исправьте поменяйте хочу хотим хотел хотела
  сказал сказала говорил говорила просил просила имел имела виду удобнее удобно подойдет устроит игнорируйте забудьте предыдущее что
  yes yeah yep yup sure ok okay right correct fine good no nope oh uh well actually sorry wait hold hang on just a minute second sec moment
  could can would will should might may you i we it that this is be it's that's i'd i'll we'd i'm let's let us me my the
  do make put take say said meant mean want wanted need prefer like change move switch book have ignore forget what then than
  better best instead rather please thanks possible great in evening afternoon morning but only except`,
)
