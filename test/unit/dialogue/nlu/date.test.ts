import {expect} from 'chai'
import fc from 'fast-check'
import {extractDate} from '../../../../src/dialogue/nlu/date.ts'
import {utterance} from '../../../../src/dialogue/nlu/tokens.ts'
import type {ExtractContext, Lang} from '../../../../src/dialogue/nlu/types.ts'
import {extractRow, nluRows} from '../../../helpers/nlu-rows.ts'
import {
  dayOf,
  englishDates,
  englishDay,
  englishDays,
  englishInDays,
  russianDates,
  russianDays,
  russianInDays,
} from '../../../helpers/spoken-dates.ts'
import {cut, digits, mobiles, say, styles} from '../../../helpers/spoken-phones.ts'

const nows = ['2026-03-11', '2026-12-30', '2026-11-22', '2028-02-28', '2028-02-29', '2027-01-31']
const read = (text: string, today = '2026-03-11', lang: Lang = 'ru', extra: Partial<ExtractContext> = {}) =>
  extractDate(utterance(text, lang), {now: {date: today, minutes: 630}, ...extra})
const dateIn = (...args: Parameters<typeof read>): string | undefined => {
  const value = read(...args)?.value
  return value && 'date' in value ? value.date : undefined
}

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10)
const plus = (date: string, days: number): string => iso(Date.parse(date) + days * 86_400_000)
const allDays = Array.from({length: 1096}, (_, index) => plus('2026-01-01', index))
const parts = (date: string) => {
  const [year, month, day] = date.split('-').map(Number)
  return {year: year!, month: month!, day: day!}
}

/** The first day from `today` on that fits, found by walking. */
function firstFrom(today: string, fits: (date: string) => boolean): string {
  let date = today
  while (!fits(date)) date = plus(date, 1)
  return date
}

describe('a date in an utterance', () => {
  for (const row of nluRows('date'))
    it(`${row.id}: "${row.text}"`, () => {
      const found = extractRow(extractDate, row)
      expect({date: null, ...found?.value, ...(row.expect['alts'] ? {alts: found?.alts} : {})}).to.deep.equal({date: null, ...row.expect})
    })

  it('is every day of three years, said with its year', () => {
    for (const date of allDays) {
      for (const text of russianDates(parts(date))) if (dateIn(text) !== date) expect.fail(`${text}: ${dateIn(text)}`)
      for (const text of englishDates(parts(date)))
        if (dateIn(text, '2026-03-11', 'en') !== date) expect.fail(`${text}: ${dateIn(text, '2026-03-11', 'en')}`)
    }
  })

  it('is the nearest such day when the year is not said', () => {
    for (const today of nows)
      for (const day of allDays.slice(730)) {
        const said = parts(day)
        const expected = firstFrom(today, (date) => date.slice(5) === day.slice(5))
        for (const text of russianDays(said)) if (dateIn(text, today) !== expected) expect.fail(`${today}, ${text}: ${dateIn(text, today)}`)
        for (const text of englishDays(said))
          if (dateIn(text, today, 'en') !== expected) expect.fail(`${today}, ${text}: ${dateIn(text, today, 'en')}`)
      }
  })

  it('is the nearest day of that number when only the number is said', () => {
    for (const today of [...nows, ...allDays.filter((_, index) => index % 37 === 0)])
      for (let day = 1; day <= 31; day++) {
        const expected = firstFrom(today, (date) => Number(date.slice(8)) === day)
        for (const text of [dayOf(day), `${dayOf(day)} числа`, `давайте ${day}-го`, `на ${day} число`])
          expect(dateIn(text, today), `${today}, ${text}`).to.equal(expected)
        for (const text of [`the ${englishDay(day)}`, `on the ${englishDay(day)} please`])
          expect(dateIn(text, today, 'en', {asked: true}), `${today}, ${text}`).to.equal(expected)
      }
  })

  it('D-09: is counted from today in the place of the conversation', () => {
    for (const today of nows) {
      const named = [
        ['сегодня', 0],
        ['завтра', 1],
        ['послезавтра', 2],
        ['после завтра', 2],
        ['послепослезавтра', 3],
      ] as const
      for (const [text, days] of named) expect(dateIn(text, today), text).to.equal(plus(today, days))
      for (let count = 2; count <= 60; count++) {
        for (const text of russianInDays(count)) expect(dateIn(text, today), text).to.equal(plus(today, count))
        for (const text of englishInDays(count)) expect(dateIn(text, today, 'en'), text).to.equal(plus(today, count))
      }
    }
  })

  it('D-09: is the weekday meant by "friday", "this friday" and "next friday"', () => {
    const russian = ['понедельник', 'вторник', 'среду', 'четверг', 'пятницу', 'субботу', 'воскресенье']
    const english = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
    const which = {ий: 'следующий', ую: 'следующую', ее: 'следующее'}
    const weekday = (date: string) => (new Date(date).getUTCDay() + 6) % 7
    for (const today of allDays.slice(0, 40)) {
      const monday = plus(today, -weekday(today))
      english.forEach((name, index) => {
        const accusative = russian[index]!
        const next = accusative.endsWith('у') ? which.ую : accusative.endsWith('е') ? which.ее : which.ий
        const bare = firstFrom(plus(today, 1), (date) => weekday(date) === index)
        expect(dateIn(`в ${accusative}`, today)).to.equal(bare)
        expect(dateIn(name, today, 'en')).to.equal(bare)
        const nextWeek = plus(monday, 7 + index)
        expect(dateIn(`в ${next} ${accusative}`, today)).to.equal(nextWeek)
        expect(dateIn(`на следующей неделе в ${accusative}`, today)).to.equal(nextWeek)
        expect(dateIn(`next ${name}`, today, 'en')).to.equal(nextWeek)
        const thisWeek = plus(monday, index)
        if (thisWeek >= today) expect(dateIn(`this ${name}`, today, 'en')).to.equal(thisWeek)
        expect(dateIn(`a week from ${name}`, today, 'en')).to.equal(plus(bare, 7))
      })
    }
  })

  it('is the first or the last day of a month that is named or counted from this one', () => {
    const months = ['марта|march', 'апреля|april', 'февраля|february', 'декабря|december']
    for (const [index, month] of ([3, 4, 2, 12] as const).entries()) {
      const [russian, english] = months[index]!.split('|') as [string, string]
      const isEnd = (date: string) => parts(date).month === month && parts(plus(date, 1)).day === 1
      const isStart = (date: string) => parts(date).month === month && parts(date).day === 1
      for (const today of nows) {
        expect(dateIn(`в последний день ${russian}`, today), `${russian} ${today}`).to.equal(firstFrom(today, isEnd))
        expect(dateIn(`the last day of ${english}`, today, 'en'), `${english} ${today}`).to.equal(firstFrom(today, isEnd))
        expect(dateIn(`в первый день ${russian}`, today), `${russian} ${today}`).to.equal(firstFrom(today, isStart))
      }
    }
    expect(dateIn('последний день следующего месяца')).to.equal('2026-04-30')
    expect(dateIn('the first day of next month', '2026-12-30', 'en')).to.equal('2027-01-01')
    expect(dateIn('последнего числа')).to.equal('2026-03-31')
    expect(dateIn('в последний день')).to.equal(undefined)
  })

  it('is in the week behind the one that was named', () => {
    expect(dateIn('not next week the week after on monday', '2026-03-11', 'en')).to.equal('2026-03-23')
    expect(dateIn("this week doesn't work the week after on monday", '2026-03-11', 'en')).to.equal('2026-03-16')
    expect(dateIn('the week after next on monday', '2026-03-11', 'en')).to.equal('2026-03-23')
  })

  it('is never a day that does not exist', () => {
    const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    for (let month = 1; month <= 12; month++)
      for (let day = lengths[month - 1]! + 1; day <= 40; day++) {
        for (const text of russianDays({day, month})) expect(read(text), text).to.equal(undefined)
        for (const text of englishDays({day, month}).slice(0, 5)) expect(read(text, '2026-03-11', 'en'), text).to.equal(undefined)
      }
    for (const year of [2026, 2027, 2029, 2100]) expect(read(`двадцать девятого февраля ${year} года`), String(year)).to.equal(undefined)
  })

  it('names its year when it lies in the past, in two digits or four', () => {
    const births = fc.integer({min: 0, max: 36_000}).map((days) => plus('1927-03-12', days))
    fc.assert(
      fc.property(births, (date) => {
        const said = parts(date)
        for (const text of russianDates(said)) expect(dateIn(text, '2026-03-11', 'ru', {past: true}), text).to.equal(date)
        for (const text of englishDates(said)) expect(dateIn(text, '2026-03-11', 'en', {past: true}), text).to.equal(date)
        const short = said.year % 100
        const written = `${String(said.day).padStart(2, '0')}.${String(said.month).padStart(2, '0')}.${String(short).padStart(2, '0')}`
        expect(dateIn(written, '2026-03-11', 'ru', {past: true}), written).to.equal(date)
        if (short > 0) {
          const spoken = `${dayOf(said.day)} ${russianDays(said)[0]!.split(' ').at(-1)!} ${dayOf(short)}`
          expect(dateIn(spoken, '2026-03-11', 'ru', {past: true}), spoken).to.equal(date)
        }
      }),
      {numRuns: 400},
    )
  })

  it('is not heard in a phone, a passport or a policy that is dictated', () => {
    const frames = fc.constantFrom('', 'восемь ', 'плюс семь ', 'да ')
    const documents = fc.constantFrom('паспорт ', 'серия и номер ', 'полис ', '')
    const asking = fc.record({past: fc.boolean(), asked: fc.boolean()})
    const none = (text: string, extra: Partial<ExtractContext>) => expect(read(text, '2026-03-11', 'ru', extra), text).to.equal(undefined)
    fc.assert(
      fc.property(mobiles, digits(10), fc.constantFrom(...Object.values(styles)), frames, documents, asking, (phone, document, ...rest) => {
        const [sizes, before, name, extra] = rest
        none(`${before}${cut(phone, sizes).map(say).join(' ')}`, extra)
        none(`${name}${cut(document, [2, 2, 3, 3]).map(say).join(' ')}`, extra)
        none(`${name}${cut(document, [2, 2, 2, 2, 2]).map(say).join(' ')}`, extra)
      }),
      {numRuns: 3000},
    )
    none('восемь девятьсот шестнадцать четыреста двадцать шесть двадцать один двадцать девять', {past: true, asked: true})
    none('серия сорок пять ноль восемь номер двенадцать ноль три восемьдесят пять', {past: true, asked: true})
    none('двадцать один двадцать девять', {past: true, asked: true})
  })

  it('keeps the other readings where the words leave a choice', () => {
    expect(read('в выходные')).to.deep.include({value: {date: '2026-03-14'}, alts: [{date: '2026-03-15'}]})
    expect(read('4/5', '2026-03-11', 'en')).to.deep.include({value: {date: '2026-04-05'}, alts: [{date: '2026-05-04'}]})
    expect(read('5/4', '2026-03-11', 'en', {region: 'GB'})).to.deep.include({value: {date: '2026-04-05'}, alts: [{date: '2026-05-04'}]})
    expect(read('4/5')).to.not.have.property('alts')
    expect(read('пятого или шестого мая')).to.deep.include({value: {date: '2026-05-05'}, alts: [{date: '2026-05-06'}]})
    const unlikely = read('в четверг тринадцатого')
    expect(unlikely).to.deep.include({value: {date: '2026-03-13'}, alts: [{date: '2026-03-12'}]})
    expect(unlikely!.confidence).to.be.below(0.6)
    expect(read('в пятницу тринадцатого')).to.not.have.property('alts')
  })

  it('says when it takes an earlier one back', () => {
    for (const text of ['не в субботу а в воскресенье', 'в субботу ой в воскресенье', 'в субботу не могу давайте в воскресенье'])
      expect(read(text), text).to.deep.include({value: {date: '2026-03-15'}, corrected: true})
    for (const text of ['в воскресенье', 'нет в воскресенье']) expect(read(text), text).to.not.have.property('corrected')
  })

  it('is real, not ahead when past, and spans tokens of the utterance, whatever was said', () => {
    const word = fc.constantFrom(
      ...'в на с до по через не нет или завтра сегодня послезавтра пятого двадцать тридцать первого второе мая марта февраля 31 5-го 05.05 31.06 2026 85 года следующую среду неделю месяц два час минут вечера ой давайте the next friday march fifth twenty of in a week days'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.array(word, {minLength: 1, maxLength: 9}), fc.constantFrom(...nows), fc.boolean(), (words, today, past) => {
        const said = utterance(words.join(' '), 'ru')
        const found = extractDate(said, {now: {date: today, minutes: 0}, past, asked: true})
        if (!found) return
        expect(found.from).to.be.at.least(0)
        expect(found.to).to.be.within(found.from + 1, said.tokens.length)
        for (const date of [found.value, ...(found.alts ?? [])].flatMap((value) => Object.values<string>(value))) {
          expect(plus(date, 0)).to.equal(date)
          if (past) expect(date <= today).to.equal(true)
        }
      }),
      {numRuns: 3000},
    )
  })
})
