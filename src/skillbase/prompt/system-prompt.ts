import type {Language} from '../schema/primitives.ts'
import type {Skillbase} from '../schema/skillbase.ts'
import {facts, fields, lead, manner, plan, rules, safety, type Section, states, tools, who} from './sections.ts'
import {type PromptWords, promptWords} from './words.ts'

export interface SystemPromptOptions {
  readonly lang: Language
  /** The platform's prompt, the same for every bot; first, so that all of them share its cached beginning. */
  readonly base: string
}

type Heading = {[Key in keyof PromptWords]: PromptWords[Key] extends string ? Key : never}[keyof PromptWords]

/** From what changes least to what changes most: providers cache by exact prefix. */
const sections: readonly (readonly [Heading, Section])[] = [
  ['who', who],
  ['rules', rules],
  ['facts', facts],
  ['safety', safety],
  ['fields', fields],
  ['states', states],
  ['tools', tools],
  ['lead', lead],
  ['plan', plan],
  ['style', manner],
]

/**
 * What a model is told before a conversation: the same bytes for the same skillbase, language and base prompt.
 * Holds nothing of a call: no time, no caller, no number to transfer to.
 */
export function systemPrompt(skillbase: Skillbase, {lang, base}: SystemPromptOptions): string {
  const words = promptWords[lang]
  const written = sections.flatMap(([heading, section]) => {
    const lines = section(skillbase, lang, words)
    return lines.length > 0 ? [[`## ${words[heading]}`, ...lines].join('\n')] : []
  })
  return `${[base.trim(), ...written].join('\n\n')}\n`
}
