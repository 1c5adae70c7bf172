import type {Clock} from '../clock.ts'
import {AppError} from '../errors.ts'
import {parseLocal} from '../dialogue/nlu/local-date-time.ts'
import {isKnownRegion} from '../dialogue/nlu/phone-judge.ts'
import type {Row} from '../dialogue/nlu/rows.ts'
import type {Choice, LocalDateTime} from '../dialogue/nlu/types.ts'
import {type ValueType, valueTypes} from '../dialogue/nlu/value-types.ts'

export interface TextFlags {
  readonly type?: ValueType | undefined
  readonly now?: string | undefined
  readonly lang?: 'ru' | 'en' | undefined
  readonly region?: string | undefined
  readonly options?: string | undefined
  readonly past: boolean
  readonly asked: boolean
}

/** A text of the command line as a row. @throws AppError MISSING_FLAG, BAD_TIME, BAD_REGION, BAD_OPTIONS (usage) */
export function rowOfText(text: string, {type, now, lang, region, options, past, asked}: TextFlags, clock: Clock): Row {
  if (!type) {
    throw new AppError(
      'MISSING_FLAG',
      {en: 'A text needs `--type`: as what is it to be read?', ru: 'К тексту нужен `--type`: что в нём искать?'},
      {exit: 'usage', hint: {en: `Types: ${valueTypes.join(', ')}.`, ru: `Типы: ${valueTypes.join(', ')}.`}},
    )
  }
  if (type === 'enum' && options === undefined) {
    throw new AppError(
      'MISSING_FLAG',
      {en: 'An enum needs `--options`: between what is to be chosen?', ru: 'Типу enum нужен `--options`: из чего выбирают?'},
      {exit: 'usage', hint: optionsHint},
    )
  }
  return {
    type,
    text,
    now: now === undefined ? wallClock(clock.now()) : parseNow(now),
    ...(lang && {lang}),
    ctx: {
      past,
      asked,
      ...(region !== undefined && {region: regionOf(region)}),
      ...(options !== undefined && {options: parseOptions(options)}),
    },
  }
}

function parseNow(text: string): LocalDateTime {
  const now = parseLocal(text)
  if (now) return now
  throw new AppError(
    'BAD_TIME',
    {en: `"${text}" is no ISO 8601 time.`, ru: `«${text}» не время в формате ISO 8601.`},
    {exit: 'usage', hint: {en: 'For example 2026-03-11T10:30.', ru: 'Например, 2026-03-11T10:30.'}},
  )
}

/** This machine's wall clock. */
function wallClock(at: number): LocalDateTime {
  const now = new Date(at)
  const two = (part: number) => String(part).padStart(2, '0')
  return {
    date: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    minutes: now.getHours() * 60 + now.getMinutes(),
  }
}

function regionOf(text: string): string {
  const region = text.trim().toUpperCase()
  if (isKnownRegion(region)) return region
  throw new AppError(
    'BAD_REGION',
    {en: `"${text}" is no country.`, ru: `«${text}» не страна.`},
    {exit: 'usage', hint: {en: 'Two letters of ISO 3166, such as RU or US.', ru: 'Две буквы по ISO 3166, например RU или US.'}},
  )
}

/** `manicure=маникюр|ногти,pedicure` : ids with what they are called; an id alone is its own name. */
function parseOptions(text: string): Choice[] {
  const options = text.split(',').map((option) => {
    const [id = '', names = id, ...rest] = option.split('=').map((part) => part.trim())
    const list = names.split('|').map((name) => name.trim())
    if (id === '' || rest.length > 0 || list.includes('')) throw badOptions(option)
    return {id, ru: list, en: list}
  })
  const twice = options.find(({id}, at) => options.findIndex((other) => other.id === id) !== at)
  if (twice) throw badOptions(twice.id)
  return options
}

const optionsHint = {
  en: 'ID=NAME|NAME, apart by commas: manicure=маникюр|ногти,pedicure.',
  ru: 'ID=ИМЯ|ИМЯ через запятую: manicure=маникюр|ногти,pedicure.',
}

const badOptions = (text: string) =>
  new AppError('BAD_OPTIONS', {en: `"${text}" is no option.`, ru: `«${text}» не вариант.`}, {exit: 'usage', hint: optionsHint})

/** `phone=0.95,date=0.9` as accuracies by type. @throws AppError BAD_FLOOR (usage) */
export function parseFloors(text: string): ReadonlyMap<ValueType, number> {
  return new Map(
    text.split(',').map((pair) => {
      const [name = '', share = ''] = pair.split('=').map((part) => part.trim())
      const type = valueTypes.find((known) => known === name)
      const floor = share === '' ? Number.NaN : Number(share)
      if (type && floor >= 0 && floor <= 1) return [type, floor] as const
      throw new AppError(
        'BAD_FLOOR',
        {en: `"${pair}" is no floor.`, ru: `«${pair}» не порог.`},
        {
          exit: 'usage',
          hint: {
            en: `TYPE=SHARE from 0 to 1, such as phone=0.95. Types: ${valueTypes.join(', ')}.`,
            ru: `ТИП=ДОЛЯ от 0 до 1, например phone=0.95. Типы: ${valueTypes.join(', ')}.`,
          },
        },
      )
    }),
  )
}
