import {type AnswerFormat, answerFormats, type ChatBody} from './body.ts'
import {type Refusal, serverWords} from './failure.ts'

/** What a server has turned out not to know. Costs one extra round trip when it is found out, nothing afterwards. */
export interface Habits {
  readonly format: AnswerFormat
  /** Fields that it refuses. */
  readonly without: ReadonlySet<string>
}

export interface HabitBook {
  get(server: string, start: AnswerFormat): Habits
  set(server: string, habits: Habits): void
}

export function habitBook(): HabitBook {
  const known = new Map<string, Habits>()
  return {
    get: (server, start) => known.get(server) ?? {format: start, without: new Set()},
    set: (server, habits) => void known.set(server, habits),
  }
}

/** Shared by everything in this process that talks to the same servers. */
export const processHabits: HabitBook = habitBook()

/** Fields that the product can do without. Temperature is not among them: an answer at another one would be a silent lie. */
const droppable = [
  'stream_options',
  'reasoning_effort',
  'reasoning_format',
  'include_reasoning',
  'chat_template_kwargs',
  'prompt_cache_key',
  'max_tokens',
  'max_completion_tokens',
]

/** As opposed to a wrong value, such as more tokens than the model has. */
const notTaken =
  /unsupported|not support|unknown|unrecogni[sz]ed|unexpected|extra|not (?:permitted|allowed|valid|recogni[sz]ed)|invalid (?:parameter|field|argument)|must be one of/i

/** The habits to try after this refusal, or undefined when it is not about a field that we can leave out. */
export function concede({status, body}: Refusal, sent: ChatBody, habits: Habits): Habits | undefined {
  if (![400, 404, 415, 422, 501].includes(status)) return undefined
  const {message, code} = serverWords(body)
  if (/model_not_found|json_validate_failed|context_length/.test(code)) return undefined
  if (sent['response_format'] !== undefined && aboutFormat(message)) {
    const next = answerFormats[answerFormats.indexOf(habits.format) + 1]
    return next && {...habits, format: next}
  }
  if (!notTaken.test(message)) return undefined
  const field = droppable.find((name) => name in sent && !habits.without.has(name) && new RegExp(String.raw`\b${name}\b`).test(message))
  return field === undefined ? undefined : {...habits, without: new Set([...habits.without, field])}
}

/** "Unknown format", not "your schema is wrong": a wrong schema stays wrong, and hiding it would lose strictness for good. */
function aboutFormat(message: string): boolean {
  return (
    /response.?format|json.?schema|json.?object|json mode|guided|grammar|structured/i.test(message) &&
    !/invalid (?:json )?schema|schema is (?:not valid|invalid)/i.test(message)
  )
}
