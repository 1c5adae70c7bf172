import {words} from '../../nlu/tokens.ts'
import type {Token} from '../../nlu/types.ts'
import {mentionsField} from './field-words.ts'
import type {Reader} from './reader.ts'
import type {ScenarioField} from '../scenario/scenario.ts'

/** What a yes/no question about having something is told outright, asked or not: «лифта нет», «лифт есть», "I have a permit". */
export interface Told {
  readonly value: boolean
  readonly from: number
  readonly to: number
}

export function toldOutright({utterance: {tokens}}: Reader, field: ScenarioField, asked = false): Told | undefined {
  if (!asksForHaving.test([...field.askLine.ru, ...field.askLine.en].map(({source}) => source).join(' '))) return undefined
  let last: Told | undefined
  for (const at of tokens.keys()) last = toldAt(tokens, at, field) ?? last
  return last ?? (asked ? bare(tokens) : undefined)
}

/** «Есть, но маленький», "I've got one", «отсутствует»: nothing but having it, in answer to the question. */
function bare(tokens: readonly Token[]): Told | undefined {
  const text = words(tokens)
  const yes =
    /^(?:да )?(?:есть|имеется|имеются)(?: но| только| \S+$| (?:один|одна|одно|два|две|три|пара|маленьк\S+) \S+|$)|^(?:у (?:меня|нас) )?(?:только )?(?:один |одна |два |две |три )?(?:собака|собаки|пес|пс[аы]|кот|кота|кошка|кошки|котенок|щенок|попугай|хомяк|рыбки|кролик|черепаха)(?: есть)?$|^(?:yes )?(?:just |only )?(?:i|we)(?:'ve| do| have)? (?:do |already )?(?:have|got) (?:a|an|one|two|three|some|my|our) \S+$|^(?:yes )?(?:just |only )?(?:a|an|one|two) (?:dog|cat|puppy|kitten|parrot|hamster|rabbit|fish)s?$|^(?:yes )?i(?:'ve| do| have)? (?:do |already )?(?:have|got)(?: (?:one|it|that|some))?$/.test(
      text,
    )
  const no =
    /^(?:нет )?(?:отсутству(?:ет|ют)|не имеется|не имею|нема)$|^(?:no )?i (?:don't|do not|haven't) (?:have|got)(?: (?:one|it|any))?$/.test(
      text,
    )
  return yes || no ? {value: yes, from: 0, to: tokens.length} : undefined
}

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
