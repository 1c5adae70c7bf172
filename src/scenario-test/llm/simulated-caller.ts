import * as z from 'zod/mini'
import type {Llm, Message} from '../../providers/llm/port.ts'
import type {SimulatedCase, Turn} from '../format/test-file.ts'
import type {TestedBot} from '../load-tested-bot.ts'
import type {CaseRun, TurnRun} from '../run/case-run.ts'
import {textOf} from '../run/case-run.ts'
import {type RunOptions, scriptedCall} from '../run/scripted-call.ts'

const answer = z.object({say: z.string(), hang_up: z.boolean()})

const schema = {
  type: 'object',
  properties: {say: {type: 'string'}, hang_up: {type: 'boolean'}},
  required: ['say', 'hang_up'],
  additionalProperties: false,
}

const deadlineMs = 30_000

/** A conversation with a model in the caller's place: it knows who it is and what it wants, not how it will be asked. */
export async function runSimulated(bot: TestedBot, caller: SimulatedCase, llm: Llm, options: RunOptions): Promise<CaseRun> {
  const call = scriptedCall(bot, caller, options)
  const turns: TurnRun[] = []
  const history: Message[] = [{role: 'system', content: instructions(caller, bot)}]
  let fault: unknown

  const record = async (turn: Turn | undefined, act: () => Promise<TurnRun['steps']>): Promise<void> => {
    const before = call.toolUses.length
    const steps = await act()
    const run = {number: turns.length, turn, steps, toolUses: call.toolUses.slice(before), state: call.state, skipped: false}
    turns.push(run)
    history.push({role: 'user', content: textOf(run) || '…'})
  }

  try {
    await record(undefined, () => call.open())
    while (!call.ended && turns.length <= caller.max_turns) {
      const {say, hang_up} = await nextWords(history, llm)
      history.push({role: 'assistant', content: JSON.stringify({say, hang_up})})
      const turn: Turn = say.trim() === '' ? (hang_up ? {hangup: true} : {silence: 6}) : {user: say}
      await record(turn, () => call.take(turn))
      if (hang_up) break
    }
    if (!call.ended) await record({hangup: true}, () => call.hangUp())
  } catch (error) {
    fault = error ?? new Error('an error without a message')
  }
  const ended = call.events.findLast((event) => event.type === 'call.ended')
  return {turns, events: call.events, toolUses: call.toolUses, end: ended?.payload, state: call.state, fault}
}

async function nextWords(messages: readonly Message[], llm: Llm): Promise<z.infer<typeof answer>> {
  const {json} = await llm.complete({messages, maxTokens: 150, temperature: 0.7, schema: {name: 'caller', schema}, deadlineMs})
  return answer.parse(json)
}

const instructions = ({persona, goal, direction, caller}: SimulatedCase, {scenario}: TestedBot): string =>
  [
    `You are a person on the phone${direction === 'inbound' ? ', calling a company' : ', and a company calls you'}. You speak ${scenario.languages.default === 'ru' ? 'Russian' : 'English'}.`,
    `Who you are: ${persona}`,
    `What you want: ${goal}`,
    ...(caller === '' ? [] : [`Your phone number: ${caller}`]),
    'What the other side says comes as messages. Answer with what you say next: one or two short spoken sentences, as people talk, numbers in words. You are the caller: never help the other side do its work.',
    'Set hang_up when you are done and have said goodbye, or when you have had enough.',
  ].join('\n')
