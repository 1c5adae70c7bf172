import {stemKeys} from '../nlu/stem.ts'
import {russianFirstName} from '../nlu/names/lexicon.ts'
import {tokenize} from '../nlu/tokens.ts'
import {keysOfTopic} from './fact-topics.ts'

/** «А тренер Алексей ещё работает?», «бассейн работает?»: whether somebody or something of theirs works, and not when we are open. */
export const withoutOthersWork = (question: string): string =>
  (/(?:^| )работа(?:ет|ют)(?: |$)/.test(question) && (!ownPlace.test(question) || namesSomebody(question))) ||
  (underTerms.test(question) && !/[ая]м(?: |$)|ельник|сред|четверг|пятниц|суббот|воскресен|врем/.test(question))
    ? question.replaceAll(/работа(?:ет|ют|ете)/g, '')
    : question.replaceAll(/(?:^| )не открыва\S+/g, ' ')

/** «По ДМС работаете?», «вы с юрлицами работаете?»: under what terms, and not when; «по субботам» is when. */
const underTerms = /(?:^| )по [а-яё]+ (?:вы )?работаете(?: |$)|(?:^| )работаете (?:вы )?по [а-яё]+(?: |$)/

/** «Иванов Сергей у вас работает?» */
const namesSomebody = (question: string): boolean =>
  tokenize(question).some(({text}) => {
    const name = russianFirstName(text)
    return name !== undefined && !name.everyday
  })

const ownPlace =
  /(?:^| )(?:вы|вас|салон|офис|магазин|клиника|клуб|студия|школа|центр|ресторан|кафе|мастерская|сервис|автосервис|контора|отделение|пункт|склад|прокат|гостиница|музей|до скольки|со скольки|во сколько|с какого|когда)(?: |$)/i

export const untilWhen = /(?:^| )(?:до|со|с) скольк(?:и|их)(?: |$)|(?:^| )во сколько (?:\S+ )?(?:откр|закр|начина|можно|удобно|есть|свобод)/

const whatDays =
  /(?:do|are) you (?:\S+ )?(?:work|open|come|do|available)(?: \S+){0,3} (?:\S+days?|weekends?)|(?:what|which) days|on (?:sun|satur|mon)days/

/** What is free nobody knows before the day is chosen; when there is anybody at all is known. */
const whenFree =
  /(?:когда|какое время|какие (?:дни|часы|времена)|на когда|во сколько) (?:\S+ ){0,3}(?:свободн|посвободн|можно|удобн)|(?:^| )во сколько можно|when (?:\S+ ){0,3}(?:free|available|open)|what times? (?:\S+ ){0,3}(?:free|available|have)/

/** Questions about opening hours, when no fact words them. */
export const asksForHours = (question: string): boolean => {
  const keys = keysOfTopic('hours')
  const asked = tokenize(withoutOthersWork(question)).flatMap((token) => stemKeys(token.text))
  // «А вы далеко от центра работаете?» asks where.
  if (/(?:^| )(?:где|далеко|близко|рядом|недалеко|адрес\S*|район\S*|where|far|near)(?: |$)/i.test(question)) return false
  return (
    asked.some((key) => keys.has(key)) ||
    whatDays.test(question.toLowerCase()) ||
    untilWhen.test(question.toLowerCase()) ||
    whenFree.test(question.toLowerCase())
  )
}
