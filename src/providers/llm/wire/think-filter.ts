const open = '<think>'
const close = '</think>'

/**
 * Removes a leading `<think>…</think>` block: servers without a reasoning parser send the model's thoughts as its answer, and a bot
 * would speak them. Text after the block, or an answer without one, passes as it comes, without white space in front.
 */
export function thinkFilter(): {push(text: string): string; end(): string} {
  let state: 'start' | 'thinking' | 'talking' = 'start'
  let held = ''

  function step(): string {
    if (state === 'start') {
      held = held.trimStart()
      if (held.startsWith(open)) {
        state = 'thinking'
        held = held.slice(open.length)
      } else if (!open.startsWith(held)) {
        state = 'talking'
      }
    }
    if (state === 'thinking') {
      const at = held.indexOf(close)
      // Only a beginning of the closing tag must be kept, the thoughts themselves may be long.
      if (at === -1) held = held.slice(-(close.length - 1))
      else {
        state = 'start'
        held = held.slice(at + close.length)
        return step()
      }
    }
    if (state !== 'talking') return ''
    const text = held
    held = ''
    return text
  }

  return {
    push(text) {
      if (state === 'talking') return text
      held += text
      return step()
    },
    /** An answer may end while it still looks like a beginning of the tag. */
    end: () => (state === 'start' ? held : ''),
  }
}
