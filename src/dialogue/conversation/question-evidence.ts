/**
 * Whether the caller's own words ask for something: a model that takes «я на вашу беду ремонт затеял» for a question would have it answered
 * with «точно не знаю». An interrogative, a verb of the listener's, a request to be told, or a bare topic behind «а» is enough.
 */
export function speaksOfQuestion(said: string): boolean {
  const text = said.toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'").trim()
  if (text.includes('?')) return true
  const words = text.replaceAll(/[^\p{L}\p{N}' -]/gu, ' ').replaceAll(set, ' ')
  if (asking.test(words) || told.test(words) || allowed.test(words)) return true
  return !ofSpeaker.test(words) && (listener.test(words) || offered.test(words) || bare.test(words))
}

/** Turns of phrase with an interrogative that ask nothing: «не знаю как объяснить», «как обычно», «какая же красота», "you know what". */
const set =
  /(?<!\p{L})(?:(?:не (?:знаю|помню|понимаю|важно|скажу)|без разницы|неважно|непонятно|забыл[аи]?|все равно|мало ли) (?:\S+ )?(?:как|что|где|когда|сколько|кто|как\S{2,3})(?= |$)|(?:так|все равно) как(?= |$)|как (?:обычно|всегда|раз|бы|будто|скажете|хотите|угодно|видите|говорится|бог)(?= |$)|как(?:ой|ая|ое|ие) (?:же )?(?:\S+ )?(?:красота|прелесть|ужас|кошмар|молодец|молодцы|умница|бред|жалость|досада)(?= |$)|(?:что|чего|как|кто|где|когда|сколько|как(?:ой|ая|ое|ие|ую))-(?:то|нибудь|либо)|что (?:ж|же|ли)(?= |$)|потому что|то что|тем более что|после того как|до того как|из-за того что|you know what|guess what|what a(?: \S+){1,2}|i don't know (?:what|how|where|when|why|who))/gu

const asking =
  /(?:^| )(?:сколько|скольки|почем|где|куда|откуда|когда|почему|зачем|отчего|как(?:ой|ая|ое|ие|ую|ом|их|ого|ому|им|ими)?|кто|кого|кому|кем|чей|чья|чье|чем|чего|ли|разве|неужели|котор\S+|what|what's|which|who|who's|whose|where|where's|when|why|how|how's)(?: |$)|^(?:\S+ ){0,2}что (?:\S+ ){0,3}(?:за|делать|нужно|надо|есть|будет|если|взять|входит|такое|с)(?: |$)|^(?:(?:and|so|but|well|um|uh|okay|hi|hello|sorry) )*(?:do|does|did|is|are|can|could|will|would|have|has|may|should) (?:you|i|we|they|there|it|the|your|this|that|he|she|my)(?: |$)/
/** What may be done, and what would be: «я могу прийти с собакой», «а мне можно», «а если опоздаю». */
const allowed = /^(?:(?:а|и|ну) )?(?:(?:я|мы|мне|нам) )?(?:можно|могу|можем)(?: |$)|^(?:(?:а|и|ну) )+(?:если|вдруг)(?: |$)/
/** Wants to be told. */
const told =
  /(?:^| )(?:под?скажите|скажите|расскажите|объясните|напомните|узнать|спросить|уточнить|выяснить|интересует|интересно|вопрос|вопросик|стоимость|цена|цену|tell me|i'd like to know|i want to know|wondering|wonder|question|price|cost)(?: |$)/
/** Of the listener: «карты принимаете», «вы стрижете», never a request to do something («запишите»). */
const listener =
  /(?:^| )(?!(?:знаете|понимаете|видите|скажете|хотите)(?: |$))\S+(?:ае|яе|ее|уе|ье|ме|же|де|ре)те(?: |$)|(?:^| )вы (?:\S+ )?\S+(?:ите|ете)(?: |$)|(?:^| )any \S+/
const offered =
  /^(?:(?:а|и|ну|да|здравствуйте) )*(?:можно|нельзя|есть|бывает|бывают|будет|имеется|положено|обязательно)(?: |$)|(?:^| )(?:можно|есть|бывает|бывают|имеется|обязательно|работает|далеко|дорого|платно|бесплатно)$/
/** «А парковка», «а с детьми»: a topic, and nothing said of it. */
const bare = /^(?:а|и|and)(?: (?:с|со|на|в|у вас|для|про|насчет|по|the|about|what))*(?: \S+){1,3}$/
/** Of whoever speaks: then it is told, unless something else asks. */
const ofSpeaker = /(?:^| )(?:я|мы|у меня|у нас|мне|нам|мой|моя|мое|мои|мою|наш\S*|i|i'm|i've|we|we've|my|our)(?: |$)/
