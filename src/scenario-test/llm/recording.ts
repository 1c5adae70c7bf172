import type {Completion} from '../../providers/llm/port.ts'

/** A model's answer as it is kept in a file. */
export interface RecordedReply {
  readonly text: string
  readonly json?: unknown
  readonly model: string
  readonly usage: Completion['usage']
}

/** Replies by the hash of their prompt; a prompt that was asked several times has several, in order. */
export type Replies = Readonly<Record<string, readonly RecordedReply[]>>

export interface Recording {
  /** The next reply to a prompt, round and round; undefined when it was never recorded. */
  replay(hash: string): RecordedReply | undefined
  store(hash: string, reply: RecordedReply): void
  /** Nothing was kept beforehand. */
  readonly isEmpty: boolean
  /** Prompts without a reply, so far. */
  readonly missed: number
  /** What to keep. `whole`: everything was run, so what was not asked again is dropped. */
  replies(whole: boolean): Replies
}

export function recordingOf(kept: Replies): Recording {
  const fresh = new Map<string, RecordedReply[]>()
  const asked = new Map<string, number>()
  let missed = 0
  return {
    isEmpty: Object.keys(kept).length === 0,
    get missed() {
      return missed
    },
    replay(hash) {
      const known = kept[hash] ?? []
      const times = asked.get(hash) ?? 0
      asked.set(hash, times + 1)
      if (known.length === 0) missed++
      return known[times % known.length]
    },
    store(hash, reply) {
      fresh.set(hash, [...(fresh.get(hash) ?? []), reply])
    },
    replies(whole) {
      const all = {...(whole ? {} : kept), ...Object.fromEntries(fresh)}
      // Sorted, so that a diff shows what changed and not the order of the run.
      return Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    },
  }
}

/** `booking.test.yaml` → `booking.test.replies.json` */
export const repliesFile = (testFile: string): string => testFile.replace(/\.ya?ml$/, '') + '.replies.json'
