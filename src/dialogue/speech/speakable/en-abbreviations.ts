import {replaceEach, sentenceDot} from './replace.ts'

/** English abbreviations that a voice spells or stops at, written out. Numbers should still be digits. */
export const abbreviationsEn = (text: string): string => titles(streets(latin(numbered(text))))

const labels: Readonly<Record<string, string>> = {
  no: 'number',
  nos: 'numbers',
  ext: 'extension',
  apt: 'apartment',
  ste: 'suite',
  fl: 'floor',
  rm: 'room',
  tel: 'telephone',
}

/** "No. 5": without a number "No." is an answer. */
const numbered = (text: string): string =>
  replaceEach(
    text,
    /\b(No|Nos|Ext|Apt|Ste|Fl|Rm|Tel)\.\s*(?=[+(#]?\d)/gi,
    ([found, label]) => `${cased(labels[label!.toLowerCase()]!, found!)} `,
  )

/** Most are never the last word of a sentence; "etc." and the times are, and leave its dot. */
const latin = (text: string): string =>
  replaceEach(
    replaceEach(
      text,
      /\b(e\.\s?g|i\.\s?e|vs|approx)\.(,?)/gi,
      ([found, short, comma]) => cased(phrases[short!.replace(' ', '').toLowerCase()]!, found!) + comma!,
    ),
    /\b(etc|hrs?|mins?)(\.)(?=\W|$)/gi,
    ([found, short, dot], {tail}) => cased(phrases[short!.toLowerCase()]!, found!) + sentenceDot(dot, tail),
  )

const phrases: Readonly<Record<string, string>> = {
  'e.g': 'for example',
  'i.e': 'that is',
  vs: 'versus',
  approx: 'approximately',
  etc: 'et cetera',
  hr: 'hour',
  hrs: 'hours',
  min: 'minute',
  mins: 'minutes',
}

const roads: Readonly<Record<string, string>> = {
  st: 'Street',
  ave: 'Avenue',
  rd: 'Road',
  blvd: 'Boulevard',
  dr: 'Drive',
  ln: 'Lane',
}

/** "Main St.", "42nd St.", "5 Oak Dr., Boston": a name or a number in front; with a name behind as well the one in front begins no sentence. */
const streets = (text: string): string =>
  replaceEach(text, street, ([, short, dot], {tail}) => roads[short!.toLowerCase()]! + sentenceDot(dot, tail))

const street =
  /(?<=(?:\b[A-Z][a-z]+|\d(?:st|nd|rd|th))\s+)(St|Ave|Rd|Blvd|Dr|Ln)(\.)(?:(?!\s+[A-Z][a-z])|(?<=[^\s.!?]\s+[A-Z][a-z]+\s+\w+\.))/g

/** "Dr. Smith", "St. Paul". */
const titles = (text: string): string => replaceEach(text, /\b(Dr|St|Prof)\.\s+(?=[A-Z])/g, ([, short]) => `${names[short!]!} `)

const names: Readonly<Record<string, string>> = {Dr: 'Doctor', St: 'Saint', Prof: 'Professor'}

const cased = (words: string, like: string): string => (/^[A-Z]/.test(like) ? words[0]!.toUpperCase() + words.slice(1) : words)
