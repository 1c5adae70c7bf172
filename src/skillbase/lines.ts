import type {Path} from './issue.ts'
import type {Localized, LocalizedList} from './schema/flow.ts'
import type {Language} from './schema/primitives.ts'
import type {Skillbase} from './schema/skillbase.ts'
import {languagesOf} from './effective.ts'

/** A sentence of a skillbase in one language. */
export interface SpokenText {
  readonly path: Path
  readonly lang: Language
  readonly text: string
}

export interface SpokenLine {
  readonly path: Path
  readonly texts: readonly SpokenText[]
  /** Languages the line is written in. */
  readonly languages: ReadonlySet<Language>
}

/** Everything a skillbase may say to a caller, in the order of the file. */
export function spokenLines(skillbase: Skillbase): SpokenLine[] {
  const {main} = languagesOf(skillbase)
  const lines: SpokenLine[] = []
  const add = (path: Path, text: Localized | LocalizedList | undefined) => {
    if (text === undefined) return
    const texts = textsIn(path, text, main)
    lines.push({path, texts, languages: new Set(texts.map(({lang}) => lang))})
  }
  const {flow, agent} = skillbase
  const at = (...path: Path): Path => ['flow', ...path]
  for (const [key, text] of Object.entries(flow.facts)) add(at('facts', key), text)
  add(at('greeting', 'inbound'), flow.greeting.inbound)
  add(at('greeting', 'outbound'), flow.greeting.outbound)
  add(at('greeting', 'consent'), flow.greeting.consent)
  for (const [id, field] of Object.entries(flow.fields)) {
    add(at('fields', id, 'ask'), field.ask)
    add(at('fields', id, 'reask'), field.reask)
    field.options?.forEach((option, index) => {
      if (typeof option === 'object') add(at('fields', id, 'options', index, 'say'), option.say)
    })
  }
  for (const [id, state] of Object.entries(flow.states)) {
    add(at('states', id, 'say'), state.say)
    state.tools.forEach(({filler}, index) => add(at('states', id, 'tools', index, 'filler'), filler))
    state.transitions.forEach(({say}, index) => add(at('states', id, 'transitions', index, 'say'), say))
  }
  flow.global.forEach(({say}, index) => add(at('global', index, 'say'), say))
  flow.rules.forEach(({say}, index) => add(at('rules', index, 'say'), say))
  add(at('handoff', 'say'), flow.handoff.say)
  for (const [key, text] of Object.entries(flow.silence.say ?? {})) add(at('silence', 'say', key), text)
  for (const [key, text] of Object.entries(flow.phrases)) add(at('phrases', key), text)
  add(at('closing'), flow.closing)
  add(at('knowledge', 'not_found'), flow.knowledge?.not_found)
  add(['knowledge', 'not_found'], skillbase.knowledge?.not_found)
  if (agent.closing_message?.type === 'static_template') add(['agent', 'closing_message', 'template'], agent.closing_message.template)
  return lines
}

function textsIn(path: Path, text: Localized | LocalizedList, main: Language): SpokenText[] {
  if (typeof text === 'string') return [{path, lang: main, text}]
  if (Array.isArray(text)) return text.flatMap((item, index) => textsIn([...path, index], item, main))
  return (['ru', 'en'] as const).flatMap((lang): SpokenText[] => {
    const given = text[lang]
    if (given === undefined) return []
    if (typeof given === 'string') return [{path: [...path, lang], lang, text: given}]
    return given.map((one, index) => ({path: [...path, lang, index], lang, text: one}))
  })
}
