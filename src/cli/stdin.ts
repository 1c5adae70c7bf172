/** Everything that stands on stdin, without the line break at its end; undefined when it is not UTF-8. */
export async function readStdin(): Promise<string | undefined> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array))
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(Buffer.concat(chunks)).replace(/\r?\n$/, '')
  } catch {
    return undefined
  }
}
