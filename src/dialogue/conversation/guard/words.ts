import type {Lang} from '../../nlu/types.ts'
import type {ScenarioField} from '../../engine/scenario/scenario.ts'

/**
 * Words that carry no content, in their exact forms: a model may add them to a line of the engine. Closed lists: whatever is on none of them
 * has to stand in the line. What bounds a value («от», «до», "under"), denies or concedes is on none.
 */
const listed = (text: string): readonly string[] => text.trim().split(/\s+/)

const particles: Readonly<Record<Lang, readonly string[]>> = {
  ru: listed(`
    я мне меня мной мы нам нас нами вы вас вам вами ты тебя тебе тобой ваш ваша ваше ваши вашу вашего вашей вашему вашим вашем ваших
    твой твоя твое твою твоего твоей твоему наш наша наше наши нашу нашего нашей это этот эта эту этого этой этом эти этих то тот та том тем того
    в во на к ко по о об обо с со у из для за при и а но или либо что чтобы как так же ли бы ж вот ну тоже также еще теперь тогда`),
  en: listed(`
    a an the i me my we us our you your yours it its this that these those to of in on at for with and or but so as is are am be do does
    i'm it's that's you're then now`),
}

const courtesies: Readonly<Record<Lang, readonly string[]>> = {
  ru: listed(`
    понятно ясно понял поняла поняли услышал услышала спасибо благодарю большое огромное пожалуйста простите извините прошу прощения секунду
    секундочку минуту минутку минуточку момент одну один будьте добры любезны рад рада помочь приятно очень подскажите скажите назовите уточните
    продиктуйте сообщите укажите оставьте расскажите представьтесь давайте продолжим итак значит угу ага сожалению жаль повторите повторю
    раз вопрос вопросик уточнить уточню спросить узнать`),
  en: listed(`
    okay ok got understood see thanks thank much please sorry pardon moment second just one say tell give let let's excuse apologies apologize
    again repeat once more question so well nice meet hear alright right kindly quick quickly ask know afraid unfortunately`),
}

/** They agree to what was said: not where the engine has understood nothing, or does not know. */
const agreements: Readonly<Record<Lang, readonly string[]>> = {
  ru: listed(
    'хорошо отлично прекрасно замечательно чудесно супер здорово ладно ок окей конечно принято отличный прекрасный хороший выбор удовольствием да',
  ),
  en: listed('great perfect good wonderful lovely excellent fine sure certainly course absolutely nice all choice yes'),
}

/** They only ask: in a statement they would claim or promise. */
const askings: Readonly<Record<Lang, readonly string[]>> = {
  ru: listed(`
    какой какая какое какую каком каких какие какого какому чей чье чью чья кто кого где куда когда сколько почему зачем который которого
    котором можно могу могли можете может было именно скажем подскажете скажете назовете хотите хотели хотелось желаете удобно удобнее удобен лучше нужно нужен
    нужна будет будут будем есть записать запишем запишу назвать сказать подсказать уточнить продиктовать напомнить чем помочь помогу полезен
    полезна планируете предпочитаете подойдет подходит устроит интересует если
    что-нибудь какой-нибудь какие-нибудь какая-нибудь какое-нибудь когда-нибудь`),
  en: listed(`
    what what's whats which who whose when when's where how can could may might would will shall should i'd you'd like want prefer have has
    help assist works work suits suit best better convenient tell give share take get put down if mind need there any`),
}

const topics: Readonly<Record<ScenarioField['type'], Readonly<Record<Lang, readonly string[]>>>> = {
  date: {
    ru: listed('день дня дню дню дни дата дату даты датой число числа числу записать'),
    en: listed('day date days'),
  },
  time: {
    ru: listed('время времени час часу часов часам часа записать'),
    en: listed('time hour'),
  },
  person_name: {
    ru: listed('имя имени зовут обращаться называть звать записать величать'),
    en: listed('name call address speaking'),
  },
  phone: {
    ru: listed('телефон телефона телефону номер номера номеру номером связаться связи контакт контактный мобильный цифры'),
    en: listed('phone number reach contact mobile telephone'),
  },
  email: {ru: listed('почта почту почты имейл адрес электронная электронную электронной'), en: listed('email mail address')},
  number: {ru: listed('количество число'), en: listed('many much number')},
  enum: {ru: listed('вариант варианты выбрать выберете выбираете выберите остановимся'), en: listed('one option choose pick go')},
  address: {ru: listed('адрес адресу адреса улица улицу улицы дом дома находитесь'), en: listed('address street house')},
  yesno: {ru: [], en: []},
  text: {ru: listed('подробнее подробней опишите рассказать словах'), en: listed('more describe about')},
}

const perLang = <Value>(make: (lang: Lang) => Value): Readonly<Record<Lang, Value>> => ({ru: make('ru'), en: make('en')})
const sets = perLang((lang) => ({
  plain: new Set([...particles[lang], ...courtesies[lang]]),
  particles: new Set(particles[lang]),
  courtesies: new Set(courtesies[lang]),
  agreements: new Set(agreements[lang]),
  askings: new Set(askings[lang]),
}))

export const isParticle = (word: string, lang: Lang): boolean => sets[lang].particles.has(word)

export const isCourtesy = (word: string, lang: Lang): boolean => sets[lang].courtesies.has(word)

/** A particle or a courtesy. */
export const isPlain = (word: string, lang: Lang): boolean => sets[lang].plain.has(word)

export const isAgreement = (word: string, lang: Lang): boolean => sets[lang].agreements.has(word)

/** @param field what is asked for, when it is a field's value */
export const isAsking = (word: string, lang: Lang, field: ScenarioField | undefined): boolean =>
  sets[lang].askings.has(word) || (field !== undefined && topics[field.type][lang].includes(word))

/** A word for the thing that is asked for; of the words it is asked with no verb: «телефон», not «связаться». */
export const isTopicNoun = (word: string, lang: Lang, {type}: ScenarioField): boolean =>
  topics[type][lang].includes(word) && !verbs.test(word)

const verbs =
  /(?:ть|ться|ете|утся|итесь|имся|зовут)$|^(?:call|address|speaking|reach|contact|pick|choose|go|describe|many|much|находитесь)$/
