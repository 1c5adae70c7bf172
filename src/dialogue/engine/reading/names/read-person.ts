import {asksIn} from '../field-words.ts'
import {extractPersonName} from '../../../nlu/person-name.ts'
import {utterance as toUtterance, words} from '../../../nlu/tokens.ts'
import type {Utterance} from '../../../nlu/types.ts'
import {formatName} from '../../format.ts'
import {partsWanted} from './read-name.ts'
import {claim, contextOf, isHere, push, type Reader} from '../reader.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'

/** «Меня зовут Оксана», where the child's name was asked for: the name is the caller's, and is no answer. */
export const namesAnother = (reader: Reader, asked: ScenarioField): boolean =>
  asked.type === 'person_name' && meant(reader).some((field) => field.id !== asked.id) && !meant(reader).includes(asked)

/** «Сын Петя, а меня зовут Анна», «Петя, а я Анна»: two names in one sentence, each of its own person. */
export function readTwoNames(reader: Reader): void {
  const {utterance, scenario, state, hints} = reader
  const lead = hints.isQuestion ? undefined : leadIn(utterance)
  if (!lead) return
  const names = [...scenario.fields.values()].filter(({id, type}) => type === 'person_name' && state.fields[id]!.value === undefined)
  const [child, ...children] = names.filter(isOfChild)
  const [own, ...others] = names.filter((field) => !isOfChild(field))
  if (!child || !own || children.length + others.length > 0) return
  if ([child, own].some((field) => partsWanted(field, utterance.text).length > 1)) return
  const {tokens} = utterance
  const end = tokens.findIndex(({text}, at) => at > lead.to && (ofChild.test(text) || /^(?:а|и|and)$/.test(text)))
  const mine = {...utterance, tokens: tokens.slice(lead.to, end === -1 ? undefined : end)}
  const context = contextOf(reader, own, true)
  const said = extractPersonName(mine, context)
  if (!said) return
  const rest = tokens.filter(
    ({text}, at) => (at < lead.from || at >= lead.to + said.to) && !ofChild.test(text) && !/^(?:а|и|and|but)$/.test(text),
  )
  const theirs = extractPersonName({...utterance, tokens: rest}, {...context, asked: true})
  const [ownName, childName] = [formatName({...said.value}, own.parts), theirs && formatName({...theirs.value}, child.parts)]
  if (ownName === undefined || childName === undefined) return
  claim(reader, {...said, from: 0, to: tokens.length})
  push(reader, child, theirs!, childName, [], utterance.text)
  push(reader, own, said, ownName, [], utterance.text)
}

/** Where somebody begins to say who they are. */
function leadIn({tokens}: Utterance): {readonly from: number; readonly to: number} | undefined {
  const at = tokens.findIndex(({text}, place) => {
    const pair = `${text} ${tokens[place + 1]?.text ?? ''}`
    return (
      /^(?:меня зовут|мо[её] имя|name is|i'm called)$/.test(pair) ||
      (/^(?:я|i'm)$/.test(text) && /^(?:а|and)$/.test(tokens[place - 1]?.text ?? ''))
    )
  })
  if (at === -1) return undefined
  return {from: tokens[at - 1]?.text === 'my' ? at - 1 : at, to: /^(?:я|i'm)$/.test(tokens[at]!.text) ? at + 1 : at + 2}
}

const ofChild =
  /^(?:реб[её]н\p{L}*|малыш\p{L}*|доч\p{L}+|сын\p{L}*|мальчик\p{L}*|девочк\p{L}*|внук\p{L}*|внучк\p{L}*|child|son|daughter|kid|boy|girl|his|her)$/u

/** Whose name it is comes first: «дочку зовут Злата» is the child's, «меня зовут Оксана» the caller's. */
export function byPerson(reader: Reader, fields: readonly ScenarioField[]): ScenarioField[] {
  const first = meant(reader)
  return fields.toSorted((a, b) => Number(first.includes(b)) - Number(first.includes(a)))
}

/** The name fields of the person who is spoken of; none when the words do not tell, or when there is but one kind of person. */
function meant({utterance, scenario}: Reader): ScenarioField[] {
  const text = words(utterance.tokens)
  const isOwn = introduces.test(text)
  if (isOwn === namesChild.test(text)) return []
  const names = [...scenario.fields.values()].filter(({type}) => type === 'person_name')
  const children = names.filter(isOfChild)
  return children.length === 0 || children.length === names.length ? [] : isOwn ? names.filter((field) => !isOfChild(field)) : children
}

const introduces = /(?:^| )(?:меня зовут|мо[её] имя|my name is|i'm called)(?: |$)/

const child = '(?:реб[её]н\\S*|малыш\\S*|дочь|дочк\\S*|дочер\\S*|доч[ьу]\\S*|сын\\S*|мальчик\\S*|девочк\\S*|внук\\S*|внучк\\S*)'
const namesChild = new RegExp(
  `(?:^| )(?:${child} (?:\\S+ )?зовут|зовут ${child}|имя ${child}|(?:е[её]|его) зовут|зовут (?:е[её]|его)|(?:child|son|daughter|kid|boy|girl)(?:'s)? (?:name|is called)|(?:his|her) name)(?: |$)`,
)

const isOfChild = ({id, description, askLine}: ScenarioField): boolean =>
  /реб[её]н|малыш|дет(?:ей|ск)|child|kid|baby/i.test([id, description ?? '', asksIn({askLine})].join(' '))

/** «Петровна», said late: the rest of a name that is known without it. */
export function addPatronymic(reader: Reader): void {
  const {utterance, state, scenario} = reader
  if (utterance.tokens.length > 2 || reader.asked?.type === 'person_name') return
  for (const field of scenario.fields.values()) {
    const held = state.fields[field.id]!.value
    if (field.type !== 'person_name' || held === undefined || !isHere(reader, field)) continue
    const context = contextOf(reader, field, true)
    const found = extractPersonName(utterance, context)
    if (!found?.value.patronymic || found.value.first || found.value.last) return
    const known = extractPersonName(toUtterance(String(held), 'ru'), context)?.value
    if (!known || known.patronymic || !partsWanted(field, String(held)).includes('patronymic')) continue
    claim(reader, found)
    push(reader, field, found, formatName({...known, ...found.value}, field.parts)!, [], utterance.text)
  }
}
