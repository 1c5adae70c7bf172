import {estimateTokens} from '../providers/llm/tokens.ts'
import {languagesOf} from '../skillbase/effective.ts'
import {basePrompt} from '../skillbase/prompt/base-prompt.ts'
import {nluInstructions, phrasingInstructions, replyInstructions} from '../skillbase/prompt/instructions.ts'
import {nluSchema} from '../skillbase/prompt/nlu-schema.ts'
import {systemPrompt} from '../skillbase/prompt/system-prompt.ts'
import type {Language} from '../skillbase/schema/primitives.ts'
import type {Skillbase} from '../skillbase/schema/skillbase.ts'

export interface ShownPrompt {
  readonly lang: Language
  readonly mode: 'off' | 'assist' | 'full'
  /** Null when no model is asked. */
  readonly system: string | null
  /** Estimated, of `system`. */
  readonly tokens: number
  /** What the last message of a turn asks for, by task. */
  readonly instructions: Readonly<Record<string, string>>
  /** JSON Schema of the answer when the model is asked to understand. */
  readonly answerSchema: Readonly<Record<string, unknown>> | null
}

export async function showPrompt(
  skillbase: Skillbase,
  {lang = languagesOf(skillbase).main, mode}: {readonly lang?: Language | undefined; readonly mode: ShownPrompt['mode']},
  baseFile: string | undefined,
): Promise<ShownPrompt> {
  if (mode === 'off') return {lang, mode, system: null, tokens: 0, instructions: {}, answerSchema: null}
  const base = (await basePrompt(baseFile))[lang]
  const system = systemPrompt(skillbase, {lang, base})
  const full = mode === 'full'
  return {
    lang,
    mode,
    system,
    tokens: estimateTokens(system),
    instructions: {understand: nluInstructions(lang), ...(full && {reply: replyInstructions(lang), phrase: phrasingInstructions(lang)})},
    answerSchema: nluSchema(skillbase, {reply: full}),
  }
}
