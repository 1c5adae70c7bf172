import type {FlowInput} from '../../src/skillbase/schema/flow.ts'

/** A barber shop: the flow most engine tests talk to. Every part of the contract that a booking needs is in it. */
export const barber = {
  id: 'barber',
  persona: {name: 'Марк', role: 'администратор', company: 'барбершоп Усы', gender: 'm'},
  languages: {default: 'ru', supported: ['ru', 'en']},
  hours: {'mon-sat': '10:00-20:00'},
  facts: {
    address: {ru: 'проспект Мира, дом семь', en: 'seven Mira Avenue'},
    price_haircut: {ru: 'от двух тысяч рублей', en: 'from two thousand roubles'},
    price_shave: {ru: 'тысяча рублей', en: 'one thousand roubles'},
  },
  greeting: {
    inbound: {ru: 'Барбершоп Усы, голосовой помощник Марк. Чем помочь?', en: 'Usy Barbershop, Mark, a voice assistant. How can I help?'},
    outbound: 'Здравствуйте, это бот барбершопа Усы.',
  },
  fields: {
    service: {
      type: 'enum',
      ask: {ru: 'Что будем делать: стрижку или бритьё?', en: 'A haircut or a shave?'},
      options: [
        {id: 'haircut', say: {ru: 'стрижка', en: 'haircut'}, synonyms: {ru: ['подстричься']}},
        {id: 'shave', say: {ru: 'бритьё', en: 'shave'}, synonyms: {ru: ['побриться']}},
      ],
    },
    date: {type: 'date', ask: {ru: 'На какой день?', en: 'What day?'}, max: '+60d', confirm: 'explicit'},
    time: {type: 'time', ask: {ru: 'В котором часу?', en: 'What time?'}},
    name: {type: 'person_name', ask: {ru: 'Как вас зовут?', en: 'Your name?'}, pii: true},
    phone: {type: 'phone', ask: {ru: 'Ваш телефон?', en: 'Your phone number?'}, confirm: 'explicit', pii: true},
    wish: {type: 'text', ask: {ru: 'Есть пожелания?', en: 'Any wishes?'}, required: false, max_len: 120},
  },
  intents: {book: {phrases: {ru: ['записаться'], en: ['book']}}},
  start: 'greeting',
  states: {
    greeting: {
      goal: 'понять, зачем звонят',
      transitions: [
        {to: 'booking', on: 'book'},
        {to: 'help', on: 'question'},
      ],
      max_turns: 3,
      on_max_turns: 'booking',
    },
    booking: {
      type: 'collect',
      collect: ['service', 'date', 'time', 'name', 'phone', 'wish'],
      tools: [{use: 'calendar.check', args: {date: '{{ f.date }}', time: '{{ f.time }}'}, save_as: 'slot'}],
      transitions: [{to: 'confirm', when: 'complete'}],
      on_max_turns: 'callback',
    },
    help: {
      type: 'answer',
      knowledge: true,
      transitions: [
        {to: 'booking', on: 'book'},
        {to: 'bye', on: ['thanks', 'goodbye']},
      ],
    },
    confirm: {
      type: 'confirm',
      say: {
        ru: '{{ f.name }}, {{ f.service | say }}, {{ f.date | say_date }} {{ f.time | say_time }}. Всё верно?',
        en: '{{ f.name }}, {{ f.service | say }}, {{ f.date | say_date }} at {{ f.time | say_time }}. Is that right?',
      },
      transitions: [
        {to: 'book_it', on: 'yes_answer'},
        {to: 'booking', on: ['no_answer_given', 'correction']},
      ],
    },
    book_it: {
      type: 'action',
      tools: [{use: 'calendar.book', args: {date: '{{ f.date }}', time: '{{ f.time }}', phone: '{{ f.phone }}'}, save_as: 'booking'}],
      transitions: [
        {to: 'done', when: 'tool.booking.ok'},
        {to: 'callback', when: '!tool.booking.ok', priority: -1},
      ],
    },
    callback: {type: 'collect', collect: ['phone'], transitions: [{to: 'bye', when: 'complete'}]},
    done: {type: 'end', say: {ru: 'Записал, ждём вас!', en: 'You are booked, see you!'}, outcome: 'lead'},
    bye: {type: 'end', say: {ru: 'Спасибо, до свидания.', en: 'Thank you, goodbye.'}},
  },
  rules: [
    {
      id: 'politics',
      match: {phrases: {ru: ['политика', 'выборы']}},
      then: 'refuse',
      say: {ru: 'Об этом не говорю.', en: 'Not my subject.'},
    },
  ],
  handoff: {when: ['attempts.phone >= 3'], fallback: 'callback'},
  outcomes: [
    {id: 'lead', kind: 'lead', when: 'has(f.phone) && has(f.service) && has(f.date)', evidence: ['phone', 'service', 'date']},
    {id: 'callback', kind: 'callback', when: 'flags.callback && has(f.phone)', evidence: ['phone']},
    {id: 'info', kind: 'info_only', when: 'counters.questions > 0'},
    {id: 'failed', kind: 'failed', default: true},
  ],
} as const satisfies FlowInput
