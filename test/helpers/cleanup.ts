const cleanups: (() => Promise<void>)[] = []

/** For what the whole run shares and the last test must not leave behind. Last in, first out. */
export const atTheEnd = (cleanup: () => Promise<void>): void => void cleanups.unshift(cleanup)

export async function cleanUp(): Promise<void> {
  for (const cleanup of cleanups.splice(0)) await cleanup()
}
