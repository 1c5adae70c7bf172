import {readNumber} from '../../../nlu/numerals.ts'
import {tokenize} from '../../../nlu/tokens.ts'
import type {Lang} from '../../../nlu/types.ts'

/**
 * «Половину в пятницу», «тысячу завтра, остальное потом», «пять тысяч смогу» of fifteen: a part, where the whole is spoken of. `amount` is the
 * whole as the call knows it; a sum that is near it is the whole in a round number.
 */
export function isInPart(text: string, amount: string | undefined, lang: Lang): boolean {
  const said = text.toLowerCase()
  if (part.test(said) && !/(?:^| )всю (?:сумму|часть)/.test(said)) return true
  const whole = Number(amount)
  if (amount === undefined || amount === '' || !(whole > 0)) return false
  const tokens = tokenize(text)
  for (let at = 0; at < tokens.length; at++) {
    const found = readNumber(tokens, at, lang)
    if (!found) continue
    const isMoney = ofMoney.test(tokens[found.to - 1]!.text) || ofMoney.test(tokens[found.to]?.text ?? '')
    if (isMoney && found.value >= 1 && found.value < whole * 0.9) return true
    at = Math.max(at, found.to - 1)
  }
  return false
}

const ofMoney = /^(?:тысяч\p{L}*|тыщ\p{L}*|рубл\p{L}*|rubles?|roubles?|dollars?|pounds?|thousand)$/u

const part =
  /(?:^| )(?:половин(?:у|ку|ой|а)|треть|четверть|часть|части|частями|частично|по частям|по частичкам|(?:в )?рассрочк[уаой]+|остальн(?:ое|ую|ые)|остат(?:ок|ком)|понемногу|понемножку|по чуть-чуть|по чуть чуть|по (?:тысяче|тысячи|тыще)|не вс[её] сразу|не всю|не полностью|half|a part|part of it|partly|in parts|in instal?lments|the rest)(?: |,|$)/
