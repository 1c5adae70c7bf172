import type {Path} from '../issue.ts'
import type {Report} from './legacy.ts'

/** Text that fits; says so when something was cut off. */
export function clip(text: string | undefined, most: number, path: Path, report: Report): string | undefined {
  if (text === undefined || text.length <= most) return text
  report.lossy(path, `was cut to ${most} characters`, `обрезано до ${most} знаков`)
  return text.slice(0, most).trimEnd()
}

/** Texts that fit: a long one is divided at line and sentence ends, so that nothing is lost. */
export function divide(texts: readonly string[], most: number, count: number, path: Path, report: Report): string[] {
  const parts = texts.flatMap((text) => pieces(text, most))
  if (parts.length > count) report.lossy(path, `only the first ${count} were kept`, `оставлены первые ${count}`)
  return parts.slice(0, count)
}

function pieces(text: string, most: number): string[] {
  if (text.length <= most) return [text]
  const border = Math.max(text.lastIndexOf('\n', most), text.lastIndexOf('. ', most), text.lastIndexOf('; ', most))
  const end = border > 0 ? border + 1 : most
  return [text.slice(0, end).trim(), ...pieces(text.slice(end).trim(), most)].filter((piece) => piece !== '')
}

export const within = (value: number | undefined, least: number, most: number): number | undefined =>
  value === undefined ? undefined : Math.min(most, Math.max(least, value))
