import {expect} from 'chai'
import type {Command} from '../../../../src/dialogue/engine/command.ts'
import {readAnswer} from '../../../../src/dialogue/conversation/model-commands.ts'
import {localTime} from '../../../../src/dialogue/engine/local-time.ts'
import {barber} from '../../../helpers/barber.ts'
import {scenarioOf, talk, wednesday} from '../../../helpers/scenario.ts'

const scenario = scenarioOf({
  ...barber,
  fields: {...barber.fields, email: {type: 'email'}, guests: {type: 'number'}, parking: {type: 'yesno'}},
})
const now = localTime(wednesday, 'Europe/Moscow')

/** What is left of a model's commands when it heard `said` after these lines; a question mark where the value is to be asked back. */
const after = (lines: readonly string[], said: string) => {
  const call = talk(scenario, {tools: {'calendar.check': () => ({ok: true})}})
  call.start()
  for (const line of lines) call.say(line)
  return (...commands: readonly object[]) =>
    readAnswer({commands, reply: null}, {scenario, state: call.state, now, lang: 'ru', said})?.commands.map((command) =>
      command.kind === 'set' ? `${command.field}=${String(command.value)}${command.confidence < 0.5 ? '?' : ''}` : command.kind,
    )
}

describe('a model’s answer', () => {
  it('is nothing when it has not the shape of one', () => {
    const context = {scenario, state: talk(scenario).state, now, lang: 'ru' as const, said: ''}
    for (const json of [
      undefined,
      null,
      5,
      'commands',
      [],
      {},
      {commands: 'none'},
      {commands: [5]},
      {commands: [{}]},
      {commands: [{kind: 1}]},
    ])
      expect(readAnswer(json, context), JSON.stringify(json)).to.equal(undefined)
    expect(readAnswer({commands: []}, context)).to.deep.equal({commands: [], reply: undefined})
    expect(readAnswer({commands: [], reply: '  Да,\n конечно. '}, context)).to.deep.equal({commands: [], reply: 'Да, конечно.'})
  })

  it('answers the question that was asked, in values our own grammars read', () => {
    const date = after(['хочу подстричься'], 'ну на послезавтра что ли')
    expect(date({kind: 'set', field: 'date', value: '2026-03-13'})).to.deep.equal(['date=2026-03-13'])
    expect(date({kind: 'set', field: 'date', value: 'когда-нибудь'})).to.deep.equal([])
    expect(date({kind: 'set', field: 'date', value: '2026-02-31'})).to.deep.equal([])
    const time = after(['хочу подстричься завтра'], 'после обеда ближе к трём')
    expect(time({kind: 'set', field: 'time', value: '15:00'})).to.deep.equal(['time=15:00'])
    expect(time({kind: 'set', field: 'time', value: '25:61'})).to.deep.equal([])
  })

  it('adds no value of which nothing was said while something else was asked', () => {
    const read = after(['хочу подстричься'], 'трам пам пам')
    expect(
      read(
        {kind: 'set', field: 'time', value: '15:00'},
        {kind: 'set', field: 'guests', value: '5'},
        {kind: 'set', field: 'email', value: 'a@b.co'},
        {kind: 'set', field: 'parking', value: 'yes'},
        {kind: 'set', field: 'name', value: 'Анна'},
        {kind: 'set', field: 'wish', value: 'покороче'},
        {kind: 'set', field: 'phone', value: '+79261234567'},
      ),
    ).to.deep.equal([])
  })

  it('may name what the caller means before anything is asked, to be asked back', () => {
    expect(after([], 'зарос совсем')({kind: 'set', field: 'service', value: 'haircut'})).to.deep.equal(['service=haircut?'])
    expect(after([], 'зарос нужна стрижка')({kind: 'set', field: 'service', value: 'haircut'})).to.deep.equal(['service=haircut'])
    expect(after([], 'зарос совсем')({kind: 'set', field: 'service', value: 'spa'})).to.deep.equal([])
  })

  it('means nothing by words that name nothing, however the model takes them', () => {
    const nothing = ['ну допустим', 'ну такое', 'как обычно', 'на ваше усмотрение', 'мне бы того самого', 'что посоветуете', 'ага щас']
    const english = ['i guess so', 'whatever you think', 'the usual one', "it's up to you"]
    for (const said of [...nothing, ...english]) {
      expect(after([], said)({kind: 'set', field: 'service', value: 'haircut'}), said).to.deep.equal([])
      expect(after(['хочу записаться'], said)({kind: 'set', field: 'service', value: 'haircut'}), said).to.deep.equal([])
      const name = {kind: 'set', field: 'name', value: said.split(' ').at(-1)!}
      expect(after(['хочу подстричься завтра в три'], said)(name), said).to.deep.equal([])
    }
  })

  it('means no option by a question or a wish about the call', () => {
    const read = (heard: readonly Command[]) =>
      readAnswer(
        {commands: [{kind: 'set', field: 'service', value: 'haircut'}], reply: null},
        {scenario, state: talk(scenario).state, now, lang: 'ru', said: 'зарос совсем', heard},
      )?.commands.length
    expect(read([])).to.equal(1)
    expect(read([{kind: 'unsure', source: 'rule', confidence: 1}])).to.equal(1)
    expect(read([{kind: 'ask', question: 'зарос совсем', source: 'rule', confidence: 1}])).to.equal(0)
    expect(read([{kind: 'handoff', source: 'rule', confidence: 1}])).to.equal(0)
  })

  it('takes a yes or no from words that lean that way, or that speak of what was asked', () => {
    const parking = (said: string, value: string) => {
      const asking = scenarioOf({flow: 'plan', fields: {parking: {type: 'yesno', ask: 'Вам нужна парковка?'}}})
      const call = talk(asking)
      call.start()
      call.say('здравствуйте')
      const context = {scenario: asking, state: call.state, now, lang: 'ru' as const, said}
      return readAnswer({commands: [{kind: 'set', field: 'parking', value}], reply: null}, context)?.commands.length
    }
    expect(parking('ну допустим', 'yes')).to.equal(1)
    expect(parking('ну допустим', 'no')).to.equal(0)
    expect(parking('ну парковку бы', 'yes')).to.equal(1)
    expect(parking('обойдёмся без парковки', 'no')).to.equal(1)
    expect(parking('обойдёмся без парковки', 'yes')).to.equal(0)
    expect(parking('не надо', 'yes')).to.equal(0)
    expect(parking('да', 'no')).to.equal(0)
    for (const said of ['ну такое', 'ну вы поняли', 'погода хорошая'])
      for (const value of ['yes', 'no']) expect(parking(said, value), said).to.equal(0)
  })

  it('takes a word about days and hours only for one that it may mean', () => {
    const day = (said: string, value: string) => after(['хочу подстричься'], said)({kind: 'set', field: 'date', value})
    expect(day('да что-то сегодня никак', '2026-03-30')).to.deep.equal([])
    expect(day('ну может в выходные там', '2026-03-14')?.[0]).to.match(/^date=2026-03-14/)
    expect(day('ну может в выходные там', '2026-03-17')).to.deep.equal([])
    expect(day('где-то в апреле ближе', '2026-03-30')).to.deep.equal([])
    const hour = (said: string, value: string) => after(['хочу подстричься завтра'], said)({kind: 'set', field: 'time', value})
    expect(hour('с утреца как-нибудь', '10:00')).to.deep.equal(['time=10:00?'])
    expect(hour('с утреца как-нибудь', '19:00')).to.deep.equal([])
  })

  it('takes down names and wishes only in the caller’s words', () => {
    const read = after(['хочу подстричься завтра в три'], 'запишите ольгу сергеевну и покороче виски')
    expect(read({kind: 'set', field: 'name', value: 'Ольга'})).to.deep.equal(['name=Ольга'])
    expect(read({kind: 'set', field: 'name', value: 'Ольга Петрова'})).to.deep.equal([])
    expect(read({kind: 'set', field: 'wish', value: 'покороче виски'})).to.deep.equal(['wish=покороче виски'])
  })

  it('takes for a name what stands where a name stands', () => {
    const known = ['хочу подстричься завтра в три']
    const name = (said: string, value: string) => after(known, said)({kind: 'set', field: 'name', value})
    expect(name('ээ ну да кстати погода хорошая', 'погода хорошая')).to.deep.equal([])
    expect(name('кто бы знал дурачок вы', 'дурачок')).to.deep.equal([])
    expect(name('запишите на айгерим пожалуйста', 'Айгерим')).to.deep.equal(['name=Айгерим'])
    // Nobody here knows the word, but it is all of the answer.
    expect(name('ну э бауыржан', 'Бауыржан')).to.deep.equal(['name=Бауыржан?'])
  })

  it('has a phone only if the caller said it', () => {
    const said = 'мой восемь девятьсот двадцать шесть сто двадцать три сорок пять шестьдесят семь'
    expect(after(['хочу подстричься завтра в три', 'анна'], said)({kind: 'set', field: 'phone', value: '+79261234567'})).to.deep.equal([
      'phone=+79261234567',
    ])
    expect(after(['хочу подстричься завтра в три', 'анна'], said)({kind: 'set', field: 'phone', value: '+79261234568'})).to.deep.equal([])
    expect(
      after(['хочу подстричься завтра в три', 'анна'], 'запишите мой')({kind: 'set', field: 'phone', value: '+79261234567'}),
    ).to.deep.equal([])
  })

  it('replaces what is known only when it calls that a correction, and the caller’s words name it', () => {
    const read = after(['хочу подстричься завтра в три'], 'ой побриться мне надо')
    expect(read({kind: 'set', field: 'service', value: 'shave'})).to.deep.equal([])
    expect(read({kind: 'correct', field: 'service', value: 'shave'})).to.deep.equal(['service=shave'])
    expect(after(['хочу побриться завтра в три'], 'не побриться')({kind: 'correct', field: 'service', value: 'shave'})).to.deep.equal([])
  })

  it('corrects nothing of which the caller did not speak', () => {
    const noise = after(['хочу подстричься завтра в три'], 'соседи опять стену сверлят громко')
    const all = [
      {kind: 'correct', field: 'service', value: 'shave'},
      {kind: 'correct', field: 'date', value: '2026-04-01'},
      {kind: 'correct', field: 'time', value: '18:00'},
    ]
    expect(noise(...all)).to.deep.equal([])
    expect(noise({kind: 'correct', field: 'service', value: null}, {kind: 'correct', field: 'time', value: null})).to.deep.equal([])
    expect(after(['хочу подстричься завтра в три'], 'лучше вечерком')(...all)).to.deep.equal(['time=18:00?'])
    expect(after(['хочу подстричься завтра в три'], 'лучше на первое апреля')(...all)).to.deep.equal(['date=2026-04-01'])
  })

  it('takes no passing words for another name or wish', () => {
    const known = ['хочу подстричься завтра в три', 'анна']
    expect(after(known, 'соседи опять стену сверлят громко')({kind: 'correct', field: 'name', value: 'Соседи'})).to.deep.equal([])
    expect(after(known, 'ой нет запишите ольгу')({kind: 'correct', field: 'name', value: 'Ольга'})).to.deep.equal(['name=Ольга'])
  })

  it('opens anew what the caller says is wrong', () => {
    const read = after(['хочу подстричься завтра в три'], 'ой не то')
    expect(read({kind: 'correct', field: 'service', value: null})).to.deep.equal(['reopen'])
    expect(read({kind: 'correct', field: 'phone', value: null})).to.deep.equal([])
  })

  it('takes an hour and a day as they are written, not as they would be spoken', () => {
    const hour = after(['хочу подстричься завтра'], 'часиков в семь')
    expect(hour({kind: 'set', field: 'time', value: '07:00'})?.[0]).to.match(/^time=07:00/)
    expect(hour({kind: 'set', field: 'time', value: '19:00'})?.[0]).to.match(/^time=19:00/)
    expect(after(['хочу подстричься'], 'третьего апреля')({kind: 'set', field: 'date', value: '2026-04-03'})).to.deep.equal([
      'date=2026-04-03',
    ])
  })

  it('asks back a day that the words only hint at, and makes up none', () => {
    const vague = after(['хочу подстричься'], 'ну давайте когда нибудь потом чтоб не сразу')
    expect(vague({kind: 'set', field: 'date', value: '2026-03-20'})).to.deep.equal([])
    const month = after(['хочу подстричься'], 'ближе к концу месяца где нибудь')
    expect(month({kind: 'set', field: 'date', value: '2026-03-30'})).to.deep.equal(['date=2026-03-30?'])
  })

  it('never agrees in the caller’s place', () => {
    const phone = ['хочу подстричься завтра в три', 'анна', 'восемь девятьсот три сто двадцать три сорок пять шестьдесят семь']
    const read = after(phone, 'ну наверное')
    expect(read({kind: 'affirm'}, {kind: 'set', field: 'phone', value: '+79031234567'})).to.deep.equal([])
    expect(read({kind: 'deny'})).to.deep.equal(['deny'])
    expect(after(['хочу подстричься'], 'ага')({kind: 'affirm'})).to.deep.equal(['affirm'])
  })

  it('never ends a call; an emergency it hears is for a person', () => {
    const all = ['do_not_call', 'wrong_number', 'voicemail', 'injection', 'goodbye', 'refuse', 'cancel', 'rule', 'end', 'none', '__proto__']
    expect(after([], 'трам')(...all.map((kind) => ({kind})))).to.deep.equal([])
    expect(after([], 'он лежит и не дышит')({kind: 'emergency'}, {kind: 'handoff'})).to.deep.equal(['handoff'])
  })

  it('leaves the business at hand only on a word of the caller', () => {
    const leaving = ['complaint', 'handoff', 'callback', 'emergency'].map((kind) => ({kind}))
    for (const said of ['ну такое', 'трам', 'да', 'погода хорошая', 'so so']) expect(after([], said)(...leaving), said).to.deep.equal([])
    expect(after([], 'мастер мне нахамила вообще')(...leaving)).to.deep.equal(['complaint'])
    expect(after([], 'жена говорит надо')(...leaving)).to.deep.equal([])
    expect(after([], 'сейчас вспомню')(...leaving)).to.deep.equal([])
    expect(after([], 'муж недоволен стрижкой')(...leaving)).to.deep.equal([])
    expect(after([], 'мне бы с кем-нибудь из людей')(...leaving)).to.deep.equal(['handoff'])
    expect(after([], 'я за рулём сейчас')(...leaving)).to.deep.equal(['callback'])
    expect(after([], 'this is a mess')(...leaving)).to.deep.equal(['complaint'])
    expect(after([], 'is there someone real')(...leaving)).to.deep.equal(['handoff'])
    expect(after([], 'ну такое')({kind: 'repeat'}, {kind: 'dont_know'})).to.deep.equal(['repeat', 'dont_know'])
  })

  it('hears no wish and no agreement in words that say neither', () => {
    const wish = {kind: 'intent', intent: 'book'}
    for (const said of ['ну такое', 'ну вы поняли', 'whatever you think']) expect(after([], said)(wish), said).to.deep.equal([])
    for (const said of ['оформите бронь', 'зарос совсем']) expect(after([], said)(wish), said).to.deep.equal(['intent'])
    expect(after(['хочу подстричься'], 'погода хорошая')({kind: 'affirm'})).to.deep.equal([])
    expect(after(['хочу подстричься'], 'ну допустим')({kind: 'affirm'})).to.deep.equal(['affirm'])
  })

  it('takes nothing for a question but what asks', () => {
    const told = ['я на вашу беду ремонт затеял', 'соседи сверлят', 'давно у вас не был', 'не знаю как объяснить', 'собака у нас большая']
    const english = ['i started a renovation', 'my neighbour told me about you', 'it has been a long time']
    for (const said of [...told, ...english]) expect(after([], said)({kind: 'ask'}), said).to.deep.equal([])
    const asked = ['а парковка', 'карты принимаете', 'вот как вас найти', 'хотел узнать про гарантию', 'я могу с собакой', 'а если опоздаю']
    const too = ['is there parking', 'any parking', 'i was wondering about the price', 'стрижёте детей?']
    for (const said of [...asked, ...too]) expect(after([], said)({kind: 'ask'}), said).to.deep.equal(['ask'])
  })

  it('knows no fields and intents but those of the skillbase, and each once', () => {
    const read = after([], 'трам')
    expect(
      read({kind: 'intent', intent: 'book'}, {kind: 'intent', intent: 'fly'}, {kind: 'intent', intent: 'book'}, {kind: 'intent'}),
    ).to.deep.equal(['intent'])
    for (const field of ['__proto__', 'constructor', 'nobody', '', null]) {
      expect(read({kind: 'set', field, value: 'x'}), String(field)).to.deep.equal([])
      expect(read({kind: 'correct', field, value: null}), String(field)).to.deep.equal([])
    }
    expect(read(...Array.from({length: 1000}, () => ({kind: 'set', field: 'service', value: 'haircut'})))).to.deep.equal([
      'service=haircut?',
    ])
  })
})
