import {expect} from 'chai'
import {botFrom, complaints, onlyCase, runText} from '../../helpers/scenario-tests.ts'

const tools = `tools: {stock.check: [{return: {ok: true}}], stock.take: [{when: {product: tea}, return: {ok: true, id: t1}}, {return: {ok: false}}]}`

describe('scenario test, running', () => {
  it('passes a conversation that goes as it is written', async () => {
    const result = await runText(`
caller: +79261234567
${tools}
cases:
  - name: buys tea
    turns:
      - user: чай, три пачки
        expect: {state: order, fields: {product: tea, amount: 3}, asks: gift, tools: [{name: stock.check, args: {product: tea}}]}
      - user: да
        expect: {fields: {gift: yes}, asks: phone}
      - user: на этот же номер
        expect: {outcome: lead, says: {contains: отправляем, key: state.done}, effects: [end], tools: [stock.take]}
    expect:
      path: [order, send, done]
      outcome: lead
      kind: lead
      fields: {phone: +79261234567, gift: true, product: tea}
      status: {phone: confirmed}
      tools: {exact: [stock.check, {name: stock.take, args: {amount: "3"}, times: 1}]}
      lead: {phone: +79261234567, data: {product: tea, amount: 3}}
      max_turns: 3
      end: bot
      never_says: ["{{", пиво]
      invariants: true
`)
    expect(complaints(result)).to.deep.equal([])
    expect(result).to.include({status: 'passed', passed: 1, failed: 0})
  })

  it('takes a turn for too slow only when it is so every time', async () => {
    const limited = (ms: number) => `${tools}\ncases: [{name: quick, turns: [{user: чай, expect: {max_ms: ${ms}}}]}]`
    expect(complaints(await runText(limited(0.000_1)))[0]).to.match(/^turn 1 max_ms: expected ≤ 0.0001, actual/)
    expect(complaints(await runText(limited(5000)))).to.deep.equal([])
  })

  it('has no silence run out while the bot has promised to wait', async () => {
    const held = await runText(`
${tools}
cases:
  - name: waits
    turns:
      - user: погодите секунду
        expect: {effects: [{kind: hold, seconds: 30}], says: {contains: подожду}}
      - silence: 25s
        expect: {effects: [], says: {max_chars: 1}, asks: product}
      - silence: 5s
        expect: {says: {max_chars: 1}}
      - silence: 6s
        expect: {says: {contains: Чай или кофе}}
      - user: погодите секунду
      - user: чай
      - silence: 6s
        expect: {says: {contains: Сколько пачек}}
`)
    expect(complaints(held)).to.deep.equal([])
  })

  it('tells exactly what was expected and what came, turn by turn', async () => {
    const result = await runText(`
${tools}
cases:
  - name: is wrong about everything
    turns:
      - user: чай, две пачки
        expect: {state: done, fields: {product: coffee, amount: 3, phone: "+79261234567"}, status: {amount: confirmed}, asks: phone, says: {contains: [кофе], not_contains: [подарок], max_chars: 5, lang: en, key: ask.phone}, tools: [], effects: [transfer], outcome: lead, lang: en}
    expect: {path: [order, done], outcome: lead, kind: lead, end: bot, lead: true, fields: {gift: yes}, tools: [{name: stock.take}], never_says: [Чай]}
`)
    expect(complaints(result)).to.deep.equal([
      'turn 1 state: expected done, actual order',
      'turn 1 fields.product: expected coffee, actual tea (accepted)',
      'turn 1 fields.amount: expected 3, actual 2 (accepted)',
      'turn 1 fields.phone: expected +79261234567, actual – (empty)',
      'turn 1 status.amount: expected confirmed, actual 2 (accepted)',
      'turn 1 asks: expected phone, actual gift',
      'turn 1 says.contains: expected кофе, actual Так: чай, два. Завернуть в подарок?',
      'turn 1 says.not_contains: expected подарок, actual Так: чай, два. Завернуть в подарок?',
      'turn 1 says.max_chars: expected ≤ 5, actual 35: Так: чай, два. Завернуть в подарок?',
      'turn 1 says.lang: expected en, actual Так: чай, два. Завернуть в подарок?',
      'turn 1 says.key: expected ask.phone, actual [line.noted, ask.gift]',
      'turn 1 tools: expected [], actual [stock.check {product: tea}]',
      'turn 1 effects: expected transfer, actual [tool]',
      'turn 1 outcome: expected lead, actual –',
      'turn 1 lang: expected en, actual ru',
      'path: expected [order, done], actual [order]',
      'outcome: expected lead, actual failed',
      'kind: expected lead, actual failed',
      'fields.gift: expected yes, actual – (empty)',
      'tools: expected stock.take, actual [stock.check {product: tea}]',
      'end: expected bot, actual caller (caller_hangup)',
      'lead: expected true, actual –',
      'turn 0 never_says: expected Чай, actual Лавка, робот Лия, здравствуйте! Чай или кофе?',
    ])
  })

  it('keeps the conversation for the report, the caller hanging up at its end', async () => {
    const result = onlyCase(
      await runText(`
tools: {stock.check: [{return: {ok: true}}]}
cases: [{name: a, turns: [{user: чай}, {silence: 6s}, {dtmf: 2}]}]
`),
    )
    expect(result.transcript.map(({who, text, turn}) => `${turn} ${who}: ${text}`)).to.deep.equal([
      '0 bot: Лавка, робот Лия, здравствуйте! Чай или кофе?',
      '1 caller: чай',
      '1 tool: stock.check {product: tea} → {ok: true}',
      '1 bot: Так: чай. Сколько пачек?',
      '2 caller: (silence 6s)',
      '2 bot: Сколько пачек?',
      '3 caller: (dtmf 2)',
      '3 bot: Так: два. Завернуть в подарок?',
      '4 caller: (hangup)',
    ])
  })

  it('fails a case whose bot calls a tool nobody prepared an answer for', async () => {
    const result = await runText(`
tools: {stock.check: [{when: {product: coffee}, return: {ok: true}}]}
cases: [{name: a, turns: [{user: чай}]}]
`)
    expect(complaints(result)).to.deep.equal(['turn 1 tools: expected , actual no answer is prepared for stock.check {product: tea}'])
  })

  it('answers tools in the order written: conditions, so many times, errors, and later than the bot waits', async () => {
    const conversation = (answers: string) =>
      runText(`
tools: {stock.check: [{return: {ok: true}}], stock.take: ${answers}}
cases: [{name: a, turns: [{user: "чай, две пачки"}, {user: нет}, {user: на этот же}], expect: {path: {contains: [done]}}}]
`)
    expect(complaints(await conversation('{when: {amount: 2}, return: {id: b}}'))).to.deep.equal([])
    for (const answers of [
      '[{error: down}]',
      '[{return: {ok: true}, delay: 30}]',
      '[{return: {ok: false}, times: 1}, {return: {ok: true}}]',
    ])
      expect(complaints(await conversation(answers)), answers).to.deep.equal([
        'path.contains: expected [done], actual [order, send, sorry]',
      ])
  })

  it('takes the call up again from what was written down', async () => {
    const result = await runText(`
${tools}
cases:
  - name: restarts
    turns:
      - user: чай
      - restart: true
        expect: {fields: {product: tea}, asks: amount, says: {key: line.resume}}
      - user: две
        expect: {fields: {product: tea, amount: 2}}
`)
    expect(complaints(result)).to.deep.equal([])
  })

  it('loses the process while a tool runs, and books once', async () => {
    const result = await runText(`
tools: {stock.check: [{crash: true}, {return: {ok: true}}]}
cases: [{name: a, turns: [{user: чай, expect: {asks: amount}}], expect: {tools: [{name: stock.check, times: 2}], invariants: true}}]
`)
    expect(complaints(result)).to.deep.equal([])
    expect(
      onlyCase(result)
        .transcript.filter(({who}) => who === 'tool')
        .map(({text}) => text),
    ).to.deep.equal(['stock.check {product: tea} → (the process is lost)', 'stock.check {product: tea} → {ok: true}'])
  })

  it('answers a transfer in the next turn, beside the words, or at once', async () => {
    const conversation = (turns: string, outcome: string) =>
      runText(`{cases: [{name: a, turns: ${turns}, expect: {outcome: ${outcome}}}], scenario: shop.yaml}`)
    expect(
      complaints(
        await conversation(
          '[{user: позовите человека, expect: {effects: [transfer], outcome: null}}, {transfer: ok, expect: {outcome: transferred}}]',
          'transferred',
        ),
      ),
    ).to.deep.equal([])
    expect(
      complaints(
        await conversation('[{user: позовите человека}, {transfer: failed, expect: {says: {key: line.handoff_failed}}}]', 'failed'),
      ),
    ).to.deep.equal([])
    expect(complaints(await conversation('[{user: позовите человека, transfer: failed}]', 'failed'))).to.deep.equal([])
    expect(complaints(await conversation('[{user: позовите человека}]', 'transferred'))).to.deep.equal([])
  })

  it('looks at the opening when the first turn does nothing', async () => {
    const result = await runText(
      `cases: [{name: a, turns: [{expect: {says: [Лавка], asks: product, lang: ru}}, {user: кофе}]}]\ntools: {stock.check: {return: {ok: true}}}`,
    )
    expect(complaints(result)).to.deep.equal([])
  })

  it('does not let an expectation behind the end of the call go unseen', async () => {
    const result = await runText(`cases: [{name: a, turns: [{hangup: true}, {user: чай}, {user: чай, expect: {state: order}}]}]`)
    expect(complaints(result)).to.deep.equal(['turn 3 turn: expected , actual the call was over before this turn'])
  })

  it('ends a call that takes longer than it may', async () => {
    const result = await runText(`cases: [{name: a, turns: [{silence: 20m}], expect: {end: bot, says: {key: line.max_duration}}}]`)
    expect(complaints(result)).to.deep.equal([])
  })

  it('looks into the reasons of the engine', async () => {
    const text = (trace: string) => `cases: [{name: a, turns: [{user: пиво, expect: {trace: ${trace}}}]}]`
    expect(complaints(await runText(text('[rule beer, {step: rule}, {step: rule, detail: BEER}]')))).to.deep.equal([])
    expect(complaints(await runText(text('{step: edge}')))[0]).to.match(/^turn 1 trace: expected \{step: edge\}, actual \[.*rule beer/)
  })

  it('lets a caller interrupt, and nod while the bot speaks', async () => {
    const result = await runText(
      `cases: [{name: a, turns: [{user: угу, barge_in_at: 0.3, expect: {asks: product, trace: {step: barge_in}}}, {user: кофе, barge_in_at: 0.2, expect: {fields: {product: coffee}}}]}]\ntools: {stock.check: {return: {}}}`,
    )
    expect(complaints(result)).to.deep.equal([])
  })

  it('runs an outbound call with what is known of the contact', async () => {
    const bot = {
      flow: 'graph',
      greeting: {outbound: 'Здравствуйте, {{ contact.name }}! Это робот.'},
      states: {bye: {type: 'end', say: 'Пока.'}},
    } as const
    const result = await runText(
      `cases: [{name: a, direction: outbound, contact: {name: Анна}, turns: [{expect: {says: "Здравствуйте, Анна"}}]}]`,
      {bot: botFrom(bot)},
    )
    expect(complaints(result)).to.deep.equal([])
  })

  it('says which case was left out and why, and stops at the first failure when asked to', async () => {
    const text = `cases: [{name: a, skip: later, turns: [{user: x}]}, {name: b, turns: [{user: пиво, expect: {state: done}}]}, {name: c, turns: [{user: x}]}]`
    const whole = await runText(text)
    expect(whole).to.include({passed: 1, failed: 1, skipped: 1, status: 'failed'})
    expect(whole.files[0]!.cases[0]!.reason).to.deep.equal({en: 'later', ru: 'later'})
    const bailed = await runText(text, {bail: true})
    expect(bailed.files[0]!.cases.map(({name}) => name)).to.deep.equal(['a', 'b'])
  })

  it('reports conversations that need a model as skipped', async () => {
    const result = await runText(
      `cases: [{name: a, turns: [{user: x}]}]\nllm: {simulate: {persona: тихий, goal: купить чай, success: "outcome == 'lead'"}}`,
    )
    expect(result).to.include({passed: 1, skipped: 1, status: 'passed'})
    expect(result.files[0]!.cases[1]).to.deep.include({name: 'simulated caller: купить чай', status: 'skipped'})
  })
})
