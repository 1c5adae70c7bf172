import type {ToolRunner} from '../../dialogue/conversation/ports.ts'
import type {ToolCall, ToolResult} from '../../dialogue/engine/state.ts'
import {isPart} from '../check/same-value.ts'
import type {Mock, Mocks} from '../format/test-file.ts'

/** A call of a tool as a test sees it. */
export interface ToolUse {
  readonly name: string
  readonly args: ToolCall['args']
  readonly result: ToolResult
  /** No answer was prepared for it. */
  readonly missing: boolean
}

export interface MockedTools {
  readonly runner: ToolRunner
  /** Every call, in order. */
  readonly uses: readonly ToolUse[]
}

/**
 * Tools that answer as a test says: the first answer whose `when` is part of the arguments and that is not used up.
 * @param pass lets the conversation's clock run, milliseconds
 */
export function mockedTools(mocks: Mocks, pass: (ms: number) => void): MockedTools {
  const uses: ToolUse[] = []
  const given = new Map<Mock, number>()

  const answer = (call: ToolCall): ToolResult | undefined => {
    const mock = mocks[call.use]?.find((each) => isPart(each.when ?? {}, call.args) && (given.get(each) ?? 0) < (each.times ?? Infinity))
    if (!mock) return undefined
    given.set(mock, (given.get(mock) ?? 0) + 1)
    const delay = mock.delay ?? 0
    pass(Math.min(delay, call.timeout) * 1000)
    if (delay > call.timeout) return {ok: false, error: 'timeout'}
    return mock.error === undefined ? {ok: true, ...mock.return} : {ok: false, error: mock.error}
  }

  return {
    uses,
    runner: {
      async run(call) {
        const result = answer(call)
        const {use: name, args} = call
        uses.push({name, args, result: result ?? {ok: false, error: 'not_mocked'}, missing: result === undefined})
        return uses.at(-1)!.result
      },
    },
  }
}
