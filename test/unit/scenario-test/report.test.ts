import {expect} from 'chai'
import fc from 'fast-check'
import {githubAnnotations} from '../../../src/scenario-test/report/github.ts'
import {suiteView} from '../../../src/scenario-test/report/json.ts'
import {junitXml} from '../../../src/scenario-test/report/junit.ts'
import {coverageText, fileText, type Paint, summaryText} from '../../../src/scenario-test/report/text.ts'
import {runText} from '../../helpers/scenario-tests.ts'
import {xmlFault} from '../../helpers/well-formed.ts'

const plain: Paint = {red: (text) => text, green: (text) => text, yellow: (text) => text, dim: (text) => text}

const mixed = () =>
  runText(`tools: {stock.check: {return: {ok: true}}}
cases:
  - name: passes & is <good>
    turns: [{user: чай}]
  - name: fails
    turns:
      - user: кофе
        expect: {state: done}
    expect: {outcome: lead}
  - {name: waits, skip: "not yet", turns: [{user: x}]}
`)

describe('scenario test, reports', () => {
  it('shows people the conversation that failed, the turn marked, and what was expected', async () => {
    const result = await mixed()
    const text = fileText(result.files[0]!, 'en', plain).replaceAll(/\d+ ms/g, 'N ms')
    expect(text.split('\n')).to.deep.equal([
      'shop.test.yaml (shop.yaml)',
      '  ok       passes & is <good>  N ms',
      '  failed   fails  N ms',
      '      bot     Лавка, робот Лия, здравствуйте! Чай или кофе?  [order]',
      '    > caller  кофе',
      '    > tool    stock.check {product: coffee} → {ok: true}',
      '    > bot     Так: кофе. Сколько пачек?  [order]',
      '      caller  (hangup)',
      '      turn 1, state',
      '        expected  done',
      '        actual    order',
      '      shop.test.yaml:8',
      '      the whole conversation, outcome',
      '        expected  lead',
      '        actual    failed',
      '      shop.test.yaml:6',
      '  skipped  waits: not yet',
    ])
    expect(summaryText(result, 'en')).to.match(/^1 passed, 1 failed, 1 skipped in \d+\.\d s$/)
    expect(summaryText(result, 'ru')).to.match(/^прошло: 1, не прошло: 1, пропущено: 1; /)
    expect(fileText(result.files[0]!, 'ru', plain))
      .to.contain('не прошёл  fails')
      .and.to.contain('ждали  done')
    expect(coverageText(result.coverage[0]!, 0, 'en', plain)).to.match(
      /^Coverage shop\.yaml: [\d.]+ % \(states 1\/4, .*\n {2}not hit, states: send; done; sorry/,
    )
  })

  it('tells Russian readers in Russian what we add to their words; JSON and JUnit have the English', async () => {
    const result = await runText(`tools: {stock.check: {return: {ok: true}}}
cases:
  - name: one
    turns:
      - {user: чай, barge_in_at: 0.4, expect: {fields: {product: coffee}}}
      - {silence: 6}
      - {dtmf: "12"}
      - {restart: true}
      - {user: сто, expect: {fields: {amount: 3}}}
    expect: {end: bot}
`)
    const text = fileText(result.files[0]!, 'ru', plain)
    for (const words of [
      'абонент     (перебивает на 0.4) чай',
      'абонент     (молчание 6 с)',
      'абонент     (клавиши 12)',
      'абонент     (перезапуск)',
      'абонент     (кладёт трубку)',
      'вышло  tea (принято)',
      'вышло  – (отклонено: слишком много)',
      'вышло  caller\n',
    ])
      expect(text).to.contain(words)
    const json = JSON.stringify(suiteView(result))
    expect(json).to.contain('(barge-in at 0.4) чай').and.contain('tea (accepted)').and.contain('caller (caller_hangup)')
    expect(json).not.to.match(/кладёт|принято/)
    expect(junitXml(result)).to.contain('(hangup)').and.not.contain('кладёт')
    expect(coverageText(result.coverage[0]!, 100, 'ru', plain)).not.to.match(/anywhere| after /)
  })

  it('writes JUnit: a suite a file, a case a conversation, with time, failure and transcript', async () => {
    const xml = junitXml(await mixed())
    expect(xmlFault(xml)).to.equal(undefined)
    expect(xml).to.match(/<testsuites name="voicectl scenario test" tests="3" failures="1" errors="0" skipped="1" time="\d+\.\d{3}">/)
    expect(xml).to.match(/<testsuite name="shop.test.yaml" tests="3" failures="1" errors="0" skipped="1" time=/)
    expect(xml).to.contain('name="passes &amp; is &lt;good&gt;" classname="shop.test.yaml" file="shop.test.yaml" line="4"')
    expect(xml).to.contain(
      '<failure type="state" message="turn 1: state: expected done, actual order (and 1 more)">turn 1, state\n  expected  done\n  actual    order\n',
    )
    expect(xml).to.contain('<system-out>').and.to.contain('&gt; caller  кофе')
    expect(xml).to.contain('<skipped message="not yet"/>')
  })

  it('stays well-formed whatever callers say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({unit: 'binary', maxLength: 40}), async (said) => {
        const result = await runText(
          `cases: [{name: ${JSON.stringify(said.replaceAll('\0', '').toWellFormed() || 'x')}, turns: [{user: ${JSON.stringify(said.replaceAll('\0', '').toWellFormed())}, expect: {state: done}}]}]`,
        ).catch(() => undefined)
        if (result) expect(xmlFault(junitXml(result))).to.equal(undefined)
      }),
      {numRuns: 60},
    )
  })

  it('annotates the failing lines for GitHub', async () => {
    expect(githubAnnotations(await mixed())).to.deep.equal([
      '::error file=shop.test.yaml,line=8,title=fails::turn 1: state: expected done, actual order',
      '::error file=shop.test.yaml,line=6,title=fails::outcome: expected lead, actual failed',
    ])
    const odd = await runText('cases: [{name: "a: b, 100%", turns: [{user: x, expect: {says: "one\\ntwo"}}]}]')
    expect(githubAnnotations(odd)[0]).to.match(
      /^::error file=shop\.test\.yaml,line=\d+,title=a%3A b%2C 100%25::turn 1: says\.contains: expected one%0Atwo, /,
    )
  })
})
