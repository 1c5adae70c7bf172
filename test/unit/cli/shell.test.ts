import {expect} from 'chai'
import {coloured, forTerminal, palette} from '../../../src/cli/colour.ts'
import {brokenPipe, interruptSignal, watchInterrupts} from '../../../src/cli/interrupt.ts'
import {asksForJson} from '../../../src/cli/json-flag.ts'
import {rememberContext} from '../../../src/cli/context-flags.ts'
import {reportError} from '../../../src/cli/report-error.ts'
import {closest, editDistance} from '../../../src/closest.ts'
import {hideFromOutput, maskUrlPasswords, redact, secret, urlLogin} from '../../../src/config/secret.ts'
import {AppError} from '../../../src/errors.ts'

describe('closest', () => {
  it('finds what was probably meant and nothing far-fetched', () => {
    expect(closest('creat', ['create', 'delete'])).to.equal('create')
    expect(closest('CREATE', ['create'])).to.equal('create')
    expect(closest('xy', ['up', 'ls'])).to.equal(undefined)
    expect(closest('anything', [])).to.equal(undefined)
    expect(closest('fone', ['phone', 'name'])).to.equal('phone')
    for (const [typed, known] of [
      ['xml', 'yaml'],
      ['tcsh', 'bash'],
    ] as const)
      expect(closest(typed, ['csv', known]), typed).to.equal(undefined)
  })

  it('counts edits', () => {
    expect([
      editDistance('', 'abc'),
      editDistance('kitten', 'sitting'),
      editDistance('same', 'same'),
      editDistance('jsno', 'json', 1),
    ]).to.deep.equal([3, 3, 0, 1])
  })
})

describe('palette', () => {
  const red = (isTTY: boolean, env: Record<string, string>) => palette({isTTY}, env).red('x') !== 'x'

  it('colours terminals only, and not those that cannot or must not', () => {
    expect(red(true, {})).to.equal(true)
    expect(red(false, {})).to.equal(false)
    expect(red(true, {NO_COLOR: '1'})).to.equal(false)
    expect(red(true, {TERM: 'dumb'})).to.equal(false)
    expect(red(false, {FORCE_COLOR: '1'})).to.equal(true)
    expect(red(true, {FORCE_COLOR: '1', NO_COLOR: '1'})).to.equal(false)
  })
})

describe('what a terminal is given', () => {
  it('has our colours, and shows those that a path or a name brings along', () => {
    const text = `${palette({isTTY: true}, {}).red('failure')} /srv/a\u001B[31mb\u001B[8mc\u001B]0;t\u0007`
    expect(forTerminal(text)).to.equal(`\u001B[31mfailure\u001B[39m ${String.raw`/srv/a\x1b[31mb\x1b[8mc\x1b]0;t\x07`}`)
    // A program gets what there is.
    expect(coloured(text)).to.equal('\u001B[31mfailure\u001B[39m /srv/a\u001B[31mb\u001B[8mc\u001B]0;t\u0007')
  })
})

describe('asksForJson', () => {
  it('sees every way to ask, and not what stands behind --', () => {
    for (const argv of [['--json'], ['-o', 'json'], ['-ojson'], ['--output=json'], ['--output', 'json']])
      expect(asksForJson(argv)).to.equal(true)
    for (const argv of [['json'], ['-o', 'yaml'], ['--', '--json'], []]) expect(asksForJson(argv)).to.equal(false)
  })
})

describe('redact', () => {
  it('hides a secret, its URL form and its JSON form', () => {
    const value = 'top "secret"/1'
    secret(value)
    expect(redact(`a ${value} b ${encodeURIComponent(value)} c ${JSON.stringify({value})}`)).to.equal('a •••• b •••• c {"value":"••••"}')
  })

  it('hides the longer secret first and leaves short words alone', () => {
    hideFromOutput('abcdefgh')
    hideFromOutput('abcdefgh-long')
    hideFromOutput('is')
    expect(redact('this is abcdefgh-long')).to.equal('this is ••••')
  })

  it('masks passwords in URLs', () => {
    expect(maskUrlPasswords('to postgres://bot:p@ss@db:5432/x failed')).to.equal('to postgres://bot:••••@db:5432/x failed')
    expect(maskUrlPasswords('postgres://db/x?user=bot&password=p&ssl=1')).to.equal('postgres://db/x?user=bot&password=••••&ssl=1')
    expect(maskUrlPasswords('http://host:80/path and sqlite:/a:b')).to.equal('http://host:80/path and sqlite:/a:b')
    expect(urlLogin('postgres://bot:p%40ss@db/x')).to.deep.equal({user: 'bot', password: 'p@ss'})
    expect(urlLogin('postgres://bot@db/x')).to.deep.equal({})
  })
})

describe('reportError', () => {
  const report = (error: unknown, json: boolean, env: Record<string, string> = {}) => {
    const before = {...process.env}
    Object.assign(process.env, {LC_ALL: 'C', LANG: 'C', NO_COLOR: '1'}, env)
    const out = {stdout: '', stderr: ''}
    try {
      const streams = {stdout: (text: string) => void (out.stdout += text), stderr: (text: string) => void (out.stderr += text)}
      return {...out, exit: reportError(error, {json, streams}), get: () => out}
    } finally {
      // Not by replacing the object: Node would no longer see what is set, the zone among it.
      for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
      Object.assign(process.env, before)
    }
  }
  const told = (...args: Parameters<typeof report>) => {
    const {exit, get} = report(...args)
    return {...get(), exit}
  }

  it('gives machines the code, the message and the hint, and nothing else', () => {
    const error = new AppError(
      'NO_TRUNK',
      {en: 'No trunk.', ru: 'Нет транка.'},
      {exit: 'conflict', hint: {en: 'Add one.', ru: 'Добавьте.'}},
    )
    expect(told(error, true)).to.deep.equal({
      stdout: '{"error":{"code":"NO_TRUNK","message":"No trunk.","hint":"Add one."}}\n',
      stderr: '',
      exit: 4,
    })
    const {stdout} = told(new AppError('X', {en: 'X.', ru: 'Х.'}), true)
    expect(stdout).to.equal('{"error":{"code":"X","message":"X."}}\n')
  })

  it('tells machines to type what it tells people to type', () => {
    const error = new AppError('X', {en: 'X.', ru: 'Х.'}, {hint: {en: 'See `voicectl call list`.', ru: 'Смотрите `voicectl call list`.'}})
    rememberContext(['--company', 'acme'])
    try {
      expect(told(error, true).stdout).to.contain('"hint":"See `voicectl call list --company acme`."')
      expect(told(error, false).stderr).to.contain('See `voicectl call list --company acme`.')
    } finally {
      rememberContext([])
    }
  })

  it('calls what nobody expected a defect, with its stack and causes under DEBUG=voicectl', () => {
    const error = new Error('boom', {cause: new Error('deep below')})
    const plain = told(error, false)
    expect(plain.stderr).to.contain('Error (INTERNAL): Unexpected error: boom').and.not.to.contain('at ')
    expect(plain.exit).to.equal(1)
    expect(told(error, false, {DEBUG: 'voicectl'}).stderr)
      .to.contain('at ')
      .and.to.contain('caused by: Error: deep below')
  })

  it('knows failures of the machine', () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {code: 'ENOSPC', path: '/data/x'})
    expect(told(full, false, {VOICECTL_LANG: 'ru'}).stderr).to.contain('На диске нет места: /data/x.')
    const down = Object.assign(new Error('connect ECONNREFUSED'), {code: 'ECONNREFUSED', address: '10.0.0.1', port: 5432})
    expect(told(down, true)).to.deep.include({exit: 6})
  })

  it('quotes the beginning of what is endless, and hides a secret that would be cut', () => {
    secret(`marker-${'k'.repeat(300)}`)
    for (const quoted of ['x'.repeat(100_000), 'word '.repeat(20_000), `${'x'.repeat(150)}marker-${'k'.repeat(300)}`]) {
      const error = new AppError(
        'X',
        {en: `There is no "${quoted}".`, ru: `Нет «${quoted}».`},
        {hint: {en: `Not "${quoted}".`, ru: `Не «${quoted}».`}},
      )
      for (const [json, env] of [
        [true, {}],
        [false, {}],
        [false, {VOICECTL_LANG: 'ru'}],
      ] as const) {
        const {stdout, stderr} = told(error, json, env)
        expect(stdout + stderr)
          .to.have.length.below(600)
          .and.not.to.contain('marker-')
        expect(stdout + stderr).to.match(/…\\?"|…»|••••\\?["»]/)
      }
    }
  })

  it('prints no secret, whatever the error says', () => {
    secret('marker-secret-42')
    const error = new Error('401 for key marker-secret-42 at https://u:pw-of-u@host/')
    for (const json of [true, false]) {
      const {stdout, stderr} = told(error, json, {DEBUG: 'voicectl'})
      expect(stdout + stderr)
        .to.contain('••••')
        .and.not.to.contain('marker-secret-42')
        .and.not.to.contain('pw-of-u')
    }
  })

  it('is quiet about a cancelled prompt', () => {
    const error = Object.assign(new Error('User force closed the prompt'), {name: 'ExitPromptError'})
    expect(told(error, false)).to.deep.equal({stdout: '', stderr: 'Cancelled.\n', exit: 130})
  })
})

describe('watchInterrupts', () => {
  it('lets a command that asked finish its step, and stops it when its reader goes away', () => {
    const stop = watchInterrupts(() => {})
    try {
      const signal = interruptSignal()
      process.emit('SIGINT')
      expect(signal.aborted).to.equal(true)
      expect(signal.reason).to.include({code: 'CANCELLED', exitCode: 130})
    } finally {
      stop()
    }
    const again = watchInterrupts(() => {})
    try {
      const signal = interruptSignal()
      process.stdout.emit('error', Object.assign(new Error('write EPIPE'), {code: 'EPIPE'}))
      expect(signal.reason).to.equal(brokenPipe)
    } finally {
      again()
    }
  })
})
