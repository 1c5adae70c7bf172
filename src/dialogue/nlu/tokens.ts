import type {Lang, Token, Utterance} from './types.ts'

const lower = (raw: string): string => {
  const text = raw.toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'")
  return contractions.get(text) ?? text
}

// Some recognisers write no apostrophes. What is a word of its own without one («ill», «its», «id») stays as it is.
const contractions: ReadonlyMap<string, string> = new Map(
  "don't doesn't didn't won't can't couldn't wouldn't shouldn't isn't aren't wasn't weren't haven't hasn't hadn't i'm i've that's what's there's you're they're we've who's"
    .split(' ')
    .map((word) => [word.replace("'", ''), word]),
)

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

/** How many words of one turn are read: a minute and a half of quick speech. What is wanted comes last, so the last ones count. */
export const maxTokens = 240

/** What was said, as the grammars read it. Whoever speaks without end, or a recogniser that repeats itself, is read from the end. */
export function utterance(text: string, lang: Lang): Utterance {
  const clean = text.normalize('NFC')
  const tokens = tokenize(clean)
  return tokens.length > maxTokens ? {text: clean, tokens: tokens.slice(-maxTokens), lang, isCut: true} : {text: clean, tokens, lang}
}

/** The tokens `[from, to)` as the grammars see them, for matching phrases. */
export const words = (tokens: readonly Token[], from = 0, to: number = tokens.length): string =>
  tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(' ')
