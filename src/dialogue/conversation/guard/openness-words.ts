import type {ScenarioField} from '../../engine/scenario/scenario.ts'

/** Courtesies around a question that are no condition. */
export const courtesyFrames =
  /(?:не )?(?:подскажете|скажете|назовете|напомните|уточните|продиктуете) ли|можно ли (?=узнать|уточнить|спросить)|если (?:вам |вас )?не (?:сложно|трудно|затруднит)|если можно|if (?:you don't mind|i may|you please|that's (?:okay|ok|all right|alright))|could you please/gu

export const conditional = /(?<!\p{L})(?:ли|если|whether|if)(?!\p{L})/u
export const tag =
  /(?:[\s,—–-])(?:да|так|верно|правильно|хорошо|ладно|ок|окей|идет|договорились|согласны|правда|не так ли|не правда ли|right|yes|yeah|okay|ok|alright|all right|correct|sure|good|fine|(?:is|are|do|does|did|was|were|would|will|can|could|have|has)n't (?:it|you|they|we|that))\s*[?!.…]*$/u
export const whichever =
  /^(?:люб(?:ой|ая|ое|ую|ого|ому|ом|ые|ых)|всякий|(?:какой|какая|какое|какую|какие|когда|кто|что|чей|где)-(?:нибудь|то|либо)|any|anytime|anyone|whichever|whatever|whenever|some|either|every|each)$/
export const pointing = /^(?:эт(?:от|у|а|о|ом|им|их)|тот|ту|том|такой|такую|такое|this|that|these|those)$/
/** To tell, as a request or as a wish to be told. */
export const telling =
  /(?:^| )можно ваш|(?:^| )(?:назовите|скажите|подскажите|продиктуйте|уточните|укажите|сообщите|оставьте|расскажите|опишите|представьтесь|выберите|повторите|напомните|узнать|уточнить|спросить|подскажете|скажете|назовете|продиктуете|tell|give|say|describe|choose|spell|name|share|have|get|take)(?: |$)/
/** What may stand in such a request besides. */
export const frame =
  /^(?:можно|могу|могли|можете|бы|может|могу|узнать|уточнить|спросить|подсказать|подскажете|скажете|назовете|назвать|продиктовать|продиктуете|пожалуйста|напомните|could|can|may|might|would|will|have|get|take|give|tell|share|say|spell|mind|like|need|i'd|please|to|just|put|down)$/
export const whether =
  /(?:^| )(?:(?:do|does|did|is|are) (?:you|we|i|it|the|your|that|there)|(?:have|has) (?:you|we|i|it)|у (?:вас|тебя))(?: |$)/
/** An agreement that the name hangs on: "okay on the date?" */
export const agreeing = /(?<!\p{L})(?:okay|ok|fine|good|alright|хорошо|ладно|ок) (?=(?:on|with|for|с|по|на|про)(?!\p{L}))/u
export const indefinite = /(?<!\p{L})(?:a|an|any|some)(?: \p{L}+)?(?:\s*[?!.,]|$)/u
/** Whoever only asks to be told says nothing of the thing. */
export const isPredicate = (word: string): boolean => predicate.test(word) && !frame.test(word)

/** That something suits, is needed, is there or is to be done: with it a name is a statement to agree to. */
const predicate =
  /^(?:зовут$|звать$|назыв|обращ|удоб|подойд|подход|устро|устраив|нуж|есть$|имеется$|буд|хот|хоч|интерес|запис|запиш|годит|жела|план|предпоч|work|suit|good|best|fine|want|need|like|prefer|have$|has$|is$|are$|will$|book|do$|does$)|(?:ть|ться|ти|чь|[её]те|ите|[её]шь|ишь|[её]м|им|л[аои](?:сь)?|лся|[иеёуюая]т)$/

const which = ['как(?:ой|ая|ое|ие|ую|ом|их|ого|ому|им|ими)', 'котор\\p{L}+', 'что', 'чего', "what(?:'s)?", 'which']
export const generic = new RegExp(`^(?:${which.join('|')})$`, 'u')
const words = (...extra: readonly string[]): RegExp => new RegExp(`^(?:${[...which, ...extra].join('|')})$`, 'u')

export const anyInterrogative =
  /^(?:как(?:ой|ая|ое|ие|ую|ом|их|ого|ому|им|ими)?|котор\p{L}+|что|чего|чем|чему|кто|кому|где|когда|куда|сколько|почему|зачем|what|what's|which|who|where|when|how|why)$/u

/** The interrogatives that may ask for a value of a kind: «как вам завтра?» asks for no day. */
export const interrogativesOf: Readonly<Record<ScenarioField['type'], RegExp>> = {
  date: words('когда', 'when', "when's"),
  time: words('когда', 'сколько', 'скольки', 'when', "when's"),
  number: words('сколько', 'скольким', 'скольких', 'насколько', 'how'),
  person_name: words('как', 'кто', 'кого', 'кому', 'кем', 'чье', 'чья', 'чей', 'who', 'whom', 'whose', "who's", 'how'),
  phone: words('как', 'куда', 'how', 'where'),
  email: words('как', 'куда', 'how', 'where'),
  address: words('где', 'куда', 'откуда', 'where', "where's"),
  enum: anyInterrogative,
  yesno: words('когда', 'сколько', 'где', 'кто', 'как', 'when', 'where', 'who', 'how', 'why'),
  text: anyInterrogative,
}
