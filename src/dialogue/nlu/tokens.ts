import type {Lang, Token, Utterance} from './types.ts'

const lower = (raw: string): string => raw.toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'")

// A number may hold `:`, `.`, `,` or `/` between digits; a word may hold an apostrophe, a hyphen or underscores; an e-mail address is one token.
const pattern = /[\p{L}\p{N}._+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|\+?\d+(?:[:.,/]\d+)*|[\p{L}_]+(?:['’-][\p{L}\p{N}_]+)*|[№%@$€₽#*+]/gu

const stops: Readonly<Record<string, Token['stop']>> = {',': ',', ';': ',', '.': '.', '…': '.', '?': '?', '!': '!'}

/**
 * Splits an utterance into tokens. Works on text as recognisers give it: with or without punctuation, capitals and digits.
 * A digit glued to letters is split (`20минут` → `20`, `минут`), since some recognisers glue numerals.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(pattern)) {
    const raw = match[0]
    const end = match.index + raw.length
    const next = /^\s*([,;.…?!])/.exec(text.slice(end))?.[1] ?? ''
    tokens.push({text: lower(raw), raw, start: match.index, end, stop: stops[next] ?? ''})
  }
  return tokens
}

export function utterance(text: string, lang: Lang): Utterance {
  const clean = text.normalize('NFC')
  return {text: clean, tokens: tokenize(clean), lang}
}

/** The tokens `[from, to)` as the grammars see them, for matching phrases. */
export const words = (tokens: readonly Token[], from = 0, to: number = tokens.length): string =>
  tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(' ')
