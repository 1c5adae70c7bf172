import {isNumberWord} from './names/words.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Small words around an address, which are never the address itself. */
const small = set(
  `но да ни ну вот то так же ли бы ага угу ты он она мы вы они мой моя мою моей мое мои наш наша нашу меня мне нас нам вас вам тебе его ее их ему ей
   это эта этот эту этой этому этим той такой такая такую такое есть был была будет там тут здесь у на по для или со во ко об от до из за под при что который которая которую
   the a an to is it's its it that that's this these be should could would will can may might must do does did i i'm i'll i've i'd you you're we us my our me he she they his her on of
   with by from and or but if so`,
)

/** How people come to the point: greetings, hesitation, agreement, what they say of the address, what one shall do with it. */
const leading = set(
  `мужа мужу мужем жены жене женой сына сыну сыном дочери дочки дочке мамы маме мамы папы папе брата брату сестры сестре подруги мужнин женин мамин папин сынов телефон номер имя фамилия
   джимейл жмейл яндекс рамблер аутлук хотмейл яху айклауд гугл gmail yandex outlook yahoo hotmail icloud начальника начальницы всего личного
   здравствуйте здравствуй привет приветствую алло ало алле добрый доброе доброго день дня вечер вечера утро утра слушаю девушка
   ах ох эх ладно хорошо окей ок конечно разумеется естественно пожалуйста спасибо верно правильно именно наверное наверно кажется вроде может быть
   сейчас щас ща секунду секундочку секундочка минуту минутку минуточку момент сек давай давайте смотри смотрите слушай слушайте
   значит короче итак соответственно собственно просто только лучше тогда еще раз опять снова медленно быстро сразу обычно всегда чаще
   говорю помню знаю повторю читается пишется звучит называется зовут надо нужно можно могу можете хочу удобно начинается начинаем пиши запиши напиши отправь пришли вышли скинь шли шлите
   почта почту почте почты почтой почтовый имейл имейла имейлу имэйл имеил емейл емэйл эмейл эмэйл емайл мейл мэйл мыло мылу ящик ящика электронка электронный электронная
   электронной электронную адрес адреса адресок адресу логин ник контакт буквам словам цифрам сайте
   email e-mail mail emails address contact hello hi hey good morning afternoon evening day well um okay ok alright right sure yes yeah yep yup
   certainly absolutely course maybe perhaps probably excuse please thanks thank just now then first again here here's there go ahead ready use work personal business try put take write down note
   send reach get find let let's see think guess believe say said tell give gonna going have has got want need know spell spelling called named let me see sir ma'am basically
   best okay more time`,
)

const endings = '(?:ая|яя|ую|юю|ой|ей|ый|ий|ое|ее|ые|ие|ых|их|ого|его|ому|ому|ом|ем)$'
// Which mail it is: «рабочая», «на личную».
const kinds = new RegExp(`^(?:рабоч|личн|основн|запасн|домашн|корпоративн|друг|следующ|актуальн|постоянн|единственн|общ)${endings}`)
// What it is like. «Почта у меня простая, борис…», but «новая аптека собака…».
const qualities = new RegExp(`^(?:обычн|прост|стар|нов|сложн|длинн|коротк|легк|нормальн|дурацк|смешн|странн|удобн|маленьк|больш)${endings}`)
// «Записывайте», «найти», «продиктую»: verbs in the forms in which one leads up to something.
const verbs = /.{2}(?:йте|ите|ьте|йтесь|итесь|ать|ять|еть|ить|уть|ти|ться|[жчшщдмт]у)$|^.{4,}ю$/

/** Whether the word at `at` leads up to an address rather than belongs to it. */
export function leadsIn(words: readonly string[], at: number): boolean {
  const word = words[at] ?? ''
  if (small.has(word) || leading.has(word) || kinds.test(word) || (word >= 'а' && verbs.test(word) && !isNumberWord(word))) return true
  return qualities.test(word) && at > 0 && leadsIn(words, at - 1)
}

/** Whether a word is none of a domain's: with one of these the caller goes on to something else. */
export const endsDomain = (word: string): boolean => small.has(word) || afterDomain.has(word)

const afterDomain = set('пожалуйста спасибо можно давайте пишите запишите отправьте please thanks thank sure yes ok okay')

/** Words of introduction that are an address themselves when nothing else is said: "contact at acme dot com". */
export const standsAlone = (word: string): boolean => alone.has(word) || kinds.test(word)

const alone = set(
  'contact mail email hello hi hey good morning best почта логин адрес контакт ник привет добрый доброе день утро вечер просто',
)
