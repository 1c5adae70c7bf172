import type {Command} from './command.ts'
import {type Draft, note, say} from './draft.ts'
import {askNextOrRepeat} from './patterns.ts'

/**
 * «Да, и маникюр тоже», «запишите ещё дочку», to a summary: a second booking, which a flow for one cannot take. The first stays as it is, and
 * is neither replaced nor made as though nothing more had been said. True when that was so.
 */
export function asksForOneMore(draft: Draft, text: string, commands: readonly Command[]): boolean {
  if (draft.state.pending.kind !== 'confirm_state' || !more.test(text.toLowerCase())) return false
  const isOption = commands.some(
    (command) =>
      command.kind === 'set' &&
      draft.scenario.fields.get(command.field)!.type === 'enum' &&
      draft.state.fields[command.field]!.value !== command.value,
  )
  if (!isOption && !(person.test(text.toLowerCase()) && books.test(text.toLowerCase()))) return false
  note(draft, 'pattern', 'only_one')
  say(draft, 'only_one')
  askNextOrRepeat(draft)
  return true
}

const more = /(?:^| )(?:ещё|еще|тоже|также|заодно|плюс|добавь|добавьте|add|also|too|as well|another|and)(?: |$)/
const person =
  /(?:^| )(?:подруг\p{L}|друг\p{L}?|дочк\p{L}|доч\p{L}+|сын\p{L}?|мам\p{L}|пап\p{L}|муж\p{L}?|жен\p{L}|сестр\p{L}|брат\p{L}?|ребенк\p{L}|ребёнк\p{L}|friend|daughter|son|mother|mum|mom|husband|wife|sister|brother|kid|child)(?: |$)/u
const books = /(?:^| )(?:запиш\p{L}+|записать|добав\p{L}+|вместе|со мной|со мною|тоже|too|book|add|as well)(?: |$)/u
