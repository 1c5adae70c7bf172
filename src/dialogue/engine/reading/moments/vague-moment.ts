import {withoutFillers} from '../../../nlu/fillers.ts'
import {words} from '../../../nlu/tokens.ts'
import type {Utterance} from '../../../nlu/types.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'

/**
 * «На следующей неделе», «в любой день», «пораньше»: an answer to the question for a day or an hour that names neither. Whoever says so was
 * heard well, and is asked which.
 */
export const isVagueMoment = (utterance: Utterance, {type, isBirth}: ScenarioField): boolean => {
  if (isBirth || (type !== 'date' && type !== 'time')) return false
  return (type === 'date' ? vagueDay : vagueHour).test(words(withoutFillers(utterance).utterance.tokens))
}

const lead =
  '^(?:(?:ну|а|да|нет|давайте|можно|лучше|мне|нам|меня|где-то|наверное|только|желательно|хотелось|бы|хочу|запишите|запиши|как-нибудь|может|may|maybe|well|just|sometime|anytime|some time) )*'
const tail = '(?: (?:пожалуйста|наверное|можно|бы|лучше|удобно|мне|вам|нам|please|if possible|works|is fine|if i can))*$'

const anyhow =
  "когда (?:вам )?(?:сможете|удобно|угодно|свободно|получится|есть места|будет место|будут места|найдется место)|(?:мне )?(?:все равно|без разницы|не принципиально|неважно|не важно)|как (?:вам )?удобно|whenever(?: you can| works| is good)?|any ?time|no preference|(?:it )?doesn't matter|i don't (?:mind|care)|(?:i'm |i am |we're )?flexible"

const vagueDay = new RegExp(
  `${lead}(?:${anyhow}|(?:на |в )?(?:этой|следующей|будущей|той|ближайшей) неделе|на неделе|на днях|(?:в |к )?(?:начале|начало|конце|конец|середине|середину|концу|началу)(?: (?:этой|следующей|этого|следующего))? \\S+|(?:в )?(?:любой|ближайший|какой-нибудь|удобный|свободный)(?: (?:другой|удобный|свободный|вам))* день|(?:в |по )?(?:выходные|выходным|будни|будням)|не (?:сегодня|завтра|послезавтра)|(?:я )?(?:сегодня|завтра) (?:я )?(?:меня не будет|не могу|не смогу|не получится|никак|занята?)|(?:в )?(?:следующем|этом) месяце|через (?:недельку|пару дней|несколько дней)|весной|летом|осенью|зимой|(?:с|в|к|ближе к) (?:январ|феврал|март|апрел|ма[яюе]|июн|июл|август|сентябр|октябр|ноябр|декабр)\\S*(?: месяца)?|(?:from|in|by) (?:january|february|march|april|may|june|july|august|september|october|november|december)|попозже|пораньше|(?:some time |sometime )?(?:next|this) (?:week|month)|(?:at |in )?the (?:beginning|end|middle) of \\S+(?: \\S+)?|any day|any other day|(?:on )?(?:the |a )?(?:weekend|weekday)|чем раньше тем лучше|(?:the )?(?:first|next) available(?: day)?|the sooner the better|not (?:today|tomorrow)|tomorrow i can't|i can't (?:today|tomorrow))${tail}`,
)

const vagueHour = new RegExp(
  `${lead}(?:${anyhow}|(?:чуть |немного )?(?:пораньше|попозже|раньше|позже)|как можно (?:раньше|скорее|пораньше|быстрее|позже)|(?:в )?(?:любое|удобное|какое-нибудь|свободное)(?: (?:вам|удобное|свободное))* время|(?:в )?любой час|после работы|до работы|в рабочее время|early|earlier|later|as (?:early|late|soon) as (?:possible|you can)|after work|before work|(?:к|в|до|после) обед\\S*|чем раньше тем лучше|(?:the )?first available|the sooner the better)${tail}`,
)
