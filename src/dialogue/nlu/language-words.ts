const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** English words that carry a sentence; a Latin word that is none of these may be a name or a brand in a sentence of any language. */
export const englishWords = set(
  `i i'm i'd i'll i've me my mine you you're your we we're our us he she it it's they them this that that's these those there here the a an
  and or but if so because of in on at to for from with without by about as into after before until is are am was were be been do does did
  don't doesn't didn't have has had can can't could would will won't should may might must not no yes yeah yep nope what what's when where who
  why which how much many some any all more less please thanks thank sorry excuse hello hi hey bye goodbye good morning afternoon evening night
  today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday one two three four five six seven eight nine ten o'clock
  want need like know speak say tell call talk ask give get make take go come book see hear wait hold repeat stop cancel change help understand
  english name number phone email address time date day week appointment right wrong correct okay sure maybe fine great just really very now
  later again morning let's let maam sir speaking calling looking interested understand doctor price cost open closed slowly`,
)

/** Russian words that carry a sentence. */
export const russianWords = set(
  `я мне меня мой моя мое мы нас нам вы вас вам ваш ваша ты тебя он она оно они его ее их это этот эта эти тот та те там тут здесь что как где
  когда куда кто почему зачем сколько какой какая какие чем и а но или если то же ли бы не нет да ну вот в на с со к ко от до из у о об за для
  по про без через после перед под можно нужно надо хочу хотел хотела могу может можете буду будет есть был была было так уже еще только очень
  все всё давайте давай пожалуйста спасибо здравствуйте привет добрый день вечер утро доброе до свидания пока сейчас сегодня завтра вчера потом
  алло слушаю понял поняла знаю говорите скажите подскажите запишите записаться перезвоните нужен нужна хорошо ладно конечно`,
)

/** English heard by a recogniser that writes Russian. Whole words that are no Russian ones. */
export const cyrillicEnglish = set(
  `хелло хэллоу хеллоу хэлло йес ес йеп ноуп инглиш инглищ рашн рашен сэнк сенк фэнк сэнкс сенкс сэнкью сенкью сэнкю фэнкс ю юр ду дид даз дазнт донт кэн кен кэнт вуд шуд кулд куд спик
  спикинг толк гуд монинг морнинг ивнинг афтернун найт вонт уонт нид лайк вот'с уот вотс уотс вэн вен вэр уэр вай хау мач мэни плиз плис эксьюз сори ай айм айл айв ту эн бук эни нэйм май фор вил
  апойнтмент аппойнтмент букинг тудэй тудей тумороу тумороуз зис зэт зэ зе энд бат вив виз фром эбаут нэйм нейм из эм ар айз уил
  слоули слоу вэйт уэйт лисен хелп фаст тайм дэй уик манди тьюздей вензди фрайдей сатердей сандей тунайт йестердей вери велл сэй аск нау хир секонд минит
  гудбай бай-бай риалли рили сорри андерстенд андерстэнд эгейн эгэйн репит рипит пипл мани прайс опен веар ваз хэв хев хэз гет гив тейк кам гоу коул колл май`,
)

/** Of these only those that are Russian words as well, or slang: they support English, but never decide for it. */
export const ambiguousCyrillicEnglish = set(
  'май бай из ай ту эн бук вот сори сорри плиз плис ес вен вай гоу гуд прайс мани кам опен лайк окей ок хай зе вив виз эм бат вил ар',
)

const russianInLatin = `я ты вы мы он она они мне меня тебя вас нам вам мой моя это эта что как где когда кто почему сколько какой какая какие чем или если не нет да
  ну вот на у от до из для по про без через после можно нужно надо хочу хотел хотела могу может можете буду будет есть был была так уже еще только очень все
  давайте давай пожалуйста спасибо здравствуйте здравствуй привет добрый доброе день вечер утро свидания пока сейчас сегодня завтра послезавтра потом алло слушаю понял поняла
  знаю понимаю говорю говорите говорить скажите подскажите запишите записаться записать перезвоните позвоните нужен нужна хорошо ладно конечно зовут стрижка маникюр
  девушка сколько стоит цена адрес телефон работаете время час часов понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье
  один два три четыре пять шесть семь восемь девять десять верно правильно точно ага угу до дела русски русском русский меня`

const letters: Readonly<Record<string, readonly string[]>> = {
  ж: ['zh', 'j'],
  х: ['kh', 'h', 'x'],
  ц: ['ts', 'c'],
  ч: ['ch'],
  ш: ['sh'],
  щ: ['shch', 'sch'],
  ъ: [''],
  ы: ['y', 'i'],
  ь: ['', "'"],
  э: ['e'],
  ю: ['yu', 'iu', 'ju'],
  я: ['ya', 'ia', 'ja'],
  й: ['y', 'i', 'j'],
  е: ['e', 'ye'],
  а: ['a'],
  б: ['b'],
  в: ['v', 'w'],
  г: ['g'],
  д: ['d'],
  з: ['z'],
  и: ['i'],
  к: ['k'],
  л: ['l'],
  м: ['m'],
  н: ['n'],
  о: ['o'],
  п: ['p'],
  р: ['r'],
  с: ['s'],
  т: ['t'],
  у: ['u'],
  ф: ['f'],
}

/** The spellings of one scheme: the same letter is always written the same way, `rank` picks which. */
const spell = (word: string, rank: number): string =>
  [...word].map((letter) => letters[letter]?.[Math.min(rank, letters[letter].length - 1)] ?? letter).join('')

/** Russian in Latin letters (`zdravstvuyte`, `spasibo`), in the usual ways to write it. English words are not among them. */
export const latinRussian: ReadonlySet<string> = new Set(
  russianInLatin
    .split(/\s+/)
    .flatMap((word) => [0, 1, 2].map((rank) => spell(word, rank)))
    .concat([
      'khorosho',
      'horosho',
      'dobriy',
      'dobryj',
      'zdravstvuite',
      'zdrastvuyte',
      'pozhaluista',
      'pojaluista',
      'shto',
      'svidaniya',
      'svidania',
      'chas',
    ])
    .filter((word) => word.length > 1 && !englishWords.has(word)),
)
