import {createHash} from 'node:crypto'
import type {Completion, Llm, Message} from '../../providers/llm/port.ts'
import {nluSchema} from '../../skillbase/prompt/nlu-schema.ts'
import {buildTurnPrompt, type TurnPrompt} from '../../skillbase/prompt/turn-prompt.ts'
import type {Skillbase} from '../../skillbase/schema/skillbase.ts'
import {fenced} from '../../skillbase/prompt/fence.ts'
import {acceptedValues} from '../engine/draft.ts'
import {clock} from '../engine/scenario/hours.ts'
import type {TurnInput} from '../engine/input.ts'
import {localTime} from '../engine/local-time.ts'
import type {Scenario} from '../engine/scenario/scenario.ts'
import type {DialogueState} from '../engine/state.ts'
import type {Lang} from '../nlu/types.ts'
import {readAnswer} from './model-commands.ts'
import type {DialogueModel, ModelRequest, ModelUse} from './ports.ts'

export interface DialogueModelOptions {
  readonly llm: Llm
  readonly skillbase: Skillbase
  readonly scenario: Scenario
  /** The system prompt in a language; byte-stable, so that the provider can cache it. */
  readonly prompt: (lang: Lang) => string
  readonly temperature: number
}

/** Rejected with when a model's answer names no known command. */
export class BadReading extends Error {
  override readonly name = 'BadReading'
  readonly kind = 'schema'
}

/** A dialogue model on any LLM: one round trip to understand, or to understand and answer, or to phrase. */
export function createDialogueModel({llm, skillbase, scenario, prompt, temperature}: DialogueModelOptions): DialogueModel {
  const history: Message[] = []
  const system = perKey(prompt)
  const schema = perKey((task: 'read' | 'answer') => nluSchema(skillbase, {reply: task === 'answer'}))

  const messages = ({state, understanding, now}: ModelRequest, task: TurnPrompt['task'], draft?: string): Message[] => {
    const turn = turnPrompt({scenario, state, now, task, utterance: understanding.utterance.text, ...(draft !== undefined && {draft})})
    const candidates = understanding.commands.map(({source: _source, ...command}) => command)
    // History only grows: what was cached of it stays cached.
    return [
      {role: 'system', content: system(state.lang)},
      ...history,
      {role: 'user', content: buildTurnPrompt({...turn, candidates}, markFor(state))},
    ]
  }

  return {
    id: llm.id,
    prompt: system,
    facts: () => skillbase.context.facts,
    async understand(request, signal) {
      const {state, understanding, now, deadlineMs, reply} = request
      const completion = await llm.complete(
        {
          messages: messages(request, reply ? 'understand-and-reply' : 'understand'),
          maxTokens: reply ? 400 : 250,
          temperature,
          schema: {name: 'turn', schema: schema(reply ? 'answer' : 'read')},
          deadlineMs,
          cacheKey: scenario.config,
        },
        signal,
      )
      const {text: said, lang} = understanding.utterance
      const read = readAnswer(completion.json, {
        scenario,
        state,
        now: localTime(now, scenario.timezone),
        lang,
        said,
        heard: understanding.commands,
      })
      if (!read) throw new BadReading('the answer names no known command')
      return {commands: read.commands, reply: reply ? read.reply : undefined, use: useOf(completion)}
    },

    async phrase(request, signal) {
      const {turn, deadlineMs} = request
      const completion = await llm.complete(
        {messages: messages(request, 'phrase', turn.text), maxTokens: 200, temperature, deadlineMs, cacheKey: scenario.config},
        signal,
      )
      return {text: completion.text, use: useOf(completion)}
    },

    remember({input, spoken, state}) {
      const said = happening(input, state)
      // Some chat templates take nothing but turns that alternate, the other side first.
      if (said !== undefined) history.push({role: 'user', content: said}, {role: 'assistant', content: spoken || '…'})
    },
  }
}

/** Made once for each key: the same bytes for a whole call, and no work in a turn. */
function perKey<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>()
  return (key) => {
    if (!made.has(key)) made.set(key, make(key))
    return made.get(key)!
  }
}

/** What the other side did, as history tells it; nothing after which nobody answers. */
function happening(input: TurnInput, state: DialogueState): string | undefined {
  const words = happenings[state.lang]
  switch (input.kind) {
    case 'user':
      return fenced(words.said, input.text, markFor(state))
    case 'start':
    case 'silence':
    case 'dtmf':
    case 'resume':
      return words[input.kind]
    case 'tool_result':
    case 'transfer_result':
      return words.resume
    case 'hangup':
    case 'limit':
      return undefined
  }
}

const happenings = {
  ru: {
    said: 'СКАЗАНО',
    start: '(звонок начался)',
    silence: '(тишина)',
    dtmf: '(нажаты клавиши)',
    resume: '(связь прервалась и восстановилась)',
  },
  en: {said: 'SAID', start: '(the call begins)', silence: '(silence)', dtmf: '(keys pressed)', resume: '(the line was lost and is back)'},
} as const

interface PromptOf {
  readonly scenario: Scenario
  readonly state: DialogueState
  readonly now: number
  readonly task: TurnPrompt['task']
  readonly utterance: string
  readonly draft?: string
}

function turnPrompt({scenario, state, now, task, utterance, draft}: PromptOf): TurnPrompt {
  const {date, minutes} = localTime(now, scenario.timezone)
  const here = scenario.states.get(state.state)!
  const {pending, fields, contact, tools} = state
  return {
    task,
    lang: state.lang,
    now: {date, time: clock(minutes), zone: scenario.timezone},
    state: {id: here.id, ...(here.goal && {goal: here.goal})},
    asked: 'field' in pending ? `${pending.kind} ${pending.field}` : pending.kind,
    fields: acceptedValues(state),
    missing: here.collect.filter((id) => fields[id]!.value === undefined),
    contact,
    toolResults: tools,
    ...(draft !== undefined && {draft}),
    utterance,
  }
}

/** A mark around the caller's words that nobody on the phone can guess, and the same for the same turn. */
const markFor = ({callId, seq}: DialogueState): string => createHash('sha256').update(`${callId}:${seq}`).digest('hex').slice(0, 12)

const useOf = ({model, totalMs, firstTokenMs, usage}: Completion): ModelUse => ({
  model,
  ms: Math.round(totalMs),
  firstTokenMs: Math.round(firstTokenMs),
  tokensIn: usage.input,
  tokensOut: usage.output,
})
