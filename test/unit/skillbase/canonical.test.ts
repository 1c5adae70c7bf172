import {expect} from 'chai'
import fc from 'fast-check'
import {canonicalText, fingerprint} from '../../../src/skillbase/fingerprint.ts'
import {minimal} from '../../../src/skillbase/minimal.ts'
import {parseSkillbase} from '../../../src/skillbase/parse.ts'
import {type Skillbase, skillbase as schema} from '../../../src/skillbase/schema/skillbase.ts'
import {toYaml} from '../../../src/skillbase/to-yaml.ts'
import {parseFixture, skillbaseOf} from '../../helpers/skillbases.ts'
import {normalize} from '../../../src/skillbase/normalize.ts'

const bot = (text: string) => parseSkillbase('bot.yaml', `schema: voicectl.scenario/v1\nid: bot\n${text}`).skillbase

describe('the fingerprint of a skillbase', () => {
  const written = 'facts: {a: один, b: два}\nstates: {hello: {next: bye, on_max_turns: bye}, bye: {type: end}}'

  it('is the same whatever the order of keys, comments and spelled-out defaults are', () => {
    const again =
      '# a comment\nstates:\n  hello: {on_max_turns: bye, next: bye, interruptible: true, collect:  }\n  bye: {tools: [], type: end}\nfacts: {b: два, a: один}\nflow: graph'
    expect(fingerprint(bot(again.replace(', collect:  ', '')))).to.equal(fingerprint(bot(written)))
  })

  it('is another one when states change places: their order is the conversation', () => {
    const swapped = 'facts: {a: один, b: два}\nstates: {bye: {type: end}, hello: {next: bye, on_max_turns: bye}}'
    expect(fingerprint(bot(swapped))).to.not.equal(fingerprint(bot(written)))
  })

  it('does not depend on the slug', () => {
    const {skillbase} = parseFixture('linear.yaml')
    expect(fingerprint({...skillbase, slug: 'another'})).to.equal(fingerprint(skillbase))
  })

  it('is the sha256 of sorted JSON, the same on every machine', () => {
    expect(canonicalText(bot('states: {}'))).to.equal('{"flow":{},"name":"bot","schema":"voicectl/skillbase/v1"}')
    expect(fingerprint(bot('states: {}'))).to.match(/^[0-9a-f]{64}$/)
  })
})

describe('the minimal form', () => {
  it('holds what the author decided and nothing the schema would add', () => {
    const {flow} = minimal(bot('persona: {gender: f}\nlimits: {max_turns: 60, max_questions: 4}')) as {flow: object}
    expect(flow).to.deep.equal({limits: {max_questions: 4}})
  })

  it('is the same skillbase', () => {
    for (const name of ['graph.yaml', 'linear.yaml']) {
      const {skillbase} = parseFixture(name)
      expect(schema.parse(minimal(skillbase))).to.deep.equal(skillbase)
    }
  })
})

const word = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/).filter((name) => !['constructor', 'prototype', 'valueOf'].includes(name))
const line = fc
  .oneof(
    fc.string({unit: 'grapheme', minLength: 1, maxLength: 60}),
    fc.constantFrom(
      'да: нет',
      '- пункт',
      '# не комментарий',
      'null',
      'yes',
      '09:00',
      '{{ f.phone | say }}',
      '"кавычки"',
      "it's",
      'a\nb',
      '1e3',
      '~',
      '*a',
      '!x',
      ' x ',
    ),
  )
  .filter((text) => text.trim() !== '' && text.isWellFormed() && !text.includes('\0'))
const localized = fc.oneof(line, fc.record({ru: line, en: line}), fc.record({ru: line}))
const anyField = {
  ask: localized,
  required: fc.boolean(),
  confirm: fc.constantFrom('auto', 'explicit', 'none'),
  reask: fc.array(localized, {minLength: 1, maxLength: 3}),
}
const field = fc.oneof(
  fc.record({type: fc.constantFrom('phone', 'text'), ...anyField}, {requiredKeys: ['type']}),
  fc.record({type: fc.constantFrom('date', 'number'), min: fc.integer({min: -5, max: 5}), ...anyField}, {requiredKeys: ['type']}),
)

/** Flows of any shape the schema allows, names of states and fields consistent. */
const generated: fc.Arbitrary<Skillbase> = fc
  .tuple(
    fc.uniqueArray(word, {minLength: 1, maxLength: 5}),
    fc.uniqueArray(word, {maxLength: 4}),
    fc.dictionary(word, localized, {maxKeys: 4}),
    fc.array(line, {maxLength: 3}),
  )
  .chain(([states, fields, facts, rules]) =>
    fc.record({
      facts: fc.constant(facts),
      rules: fc.constant(rules),
      mode: fc.constantFrom('linear', 'graph'),
      fields: fc.tuple(...fields.map(() => field)).map((all) => Object.fromEntries(fields.map((id, index) => [id, all[index]]))),
      states: fc
        .tuple(
          ...states.map(() =>
            fc.record(
              {
                say: localized,
                goal: line,
                type: fc.constantFrom('talk', 'end', 'confirm'),
                next: fc.constantFrom(...states),
                transitions: fc.array(fc.record({to: fc.constantFrom(...states), on: fc.constantFrom('book', ['thanks', 'goodbye'])}), {
                  maxLength: 2,
                }),
                max_turns: fc.integer({min: 1, max: 9}),
              },
              {requiredKeys: []},
            ),
          ),
        )
        .map((all) => Object.fromEntries(states.map((id, index) => [id, all[index]]))),
    }),
  )
  .map(({facts, rules, mode, fields, states}) =>
    normalize(
      skillbaseOf({flow: mode, facts, fields, states} as never, {
        slug: 'bot',
        name: 'Бот',
        context: {rules: rules.map((rule) => rule.slice(0, 400))},
      }),
    ),
  )

describe('a skillbase written to a file', () => {
  it('is read again as the same, and written again as the same bytes', () => {
    fc.assert(
      fc.property(generated, (skillbase) => {
        const yaml = toYaml(skillbase)
        const again = parseSkillbase('bot.yaml', yaml).skillbase
        expect(again).to.deep.equal(skillbase)
        expect(toYaml(again)).to.equal(yaml)
        expect(fingerprint(again)).to.equal(fingerprint(skillbase))
      }),
      {numRuns: 150},
    )
  })

  it('survives the way through the database as JSON', () => {
    fc.assert(
      fc.property(generated, (skillbase) => {
        const stored = schema.parse(JSON.parse(JSON.stringify(skillbase)))
        expect(fingerprint(stored)).to.equal(fingerprint(skillbase))
        expect(toYaml(stored)).to.equal(toYaml(skillbase))
      }),
      {numRuns: 50},
    )
  })
})
