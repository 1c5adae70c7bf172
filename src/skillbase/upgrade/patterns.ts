/** What a regular expression looks for, as phrases; `lossy` when phrases cannot say all of it. */
export interface PatternPhrases {
  readonly phrases: readonly string[]
  readonly lossy: boolean
}

const maxPhrases = 60
const maxDepth = 8

/**
 * Phrases instead of a regular expression: alternatives, groups, optional parts and small classes are spelled out; borders fall away,
 * because phrases match whole words and their forms. Never runs the expression.
 */
export function phrasesOf(pattern: string): PatternPhrases {
  const reader = {text: pattern.replace(/^\(\?[a-z]+\)/, ''), at: 0, lossy: false}
  const found = alternatives(reader, 0)
  if (reader.at < reader.text.length) reader.lossy = true
  const settledOnes = [...new Set(found.map((phrase) => settled(phrase, reader)))].filter((phrase) => phrase.length > 1)
  const phrases = settledOnes.filter((phrase) => !settledOnes.some((other) => other !== phrase && covers(other, phrase)))
  return {phrases: phrases.slice(0, maxPhrases).map((phrase) => phrase.slice(0, 200)), lossy: reader.lossy || phrases.length > maxPhrases}
}

/** `оператор*` finds whatever `оператору*` does. */
const covers = (phrase: string, other: string): boolean => phrase.endsWith('*') && other.startsWith(phrase.slice(0, -1))

/** Stands for `\\w*`: letters that nobody spelled out. */
const open = '\u0001'
/** Stands for `\\b` and `$`. */
const border = '\u0002'

/** An open word end is `*` in a phrase; an open place anywhere else is something phrases do not have. */
function settled(phrase: string, reader: Reader): string {
  const ended = phrase.toLowerCase().replaceAll(/(?<=\p{L}{3})\u0001+(?!\p{L})/gu, '*')
  if (/\p{L}\u0001+\p{L}/u.test(ended)) reader.lossy = true
  // Expressions matched parts of words; a long beginning is only meant to be one.
  const begun = ended.replace(/(?<=[а-яё]{6})$/u, '*')
  return begun.replaceAll(border, '').replaceAll(open, ' ').replaceAll(/\s+/g, ' ').trim()
}

interface Reader {
  readonly text: string
  at: number
  lossy: boolean
}

function alternatives(reader: Reader, depth: number): string[] {
  const found = sequence(reader, depth)
  while (reader.text[reader.at] === '|') {
    reader.at++
    found.push(...sequence(reader, depth))
  }
  return found.slice(0, maxPhrases + 1)
}

function sequence(reader: Reader, depth: number): string[] {
  let made = ['']
  while (reader.at < reader.text.length && !'|)'.includes(reader.text[reader.at]!)) {
    const part = quantified(reader, atom(reader, depth))
    made = made.flatMap((head) => part.map((tail) => head + tail)).slice(0, maxPhrases + 1)
  }
  return made
}

function atom(reader: Reader, depth: number): string[] {
  const char = reader.text[reader.at++]!
  switch (char) {
    case '(':
      return group(reader, depth)
    case '[':
      return characterClass(reader)
    case '\\':
      return escape(reader)
    case '.':
      reader.lossy = true
      return [' ']
    case '^':
      return ['']
    case '$':
      return [border]
    default:
      return [char]
  }
}

function group(reader: Reader, depth: number): string[] {
  const look = /^\?(?:[=!]|<[=!])/.exec(reader.text.slice(reader.at, reader.at + 3))
  const prefix = /^\?(?::|[=!]|<[=!]|P?<\w+>)/.exec(reader.text.slice(reader.at, reader.at + 40))
  if (prefix) reader.at += prefix[0].length
  if (depth >= maxDepth) {
    reader.lossy = true
    reader.at = reader.text.length
    return ['']
  }
  const inner = alternatives(reader, depth + 1)
  if (reader.text[reader.at] === ')') reader.at++
  if (look) reader.lossy = true
  return look ? [''] : inner
}

/** `[её]` is two letters; anything with a range or a negation is any letter. */
function characterClass(reader: Reader): string[] {
  const end = reader.text.indexOf(']', reader.at)
  const body = reader.text.slice(reader.at, end === -1 ? undefined : end)
  reader.at = end === -1 ? reader.text.length : end + 1
  if (/^\^|-|\\/.test(body) || body.length > 4 || body === '') {
    reader.lossy = true
    return [' ']
  }
  return [...body]
}

function escape(reader: Reader): string[] {
  const char = reader.text[reader.at++] ?? ''
  if (char === 'b') return [border]
  if (char === 'B') return ['']
  if (char === 's') return [' ']
  if (char === 'w' || char === 'S') return [open]
  return /[dWD]/.test(char) ? [' '] : [char]
}

function quantified(reader: Reader, part: string[]): string[] {
  const quantifier = /^(?:[*+?]|\{\d*,?\d*\})[?+]?/.exec(reader.text.slice(reader.at, reader.at + 20))?.[0]
  if (quantifier === undefined) return part
  reader.at += quantifier.length
  if (quantifier.startsWith('?')) return [...part, '']
  if (part.every((text) => text === open || text.trim() === '')) return part
  reader.lossy = true
  return quantifier.startsWith('*') ? [...part, ''] : part
}
