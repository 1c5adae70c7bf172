const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

export const ats = set('@ собака собачка собаки собаку собачку собачки собакой собаке собак сабака эт этт ат at')

/** Signs inside an address, longest names first. */
export const signs: readonly (readonly [words: readonly string[], sign: '.' | '-' | '_' | '+'])[] = (
  [
    [
      '_',
      'нижнее подчеркивание|нижним подчеркиванием|нижний подчерк|нижнее тире|нижний дефис|нижний прочерк|нижняя черта|нижнюю черту|нижнее подчеркивания|знак подчеркивания|under score',
    ],
    ['_', 'подчеркивание|подчерк|подчеркивания|подчерком|нижнее|андерскор|андескор|underscore|underline|_'],
    ['-', 'знак минус|короткое тире|тире|дефис|дефиз|минус|черточка|черточку|прочерк|дэш|деш|dash|hyphen|minus'],
    ['+', 'знак плюс|плюс|плюсик|plus|+'],
    ['.', 'точка|точку|точкой|дот|dot|period'],
  ] as const
).flatMap(([sign, names]) => names.split('|').map((name) => [name.split(' '), sign] as const))

/** Between the pieces of an address, without meaning. */
export const noise = set(
  `э ээ эээ ээээ мм ммм хм ну вот так потом дальше далее затем после еще слитно вместе все всё буква буквы букву буквой буквами буквам цифра цифры цифру цифрами
   символ символы знак значок значка коммерческое коммерческая слово словом пишется пишу идет стоит ставим ставите маленькая маленькие маленькими маленькой большая большой большими большие заглавная заглавной
   заглавными строчная строчные строчными как латиницей латиница латинская латинскими латинские латинское английская английскими английские английское английской
   по-английски по-русски русская русскими обычная пробела пробелов как-то соответственно собственно короче сначала вначале первая вторая
   uh um uhm er erm hm then lowercase uppercase capital capitals spelled spelt followed`,
)

/** Words of a dictation when a letter or a digit follows, words of an address otherwise. */
export const spellingWords = set('letter letters number numbers small big lower upper case like so well next by and и а')

export const noisePhrases: readonly (readonly string[])[] =
  `с большой буквы|с маленькой буквы|с заглавной буквы|без точки|без точек|без пробелов|без пробела|без дефиса|без тире|без подчеркивания|без подчеркиваний|в одно слово|одним словом|все слитно|все вместе|все маленькими|все маленькие|по английски|на английском|английскими буквами|латинскими буквами|как слышится|как слышите|так и пишется|all one word|one word|no spaces|no space|no dots|no dot|without dots|without a dot|without spaces|without a space|all lowercase|all lower case|all together|the letter|the letters|the number|the numbers|as in|you know|как бы|это самое|так сказать`
    .split('|')
    .map((phrase) => phrase.split(' '))

export const repairs: readonly (readonly string[])[] =
  `нет не так|нет нет|нет|ой|вернее|точнее|то есть|тоесть|извините|простите|пардон|ошибся|ошиблась|погодите|подождите|стоп|заново|сначала|no wait|no|sorry|wait|i mean|actually|oops|scratch that|correction|rather`
    .split('|')
    .map((phrase) => phrase.split(' '))
    .sort((a, b) => b.length - a.length)

/** English words that Russian speech carries into addresses and nobody would transliterate back. */
export const loanwords: ReadonlyMap<string, string> = new Map(
  `корп corp|сейлс sales|сейлз sales|сэйлз sales|сэйлс sales|саппорт support|суппорт support|хелп help|шоп shop|бьюти beauty|бест best|бэст best|лайф life|лав love|стайл style|смайл smile
   скай sky|грин green|блэк black|блек black|вайт white|голд gold|хаус house|хоум home|груп group|тим team|клаб club|квин queen|кинг king|герл girl|бэби baby|беби baby
   мьюзик music|тревел travel|трэвел travel|диджитал digital|дрим dream|файр fire|найт night|сан sun|мун moon|стар star|лаки lucky|хэппи happy|свит sweet|эйр air|лайт light
   джаст just|мистер mr|бизнес business|маркетинг marketing|сервис service|фитнес fitness`
    .split(/[|\n]/)
    .map((entry) => entry.trim().split(' ') as [string, string]),
)

/** Russian words that may as well stand there in English. */
export const translations: ReadonlyMap<string, string> = new Map(
  'офис office|менеджер manager|директор director|студия studio|студио studio|авто auto|фото photo|контакт contact|дизайн design|мастер master|центр center|клиника clinic|салон salon|алекс alex|макс max|виктор victor|александр alexander|михаил michael|юлия julia|софия sofia|макс max|ник nick|джек jack|джон john|майк mike|крис chris|катрин katrin|эмили emily|элис alice|алиса alice|евгений eugene'
    .split('|')
    .map((entry) => entry.split(' ') as [string, string]),
)
