/**
 * Keys of a word (lower case, ё as е) under which its inflections meet: two words are forms of one word when they share a key.
 * A Russian word has a nominal key and, when it could be a verb, a verbal one: `недели` is found under `недел`, `записали` and `запишите`
 * under `~запис`. Words of up to three letters, and words with digits, are only equal to themselves.
 */
export function stemKeys(word: string): readonly string[] {
  if (word.length <= 3) return [/^пс[аыу]$/.test(word) ? 'пес' : word]
  const first = word.charCodeAt(0)
  if (first >= 0x430 && first <= 0x44f) {
    const verbal = verbalKey(word)
    const nominal = vowelStem.test(word) ? [nominalKey(word), word.slice(0, -1)] : [nominalKey(word)]
    return verbal === undefined ? nominal : [...nominal, verbal]
  }
  return first >= 0x61 && first <= 0x7a ? [englishKey(word)] : [word]
}

/**
 * The key of a word of which only the stem stands: «окон» is found under `окн`, «кресел» under `кресл`. Nothing for other words; a guess,
 * for comparing with names that are known.
 */
export function fleetingKey(word: string): string | undefined {
  const stem = /^(.+[бвгджзклмнпрстфхцчшщ])[оеё]([бвгджзклмнпрстфхцчшщ])$/.exec(word)
  return stem && word.length > 3 && word.length < 9 ? `${stem[1]}${stem[2]}` : undefined
}

const byLength = (endings: string): readonly string[] => endings.split(' ').sort((a, b) => b.length - a.length)

const nominalEndings = byLength(
  'а я у ю ы и е о ь й ой ей ом ем ов ев ам ям ами ями ах ях ью ья ье ьи ьев ьей ьем ьею ьям ьями ьях ьми ия ии ию ие ием ией иею иям иями иях ий ый ая яя ое ее ые ого его ому ему ым им ую юю ых их ыми ими ою ею ию иев',
)

// «Музей», «случай»: the й is the consonant the endings stand behind, where it is no ending itself.
const vowelStem = /.{2}[аеуюя]й$/

const hasVowel = /[аеиоуыэюя]/

/** Case and number taken off; the fleeting vowel of `стрижек`, `звонок` too. Kept are at least three letters, one a vowel. */
export function nominalKey(word: string): string {
  const ending = nominalEndings.find(
    (candidate) => word.length - candidate.length >= 3 && word.endsWith(candidate) && hasVowel.test(word.slice(0, -candidate.length)),
  )
  const cut = ending ? word.slice(0, -ending.length) : word
  // «Время», «времени»; «дочь», «дочери».
  const stem = cut === 'врем' ? 'времен' : cut === 'дочер' ? 'доч' : cut === 'матер' ? 'мат' : cut
  return stem.length > 4 ? stem.replace(/([бвгджзклмнпрстфхцчшщ]|ь)[ео]к$/, '$1к') : stem
}

// Imperfective `-ыва-`, the theme vowel and the personal ending: `записывайте`, `записать`, `запишите`.
const verbalEndings = byLength(
  [
    ...['ыва', 'ива', 'а', 'я', 'е'].flatMap((theme) =>
      ['ю', 'ешь', 'ет', 'ем', 'ете', 'ют', 'й', 'йте', 'ть', 'л', 'ла', 'ло', 'ли'].map((ending) => theme + ending),
    ),
    ...['и', 'о', 'у', 'ы', 'ова', 'ева'].flatMap((theme) => ['ть', 'л', 'ла', 'ло', 'ли'].map((ending) => theme + ending)),
    ...['ю', 'ешь', 'ет', 'ем', 'ете', 'ют', 'й', 'йте'].map((ending) => `у${ending}`),
    'у ю ешь ет ем ете ут ют ишь ит им ите ат ят и ь ьте ти чь',
  ].join(' '),
)

// What the last consonant turns into within one verb: записать – запишу, сказать – скажу, оставить – оставлю.
const alternations: readonly (readonly [RegExp, string])[] = [
  [/([бвпм])л$/, '$1'],
  [/(?:ст|ск)$/, 'щ'],
  [/[зжгд]$/, 'ж'],
  [/ш$/, 'с'],
  [/[ктч]$/, 'ч'],
]

function verbalKey(word: string): string | undefined {
  const reflexive = word.length > 5 && (word.endsWith('ся') || word.endsWith('сь'))
  const plain = reflexive ? word.slice(0, -2) : word
  const ending = verbalEndings.find((candidate) => plain.length - candidate.length >= 2 && plain.endsWith(candidate))
  if (ending === undefined) return undefined
  // стричь – стригу, мочь – могу.
  const stem = plain.slice(0, -ending.length) + (ending === 'чь' ? 'ж' : '')
  if (stem.length < 3 && !hasVowel.test(stem)) return undefined
  for (const [pattern, folded] of alternations) if (pattern.test(stem)) return `~${stem.replace(pattern, folded)}`
  return `~${stem}`
}

/** Plural, possessive, `-ing` and `-ed` taken off; British spelling folded. */
function englishKey(word: string): string {
  let stem = word.replace(/'s$|s'$/, '').replace(/our(?=$|s$|ing$|ed$)/, 'or')
  if (/(?:ss|us|is)$/.test(stem)) return stem
  if (stem.endsWith('ies') && stem.length > 4) return `${stem.slice(0, -3)}y`
  if (/(?:[sxz]|ch|sh)es$/.test(stem)) stem = stem.slice(0, -2)
  else if (/[^s]s$/.test(stem)) stem = stem.slice(0, -1)
  const bare = stem.replace(/(?:ing|ed)$/, '')
  if (bare !== stem && bare.length >= 3 && /[aeiouy]/.test(bare)) stem = bare.replace(/([bdgklmnprt])\1$/, '$1')
  return stem.length > 3
    ? stem
        .replace(/([^aeiou])e$/, '$1')
        .replace(/([^aeiou])i$/, '$1y')
        .replace(/ll$/, 'l')
    : stem
}
