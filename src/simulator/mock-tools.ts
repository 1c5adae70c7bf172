import * as z from 'zod/mini'
import type {ToolRunner} from '../dialogue/conversation/ports.ts'
import type {ToolResult} from '../dialogue/engine/state.ts'

const scalar = z.union([z.string(), z.number(), z.boolean()])
const reply = z.strictObject({when: z.optional(z.record(z.string(), scalar)), return: z.looseObject({ok: z.boolean()})})

/** Answers by tool name; the first whose `when` is part of the arguments is given. */
export const mockTools = z.record(z.string(), z.array(reply))
export type MockTools = z.infer<typeof mockTools>

/** Tools that answer as a file says. A call no answer fits is answered with an error, never with a success. */
export function mockToolRunner(mocks: MockTools): ToolRunner {
  return {
    async run({use, args}): Promise<ToolResult> {
      const match = mocks[use]?.find(({when = {}}) => Object.entries(when).every(([name, value]) => String(args[name]) === String(value)))
      return match ? {...match.return, simulated: true} : {ok: false, error: 'no_mock'}
    },
  }
}

/** For calls without any tool configured. */
export const refusingTools: ToolRunner = {run: async () => ({ok: false, error: 'not_configured'})}
