import {expect} from 'chai'
import {starter, talk} from '../../../helpers/scenario.ts'

const opening = (bot: string, ...said: readonly string[]) => {
  const call = talk(starter(bot), {tools: {'calendar.check': () => ({ok: true}), 'calendar.book': () => ({ok: true, id: '1'})}})
  call.start()
  const replies = said.map((line) => call.say(line))
  return {call, reply: replies.at(-1)!}
}

/** What the first words of a caller want, where the same words may mean two things. */
describe('the wish in the first words', () => {
  for (const words of ['только не звоните завтра утром', 'не звоните на этот номер звоните на другой', 'вы мне не звоните я сама позвоню'])
    it(`forbids no calls by saying how to call: ${words}`, () => {
      expect(opening('salon.ru', words).call.outcome).not.to.equal('do_not_call')
    })

  for (const words of ['ещё раз позвоните в суд подам', 'чтоб больше ни одного звонка от вас', 'больше не звоните я сама позвоню'])
    it(`forbids calls: ${words}`, () => {
      expect(opening('salon.ru', words).call.outcome).to.equal('do_not_call')
    })

  for (const [bot, words] of [
    ['salon.en', 'my baby swallowed a battery'],
    ['salon.en', 'my son took too many pills'],
    ['salon.en', 'his face is drooping'],
    ['salon.ru', 'рука онемела и лицо перекосило'],
    ['salon.ru', 'ребёнок выпил уксус'],
  ] as const)
    it(`is help in danger: ${words}`, () => {
      expect(opening(bot, words).call.outcome).to.equal('emergency')
    })

  for (const words of ['умираю как хочу подстричься', 'умираю хочу маникюр'])
    it(`is no danger: ${words}`, () => {
      expect(opening('salon.ru', words).call.outcome).to.equal(undefined)
    })

  for (const [bot, words] of [
    ['salon.ru', 'хочу перенести на пятницу'],
    ['salon.ru', 'у меня на завтра запись перенесите на пятницу'],
    ['salon.ru', 'я не смогу завтра прийти отмените'],
    ['clinic.ru', 'хочу перенести на пятницу'],
    ['salon.en', "i can't make it tomorrow please cancel"],
  ] as const)
    it(`is about an older booking, and begins no new one: ${words}`, () => {
      const {call} = opening(bot, words)
      expect(call.turns.at(-1)!.trace).to.deep.include({step: 'rule', detail: 'change_visit'})
    })

  for (const words of ['подскажите адрес и запишите на стрижку завтра в три', 'запишите на стрижку завтра в три а какой у вас адрес'])
    it(`answers the question beside a booking: ${words}`, () => {
      const {call, reply} = opening('salon.ru', words)
      expect(reply).to.include('Сиреневой')
      expect(call.fields).to.include({service: 'haircut', time: '15:00'})
    })

  it('asks which Monday «в понедельник через неделю» is, where it may be two', () => {
    const {reply} = opening('salon.ru', 'на стрижку', 'в понедельник через неделю')
    expect(reply).to.include('шестнадцатого марта').and.include('двадцать третьего марта')
  })
})

/** What went wrong once in a whole conversation, each with the words that showed it. */
describe('what callers say further on', () => {
  it('keeps to the name that was affirmed: «анна, а не алла»', () => {
    const {call} = opening('salon.ru', 'на стрижку завтра в три', 'этот', 'анна', 'анна а не алла')
    expect(call.fields).to.include({client_name: 'Анна'})
    const {call: english} = opening('salon.en', 'haircut tomorrow at three pm', 'this number', 'anna', 'anna not hannah')
    expect(english.fields).to.include({client_name: 'Anna'})
  })

  for (const words of ['ничего не надо передумал', 'ничего не хочу уже передумала'])
    it(`is no lead for whoever takes everything back: ${words}`, () => {
      expect(opening('salon.ru', 'на стрижку завтра в три', 'этот', 'анна', 'нет', words).call.outcome).to.equal('refused')
    })

  it('takes down the number of who complains, and books nothing', () => {
    const {call} = opening('salon.ru', 'мне волосы сожгли у вас', 'ну запишите мой телефон', 'этот')
    expect(call.outcome).to.equal('callback')
  })

  for (const words of ['вы мне вчера окрашивание испортили', 'мне волосы сожгли у вас'])
    it(`hears a complaint: ${words}`, () => {
      const {call} = opening('salon.ru', words)
      expect(call.turns.at(-1)!.trace).to.deep.include({step: 'rule', detail: 'complaint'})
    })

  for (const words of ['на новый год работаете', 'в праздники работаете'])
    it(`does not know of holidays that nobody wrote down: ${words}`, () => {
      expect(opening('salon.ru', words).reply).to.include('точно не знаю')
    })

  for (const words of [
    'жить не хочу',
    'я покончу с собой',
    'не вижу смысла жить',
    'с собой покончить хочу',
    'у нас в офисе пожар',
    'болит сердце сильно давит уже час',
    'не хватает воздуха',
    'ребёнок таблеток наглотался',
    'внук съел мои таблетки',
    'я беременная кровит',
    'онемела половина лица',
    'муж отравился',
  ])
    it(`is help in danger, wherever it is said: ${words}`, () => {
      expect(opening('reception.ru', words).call.outcome).to.equal('emergency')
    })

  it('sends nobody away for an illness that is over', () => {
    expect(opening('clinic.ru', 'у мужа полгода назад был инфаркт запишите к кардиологу').call.outcome).to.equal(undefined)
  })

  for (const words of ['дочка выпила', 'сын съел суп', 'сдать кровь из вены', 'хочу жить без кредитов'])
    it(`is no danger: ${words}`, () => {
      expect(opening('reception.ru', words).call.outcome).not.to.equal('emergency')
    })

  for (const [said, date] of [
    ['four fifteen eighty two', '1982-04-15'],
    ['oh three fourteen seventy nine', '1979-03-14'],
    ['ten twelve eighty five', '1985-10-12'],
    ['twelve thirty one nineteen sixty', '1960-12-31'],
  ] as const)
    it(`reads a birth date as Americans say it: ${said}`, () => {
      const {call} = opening('clinic.en', 'gp', 'throat', 'tomorrow', 'at ten', 'this one', 'jane smith', said)
      expect(call.fields).to.include({birth_date: date})
    })

  it('takes «на три часа» beside a day for the hour', () => {
    expect(opening('salon.ru', 'запишите на завтра на стрижку на три часа').call.fields).to.include({time: '15:00'})
  })
})
