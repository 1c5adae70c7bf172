import {tokenize, words} from '../../nlu/tokens.ts'
import type {Reader} from './reader.ts'
import type {ScenarioField} from '../scenario/scenario.ts'

/** «Это Иван Петрович?» – «Он самый.», «Иван слушает.», «Его сейчас нет.»: who answers to a name has said yes. */
export function answersToName(reader: Reader, field: ScenarioField): boolean | undefined {
  const asked = field.askLine[reader.state.lang].map(({source}) => source)
  if (!asked.some((source) => asksWho.test(source))) return undefined
  const text = words(reader.utterance.tokens)
  if (isAway.test(text)) return false
  return speaks.test(text) || isMe.test(text) || givesName(reader, asked) ? true : undefined
}

const asksWho = /это вы|с кем|(?:говорю|разговариваю) с|am i (?:speaking|talking)|is this/i

const isAway = /^(?:(?:а|ой|извините) )*(?:его|ее|её) (?:сейчас |тут |дома |пока )*(?:нет|нету)|(?:he|she)(?:'s| is) (?:not|out)(?: |$)/

const speaks = /^(?:да )?[а-яё]+ (?:слушает|на связи|у телефона|у аппарата)$/

const isMe =
  /^(?:(?:ну|да|алло|допустим|предположим|положим) )*(?:(?:это )?я(?: это| самый| самая)?|он(?:а)? сам(?:ый|ая)|у (?:аппарата|телефона)|(?:this is )?(?:he|she|me)|speaking|that's me|it's me)$/

/** «Это Елена», «Крылова, слушаю»: the name that was asked for, or a part of it, and nothing else of content. */
function givesName({utterance, state}: Reader, asked: readonly string[]): boolean {
  const keys = asked.flatMap((source) => [...source.matchAll(/contact\.(\w+)/g)].map(([, key]) => key!))
  const names = new Set(keys.flatMap((key) => tokenize(state.contact[key] ?? '')).map(({text}) => text))
  const said = utterance.tokens.map(({text}) => text)
  return said.some((word) => names.has(word)) && said.every((word) => names.has(word) || besideName.test(word))
}

const besideName =
  /^(?:это|я|ну|да|алло|здравствуйте|допустим|слушаю|вас|она|он|сама|сам|именно|yes|yeah|this|is|it's|i'm|i|am|speaking|hello)$/
