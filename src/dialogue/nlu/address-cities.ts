import {type Case, cases, declineName} from './names/decline.ts'

const masculine = `
архангельск астрахань барнаул белгород благовещенск брянск владивосток владикавказ владимир волгоград волгодонск волжск воронеж екатеринбург ижевск иркутск калининград киров краснодар красноярск курган курск липецк магадан магнитогорск майкоп миасс мурманск
нальчик нефтекамск нижневартовск нижнекамск новокузнецк новороссийск новосибирск новочеркасск норильск ноябрьск обнинск омск оренбург орск петрозаводск петропавловск подольск прокопьевск псков пятигорск рубцовск рыбинск саранск саратов сарапул
северодвинск серпухов смоленск ставрополь стерлитамак сургут таганрог тамбов тобольск томск туапсе ульяновск уссурийск хабаровск ханты-мансийск челябинск южно-сахалинск якутск ярославль симферополь севастополь дербент каспийск хасавюрт альметьевск
ангарск армавир артем арзамас ачинск балаково братск дзержинск димитровград домодедово каменск-уральский зеленоград ковров королев красногорск кисловодск ессентуки копейск нефтеюганск новомосковск новочебоксарск октябрьск одинцово ногинск орехово-зуево
раменское салават северск тольятти троицк ухта электросталь энгельс элиста балашиха реутов щелково пушкино видное сочи батайск невинномысск черкесск краматорск донецк луганск мариуполь мелитополь
минск брест витебск гродно гомель могилев харьков киев львов ташкент самарканд бишкек алматы актобе павлодар семей тараз шымкент бухара андижан наманган душанбе худжанд ереван тбилиси баку гянджа сумгаит кишинев тирасполь вильнюс таллин
выборг гатчина пушкин петергоф кронштадт колпино всеволожск сестрорецк ломоносов зеленогорск соликамск березники первоуральск асбест ревда златоуст снежинск озерск бийск белово юрга кемерово междуреченск усолье канск минусинск
`
const feminine = `
москва казань самара уфа пермь рязань тула тюмень пенза чита кострома калуга тверь вологда астана анапа алушта ялта евпатория феодосия керчь махачкала елабуга сызрань находка воркута инта печора шуя вязьма руза коломна дубна кинешма дубовка
гатчина луга алма-ата караганда костанай одесса полтава рига нарва юрмала лида орша бухара балахна выкса павловка ступино шатура электросталь чусовая кунгур
`
/** Cities of several words, plural names and short names: the forms by hand, one form between commas. */
const irregular: Readonly<Record<string, string>> = {
  'санкт-петербург':
    'санкт-петербурга, санкт-петербурге, санкт петербург, санкт петербурга, санкт петербурге, петербург, петербурга, петербурге, питер, питера, питере, спб',
  москва: 'мск',
  екатеринбург: 'екб',
  'нижний новгород': 'нижнего новгорода, нижнем новгороде, нижний',
  'великий новгород': 'великого новгорода, великом новгороде',
  'ростов-на-дону': 'ростова-на-дону, ростове-на-дону, ростов на дону, ростова на дону, ростове на дону, ростов, ростова, ростове',
  'набережные челны': 'набережных челнов, набережных челнах, челны, челнах, челнов',
  'старый оскол': 'старом осколе, старого оскола',
  'нижний тагил': 'нижнем тагиле, нижнего тагила',
  'сергиев посад': 'сергиевом посаде, сергиева посада',
  'йошкар-ола': 'йошкар-оле, йошкар-олы, йошкар ола, йошкар оле',
  'улан-удэ': 'улан удэ',
  'комсомольск-на-амуре': 'комсомольске-на-амуре, комсомольск на амуре, комсомольске на амуре',
  'великие луки': 'великих луках, великих лук',
  'вышний волочек': 'вышнем волочке',
  'новый уренгой': 'новом уренгое, нового уренгоя',
  'горно-алтайск': 'горно-алтайске, горно алтайск',
  'гусь-хрустальный': 'гусь-хрустальном, гусь хрустальный',
  'минеральные воды': 'минеральных водах, минводы, минводах',
  чебоксары: 'чебоксар, чебоксарах',
  мытищи: 'мытищ, мытищах',
  химки: 'химок, химках',
  люберцы: 'люберец, люберцах',
  бердск: 'бердска, бердске',
  орел: 'орла, орле',
  череповец: 'череповца, череповце',
  елец: 'ельца, ельце',
  грозный: 'грозного, грозном',
  долгопрудный: 'долгопрудного, долгопрудном',
  жуковский: 'жуковского, жуковском',
  чайковский: 'чайковского, чайковском',
}

/** Every form, words joined by a blank, and the nominative it belongs to. */
const forms = new Map<string, string>()
const known = (form: string, city: string) => {
  if (!forms.has(form)) forms.set(form, city)
}
for (const [city, list] of Object.entries(irregular)) for (const form of [city, ...list.split(', ')]) known(form, city)
const oblique: readonly Case[] = cases.slice(1)
for (const [list, gender] of [
  [masculine, 'm'],
  [feminine, 'f'],
] as const)
  for (const city of list.split(/\s+/).filter(Boolean)) {
    known(city, city)
    for (const to of oblique) known(declineName(city, 'first', gender, to), city)
  }
const english = `
london manchester birmingham liverpool leeds bristol glasgow edinburgh cardiff belfast dublin oxford cambridge brighton york bath nottingham sheffield leicester newcastle southampton portsmouth reading chicago boston houston dallas austin seattle miami denver phoenix atlanta detroit philadelphia portland
baltimore orlando tampa nashville memphis minneapolis cleveland pittsburgh cincinnati sacramento oakland brooklyn manhattan queens bronx toronto montreal vancouver ottawa calgary sydney melbourne brisbane perth adelaide auckland moscow paris berlin dubai
`
for (const city of english.split(/\s+/).filter(Boolean)) known(city, city)
for (const city of [
  'new york',
  'los angeles',
  'san francisco',
  'san diego',
  'san jose',
  'las vegas',
  'salt lake city',
  'kansas city',
  'new orleans',
  'saint petersburg',
  'st petersburg',
  'cape town',
  'hong kong',
  'san antonio',
  'fort worth',
  'long beach',
  'new york city',
  'milton keynes',
])
  known(city, city)

/** The city that starts at `at`, in the nominative, and how many words it takes. */
export function cityAt(words: readonly string[], at: number): {readonly city: string; readonly to: number} | undefined {
  for (let length = 3; length > 0; length--) {
    const city = at + length <= words.length ? forms.get(words.slice(at, at + length).join(' ')) : undefined
    if (city) return {city, to: at + length}
  }
  return undefined
}
