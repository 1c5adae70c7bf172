import {speaksOfAddress} from '../moment/address-words.ts'
import {phraseAt, phrases, wordSet} from '../moment/phrases.ts'
import type {Word} from '../moment/words.ts'
import {isHourWord} from './clock-numbers.ts'
import type {Role} from './time-item.ts'

export interface Lead {
  readonly role: Role
  readonly to: number
  /** `часов в пять`: the hour word stood in front, so the number is an hour for sure. */
  readonly hours: boolean
  /** `на пять`, "for five": may say how long or for how many. */
  readonly weak: boolean
}

const roles = phrases<Role>([
  ['from', 'не раньше|не ранее|не раньше чем|не ранее чем|начиная|начиная с|начиная от|после|позже|позднее|с|со|от|не до'],
  ['from', 'after|from|not before|no earlier than|not earlier than|no sooner than|later than|any time after|anytime after|starting at'],
  ['from', 'starting from|starting|past|as of|any time from|anytime from|not earlier'],
  ['to', 'не позже|не позднее|не позже чем|не позднее чем|до|раньше|ранее|максимум до|самое позднее|не после|крайний срок'],
  [
    'to',
    'before|until|till|til|no later than|not later than|not after|by|up to|earlier than|any time before|anytime before|any time until',
  ],
  ['at', 'в|во|к|ко|около|ближе к|поближе к|в районе|в пределах|в промежутке|at|around|about|close to|near|approximately'],
])
const weakRoles = phrases<Role>([['at', 'на|for|make it|make that|say|на время']])
const articles = wordSet('the like')
const hourWords = wordSet('часов часам часиков часах')

/** The prepositions before a clock time: `к`, `часов в`, `не раньше чем в`, `в районе`, "at around". */
export function leadAt(words: readonly Word[], at: number): Lead | undefined {
  const inverted = isHourWord(words[at]) && words[at]!.text !== 'час' ? at + 1 : at
  const first = phraseAt(roles, words, inverted) ?? weakAt(words, inverted)
  // `7к3`: a part of a house number.
  if (!first || isGlued(words, inverted)) return undefined
  let [role, to, hours, weak] = [first.value, first.to, inverted > at, 'weak' in first]
  for (;;) {
    const more = phraseAt(roles, words, to)
    const word = words[to]?.text ?? ''
    if (more && (more.value === 'at' || role === 'at')) {
      role = role === 'at' ? more.value : role
      to = more.to
      weak = false
    } else if (hourWords.has(word)) {
      hours = true
      to++
    } else if (articles.has(word)) to++
    else return {role, to, hours, weak}
  }
}

const isGlued = (words: readonly Word[], at: number): boolean => {
  const before = words[at - 1]
  return before?.num?.rank === 'digits' && (before.end === words[at]!.start || speaksOfAddress(words))
}

function weakAt(words: readonly Word[], at: number) {
  const found = phraseAt(weakRoles, words, at)
  return found && {...found, weak: true}
}

const instrumental = /(?:мя|ью)$/
const prepositional = /(?:ух|ех|ти|ми|и|ом|ой)$/

/** `с двумя` is no time, `в двух` neither: a clock stands in the case its preposition asks for. */
export function caseFits(words: readonly Word[], lead: Lead): boolean {
  const word = words[lead.to]
  if (!word?.num || word.num.rank === 'digits' || word.text < 'а') return true
  if (instrumental.test(word.text)) return false
  const before = words[lead.to - 1]!.text
  return !((before === 'в' || before === 'во' || before === 'на') && prepositional.test(word.text) && word.text !== 'три')
}
