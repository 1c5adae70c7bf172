/** A letter said by its name. */
export interface Letter {
  readonly latin: string
  /** What else the name may stand for. */
  readonly alt?: string
  /** Which alphabet the speaker spells in: «и» is E to one who says «ай» for I. */
  readonly style: 'english' | 'russian' | 'either'
}

const names: readonly (readonly [latin: string, english: string, russian: string, either: string])[] = [
  ['a', 'эй', 'а', 'a'],
  ['b', 'би', 'бэ бе б', 'b'],
  ['c', 'си', 'цэ це', 'c'],
  ['d', 'ди', 'дэ де д', 'd'],
  ['e', '', 'е э', 'e'],
  ['f', '', 'ф', 'эф f'],
  ['g', 'джи', 'гэ ге г', 'g'],
  ['h', 'эйч эйдж хэйч', 'аш ха х', 'h'],
  ['i', 'ай', '', 'i'],
  ['j', 'джей', 'йот йота жи', 'j'],
  ['k', 'кей кэй', 'ка к', 'k'],
  ['l', '', 'л', 'эль эл l'],
  ['m', '', 'м', 'эм m'],
  ['n', '', 'н', 'эн n'],
  ['o', 'оу', 'о', 'o'],
  ['p', 'пи', 'пэ пе п', 'p'],
  ['q', 'кью кьюу', 'ку кю', 'q'],
  ['r', 'ар', 'эр р', 'r'],
  ['s', '', 'с', 'эс s'],
  ['t', 'ти', 'тэ те т', 't'],
  ['u', '', 'у', 'u'],
  ['v', 'ви', 'вэ ве в', 'v'],
  ['w', 'даблю даблъю дабл-ю дабл-вэ дубль-вэ', '', 'w'],
  ['x', 'экс', '', 'икс x'],
  ['y', 'уай вай', 'игрек игрик ы', 'y'],
  ['z', 'зед зи', 'зэ зе з', 'зет z'],
  ['ch', '', 'че чэ ч', ''],
  ['sh', '', 'ша ш', ''],
  ['sch', '', 'ща щ', ''],
  ['zh', '', 'ж', ''],
  ['ts', '', 'ц', ''],
  ['ya', '', 'я', ''],
  ['y', '', 'й', ''],
  ['', '', 'ь ъ', ''],
]

const byName: ReadonlyMap<string, Letter> = new Map<string, Letter>([
  ...names.flatMap(([latin, english, russian, either]) =>
    (
      [
        ['english', english],
        ['russian', russian],
        ['either', either],
      ] as const
    ).flatMap(([style, list]) =>
      list
        .split(' ')
        .filter(Boolean)
        .map((name) => [name, {latin, style}] as const),
    ),
  ),
  ['и', {latin: 'i', alt: 'e', style: 'either'}],
  ['ю', {latin: 'u', alt: 'yu', style: 'either'}],
  ['же', {latin: 'j', alt: 'zh', style: 'russian'}],
  ['жэ', {latin: 'j', alt: 'zh', style: 'russian'}],
  ['ha', {latin: 'h', style: 'english'}],
])

const phrases: readonly (readonly [words: readonly string[], letter: Letter])[] = (
  [
    ['и краткое', {latin: 'y', alt: 'i', style: 'russian'}],
    ['и кратко', {latin: 'y', alt: 'i', style: 'russian'}],
    ['й краткое', {latin: 'y', alt: 'i', style: 'russian'}],
    ['и с точкой', {latin: 'i', style: 'either'}],
    ['мягкий знак', {latin: '', style: 'russian'}],
    ['твердый знак', {latin: '', style: 'russian'}],
    ['дабл ю', {latin: 'w', style: 'english'}],
    ['дабл вэ', {latin: 'w', style: 'english'}],
    ['дабл ви', {latin: 'w', style: 'english'}],
    ['дубль вэ', {latin: 'w', style: 'either'}],
    ['дубль ве', {latin: 'w', style: 'either'}],
    ['дубль в', {latin: 'w', style: 'either'}],
    ['двойное вэ', {latin: 'w', style: 'either'}],
    ['double u', {latin: 'w', style: 'english'}],
    ['double you', {latin: 'w', style: 'english'}],
  ] as const
).map(([words, letter]) => [words.split(' '), letter])

/** The letter named at `at`, and how many words name it. Single letters name themselves. */
export function letterAt(words: readonly string[], at: number): {readonly letter: Letter; readonly length: number} | undefined {
  for (const [phrase, letter] of phrases)
    if (phrase.every((word, offset) => words[at + offset] === word)) return {letter, length: phrase.length}
  const letter = byName.get(words[at] ?? '')
  return letter && {letter, length: 1}
}
