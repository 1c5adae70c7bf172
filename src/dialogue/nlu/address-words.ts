/** The kinds of streets, as the address book writes them, with every form and abbreviation people and recognisers use. */
const types: Readonly<Record<string, string>> = {
  улица: 'улица улицы улице улицу улицей ул',
  проспект: 'проспект проспекта проспекте проспекту проспектом пр-т пр-кт просп пр',
  переулок: 'переулок переулка переулке переулку переулком пер',
  бульвар: 'бульвар бульвара бульваре бульвару б-р бул бульв',
  шоссе: 'шоссе',
  набережная: 'набережная набережной набережную наб',
  площадь: 'площадь площади площадью пл',
  проезд: 'проезд проезда проезде проезду пр-д',
  тупик: 'тупик тупика тупике',
  аллея: 'аллея аллеи аллее аллею',
  микрорайон: 'микрорайон микрорайона микрорайоне мкр мкрн мкр-н',
  квартал: 'квартал квартала квартале кв-л',
  линия: 'линия линии линию',
  тракт: 'тракт тракта тракте',
  просека: 'просека просеки просеке',
  проулок: 'проулок проулка проулке',
  снт: 'снт днт',
}

export type StreetGender = 'm' | 'f' | 'n'

export interface StreetType {
  readonly name: string
  readonly gender: StreetGender
  /** Said in another case than the nominative, so the adjective before or after it is too. */
  readonly oblique: boolean
  /** An everyday word as well ("проезд бесплатный", "на линии"): needs more evidence. */
  readonly weak: boolean
  /** Numbers can name it: "пятый микрорайон", "седьмая линия". */
  readonly numbered: boolean
}

const streetTypes = new Map<string, StreetType>()
for (const [name, forms] of Object.entries(types))
  for (const form of forms.split(' '))
    streetTypes.set(form, {
      name,
      gender: name === 'шоссе' ? 'n' : /[аяь]$/.test(name) ? 'f' : 'm',
      oblique: form.length > 4 && form !== name,
      weak: /^(?:площадь|проезд|квартал|линия|тракт|тупик|просека)$/.test(name),
      numbered: /^(?:микрорайон|квартал|линия|проезд|просека|переулок|тупик)$/.test(name),
    })

export const streetType = (word: string | undefined): StreetType | undefined => (word === undefined ? undefined : streetTypes.get(word))

/** What a number beside the word counts. `skip`: known, but no part of a postal address. */
export type Detail = 'house' | 'corpus' | 'building' | 'flat' | 'office' | 'skip'

const details: readonly (readonly [Detail, string])[] = [
  ['house', 'дом дома доме дому домом д владение владения вл участок'],
  ['corpus', 'корпус корпуса корпусе корп к'],
  ['building', 'строение строения строении стр с'],
  ['flat', 'квартира квартиры квартире квартиру квартирой кв кв-ра апартаменты апартамент апарт помещение комната комнаты пом'],
  ['office', 'офис офиса офисе оф'],
  ['skip', 'подъезд подъезда подъезде этаж этажа этаже домофон код вход секция под эт'],
]
const detailWords = new Map(details.flatMap(([detail, list]) => list.split(' ').map((word) => [word, detail] as const)))

export const detailWord = (word: string | undefined): Detail | undefined => (word === undefined ? undefined : detailWords.get(word))

/** Words after which a settlement is named. */
export const isCityCue = (word: string | undefined): boolean =>
  /^(?:город|города|городе|городу|гор|г|поселок|поселке|поселка|пос|село|селе|села|деревня|деревне|деревни|дер|станица|станице|хутор|хуторе|пгт|аул|ауле)$/.test(
    word ?? '',
  )

/** The speaker says where he lives or where to come. */
export const isAddressCue = (word: string): boolean =>
  /^(?:адрес|адресу|адреса|живу|живем|проживаю|проживаем|прописан|прописана|зарегистрирован|зарегистрирована|находимся|находится|располагаемся|доставка|доставку|доставить|доставьте|привезите|привезти|приезжайте|подъезжайте|везите|забрать|заберите|вызов|выезд|курьера|прописка|прописке)$/.test(
    word,
  )

const months = /^(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)$/

/** What makes a number before it part of a street's name: "8 марта", "40 лет победы", "1905 года". */
export const followsStreetNumber = (word: string | undefined): boolean =>
  word !== undefined &&
  (months.test(word) || /^(?:лет|летия|летие|года|линия|линии|бакинских|панфиловцев|тысячная|эскадрильи|армии|дивизии|бригады)$/.test(word))

const common = new Set(
  `ленина мира победы гагарина пушкина кирова калинина советская октябрьская молодежная школьная садовая лесная набережная новая зеленая центральная первомайская комсомольская пионерская пролетарская рабочая строителей
  энгельса маркса чапаева горького лермонтова толстого чехова некрасова гоголя тургенева островского маяковского есенина ломоносова менделеева чкалова жукова суворова кутузова фрунзе дзержинского свердлова куйбышева орджоникидзе тельмана
  космонавтов металлургов нефтяников шахтеров железнодорожников энтузиастов революции свободы труда дружбы восстания республики коммуны декабристов коммунаров партизан ветеранов юности солнечная полевая луговая арбат невский тверская вавилова королева`.split(
    /\s+/,
  ),
)

/** A street most towns have. */
export const isCommonStreet = (word: string): boolean => common.has(word)

/** A word that names streets by its shape: the genitive of a surname or of a cause, or an adjective. */
export const looksLikeStreet = (word: string): boolean =>
  common.has(word) ||
  (word.length > 4 &&
    /(?:[оеа]ва|[сц]кого|[сц]кой|ина|ого|[сц]кая|[сц]кий|[сц]кое|[сц]ком|ная|ный|ное|ной|ая|ое|ева|енко|ская-ямская)$/.test(word))

/** An adjective in the nominative of the street's gender: "тверской" → "тверская". Other words come back as they are. */
export function nominativeAdjective(word: string, gender: StreetGender): string {
  const stem = /^(.{2,}?)(?:ой|ую|ом|ого|ому|ей|юю|ем|его|ему|ая|яя|ое|ее|ый|ий)$/.exec(word)
  if (!stem) return word
  const soft = /(?:ей|юю|ем|его|ему|яя|ее)$/.test(word) && !/[жшчщ]$/.test(stem[1]!)
  if (gender === 'f') return stem[1]! + (soft ? 'яя' : 'ая')
  if (gender === 'n') return stem[1]! + (soft || /[жшчщ]$/.test(stem[1]!) ? 'ее' : 'ое')
  if (word.endsWith('ой')) return word
  return stem[1]! + (soft || /[кгхжшчщ]$/.test(stem[1]!) ? 'ий' : 'ый')
}

const endings: Readonly<Record<StreetGender, RegExp>> = {
  m: /(?:ий|ый|ой|ом|ем|ого|его|ому)$/,
  f: /(?:ая|яя|ой|ей|ую|юю)$/,
  n: /(?:ое|ее|ом|ем|ого|ому)$/,
}

/** Whether an adjective can stand before a street type of that gender. */
export const agrees = (word: string, gender: StreetGender): boolean => word.length > 4 && endings[gender].test(word)
