import {asksIn} from '../field-words.ts'
import {extractAddress} from '../../../nlu/address.ts'
import type {Found, Token} from '../../../nlu/types.ts'
import {formatAddress} from '../../format.ts'
import {claim, contextOf, push, rawOf, type Reader} from '../reader.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'

type Role = 'from' | 'to'

/** «С Ленина двадцать на Мира десять»: two places in one breath, where the flow wants a way. True when both were found. */
export function readWay(reader: Reader): boolean {
  const fields = ends(reader)
  if (!fields) return false
  const {tokens} = reader.utterance
  for (let at = 2; at < tokens.length - 1; at++) {
    const role = roleOf(tokens[at]!)
    if (!role) continue
    const other: Role = role === 'to' ? 'from' : 'to'
    const left = place(reader, fields[other], {from: 0, to: at})
    const right = left && place(reader, fields[role], {from: at, to: tokens.length})
    if (!left || !right || leads(tokens, left.from) === role) continue
    take(reader, fields[other], left)
    take(reader, fields[role], right)
    return true
  }
  return false
}

/** «Забирайте с Ленина десять», while it was asked where to: the words say which end they mean. «На», «в» may be either. */
export function otherEnd(reader: Reader, asked: ScenarioField): ScenarioField | undefined {
  const fields = reader.state.pending.kind === 'ask' && asked.type === 'address' ? ends(reader) : undefined
  if (!fields) return undefined
  const role = saidRole(reader, asked, clear)
  const meant = role && fields[role]
  return meant && meant.id !== asked.id ? meant : undefined
}

/** Of two places the one that the preposition asks for comes first: «такси на улицу Ленина пять». */
export function byDirection(reader: Reader, fields: readonly ScenarioField[]): readonly ScenarioField[] {
  const both = ends(reader)
  const role = both && fields[0] ? saidRole(reader, fields[0], roleOf) : undefined
  const meant = role && both?.[role]
  return meant && fields.includes(meant) ? [meant, ...fields.filter((field) => field !== meant)] : fields
}

function saidRole(reader: Reader, field: ScenarioField, roleAt: (token: Token) => Role | undefined): Role | undefined {
  const found = extractAddress(reader.utterance, contextOf(reader, field, true))
  return reader.utterance.tokens
    .slice(0, (found?.from ?? 0) + 1)
    .map(roleAt)
    .findLast((role) => role !== undefined)
}

const clear = (token: Token): Role | undefined => (/^(?:на|в|во|к|ко|to)$/.test(token.text) ? undefined : roleOf(token))

/** The two fields of a way, when there are just those. */
function ends({scenario, done}: Reader): Record<Role, ScenarioField> | undefined {
  const places = [...scenario.fields.values()].filter((field) => field.type === 'address' && !done.has(field.id))
  const start = places.find((field) => starts.test(nameOf(field)))
  const goal = places.find((field) => field !== start && goals.test(nameOf(field)))
  return start && goal && places.length === 2 ? {from: start, to: goal} : undefined
}

const nameOf = ({id, askLine}: ScenarioField): string => [id, asksIn({askLine})].join(' ')

const starts = /(?:^|[\s_])(?:from|pick_?up|origin|откуда|забрать|where from)(?:$|[\s_?,])/iu
const goals = /(?:^|[\s_])(?:to|drop_?off|destination|куда|отвезти|where to)(?:$|[\s_?,])/iu

const roleOf = ({text}: Token): Role | undefined =>
  /^(?:на|до|в|во|к|ко|to|отвезти|отвезите|везти|едем|еду|ехать)$/.test(text)
    ? 'to'
    : /^(?:с|со|из|от|from|забрать|заберите|забирайте)$/.test(text)
      ? 'from'
      : undefined

/** Which end the word before a place makes it. */
const leads = (tokens: readonly Token[], from: number): Role | undefined => (tokens[from - 1] ? roleOf(tokens[from - 1]!) : undefined)

function place(reader: Reader, field: ScenarioField, {from, to}: {readonly from: number; readonly to: number}): Found<object> | undefined {
  const tokens = reader.utterance.tokens.slice(from, to)
  const found = extractAddress({...reader.utterance, tokens}, contextOf(reader, field, true))
  if (!found || found.value.street === undefined || found.value.house === undefined) return undefined
  return {...found, from: found.from + from, to: found.to + from}
}

function take(reader: Reader, field: ScenarioField, found: Found<object>): void {
  const raw = rawOf(reader, found)
  const text = formatAddress(found.value as Record<string, unknown>)
  if (text === undefined) return
  claim(reader, found)
  push(reader, field, found, text, [], raw)
}
