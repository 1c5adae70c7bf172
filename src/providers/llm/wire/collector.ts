import type {Completion, LlmRequest, Usage} from '../port.ts'
import type {Attempt} from './attempt.ts'
import type {Piece} from './chunk.ts'
import {answerFailure, fail, type Party} from './failure.ts'
import {jsonAnswer} from './json-answer.ts'
import {thinkFilter} from './think-filter.ts'

/** Gathers the pieces of one answer and judges it when it ends. */
export interface Collector {
  /** Returns the text to pass on, often empty. @throws LlmError when the piece is an error */
  take(piece: Piece): string
  /** The server has said why it stopped: what follows is only bookkeeping. */
  finished(): boolean
  /** Far more text than was asked for: the server ignores the limit, and nobody will listen to it all. */
  full(): boolean
  /** @param whole whether the answer is known to have ended by itself @throws LlmError when there is no usable answer */
  end(whole: boolean): {readonly rest: string; readonly completion: Completion}
}

export interface CollectorOptions {
  readonly request: LlmRequest
  readonly model: string
  readonly attempt: Attempt
  readonly party: Party
}

/** No language needs more characters a token than this, on average. */
const charsPerToken = 12

export function collector({request, model, attempt, party}: CollectorOptions): Collector {
  const {schema, maxTokens} = request
  const filter = thinkFilter()
  const longest = Math.max(8192, maxTokens * charsPerToken)
  let text = ''
  let finish: string | undefined
  let usage: Usage = {input: 0, output: 0}
  let servedBy = model
  let refusal = ''
  let calledTool = false
  let sawChoice = false

  function keep(speakable: string): string {
    if (speakable !== '') attempt.spoke()
    text += speakable
    return speakable
  }

  function emptyAnswer(): never {
    if (refusal !== '') throw fail('refused', party, {detail: 'the model declined'})
    if (calledTool) throw fail('bad_response', party, {detail: 'a tool call instead of an answer'})
    if (finish === 'length')
      throw fail('bad_response', party, {detail: `all ${usage.output || maxTokens} tokens went into hidden reasoning`, retryable: false})
    throw fail('bad_response', party, {detail: sawChoice ? 'an empty answer' : 'an answer without choices'})
  }

  return {
    take(piece) {
      if (piece.error !== undefined) throw answerFailure(piece.error, party)
      usage = piece.usage ?? usage
      servedBy = piece.model ?? servedBy
      finish = piece.finish ?? finish
      refusal += piece.refusal ?? ''
      calledTool ||= piece.calledTool
      sawChoice ||= piece.hasChoice
      return piece.text === '' ? '' : keep(filter.push(piece.text))
    },
    finished: () => finish !== undefined,
    full: () => text.length > longest,
    end(whole) {
      const rest = keep(filter.end())
      const full = text.length > longest
      if (finish === 'content_filter') throw fail('refused', party, {detail: 'stopped by the content filter'})
      if (text.trim() === '' && (whole || finish !== undefined)) emptyAnswer()
      if (!whole && finish === undefined && !full) throw fail('network', party, {detail: 'the answer broke off'})
      const cut = full || finish === 'length'
      const answer = schema && jsonAnswer(text, schema.schema)
      if (answer && 'problem' in answer) {
        throw fail('schema', party, {detail: cut ? `cut off at ${maxTokens} tokens` : answer.problem, ...(cut && {retryable: false})})
      }
      return {
        rest,
        completion: {
          text,
          ...(answer && {json: answer.json}),
          usage,
          firstTokenMs: attempt.spoke(),
          totalMs: attempt.elapsed(),
          model: servedBy,
          finish: cut ? 'length' : 'stop',
        },
      }
    },
  }
}
