import {withoutFillers} from '../../nlu/fillers.ts'
import {words} from '../../nlu/tokens.ts'
import type {Utterance} from '../../nlu/types.ts'
import type {Command, CommandOf} from '../command.ts'
import {mentions} from './field-words.ts'
import type {Scenario, ScenarioField} from '../scenario/scenario.ts'
import type {DialogueState} from '../state.ts'

interface Heard {
  readonly scenario: Scenario
  readonly state: DialogueState
  readonly spoken: Utterance
  readonly commands: readonly Command[]
  /** Places of the words that some value explains. */
  readonly explained: ReadonlySet<number>
  /** Something is turned down, put right or agreed to with a reserve: then another value is no accident. */
  readonly changes: boolean
}

/**
 * «Ой, у меня завтра день рождения», «я вам вчера звонила в пять»: a day, an hour, a number or an option in the midst of other words is no
 * new value for what is known already. It is one when something asks for the change: a word of correcting or wishing, the name of the
 * field, or nothing else being said.
 */
export function withoutStray({scenario, state, spoken, commands, explained, changes}: Heard): readonly Command[] {
  const clear = commands.filter(
    (command) => command.kind !== 'set' || command.alts.length < 2 || !isStray(scenario, state, spoken, command),
  )
  // «На выходные» to "for how many days?" names two days, and moves no start that is known.
  if (clear.length < commands.length && !changes && !asksForChange.test(words(spoken.tokens))) return clear
  if (changes || asksForChange.test(words(spoken.tokens)) || !hasMatterOfItsOwn(spoken, explained)) return commands
  return commands.filter((command) => command.kind !== 'set' || !isStray(scenario, state, spoken, command))
}

function isStray({fields}: Scenario, {fields: held, pending}: DialogueState, {tokens}: Utterance, command: CommandOf<'set'>): boolean {
  const field = fields.get(command.field)!
  const known = held[field.id]!.value
  if (!replaceable.has(field.type) || field.isBirth || known === undefined || known === command.value || command.corrected) return false
  const isAsked = 'field' in pending && pending.field === field.id
  return (
    !isAsked &&
    mentions(
      field,
      tokens.filter(({text}) => !ofMoment.test(text)),
    ) === 0
  )
}

const replaceable: ReadonlySet<ScenarioField['type']> = new Set(['date', 'time', 'number', 'enum'])

/** Whether something is said besides the values: a word of content that no value explains. */
function hasMatterOfItsOwn(spoken: Utterance, explained: ReadonlySet<number>): boolean {
  const {at, utterance} = withoutFillers(spoken)
  return utterance.tokens.some(({text}, index) => !explained.has(at[index]!) && text.length > 3 && !beside.test(text))
}

const asksForChange =
  /(?:^| )(?:нет|не|погоди\S*|подожди\S*|постой\S*|стоп|лучше|давайте|давай|можно|можете|могли|хочу|хотим|хотел[аи]?|хотелось|надо|нужн[аоы]?|нужен|пусть|тогда|точнее|вернее|хотя|перен\S+|сдвин\S+|поменя\S+|измен\S+|замен\S+|исправ\S+|переп\S+|запиш\S+|постав\S+|сдела\S+|подойдет|подходит|удобн\S+|устро\S+|устра\S+|получится|получает\S*|смогу|сможем|приду|придем|приеду|приедем|подъед\S+|успе\S+|буд[уе]\S*|жду|ждем|итого|всего|вместо|только|ошиб\S+|переду\S+|no|not|better|rather|instead|make|can|could|would|should|let's|i'd|i'll|want|need|change|move|switch|put|book|actually|sorry|wait|hold|hang|fine|mean|meant|said|works?|suits?|prefer|only|please)(?: |$)/

/** Words of days and hours name no field; every sentence may have them. */
const ofMoment = /^(?:день|дня|дню|дней|час\p{L}*|время|времени|число|числа|day|time|hour|date)$/u

const beside =
  /^(?:пожалуйста|сегодня|завтра|послезавтра|утр\p{L}*|вечер\p{L}*|день|днем|дня|числа|часов|часа|время|ровно|примерно|наверное|конечно|спасибо|хорошо|ладно|верно|правильно|понятно|меня|нас|мне|будет|есть|этот|этого|самый|тоже|еще|today|tomorrow|morning|evening|afternoon|o'clock|about|around|okay|yeah|sure|right|thanks|thank|that|this|it's)$/u
