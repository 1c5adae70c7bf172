import {TemplateError, unreadableTemplate} from './template-error.ts'
import {Drop, Liquid, type Template as Parsed, TokenKind, type Context} from 'liquidjs'

/** What a template may show. Values are data: they are rendered once and never read as a template again. */
export interface TemplateVars {
  readonly f: Readonly<Record<string, unknown>>
  readonly facts: Readonly<Record<string, string>>
  readonly tool: Readonly<Record<string, unknown>>
  readonly persona: Readonly<Record<string, string>>
  readonly contact: Readonly<Record<string, string>>
  readonly caller: string
  readonly lang: string
  /** What the engine's own lines are about; empty in lines of the skillbase. */
  readonly value: string
}

/** How a value sounds; given by the caller, so that the same template can be spoken or put into a request. */
export interface Voice {
  /** `{{ f.date }}` and `{{ f.service | say }}`: the value as its field says it. */
  field(value: FieldValue): string
  filter(name: SpokenFilter, value: unknown, args: readonly unknown[]): string
}

export const spokenFilters = [
  'say',
  'say_date',
  'say_time',
  'say_phone',
  'say_money',
  'say_number',
  'say_email',
  'name_case',
  'spell',
] as const
export type SpokenFilter = (typeof spokenFilters)[number]

/** A field's value that still knows which field it is. Compares and prints as the bare value. */
export class FieldValue extends Drop {
  readonly field: string
  readonly value: string | number | boolean

  constructor(field: string, value: string | number | boolean) {
    super()
    this.field = field
    this.value = value
  }

  override valueOf(): string | number | boolean {
    return this.value
  }
}

export interface Template {
  readonly source: string
  /** Paths the template reads, such as `f.phone`. */
  readonly variables: readonly string[]
  /** Of the contact's, those it shows as they are: without one of them there is a hole in what is said. */
  readonly needs: readonly string[]
  /** @throws what liquidjs throws when the result outgrows its budget, or a filter cannot do with the value */
  render(vars: TemplateVars, voice: Voice): string
}

interface Scope {
  readonly voice: Voice
}

const voiceOf = (context: Context): Voice => (context.globals as unknown as Scope).voice

// Templates come from tenants: no files, no prototypes, and a budget for every render.
const noFiles = {
  readFileSync: () => '',
  readFile: async () => '',
  existsSync: () => false,
  exists: async () => false,
  contains: async () => false,
  containsSync: () => false,
  resolve: (_root: string, file: string) => file,
}

function speakOutput(this: {readonly context: Context}, value: unknown): unknown {
  return value instanceof FieldValue ? voiceOf(this.context).field(value) : value
}

const engine = new Liquid({
  fs: noFiles,
  relativeReference: false,
  ownPropertyOnly: true,
  strictFilters: true,
  strictVariables: false,
  // What is asked for in an `if`, or has a default, may be missing.
  lenientIf: true,
  parseLimit: 20_000,
  // Without loops a render is as long as its template; a limit on the clock would fail a turn whenever the machine is busy.
  memoryLimit: 100_000,
  // Called with the filter's `this`, which the type of the option does not tell.
  outputEscape: speakOutput as unknown as (value: unknown) => string,
})

const allowedTags = new Set(['if', 'unless', 'case', 'else', 'elsif', 'when', 'comment', 'raw'])
for (const name of Object.keys(engine.tags)) if (!allowedTags.has(name)) delete engine.tags[name]

const allowedFilters = new Set([
  'default',
  'upcase',
  'downcase',
  'capitalize',
  'join',
  'first',
  'last',
  'size',
  'strip',
  'truncate',
  'replace',
  'split',
])
for (const name of Object.keys(engine.filters)) if (!allowedFilters.has(name)) delete engine.filters[name]

for (const name of spokenFilters) {
  engine.registerFilter(name, {
    raw: true,
    handler(value: unknown, ...args: unknown[]) {
      return voiceOf(this.context).filter(name, value, args)
    },
  })
}

/** @throws TemplateError with line and column when the template cannot be read */
export function compileTemplate(source: string): Template {
  if (!source.includes('{{') && !source.includes('{%')) return {source, variables: [], needs: [], render: () => source}
  const parsed = parse(source)
  if (hasRange(parsed)) throw rangeFound()
  const variables = engine.fullVariablesSync(parsed).toSorted()
  // A field is a plain value; reaching into it would reach into our own object.
  const deep = variables.find((path) => /^f\.\w+[.[]/.test(path))
  if (deep) throw new TemplateError({en: `${deep}: a field has no parts`, ru: `${deep}: у поля нет частей`})
  return {
    source,
    variables,
    needs: variables.some((path) => path.startsWith('contact.')) ? shownOfContact(parsed) : [],
    render(vars, voice) {
      return engine.renderSync(parsed, vars, {globals: {voice}}) as string
    },
  }
}

function parse(source: string): Parsed[] {
  try {
    return engine.parse(source)
  } catch (error) {
    throw unreadableTemplate(error)
  }
}

/** More variables of a contact than any line shows. */
const mostShown = 20

/** Tried with nothing known: each variable that is missed is the next one, until the rest stands behind an `if` or has a default. */
function shownOfContact(parsed: Parsed[]): string[] {
  const contact: Record<string, string> = {}
  const any: unknown = new Proxy(
    {},
    {get: () => '1', has: () => true, getOwnPropertyDescriptor: () => ({configurable: true, enumerable: true, value: '1'})},
  )
  const vars = {f: any, facts: any, tool: any, persona: any, contact, caller: '1', lang: 'ru', value: '1'}
  while (Object.keys(contact).length < mostShown) {
    try {
      engine.renderSync(parsed, vars, {globals: {voice: silent}, strictVariables: true})
    } catch (error) {
      const [, key] = /undefined variable: contact\.(\w+)/.exec((error as Error).message) ?? []
      if (key !== undefined && !(key in contact)) {
        contact[key] = '1'
        continue
      }
    }
    break
  }
  return Object.keys(contact).map((key) => `contact.${key}`)
}

const silent: Voice = {field: () => '', filter: (_name, value) => String(value)}

/** Whether a range such as `(1..9)` stands anywhere in what was parsed: a line needs none, and one can be larger than the memory. */
function hasRange(parsed: unknown, seen = new Set<unknown>([engine])): boolean {
  if (typeof parsed !== 'object' || parsed === null || seen.has(parsed)) return false
  seen.add(parsed)
  return (parsed as {readonly kind?: unknown}).kind === TokenKind.Range || Object.values(parsed).some((part) => hasRange(part, seen))
}

const rangeFound = () =>
  new TemplateError({
    en: 'a range such as (1..9) is not allowed: it can fill the memory',
    ru: 'диапазон вроде (1..9) нельзя: он может занять всю память',
  })
