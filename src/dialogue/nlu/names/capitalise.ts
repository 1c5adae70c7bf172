/** A name as it is written: `анна-мария` → `Анна-Мария`, `o'brien` → `O'Brien`. Keeps the `ё` of what was heard and inner capitals (`DeLuca`). */
export function capitalise(value: string, raw: string): string {
  if (raw.toLowerCase() === value && /^\p{Lu}/u.test(raw) && raw !== raw.toUpperCase()) return upper(raw)
  let yo = ''
  for (const [index, char] of [...value].entries()) yo += char === 'е' && raw[index]?.toLowerCase() === 'ё' ? 'ё' : char
  return upper(yo)
}

const upper = (name: string): string =>
  name
    .split(' ')
    .map((word) =>
      /^(?:оглы|кызы|улы|уулу)$/.test(word)
        ? word
        : word.replaceAll(/^\p{Ll}|(?<=-|^o'|^d'|^mc)\p{Ll}/gu, (letter) => letter.toUpperCase()),
    )
    .join(' ')
