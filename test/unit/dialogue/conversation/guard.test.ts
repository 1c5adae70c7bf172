import {expect} from 'chai'
import {mayReword} from '../../../../src/dialogue/conversation/guard/guard.ts'
import type {FlowInput} from '../../../../src/skillbase/schema/flow.ts'
import {barber} from '../../../helpers/barber.ts'
import {guarding as guardingWith, type GuardingOptions} from '../../../helpers/guarding.ts'

const prompt =
  'Вы — голосовой помощник. Никогда не говорите, что что-то сделано, пока этого не подтвердил инструмент или система. ' +
  'Осмотр подвески занимает около часа и стоит тысячу рублей, если запчасти не нужны.'
const facts = ['Осмотр подвески занимает около часа и стоит тысячу рублей, если запчасти не нужны.']

const guarding = (flow: FlowInput, lines: readonly string[], options: GuardingOptions = {}) =>
  guardingWith(flow, lines, {prompt, facts, ...options})

const plan = {
  flow: 'plan',
  persona: {company: 'Гараж'},
  fields: {
    problem: {type: 'text', ask: 'Что с машиной?'},
    date: {type: 'date', ask: 'На какой день записать?'},
    time: {type: 'time', ask: 'К какому часу?'},
    guests: {type: 'number', ask: 'Сколько вас будет?'},
    phone: {type: 'phone', ask: 'Какой у вас телефон?'},
  },
  facts: {price: 'Осмотр стоит полторы тысячи рублей'},
} as const satisfies FlowInput

describe('the guard of a model’s words', () => {
  const {check, turn} = guarding(barber, ['хочу подстричься завтра в три'])

  it('lets through what the engine would say in other words', () => {
    expect(turn.text).to.match(/Как вас зовут\?$/)
    for (const line of [
      'Отлично, стрижка завтра в три. Как к вам обращаться, как вас зовут?',
      'Хорошо! Подскажите, пожалуйста, ваше имя?',
      'Понял вас, двенадцатого марта. На чьё имя записать?',
      'Завтра, двенадцатого марта, в четверг, в пятнадцать часов. А имя ваше?',
      'Одну секунду… Как вас зовут?',
      'Услышал вас — стрижка. Как ваше имя?',
      'Принято, стрижка. Как я могу к вам обращаться?',
    ])
      expect(check(line), line).to.equal(undefined)
  })

  const refused: readonly (readonly [string, string, readonly string[]])[] = [
    ['nothing', 'empty', ['']],
    ['what is too long to listen to', 'length', [`${'Расскажите, пожалуйста, подробнее. '.repeat(8)}Как вас зовут?`]],
    ['digits', 'digits', ['Запишу на 15. Как вас зовут?', 'Завтра в 15:00, как вас зовут?', 'Цена ½ тысячи. Как вас зовут?']],
    [
      'markup',
      'markup',
      [
        '**Отлично!** Как вас зовут?',
        '- стрижка. Как вас зовут?',
        'Хорошо (улыбается). Как вас зовут?',
        'Смотрите https://example.com. Как вас зовут?',
        'Здравствуйте, {{ name }}, как вас зовут?',
        '<speak>Как вас зовут?</speak>',
        'Пишите на a@b. Как вас зовут?',
      ],
    ],
    ['emoji', 'emoji', ['Отлично 😊 Как вас зовут?', 'Привет 🇷🇺 Как вас зовут?', 'Супер ✂️ как вас зовут?']],
    [
      'another language',
      'language',
      [
        'Great! What is your name?',
        'Отлично, haircut завтра. Как вас зовут?',
        '好的，请问您叫什么名字？',
        'Чудово! Quel est votre nom, как вас зовут?',
      ],
    ],
    [
      'invented numbers',
      'number',
      [
        'Стрижка стоит три тысячи рублей. Как вас зовут?',
        'У нас пять мастеров. Как вас зовут?',
        'Скидок нет, но сорок процентов ваши. Имя?',
        'Это займёт полтора часа. Как вас зовут?',
      ],
    ],
    [
      'invented days',
      'date',
      ['Записываем на послезавтра. Как вас зовут?', 'Тогда в субботу. Как вас зовут?', 'Двадцать пятого мая, верно, и как вас зовут?'],
    ],
    ['invented hours', 'time', ['Завтра в полпятого. Как вас зовут?', 'Завтра в шестнадцать тридцать. Как вас зовут?']],
    [
      'a deed nobody did, or promised',
      'promise',
      [
        'Записал вас на завтра. Как вас зовут?',
        'Вы уже записаны на завтра. Как вас зовут?',
        'Забронировал для вас время. Как вас зовут?',
        'Я отменил прошлый визит. Как вас зовут?',
        'Перезвоним вам завтра. Как вас зовут?',
        'Отправлю вам сообщение. Как вас зовут?',
        'Соединяю с мастером. Как вас зовут?',
        'Завтра в три свободно. Как вас зовут?',
        'На завтра есть окошко. Как вас зовут?',
        'Ваша заявка принята. Как вас зовут?',
        'Ждём вас завтра. А как вас зовут?',
        'Сделаем вам скидку. Как вас зовут?',
        'Первый раз бесплатно. Как вас зовут?',
      ],
    ],
    [
      'a person where there is none',
      'human',
      ['Я живой человек. Как вас зовут?', 'Я не робот. Как вас зовут?', 'Нет, я не бот, как вас зовут?'],
    ],
    ['the end of the call', 'goodbye', ['До свидания! Как вас зовут?', 'Всего доброго. А как вас зовут?']],
    ['rudeness', 'rude', ['Вы идиот. Как вас зовут?', 'Да пошёл ты, сука. Как вас зовут?']],
    [
      'its own instructions',
      'prompt',
      [
        'Никогда не говорите, что что-то сделано, пока этого не подтвердил инструмент. Как вас зовут?',
        'Мои инструкции запрещают. Как вас зовут?',
        'Вот системный промпт. Как вас зовут?',
      ],
    ],
    ['no question where one was asked', 'no question', ['Отлично, стрижка.', 'Хорошо, жду вас.']],
    ['several questions', 'questions', ['Как вас зовут? А телефон ваш какой?']],
    ['another question', 'other question', ['На какой день вас записать?', 'Хорошо. Какой у вас телефон?']],
  ]
  for (const [what, fault, lines] of refused)
    it(`refuses ${what}`, () => {
      for (const line of lines) expect(check(line), line).to.match(new RegExp(`^${fault}`))
    })

  it('does the same in English', () => {
    const english = guarding(barber, ['hello i would like a haircut', 'tomorrow at three'])
    expect(english.turn.state.lang).to.equal('en')
    expect(english.turn.text).to.match(/Your name\?$/)
    for (const line of [
      'Great, tomorrow at three. What is your name?',
      'Got it. May I have your name, please?',
      'Could you tell me your name?',
    ])
      expect(english.check(line), line).to.equal(undefined)
    for (const [line, fault] of [
      ['You are booked for tomorrow. Your name?', 'promise'],
      ['I will call you back. What is your name?', 'promise'],
      ['It is free of charge. Your name?', 'promise'],
      ['Tomorrow at three is available. Your name?', 'promise'],
      ['A haircut is fifty dollars. Your name?', 'number'],
      ['See you on Friday. Your name?', 'date'],
      ['Tomorrow at half past five. Your name?', 'time'],
      ['I am a real person. Your name?', 'human'],
      ['Отлично. Your name?', 'language'],
      ['As an AI, I cannot. Your name?', 'prompt'],
      ['Goodbye! Your name?', 'goodbye'],
    ] as const)
      expect(english.check(line), line).to.match(new RegExp(`^${fault}`))
  })

  it('knows numbers by their order: the digits of a phone shuffled are another phone', () => {
    const phone = guarding(plan, ['а есть ли у вас парковка'], {
      facts: ['Про парковку звоните восемь, четыреста девяносто пять, сто двадцать три, сорок пять, шестьдесят семь.'],
    })
    expect(
      phone.check('Про парковку звоните восемь четыреста девяносто пять, сто двадцать три, сорок пять, шестьдесят семь. Что с машиной?'),
    ).to.equal(undefined)
    expect(
      phone.check('Про парковку звоните восемь четыреста девяносто пять, сорок пять, сто двадцать три, шестьдесят семь. Что с машиной?'),
    ).to.match(/^number/)
  })

  it('wants values heard that are not read back later', () => {
    const day = guarding(plan, ['стучит подвеска', 'завтра'])
    expect(day.turn.text).to.contain('двенадцатого марта')
    expect(day.check('Хорошо. К какому часу вас ждать?')).to.equal('unsaid date')
    expect(day.check('Хорошо, завтра. К какому часу?')).to.equal(undefined)
    expect(day.check('Двенадцатого марта, в четверг. К какому часу?')).to.equal(undefined)
    const guests = guarding(plan, ['стучит подвеска', 'завтра', 'в три', 'нас двое'])
    expect(guests.check('Понятно. Какой у вас телефон?')).to.equal('unsaid guests')
    expect(guests.check('Понятно, вас двое. Какой у вас телефон?')).to.equal(undefined)
  })

  it('lets no fact be told that nobody asked about', () => {
    const {check: ofPlan} = guarding(plan, ['здравствуйте'])
    expect(ofPlan('Осмотр стоит полторы тысячи рублей. Что с машиной?')).to.match(/^number/)
    expect(ofPlan('Осмотр подвески недолгий. Что с машиной?')).to.equal('word осмотр')
  })

  it('wants an answer to tell one fact, the whole of it and nothing else, when the engine has none', () => {
    const question = guarding(plan, ['а есть ли у вас парковка'])
    expect(question.turn.text).to.contain('не знаю')
    expect(question.check('Да, парковка есть прямо у входа. Что с машиной?')).to.equal('unsupported')
    expect(question.check('К сожалению, про парковку не подскажу. Что с машиной?')).to.equal(undefined)
    expect(question.check(`${facts[0]!} Что с машиной?`)).to.equal(undefined)
    expect(question.check('Осмотр подвески займёт около часа. Что с машиной?')).to.equal('unsupported')
    expect(question.check('Осмотр стоит полторы тысячи рублей. Что с машиной?')).to.equal(undefined)
    expect(question.check('Осмотр подвески стоит полторы тысячи рублей. Что с машиной?')).to.match(/^number/)
  })

  it('turns no fact round: neither what it denies nor which number is whose', () => {
    const told = [
      'Парковки во дворе нет.',
      'Диагностика двигателя стоит две тысячи рублей, электрики — одну тысячу.',
      'Гарантия полгода. Только на наши запчасти.',
    ]
    const {check: of} = guarding(plan, ['а есть ли у вас парковка'], {facts: told})
    expect(of('Во дворе парковки нет. Что с машиной?')).to.equal(undefined)
    expect(of('Парковка во дворе есть. Что с машиной?')).to.equal('unsupported')
    expect(of('Парковка во дворе. Что с машиной?')).to.equal('unsupported')
    expect(of('Диагностика двигателя стоит две тысячи рублей, электрики одну тысячу. Что с машиной?')).to.equal(undefined)
    expect(of('Диагностика электрики стоит две тысячи рублей, двигателя одну тысячу. Что с машиной?')).to.match(/^number/)
    expect(of('Гарантия полгода, только на наши запчасти. Что с машиной?')).to.equal(undefined)
    expect(of('Гарантия полгода. Что с машиной?')).to.equal('unsupported')
  })

  it('lets no other service, price, length or promise into a line that asks', () => {
    for (const [line, fault] of [
      ['Поняла, педикюр. Как вас зовут?', 'word педикюр'],
      ['Поняла, бритьё. Как вас зовут?', 'word бритье'],
      ['Это две тысячи рублей. Как вас зовут?', 'number 2000'],
      ['Это займёт час. Как вас зовут?', 'word займет'],
      ['Парковки у нас нет. Как вас зовут?', 'word парковки'],
      ['Всё сделаем в лучшем виде. Как вас зовут?', 'word все'],
      ['Это не стрижка. Как вас зовут?', 'word не'],
    ] as const)
      expect(check(line), line).to.equal(fault)
  })

  it('agrees to nothing that was not understood', () => {
    const {check: of, turn: lost} = guarding(barber, ['трам пам пам'])
    expect(lost.text).to.contain('не расслышал')
    expect(of('Извините, не понял вас. Чем помочь?')).to.equal(undefined)
    expect(of('Хорошо. Чем помочь?')).to.equal('word хорошо')
    expect(of('Да, можно. Чем помочь?')).to.equal('word да')
    // Nothing was asked, so nothing is answered either.
    expect(of('Точно не знаю. Чем помочь?')).to.equal('unasked')
    expect(of('К сожалению, не могу сказать. Чем помочь?')).to.equal('unasked')
  })

  it('has somebody come only when the engine does, and to the same place', () => {
    const visits = (ask: string) => guarding({...plan, fields: {...plan.fields, date: {type: 'date', ask}}}, ['стучит подвеска']).check
    const comes = visits('На какой день вам удобно прийти?')
    expect(comes('Понятно. Какой день вам удобен, чтобы прийти?')).to.equal(undefined)
    expect(comes('Понятно. Когда вы хотели бы прийти?')).to.equal(undefined)
    expect(comes('Понятно. Когда нам прийти?')).to.equal('direction us')
    expect(comes('Понятно. Когда к вам прийти?')).to.equal('little word к')
    const goes = visits('Когда к вам приехать?')
    expect(goes('Понятно. На какой день к вам приехать?')).to.equal(undefined)
    expect(goes('Понятно. На какой день вам приехать?')).to.equal('direction you')
    const waits = visits('Когда вас ждать?')
    expect(waits('Понятно. На какой день вас ждать?')).to.equal(undefined)
    expect(waits('Понятно. Когда вам нас ждать?')).to.equal('little word нас')
    expect(waits('Понятно. Когда вам ждать?')).to.equal('direction you subject')
    expect(visits('На какой день?')('Понятно. Какой день вам подойдёт?')).to.equal(undefined)
  })

  it('leaves as free an answer as the engine’s question does', () => {
    const {check: day} = guarding(plan, ['стучит подвеска'])
    for (const line of ['Какой день?', 'Когда вам удобно?', 'А день?', 'Подскажите, пожалуйста, день?', 'Не подскажете ли день?'])
      expect(day(line), line).to.equal(undefined)
    for (const [line, fault] of [
      ['День вам подойдёт?', 'closed question'],
      ['Записать вас на день?', 'closed question'],
      ['Любой день подойдёт?', 'leading question'],
      ['На этот день?', 'leading question'],
      ['Какой день, да?', 'leading question'],
      ['Какая машина?', 'other question'],
    ] as const)
      expect(day(line), line).to.equal(fault)
    const {check: help} = guarding(plan, [])
    expect(help('Что с машиной?')).to.equal(undefined)
    expect(help('С машиной вам помочь?')).to.match(/question/)
  })

  it('lets no tag, no bare verb and no "have you" stand in for the question of any value', () => {
    const values = {
      time: {type: 'time', ask: 'Во сколько заберёте?'},
      phone: {type: 'phone', ask: 'Какой у вас телефон?'},
      address: {type: 'address', ask: 'Куда привезти?'},
      guests: {type: 'number', ask: 'Сколько вас будет?'},
      name: {type: 'person_name', ask: 'Как вас зовут?'},
      day: {type: 'date', ask: 'На какой день перенести?'},
    } as const
    const bare = {
      time: 'Заберёте?',
      phone: 'У вас телефон?',
      address: 'Привезти?',
      guests: 'Вас будет?',
      name: 'Вас зовут?',
      day: 'День перенести?',
    }
    for (const [id, field] of Object.entries(values)) {
      const {check: of} = guarding({...plan, fields: {[id]: field}}, ['здравствуйте'])
      for (const tag of ['да', 'верно', 'хорошо']) expect(of(field.ask.replace('?', `, ${tag}?`)), `${id} ${tag}`).to.match(/question/)
      expect(of(bare[id as keyof typeof bare]), id).to.match(/question/)
      expect(of(field.ask), id).to.equal(undefined)
    }
  })

  it('does so too where the engine says more than its question', () => {
    const asked = {...plan, fields: {phone: {type: 'phone', ask: 'Какой у вас телефон? Если этот же, так и скажите.'}}} satisfies FlowInput
    const {check: phone} = guarding(asked, ['здравствуйте'])
    expect(phone('Можно ваш номер телефона?')).to.equal(undefined)
    expect(phone('Телефон этот же?')).to.equal('leading question')
    expect(phone('Телефон есть?')).to.equal('closed question')
    expect(phone('Телефон этот, да?')).to.equal('leading question')
  })

  it('keeps a question of yes or no one, and leads to neither', () => {
    const parking = {...plan, fields: {parking: {type: 'yesno', ask: 'Парковка нужна?'}}} as const satisfies FlowInput
    const {check: of} = guarding(parking, ['здравствуйте'])
    expect(of('Подскажите, вам нужна парковка?')).to.equal(undefined)
    expect(of('Скажите, нужна ли вам парковка?')).to.equal(undefined)
    expect(of('Парковка нужна, да?')).to.equal('leading question')
    expect(of('Какая парковка нужна?')).to.equal('other question')
    expect(of('Парковка не нужна?')).to.match(/negation|word/)
  })

  it('takes what hangs behind a question for what it says', () => {
    const {check: day} = guarding(barber, ['хочу на стрижку'])
    expect(day('На какой день, стрижка ваша?')).to.equal('little word ваша')
    expect(day('На какой день, помогу?')).to.equal('word помогу')
    expect(day('На какой день, чтобы было удобно?')).to.equal(undefined)
  })

  it('asks for one thing', () => {
    const {check: day} = guarding(plan, ['стучит подвеска'])
    for (const line of ['Понятно. Какой день и сколько вас?', 'Понятно. На какой день и когда?', 'Понятно. Где и когда?'])
      expect(day(line), line).to.match(/question/)
    const {check: both} = guarding({...plan, fields: {...plan.fields, date: {type: 'date', ask: 'Когда и на какой день?'}}}, ['стук'])
    expect(both('Понятно. На какой день и когда?')).to.equal(undefined)
  })

  it('adds little words only where they join or are polite', () => {
    const {check: day} = guarding(barber, ['хочу на стрижку'])
    for (const line of [
      'Понял вас, стрижка.',
      'Рад вам помочь, стрижка.',
      'Так, это стрижка.',
      'Спасибо вам, стрижка.',
      'Одну секунду, стрижка.',
    ])
      expect(day(`${line} На какой день вас записать?`), line).to.equal(undefined)
    for (const [line, word] of [
      ['Стрижка за так.', 'за'],
      ['Стрижка с нас.', 'с'],
      ['Стрижка ваша.', 'ваша'],
      ['Стрижка — одну секунду.', 'одну'],
      ['Стрижка тоже.', 'тоже'],
    ] as const)
      expect(day(`${line} На какой день?`), line).to.equal(`little word ${word}`)
  })

  it('speaks nothing that would be silence', () => {
    for (const line of ['\u0000', ' \u200B ', '…', '?!']) expect(check(line), JSON.stringify(line)).to.equal('empty')
    expect(check('Как вас\u0000 зовут?')).to.equal('markup')
  })
})

describe('words that may be replaced', () => {
  const may = (lines: readonly string[], flow: FlowInput = barber) => mayReword(guarding(flow, lines).turn)

  it('are those that ask and acknowledge', () => {
    expect(may(['хочу подстричься'])).to.equal(true)
    expect(may(['абракадабра'])).to.equal(true)
  })

  it('are never a read-back, a fact, a rule of the skillbase, a deed or a goodbye', () => {
    const all = ['хочу подстричься завтра в три', 'анна', 'восемь девятьсот три сто двадцать три сорок пять шестьдесят семь']
    expect(may(all)).to.equal(false)
    expect(may([...all, 'да', 'нет'])).to.equal(false)
    expect(may(['сколько стоит бритьё'])).to.equal(false)
    expect(may(['что думаете про выборы'])).to.equal(false)
    expect(may(['не звоните мне больше'])).to.equal(false)
    expect(may(['вы робот'])).to.equal(false)
    expect(may(['человек без сознания вызовите скорую'])).to.equal(false)
  })
})
