/** A transfer target as `+79031234567` or `sip:…`; undefined when it is neither. */
export function transferTarget(text: string | undefined): string | undefined {
  const given = text?.trim() ?? ''
  if (/^sips?:[^\s@]+@[^\s@]+$/i.test(given)) return given
  const digits = given.replaceAll(/[\s().-]/g, '')
  if (/^\+[1-9]\d{6,14}$/.test(digits)) return digits
  return /^[78]\d{10}$/.test(digits) ? `+7${digits.slice(1)}` : undefined
}
