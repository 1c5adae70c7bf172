/** What providers are called, and their names in addresses. */
const providerNames: Readonly<Record<string, string>> = {
  mail: 'мейл|мейлик|mail',
  mailru: 'мейлру|mailru',
  gmail: 'джимейл|жмейл|жимейл|гмейл|гимейл|джи мейл|жи мейл|же мейл|г мейл|гэ мейл|ж мейл|g mail|gmail|gee mail|jmail',
  google: 'гугл|google',
  googlemail: 'гуглмейл|гугл мейл|googlemail|google mail',
  yandex: 'яндекс|яндекса|яндексе|яндех|yandex',
  ya: 'я|ya',
  rambler: 'рамблер|рэмблер|рамблера|rambler',
  inbox: 'инбокс|имбокс|ин бокс|inbox',
  list: 'лист|list',
  bk: 'бк|бэ ка|бе ка|бэка|би кей|б к|b k|bk',
  internet: 'интернет|internet',
  outlook: 'аутлук|оутлук|аутлюк|аут лук|outlook',
  hotmail: 'хотмейл|хот мейл|hotmail|hot mail',
  yahoo: 'яху|йаху|ягу|яхо|яхуу|yahoo',
  icloud: 'айклауд|айклаут|айклоуд|ай клауд|ай клаут|ай клоуд|icloud|i cloud',
  live: 'лайв|live',
  proton: 'протон|proton',
  protonmail: 'протонмейл|протон мейл|protonmail|proton mail',
  vk: 'вк|вэ ка|ве ка|vk',
  ukr: 'укр|ukr',
  tut: 'тут|tut',
  aol: 'аол|эй оу эл|aol|a o l',
  msn: 'эм эс эн|msn|m s n',
  me: 'me',
}

/** The providers people name without a top-level domain. */
const home: Readonly<Record<string, string>> = {
  mailru: 'ru',
  gmail: 'com',
  googlemail: 'com',
  yandex: 'ru',
  rambler: 'ru',
  outlook: 'com',
  hotmail: 'com',
  yahoo: 'com',
  icloud: 'com',
  protonmail: 'com',
}

export interface Provider {
  readonly name: string
  readonly length: number
  /** Its usual top-level domain, when that goes without saying. */
  readonly home?: string
}

const providers: readonly (readonly [words: readonly string[], name: string])[] = Object.entries(providerNames)
  .flatMap(([name, called]) => called.split('|').map((words) => [words.split(' '), name] as const))
  .sort(([a], [b]) => b.length - a.length)

export function providerAt(words: readonly string[], at: number): Provider | undefined {
  const heard = words.slice(at, at + 3).map(plainly)
  const found = providers.find(([phrase]) => phrase.every((word, offset) => heard[offset] === word))
  if (!found) return undefined
  const [phrase, name] = found
  const usual = home[name]
  return {name, length: phrase.length, ...(usual === undefined ? {} : {home: usual})}
}

/** Recognisers spell "mail" in every way: мэйл, майл, меил. */
const plainly = (word: string): string => word.replaceAll(/м[аеэ][ий]л/g, 'мейл').replaceAll('-', '')

const tldNames: Readonly<Record<string, string>> = {
  ru: 'ру|эр у|р у|ар ю|ар у|ru|r u|roo',
  com: 'ком|кам|комм|си оу эм|com|c o m',
  net: 'нет|нэт|net|n e t',
  org: 'орг|org|o r g',
  info: 'инфо|info',
  biz: 'биз|biz',
  рф: 'рф|эр эф|рэфэ',
  by: 'бай|би уай|бэ игрек|by|b y',
  kz: 'кз|ка зэ|казэ|ка зет|кей зед|кей зи|кей зет|kz|k z',
  ua: 'юа|уа|ю эй|у а|ua|u a',
  su: 'су|su',
  uk: 'юкей|ю кей|uk|u k',
  'co.uk': 'ко юкей|ко ю кей|ко точка юкей|ко точка ю кей|co uk|co u k|co dot uk|co dot u k|couk',
  co: 'ко|co',
  io: 'айо|ай о|ай оу|ио|io|i o',
  me: 'ми|me',
  tv: 'тв|ти ви|tv|t v',
  ai: 'эй ай|эйай|ai|a i',
  dev: 'дев|dev',
  app: 'апп|эпп|app',
  pro: 'про|pro',
  online: 'онлайн|online',
  site: 'сайт|site',
  shop: 'шоп|shop',
  store: 'стор|store',
  club: 'клуб|клаб|club',
  moscow: 'москва|москоу|moscow',
  de: 'дэ е|ди и|де|de|d e',
  eu: 'еу|eu|e u',
  us: 'юэс|ю эс|us|u s',
  edu: 'эду|еду|edu|e d u',
  gov: 'гов|gov',
  fr: 'fr|эф эр',
  it: 'it',
  es: 'es',
  pl: 'pl|пл',
  ca: 'ca',
  au: 'au',
  il: 'il',
  am: 'ам|am',
  ge: 'ge',
  uz: 'уз|uz',
  kg: 'кг|кей джи|kg',
  md: 'мд|md',
  xyz: 'xyz|x y z|икс игрек зет',
  tech: 'тех|tech',
  group: 'груп|групп|group',
  studio: 'студио|studio',
  design: 'дизайн|design',
  agency: 'агенси|agency',
  center: 'центр|center',
  clinic: 'клиник|clinic',
  beauty: 'бьюти|beauty',
  media: 'медиа|media',
  team: 'тим|team',
  space: 'спейс|space',
  top: 'топ|top',
  cloud: 'клауд|cloud',
  рус: 'рус',
  дети: 'дети',
}

const tlds: readonly (readonly [words: readonly string[], tld: string])[] = Object.entries(tldNames)
  .flatMap(([tld, called]) => called.split('|').map((words) => [words.split(' '), tld] as const))
  .sort(([a], [b]) => b.length - a.length)

export function tldAt(words: readonly string[], at: number): {readonly tld: string; readonly length: number} | undefined {
  const found = tlds.find(([phrase]) => phrase.every((word, offset) => words[at + offset] === word))
  return found && {tld: found[1], length: found[0].length}
}

/** The ones that are heard without «точка» in front. Others are common words: «нет», «про», "me". */
export const boldTlds: ReadonlySet<string> = new Set(['ru', 'com', 'рф', 'co.uk', 'kz', 'org'])
