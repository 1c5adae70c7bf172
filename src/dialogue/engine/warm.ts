import {warmExtractors} from '../nlu/extract.ts'
import {warmPhoneJudge} from '../nlu/phone-judge.ts'
import type {Scenario} from './scenario/scenario.ts'
import {initialState, takeTurn} from './turn.ts'

/** Goes through a conversation that nobody has, so that the first answer of a process is as quick as the next. Some 100 ms, once; a second round gains nothing. */
export function warmEngine(scenario: Scenario): void {
  warmExtractors()
  warmPhoneJudge()
  const now = 0
  let state = initialState(scenario, {callId: 'warm', direction: 'inbound', caller: '', seed: 0, now})
  state = takeTurn(scenario, state, {kind: 'start', now}).state
  for (const text of said) state = takeTurn(scenario, state, {kind: 'user', text, now}).state
}

const said = [
  'здравствуйте, а сколько это стоит',
  'до скольки вы работаете',
  'хочу записаться на завтра в три, меня зовут Анна Петрова',
  'восемь девятьсот двадцать шесть сто двадцать три сорок пять шестьдесят семь',
  'да',
  'нет, улица Мира, дом пять',
  'not sure, tomorrow at five please',
  'when are you open',
]
