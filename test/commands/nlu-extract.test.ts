import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect} from 'chai'
import {execa} from 'execa'
import {cli} from '../helpers/cli.ts'

const bin = fileURLToPath(new URL('../../bin/dev.js', import.meta.url))
const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/nlu/${name}.jsonl`, import.meta.url))
const now = '2026-03-11T10:30:00+03:00'
const row = (type: string, text: string, more: object = {}) => JSON.stringify({id: `${type}-1`, type, text, now, ...more})
const rows = (...lines: string[]) => `${lines.join('\n')}\n`
const parsed = (stdout: string) =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as {id?: string; value: object})

describe('nlu extract', () => {
  const voicectl = cli()
  const file = (text: string) => {
    const path = voicectl.path('rows.jsonl')
    writeFileSync(path, text)
    return path
  }

  it('takes a country in small letters and refuses what is no country, no option and no choice', async () => {
    const us = await voicectl.run(['nlu', 'extract', '212 736 5000', '--type', 'phone', '--region', 'us'])
    expect(us.stdout).to.contain('+12127365000')
    for (const [code, ...argv] of [
      ['BAD_REGION', '212 736 5000', '--type', 'phone', '--region', 'XX'],
      ['MISSING_FLAG', 'стрижку', '--type', 'enum'],
      ['BAD_OPTIONS', 'стрижку', '--type', 'enum', '--options', '='],
      ['BAD_OPTIONS', 'стрижку', '--type', 'enum', '--options', 'a=стрижка,a=бритьё'],
    ]) {
      const {stderr, exitCode} = await voicectl.run(['nlu', 'extract', ...argv])
      expect(stderr, argv.join(' ')).to.contain(code)
      expect(exitCode).to.equal(2)
    }
  })

  it('reads one value out of a text', async () => {
    const {stdout, exitCode} = await voicectl.run(['nlu', 'extract', 'завтра в пять вечера', '--type', 'datetime', '--now', now])
    expect(parsed(stdout)).to.deep.equal([{value: {date: '2026-03-12', time: '17:00'}}])
    expect(exitCode).to.equal(0)
  })

  it('takes options, region and past from flags', async () => {
    const options = ['--type', 'enum', '--options', 'manicure=маникюр|ногти,pedicure']
    expect((await voicectl.run(['nlu', 'extract', 'хочу сделать ногти', ...options, '--json'])).json()).to.deep.equal({
      value: {option: 'manicure'},
    })
    for (const region of ['us', 'US']) {
      const phone = await voicectl.run(['nlu', 'extract', '212 736 5000', '--type', 'phone', '--region', region, '--json'])
      expect(phone.json(), region).to.deep.equal({value: {phone: '+12127365000'}})
    }
    const birthday = ['nlu', 'extract', 'пятое мая тысяча девятьсот девяностого', '--type', 'date', '--past', '--json']
    expect((await voicectl.run(birthday)).json()).to.deep.equal({value: {date: '1990-05-05'}})
  })

  it('answers every row under its id, in order', async () => {
    const input = file(rows(row('date', 'завтра'), '', row('yesno', 'да нет наверное'), row('lang', 'ok давайте', {id: 7})))
    const {stdout} = await voicectl.run(['nlu', 'extract', '--input', input])
    expect(parsed(stdout)).to.deep.equal([
      {id: 'date-1', value: {date: '2026-03-12'}},
      {id: 'yesno-1', value: {yesno: 'unsure'}},
      {id: 7, value: {lang: 'ru', mixed: true}},
    ])
  })

  it('says of every type in its own shape that there is nothing', async () => {
    const nothing: Readonly<Record<string, object>> = {
      date: {date: null},
      time: {time: null},
      datetime: {date: null, time: null},
      phone: {phone: null},
      email: {email: null},
      number: {number: null},
      yesno: {yesno: null},
      intent: {intent: null},
      name: {name: null},
      enum: {option: null},
      address: {address: null},
    }
    const input = file(
      rows(...Object.keys(nothing).map((type) => row(type, 'зелёный туман', {ctx: {options: [{id: 'tea'}], asked: false}}))),
    )
    const {stdout} = await voicectl.run(['nlu', 'extract', '--input', input])
    expect(parsed(stdout).map(({value}) => value)).to.deep.equal(Object.values(nothing))
    const empty = await voicectl.run(['nlu', 'extract', '', '--type', 'lang', '--json'])
    expect(empty.json()).to.deep.equal({value: {lang: null}})
  })

  it('gives no option when two were named', async () => {
    const ctx = {
      options: [
        {id: 'tea', en: ['tea']},
        {id: 'milk', en: ['milk']},
      ],
    }
    const {stdout} = await voicectl.run(['nlu', 'extract', '--input', file(row('enum', 'tea and milk', {ctx}))])
    expect(parsed(stdout)[0]!.value).to.deep.equal({option: null})
  })

  it('is one JSON document under --json', async () => {
    const result = await voicectl.run(['nlu', 'extract', '--input', file(rows(row('date', 'завтра'), row('number', 'пять'))), '--json'])
    expect(result.json()).to.deep.equal([
      {id: 'date-1', value: {date: '2026-03-12'}},
      {id: 'number-1', value: {number: 5}},
    ])
  })

  it('names every line that is no row, and reads those around it', async () => {
    const bad: readonly (readonly [string, string])[] = [
      ['{"id":', 'is not JSON'],
      ['[]', 'row must be a JSON object'],
      [row('colour', 'синий'), 'type must be one of date, time'],
      [JSON.stringify({type: 'date', now}), 'text must be text'],
      [JSON.stringify({type: 'date', text: 'завтра', now: '2026-02-30T10:00'}), 'now must be an ISO 8601 time'],
      [row('enum', 'чай', {ctx: {options: 'tea'}}), 'ctx.options must be a list'],
      [row('enum', 'чай'), 'ctx.options must be a list of the options'],
      [row('enum', 'чай', {ctx: {options: []}}), 'ctx.options must be a list of the options'],
      [row('enum', 'чай', {ctx: {optons: [{id: 'tea'}]}}), 'ctx.optons is unknown, did you mean "options"?'],
      [row('phone', '212 736 5000', {ctx: {region: 'XX'}}), 'ctx.region must be a country of two letters'],
      [row('phone', 'пять '.repeat(2001)), 'text must be at most 10000 characters long'],
    ]
    for (const [line, complaint] of bad) {
      const input = file(rows(row('date', 'завтра', {id: 1}), line, row('date', 'завтра', {id: 3})))
      const {stdout, stderr, exitCode} = await voicectl.run(['nlu', 'extract', '--input', input])
      expect(
        parsed(stdout).map(({id}) => id),
        line,
      ).to.deep.equal([1, 3])
      expect(stderr, line).to.contain(`${input}:2`).and.to.contain(complaint).and.to.contain('A row is {"id"')
      expect(exitCode, line).to.equal(2)
    }
    const input = file(rows('[]', row('date', 'завтра', {id: 2}), '{', row('date', 'завтра', {id: 4}), '5'))
    const {json, stderr, exitCode} = await voicectl.run(['nlu', 'extract', '--input', input, '--json'])
    expect(json<{id: number}[]>().map(({id}) => id)).to.deep.equal([2, 4])
    expect(stderr.match(new RegExp(`${input}:\\d+`, 'g'))).to.deep.equal([1, 3, 5].map((number) => `${input}:${number}`))
    expect(exitCode).to.equal(2)
  })

  it('reads a row under any notes its writer made', async () => {
    const input = file(row('phone', '212 736 5000', {note: 'from the hotel', ctx: {region: 'us', caller: 'Ann'}}))
    const {stdout} = await voicectl.run(['nlu', 'extract', '--input', input])
    expect(parsed(stdout)[0]!.value).to.deep.equal({phone: '+12127365000'})
  })

  it('refuses a file of one endless line at once', async () => {
    const input = file(row('phone', 'восемь девятьсот '.repeat(1_000_000)))
    const {stdout, stderr, exitCode} = await voicectl.run(['nlu', 'extract', '--input', input])
    expect([stdout, exitCode]).to.deep.equal(['', 2])
    expect(stderr).to.contain(`Error (LINE_TOO_LONG): ${input}:1 has more than 1000000 characters.`)
  })

  it('refuses what it cannot read, with a way out', async () => {
    const refused: readonly (readonly [readonly string[], string, number])[] = [
      [[], 'USAGE', 2],
      [['завтра'], 'MISSING_FLAG', 2],
      [['завтра', '--input', '-'], 'USAGE', 2],
      [['завтра', '--type', 'date', '--now', 'soon'], 'BAD_TIME', 2],
      [['чай', '--type', 'enum'], 'MISSING_FLAG', 2],
      [['чай', '--type', 'enum', '--options', ''], 'BAD_OPTIONS', 2],
      [['чай', '--type', 'enum', '--options', '=чай'], 'BAD_OPTIONS', 2],
      [['чай', '--type', 'enum', '--options', 'tea=чай|,milk'], 'BAD_OPTIONS', 2],
      [['чай', '--type', 'enum', '--options', 'tea=чай,tea=чаёк'], 'BAD_OPTIONS', 2],
      [['чай', '--type', 'enum', '--options', 'tea,,milk'], 'BAD_OPTIONS', 2],
      [['212 736 5000', '--type', 'phone', '--region', 'XX'], 'BAD_REGION', 2],
      [['пять '.repeat(2001), '--type', 'number'], 'TEXT_TOO_LONG', 2],
      [['--input', voicectl.path('nowhere.jsonl')], 'FILE_NOT_FOUND', 3],
      [['--input', voicectl.home], 'FILE_UNREADABLE', 2],
    ]
    for (const [argv, code, exit] of refused) {
      const {stdout, stderr, exitCode} = await voicectl.run(['nlu', 'extract', ...argv])
      expect(stdout, code).to.equal('')
      expect(stderr).to.contain(`Error (${code})`)
      expect(exitCode, code).to.equal(exit)
    }
    writeFileSync(voicectl.path('cp1251.jsonl'), Buffer.from([0x22, 0xe4, 0xe0, 0x22, 0x0a]))
    const {stderr, exitCode} = await voicectl.run(['nlu', 'extract', '--input', voicectl.path('cp1251.jsonl')])
    expect(stderr).to.contain('Error (NOT_UTF8)')
    expect(exitCode).to.equal(2)
  })

  it('answers on stdout while stdin is still being written', async () => {
    const child = execa(process.execPath, [bin, 'nlu', 'extract', '--input', '-'], {cwd: voicectl.home, buffer: false})
    const answers: string[] = []
    child.stdin.write(`${row('date', 'завтра')}\n`)
    for await (const line of child) {
      answers.push(line)
      if (answers.length === 1) child.stdin.end(row('yesno', 'угу'))
    }
    expect(answers.map((line) => (JSON.parse(line) as {value: object}).value)).to.deep.equal([{date: '2026-03-12'}, {yesno: 'yes'}])
  })

  it('ends in silence when the reader of a long answer goes away', async () => {
    const input = file(rows(...Array.from({length: 20_000}, () => row('yesno', 'да'))))
    const {stdout, stderr, exitCode} = await execa({
      shell: '/bin/bash',
    })`set -o pipefail; ${process.execPath} ${bin} nlu extract --input ${input} | head -1`
    expect(parsed(stdout)).to.deep.equal([{id: 'yesno-1', value: {yesno: 'yes'}}])
    expect([stderr, exitCode]).to.deep.equal(['', 0])
  })
})

describe('nlu score', () => {
  const voicectl = cli()
  const file = (...lines: string[]) => {
    const path = join(voicectl.home, 'expected.jsonl')
    writeFileSync(path, rows(...lines))
    return path
  }
  const expected = (text: string, date: string | null, lang = 'ru') => row('date', text, {lang, expect: {date}})

  it('tells right, wrong and missed apart by type and language', async () => {
    const path = file(
      expected('завтра', '2026-03-12'),
      expected('послезавтра', '2026-03-12'),
      expected('когда-нибудь', '2026-03-12'),
      expected('tomorrow', '2026-03-12', 'en'),
      row('date', 'без ответа'),
    )
    const result = await voicectl.run(['nlu', 'score', path, '--json'])
    expect(result.json()).to.deep.equal([
      {type: 'date', lang: 'ru', rows: 3, right: 1, accuracy: 1 / 3, wrong: 1, wrongRate: 1 / 3, missed: 1},
      {type: 'date', lang: 'en', rows: 1, right: 1, accuracy: 1, wrong: 0, wrongRate: 0, missed: 0},
      {type: 'date', lang: 'all', rows: 4, right: 2, accuracy: 0.5, wrong: 1, wrongRate: 0.25, missed: 1},
    ])
    const {stdout} = await voicectl.run(['nlu', 'score', path])
    expect(stdout).to.equal(
      'TYPE\tLANG\tROWS\tRIGHT\tWRONG\tMISSED\ndate\tru\t3\t33.3%\t33.3%\t1\ndate\ten\t1\t100.0%\t0.0%\t0\ndate\tall\t4\t50.0%\t25.0%\t1\n',
    )
  })

  it('lists what came out wrong', async () => {
    const path = file(expected('завтра', '2026-03-12'), expected('послезавтра', '2026-03-12'))
    const failures = await voicectl.run(['nlu', 'score', path, '--failures', '--json'])
    expect(failures.json()).to.deep.equal([
      {id: 'date-1', type: 'date', text: 'послезавтра', expect: {date: '2026-03-12'}, value: {date: '2026-03-13'}},
    ])
  })

  it('is a gate: below a floor it exits with 7 and says which', async () => {
    const path = file(expected('завтра', '2026-03-12'), expected('послезавтра', '2026-03-12'))
    const below = await voicectl.run(['nlu', 'score', path, '--floor', 'date=0.9'])
    expect(below.stderr).to.contain('date: 0.500 is below the floor of 0.9.')
    expect(below.exitCode).to.equal(7)
    expect((await voicectl.run(['nlu', 'score', path, '--floor', 'date=0.5'])).exitCode).to.equal(0)
    expect((await voicectl.run(['nlu', 'score', path, '--floor', 'phone=0.5'])).exitCode).to.equal(7)
  })

  it('refuses floors and files that say nothing', async () => {
    for (const floor of ['date', 'colour=0.5', 'date=2', 'date=', '=1']) {
      const {stderr, exitCode} = await voicectl.run(['nlu', 'score', file(expected('завтра', null)), '--floor', floor])
      expect(stderr, floor).to.contain('Error (BAD_FLOOR)')
      expect(exitCode, floor).to.equal(2)
    }
    const {stderr, exitCode} = await voicectl.run(['nlu', 'score', file(row('date', 'завтра'))])
    expect(stderr).to.contain('Error (NOTHING_TO_SCORE)')
    expect(exitCode).to.equal(2)
  })

  it('keeps its floors on our own rows', async () => {
    for (const [type, floor] of [
      ['yesno', 1],
      ['lang', 1],
      ['intent', 1],
      ['enum', 1],
    ] as const) {
      const {exitCode, stdout} = await voicectl.run(['nlu', 'score', fixture(type), '--floor', `${type}=${floor}`])
      expect(exitCode, stdout).to.equal(0)
    }
  })
})
