import type {Path} from '../issue.ts'
import type {Report} from './legacy.ts'

export type Language = 'ru' | 'en'

/** The bots speak Russian and English; anything else becomes Russian, said aloud. */
export function upgradeLanguage(code: string | undefined, path: Path, report: Report): Language | undefined {
  if (code === undefined) return undefined
  const short = code.toLowerCase().slice(0, 2)
  if (short === 'ru' || short === 'en') return short
  report.lossy(path, `language "${code}" is not spoken; Russian was taken`, `языка «${code}» нет, взят русский`)
  return 'ru'
}

/** The old catalogue had names of its own, known to no vendor; only what they say about the voice is left. */
export function upgradeVoice(
  voice: string | undefined,
  path: Path,
  report: Report,
): {readonly voice?: string; readonly gender?: 'f' | 'm'} {
  if (voice === undefined) return {}
  const gender = catalogue[voice]
  if (gender) {
    report.lossy(
      path,
      `voice "${voice}" is no voice of a vendor; the default voice speaks`,
      `голоса «${voice}» нет у поставщика, взят голос по умолчанию`,
    )
    return {gender}
  }
  if (/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(voice)) return {voice}
  report.lossy(path, `"${voice}" is no id of a voice and was left out`, `«${voice}» — не идентификатор голоса, пропущено`)
  return {}
}

const catalogue: Readonly<Record<string, 'f' | 'm'>> = {sasha_v1: 'f', tatyana_v1: 'f', dima_v1: 'm', sergey_v1: 'm'}
