import {expect} from 'chai'
import {
  compileTemplate,
  FieldValue,
  TemplateError,
  type TemplateVars,
  type Voice,
} from '../../../../src/dialogue/engine/scenario/template.ts'

const voice: Voice = {
  field: (value) => `<${value.field}:${String(value.value)}>`,
  filter: (name, value, args) =>
    `${name}(${value instanceof FieldValue ? String(value.value) : String(value)}${args.map((arg) => `,${String(arg)}`).join('')})`,
}

const vars = (change: Partial<TemplateVars> = {}): TemplateVars => ({
  f: {service: new FieldValue('service', 'haircut')},
  facts: {address: 'улица Садовая'},
  tool: {},
  persona: {name: 'Алиса'},
  contact: {},
  caller: '+79031234567',
  lang: 'ru',
  value: '',
  ...change,
})

const render = (source: string, change?: Partial<TemplateVars>) => compileTemplate(source).render(vars(change), voice)

describe('templates', () => {
  it('speak field values through their field, with and without a filter', () => {
    expect(render('{{ f.service }}')).to.equal('<service:haircut>')
    expect(render('{{ f.service | say }}')).to.equal('say(haircut)')
    expect(render("{{ f.service | say_number: 'genitive', 'f' }}")).to.equal('say_number(haircut,genitive,f)')
  })

  it('compare field values as bare values', () => {
    expect(render("{% if f.service == 'haircut' %}стрижка{% else %}нет{% endif %}")).to.equal('стрижка')
  })

  it('know what they read, so that a linter can check it', () => {
    expect(compileTemplate('{{ f.service | say }} {{ facts.address }}').variables).to.deep.equal(['f.service', 'facts.address'])
  })

  it('render a value once: what a caller says is never a template', () => {
    expect(render('{{ value }}', {value: '{{ facts.address }}'})).to.equal('{{ facts.address }}')
  })

  it('refuse files, loops, unknown filters and reaching into values', () => {
    for (const source of [
      '{% include "x" %}',
      '{% for i in (1..9) %}a{% endfor %}',
      '{{ f.service | nosuch }}',
      '{{ f.service',
      '{{ f.service.constructor }}',
    ]) {
      expect(() => compileTemplate(source), source).to.throw(TemplateError)
    }
    expect(render('{{ f.__proto__ }}{{ facts.constructor }}')).to.equal('')
  })
})
