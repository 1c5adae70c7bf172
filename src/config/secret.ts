/** What is shown wherever a secret would be. */
export const mask = '••••'

/** A value that is never printed by accident: only `reveal()` gives it out. */
export interface Secret {
  reveal(): string
  toString(): string
  toJSON(): string
}

/** Shorter values would black out ordinary words. */
const shortestHidden = 6
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

/** The text without any secret the process has read so far. */
export function redact(text: string): string {
  if (hidden.size === 0) return text
  // The longest first: a secret may contain another one.
  return [...hidden].sort((a, b) => b.length - a.length).reduce((clean, value) => clean.replaceAll(value, mask), text)
}

/** `postgres://bot:secret@host/db` → `postgres://bot:••••@host/db`, anywhere in a text; `?password=` too. */
export function maskUrlPasswords(text: string): string {
  return text
    .replaceAll(/([a-z][a-z0-9+.-]*:\/\/[^\s/:@]*):[^\s"'<>]*@/gi, `$1:${mask}@`)
    .replaceAll(/([?&](?:password|pass|sslpassword)=)[^&\s"'<>]*/gi, `$1${mask}`)
}

/** The login inside a URL, decoded; without a password both parts are undefined. */
export function urlLogin(url: string): {readonly user?: string; readonly password?: string} {
  const [, user, password] = /^[a-z][a-z0-9+.-]*:\/\/([^\s/:@]*):([^\s"'<>]*)@/i.exec(url) ?? []
  if (user !== undefined && password) return {user: decoded(user), password: decoded(password)}
  const [, parameter] = /[?&](?:password|pass|sslpassword)=([^&\s]+)/i.exec(url) ?? []
  return parameter ? {user: '', password: decoded(parameter)} : {}
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
