import {stemKeys} from '../../nlu/stem.ts'
import {tokenize} from '../../nlu/tokens.ts'

/**
 * What a line claims that only the engine can know: a deed done or promised, a gift, the end of the call, a person at the line.
 * Words that stand in the engine's own line are true.
 */
export function claimFault(line: string, own: string): string | undefined {
  const said = plain(line)
  const told = plain(own)
  if (humans.test(said)) return 'human'
  if (rude.test(said)) return 'rude'
  if (insides.test(said)) return 'prompt'
  if (partings.test(said) && !partings.test(told)) return 'goodbye'
  if (claims(deeds, said, told) || claims(acquaintances, said, told) || claims(verdicts, statements(said), told)) return 'promise'
  const known = stemsOf(own)
  const words = tokenize(said.replaceAll(/\b(?:feel|are you|you are|you're) free\b/g, ' '))
  return words.some(({text}) => gifts.test(text) && !stemKeys(text).some((stem) => known.has(stem))) ? 'promise' : undefined
}

const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'")

const stemsOf = (text: string): ReadonlySet<string> => new Set(tokenize(text).flatMap((token) => stemKeys(token.text)))

const claims = (pattern: RegExp, said: string, told: string): boolean => {
  const own = new Set([...told.matchAll(pattern)].map(([word]) => word))
  return [...said.matchAll(pattern)].some(([word]) => !own.has(word))
}

/** «Завтра в три свободно?» asks, «завтра в три свободно» tells. */
const statements = (line: string): string => (line.match(/[^.!?…]*(?:[.!…]|$)/gu) ?? []).join(' ')

// Done or promised, in the first person or of the visit itself. Infinitives ask: «записать вас?»
const russianDeeds = [
  'записал[аи]?|записан[аоы]?',
  '(?:записываю|запишу|запишем|внесу|внес(?:ла)?) (?:вас|тебя)',
  '(?:за)?бронир(?:овал[аи]?|ую|уем)|забронирован[аоы]?',
  'оформ(?:ил[аи]?|лен[аоы]?|лю|ляю)',
  'отмен(?:ил[аи]?|ен[аоы]?|яю|ю)',
  'перен(?:ес|есл[аи]|ошу|есу|есен[аоы]?)',
  '(?:от|вы|при|пере)(?:правил[аи]?|правлю|правляю|слал[аи]?|шлю|шлем)',
  'заказал[аи]?|заказан[аоы]?',
  'подтвер(?:дил[аи]?|ждаю|жу|жден[аоы]?)',
  'соедин(?:яю|ю|ил[аи]?)',
  'перев(?:ожу|еду|ел[аи]?)',
  'переключ(?:аю|у|ил[аи]?)',
  'передал[аи]?|передам',
  '(?:пере|по)звон(?:ю|им|ит|ят)',
  'свяж(?:усь|емся|ется|утся)',
  'ждем вас|будем ждать|вас ждут',
  'договорил(?:ись|ась)',
  '(?:вам|тебе) напомнить|напомнить (?:вам|тебе)|напомн(?:ю|им)',
  'гарантирую|обещаю|обещаем',
  'готово|(?:заявк[аи]|заказ|запись|заявление) принят[аоы]?',
]
const englishDeeds = [
  'booked|reserved|confirmed|cancell?ed|(?:re)?scheduled|transferr?(?:ed|ing)|connecting|ordered|arranged|emailed|texted',
  "(?:have|'ve|has|been|just|was) sent|all set|all done|(?:it's|it is) done|(?:you're|you are) in|signed up",
  "(?:i|we|someone|they)(?: will|'ll| am going to| are going to) (?:book|reserve|schedule|cancel|move|send|call|ring|transfer|connect|put you|get back|contact)",
  'see you|expect(?:ing)? you|i promise|we promise|guaranteed?',
]

/** How long it takes, and whom one knows: courtesies by their words («a quick question», "may I know"), claims by what they say. */
const acquaintances = bounded([
  "(?:it's|it is|that's|that is|this is|be) (?:very |so |really )?(?:quick|quickly)",
  '(?:i|we) (?:already |do )?know (?:you|your|him|her|them|each)',
])

const deeds = bounded([...russianDeeds, ...englishDeeds])
/** «Это время свободно», «номер верный»: so says the calendar, so says the caller, or nobody. */
const verdicts = bounded([
  'свобод(?:но|ен|на|ное|ны)|есть (?:время|мест[оа]|окно|окошк[оаи])',
  'верн(?:о|ый|ая|ое)|правильн(?:о|ый|ая|ое)|провер(?:ил[аи]?|ен[аоы]?)',
  '(?:is|are) (?:free|available|open|correct|right|valid)|verified|checked',
])
const partings =
  /до свидания|до встречи|всего (?:доброго|хорошего)|прощайте|хорошего (?:дня|вечера)|\b(?:good)?bye\b|have a (?:nice|good|great|lovely)|take care/
const humans =
  /(?<![а-я])я\s+(?:[а-я]+\s+)?(?:человек|живой|живая)(?![а-я])|(?<![а-я])не\s+(?:[а-я]+\s+)?(?:ро)?бот(?![а-я])|я не (?:машина|программа)|\bi(?:'m| am) (?:an? )?(?:\w+ )?(?:human|person)\b|\bnot an? (?:\w+ )?(?:(?:ro)?bot|machine|computer|ai)\b/
const insides =
  /систем\S* (?:промпт|подсказк|инструкци)|(?:мо[ийяе]\S*|наш\S*) (?:промпт|инструкци|указани)|языков\S+ модел|system prompt|my (?:prompt|instructions|guidelines)|language model|\bas an ai\b/
const gifts =
  /^(?:скидк|скидок|скидоч|бесплат|подар|бонус|акци[юяией]|кэшб|компенс|возврат|промокод|free$|discount|gift|bonus|refund|complimentary|voucher|cashback)/
const rude =
  /(?<![а-я])(?:ху[йеяию]|пизд|[еи]?ебан|еб[ае]т|бля(?![шх])|сук[аи](?![а-я])|мудак|гандон|тупиц|идиот)|\b(?:fuck|shit|bitch|asshole|idiot|stupid)/

function bounded(words: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}])(?:${words.join('|')})(?![\\p{L}])`, 'gu')
}
