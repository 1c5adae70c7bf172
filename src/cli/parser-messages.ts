import type {Bilingual, UiLanguage} from '../bilingual.ts'
import {closest} from '../closest.ts'

export interface ParserMessage {
  readonly code: string
  readonly text: Bilingual
  /** The value that was probably meant. */
  readonly guess?: string | undefined
}

/** A part that is not there is undefined. */
type Translate = (...parts: readonly string[]) => Omit<ParserMessage, 'code'> & {readonly code?: string}

/** What oclif's parser says, in one voice and two languages. A message nobody knows stays as it is. */
export function parserMessage(message: string): ParserMessage {
  const told = reasons(message).map(translated)
  const join = (lang: UiLanguage) => told.map(({text}) => text[lang]).join(' ')
  return {code: told[0]!.code, text: {en: join('en'), ru: join('ru')}, guess: told[0]!.guess}
}

function translated(reason: string): ParserMessage {
  for (const [pattern, translate] of messages) {
    const match = pattern.exec(reason)
    if (match) return {code: 'USAGE', ...translate(...match.slice(1))}
  }
  return {code: 'USAGE', text: {en: reason, ru: reason}}
}

/** The parser puts several reasons under one heading, a line each; everything else is one reason over several lines. */
function reasons(message: string): readonly string[] {
  const plain = message.replaceAll(/\u001B\[[0-9;]*m/g, '').replace(/\nSee more help with --help$/, '')
  const [heading, ...lines] = plain.split('\n').map((line) => line.trim())
  return /^The following errors? occurred:$/.test(heading ?? '') ? lines : [plain.replaceAll(/\s*\n\s*/g, '; ')]
}

const argument = {en: 'The argument', ru: 'Аргумент'}

const bad = (what: string | undefined, value: string, must: Bilingual, options?: string): ReturnType<Translate> => ({
  code: 'BAD_VALUE',
  text: {
    en: `${named(what, 'en')} must be ${must.en}, not "${value}".`,
    ru: `${named(what, 'ru')}: ожидается ${must.ru}, указано «${value}».`,
  },
  guess: options && closest(value, options.split(', ')),
})

const named = (what: string | undefined, lang: UiLanguage): string => what ?? argument[lang]

const oneOf = (options: string): Bilingual => ({en: `one of ${options}`, ru: `одно из: ${options}`})

const messages: readonly (readonly [RegExp, Translate])[] = [
  [
    /^Missing required flag (\S+)$/,
    (flag) => ({code: 'MISSING_FLAG', text: {en: `Missing flag: --${flag}.`, ru: `Не хватает флага --${flag}.`}}),
  ],
  [/^Expected (--\S+?)=(.*) to be one of: (.*)$/s, (flag, value, options) => bad(flag, value, oneOf(options), options)],
  [/^Expected (.*) to be one of: (.*)$/s, (value, options) => bad(undefined, value, oneOf(options), options)],
  [
    /^Flag (--\S+) expects one of these values: (.*)$/,
    (flag, options) => ({
      text: {en: `${flag} needs a value: one of ${options}.`, ru: `Флагу ${flag} нужно значение, одно из: ${options}.`},
    }),
  ],
  [/^Flag (--\S+) expects a value$/, (flag) => ({text: {en: `${flag} needs a value.`, ru: `Флагу ${flag} нужно значение.`}})],
  [/^Flag (--\S+) can only be specified once$/, (flag) => ({text: {en: `${flag} is given twice.`, ru: `Флаг ${flag} указан дважды.`}})],
  [
    /^(?:Parsing (--[^\s;]+);? )?Expected an integer but received: (.*)$/s,
    (flag, value) => bad(flag, value, {en: 'a whole number', ru: 'целое число'}),
  ],
  [
    /^(?:Parsing (--[^\s;]+);? )?Expected an integer greater than or equal to (\S+) but received: (.*)$/s,
    (flag, least, value) => bad(flag, value, {en: `at least ${least}`, ru: `не меньше ${least}`}),
  ],
  [
    /^(?:Parsing (--[^\s;]+);? )?Expected an integer less than or equal to (\S+) but received: (.*)$/s,
    (flag, most, value) => bad(flag, value, {en: `at most ${most}`, ru: `не больше ${most}`}),
  ],
  [/^Parsing (--[^\s;]+);? Expected a valid url but received: (.*)$/s, (flag, value) => bad(flag, value, {en: 'a URL', ru: 'адрес (URL)'})],
  [
    /^(?:Parsing (--[^\s;]+);? )?No (file|directory) found at (.*)$/s,
    (_flag, kind, path) => ({
      code: 'FILE_NOT_FOUND',
      text: {en: `There is no ${kind} ${path}.`, ru: `Нет ${kind === 'file' ? 'файла' : 'папки'} ${path}.`},
    }),
  ],
  [
    /^(--[^\s=]+)(?:=.*)? cannot also be provided when using (--\S+?)$/s,
    (one, other) => ({text: {en: `${one} and ${other} exclude each other.`, ru: `Флаги ${one} и ${other} вместе не указывают.`}}),
  ],
  [
    /^All of the following must be provided when using (--\S+): (.*)$/,
    (flag, needed) => ({text: {en: `${flag} also needs ${needed}.`, ru: `С ${flag} нужно указать и ${needed}.`}}),
  ],
  [
    /^One of the following must be provided when using (--\S+): (.*)$/,
    (flag, needed) => ({text: {en: `${flag} also needs one of ${needed}.`, ru: `С ${flag} нужен один из флагов: ${needed}.`}}),
  ],
  [
    /^Only the following can be provided when using (--\S+): (.*)$/,
    (flag, allowed) => ({text: {en: `Only ${allowed} may go with ${flag}.`, ru: `Вместе с ${flag} можно указать только ${allowed}.`}}),
  ],
  [
    /^Exactly one of the following must be provided: (--\S.*?)$/,
    (flags) => ({code: 'MISSING_FLAG', text: {en: `Give one of ${flags}.`, ru: `Укажите один из флагов: ${flags}.`}}),
  ],
  [
    /^At least one of the following must be provided: (--\S.*?)$/,
    (flags) => ({code: 'MISSING_FLAG', text: {en: `Give at least one of ${flags}.`, ru: `Укажите хотя бы один из флагов: ${flags}.`}}),
  ],
]
