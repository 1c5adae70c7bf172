import {expect} from 'chai'
import {fuzz} from '../../../src/scenario-test/fuzz/fuzz.ts'
import {botFrom, shop} from '../../helpers/scenario-tests.ts'

/** The dead ends of the shop when something in it is written differently. */
const found = async (from: string, to: string, turns = 0) => {
  expect(shop).to.contain(from)
  const {deadEnds} = await fuzz(botFrom(shop.replace(from, to)), {seed: 1, turns})
  return deadEnds
}

const ends = (text: string) =>
  `flow: graph
languages: {default: ru}
greeting: {inbound: "Здравствуйте, это робот."}
${text}
outcomes: [{id: failed, kind: failed, default: true}]`

describe('a place where no caller gets any further', () => {
  it('is a required field that takes no answer, with what callers said and why it was refused', async () => {
    // Stored before such limits were refused.
    const [field, ...others] = await found('min: 1, max: 9', 'min: 60, max: 5')
    expect(others).to.deep.equal([])
    expect(field).to.include({kind: 'field', name: 'amount'})
    expect(field!.what.en).to.match(/^"amount" is required, and no answer was ever taken, asked for \d+ times \(too_big\)$/)
    expect(field!.said).to.have.length(3)
  })

  it('is a state that nobody leaves by a transition', async () => {
    const deadEnds = await found('to: send, when: complete', 'to: send, when: "complete && f.product == \'beer\'"')
    expect(deadEnds.map(({kind, name}) => [kind, name])).to.deep.equal([['state', 'order']])
    expect(deadEnds[0]!.what.ru).to.contain('из «order» никто не вышел')
  })

  it('is none where the field may be left out, or the way depends on what a tool answers', async () => {
    expect(await found('min: 1, max: 9', 'min: 60, max: 5, required: false')).to.deep.equal([])
    const bot = botFrom(
      ends(`
fields: {day: {type: date, ask: "На какой день?"}}
states:
  look: {type: collect, collect: [day], tools: [{use: calendar.check, args: {date: "{{ f.day }}"}, save_as: free}], transitions: [{to: bye, when: "tool.free.price > 10"}], on_max_turns: bye}
  bye: {type: end, say: "До свидания."}`),
    )
    expect((await fuzz(bot, {seed: 1, turns: 0})).deadEnds).to.deep.equal([])
  })

  it('is none where only the caller of the fuzzer would be at a loss: long texts, past days, foreign numbers, a minute of the day', async () => {
    const bot = botFrom(
      ends(`
fields:
  story: {type: text, ask: "Что случилось?", min_len: 200}
  word: {type: text, ask: "Кодовое слово?", max_len: 7}
  lost: {type: date, ask: "Когда потеряли?", past: true, min: -10d}
  later: {type: date, ask: "На какой день?", min: +200d, max: +201d}
  hour: {type: time, ask: "В котором часу?", window: "03:05-03:10"}
  phone: {type: phone, ask: "Ваш телефон?", region: FR}
states:
  order: {type: collect, collect: [story, word, lost, later, hour, phone], transitions: [{to: bye, when: complete}], on_max_turns: bye}
  bye: {type: end, say: "До свидания."}`),
    )
    const {deadEnds, coverage} = await fuzz(bot, {seed: 1, turns: 0})
    expect(deadEnds).to.deep.equal([])
    expect(coverage.fields.missed).to.deep.equal([])
  })
})
