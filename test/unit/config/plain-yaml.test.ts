import {readFileSync} from 'node:fs'
import {expect} from 'chai'
import fc from 'fast-check'
import {readPlainYaml} from '../../../src/config/plain-yaml.ts'
import {readYaml} from '../../../src/config/read-yaml.ts'
import {templatesFolder} from '../../../src/templates-folder.ts'
import {tempDir} from '../../helpers/temp-dir.ts'

describe('the short way to read settings', () => {
  const temp = tempDir()
  /** What the real parser makes of it; undefined when it finds a mistake. */
  const really = async (source: string) => {
    const file = await readYaml(temp.write('x.yaml', source)).catch(() => undefined)
    return file && {keys: file.keys, leaves: file.leaves}
  }

  // Pieces that mean something to YAML, and pieces that look as if they did.
  const indent = fc.constantFrom('', '', '  ', '    ', ' ', '   ', '\t')
  const key = fc.constantFrom(
    'llm',
    'model',
    'company',
    'database',
    'url',
    'a-b',
    '/srv/a.b',
    'true',
    'null',
    '1',
    'ключ',
    '"q"',
    '- a',
    '? a',
    '<<',
  )
  const colon = fc.constantFrom(': ', ': ', ':', ':  ', ' : ', ' ')
  const value = fc.oneof(
    fc.constantFrom(
      '',
      '',
      'salon',
      'Europe/Moscow',
      'sqlite:./bots.db',
      'postgres://h:5432/db?x=1',
      './a',
      '../a',
      '.inf',
      '~',
      '012',
      '0',
      '-1',
    ),
    fc.constantFrom(
      '1.5',
      '1e3',
      '0x1f',
      '0o17',
      '+1',
      '1_000',
      '12345678901234567890',
      'yes',
      'TRUE',
      'Null',
      'on',
      '2026-01-01',
      'a b',
      'a:',
      'a: b',
    ),
    fc.constantFrom(
      '"x y"',
      "'x: #y'",
      '"a\\n"',
      "'it''s'",
      '"',
      "'x",
      '"x" y',
      '{}',
      '[]',
      '{a: 1}',
      '[1, 2]',
      '&a x',
      '*a',
      '!t x',
      '|',
      '>',
      '%x',
      '@x',
      '`x',
    ),
    fc.constantFrom(
      '#x',
      'a#b',
      'a #b',
      '# комментарий',
      'a,b',
      'a]',
      '---',
      '...',
      'модель',
      '\u00a0',
      'a\u2028b',
      '/',
      '/a=b',
      'C:\\x',
      '=',
      '-',
      '- a',
      '?',
    ),
  )
  const end = fc.constantFrom('', '', '', ' ', ' # why', '#', ' #\u0007', '\r', '\t')
  const line = fc.oneof(
    {weight: 8, arbitrary: fc.tuple(indent, key, colon, value, end).map((parts) => parts.join(''))},
    fc.constantFrom('', '# comment', '  # comment', '   ', '---', '...', '\t', '- a', '  plain', '#\u0000', '\uFEFF', '%YAML 1.2', '#c\r'),
  )

  it('gives what the parser gives, or leaves it to the parser', async () => {
    let short = 0
    await fc.assert(
      fc.asyncProperty(fc.array(line, {maxLength: 6}), async (lines) => {
        const source = lines.join('\n')
        const plain = readPlainYaml(source)
        if (plain === undefined) return
        short++
        expect(plain, JSON.stringify(source)).to.deep.equal(await really(source))
      }),
      {numRuns: 4000},
    )
    expect(short).to.be.above(200)
  })

  it('is enough for what init and `config set` write', () => {
    for (const name of ['voicectl.ru.yaml', 'voicectl.en.yaml'])
      expect(readPlainYaml(readFileSync(`${templatesFolder()}/project/${name}`, 'utf8'))?.keys).to.deep.equal([['timezone']])
    const stored = 'profile: staging\nprofiles:\n  default:\n    llm:\n      apiKey: gsk_abcDEF123\n  staging:\n    company: two\n'
    expect(readPlainYaml(stored)?.leaves).to.deep.include({path: ['profiles', 'default', 'llm', 'apiKey'], value: 'gsk_abcDEF123', line: 5})
    expect(readPlainYaml(stored)?.keys).to.deep.include(['profiles', 'staging'])
  })
})

describe('a settings file made to hurt', () => {
  const temp = tempDir()
  const refusal = (source: string) => readYaml(temp.write('x.yaml', source)).then(String, (error: {code: string; message: string}) => error)

  it('is refused by name and line, however its aliases multiply', async () => {
    const levels = [...'abcdefghij']
    const bomb = (item: (name: string) => string) =>
      `a: ${item('')}\n${levels
        .slice(1)
        .map((name, index) => `${name}: &${name} {${[...'123456789'].map((n) => `k${n}: *${levels[index]}`).join(', ')}}`)
        .join('\n')}\n`
    const lists = `a: &a [x,x,x,x,x,x,x,x,x]\n${levels
      .slice(1)
      .map((name, index) => `${name}: &${name} [${`*${levels[index]},`.repeat(9)}]`)
      .join('\n')}\n`
    for (const source of [bomb(() => '&a {k: 1}'), bomb(() => '&a {}'), lists, 'llm: &l\n  llm: *l\n', 'a: &a [*a]\n']) {
      const error = await refusal(source)
      expect(error).to.include({code: 'CONFIG_NOT_YAML'})
      expect((error as {message: string}).message).to.match(/x\.yaml:\d+: too much is nested/)
    }
  })
})
