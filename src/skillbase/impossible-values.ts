import {phoneRegion} from '../dialogue/nlu/phone-judge.ts'
import {boundIssues} from './field-bounds.ts'
import {issue, type Path, type RawIssue} from './issue.ts'
import {shown} from './requirement.ts'
import type {Field, FieldType} from './schema/field.ts'
import type {Flow} from './schema/flow.ts'

/**
 * What has the right shape and can never come true: nobody could answer such a question, and no caller would be told why. Paths are inside the flow.
 * It is no part of the schema, so that what was stored before stays readable.
 */
export function impossibleValues(flow: Flow): RawIssue[] {
  const hours = Object.entries(flow.hours ?? {}).flatMap(([days, range]) => rangeIssues(['hours', days], range))
  return [...hours, ...Object.entries(flow.fields).flatMap(([id, field]) => fieldIssues(['fields', id], field))]
}

function fieldIssues(path: Path, field: Field): RawIssue[] {
  const strange = Object.entries(owners).flatMap(([key, types]) => {
    const isStrange = field[key as keyof Field] !== undefined && !types.includes(field.type)
    return isStrange ? [ownerIssue([...path, key], key, types, field.type)] : []
  })
  if (strange.length > 0) return strange
  return [
    ...boundIssues(path, field),
    ...rangeIssues([...path, 'window'], field.window),
    ...optionIssues([...path, 'options'], field.options),
    ...regionIssues([...path, 'region'], field.region),
  ]
}

/** Keys that say something about one kind of value only. */
const owners: Readonly<Record<string, readonly FieldType[]>> = {
  options: ['enum'],
  min: ['number', 'date'],
  max: ['number', 'date'],
  min_len: ['text'],
  max_len: ['text'],
  window: ['time'],
  parts: ['person_name'],
  region: ['phone'],
}

function ownerIssue(path: Path, key: string, types: readonly FieldType[], type: FieldType): RawIssue {
  const [owner, meant] = [types.join(', '), key === 'min' || key === 'max' ? limits(key)[type] : undefined]
  return issue(
    path,
    'INVALID_VALUE',
    `is for fields of type ${owner}, and this one is ${type}; ${meant ? `did you mean ${meant}?` : 'leave it out or change the type'}`,
    `есть только у полей типа ${owner}, а это ${type}; ${meant ? `может быть, ${meant}?` : 'уберите его или смените тип'}`,
  )
}

/** What limits are called elsewhere. */
const limits = (key: 'min' | 'max'): Partial<Record<FieldType, string>> => ({text: `${key}_len`, time: 'window'})

function rangeIssues(path: Path, range: string | undefined): RawIssue[] {
  if (range === undefined || range === 'closed' || range === '00:00-00:00') return []
  const [from, to] = range.split('-')
  if (from !== to && !/24:(?!00)/.test(range)) return []
  return [
    from === to
      ? issue(
          path,
          'INVALID_VALUE',
          `ends when it begins: ${shown(range).en}; the whole day is 00:00-24:00`,
          `кончается, когда начинается: ${shown(range).ru}; весь день — 00:00-24:00`,
        )
      : issue(
          path,
          'INVALID_VALUE',
          `must end by 24:00, not ${shown(range).en}; hours over midnight are like 18:00-00:30`,
          `ожидается конец не позже 24:00, указано ${shown(range).ru}; за полночь пишут так: 18:00-00:30`,
        ),
  ]
}

function optionIssues(path: Path, options: Field['options'] = []): RawIssue[] {
  const ids = options.map((option) => (typeof option === 'string' ? option : option.id))
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [
          issue(
            [...path, index],
            'INVALID_VALUE',
            `option ${shown(id).en} is listed twice; give each an id of its own`,
            `вариант ${shown(id).ru} указан дважды; у каждого должен быть свой id`,
          ),
        ],
  )
}

function regionIssues(path: Path, region: string | undefined): RawIssue[] {
  if (region === undefined || phoneRegion(region) !== undefined) return []
  const meant = region.toUpperCase() === 'UK' ? {en: '; did you mean GB?', ru: '; может быть, GB?'} : {en: '', ru: ''}
  return [
    issue(
      path,
      'INVALID_VALUE',
      `must be a country with phone numbers, in two letters like RU, US or GB, not ${shown(region).en}${meant.en}`,
      `ожидается страна с телефонными номерами, двумя буквами: RU, US, GB; указано ${shown(region).ru}${meant.ru}`,
    ),
  ]
}
