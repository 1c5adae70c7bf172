import type {Flow} from '../../../skillbase/schema/flow.ts'
import {lineIds} from '../../../skillbase/schema/line-ids.ts'
import type {Lang} from '../../nlu/types.ts'
import {englishLines} from '../lines/en.ts'
import {russianLines} from '../lines/ru.ts'
import type {compileLine, Line} from './line.ts'
import type {Scenario} from './scenario.ts'
import {guard} from './scenario-error.ts'
import {compileTemplate} from './template.ts'
import {TemplateError} from './template-error.ts'
import {dataVoice} from '../voice.ts'

type LineSource = Parameters<typeof compileLine>[0]

/** The lines of the platform with those a skillbase words itself. */
export function linesOf(flow: Flow, compile: (id: string, text: LineSource) => Line): Scenario['lines'] {
  const own = new Map<string, LineSource>(Object.entries(flow.phrases))
  const {check, end, hold} = flow.silence.say ?? {}
  if (check) own.set('still_there', check)
  if (end) own.set('goodbye_silence', end)
  if (hold) own.set('hold', hold)
  if (flow.closing) own.set('goodbye', flow.closing)

  const manner = {male: flow.persona.gender === 'm', familiar: flow.persona.address === 'ty'}
  const ru = russianLines(manner)
  const en = englishLines()
  return new Map(
    lineIds.map((id) => [
      id,
      {
        own: compile(id, own.get(id)),
        builtIn: {ru: ru[id].map((text) => compileTemplate(text)), en: en[id].map((text) => compileTemplate(text))},
      },
    ]),
  )
}

/** Facts by language, ready to be said. */
export function factsOf(flow: Flow, lang: Lang): Scenario['facts'] {
  const byLang: Record<Lang, Record<string, string>> = {ru: {}, en: {}}
  for (const [key, text] of Object.entries(flow.facts)) {
    const byLanguage = typeof text === 'string' ? {[lang]: text} : text
    for (const each of ['ru', 'en'] as const)
      if (byLanguage[each]) byLang[each][key] = guard(`facts.${key}`, () => staticText(byLanguage[each]!, flow))
  }
  return byLang
}

/** A fact may name the persona and nothing that a call brings: it is the same for everybody. */
function staticText(source: string, {persona}: Flow): string {
  const template = compileTemplate(source)
  const other = template.variables.find((path) => !path.startsWith('persona.'))
  if (other !== undefined)
    throw new TemplateError({en: `${other}: a fact can only name persona.…`, ru: `${other}: в факте может стоять только persona.…`})
  const {name = '', role = '', company = ''} = persona
  const nothing = {f: {}, facts: {}, tool: {}, contact: {}, caller: '', lang: '', value: ''}
  return template.render({...nothing, persona: {name, role, company}}, dataVoice)
}
