import {isOneLine} from './printable.ts'

/** An http(s) URL without a login. One inside the address would be shown wherever the address is, and `fetch` refuses it anyway. */
export function isEndpoint(value: string): boolean {
  // URL drops line breaks in silence.
  if (!/^https?:\/\//.test(value) || !isOneLine(value) || !URL.canParse(value)) return false
  const {username, password} = new URL(value)
  return username === '' && password === ''
}

/** What to call that in a message. */
export const endpointName = {en: 'an http(s) URL without a login', ru: 'адрес http(s) без логина и пароля'}

/** Whether an address somewhere in a text, of whatever kind, holds a password: `https://bot:secret@host`, `sip:bot:secret@host`. */
export const holdsPassword = (text: string): boolean =>
  /[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@?#]*:[^\s/@]+@|\bsips?:[^\s/:@]+:[^\s@]+@/i.test(text)
