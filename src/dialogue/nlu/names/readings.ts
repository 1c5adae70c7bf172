import {type Case, cases, declineName, type NameGender, type NamePart} from './decline.ts'
import {isEverydayGivenName, isGivenName, russianFirstName} from './lexicon.ts'
import {hasKnownFather, patronymicGender} from './patronymics.ts'
import {isStopWord, looksLikeVerb} from './stop-words.ts'
import {isIrregularSurname, surnameForms} from './surnames.ts'
import {isNumberWord, type Word} from './words.ts'

/** One way to understand a word as a part of a name. */
export interface Reading {
  readonly part: NamePart
  readonly gender: NameGender | 'any'
  readonly case: Case | 'any'
  /** Nominative, lower case, `е` for `ё`. */
  readonly value: string
  readonly weight: number
}

/**
 * Every way a word may be a part of a Russian name, in any case. The nominative is guessed from the ending and proven by declining it forward,
 * so nothing has to be stored but nominatives. `unknown` lets a word outside the lexicon stand as heard.
 */
export function readings(word: Word, unknown: boolean): Reading[] {
  const {text} = word
  if (text.length < 2 || /\d/.test(text)) return []
  if (text.includes(' ')) return [{part: 'patronymic', gender: 'any', case: 'any', value: text, weight: 0.9}]
  if (/^[a-z'-]+$/.test(text)) return latin(text, unknown)
  if (!/^[а-я-]+$/.test(text)) return []
  const stop = isStopWord(text) || isNumeral(text)
  const found = firstNames(text)
  // "Брюс Ли", "Ирина Сорока": some surnames are everyday words too, so they only count after a cue.
  if (stop) return unknown ? [...found, ...everydaySurname(text)] : found
  found.push(...surnames(text), ...patronymics(text))
  if (word.spelled) found.push(asHeard('first', text, 0.3), asHeard('last', text, 0.8))
  else if (unknown && text.length > 2 && !looksLikeVerb(text)) found.push(asHeard('first', text, 0.3), asHeard('last', text, 0.08))
  return found
}

/** "Сорока" is a surname, "пятого" and "ноль-ноль" are none. */
const isNumeral = (text: string): boolean => text.split('-').every(isNumberWord)

const asHeard = (part: NamePart, value: string, weight: number): Reading => ({part, gender: 'any', case: 'any', value, weight})

function latin(text: string, unknown: boolean): Reading[] {
  if (isGivenName(text) && (unknown || !isEverydayGivenName(text))) return [asHeard('first', text, 0.8), asHeard('last', text, 0.3)]
  return unknown && !isStopWord(text) ? [asHeard('first', text, 0.1), asHeard('last', text, 0.2)] : []
}

const nameEndings = ['', 'а', 'я', 'й', 'ь']
const surnameEndings = [...nameEndings, 'ий', 'ый', 'ой', 'ая', 'ец']

/** What may stand in the dictionary behind a declined form. */
function* nominatives(text: string, longest: number, endings: readonly string[]) {
  for (let cut = 1; cut <= longest; cut++) {
    const stem = text.slice(0, -cut)
    if (stem.length < 2) return
    // No ending begins with a consonant but that of -ец: кравец, кравцом.
    if (/^[бвгджзйклмнпрстфхчшщ]/.test(text.slice(-cut)) || (text.slice(-cut).startsWith('ц') && !/^ц(?:[ауе]|ом)$/.test(text.slice(-cut))))
      continue
    for (const ending of endings) yield stem + ending
  }
}

const oblique = cases.slice(1)
const genders: readonly NameGender[] = ['m', 'f']

function firstNames(text: string): Reading[] {
  const found: Reading[] = []
  const known = firstNameAs(text)
  if (known) {
    const fixed = declineName(text, 'first', known.gender === 'm' ? 'm' : 'f', 'gen') === text
    found.push({part: 'first', gender: known.gender, case: fixed ? 'any' : 'nom', value: text, weight: known.everyday ? 0.6 : 1})
  }
  const forms = fleeting.get(text)
  const candidates = forms ? [forms, ...nominatives(text, 2, nameEndings)] : nominatives(text, 2, nameEndings)
  for (const candidate of candidates) {
    const name = firstNameAs(candidate)
    if (!name || (candidate === text && !text.endsWith('ь'))) continue
    for (const gender of genders)
      if (name.gender === 'any' || name.gender === gender)
        for (const to of oblique)
          if (declineName(candidate, 'first', gender, to) === text)
            found.push({part: 'first', gender, case: to, value: candidate, weight: name.everyday ? 0.6 : 1})
  }
  return found
}

// The stem itself changes; no ending gives these away.
const fleeting = new Map(['лев', 'павел'].flatMap((name) => oblique.map((to) => [declineName(name, 'first', 'm', to), name] as const)))

/** `анна-мария` is a name when both halves are. */
function firstNameAs(text: string) {
  const hyphen = text.indexOf('-')
  if (hyphen < 0) return russianFirstName(text)
  const [one, two] = [russianFirstName(text.slice(0, hyphen)), russianFirstName(text.slice(hyphen + 1))]
  return one && two ? {gender: two.gender, everyday: false} : undefined
}

function surnames(text: string): Reading[] {
  const found: Reading[] = surnameForms(text).map(({gender, weight}) => ({part: 'last', gender, case: 'nom', value: text, weight}))
  for (const candidate of nominatives(text, 4, surnameEndings))
    for (const {gender, weight} of surnameForms(candidate)) {
      if (candidate === text) continue
      for (const to of oblique)
        if (declineName(candidate, 'last', gender, to) === text) found.push({part: 'last', gender, case: to, value: candidate, weight})
    }
  // A woman's Шевчук and everybody's Шевченко stay as they are in every case.
  for (const {gender, weight} of surnameForms(text))
    if (declineName(text, 'last', gender, 'gen') === text) found.push({part: 'last', gender, case: 'any', value: text, weight})
  return found
}

const everydaySurname = (text: string): Reading[] => (isIrregularSurname(text) ? [asHeard('last', text, 0.15)] : [])

function patronymics(text: string): Reading[] {
  const found: Reading[] = []
  for (const candidate of [text, ...nominatives(text, 2, ['', 'а'])]) {
    const gender = patronymicGender(candidate)
    if (!gender) continue
    const weight = hasKnownFather(candidate) ? 1 : 0.55
    for (const to of candidate === text ? (['nom'] as const) : oblique)
      if (declineName(candidate, 'patronymic', gender, to) === text)
        found.push({part: 'patronymic', gender, case: to, value: candidate, weight})
  }
  return found
}
