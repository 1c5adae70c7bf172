import {words} from '../../../nlu/tokens.ts'
import type {Utterance} from '../../../nlu/types.ts'

/**
 * Whether a complaint is about us. «Муж жалуется на спину», "my boss is complaining that…" tell of somebody else, «жалуюсь на давление» and
 * «жалобы на сердце» of one's health: they are what somebody calls for. «Муж жалуется на вашего мастера» is for us all the same.
 */
export function complainsOfUs(spoken: Utterance): boolean {
  const text = words(spoken.tokens).replaceAll('ё', 'е')
  // «А если не понравится?», «прошлый мастер был ужасный», «цепь порвалась»
  if (supposed.test(text) || earlier.test(text) || (broken.test(text) && !us.test(text))) return false
  return ours.test(text) || !(byOthers.test(text) || ofOthers.test(text) || ofHealth.test(text))
}

const supposed =
  /(?:^| )(?:если|вдруг|вдруг|if|what if) (?:\S+ ){0,3}?(?:не |я |мне |i |it |we )?\S*(?:понрав|устро|подойд|подход|like|happy|work|fit)/
const earlier =
  /(?:^| )(?:прошл(?:ый|ая|ое|ые|ого|ой)(?! раз| визит)|предыдущ\S+|до вас|в друг(?:ом|ой) (?:салоне|месте|клинике|компании|школе|фирме)|previous|other (?:place|company|school)) /
const broken =
  /(?:^| )(?:слома(?:л|лся|лась|лось|лись)|порва(?:л|лась|лся|лось)|отлома\S+|отвали\S+|разби(?:л|лся|лась|лось)|лопну\S+|протек\S*|не работает|не заводится|не включается|барахлит|broke|broken|is broken|stopped working|doesn't work)(?: |$)/
const us = /(?:^| )(?:вы|вас|вам|вами|ваш\S*|у вас|после ваш\S*|опять|снова|you|your|again)(?: |$)/

/** We, and those who work here: whoever names us speaks of us. */
const ours =
  /(?:^| )(?:вы|вас|вам|вами|ваш\S*|тебя|you|your|yours|you're|you've|you guys)(?: |$)|(?:^| )(?:обслуживани|сервис|мастер|врач|доктор|администратор|персонал|сотрудник|менеджер|оператор|клиник|салон|магазин|курьер|водител|официант|курьер|заказ|товар|качеств|service|staff|stylist|doctor|driver|courier|order|delivery)\S*/

/** People of the caller's, as those who do it: «муж недоволен», «соседи хамят», "my boss is complaining", «у ребёнка жалобы». */
const people =
  '(?:муж|жена|мама|мать|папа|отец|сын|сынок|дочь|дочка|дочери|ребенок|ребенка|дети|детей|брат|сестра|бабушка|дедушка|теща|свекровь|тесть|начальник|начальница|начальство|босс|шеф|директор|коллег[аи]|клиент|клиенты|покупатели|заказчик[и]?|гости|сосед|соседка|соседи|друг|друзья|подруга|жильцы|пациент|пациенты|ученики|учитель|жених|невеста|парень|девушка|husband|wife|mum|mom|mother|dad|father|son|daughter|child|kids|children|brother|sister|boss|manager|colleagues?|coworkers?|customers?|clients?|guests?|neighbou?rs?|friends?|tenants?|patients?|students?|girlfriend|boyfriend|partner|family)'
const ofOthers = new RegExp(
  `(?:^|^(?:\\S+ ){0,4})(?:(?:мой|моя|мои|мое|моего|моей|наш|наша|наши|my|our|the|his|her|у|у моего|у моей|у нашего) )?${people} (?:(?:у меня|мне|на меня|все время|постоянно|опять|очень|уже|тоже|всё|все|has been|have been|is|are|was|keeps?|always|really|so|very|constantly|just|not) ){0,3}(?:жалу|жалоб|жалова|недовол|возмущ|беси|хам|наха|груб|нагр|оруг|ора[лт]|обид|разочаров|издева|ужас|кошмар|не понрав|complain|unhappy|angry|furious|disappoint|rude|frustrat|dissatisf|happy|horribl|terribl|awful)`,
)

/** Whoever it is that does, it is not who calls: «компьютер жалуется на память». */
const byOthers =
  /(?:^| )(?:жалу(?:ет|ют)ся|complains|(?:he|she|it|they|\S+[^i]) (?:is|are|was|were|has been|have been|keeps) complaining)(?: |$)/

/** What ails somebody: «жалуюсь на спину», «жалобы на боль в груди». */
const ofHealth =
  /жал(?:уюсь|об\S+|уемся|оваться) (?:\S+ ){0,2}на (?:\S+ ){0,2}(?:бол[ьи]|спин|поясниц|голов|сердц|давлен|живот|желуд|колен|ног|рук[уи]|шею|плеч|сустав|горл|кашел|насморк|зуб|десн|глаз|зрен|ух[оаи]|слух|сон$|бессонниц|слабост|усталост|температур|тошнот|головокруж|одышк|дыхан|кож|сып|зуд|волос|ногт|печен|почк|нерв|стресс|памят|вес|аппетит|самочувств|здоров)/
