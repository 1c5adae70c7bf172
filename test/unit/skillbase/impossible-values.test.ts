import {expect} from 'chai'
import {parseSkillbase} from '../../../src/skillbase/parse.ts'
import {issuesOf} from '../../helpers/skillbases.ts'

const flow = (rest: string) =>
  `schema: voicectl.scenario/v1\nid: bot\n${rest}\nstates: {ask: {on_max_turns: bye, next: bye}, bye: {type: end}}`
const field = (text: string) => flow(`fields: {it: {${text}}}`)

/** A field or the opening hours, the place that is refused and what is said about it. */
const refused: readonly (readonly [string, string, string])[] = [
  ['type: date, min: someday', 'fields.it.min', 'must be today, tomorrow, +60d or a date of the calendar like 2026-01-31, not "someday"'],
  ['type: date, max: 2026-02-31', 'fields.it.max', 'or a date of the calendar like 2026-01-31, not "2026-02-31"'],
  ['type: date, min: +60d, max: tomorrow', 'fields.it.max', 'must not lie below `min` (+60d), and is tomorrow: no answer fits'],
  ['type: date, min: 2026-05-01, max: 2026-04-30', 'fields.it.max', 'must not lie below `min` (2026-05-01)'],
  ['type: date, max: -1d', 'fields.it.max', 'lies before today (-1d): no day fits; a day that is over needs `past: true`'],
  ['type: date, past: true, min: tomorrow', 'fields.it.min', 'lies after today (tomorrow), and the day is a past one'],
  ['type: number, min: 60, max: 5', 'fields.it.max', 'must not lie below `min` (60), and is 5: no answer fits; swap the two?'],
  ['type: number, min: tomorrow', 'fields.it.min', 'must be a number, not "tomorrow"'],
  ['type: text, min_len: 50, max_len: 5', 'fields.it.max_len', 'must not lie below `min_len` (50)'],
  ['type: phone, region: ZZ', 'fields.it.region', 'must be a country with phone numbers, in two letters like RU, US or GB, not "ZZ"'],
  ['type: phone, region: UK', 'fields.it.region', 'not "UK"; did you mean GB?'],
  ['type: enum, options: [tea, {id: coffee}, tea]', 'fields.it.options[2]', 'option "tea" is listed twice'],
  [
    'type: date, options: [today, tomorrow]',
    'fields.it.options',
    'is for fields of type enum, and this one is date; leave it out or change the type',
  ],
  ['type: time, min: "09:00"', 'fields.it.min', 'is for fields of type number, date, and this one is time; did you mean window?'],
  ['type: text, max: 40', 'fields.it.max', 'did you mean max_len?'],
  ['type: text, region: US', 'fields.it.region', 'is for fields of type phone, and this one is text'],
  ['type: time, window: "10:00-10:00"', 'fields.it.window', 'ends when it begins: "10:00-10:00"; the whole day is 00:00-24:00'],
]

const taken = [
  'type: date, min: today, max: today',
  'type: date, min: -5d, max: -1d',
  'type: date, max: +60',
  'type: date, min: tomorrow, max: 2026-12-31',
  'type: date, past: true, min: -60d',
  'type: date, past: true, min: 1920-02-29',
  'type: number, min: -5, max: -5',
  'type: text, min_len: 5, max_len: 5',
  'type: phone, region: gb',
  'type: time, window: "22:00-06:00"',
  'type: time, window: "00:00-24:00"',
]

describe('what no answer could ever fit', () => {
  for (const [text, path, sentence] of refused) {
    it(`is refused with its place: ${text}`, () => {
      const issues = issuesOf(field(text))
      expect(issues.map((found) => found.path)).to.deep.equal([path])
      expect(issues[0]!.message.en).to.contain(sentence)
      expect(issues[0]!.message.ru).to.match(/[а-я]/)
      expect(issues[0]!.line).to.equal(3)
    })
  }

  for (const text of taken) it(`is not this: ${text}`, () => void parseSkillbase('bot.yaml', field(text)))

  it('is refused of opening hours, too', () => {
    const issues = issuesOf(flow('hours: {mon: "10:00-10:00", tue: "10:00-24:30", wed: "18:00-02:00", thu: "00:00-00:00", fri: closed}'))
    expect(issues.map(({path}) => path)).to.deep.equal(['hours.mon', 'hours.tue'])
  })

  it('is told beside a state that is not there', () => {
    const text = field('type: number, min: 2, max: 1').replace('next: bye', 'next: by')
    expect(issuesOf(text).map(({path}) => path)).to.deep.equal(['states.ask.next', 'fields.it.max'])
  })
})
