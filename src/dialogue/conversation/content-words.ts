import {tokenize} from '../nlu/tokens.ts'
import {numeral} from '../nlu/numerals.ts'

/**
 * Whether there is anything in what was said that a model could have understood: a noun, a verb or an adjective of its own. «Ну допустим»,
 * «как обычно», «на ваше усмотрение» and "whatever you think" name nothing, so whatever a model makes of them it has made up.
 */
export const saysSomething = (said: string): boolean => contentWords(said).length > 0

/** The same of a wish: to book is one, though no value of any field. */
export const saysWish = (said: string): boolean => saysSomething(said) || tokenize(said).some(({text}) => booking.test(text))

/** The words of it that are none of the closed classes: no particle, pronoun or hedge, no wish or opinion as such, no courtesy. */
export const contentWords = (said: string): readonly string[] =>
  tokenize(said)
    .filter((token) => !numeral(token, 'ru') && !numeral(token, 'en'))
    .map(({text}) => text.replaceAll('ё', 'е'))
    .filter((word) => word.length > 2 && /[аеиоуыэюяaeiouy]/.test(word) && !closed.has(word) && !empty.test(word) && !booking.test(word))

const listed = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Pronouns, prepositions, conjunctions, particles and words that only agree, refuse, hesitate or measure. */
const closed = listed(`
  мне меня мной нам нас нами вам вас вами тебе тебя тобой она они оно его ему ими них ним ней мой моя мое мои наш наша наше наши ваш ваша ваше
  ваши вашему вашей вашу вашим твой свой свое себе себя сам сама сами само самое самый самого это этот эта эти этого этому этой эту том тот
  та те того тому той тем так такой такая такое такие таких такого там тут здесь туда сюда оттуда отсюда
  что чего чем чему кто кого кому кем как какой какая какое какие какую каких каком где куда откуда когда сколько почему зачем чей либо
  или если хотя чтобы чтоб потому поэтому однако зато тоже также еще уже лишь только даже ведь все всё всего всем всех весь вся всю
  для без под над при про через перед между после около кроме насчет ради вместо
  вот ну да нет ага угу неа ладно окей хорошо нехорошо плохо плохой плоховато хорошая хороший хорошее нормально норм неплохо отлично прекрасно
  супер класс конечно разумеется естественно точно верно именно правда вообще просто примерно вроде будто типа короче кстати собственно
  значит итак впрочем видимо наверно наверное возможно может быть пожалуй вероятно скорее похоже
  надо нужно нужен нужна нужны можно нельзя есть был была было были будет буду будем бывает пусть
  очень много мало немного чуть совсем слишком больше меньше лучше хуже более менее опять снова потом сейчас теперь тогда сразу скоро
  всегда никогда иногда часто обычно обычный обычное обычную обычная прошлый раз раза разы любой любая любое любую какая-нибудь какой-нибудь
  какое-нибудь какую-нибудь что-нибудь что-то кто-то как-то где-то когда-нибудь как-нибудь другой другое другая другую разный равно разницы
  щас ничего нечего никак никто никого никому нигде никуда незачем
  спасибо пожалуйста извините простите здравствуйте привет алло добрый день вечер утро доброе
  блин черт господи боже ого угуу
  the and but for with from that this these those there here what which who whom when where why how you your yours she her him his they them
  their its our ours mine myself yourself not yes yeah yep nope sure okay right fine good bad great nice well alright maybe perhaps probably
  possibly really just only also too very much more less most some any all both each other another same thing things something anything nothing
  are was were been being has had have does did can could would should will shall may might must let lets let's i'm i'd i'll i've it's that's
  don't doesn't didn't can't won't isn't please thanks thank sorry hello hey now then again always never usual usually whatever whichever
  dunno guess suppose because about into out off
`)

/** To think, know, say, want, choose and decide: whoever only says so has not said what. */
const empty =
  /^(?:допус[тк]|предполож|скаж|сказа|говор|дума|подума|знаю|знаем|знает|знать|понял|поня[лт]|поним|счита|каж|хочу|хоч[еу]т|хотел|хотим|хочется|хотелось|захот|выбер|выбир|выбор|выбра|реш(?:а|и|у)|совет|посовет|подска|предлож|предлаг|предпоч|посмотр|смотр|гляд|увид|дава(?:й|л)|буд(?:ь|ет)|мож(?:е|н)|могу|смогу|получ|усмотрен|вкус(?:у)?$|слуша|слыш|помн|неважн|неуверен|уверен|непон|неясн|принцип|вариант|что-|как-|think|know|say|said|want|wish|like|choose|pick|decide|prefer|suggest|recommend|mean|hear|option|depend|mind|matter|care)/
/** The booking itself. */
const booking = /^(?:запис|запиш|заброни|брон|оформ|услуг|book|appoint)/
