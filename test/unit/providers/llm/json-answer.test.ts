import {expect} from 'chai'
import fc from 'fast-check'
import {jsonAnswer} from '../../../../src/providers/llm/wire/json-answer.ts'
import {structureProblem} from '../../../../src/providers/llm/wire/structure.ts'
import {wireSchema} from '../../../../src/providers/llm/wire/wire-schema.ts'

const schema = {
  type: 'object',
  properties: {
    intent: {type: 'string', enum: ['book', 'other']},
    time: {anyOf: [{type: 'string'}, {type: 'null'}]},
    slots: {type: 'array', items: {$ref: '#/$defs/slot'}},
  },
  required: ['intent', 'time', 'slots'],
  additionalProperties: false,
  $defs: {slot: {type: 'object', properties: {field: {type: 'string'}, count: {type: 'integer'}}, required: ['field']}},
}

const good = {intent: 'book', time: null, slots: [{field: 'name', count: 2}]}

describe('jsonAnswer', () => {
  for (const [name, text] of [
    ['plain JSON', JSON.stringify(good)],
    ['a code fence', `\`\`\`json\n${JSON.stringify(good, null, 2)}\n\`\`\``],
    ['prose around it', `Конечно {вот}: ${JSON.stringify(good)}\nГотово.`],
  ] as const) {
    it(`finds the object in ${name}`, () => expect(jsonAnswer(text, schema)).to.deep.equal({json: good}))
  }

  it('minds braces and quotes inside strings', () => {
    const tricky = {intent: 'other', time: 'a } " { \\', slots: []}
    expect(jsonAnswer(`>> ${JSON.stringify(tricky)} <<`, schema)).to.deep.equal({json: tricky})
  })

  it('finds any object between any words without braces (property)', () => {
    const words = fc.string().map((text) => text.replaceAll(/[{}]/g, ''))
    fc.assert(
      fc.property(words, fc.dictionary(fc.string(), fc.jsonValue()), words, (before, value, after) => {
        const round: unknown = JSON.parse(JSON.stringify(value))
        expect(jsonAnswer(`x${before}${JSON.stringify(value)}${after}`, {})).to.deep.equal({json: round})
      }),
      {numRuns: 200},
    )
  })

  for (const [text, problem] of [
    ['', 'empty answer'],
    ['Не знаю', 'no JSON in the answer'],
    ['{"intent": "book"', 'no JSON in the answer'],
    ['[1]', '$: object expected'],
    ['{"intent": "dance", "time": null, "slots": []}', '$.intent: not one of the allowed values'],
    ['{"intent": "book", "slots": []}', '$.time: missing'],
    ['{"intent": "book", "time": 5, "slots": []}', '$.time: fits no variant'],
    ['{"intent": "book", "time": null, "slots": [{"field": "a"}, {"field": 1}]}', '$.slots[1].field: string expected'],
    ['{"intent": "book", "time": null, "slots": [{"field": "a", "count": 1.5}]}', '$.slots[0].count: integer expected'],
  ] as const) {
    it(`${text || 'nothing'}: ${problem}`, () => expect(jsonAnswer(text, schema)).to.deep.equal({problem}))
  }

  it('tolerates fields that nobody asked for', () => {
    expect(structureProblem({...good, note: 1}, schema)).to.equal(undefined)
  })
})

describe('wireSchema', () => {
  it('drops value limits, keeps fields that are called like them, and the order of keys', () => {
    const rich = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: {
        format: {type: 'string', format: 'date', minLength: 1},
        list: {type: 'array', minItems: 1, items: {type: 'integer', maximum: 9}},
      },
      required: ['format', 'list'],
    }
    expect(JSON.stringify(wireSchema(rich))).to.equal(
      '{"type":"object","properties":{"format":{"type":"string"},"list":{"type":"array","items":{"type":"integer"}}},"required":["format","list"]}',
    )
    expect(wireSchema(rich)).to.equal(wireSchema(rich))
  })
})
