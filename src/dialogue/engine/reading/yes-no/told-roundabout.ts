import {withoutFillers} from '../../../nlu/fillers.ts'
import {numeral} from '../../../nlu/numerals.ts'
import {stemKeys} from '../../../nlu/stem.ts'
import {tokenize, words} from '../../../nlu/tokens.ts'
import {asksIn, mentions} from '../field-words.ts'
import type {Reader} from '../reader.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'

/** «Были ли аварии?» – «Одна была.», «ни одной»; «Обращались к нам?» – «Приходилось.»: how often, or a verb of having done it, and no "yes". */
export function didOrHad(reader: Reader, field: ScenarioField): boolean | undefined {
  const {utterance, hints} = reader
  const asks = asksIn(field)
  if (hints.isQuestion || (!aboutHaving.test(asks) && !/нужн|нужен|need/i.test(asks))) return undefined
  const {tokens} = withoutFillers(utterance).utterance
  const text = words(tokens)
  // «У нас всё есть», «все прививки сделаны»
  if (
    /^(?:(?:да|у|меня|нас|конечно) )*(?:\S+ )?(?:вс[её] )?(?:\S+ )?(?:есть|сделан[аыо]?|имеется|имеются|в порядке)$/.test(text) &&
    tokens.length <= 5 &&
    !/(?:^| )(?:не|нет)(?: |$)/.test(text)
  )
    return true
  if (never.test(text)) return false
  if (doneOnce.test(text)) return true
  const counts = tokens.filter(
    (token) => numeral(token, utterance.lang) !== undefined || /^(?:пара|пару|несколько|several)$/.test(token.text),
  )
  const rest = tokens.filter(
    (token) =>
      !counts.includes(token) &&
      !/^(?:был[аио]?|есть|только|всего|да|у|нас|меня|ещё|еще|one|just|only|there|was|were|is|are|of|them|please)$/.test(token.text),
  )
  return counts.length === 1 && tokens.length <= 4 && rest.every((token) => mentions(field, [token]) > 0)
    ? (numeral(counts[0], utterance.lang)?.value ?? 1) > 0
    : undefined
}

/** A question about the past, or about having. */
const aboutHaving =
  /(?:ли|лись|лся|лась)(?: |\?|,)|раньше|ранее|есть ли|(?:^|[ ,])есть[ ?]|име(?:ется|ются|ете)|have you|did you|are there|is there|were there/i

const never =
  /^(?:(?:нет|слава|богу|да|пока|no) )*(?:бог миловал|боже упаси|ни одной|ни одного|ни одна|ни один|ни единой|ни единого|ни разу|обошлось|ноль|не приходилось|не доводилось|не случалось|none|not a single one|not once|never)(?: слава богу| пока| ещё| еще| не было)?$/

const doneOnce =
  /^(?:(?:да|уже|как-то|было дело|конечно|я|мы|и|yes) )*(?:был[аио]?|бывал[аи]?|приходилось|доводилось|случалось|обращал(?:ся|ась|ись)|пользовал(?:ся|ась|ись)|оформлял[аи]?|оформил[аи]?|заказывал[аи]?|приходил[аи]?|приезжал[аи]?|советовал[аи]?|рекомендовал[аи]?|делал[аи]?|лечил(?:ся|ась|ись))(?: (?:однажды|уже|как-то|давно|разок|раз|один раз|пару раз|дважды|недавно|раньше|и не раз|у вас|к вам|дело|в прошлом году|года?))*$/

/** «Бассейн нужен?» – «Не помешает.», «ни к чему»; «Готовы к сменам?» – «Хоть завтра.»; «Окна мыть?» – «Помойте.» */
export function isWilling(reader: Reader, field: ScenarioField): boolean | undefined {
  const {utterance, hints} = reader
  const asks = asksIn(field)
  if (hints.isQuestion) return undefined
  const text = words(withoutFillers(utterance).utterance.tokens)
  if (/нуж[ен]|надо|хотите|желаете|добав|need|want|would you like/i.test(asks) || /(?:ть|ти|чь)\S*\?/i.test(asks)) {
    if (welcome.test(text)) return true
    if (useless.test(text)) return false
  }
  if (/ответите|уделите|удобно|минут/i.test(asks) && briefly.test(text)) return true
  if (/готов|сможете|можете|ready|able|willing/i.test(asks) && gladly.test(text)) return true
  if (
    asksForTime.test(asks) &&
    /^(?:(?:да|ну|yes) )*(?:слушаю|говорите|внимательно|весь внимание|есть минутка|i'm listening|go ahead)(?: вас| да)?$/.test(text)
  )
    return true
  if (/помогло|заработал|получилось|did (?:it|that) help|is it working/i.test(asks)) {
    if (noBetter.test(text)) return false
    if (better.test(text)) return true
  }
  if (/согл|agree|consent/i.test(asks) && /(?:^| )(?:даю (?:сво[её] )?согласие|согласие даю|i (?:give my )?consent)(?: |$)/.test(text))
    return !/(?:^| )не (?:даю|дам)/.test(text)
  return bidden(reader, field)
}

const better =
  /(?:^| )(?:помогло|заработал\S*|работает|появил\S*|наладил\S*|получилось|вс[её] (?:хорошо|нормально|ок|отлично)|works(?: now)?|working|it helped|that helped|it's back)(?: |$)/
const noBetter =
  /(?:^| )(?:без толку|бестолку|то же самое|вс[её] то же|бесполезно|не помог\S*|не заработал\S*|не работает|не появил\S*|без изменений|ничего не (?:изменилось|поменялось|помогло)|как было|same|no luck|didn't|doesn't|still not|isn't)(?: |$)/

const asksForTime =
  /(?:удобно|можете|есть (?:\S+ )?минут).*(?:говорить|разговаривать|уделить|поговорить|минут)|can you talk|good time|have a minute/i

const welcome =
  /^(?:(?:да|было|ну|конечно|бы|очень|yes|it) )*(?:желательно|пригодится|пригодятся|пригодился бы|не помешает|не помешают|не помешал[аио]? бы|лишним не будет|лишней не будет|не лишнее|не лишним будет|неплохо бы|хорошо бы|не откажусь|не откажемся|wouldn't hurt|would be nice|would be great|that'd be nice|might as well|preferably)(?: бы| было бы| конечно| да)*$/

const useless =
  /^(?:(?:да|нет|ну|это|а|мне|нам|no) )*(?:ни к чему|не к чему|зачем|незачем|без надобности|обойдусь|обойдемся|обойд[её]мся|лишнее|без него|без нее|без них|what for|pointless|no use)(?: мне| нам| оно| он| она| это| нужно| нужен| нужна)*$/

/** «Только недолго», to "will you answer four questions?" */
const briefly =
  /^(?:(?:да|ну|ладно|хорошо|давайте|но|если) )*(?:только )?(?:не ?долго|(?:по)?быстре[ей]|быстро|быстренько|коротко|покороче)(?: (?:пожалуйста|только|давайте|можно))*$/

const gladly =
  /^(?:(?:да|ну|yes) )*(?:всегда(?: готов[аы]?)?|хоть (?:завтра|сейчас|сегодня|каждый день|ночью)|запросто|легко|без проблем|не проблема|с удовольствием|с радостью|any ?time|no problem|gladly|happy to|of course)$/

/** «Окна мыть?» – «Помойте.», «мойте», «помыть»: the verb of the question, bidden or wished. */
function bidden({utterance, hints}: Reader, field: ScenarioField): boolean | undefined {
  const {tokens} = withoutFillers(utterance).utterance
  if (hints.custom || tokens.length > 4) return undefined
  const asked = tokenize(asksIn(field)).filter(({text}) => /(?:ть|ти|чь|ться)$/.test(text) && text.length > 3)
  const roots = new Set(asked.flatMap(({text}) => rootsOf(text)))
  const at = tokens.findIndex(({text}) => /(?:йте|ите|ьте|ть|ем|им|й|ти)$/.test(text) && rootsOf(text).some((root) => roots.has(root)))
  const beside = tokens.filter((token, place) => place !== at && mentions(field, [token]) === 0)
  if (
    at === -1 ||
    beside.some(({text}) => !/^(?:да|и|тоже|уже|их|его|ее|её|конечно|нет|не|надо|нужно|давайте|можно|обязательно|пожалуйста)$/.test(text))
  )
    return undefined
  return !tokens.some(({text}) => /^(?:не|нет)$/.test(text))
}

/** The verbal stems of a word, aspect prefixes off: «помойте» and «мыть» meet in «мы» and «мой». */
function rootsOf(word: string): string[] {
  const bare = word.replace(/^(?:по|вы|за|при|от|на|до|пере|про|с|у)(?=.{3})/, '')
  const forms = [word, bare].map((each) => (/^мо[йюею]/.test(each) ? 'мыть' : each))
  return forms.flatMap((form) => stemKeys(form).filter((key) => key.startsWith('~') || form.length < 5))
}
