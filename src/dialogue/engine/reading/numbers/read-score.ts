import {withoutFillers} from '../../../nlu/fillers.ts'
import {words} from '../../../nlu/tokens.ts'
import {type FoundNumber, kindOf} from './counted.ts'
import {asksIn} from '../field-words.ts'
import type {Reader} from '../reader.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'

/** A mark somebody gives, from so much to so much. */
export const isScore = (field: ScenarioField): boolean => field.type === 'number' && kindOf(field) === 'rating'

/** Words for a mark, whatever the question called it. */
export const scoreWord = /^(?:оценк\p{L}*|балл\p{L}*|score|mark|rating)$/u

/**
 * «Никому не посоветую», «ни за что не стану рекомендовать», to "how likely are you to recommend us?": the lowest of the scale, said in
 * words. A mere «нет» or «не посоветую» says not how low, and is asked again.
 */
export function lowestInWords({utterance}: Reader, field: ScenarioField): FoundNumber | undefined {
  if (!isScore(field) || typeof field.min !== 'number' || !/совет|рекоменд|recommend/i.test(asksIn(field))) return undefined
  if (!never.test(words(withoutFillers(utterance).utterance.tokens))) return undefined
  return {value: {number: field.min}, from: 0, to: utterance.tokens.length, confidence: 0.8}
}

const never =
  /^(?:(?:да|нет|ну|я|вас|вам|вы|если честно|честно|честно говоря|уж|точно|no|well|i|i'd|i'll) )*(?:(?:никому и никогда|никому|никогда(?= .*не )|ни за что(?: на свете)?|ни в коем случае|ни при каких (?:условиях|обстоятельствах)|ни одному человеку|ни (?:на )?сколько|ни насколько) ?)+(?:(?:я|вас|вам|никому|никогда|это|бы) )*(?:не (?:(?:буду|стану|готова?|хочу|могу|бы) )?(?:\S+ )?(?:по)?(?:совет|рекоменд|порекоменд|готов)\S*(?: \S+){0,3})?$|^(?:(?:no|well|i|i'd|i'll|i would|i will) )*never(?: ever)? recommend(?: \S+){0,3}$/
