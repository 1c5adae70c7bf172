import {tokenize} from '../nlu/tokens.ts'
import {clearField, type Draft} from './draft.ts'
import {isAway, isFormOf} from './reading/names/answers-to-name.ts'

/**
 * Whether the words say that somebody else than who was called is speaking: «это не я, это сын», «я её муж», «Анны нет дома», «мама подойдёт
 * позже». A name of the contact stands for «он» and «его».
 */
export function isSomebodyElse({state}: Draft, text: string): boolean {
  const said = tokenize(text)
  const known = Object.values(state.contact).flatMap((value) => tokenize(value).map((token) => token.text))
  const instead = (pronoun: string) =>
    said.map((token) => (known.some((name) => isFormOf(token.text, name)) ? pronoun : token.text)).join(' ')
  return (
    notMe.test(text.toLowerCase()) ||
    answersFor.test(text.toLowerCase()) ||
    answersFor.test(instead('он')) ||
    isAway.test(instead('он')) ||
    isAway.test(instead('его'))
  )
}

/** «Муж слушает», «это её телефон, но она спит» */
const answersFor =
  /(?:^| )(?:муж|жена|мама|мать|папа|отец|сын|дочь|дочка|сестра|брат|бабушка|дедушка|секретарь|коллега|соседка?) (?:(?:её|ее|его) )?(?:слушает|на связи|у телефона|за (?:неё|нее|него))(?: |$)|(?:^| )это (?:её|ее|его) (?:телефон|номер)(?: |$)|(?:^| )(?:она|он) (?:(?:сейчас|уже) )?(?:спит|не может подойти|не подойд[её]т|вышла|вышел|ушла|уш[её]л)(?: |$)/

/** What one person answered is no answer of another. */
export function forgetAnswers(draft: Draft): void {
  for (const [id, {value}] of Object.entries(draft.state.fields)) if (value !== undefined) clearField(draft, id)
}

/** «Ой, это не я, это мама», «я её муж» */
export const notMe =
  /(?:^|[ ,])(?:это )?не я(?:$|[ ,.])|(?:^|[ ,])я (?:не она|не он|за не[её]|за него)(?:$|[ ,.])|(?:^| )я (?:её |ее |его |просто )?(?:муж|жена|мама|мать|сын|дочь|брат|сестра|отец|папа|сосед|соседка|коллега)(?:$| )|это (?:её |ее |его |моя |мой )?(?:мама|мать|жена|муж|сестра|брат|дочь|сын|папа|отец|бабушка|дедушка)|(?:^| )(?:that's|it's|it is) not me(?:$| )|(?:that's|it's) my (?:mother|wife|husband|sister|brother|son|daughter|father)/
