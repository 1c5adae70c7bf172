import {expect} from 'chai'
import {lintSource} from '../../../src/skillbase/lint-source.ts'
import {phrasesOf} from '../../../src/skillbase/upgrade/patterns.ts'
import {issuesOf, skillbaseOf} from '../../helpers/skillbases.ts'
import {lint} from '../../../src/skillbase/lint/lint.ts'

const megabyte = 1024 * 1024

describe('a document made to hang the reader', () => {
  const bombs: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['of 10 MB', new Uint8Array(10 * megabyte).fill(0x20), 'TOO_LARGE'],
    ['of a million brackets', '['.repeat(megabyte - 1), 'TOO_DEEP'],
    ['of nested maps', '{a: '.repeat(200_000), 'TOO_DEEP'],
    ['of ever deeper lines', Array.from({length: 1000}, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), 'TOO_DEEP'],
    ['of dashes', `${'- '.repeat(400_000)}x`, 'TOO_DEEP'],
    ['of nested JSON', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 'TOO_DEEP'],
    ['of anchors', `a: ${'&a '.repeat(300_000)}`, 'TOO_COMPLEX'],
    ['of tags', `a: ${'!a '.repeat(300_000)}`, 'TOO_COMPLEX'],
    ['of aliases', `a: &a x\nb: [${'*a,'.repeat(300_000)}]`, 'TOO_COMPLEX'],
    ['of empty documents', '---\n'.repeat(200_000), 'TOO_COMPLEX'],
    ['of stray brackets', '}\n'.repeat(500_000), 'TOO_COMPLEX'],
    ['of 70 000 keys', Array.from({length: 70_000}, (_, key) => `k${key}: 1`).join('\n'), 'TOO_COMPLEX'],
    [
      'of aliases that multiply',
      [
        'a: &a [x, x, x, x, x, x, x, x, x]',
        ...[...'bcdefgh'].map((name, index) => `${name}: &${name} [${`*${'abcdefg'[index]!}, `.repeat(9)}]`),
      ].join('\n'),
      'YAML_ALIAS',
    ],
    ['of an alias inside itself', 'a: &a [*a]', 'YAML_ALIAS'],
  ]
  for (const [what, source, code] of bombs) {
    it(`${what} is refused for what it is`, () => {
      expect(issuesOf(source)[0]?.code).to.equal(code)
    })
  }

  it('names the size of a file that is too large', () => {
    expect(issuesOf(new Uint8Array(10 * megabyte))[0]?.message.en).to.equal('the file has 10.0 MB; at most 1 MB is read')
  })
})

describe('a skillbase made to hang the linter', () => {
  it('D-14: phrases are no expressions, so they cannot explode', () => {
    const phrase = '(a+)+$'
    const rules = Array.from({length: 100}, (_, index) => ({
      id: `r${index}`,
      match: {phrases: [phrase, `${'a'.repeat(190)}!`]},
      then: 'refuse' as const,
    }))
    expect(lint(skillbaseOf({rules})).filter(({code}) => code === 'W129')).to.have.length.greaterThan(99)
    for (const pattern of [`${'(a|a?)+'.repeat(100)}$`, '('.repeat(50_000), '(a|b)(c|d)'.repeat(500)])
      expect(phrasesOf(pattern).phrases.length, pattern.slice(0, 20)).to.be.at.most(60)
  })

  it('conditions with matches(), deep nesting and long chains', () => {
    const whens = [
      "f.x.matches('^(a+)+$')",
      `${'[1,1,1,1,1,1].map(a,'.repeat(14)}1${')'.repeat(14)}.size() > 0`,
      `${'!'.repeat(490)}true`,
      `${'('.repeat(200)}true${')'.repeat(200)}`,
      Array.from({length: 80}, () => 'true').join('&&'),
    ]
    const skillbase = skillbaseOf({
      fields: {x: {type: 'text'}},
      start: 'a',
      states: {a: {transitions: whens.map((when) => ({to: 'b', when}))}, b: {type: 'end'}},
    })
    expect(lint(skillbase).map(({code}) => code)).to.include.members(['E103', 'E101'])
  })

  it('templates that nest and repeat', () => {
    const says = [
      `${'{% if f.x %}'.repeat(60)}x`,
      '{{ f.x | append: f.x }}'.repeat(40),
      `{% for i in (1..1000000) %}x{% endfor %}`,
      '{{'.repeat(400),
    ]
    const states = Object.fromEntries(says.map((say, index) => [`s${index}`, {type: 'end' as const, say}]))
    const skillbase = skillbaseOf({fields: {x: {type: 'text'}}, start: 's0', states})
    expect(lint(skillbase).filter(({code}) => code === 'E201').length).to.equal(4)
  })

  it('a flow as large as a file can be', () => {
    const edges = (from: number) =>
      Array.from(
        {length: 20},
        (_, edge) => `{to: s${(from * 7 + edge * 13) % 400}, when: "f.f${edge} == 'x${edge}' && turn > ${edge}"}`,
      ).join(', ')
    const states = Array.from(
      {length: 400},
      (_, at) => `  s${at}: {collect: [f${at % 200}], say: "${'да '.repeat(40)}", transitions: [${edges(at)}]}`,
    )
    const fields = Array.from({length: 200}, (_, at) => `  f${at}: {type: text, ask: "${'вопрос '.repeat(10)}"}`)
    const source = `schema: voicectl.scenario/v1\nfields:\n${fields.join('\n')}\nstates:\n${states.join('\n')}\n`
    const {parsed} = lintSource('large.yaml', source)
    expect(Object.keys(parsed!.skillbase.flow.states)).to.have.length(400)
  })

  it('more states, fields or edges than a conversation can have are refused', () => {
    const many = (count: number, entry: (at: number) => string) => Array.from({length: count}, (_, at) => entry(at)).join(', ')
    expect(issuesOf(`schema: voicectl.scenario/v1\nstates: {${many(501, (at) => `s${at}: {}`)}}`)[0]!.message.en).to.contain(
      'at most 500 states',
    )
    expect(issuesOf(`schema: voicectl.scenario/v1\nfields: {${many(201, (at) => `f${at}: {type: text}`)}}`)[0]!.message.ru).to.contain(
      'не больше 200 полей',
    )
    expect(issuesOf(`schema: voicectl.scenario/v1\nstates: {a: {transitions: [${many(101, () => '{to: a}')}]}}`)[0]!.message.en).to.contain(
      'at most 100 items',
    )
  })
})
