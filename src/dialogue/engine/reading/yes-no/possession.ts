import {tokenize, words} from '../../../nlu/tokens.ts'
import type {Token} from '../../../nlu/types.ts'
import {asksIn, mentionsField} from '../field-words.ts'
import type {Reader} from '../reader.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'

/** What a yes/no question about having something is told outright, asked or not: «лифта нет», «лифт есть», "I have a permit". */
export interface Told {
  readonly value: boolean
  readonly from: number
  readonly to: number
}

export function toldOutright({utterance: {tokens}}: Reader, field: ScenarioField, asked = false): Told | undefined {
  if (!asksForHaving.test(asksIn(field))) return undefined
  let last: Told | undefined
  for (const at of tokens.keys()) last = toldAt(tokens, at, field) ?? last
  return last ?? (asked ? bare(tokens, field) : undefined)
}

/** «Есть, но маленький», "I've got one", «отсутствует»: nothing but having it, in answer to the question. */
function bare(tokens: readonly Token[], field: ScenarioField): Told | undefined {
  const text = words(tokens)
  // «Есть, но не работает», «сломан», «только пассажирский», where the freight lift was asked for
  if (outOfOrder.test(text) || isAnotherKind(tokens, field)) return {value: false, from: 0, to: tokens.length}
  if (asksForPets.test(asksIn(field)) && namesPets(tokens)) return {value: true, from: 0, to: tokens.length}
  const yes =
    /^(?:да )?у (?:обеих|обоих|всех|каждо\S+|него|не[её]|них|вс[её]х) (?:есть|вс[её] есть)$|^(?:да )?(?:есть|имеется|имеются)(?: но| только| на \S+(?: \S+){0,2}$| \S+$| (?:один|одна|одно|два|две|три|пара|маленьк\S+) \S+|$)|^(?:у (?:меня|нас) )?(?:только )?(?:один |одна |два |две |три )?(?:собака|собаки|пес|пс[аы]|кот|кота|кошка|кошки|котенок|щенок|попугай|хомяк|рыбки|кролик|черепаха)(?: есть)?$|^(?:yes )?(?:just |only )?(?:i|we)(?:'ve| do| have)? (?:do |already )?(?:have|got) (?:a|an|one|two|three|some|my|our) \S+$|^(?:yes )?(?:just |only )?(?:a|an|one|two) (?:dog|cat|puppy|kitten|parrot|hamster|rabbit|fish)s?$|^(?:yes )?i(?:'ve| do| have)? (?:do |already )?(?:have|got)(?: (?:one|it|that|some))?$/.test(
      text,
    )
  const no =
    /^(?:нет )?(?:отсутству(?:ет|ют)|не имеется|не имею|нема)$|^(?:no )?i (?:don't|do not|haven't) (?:have|got)(?: (?:one|it|any))?$/.test(
      text,
    )
  return yes || no ? {value: yes, from: 0, to: tokens.length} : undefined
}

const outOfOrder =
  /^(?:(?:да|ну|он|она|есть|был|была|но|лифт|it|yes|there is one|but|the|elevator|lift) )*(?:не работает|сломан[аы]?|сломали|сломался|отключен[аы]?|is broken|broken|out of order|doesn't work|isn't working|is out)(?: |$)/

/** An adjective that the question has not, before or instead of its noun: «есть только пассажирский». */
function isAnotherKind(tokens: readonly Token[], {askLine}: ScenarioField): boolean {
  const [, said] = /^(?:(?:ну|да) )*(?:есть |у нас )*только (\S+(?:ый|ий|ой|ая))$/.exec(words(tokens)) ?? []
  const asked = [...askLine.ru].flatMap(({source}) => tokenize(source)).filter(({text}) => /(?:ый|ий|ой|ая|ые|ие)$/.test(text))
  return said !== undefined && asked.length > 0 && !asked.some(({text}) => text.slice(0, 5) === said.slice(0, 5))
}

const asksForPets = /животн|питом|(?<![a-z])pets?(?![a-z])|animals?/i

/** «Ну есть кошка», «кошка и собака», "two cats and a dog": nothing but pets, however many. */
function namesPets(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex(({text}) => /^(?:но|but|она|он|they|he|she)$/.test(text))
  const said = at === -1 ? tokens : tokens.slice(0, at)
  return said.some(({text}) => pet.test(text)) && said.every(({text}) => pet.test(text) || besidePet.test(text))
}

const pet =
  /^(?:собак\p{L}*|собачк\p{L}*|п[её]с\p{L}*|псы|щен\p{L}*|кошк\p{L}*|кошеч\p{L}*|кот\p{L}*|попуга\p{L}*|хомя\p{L}*|рыбк\p{L}*|кролик\p{L}*|черепах\p{L}*|морск\p{L}*|свинк\p{L}*|dogs?|cats?|pupp(?:y|ies)|kittens?|parrots?|hamsters?|rabbits?|fish|birds?)$/u
const besidePet =
  /^(?:ну|да|есть|и|у|меня|нас|ещё|еще|только|одн\p{L}*|дв\p{L}*|три|четыре|пара|маленьк\p{L}*|больш\p{L}*|живет|живут|yes|yeah|i|we|have|got|a|an|one|two|three|and|just|small|big|little|old|there's|is|are|there)$/u

const asksForHaving = /есть|име[ею]|будет|остал|have|is there|are there|got/i

function toldAt(tokens: readonly Token[], at: number, field: ScenarioField): Told | undefined {
  if (!mentionsField(field, tokens.slice(at, at + 1))) return undefined
  const word = (index: number) => tokens[index]?.text ?? ''
  const behind = [at + 1, at + 2].find((index) => isVerb.test(word(index)))
  const isNext = behind !== undefined && (behind === at + 1 || /^(?:у|тоже|уже|конечно|точно|пока|там|не)$/.test(word(at + 1)))
  if (isNext) {
    const value = has.test(word(behind)) && word(behind - 1) !== 'не'
    return {value, from: at, to: behind + 1}
  }
  const before = [at - 1, at - 2, at - 3].find((index) => has.test(word(index)) || hasNot.test(word(index)))
  if (before === undefined || tokens.slice(before + 1, at).some(({text}) => !beside.test(text))) return undefined
  // «Нет, лифт»: of a plain "no" the noun is not what is missing.
  if (word(before) === 'нет' && /^[а-яё]+$/.test(word(at)) && !/(?:а|ы|и|я|ей|ов|ев|ий)$/.test(word(at))) return undefined
  const value = has.test(word(before)) && !/^(?:не|no|not|don't|haven't|never)$/.test(word(before - 1))
  return {value, from: before, to: at + 1}
}

const has = /^(?:есть|имеется|имеются|have|got|there's|with|с|со)$/
const isVerb = /^(?:есть|имеется|имеются|нет|нету|нема|отсутствует|отсутствуют)$/
const hasNot = /^(?:нет|нету|нема|отсутствует|отсутствуют|без|no|without)$/
const beside = /^(?:a|an|the|my|any|one|у|меня|нас|мой|моя|своя|свой|is|not|even)$/
