import type {Quantity} from './number-quantity.ts'
import type {Found, Token} from './types.ts'

/**
 * «Двое взрослых и двое детей», "two adults and a kid": as many people as all of them together. `undefined` unless two kinds of people
 * are counted one beside the other.
 */
export function peopleTogether(
  tokens: readonly Token[],
  amounts: readonly Quantity[],
): Omit<Found<{readonly number: number}>, 'alts'> | undefined {
  const plain = withoutKind(tokens, amounts)
  if (plain) return plain
  const groups = amounts.map((amount) => ({value: amount.value, from: amount.from, at: kindBehind(tokens, amount.to)}))
  const last = groups.at(-1)
  if (!last || groups.some(({value, at}) => at === undefined || !Number.isInteger(value) || value < 0)) return undefined
  const single = oneMore(tokens, last.at! + 1)
  const ends = [...groups.map(({at}) => at!), ...(single === undefined ? [] : [single])]
  const areJoined = groups.slice(1).every(({from}, index) => isJoint(tokens.slice(ends[index]! + 1, from)))
  const kinds = new Set(ends.map((at) => kindOf(tokens[at])))
  if (ends.length < 2 || kinds.size < ends.length || !areJoined) return undefined
  const number = groups.reduce((sum, {value}) => sum + value, 0) + (single === undefined ? 0 : 1)
  return {value: {number}, from: groups[0]!.from, to: ends.at(-1)! + 1, confidence: 0.9}
}

/** «Нас двое и двое детей», «пять человек плюс двое детей», «двадцать и ещё двое», «трое и малыш»: the first are of no kind of their own. */
function withoutKind(tokens: readonly Token[], amounts: readonly Quantity[]): Omit<Found<{readonly number: number}>, 'alts'> | undefined {
  const [first, second, third] = amounts
  if (!first || third || !Number.isInteger(first.value) || first.value < 1 || kindBehind(tokens, first.to)) return undefined
  const of = /^(?:of|из)$/.test(tokens[first.to]?.text ?? '') && /^(?:us|нас)$/.test(tokens[first.to + 1]?.text ?? '') ? 2 : 0
  const people =
    of > 0 || /^(?:человек|персон\p{L}*|people|persons?|of)$/u.test(tokens[first.to]?.text ?? '') ? first.to + (of || 1) : first.to
  const counts = first.collective || people > first.to || /^(?:нас|there's|we're)$/.test(tokens[first.from - 1]?.text ?? '')
  if (second) {
    const gap = tokens.slice(people, second.from)
    const end = kindBehind(tokens, second.to)
    const adds =
      gap.length > 0 && isJoint(gap) && (end !== undefined || (second.collective && gap.some(({text}) => /^(?:еще|плюс|plus)$/.test(text))))
    if (!adds || (!counts && !gap.some(({text}) => /^(?:еще|плюс|plus)$/.test(text)))) return undefined
    return {value: {number: first.value + second.value}, from: first.from, to: (end ?? second.to - 1) + 1, confidence: 0.85}
  }
  const single = counts ? (oneMore(tokens, people) ?? kinBehind(tokens, people)) : undefined
  return single === undefined ? undefined : {value: {number: first.value + 1}, from: first.from, to: single + 1, confidence: 0.85}
}

/** «…плюс бабушка» */
const kinBehind = (tokens: readonly Token[], at: number): number | undefined => {
  let noun = at
  // «Вдвоём с мужем» counts him already.
  while (/^(?:и|плюс|еще|and|plus)$/.test(tokens[noun]?.text ?? '')) noun++
  return noun > at && kin.test(tokens[noun]?.text ?? '') ? noun : undefined
}

/** «Я и муж», «мы с сестрой», «я мама и папа»: how many people are named, where none is counted. */
export function peopleNamed(tokens: readonly Token[]): number | undefined {
  const words = tokens
    .map(({text}) => text)
    .filter((text) => !/^(?:ну|это|будем|будет|едем|едут|идем|идет|еще|да|там|наверное|пожалуйста|well|just|it's|be|will)$/.test(text))
  const isPerson = (text: string) => /^(?:я|меня|мы|нас|me|i|us|myself)$/.test(text) || kin.test(text)
  const people = words.filter(isPerson)
  const isAll = words.every(
    (text) => isPerson(text) || /^(?:и|с|со|плюс|только|мой|моя|моим|моей|муж|my|and|with|the|a|plus|оба|вместе|у)$/.test(text),
  )
  return isAll && people.length > 1 ? people.length : undefined
}

const kin =
  /^(?:муж(?:а|ем)?|жен(?:а|у|ой)|сестр(?:а|ой)|брат(?:ом)?|мам(?:а|ой)|пап(?:а|ой)|сын(?:а|ом)?|доч(?:ь|ка|кой|ерью)|ребен(?:ок|ком)|подруг(?:а|ой)|друг(?:ом)?|парень|парнем|девушк(?:а|ой)|бабушк(?:а|ой)|дедушк(?:а|ой)|тещ(?:а|ей)|свекров(?:ь|ью)|внук(?:ом)?|внучк(?:а|ой)|husband|wife|sister|brother|mom|mum|mother|dad|father|son|daughter|friend|boyfriend|girlfriend|partner|kid|child)$/

const kinds: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['adult', /^(?:взросл\p{L}*|adults?|grown-ups?)$/u],
  [
    'child',
    /^(?:дет(?:и|ей|ям|ьми|ях)|детск\p{L}*|детишек|ребен(?:ок|ка|ку|ком)|ребят(?:а|ишек)?|малыш\p{L}*|kids?|child|children|toddlers?)$/u,
  ],
  ['baby', /^(?:младен\p{L}*|грудничк\p{L}*|baby|babies|infants?)$/u],
  ['teenager', /^(?:подрост\p{L}*|teens?|teenagers?)$/u],
  ['man', /^(?:мужчин\p{L}*|man|men)$/u],
  ['woman', /^(?:женщин\p{L}*|woman|women|lady|ladies)$/u],
  ['boy', /^(?:мальчик\p{L}*|boys?)$/u],
  ['girl', /^(?:девоч\p{L}*|girls?)$/u],
  ['student', /^(?:студен\p{L}*|students?)$/u],
  ['pensioner', /^(?:пенсион\p{L}*|seniors?)$/u],
]

const kindOf = (token: Token | undefined): string | undefined => kinds.find(([, pattern]) => pattern.test(token?.text ?? ''))?.[0]

/** The place of the people that a number counts: one word may stand between («двое маленьких детей»). */
function kindBehind(tokens: readonly Token[], at: number): number | undefined {
  if (kindOf(tokens[at])) return at
  return kindOf(tokens[at + 1]) && !joints.has(tokens[at]!.text) ? at + 1 : undefined
}

const joints: ReadonlySet<string> = new Set('и плюс с со еще да and plus with'.split(' '))

const isJoint = (gap: readonly Token[]): boolean => gap.length <= 3 && gap.every(({text}) => joints.has(text))

/** «…и ребёнок», "and a child": one more, without a number. */
function oneMore(tokens: readonly Token[], at: number): number | undefined {
  let noun = at
  while (joints.has(tokens[noun]?.text ?? '')) noun++
  if (noun === at) return undefined
  if (/^(?:a|an|one|один|одна)$/.test(tokens[noun]?.text ?? '')) noun++
  const text = tokens[noun]?.text ?? ''
  return kindOf(tokens[noun]) && !/(?:s|ей|и|ren|men|ies|их|ых)$/.test(text) ? noun : undefined
}
