import {expect} from 'chai'
import {estimatePromptTokens, estimateTokens} from '../../../../src/providers/llm/tokens.ts'

/** Texts with their true length in o200k, counted once with a tokenizer. */
const counted: readonly (readonly [string, number])[] = [
  [
    'Ты — администратор салона красоты «Лотос». Говори коротко, одним-двумя предложениями, и задавай по одному вопросу за раз. Если клиент просит то, чего нет в прайсе, предложи перезвонить. Никогда не называй цену, которой нет в фактах. Если человек сердится, извинись и предложи соединить со старшим администратором.',
    91,
  ],
  [
    'Да, здравствуйте, я бы хотела записаться на стрижку, если можно, на пятницу после обеда, часа в три или в четыре. Телефон мой вы, наверное, видите, но на всякий случай продиктую: восемь, девятьсот двадцать шесть, сто двадцать три, сорок пять, шестьдесят семь.',
    81,
  ],
  [
    'You are the receptionist of a dental clinic. Keep every reply under twenty-five words, ask one question at a time, and never promise an appointment before the booking tool has confirmed it. If the caller mentions severe pain, offer the first free slot today and tell them about the emergency line.',
    58,
  ],
  [
    '{"intent":"book","slots":[{"field":"date","value":"2026-03-14"},{"field":"service","value":"haircut"},{"field":"phone","value":"+79261234567"}],"confidence":0.92,"language":"ru"}',
    52,
  ],
  [
    'flow:\n  type: graph\n  states:\n    - id: greeting\n      say: "Добрый день! Чем могу помочь?"\n      transitions:\n        - {to: booking, when: intent == "book"}\n        - {to: goodbye, when: intent == "cancel"}\n',
    59,
  ],
]

describe('estimateTokens', () => {
  for (const [text, tokens] of counted) {
    it(`is within 20 % for ${JSON.stringify(text.slice(0, 40))}…`, () => {
      expect(estimateTokens(text)).to.be.within(tokens * 0.8, tokens * 1.2)
    })
  }

  it('is 0 for nothing and never negative', () => {
    expect(estimateTokens('')).to.equal(0)
    expect(estimateTokens(' ')).to.equal(0)
    expect(estimateTokens('.')).to.equal(1)
  })

  it('counts the frame of every message', () => {
    const one = estimatePromptTokens([{role: 'user', content: 'да'}])
    const two = estimatePromptTokens([
      {role: 'user', content: 'да'},
      {role: 'assistant', content: 'да'},
    ])
    expect(two - one).to.equal(estimateTokens('да') + 4)
  })

  it('takes a long prompt in a few milliseconds’ worth of work', () => {
    expect(estimateTokens('Здравствуйте, это салон красоты. '.repeat(5000))).to.be.greaterThan(20_000)
  })
})
