import {isForm, type NameWord, type OptionName} from './choice-words.ts'
import type {Hit} from './choice-hit.ts'
import {isNumberWord} from './names/words.ts'

/**
 * One telling word of a longer name: «мужская» of «мужская стрижка», «колодки» of «тормозные колодки». Verbs and words that name anything tell
 * something only when nothing else is said: «машина не заводится» is no «стиральная машина».
 */
export function partialHits(names: readonly OptionName[], spoken: readonly NameWord[]): readonly Hit[] {
  const content = spoken.filter(({text}) => !soft.has(text))
  if (content.length > 1 && content.some(({text}) => /^(?:не|нет|not|no)$|n't$/.test(text))) return []
  return names.flatMap(({option, words}) => {
    const telling = content.length > 1 ? words.filter(({text}) => !verb.test(text) && !generic.test(text)) : words
    if (words.length < 2) return []
    return spoken.flatMap((word, from) =>
      word.text.length >= 4 && !isNumberWord(word.text) && telling.some((name) => isForm(word, name))
        ? [{option, from, to: from + 1, confidence: 0.55}]
        : [],
    )
  })
}

const verb = /.{2}(?:ть|ться|чь|тись|ешь|ишь|ете|ите|йте|[аяеиу]ю|[жчшщр]у|[аеуюя]ет|[иуюая]т)$/
const generic =
  /^(?:личн|машин|комнат|номер|доставк|услуг|врач|доктор|мастер|процедур|систем|аппарат|прибор|карт[аы]?$|счет|стол|мест|тариф|пакет|вариант|обслуживани|консультаци|ремонт|замен|установк|работ|прием|осмотр|room|machine|doctor|service|appointment|delivery|table|plan|care|change|repair|check)/

const soft: ReadonlySet<string> = new Set(
  "да ну ага угу я мы мне нам меня нас вы вам у на в с к по для про за это эта этот тот та то а и бы же вот просто наверное пожалуй давайте давай хочу хотел хотела хотелось можно нужна нужен нужно надо лучше тогда только пусть будет есть интересует возьму беру выбираю пожалуйста спасибо конечно думаю скорее the a an i i'd i'll it it's that this is please yes yeah well like want need would to for me my one just maybe think take get".split(
    ' ',
  ),
)
