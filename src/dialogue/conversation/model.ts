import type {Completion, Llm, Message} from '../../providers/llm/port.ts'
import {localTime} from '../engine/local-time.ts'
import type {Scenario} from '../engine/scenario.ts'
import type {Lang} from '../nlu/types.ts'
import {readAnswer} from './model-commands.ts'
import {answerSchema} from './model-schema.ts'
import {phrasingMessage, understandingMessage} from './model-messages.ts'
import type {DialogueModel, ModelRequest, ModelUse} from './ports.ts'

export interface DialogueModelOptions {
  readonly llm: Llm
  readonly scenario: Scenario
  /** The system prompt in a language; byte-stable, so that the provider can cache it. */
  readonly prompt: (lang: Lang) => string
  readonly temperature: number
}

/** Rejected with when a model's answer fits the schema of no command. */
export class BadReading extends Error {
  override readonly name = 'BadReading'
  readonly kind = 'schema'
}

/** A dialogue model on any LLM: one round trip to understand, or to understand and answer, or to phrase. */
export function createDialogueModel({llm, scenario, prompt, temperature}: DialogueModelOptions): DialogueModel {
  const schemas = new Map([true, false].map((reply) => [reply, answerSchema(scenario, reply)]))
  const history: Message[] = []

  const remember = (caller: string, bot: string) => {
    if (caller) history.push({role: 'user', content: caller})
    if (bot) history.push({role: 'assistant', content: bot})
  }

  const messages = (lang: Lang, last: string): Message[] => [
    {role: 'system', content: prompt(lang)},
    ...history,
    {role: 'user', content: last},
  ]

  return {
    id: llm.id,
    async understand({state, understanding, now, deadlineMs, reply}, signal) {
      const local = localTime(now, scenario.timezone)
      const last = understandingMessage({scenario, state, understanding, local, reply})
      const completion = await llm.complete(
        {
          messages: messages(state.lang, last),
          maxTokens: reply ? 400 : 250,
          temperature,
          schema: {name: 'turn', schema: schemas.get(reply)!},
          deadlineMs,
          cacheKey: scenario.config,
        },
        signal,
      )
      const said = understanding.utterance.text
      const read = readAnswer(completion.json, {scenario, now: local, lang: understanding.utterance.lang, said})
      if (!read) throw new BadReading('the answer names no known command')
      remember(said, '')
      return {commands: read.commands, reply: reply ? read.reply : undefined, use: useOf(completion)}
    },

    async phrase(
      {state, understanding, turn, now, deadlineMs}: ModelRequest & {turn: Parameters<DialogueModel['phrase']>[0]['turn']},
      signal,
    ) {
      const last = phrasingMessage({scenario, state, understanding, local: localTime(now, scenario.timezone), turn})
      const completion = await llm.complete(
        {messages: messages(state.lang, last), maxTokens: 200, temperature, deadlineMs, cacheKey: scenario.config},
        signal,
      )
      remember(understanding.utterance.text, completion.text)
      return {text: completion.text, use: useOf(completion)}
    },
  }
}

const useOf = ({model, totalMs, firstTokenMs, usage}: Completion): ModelUse => ({
  model,
  ms: Math.round(totalMs),
  firstTokenMs: Math.round(firstTokenMs),
  tokensIn: usage.input,
  tokensOut: usage.output,
})
