/** Characters of a server's answer that an error may quote. */
const longestExcerpt = 160
const longestRead = 16_384

/** Shapes of keys that providers echo in their refusals, whole or half masked. */
const keyShapes = /\b(?:sk|gsk|key|pk|rk|xai|hf|nvapi)[-_][\w*.-]{6,}|\bBearer\s+\S+|\beyJ[\w-]{8,}\.[\w.-]+/gi
const loginInUrl = /([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi

/**
 * A short quotation of what a server said, safe for logs and for the screen: one line, no control characters, no key, no login.
 * @param secrets exact values that must not survive, whatever they look like
 */
export function excerpt(text: string, secrets: readonly string[] = []): string {
  // A body can be megabytes; the last word goes with the cut, for it may be half a key that no longer looks like one.
  let clean = text.length > longestRead ? text.slice(0, longestRead).replace(/\S*$/, '') : text
  for (const secret of secrets) if (secret) clean = clean.replaceAll(secret, '••••')
  clean = clean
    .replaceAll(keyShapes, '••••')
    .replaceAll(loginInUrl, '$1')
    .replaceAll(/[\u0000-\u001F\u007F-\u009F\uFFFD\s]+/g, ' ')
    .trim()
  return clean.length > longestExcerpt ? `${clean.slice(0, longestExcerpt)}…` : clean
}
