import {plural, type UiLanguage} from '../bilingual.ts'
import {simulatedClock} from '../call/simulate/simulated-clock.ts'
import type {Clock} from '../clock.ts'
import {firstRequest} from '../call/preview/first-request.ts'
import {estimatePromptTokens, estimateTokens} from '../providers/llm/tokens.ts'
import {languagesOf} from '../skillbase/effective.ts'
import {basePrompt} from '../skillbase/prompt/base-prompt.ts'
import {nluInstructions, phrasingInstructions, replyInstructions} from '../skillbase/prompt/instructions.ts'
import {systemPrompt} from '../skillbase/prompt/system-prompt.ts'
import type {Language} from '../skillbase/schema/primitives.ts'
import type {Skillbase} from '../skillbase/schema/skillbase.ts'
import {contactOf} from './contact.ts'

export interface ShownMessage {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
  /** Estimated. */
  readonly tokens: number
}

export interface ShownPrompt {
  readonly lang: Language
  readonly mode: 'off' | 'assist' | 'full'
  /** Null when no model is asked. */
  readonly system: string | null
  /** Everything that is sent for the first words of a caller, in order. */
  readonly messages: readonly ShownMessage[]
  /** Estimated, of all messages with their frames. */
  readonly tokens: number
  /** What the last message of a turn asks for, by task. */
  readonly instructions: Readonly<Record<string, string>>
  /** JSON Schema of the answer when the model is asked to understand. */
  readonly answerSchema: Readonly<Record<string, unknown>> | null
}

export interface PromptFlags {
  readonly lang?: Language | undefined
  readonly mode: ShownPrompt['mode']
  readonly now?: string | undefined
  readonly contact?: readonly string[] | undefined
  readonly say?: string | undefined
}

interface PromptDeps {
  readonly baseFile: string | undefined
  /** Zone of a skillbase that names none. */
  readonly timezone: string
  readonly clock: Clock
}

/** @throws AppError BAD_TIME, BAD_CONTACT (usage), BASE_PROMPT_UNREADABLE */
export async function showPrompt(
  skillbase: Skillbase,
  {lang = languagesOf(skillbase).main, mode, now, contact = [], say = spoken[lang]}: PromptFlags,
  {baseFile, timezone, clock}: PromptDeps,
): Promise<ShownPrompt> {
  if (mode === 'off') return {lang, mode, system: null, messages: [], tokens: 0, instructions: {}, answerSchema: null}
  const base = await basePrompt(baseFile)
  const prompt = (each: Language) => systemPrompt(skillbase, {lang: each, base: base[each]})
  const full = mode === 'full'
  const moment = simulatedClock(now, clock).now()
  const request = await firstRequest(skillbase, {lang, now: moment, timezone, contact: contactOf(contact), say, reply: full, prompt})
  return {
    lang,
    mode,
    system: prompt(lang),
    messages: request.messages.map(({role, content}) => ({role, content, tokens: estimateTokens(content)})),
    tokens: estimatePromptTokens(request.messages),
    instructions: {understand: nluInstructions(lang), ...(full && {reply: replyInstructions(lang), phrase: phrasingInstructions(lang)})},
    answerSchema: request.schema?.schema ?? null,
  }
}

/** What stands for a caller nobody has quoted. */
const spoken = {ru: '(здесь слова звонящего)', en: '(here stand the caller’s words)'} as const

/** Every message under its role and size. */
export const promptText = ({messages}: ShownPrompt, lang: UiLanguage): string =>
  messages.map(({role, content, tokens}) => `--- ${role}, ${tokenText(tokens, lang)} ---\n${content.trimEnd()}`).join('\n\n')

export const tokenText = (count: number, lang: UiLanguage): string =>
  lang === 'ru' ? `${count} ${plural('ru', count, 'токен', 'токена', 'токенов')}` : `${count} ${plural('en', count, 'token', 'tokens')}`
