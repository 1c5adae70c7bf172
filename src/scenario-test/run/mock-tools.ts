import type {ToolRunner} from '../../dialogue/conversation/ports.ts'
import type {ToolCall, ToolResult} from '../../dialogue/engine/state.ts'
import {isPart} from '../check/same-value.ts'
import type {Mock, Mocks} from '../format/test-file.ts'

/** A call of a tool as a test sees it. */
export interface ToolUse {
  readonly name: string
  readonly args: ToolCall['args']
  readonly key: string
  /** Undefined when the process was lost before the answer came. */
  readonly result: ToolResult | undefined
  /** No answer was prepared for it. */
  readonly missing: boolean
}

export interface MockedTools {
  readonly runner: ToolRunner
  /** Every call, in order. */
  readonly uses: readonly ToolUse[]
}

export interface MockWorld {
  /** Lets the conversation's clock run, milliseconds. */
  readonly pass: (ms: number) => void
  /** The process is lost. */
  readonly crash: () => void
}

/** The first answer whose `when` is part of the arguments and that is not used up. */
export function mockPicker(mocks: Mocks): (call: ToolCall) => Mock | undefined {
  const given = new Map<Mock, number>()
  return ({use, args}) => {
    const mock = mocks[use]?.find((each) => isPart(each.when ?? {}, args) && (given.get(each) ?? 0) < timesOf(each))
    if (mock) given.set(mock, (given.get(mock) ?? 0) + 1)
    return mock
  }
}

/** How long the engine waits for an answer, seconds: no longer than it waits for any. */
export const waitOf = ({delay = 0}: Mock, {timeout}: ToolCall): number => Math.min(delay, timeout)

export function answerOf({delay = 0, error, return: result}: Mock, {timeout}: ToolCall): ToolResult {
  if (delay > timeout) return {ok: false, error: 'timeout'}
  return error === undefined ? {ok: true, ...result} : {ok: false, error}
}

/** Tools that answer as a test says. */
export function mockedTools(mocks: Mocks, {pass, crash}: MockWorld): MockedTools {
  const uses: ToolUse[] = []
  const pick = mockPicker(mocks)

  const answer = (mock: Mock, call: ToolCall): ToolResult => {
    pass(waitOf(mock, call) * 1000)
    return answerOf(mock, call)
  }

  return {
    uses,
    runner: {
      run(call) {
        const {use: name, args, key} = call
        const mock = pick(call)
        if (mock?.crash) {
          uses.push({name, args, key, result: undefined, missing: false})
          crash()
          return new Promise(() => {})
        }
        const result = mock ? answer(mock, call) : {ok: false, error: 'not_mocked'}
        uses.push({name, args, key, result, missing: mock === undefined})
        return Promise.resolve(result)
      },
    },
  }
}

/** A process is lost once: whoever takes the call up asks again. */
const timesOf = ({times, crash}: Mock): number => times ?? (crash ? 1 : Infinity)
