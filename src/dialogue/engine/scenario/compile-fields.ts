import type {Field} from '../../../skillbase/schema/field.ts'
import type {Flow} from '../../../skillbase/schema/flow.ts'
import {stemKeys} from '../../nlu/stem.ts'
import {tokenize} from '../../nlu/tokens.ts'
import type {Choice, Lang} from '../../nlu/types.ts'
import {fieldKeys} from '../reading/field-words.ts'
import {clockRange} from './hours.ts'
import {isBirthDate, isVisit} from './moment-kind.ts'
import {compileLine} from './line.ts'
import type {ConfirmPolicy, ScenarioField} from './scenario.ts'

/** Throws TemplateError. */
export function compileFields(flow: Flow, lang: Lang): Map<string, ScenarioField> {
  const readBack = fieldsReadBack(flow)
  return new Map(
    Object.entries(flow.fields).map(([id, field]) => {
      const askLine = compileLine(field.ask, lang)
      const spokenIn = flow.languages?.supported ?? [lang]
      const options = (field.options ?? []).map((option) => optionOf(option, lang, spokenIn))
      return [
        id,
        {
          ...field,
          id,
          askLine,
          reaskLine: compileLine(field.reask, lang),
          choices: options.map((option) => option.choice),
          optionKeys: new Set(options.flatMap(({choice}) => keysOf(choice))),
          optionSay: new Map(options.map((option) => [option.choice.id, option.say])),
          policy: policyOf(id, field, readBack.has(id)),
          isReadBack: readBack.has(id),
          keys: new Set([...fieldKeys(id, field, askLine), ...(field.type === 'yesno' ? keysInSummary(flow, id) : [])]),
          timeWindow: field.window === undefined ? undefined : clockRange(field.window),
          isBirth: isBirthDate(id, field),
          isWithinHours: field.within_hours ?? isVisit(id, field, flow),
        },
      ]
    }),
  )
}

/** Fields that a confirm state speaks. */
function fieldsReadBack(flow: Flow): Set<string> {
  const spoken = new Set<string>()
  for (const state of Object.values(flow.states)) {
    if (state.type !== 'confirm') continue
    for (const [, id] of JSON.stringify(state.say ?? '').matchAll(/\bf\.(\w+)/g)) spoken.add(id!)
  }
  return spoken
}

/** «{% if f.rental %}с прокатом снаряжения{% endif %}»: under these words the caller hears of the field, and puts it right. */
function keysInSummary(flow: Flow, id: string): string[] {
  const said = Object.values(flow.states).map((state) => (state.type === 'confirm' ? JSON.stringify(state.say ?? '') : ''))
  const blocks = said.flatMap((text) => [...text.matchAll(/\{%-?\s*if\s+(?:not\s+)?f\.(\w+)[^%]*%\}([^{]*)/g)])
  return blocks
    .filter(([, field]) => field === id)
    .flatMap(([, , words]) => tokenize(words!))
    .filter(({text}) => text.length > 3)
    .flatMap(({text}) => stemKeys(text))
}

function policyOf(id: string, field: Field, isReadBack: boolean): ConfirmPolicy {
  const {type, confirm} = field
  const wanted = confirm === 'auto' ? automatic(type, isBirthDate(id, field)) : confirm
  return wanted === 'explicit' && isReadBack ? 'summary' : wanted
}

function automatic(type: Field['type'], isBirth: boolean): 'explicit' | 'implicit' | 'none' {
  switch (type) {
    case 'phone':
    case 'email':
    case 'address':
      return 'explicit'
    case 'date':
      return isBirth ? 'explicit' : 'implicit'
    case 'time':
    case 'person_name':
    case 'enum':
    case 'number':
      return 'implicit'
    case 'yesno':
    case 'text':
      return 'none'
  }
}

type Option = NonNullable<Field['options']>[number]

const keysOf = ({ru = [], en = []}: Choice): string[] =>
  [...ru, ...en].flatMap((name) => tokenize(name)).flatMap(({text}) => (text.length > 2 ? stemKeys(text) : []))

function optionOf(
  option: Option,
  lang: Lang,
  spokenIn: readonly Lang[],
): {readonly choice: Choice; readonly say: Readonly<Record<Lang, string>>} {
  if (typeof option === 'string') return {choice: {id: option, ru: [option], en: [option]}, say: {ru: option, en: option}}
  const named = (each: Lang) => spoken(option.say, each, lang) ?? spoken(option.say, lang, lang) ?? option.id
  const say = {ru: named('ru'), en: named('en')}
  const {synonyms} = option
  const more = (each: Lang): readonly string[] => (Array.isArray(synonyms) ? (each === lang ? synonyms : []) : (synonyms?.[each] ?? []))
  const names = (each: Lang): string[] => [...new Set([spoken(option.say, each, lang), ...more(each)].filter((name) => name !== undefined))]
  // An option without a name in a language of the bot is still known by its id: `spa`, `vip`. In any other it has none: `net` is no «нет».
  const known = (each: Lang) => (spokenIn.includes(each) ? orId(names(each), option.id) : names(each))
  return {choice: {id: option.id, ru: known('ru'), en: known('en')}, say}
}

const orId = (names: readonly string[], id: string): readonly string[] => (names.length > 0 ? names : [id.replaceAll(/[_-]/g, ' ')])

function spoken(say: Exclude<Option, string>['say'], each: Lang, lang: Lang): string | undefined {
  if (typeof say === 'string') return each === lang ? say : undefined
  return say?.[each]
}
