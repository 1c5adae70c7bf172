import {stemKeys} from '../nlu/stem.ts'
import type {Lang} from '../nlu/types.ts'

/** What callers ask about, and how facts about it are usually named. Stems; a key of several words is matched word by word. */
const topics: Readonly<Record<string, string>> = {
  address: 'адрес находитесь расположены добраться доехать пройти проехать улица метро address located location directions street find',
  price:
    'цена цены госпошлина пошлина тариф стоит стоимость прайс обойдется расценки дорого платно платная платный бесплатно бесплатная price cost much fee charge expensive',
  hours: 'часы работаете график режим открыты открываетесь закрываетесь расписание выходные hours open close opening schedule',
  phone: 'телефон номер связаться phone number contact',
  parking: 'парковка припарковаться машина parking park car',
  payment: 'оплата оплатить платить карта картой наличные рассрочка payment pay card cash',
  bring: 'взять брать принести приносить захватить документы паспорт нужно bring passport id documents need',
  duration: 'долго делается готовится длится длительность надолго займет минут long duration last',
  discount: 'скидка скидки акция акции бонусы discount promotion sale offer',
  delivery: 'доставка доставляете привезете delivery deliver shipping',
  guarantee: 'гарантия гарантии warranty guarantee',
  email: 'почта имейл email mail',
  site: 'сайт интернете site website online',
  services: 'услуги делаете оказываете предлагаете services offer provide',
  masters: 'мастер мастера специалист врач врачи доктор master specialist doctor staff',
  debt: 'долг задолженность должен сумма debt owe balance',
  amount: 'сумма должен amount sum owe',
  deadline: 'срок сроки deadline due',
  menu: 'меню блюда кухня menu food dishes',
  kids: 'дети детский ребенок ребенком возраста kids children child',
  cancel: 'отменить отмена перенести cancel reschedule',
  preparation: 'подготовка подготовиться готовиться накануне натощак нельзя prepare preparation beforehand',
  wifi: 'вайфай wifi',
  packing: 'упаковка упаковать упаковываете коробки packing boxes',
  insurance: 'страховка застрахованы страхование омс insurance insured',
  speaker: 'ведет выступает ведущий спикер лектор speaker host',
  record: 'запись записи record recording',
  certificate: 'сертификат диплом certificate',
  speed: 'скорость быстро speed fast',
  refund: 'возврат вернуть вернете refund return',
  pets: 'животные собака собакой кошка питомец pets dog cat',
  age: 'возраст лет age old',
  pickup: 'самовывоз забрать pickup collect',
  confidential: 'конфиденциально конфиденциальность конфиденциальны тайна анонимно confidential privacy',
  minimum: 'минимум минимальный minimum',
  topic: 'тема темы теме чем программа расскажут topic about',
}

/** Names of facts that are asked about in these words, which are no topics of their own: in another bot they may stand for something else. */
const details: Readonly<Record<string, string>> = {
  safety: 'безопасно безопасный опасно опасный вредно вредный запах запаха пахнет токсично аллергия safe safety dangerous harmful smell',
  deposit: 'залог задаток предоплата депозит deposit prepayment',
  area: 'район области пригород выезжаете выезд зона area outside suburbs region',
  license: 'лицензия лицензии аккредитация license licence licensed accredited',
  trial: 'пробное пробный trial',
  urgent: 'срочно экспресс urgent express rush',
  clothes: 'одежда одеться надеть форма clothes wear dress',
  experience: 'опыт стаж experience',
  installment: 'рассрочка кредит частями installment installments',
}

const keysOf = (table: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(Object.entries(table).map(([name, words]) => [name, new Set(words.split(' ').flatMap((word) => stemKeys(word)))]))

const detailKeys = keysOf(details)
const topicKeys = keysOf(topics)

const aliases: Readonly<Record<string, string>> = {
  location: 'address',
  prices: 'price',
  cost: 'price',
  work_hours: 'hours',
  schedule: 'hours',
  documents: 'bring',
  docs: 'bring',
  time: 'duration',
  sale: 'discount',
  discounts: 'discount',
  website: 'site',
  service: 'services',
  doctors: 'masters',
  sum: 'amount',
  due: 'deadline',
  children: 'kids',
  warranty: 'guarantee',
  pay: 'payment',
  contact: 'phone',
  prepare: 'preparation',
  prep: 'preparation',
  preparing: 'preparation',
}

/** The stems under which a topic is asked about; none for what is no topic. */
export const keysOfTopic = (part: string): ReadonlySet<string> => topicKeys.get(aliases[part] ?? part) ?? detailKeys.get(part) ?? none

const none: ReadonlySet<string> = new Set()

export const isTopicName = (part: string): boolean => topicKeys.has(aliases[part] ?? part)

/** Whether any topic is asked about in these stems. */
export const asksTopic = (asked: ReadonlySet<string>): boolean =>
  [...topicKeys.values()].some((keys) => [...keys].some((key) => asked.has(key)))

export const isTopic = (word: string): boolean => stemKeys(word).some((key) => [...topicKeys.values()].some((keys) => keys.has(key)))

/** A word that asks for what a fact is about: `price_haircut` → «цена». */
export const topicOf = (key: string, lang: Lang): string | undefined => {
  const part = key
    .toLowerCase()
    .split(/[_\s-]+/)
    .map((each) => aliases[each] ?? each)
    .find((each) => topics[each] !== undefined)
  const words = part === undefined ? [] : topics[part]!.split(' ')
  return words.find((word) => /^[а-я]/.test(word) === (lang === 'ru'))
}
