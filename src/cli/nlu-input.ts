import {plural} from '../bilingual.ts'
import type {Clock} from '../clock.ts'
import {AppError} from '../errors.ts'
import {parseLocal} from '../dialogue/nlu/local-date-time.ts'
import {phoneRegion} from '../dialogue/nlu/phone-judge.ts'
import {longestText, type Row} from '../dialogue/nlu/row-schema.ts'
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

/** A text of the command line as a row. @throws AppError MISSING_FLAG, BAD_TIME, BAD_REGION, BAD_OPTIONS, TEXT_TOO_LONG (usage) */
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
      {en: 'Type enum needs `--options`: which are there?', ru: 'Для типа enum нужен `--options`: какие есть варианты?'},
      {exit: 'usage', hint: optionsHint},
    )
  }
  if (text.length > longestText) {
    throw new AppError(
      'TEXT_TOO_LONG',
      {
        en: `The text has ${text.length} characters.`,
        ru: `В тексте ${text.length} ${plural('ru', text.length, 'знак', 'знака', 'знаков')}.`,
      },
      {exit: 'usage', hint: {en: `At most ${longestText} are read.`, ru: `Читается не больше ${longestText}.`}},
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
      ...(region !== undefined && {region: parseRegion(region)}),
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

function parseRegion(text: string): string {
  const region = phoneRegion(text)
  if (region) return region
  throw new AppError(
    'BAD_REGION',
    {en: `"${text}" is no country of telephone numbers.`, ru: `«${text}» не страна телефонных номеров.`},
    {exit: 'usage', hint: {en: 'Two letters, such as RU, US or GB.', ru: 'Две буквы, например RU, US или GB.'}},
  )
}

const optionsHint = {
  en: 'ID=NAME|NAME separated by commas, such as "manicure=маникюр|ногти,pedicure".',
  ru: 'ID=НАЗВАНИЕ|НАЗВАНИЕ через запятую, например "manicure=маникюр|ногти,pedicure".',
}

/** `manicure=маникюр|ногти,pedicure` : ids with what they are called; an id alone is its own name. */
function parseOptions(text: string): Choice[] {
  const seen = new Set<string>()
  return text.split(',').map((option) => {
    const [id = '', names = id, ...more] = option.split('=').map((part) => part.trim())
    const list = names.split('|').map((name) => name.trim())
    if (id === '' || id.includes('|') || list.includes('') || more.length > 0 || seen.has(id)) {
      throw new AppError(
        'BAD_OPTIONS',
        seen.has(id)
          ? {en: `Option "${id}" stands there twice.`, ru: `Вариант «${id}» указан дважды.`}
          : {en: `"${option}" is no option.`, ru: `«${option}» не вариант.`},
        {exit: 'usage', hint: optionsHint},
      )
    }
    seen.add(id)
    return {id, ru: list, en: list}
  })
}

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
