import {expect} from 'chai'
import {compileCondition, type ConditionVars} from '../../../../src/dialogue/engine/scenario/condition.ts'
import {ConditionError} from '../../../../src/dialogue/engine/scenario/condition-error.ts'

const fields = new Set(['phone', 'service', 'guests', 'agreed'])

const vars = (change: Partial<ConditionVars> = {}): ConditionVars => ({
  f: {},
  attempts: {phone: 0},
  counters: {questions: 0},
  flags: {},
  tool: {},
  facts: {},
  intent: '',
  state: 'booking',
  contact: {},
  caller: '',
  lang: 'ru',
  direction: 'inbound',
  complete: false,
  turn: 1,
  sentiment: 0,
  ...change,
})

const holds = (source: string, change: Partial<ConditionVars> = {}) => compileCondition(source, fields).holds(vars(change))

const errorOf = (source: string): ConditionError | undefined => {
  try {
    compileCondition(source, fields)
    return undefined
  } catch (error) {
    if (error instanceof ConditionError) return error
    throw error
  }
}
const faultOf = (source: string): string => errorOf(source)?.code ?? 'none'
const textOf = (source: string) => errorOf(source)!.text

describe('conditions', () => {
  it('see accepted fields, counters, flags and tools', () => {
    expect(holds('has(f.phone) && has(f.service)', {f: {phone: '+7', service: 'haircut'}})).to.equal(true)
    expect(holds('counters.questions > 0', {counters: {questions: 2}})).to.equal(true)
    expect(holds('flags.callback && has(f.phone)', {flags: {callback: true}, f: {phone: '+7'}})).to.equal(true)
    expect(holds('!tool.booking.ok', {tool: {booking: {ok: false}}})).to.equal(true)
    expect(holds('sentiment < -0.6', {sentiment: -0.7})).to.equal(true)
  })

  it('compare numbers of the engine with integers of the author', () => {
    expect(holds('attempts.phone >= 3', {attempts: {phone: 3}})).to.equal(true)
    expect(holds('turn == 3', {turn: 3})).to.equal(true)
    expect(holds('f.guests in [2, 3]', {f: {guests: 3}})).to.equal(true)
  })

  it('do not hold when they ask for what nobody has said', () => {
    expect(holds("f.service == 'haircut'")).to.equal(false)
    expect(holds('tool.slot.ok')).to.equal(false)
  })

  it('read a yes/no field both ways authors write it', () => {
    expect(holds('f.agreed', {f: {agreed: true}})).to.equal(true)
    expect(holds('f.agreed == true', {f: {agreed: true}})).to.equal(true)
    expect(holds("f.agreed == 'yes'", {f: {agreed: true}})).to.equal(true)
    expect(holds("f.agreed == 'no'", {f: {agreed: false}})).to.equal(true)
  })

  it('are refused with a code: bad syntax, wrong type, unknown names', () => {
    expect(faultOf('has(f.phone) &&')).to.equal('E101')
    expect(faultOf('complete + 1')).to.equal('E101')
    expect(faultOf("'lead'")).to.equal('E101')
    expect(faultOf('nothing > 1')).to.equal('E101')
    expect(faultOf('has(f.nobody)')).to.equal('E102')
    expect(faultOf('attempts.nobody > 1')).to.equal('E102')
  })

  it('cannot hang a call: regular expressions and oversized trees are refused', () => {
    expect(faultOf("f.phone.matches('^(a+)+$')")).to.equal('E103')
    expect(faultOf(Array.from({length: 400}, () => 'complete').join(' && '))).to.equal('E101')
  })

  it('cannot fill the memory: nothing that grows, no loop within a loop', () => {
    const nested = '[1,1,1,1,1,1].map(a,'.repeat(14)
    for (const bomb of [
      `${nested}1${')'.repeat(14)}.size() > 0`,
      "['x'].filter(a, ['y'].exists(b, b == a)).size() > 0",
      `'x'${".split('').join('aaaaaaaaaa')".repeat(9)} == 'x'`,
      "cel.bind(a, 'x' + 'x', a + a) == 'x'",
    ]) {
      expect(faultOf(bomb), bomb).to.equal('E103')
    }
  })

  it('may go through a list once, or once after another', () => {
    const tool = {calendar: {ok: true, slots: [{free: false}, {free: true}]}}
    expect(holds('tool.calendar.slots.exists(slot, slot.free)', {tool})).to.equal(true)
    expect(holds('tool.calendar.slots.filter(slot, slot.free).all(slot, slot.free)', {tool})).to.equal(true)
    expect(holds('tool.calendar.slots.exists(a, a.free) && tool.calendar.slots.all(b, b.free)', {tool})).to.equal(false)
  })

  it('say in both languages why they cannot be read', () => {
    expect(textOf('has(f.phone) &&')).to.deep.equal({
      en: 'the condition cannot be read: Unexpected token: EOF',
      ru: 'условие не читается: оно обрывается',
    })
    expect(textOf('nothing > 1').ru).to.equal('условие не читается: нет переменной «nothing»')
    expect(textOf('size(1) > 2').ru).to.equal('условие не читается: нет функции size(int)')
    expect(textOf('complete + 1').ru).to.equal('условие не читается: так нельзя: bool + int')
    for (const source of [
      'f.x = 1',
      "f.x == 'a",
      "'a' && true",
      'has(f)',
      "true ? 1 : 'a'",
      '{',
      '0x',
      `'x' ${'|| complete '.repeat(200)}`,
    ])
      expect(textOf(source).ru.replace(source, ''), source).not.to.match(/[A-Z][a-z]+ [a-z]+/)
  })

  it('cannot reach the program', () => {
    for (const probe of ['f.constructor', "f['__proto__']", 'process.exit()', 'globalThis']) expect(faultOf(probe)).to.match(/^E10/)
  })
})
