import {isTransfer} from '../engine/tools.ts'
import type {ToolRunner, Transfer} from './ports.ts'

/** Tools that can also transfer the call: `transfer_call` goes to the line, everything else to the tools. */
export const withTransfer = (tools: ToolRunner, transfer: Transfer): ToolRunner => ({
  async run(call, signal) {
    if (!isTransfer(call)) return tools.run(call, signal)
    const target = call.args['to']
    if (typeof target !== 'string') return {ok: false, error: 'not_configured'}
    const isAnswered = await transfer.connect({kind: 'transfer', target, summary: '', key: call.key}, signal)
    return isAnswered ? {ok: true} : {ok: false, error: 'no_answer'}
  },
})
