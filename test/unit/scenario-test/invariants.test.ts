import {expect} from 'chai'
import type {Act} from '../../../src/dialogue/engine/act.ts'
import type {DialogueState} from '../../../src/dialogue/engine/state.ts'
import {brokenInvariants} from '../../../src/scenario-test/invariants/invariants.ts'
import type {CaseRun, TurnRun} from '../../../src/scenario-test/run/case-run.ts'
import {runCase} from '../../../src/scenario-test/run/run-case.ts'
import type {Turn} from '../../../src/scenario-test/format/test-file.ts'
import {botFrom, shop} from '../../helpers/scenario-tests.ts'

const bot = botFrom(shop)
const setting = {now: Date.parse('2026-03-11T10:30:00+03:00'), caller: '+79261234567', direction: 'inbound', contact: {}, seed: 1} as const
const tools = {'stock.check': [{return: {ok: true}}], 'stock.take': [{return: {ok: true}}]}
const converse = (...turns: Turn[]): Promise<CaseRun> => runCase(bot, {...setting, tools, turns}, {mode: 'off'})
const good = () => converse({user: 'чай'}, {user: 'две'}, {user: 'нет'}, {user: 'на этот же номер'})

const broken = (run: CaseRun): string[] => brokenInvariants(run, bot.scenario).map(({name, at, turn}) => `${turn} ${name} ${at}`)

/** The run as it would be had the engine done something else. */
const changed = (run: CaseRun, at: number, change: (turn: TurnRun) => TurnRun): CaseRun => ({
  ...run,
  turns: run.turns.map((turn, index) => (index === at ? change(turn) : turn)),
})

const inState =
  (change: Partial<DialogueState>) =>
  (turn: TurnRun): TurnRun => ({...turn, state: {...turn.state, ...change}})

/** Says something else in the last step of a turn; the snapshot's turn is then another, which is a finding of its own. */
const saying =
  (...acts: Partial<Act>[]) =>
  (turn: TurnRun): TurnRun => ({
    ...turn,
    steps: turn.steps.map((step, index) =>
      index < turn.steps.length - 1
        ? step
        : {
            ...step,
            text: acts.map(({text}) => text).join(' '),
            turn: {
              ...step.turn,
              acts: acts.map((act, number) => ({
                id: String(number),
                kind: 'say',
                key: 'line.x',
                text: '',
                interruptible: true,
                rephrase: false,
                ...act,
              })),
            },
          },
    ),
  })

const findings = (run: CaseRun): string[] => broken(run).filter((found) => !found.includes('not_reproducible'))

describe('invariants of conversations', () => {
  it('hold in a good conversation', async () => {
    expect(broken(await good())).to.deep.equal([])
    expect(broken(await converse({silence: 6}, {silence: 6}, {silence: 8}))).to.deep.equal([])
    expect(broken(await converse({user: 'позовите человека', transfer: 'ok'}))).to.deep.equal([])
  })

  it('notice what must not be spoken', async () => {
    const run = await good()
    const said = (text: string, key = 'line.x') => findings(changed(run, 1, saying({text, key})))
    expect(said('Ваш номер {{ f.phone }}?')).to.deep.equal(['1 unrendered_template line.x', '1 markup_in_speech line.x'])
    expect(said('Цена 500 рублей.')).to.deep.equal(['1 digits_in_speech line.x'])
    expect(said('Вот **важное** <b>слово</b>.')).to.deep.equal(['1 markup_in_speech line.x'])
    expect(said('Это очень длинно. '.repeat(20))).to.deep.equal(['1 too_long line.x'])
    expect(said('This is not Russian at all.')).to.deep.equal(['1 wrong_language line.x'])
  })

  it('leave to the author how long the lines of a skillbase are', async () => {
    const wordy = botFrom(shop.replace('Чай или кофе?', 'Что вам прислать на этот раз? '.repeat(10)))
    const run = await runCase(wordy, {...setting, tools, turns: [{user: 'эм'}]}, {mode: 'off'})
    expect(brokenInvariants(run, wordy.scenario)).to.deep.equal([])
  })

  it('notice a question about what is confirmed, also when it is repeated word for word', async () => {
    const run = await good()
    const {fields} = run.state
    const confirmed = inState({fields: {...fields, product: {...fields['product']!, status: 'confirmed'}}})
    expect(findings(changed(run, 2, (turn) => confirmed(saying({kind: 'ask', key: 'ask.product', text: 'Чай?'})(turn))))).to.deep.equal([
      '2 asks_confirmed_field product ask.product',
    ])
    const earlier = changed(run, 1, saying({kind: 'ask', key: 'ask.product', text: 'Чай?'}))
    expect(findings(changed(earlier, 2, (turn) => confirmed(saying({kind: 'ask', key: 'repeat', text: 'Чай?'})(turn))))).to.deep.equal([
      '2 asks_confirmed_field product repeat',
    ])
  })

  it('notice a bot that says nothing, hangs up without a word, or says the same for ever', async () => {
    const run = await good()
    expect(findings(changed(run, 2, saying()))).to.deep.equal(['2 says_nothing order ask'])
    expect(findings(changed(run, 4, saying()))).to.deep.equal(['4 end_says_nothing done'])
    const same = changed(run, 1, saying({text: 'Что-что?'})).turns[1]!
    const record = (times: number): CaseRun => ({
      ...run,
      turns: [run.turns[0]!, ...Array.from({length: times}, (_, index) => ({...same, number: index + 1})), run.turns[4]!],
    })
    const isRecord = (found: string) => found.includes('repeats_itself')
    expect(findings(record(4)).filter(isRecord)).to.deep.equal([])
    expect(findings(record(5)).filter(isRecord)).to.deep.equal(['5 repeats_itself order'])
  })

  it('notice a field that is asked for after too many failed answers to it, and count no others', async () => {
    const run = await converse({user: 'чай'}, {user: 'две'}, {user: 'нет'})
    const asking = run.turns.find(({state: {pending}}) => pending.kind === 'ask' && pending.field === 'phone')!
    const failing = (detail: string): CaseRun => {
      const turns = Array.from({length: 9}, (_, at) => ({
        ...asking,
        number: at + 1,
        steps: asking.steps.map((step) => ({...step, turn: {...step.turn, trace: [{step: 'rejected', detail}]}})),
      }))
      return {...run, turns}
    }
    expect(broken(failing('phone: invalid')).join()).to.contain('asks_too_often phone')
    expect(broken(failing('amount: too_many')).join()).to.not.contain('asks_too_often')
  })

  it('notice a question before a goodbye, but not a state that says its word and asks nothing', async () => {
    const run = await good()
    const last = run.turns.length - 1
    expect(run.turns[last]!.state.ending?.reason).to.equal('bot_hangup')
    const says = (text: string) => findings(changed(run, last, saying({kind: 'ask', key: 'state.order', text}, {text: 'До свидания!'})))
    expect(says('Понял вас.')).to.deep.equal([])
    expect(says('Что ещё?')).to.deep.equal([`${last} asks_and_hangs_up ${run.turns[last]!.state.state}`])
    const field = saying({kind: 'ask', key: 'ask.product', text: 'Назовите чай.'})
    expect(findings(changed(run, last, field))).to.include(`${last} asks_and_hangs_up ${run.turns[last]!.state.state}`)
  })

  it('notice a call that ends twice, never, or with an outcome nobody knows', async () => {
    const run = await good()
    const endTwice = (turn: TurnRun): TurnRun => ({...turn, steps: [...turn.steps, turn.steps.at(-1)!]})
    expect(findings(changed(run, 4, endTwice))).to.include('4 one_outcome twice')
    expect(findings({...run, end: {...run.end!, outcome: 'heaven'}})).to.deep.equal(['4 one_outcome heaven'])
    expect(findings(changed(run, 4, (turn) => ({...turn, steps: []})))).to.include('4 one_outcome never')
  })

  it('notice a lead with a number nobody confirmed', async () => {
    const run = await good()
    const fields = {...run.state.fields, phone: {...run.state.fields['phone']!, status: 'accepted' as const}}
    expect(findings({...run, state: {...run.state, fields}})).to.deep.equal(['4 unconfirmed_phone_in_lead phone'])
  })

  it('notice a call that outlives its limits', async () => {
    const run = await good()
    const silent = (number: number): TurnRun => ({...run.turns[1]!, number, turn: {silence: 6}})
    expect(findings({...run, turns: [run.turns[0]!, silent(1), silent(2), silent(3)]})).to.include('3 ends_within_limits order')
    const talk = Array.from({length: 62}, (_, index) => ({...run.turns[1 + (index % 3)]!, number: index}))
    expect(findings({...run, turns: talk})).to.satisfy((found: string[]) => found.some((each) => each.includes('ends_within_limits')))
  })

  it('notice states, fields and languages the flow has not, and a bot that waits for an answer it has', async () => {
    const run = await good()
    const step =
      (change: Partial<DialogueState>) =>
      (turn: TurnRun): TurnRun => ({
        ...turn,
        steps: turn.steps.map((each) => ({...each, turn: {...each.turn, state: {...each.turn.state, ...change}}})),
      })
    expect(findings(changed(run, 1, step({state: 'nowhere'})))).to.include('1 unknown_state nowhere')
    expect(findings(changed(run, 1, step({pending: {kind: 'ask', field: 'shoe'}})))).to.include('1 unknown_state shoe')
    expect(findings(changed(run, 1, step({lang: 'fr' as 'en'})))).to.include('1 wrong_language fr')
    expect(findings(changed(run, 1, inState({pending: {kind: 'tool', calls: [], then: 'collect'}})))).to.deep.equal(['1 stuck order'])
    const again = {...run.turns[1]!.toolUses[0]!}
    expect(findings(changed(run, 2, (turn) => ({...turn, toolUses: [again]})))).to.deep.equal(['2 tool_repeated stock.check'])
  })

  it('notice a turn that another process would have taken otherwise', async () => {
    const run = await good()
    expect(broken(changed(run, 1, saying({text: 'Совсем другое.'})))).to.deep.equal(['1 not_reproducible acts'])
  })

  it('notice what breaks down', async () => {
    const run = await good()
    expect(broken({...run, fault: new Error('boom')})[0]).to.match(/^4 exception boom/)
  })
})
