/** What is shown wherever a secret would be. */
export const mask = '••••'

/** A value that is never printed by accident: only `reveal()` gives it out. */
export interface Secret {
  reveal(): string
  toString(): string
  toJSON(): string
}

/** Shorter values would black out ordinary words, and no provider gives out keys that short. */
const shortestHidden = 8
const hidden = new Set<string>()

/** Wraps a secret and makes `redact` hide it from then on. */
export function secret(value: string): Secret {
  hideFromOutput(value)
  return {
    reveal: () => value,
    toString: () => mask,
    toJSON: () => mask,
    // oxlint-disable-next-line no-useless-computed-key -- console.log and node:util ask for this symbol
    [Symbol.for('nodejs.util.inspect.custom')]: () => mask,
  }
}

/** From now on `redact` hides this value, and its forms inside a URL and inside JSON. */
export function hideFromOutput(value: string): void {
  if (value.length < shortestHidden) return
  for (const form of [value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)]) hidden.add(form)
}

/**
 * The text without any secret the process has read so far. For errors, warnings and stacks, whose words come from anywhere; results are printed
 * as they are, because a secret that happens to be a word of theirs would damage them.
 */
export function redact(text: string): string {
  if (hidden.size === 0) return text
  // The longest first: a secret may contain another one.
  return [...hidden].sort((a, b) => b.length - a.length).reduce((clean, value) => clean.replaceAll(value, mask), text)
}

/**
 * A whole URL without what it keeps secret: `postgres://bot:secret@host/db` → `postgres://bot:••••@host/db`, `?password=`, `?api_key=`.
 * The password reaches to the last `@`, whatever it is made of: people type theirs as it is, quotes and spaces included.
 */
export const maskUrl = (url: string): string =>
  // A file has no password, and every command that opens one asks.
  !url.includes('://')
    ? url
    : url.replace(/^([a-z][a-z0-9+.-]*:\/\/[^/:@]*):[^]*@/i, `$1:${mask}@`).replaceAll(parameter('[^&#]*'), `$1${mask}`)

/** The same for every URL inside a text, which may be a page of one word: no scheme is looked for that long. What follows a port is no password, and a password does not reach into the next URL. */
export function maskUrlPasswords(text: string): string {
  return text
    .replaceAll(/([a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@]*):(?!\d{1,5}(?:[\s/?#,;.)"'»]|$))(?:(?!:\/\/)[^\n])*@/gi, `$1:${mask}@`)
    .replaceAll(parameter('[^&#\\s]*'), `$1${mask}`)
}

/** The login inside a URL, decoded; without a password both parts are undefined. */
export function urlLogin(url: string): {readonly user?: string; readonly password?: string} {
  if (!url.includes('://')) return {}
  const [, user, password] = /^[a-z][a-z0-9+.-]*:\/\/([^/:@]*):([^]*)@/i.exec(url) ?? []
  if (user !== undefined && password) return {user: decoded(user), password: decoded(password)}
  const [, , given] = parameter('([^&#]+)').exec(url) ?? []
  return given ? {user: '', password: decoded(given)} : {}
}

function parameter(value: string): RegExp {
  return new RegExp(String.raw`([?&](?:password|pass|sslpassword|api[_-]?key|key|token|access[_-]token|secret)=)${value}`, 'gi')
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
