import {editDistance} from '../../../../closest.ts'
import {extractPersonName} from '../../../nlu/person-name.ts'
import {utterance as toUtterance} from '../../../nlu/tokens.ts'
import {formatName} from '../../format.ts'
import {claim, contextOf, push, type Reader} from '../reader.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'

/** «Ой, Смирнова Анна», "no, it's Smyth", "i meant Jane Jones", said while the next thing is asked for: a name that is known, put right. */
export function readRenamed(reader: Reader): void {
  if (reader.commands.some((command) => command.kind === 'set') || reader.asked?.type === 'person_name' || reader.hints.isQuestion) return
  const {tokens} = reader.utterance
  const rest = tokens.filter(({text}) => !putsRight.test(text))
  if (rest.length === 0 || rest.length > 3 || rest.length === tokens.length || tokens.length > 7) return
  for (const field of reader.scenario.fields.values()) {
    const held = reader.state.fields[field.id]!.value
    if (field.type !== 'person_name' || typeof held !== 'string' || reader.done.has(field.id)) continue
    const name = rename(reader, field, held, rest)
    if (name === undefined || name === held) continue
    const found = {value: {}, from: 0, to: tokens.length, confidence: 0.8, corrected: true}
    claim(reader, found)
    return push(reader, field, found, name, [], reader.utterance.text)
  }
}

const putsRight =
  /^(?:no|not|sorry|oh|it's|its|is|i|i'm|meant|mean|actually|should|be|oops|wait|нет|не|ой|ай|простите|извините|это|точнее|вернее|имела?|виду|в|а|то|есть|конечно|the|name|my|last|surname|фамилия|моя|правильно|правильнее)$/

/** The name as it is to be: a new one that shares a part with the old, or one part that is spelled nearly like it. */
function rename(reader: Reader, field: ScenarioField, held: string, rest: Reader['utterance']['tokens']): string | undefined {
  const context = contextOf(reader, field, true)
  const before = extractPersonName(toUtterance(held, reader.state.lang), context)?.value
  if (!before) return undefined
  const known = Object.entries(before).map(([part, word]) => [part, String(word), plain(String(word))] as const)
  // "Not Smith, Jones"
  const [first, second, ...more] = rest
  const {tokens} = reader.utterance
  const isDenied = /^(?:not|не)$/.test(tokens[tokens.indexOf(first!) - 1]?.text ?? '')
  const denied = isDenied ? known.find(([, , word]) => word === first!.text) : undefined
  if (denied && second && more.length === 0 && !known.some(([, , word]) => word === second.text)) {
    const found = extractPersonName({...reader.utterance, tokens: [second]}, context)?.value
    const [right] = found ? Object.values(found) : []
    if (right !== undefined) return formatName({...before, [denied[0]]: right}, field.parts)
  }
  // «Анна, а не Алла» says the same name again.
  if (tokens.some(({text}) => /^(?:not|не)$/.test(text))) return undefined
  const found = extractPersonName({...reader.utterance, tokens: rest}, context)
  if (!found || found.to - found.from !== rest.length) return undefined
  const said = Object.entries(found.value).map(([part, word]) => [part, String(word), plain(String(word))] as const)
  const shares = said.some(([, , word]) => known.some(([, , old]) => old === word))
  if (said.length > 1 && shares) return formatName({...before, ...found.value}, field.parts)
  const [only] = said
  if (said.length !== 1 || !only || shares || known.length < 2) return undefined
  const near = known.filter(([, , old]) => old[0] === only[2][0] && old.length > 3 && editDistance(old, only[2]) <= 2)
  return near.length === 1 ? formatName({...before, [near[0]![0]]: only[1]}, field.parts) : undefined
}

const plain = (word: string): string => word.toLowerCase().replaceAll('ё', 'е')
