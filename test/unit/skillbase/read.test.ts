import {expect} from 'chai'
import {readDocument} from '../../../src/skillbase/read/read-document.ts'
import {issuesOf} from '../../helpers/skillbases.ts'

const first = (source: string | Uint8Array) => issuesOf(source)[0]!

describe('reading a document', () => {
  it('takes JSON as well as YAML', () => {
    expect(readDocument('a.json', '{"a": [1, true, null, "x"]}').root).to.deep.equal({a: [1, true, null, 'x']})
    expect(readDocument('a.yaml', 'a: [1, true, ~, x]\n').root).to.deep.equal({a: [1, true, null, 'x']})
  })

  it('keeps yes, no and clock times as the text they are', () => {
    expect(readDocument('a.yaml', 'a: yes\nb: 09:00\nc: off').root).to.deep.equal({a: 'yes', b: '09:00', c: 'off'})
  })

  it('lets a value be named once and used twice', () => {
    expect(readDocument('a.yaml', 'a: &x [1, 2]\nb: *x').root).to.deep.equal({a: [1, 2], b: [1, 2]})
  })

  it('skips a byte order mark', () => {
    expect(readDocument('a.yaml', new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0x3a, 0x20, 0x31])).root).to.deep.equal({a: 1})
  })

  const refused: readonly (readonly [string, string, string, number | undefined])[] = [
    ['an empty file', '', 'EMPTY', undefined],
    ['a list', '- a\n- b', 'NOT_MAPPING', undefined],
    ['a sentence', 'hello there', 'NOT_MAPPING', undefined],
    ['two documents', 'a: 1\n---\nb: 2', 'YAML_SYNTAX', 2],
    ['a wrong indentation', 'a:\n  b: 1\n c: 2', 'YAML_SYNTAX', 3],
    ['an open bracket', 'a: [1, 2\nb: 3', 'YAML_SYNTAX', 2],
    ['a tab', 'a:\n\tb: 1', 'YAML_SYNTAX', 2],
    ['a key that is given twice', 'a: 1\nb: 2\na: 3', 'DUPLICATE_KEY', 3],
    ['a key that is given twice in JSON', '{"a": {"b": 1,\n"b": 2}}', 'DUPLICATE_KEY', 2],
    ['a number as a key', 'a: 1\n2: x', 'KEY_NOT_TEXT', 2],
    ['a list as a key', '? [a]\n: 1', 'KEY_NOT_TEXT', 1],
    ['no key at all', ': 1', 'KEY_NOT_TEXT', 1],
    ['a prototype as a key', 'a: {__proto__: {x: 1}}', 'RESERVED_KEY', 1],
    ['a constructor as a key', 'a:\n  constructor: 1', 'RESERVED_KEY', 2],
    ['toString as a key', 'states: {toString: 1}', 'RESERVED_KEY', 1],
    ['a tag', 'a: !!js/function x', 'YAML_TAG', 1],
    ['an anchor that is not there', 'a: *nobody', 'YAML_ALIAS', 1],
    ['infinity', 'a: .inf', 'BAD_NUMBER', 1],
    ['a number larger than any', 'a: 1e999', 'BAD_NUMBER', 1],
    ['a zero byte', 'a: "x\\0y"', 'BAD_TEXT', 1],
    ['half a character', 'a: "\\ud800"', 'BAD_TEXT', 1],
  ]
  for (const [what, source, code, line] of refused) {
    it(`refuses ${what}${line === undefined ? '' : ' and tells the line'}`, () => {
      const issue = first(source)
      expect({code: issue.code, line: issue.line}).to.deep.equal({code, line})
      expect(issue.message.en).to.not.equal('')
      expect(issue.message.ru).to.match(/\p{Script=Cyrillic}/u)
    })
  }

  it('refuses what is not UTF-8 and tells the line', () => {
    const windows1251 = new Uint8Array([...new TextEncoder().encode('a: 1\nb: '), 0xcf, 0xf0, 0xe8])
    expect(first(windows1251)).to.deep.include({
      code: 'NOT_UTF8',
      message: {en: 'line 2 is not UTF-8; save the file as UTF-8', ru: 'строка 2 не в UTF-8, сохраните файл в UTF-8'},
    })
  })

  it('recognises UTF-16', () => {
    expect(first(new Uint8Array([0xff, 0xfe, 0x61, 0x00, 0x3a, 0xd8])).message.en).to.contain('UTF-16')
  })

  it('tells line and column of a path', () => {
    const document = readDocument('a.yaml', 'a:\n  b:\n    - x\n    - y: 1\n')
    expect(document.locate(['a', 'b', 1, 'y'])).to.deep.equal({line: 4, column: 7})
    expect(document.locate(['a', 'b', 0])).to.deep.equal({line: 3, column: 7})
    expect(document.locate(['a', 'nothing', 'here'])).to.deep.equal({line: 1, column: 1})
  })
})
