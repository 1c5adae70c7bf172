import type {Word} from './words.ts'

const works =
  /^(?:работае(?:те|шь|т)|открыт[ыао]?|открываетесь|закрываетесь|открываются|закрываются|принимаете|открыт|закрыт[ыао]?|выходной$|скольки$|open$|closed?$|closes$|opens$)/
const wants =
  /^(?:запиш|запис|перепиш|давай|хоч|хотел|можно|можн|перенес|приду|приед|буду|подойд|забронир|поставь|тогда|book|want|like|schedule|appointment|come|move|let's)/

const own = /^(?:меня|нас|мой|моя|my|i'm|we're|we)$/

/** A question about opening hours (`вы работаете в субботу до восьми?`) names no time that anybody wants; `у меня выходной` is none. */
export const asksForHours = (words: readonly Word[]): boolean =>
  words.some((word, at) => works.test(word.text) && words[at - 1]?.text !== 'не' && !own.test(words[at - 1]?.text ?? '')) &&
  !words.some((word) => wants.test(word.text))
