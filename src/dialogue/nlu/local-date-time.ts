import type {LocalDateTime} from './types.ts'

const pattern = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:?\d{2})?$/

/** The wall clock an ISO 8601 time shows, its offset left aside: that is what people on the call see. Nothing for what no clock shows. */
export function parseLocal(text: string): LocalDateTime | undefined {
  const match = pattern.exec(text)
  if (!match) return undefined
  const [year, month, day, hour, minute] = match.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || hour > 23 || minute > 59) return undefined
  return {date: `${match[1]}-${match[2]}-${match[3]}`, minutes: hour * 60 + minute}
}
