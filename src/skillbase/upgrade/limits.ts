import type {Path} from '../issue.ts'
import type {LegacyObject, Report} from './legacy.ts'

/** Text that fits; says so when something was cut off. */
export function clip(text: string | undefined, most: number, path: Path, report: Report): string | undefined {
  if (text === undefined || text.length <= most) return text
  report.lossy(path, `was cut to ${most} characters`, `обрезано до ${most} знаков`)
  return text.slice(0, most).trimEnd()
}

/** Texts that fit: a long one is divided at line and sentence ends, so that nothing is lost. */
export function divide(texts: readonly string[], most: number, count: number, path: Path, report: Report): string[] {
  const parts = texts.flatMap((text) => pieces(text, most))
  return atMost(parts, count, path, report)
}

function pieces(text: string, most: number): string[] {
  if (text.length <= most) return [text]
  const border = Math.max(text.lastIndexOf('\n', most), text.lastIndexOf('. ', most), text.lastIndexOf('; ', most))
  const end = border > 0 ? border + 1 : most
  return [text.slice(0, end).trim(), ...pieces(text.slice(end).trim(), most)].filter((piece) => piece !== '')
}

/** A list that is not too long. */
export function atMost<Item>(items: readonly Item[], most: number, path: Path, report: Report): Item[] {
  if (items.length > most) report.lossy(path, `only the first ${most} were kept`, `оставлены первые ${most}`)
  return items.slice(0, most)
}

/** A number of an object that is neither too small nor too large today. */
export function within(object: LegacyObject, key: string, [least, most]: readonly [number, number], report: Report): number | undefined {
  const value = object.number(key)
  if (value === undefined) return undefined
  const fitting = Math.min(most, Math.max(least, value))
  if (fitting !== value)
    report.lossy(
      [...object.path, key],
      `became ${fitting}: from ${least} to ${most} is allowed`,
      `стало ${fitting}: допустимо от ${least} до ${most}`,
    )
  return fitting
}
