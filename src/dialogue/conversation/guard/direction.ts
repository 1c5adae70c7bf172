import type {Lang} from '../../nlu/types.ts'
import {clausesOf} from './sentences.ts'

/**
 * Whether a line has somebody come, or wait, of whom the engine's does not say so: «когда к вам приехать» is said by whoever visits, «когда вам
 * приехать» by whoever is visited.
 */
export function directionFault(line: string, own: string, lang: Lang): string | undefined {
  // "What day suits me?" asks whom it need not suit.
  if (suitsUs.test(line.toLowerCase()) && !suitsUs.test(own.toLowerCase())) return 'direction suits us'
  const known = partiesIn(own, lang)
  const other = partiesIn(line, lang).find((each) => !known.includes(each))
  return other && `direction ${other}`
}

/** Who is on the move, to whom and whose, in clauses where somebody comes: «к вам», "we"; of those who wait in their case as well. */
function partiesIn(text: string, lang: Lang): string[] {
  return clausesOf(text, lang).flatMap(({tokens}) => {
    const words = tokens.map((token) => token.text)
    const moves = words.findIndex((word) => movers.test(word))
    if (moves === -1) return []
    const waits = waiters.test(words[moves]!)
    return words.flatMap((word, at) => {
      const party = parties.find(({form}) => form.test(word))
      if (!party) return []
      const before = words[at - 1] ?? ''
      // "Visit you", "to you", «к вам»: those who are come to.
      const isGoal = /^(?:ко?|to|at|by|for|за|у)$/.test(before) || (lang === 'en' && movers.test(before))
      return [`${isGoal ? 'to ' : ''}${party.who}${waits && !isGoal ? ` ${party.role}` : ''}`]
    })
  })
}

const parties = [
  {who: 'you', role: 'object', form: /^(?:вас|тебя)$/},
  {who: 'you', role: 'subject', form: /^(?:вы|вам|ты|тебе|you|you're|you'd|you'll)$/},
  {who: 'us', role: 'object', form: /^(?:нас|меня|us|me)$/},
  {who: 'us', role: 'subject', form: /^(?:мы|нам|я|мне|we|i|we're|we'll|we'd|i'm|i'll|i'd)$/},
  {who: 'your', role: '', form: /^(?:ваш|тво)\p{L}*$|^yours?$/u},
  {who: 'our', role: '', form: /^наш\p{L}*$|^(?:our|ours|my)$/u},
]

const suitsUs =
  /(?<!\p{L})(?:(?:мне|нам|меня|нас) (?:(?:было|бы|будет|лучше) )*(?:удоб|подойд|подход|устро|устраи)|(?:удоб\p{L}+|подойд[её]т|подходит|устро\p{L}+|устраивает) (?:мне|нам|меня|нас)(?!\p{L})|suits? (?:me|us)(?!\p{L})|(?:works?|good|best|better|fine|convenient) for (?:me|us)(?!\p{L}))/u

const waiters = /^(?:жд(?:ать|ем|у|ет|ете|ут)|ожида|wait|expect)/
const movers =
  /^(?!подойдет$)(?:(?:при|подъ|за|вы|до|у|пере)(?:ехать|ед[еу]|еха|езд|езж)|(?:при|подо|за|вы|до)(?:йти|йд[еу]т?|дти|ход|йду)|прид[еу]|визит|навест|посет|загля(?:н|д)|привез|приво[зж]|забра|забер|забира|достав|добра(?:ть|лся)|жд(?:ать|ем|у|ет|ете|ут)$|ожида|com(?:e|es|ing)$|visit|arriv|drop$|bring|deliver|pick$|collect|wait|expect)/
