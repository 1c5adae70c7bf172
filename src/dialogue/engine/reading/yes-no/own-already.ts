import {words} from '../../../nlu/tokens.ts'
import type {Reader} from '../reader.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'

/** "Would you like insurance?" – "I already have one.", «у меня своя»: whoever has what is offered wants none. */
export function hasAlready({utterance, hints, state}: Reader, {askLine}: ScenarioField): boolean {
  const asks = askLine[state.lang].map(({source}) => source).join(' ')
  return !hints.isQuestion && offers.test(asks) && !asksForHaving.test(asks) && has.test(words(utterance.tokens))
}

/** «Снаряжение понадобится?» – «Возьму напрокат.» */
export function takesOffer({utterance, hints, state}: Reader, {askLine}: ScenarioField): boolean {
  const asks = askLine[state.lang].map(({source}) => source).join(' ')
  return !hints.isQuestion && offers.test(asks) && accepts.test(words(utterance.tokens))
}

const accepts =
  /^(?:(?:да|ну|конечно|пожалуй|yes|yeah) )*(?:возьму|возьмем|беру|берем|давайте|не откажусь|не откажемся|i'll take|we'll take|i'd take)(?: \S+){0,2}$/

const offers = /would you like|do you want|do you need|shall (?:we|i)|хотите|желаете|нужн[аоы]?(?![а-яё])|нужен|понадоб|оформ/i
const asksForHaving = /есть ли|у вас есть|do you have|have you/i

const has =
  /^(?:(?:no|oh|well|thanks|actually|but|because|нет|да|ой|а|спасибо) )*(?:(?:i|we)(?:'ve| have)? (?:already )?(?:have |got )?(?:already )?(?:one|it|that|(?:my|our) own(?: \S+){0,2})(?: already)?|(?:у (?:меня|нас) )?(?:уже |вс[её] )?(?:есть )?(?:своя|свой|сво[её]|свои)(?: есть)?(?: \S+)?(?: (?:у меня|у нас|есть))?|(?:у (?:меня|нас) )?уже есть(?: \S+)?|(?:(?:она|он|оно|это) )?(?:у (?:меня|нас) )(?:она |он |оно |это )?(?:уже )?(?:есть|имеется))$/
