const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Digits said as nouns; `plural` forms want a count in front: «две семёрки», "three fives". */
export interface DigitNoun {
  readonly value: number
  readonly plural: boolean
}

const nouns: readonly (readonly [value: number, singular: string, plural: string])[] = [
  [0, 'нулик нолик', 'нуля ноля нули ноли нулей нолей нулика нолика нуликов ноликов zeros zeroes ohs'],
  [1, 'единица единичка единицу', 'единицы единиц единички единичек ones'],
  [2, 'двойка двойку двоечка', 'двойки двоек двоечки twos'],
  [3, 'тройка тройку троечка', 'тройки троек троечки threes'],
  [4, 'четверка четверку четверочка', 'четверки четверок fours'],
  [5, 'пятерка пятерку пятерочка', 'пятерки пятерок fives'],
  [6, 'шестерка шестерку шестерочка', 'шестерки шестерок sixes'],
  [7, 'семерка семерку семерочка', 'семерки семерок sevens'],
  [8, 'восьмерка восьмерку восьмерочка', 'восьмерки восьмерок eights'],
  [9, 'девятка девятку девяточка', 'девятки девяток nines'],
]

export const digitNouns: ReadonlyMap<string, DigitNoun> = new Map(
  nouns.flatMap(([value, singular, plural]) =>
    [singular, plural].flatMap((words, index) => words.split(' ').map((word) => [word, {value, plural: index === 1}] as const)),
  ),
)

/** Repeats what follows: "double five", «дважды семь». */
export const repeaters: ReadonlyMap<string, number> = new Map([
  ...['double', 'дважды', 'двойной', 'двойная', 'двойное', 'сдвоенный', 'сдвоенная'].map((word) => [word, 2] as const),
  ...['triple', 'treble', 'трижды', 'тройной', 'тройная', 'тройное'].map((word) => [word, 3] as const),
  ...['quadruple', 'четырежды'].map((word) => [word, 4] as const),
])

/** Between groups, without meaning. */
export const fillers = set(
  'э ээ эээ ээээ эм эмм мм ммм хм ну вот так как бы значит в общем это самое его типа короче слушайте смотрите блин да ага угу and а и же ли пожалуйста подряд uh um er erm hm like you know let me see so well okay ok yeah please записывайте запишите пишите диктую минуточку секунду секундочку сейчас щас же щас-щас',
)

/** Between groups, and the groups on either side are not one number word: «двадцать дальше пять». */
export const separators = set(
  'тире дефис пробел скобка скобки скобках скобку дальше далее потом затем после еще теперь первые первая последние then dash hyphen space next followed followed-by код кода коде коду города оператора мегафон мегафона билайн билайна мтс теле2 теле area code prefix',
)

/** Of the separators, those that announce a code. */
export const codeWords = set('код кода коде коду code prefix')

/** Announces a number; what stood before belongs to something else. */
export const phoneWords = set(
  'номер номера номере номеру номером номерок телефон телефона телефону телефоне телефончик тел мобильный мобильного сотовый сотового мобилка мобила контактный городской домашний рабочий цифры number phone cell mobile telephone cellphone digits',
)

/** About the number, but nothing in it: «мой», «это», "is". */
export const asides = set(
  "мой мои моя это этот есть такой следующий вам вас мне меня у на по is it my mine the a this that and for me at on it's here here's",
)

export const extensionWords = set('добавочный добавочные добавочного доб внутренний внутренние внутреннего extension ext ext. доп')

/** The number right before is an amount, a clock or a date: none of its digits are the phone's. */
export const units =
  /^(?:час|часа|часов|часам|утра|вечера|ночи|дня|дней|день|минут[аы]?|лет|год[аеу]?|годик[а-я]*|месяц[а-я]*|недел[а-я]*|рубл[а-я]*|руб|тысяч[аиуе]?|долларов|евро|процент[а-я]*|человека?|чел|персон[аы]?|гост[а-я]*|раза?|штук[аи]?|метр[а-я]*|квадрат[а-я]*|числ[оа]|январ[ья]|феврал[ья]|марта|апрел[ья]|мая|июн[ья]|июл[ья]|августа|сентябр[ья]|октябр[ья]|ноябр[ья]|декабр[ья]|этаж[а-я]*|o'clock|am|pm|a\.m|p\.m|hours?|minutes?|days?|weeks?|months?|years?|dollars?|bucks|euros?|pounds?|percent|people|persons?|guests?|times?|january|february|march|april|may|june|july|august|september|october|november|december|%|\$|€|₽)$/

/** The number right behind is a place, a clock or a document. */
export const labels =
  /^(?:дом[а-я]?|квартир[а-я]*|кв|корпус[а-я]?|подъезд[а-я]?|этаж[а-я]?|строени[а-я]*|офис[а-я]?|кабинет[а-я]?|улиц[а-я]*|заказ[а-я]*|house|flat|apartment|apt|suite|room|order|january|february|march|april|may|june|july|august|september|october|november|december|\$|€|№)$/

/** All the digits behind it are those of a document. */
export const documents =
  /^(?:паспорт[а-я]*|инн|снилс|огрн|кпп|бик|карт[аыуе]|карточк[а-я]*|договор[а-я]*|полис[а-я]*|passport|card|policy|account|ssn)$/

/** Puts a clock or a date in front: the number behind it may be none of the phone's. */
export const moments = set('в во на к ко до после около с for at by until till before after from around')

/** Emergency and service numbers are called, not dictated. */
export const shortCodes = set('01 02 03 04 001 101 102 103 104 112 122 911 999 000 100 111')
