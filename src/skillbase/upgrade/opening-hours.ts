/** `работаем с 9 до 21`, `9:00-21:00` → `09:00-21:00`; undefined when there are no hours in the text. */
export function hoursIn(text: string | undefined): string | undefined {
  const found = /(?<!\d)(\d{1,2})(?:[:.](\d\d))?\s*(?:до|по|to|-|–|—)\s*(\d{1,2})(?:[:.](\d\d))?(?!\d)/i.exec(text ?? '')
  if (!found) return undefined
  const [, fromHour, fromMinute = '00', toHour, toMinute = '00'] = found
  if (Number(fromHour) >= Number(toHour) || Number(toHour) > 24 || Number(fromMinute) > 59 || Number(toMinute) > 59) return undefined
  return `${fromHour!.padStart(2, '0')}:${fromMinute}-${toHour!.padStart(2, '0')}:${toMinute}`
}
