import {tokenize, words} from '../../../nlu/tokens.ts'
import type {Lang} from '../../../nlu/types.ts'
import type {Reader} from '../reader.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'
import {isSurelyThem} from './surely-them.ts'

/** «Это Иван Петрович?» – «Он самый.», «Иван слушает.», «Его сейчас нет.»: who answers to a name has said yes. */
export function answersToName(reader: Reader, field: ScenarioField): boolean | undefined {
  if (!asksWhoItIs(field, reader.state.lang)) return undefined
  const asked = field.askLine[reader.state.lang].map(({source}) => source)
  const text = words(reader.utterance.tokens)
  const {known, spokenOf} = named(reader, asked)
  // «Это она», «нет, сначала скажите, по какому вопросу», «да, сейчас позову» leave it open.
  if (leftOpen.test(text)) return undefined
  if (isAway.test(text) || speaksOfThem(text) || spokenOf.some((each) => isAway.test(each))) return false
  const answers = speaks.exec(text)?.[1]
  // «Секретарь слушает», «Иван слушает»: somebody does, and nobody knows that it is them.
  const isThem = answers !== undefined && (answers === 'я' || known.has(answers))
  return isThem || isMe.test(text) || givesName(reader, asked) ? true : undefined
}

/** Whether an answer to "is this you?" says neither. */
export const leavesItOpen = (text: string): boolean => leftOpen.test(text)

const leftOpen =
  /^(?:да )?(?:это )?она?$|(?:^| )(?:позову|передам трубку|дам трубку|передаю трубку)(?: |$)|^нет (?:вы )?(?:сначала )?(?:скажите|представьтесь|а кто|а по какому|а что)|^(?:да )?(?:it's |this is )?(?:she|he)$/

/** The words of the name that was asked for; and the sentence with «он» or «его» in its place. */
function named(
  {utterance: {tokens}, state}: Reader,
  asked: readonly string[],
): {readonly known: ReadonlySet<string>; readonly spokenOf: readonly string[]} {
  const keys = asked.flatMap((source) => [...source.matchAll(/contact\.(\w+)/g)].map(([, key]) => key!))
  const known = new Set(keys.flatMap((key) => tokenize(state.contact[key] ?? '')).map(({text}) => text))
  const isName = (text: string) => [...known].some((name) => isFormOf(text, name))
  if (!tokens.some(({text}) => isName(text))) return {known, spokenOf: []}
  const instead = (pronoun: string) =>
    words(
      tokens
        .filter(({text}, at) => !isName(text) || !isName(tokens[at - 1]?.text ?? ''))
        .map((token) => (isName(token.text) ? {...token, text: pronoun} : token)),
    )
  return {known, spokenOf: [instead('он'), instead('его')]}
}

/** «Орлова», «Павлу»: a name in another case. */
export function isFormOf(said: string, name: string): boolean {
  let common = 0
  while (common < said.length && said[common] === name[common]) common++
  return common >= 3 && common >= name.length - 2 && said.length - common <= 3
}

/** Whether the caller says that it is them, in words that nobody else would say. */
export function saysItIsThem(reader: Reader, field: ScenarioField): boolean {
  const asked = field.askLine[reader.state.lang].map(({source}) => source)
  const {known} = named(reader, asked)
  // «Вы владелец?» – «Да, я владелец.»
  const ofQuestion = new Set(asked.flatMap((source) => tokenize(source.replaceAll(/\{\{.*?\}\}/g, ' '))).map(({text}) => text))
  return isSurelyThem(
    words(
      reader.utterance.tokens
        .map((token) => (known.has(token.text) ? {...token, text: '\0'} : token))
        .filter(
          ({text}) =>
            /^(?:да|я|это|yes)$/.test(text) ||
            ![...ofQuestion].some((word) => word === text || (text.length > 5 && word.startsWith(text.slice(0, 5)))),
        ),
    ),
  )
}

/** Whether the question is who is on the line. */
export const asksWhoItIs = ({askLine}: ScenarioField, lang: Lang): boolean => askLine[lang].some(({source}) => asksWho.test(source))

/**
 * «Она подойдёт попозже», «да, это её телефон», «я ей передам»: who speaks of them is not them, whatever yes is in it. What is meant for one
 * person only would be told to another.
 */
export const speaksOfThem = (text: string): boolean =>
  ofThem.test(text) && !isMe.test(text) && !speaks.test(text) && !/^(?:да )?(?:это )?она? (?:и есть|слушает|самая?)$/.test(text)

const ofThem =
  /(?:^| )(?:он|она|ей|ему|ее|его|им|she|he|her|him|they)(?: |$)|^(?:(?:да|хорошо|сейчас|минуту|ну) )*(?:подойдет|выйдет|вернется|придет|приедет|позову|передам|передаю трубку|скажу)(?: |$)|^(?:это )?(?:муж|жена|мама|папа|сын|дочь|брат|сестра|сосед|соседка|бабушка|дедушка|her|his)(?: |$)/

/** «Анна, это вы?» */
export const asksWho =
  /это вы|с кем|(?:говорю|разговариваю) с|am i (?:speaking|talking)|is this (?!your|the |a |an |about|for |correct|right|ok|still|it |number|address|time)/i

export const isAway = new RegExp(
  [
    '^(?:(?:а|ой|извините|нет|это|к сожалению) )*(?:его|ее|её|их|мужа|жены|мамы|папы|сына|дочери|дочки|сестры|брата|бабушки|дедушки) (?:сейчас |тут |здесь |дома |пока |уже |больше |сегодня )*(?:нет|нету|не будет)',
    '^(?:(?:а|ой|извините|нет|но|к сожалению) )*(?:он|она|муж|жена|мама|папа|сын|дочь) (?:(?:сейчас|уже|пока|ещё|еще|только что|тут|здесь|давно|больше|сегодня) )*(?:в (?:командировке|отпуске|отъезде|больнице|школе|институте|магазине|другом городе|отлучке|армии|душе)|на (?:работе|даче|уч[её]бе|совещании|улице|прогулке)|за границей|уехал[аи]?|уш[её]л|ушла|выш[её]л|вышла|отош[её]л|отошла|спит|занята?|не (?:дома|жив[её]т|работает|может)|подойд[её]т|верн[её]тся|прид[её]т|умер(?:ла)?|скончал(?:ся|ась)|переехал[аи]?|будет (?:\\S+ )?(?:позже|вечером|утром|завтра|дн[её]м|после|через))(?: |$)',
    "(?:^| )(?:he|she|they)(?:'s|'re| is| are) (?:not|out|away|at (?:work|school)|on (?:vacation|holiday|leave)|busy|asleep|sleeping|abroad|in (?:a meeting|hospital|the hospital)|dead|gone)(?: |$)",
    "(?:^| )(?:he|she) (?:has |just )?(?:passed away|died|moved|left|stepped out|doesn't live|doesn't work)(?: |$)",
  ].join('|'),
)

const speaks = /^(?:да )?([а-яё]+) (?:слушает|на связи|у телефона|у аппарата)$/

const isMe =
  /^(?:(?:ну|да|алло) )*(?:(?:это )?я(?: это| самый| самая| слушаю)?|я а кто (?:это|спрашивает|вы)|он(?:а)? сам(?:ый|ая)|у (?:аппарата|телефона)|(?:this is )?(?:he|she|me)|speaking|that's me|it's me)$/

/** «Это Елена», «Крылова, слушаю»: the name that was asked for, or a part of it, and nothing else of content. */
function givesName({utterance, state}: Reader, asked: readonly string[]): boolean {
  const keys = asked.flatMap((source) => [...source.matchAll(/contact\.(\w+)/g)].map(([, key]) => key!))
  const names = new Set(keys.flatMap((key) => tokenize(state.contact[key] ?? '')).map(({text}) => text))
  const said = utterance.tokens.map(({text}) => text)
  return said.some((word) => names.has(word)) && said.every((word) => names.has(word) || besideName.test(word))
}

const besideName =
  /^(?:это|я|ну|да|и|а|что|алло|здравствуйте|допустим|слушаю|вас|она|он|сама|сам|именно|yes|yeah|this|is|it's|i'm|i|am|speaking|hello)$/
