import {expect} from 'chai'
import {readTestFile} from '../../../src/scenario-test/format/read-test-file.ts'
import {TestFileInvalid} from '../../../src/scenario-test/format/test-file-invalid.ts'
import {runText} from '../../helpers/scenario-tests.ts'
import {rejection} from '../../helpers/temp-dir.ts'

const read = (text: string) => readTestFile('a.test.yaml', '/project/tests/a.test.yaml', text).file

function issues(text: string): string[] {
  try {
    read(text)
  } catch (error) {
    if (error instanceof TestFileInvalid)
      return error.issues.map(({line, column, path, message}) => `${line}:${column} ${path}: ${message.en}`)
    throw error
  }
  return []
}

describe('scenario test, the file', () => {
  it('finds the scenario from its own folder', () => {
    expect(read('scenario: ../bots/a.yaml\ncases: [{name: a, turns: [{user: x}]}]').bot).to.deep.equal({
      kind: 'file',
      path: '/project/bots/a.yaml',
    })
    expect(read('skillbase: salon@3\ncases: [{name: a, turns: [{user: x}]}]').bot).to.deep.equal({kind: 'stored', reference: 'salon@3'})
  })

  it('has a fixed clock, caller and seed, of the case, else of the file, else of its own', () => {
    const {cases} = read(
      'scenario: a.yaml\nnow: 2026-05-01T09:00:00+03:00\ncaller: +79261234567\ncases: [{name: a, turns: [{user: x}]}, {name: b, now: "2026-06-01T00:00:00Z", caller: "", seed: 5, direction: outbound, turns: [{user: x}]}]',
    )
    expect(cases[0]).to.include({now: Date.parse('2026-05-01T06:00:00Z'), caller: '+79261234567', seed: 1, direction: 'inbound'})
    expect(cases[1]).to.include({now: Date.parse('2026-06-01T00:00:00Z'), caller: '', seed: 5, direction: 'outbound'})
    expect(read('scenario: a\ncases: [{name: a, turns: [{user: x}]}]').cases[0]!.now).to.equal(Date.parse('2026-03-11T10:30:00+03:00'))
  })

  it("puts a case's answers of tools before those of the file", () => {
    const {cases} = read(
      'scenario: a\ntools: {a.b: [{return: {from: file}}], c: {error: x}}\ncases: [{name: a, tools: {a.b: {return: {from: case}}}, turns: [{user: x}]}]',
    )
    expect(cases[0]!.tools).to.deep.equal({'a.b': [{return: {from: 'case'}}, {return: {from: 'file'}}], c: [{error: 'x'}]})
  })

  it('knows where cases and turns stand', () => {
    const {cases} = read('scenario: a\ncases:\n  - name: a\n    turns:\n      - user: x\n      - user: y\n')
    expect(cases[0]!.position.line).to.equal(3)
    expect(cases[0]!.turnPositions.map(({line}) => line)).to.deep.equal([5, 6])
  })

  it('takes what YAML makes of words and numbers', () => {
    const [one] = read(
      'scenario: a\ncases: [{name: a, turns: [{user: 5}, {user: true}, {dtmf: 89261234567}, {silence: 6}, {silence: true}, {silence: 1m}, {user: ""}]}]',
    ).cases
    expect(one!.turns).to.deep.equal([
      {user: '5'},
      {user: 'true'},
      {dtmf: '89261234567'},
      {silence: 6},
      {silence: 6},
      {silence: 60},
      {user: ''},
    ])
  })

  it('refuses what it does not know, with the place and what was meant', () => {
    expect(
      issues(`scenario: a.yaml
now: 2026-03-11
caller: 8926
tools: {calendar.check: [{wen: 1, return: {}}], book: {}, both: {return: {}, error: x}}
cases:
  - name: a
    turns:
      - user: x
        expect: {fild: 1, max_ms: fast}
      - {silence: 6s, dtmf: 1}
      - {usr: x}
      - {user: чай, две пачки}
      - {hangup: true, barge_in_at: 0.5}
    expect: {end: robot, path: booking}
llm: {runs: 2, pass_k: 3}`),
    ).to.deep.equal([
      '2:1 now: must be like 2026-03-11T10:30:00+03:00',
      '3:1 caller: must be an E.164 number (+79031234567), or empty when withheld',
      '4:27 tools["calendar.check"][0].wen: there is no key "wen" here; did you mean when?',
      '4:49 tools.book: needs return, error, delay or crash',
      '4:59 tools.both: has both return and error',
      '9:18 cases[0].turns[0].expect.fild: there is no key "fild" here; did you mean fields?',
      '9:27 cases[0].turns[0].expect.max_ms: must be a number, not "fast"',
      '10:9 cases[0].turns[1]: has two things at once; a turn is one of user, silence, dtmf, restart, hangup, transfer',
      '11:10 cases[0].turns[2].usr: there is no key "usr" here; did you mean user?',
      '12:21 cases[0].turns[3]["две пачки"]: there is no such key here; inside braces, text with a comma must be quoted',
      '13:9 cases[0].turns[4]: barge_in_at needs user',
      '14:14 cases[0].expect.end: must be one of bot, caller, transfer, not "robot"; did you mean bot?',
      '14:26 cases[0].expect.path: must be a list or an object, not "booking"',
      '15:16 llm.pass_k: is more than there are runs',
    ])
  })

  it('refuses a file that names no bot, or two, or is no YAML', () => {
    expect(issues('cases: [{name: a, turns: [{user: x}]}]')).to.deep.equal(['1:1 : needs scenario or skillbase, one of the two'])
    expect(issues('scenario: a\nskillbase: b\ncases: [{name: a, turns: [{user: x}]}]')).to.have.length(1)
    expect(issues('cases: [')[0]).to.match(/^\d+:\d+ : /)
    expect(issues('scenario: a\ncases: [{name: a, turns: [{user: x}]}, {name: a, turns: [{user: x}]}]')).to.deep.equal([
      '2:41 cases[1].name: another case is called "a" too',
    ])
  })

  it('says everything in Russian too', () => {
    try {
      read('cases: [{name: a, turns: [{}]}]')
      expect.fail('was read')
    } catch (error) {
      const {ru} = (error as TestFileInvalid).sentence
      expect(ru)
        .to.match(/^[^a-z]*a\.test\.yaml:1:1: нужно одно из двух/)
        .and.to.contain('нужно user, silence')
    }
  })

  it('refuses names that the bot does not have', async () => {
    const wrong = async (expectation: string, extra = '') =>
      String(await rejection(runText(`cases: [{name: a, turns: [{user: x}], expect: ${expectation}}]\n${extra}`)))
    expect(await wrong('{state: ordr}')).to.contain('cases[0].expect.state: the bot has no state "ordr"; did you mean order?')
    expect(await wrong('{path: [order, booking]}')).to.contain('the bot has no state "booking"; it has order, send, done, sorry')
    expect(await wrong('{fields: {fone: 1}}')).to.contain('the bot has no field "fone"; did you mean phone?')
    expect(await wrong('{outcome: leed}')).to.contain('the bot has no outcome "leed"; did you mean lead?')
    expect(await wrong('{tools: [stock.chek]}')).to.contain('the bot has no tool "stock.chek"; did you mean stock.check?')
    expect(await wrong('{}', 'tools: {stock.tak: {return: {}}}')).to.contain('the bot has no tool "stock.tak"; did you mean stock.take?')
  })
})
