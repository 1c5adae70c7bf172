/** Why a text is no well-formed XML document, or nothing when it is one: elements, attributes, entities and characters; no DTD, no CDATA. */
export function xmlFault(xml: string): string | undefined {
  const bad = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.exec(xml)
  if (bad) return `character ${bad[0].codePointAt(0)} at ${bad.index}`
  const open: string[] = []
  let roots = 0
  const body = xml.replace(/^<\?xml[^?]*\?>\s*/, '')
  for (const [piece] of body.matchAll(/<[^>]*>|[^<]+/g)) {
    if (!piece.startsWith('<')) {
      const fault = textFault(piece)
      if (fault || (open.length === 0 && piece.trim() !== '')) return fault ?? `text outside of elements: ${piece}`
      continue
    }
    const [, end, name, attributes, empty] = /^<(\/?)([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>$/.exec(piece) ?? []
    if (name === undefined) return `not a tag: ${piece}`
    const fault = [...(attributes ?? '').matchAll(/"([^"]*)"/g)].map(([, value]) => textFault(value!)).find(Boolean)
    if (fault) return fault
    if (end) {
      if (open.pop() !== name) return `</${name}> closes nothing`
    } else {
      if (open.length === 0 && ++roots > 1) return 'two roots'
      if (!empty) open.push(name)
    }
  }
  return open.length > 0 ? `<${open.at(-1)}> is not closed` : undefined
}

const textFault = (text: string): string | undefined => /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.exec(text)?.[0]
