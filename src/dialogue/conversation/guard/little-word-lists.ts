import type {Lang} from '../../nlu/types.ts'

/** Where a little word may be added to a line. What is on no list has to stand in the engine's own line. */
export interface Places {
  /** Anywhere: they only join. */
  readonly joining: ReadonlySet<string>
  /** Before anything is said. */
  readonly opening: ReadonlySet<string>
  /** In a question. */
  readonly asking: ReadonlySet<string>
  /** Before what is pointed at: «это стрижка». */
  readonly pointing: ReadonlySet<string>
  /** Beside a courtesy: «понял вас». */
  readonly persons: ReadonlySet<string>
  /** All there are; those that are true may be added before the word they belong to. */
  readonly prepositions: ReadonlyMap<string, 'joins' | 'asks' | 'own'>
  /** Of these prepositions, which would begin or end something before an hour or a day. */
  readonly bounding: ReadonlySet<string>
  /** They stand between a preposition and its word. */
  readonly articles: ReadonlySet<string>
  /** A preposition with the person it belongs to, by the word it needs before or behind it in a question: «к вам обращаться». */
  readonly personal: readonly {readonly words: RegExp; readonly beside: RegExp}[]
  /** Words behind which a preposition may end a question: "reach you on?" */
  readonly stranding: ReadonlySet<string>
  /** Courtesies that would count, bound or order something in a statement about it: «стрижка — минуту», "just a haircut". */
  readonly alone: ReadonlySet<string>
}

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const prepositions = (joins: string, asks: string, own: string): Places['prepositions'] =>
  new Map([
    ...[...set(joins)].map((word) => [word, 'joins'] as const),
    ...[...set(asks)].map((word) => [word, 'asks'] as const),
    ...[...set(own)].map((word) => [word, 'own'] as const),
  ])

export const placesOf: Readonly<Record<Lang, Places>> = {
  ru: {
    joining: set('и а ну вот тогда ли'),
    opening: set('так'),
    asking: set(
      'я мне мы нам вы вас вам вами ты тебя тебе ваш ваша ваше ваши вашу вашего вашей вашему вашим вашем ваших твой твоя твое твою твоего твоей твоему это тот та то чтобы что как так же бы ж теперь',
    ),
    pointing: set('это'),
    persons: set('я мне мы вы вас вам ты тебя тебе'),
    prepositions: prepositions('в во на к ко о об обо с со', 'по для', 'у из за при'),
    bounding: set('с со по'),
    articles: set('ваш ваша ваше ваши вашу вашего вашей вашему вашим вашем ваших'),
    personal: [
      {words: /^к (?:вам|тебе)$/, beside: /^(?:обра[тщ]|назыв|звать$)/},
      {words: /^с (?:вами|тобой)$/, beside: /^(?:связ|свяж)/},
      {words: /^у (?:вас|тебя)$/, beside: /^(?:телефон|номер|имя$|почт|адрес|имейл|пожелан)/},
      {words: /^к сожалению$/, beside: /./},
      {words: /^с удовольствием$/, beside: /./},
    ],
    stranding: set(''),
    alone: set('секунду секундочку минуту минутку минуточку момент один одну раз вопрос вопросик'),
  },
  en: {
    joining: set('and a an the'),
    opening: set('so then'),
    asking: set("i me we you it i'm it's that's you're this that these your is are am be do does so then now"),
    pointing: set("it's that's"),
    persons: set("i me we you it that i'm that's it's"),
    prepositions: prepositions('of on at in for with to', '', ''),
    bounding: set('in to with for'),
    articles: set('a an the your'),
    personal: [
      {words: /^for you$/, beside: /^(?:works?|suits?|best|better|good|convenient)$/},
      {words: /^to (?:ask|know|meet|see|hear|say|tell|give)$/, beside: /./},
      {words: /^of course$/, beside: /./},
      {words: /^for (?:sure|certain|that)$/, beside: /./},
    ],
    stranding: set('reach contact call help assist speaking down put'),
    alone: set('moment second just one once more much again quick quickly all choice'),
  },
}
