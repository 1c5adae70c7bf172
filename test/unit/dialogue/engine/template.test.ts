import {expect} from 'chai'
import {compileTemplate, FieldValue, type TemplateVars, type Voice} from '../../../../src/dialogue/engine/scenario/template.ts'
import {TemplateError} from '../../../../src/dialogue/engine/scenario/template-error.ts'

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
      '{{ (1..1000000000) | say }}',
      '{% if (1..999999999) contains 3 %}a{% endif %}',
      '{% unless f.service %}b{% elsif f.service contains (1..9) %}a{% endunless %}',
      '{% case f.service %}{% when (1..9) %}a{% endcase %}',
      '{{ f.service | default: (1..9) }}',
      '{{ facts[(1..9)] }}',
    ]) {
      expect(() => compileTemplate(source), source).to.throw(TemplateError)
    }
    // What only looks like one is a text.
    expect(render("{% if f.service != '(1..9)' %}{{ '(1..9)' }}{% endif %}")).to.equal('(1..9)')
    expect(render('{{ f.__proto__ }}{{ facts.constructor }}')).to.equal('')
  })

  it('say in Russian why they cannot be read', () => {
    const why = (source: string): string => {
      try {
        compileTemplate(source)
        return 'nothing'
      } catch (error) {
        return (error as TemplateError).text.ru
      }
    }
    expect(why('{{ f.date | nosuch }}')).to.equal('нет фильтра «nosuch», знак 1')
    expect(why('{{ f.date')).to.equal('не закрыто: {{ f.date, знак 1')
    expect(why('Да\n{% if f.date %}a')).to.equal('не закрыто: {% if f.date %}, строка 2, знак 1')
    expect(why('{% for i in (1..9) %}a{% endfor %}')).to.equal('здесь не может стоять {% for %}, знак 1')
    for (const source of [
      '{{ | say }}',
      '{% if %}a{% endif %}',
      '{% endif %}',
      '{% if f.x = 1 %}a{% endif %}',
      '{{ (1..2) }}',
      '{% if (1 %}a{% endif %}',
      '{% %}',
      '{{ f.x.y }}',
    ])
      expect(why(source), source)
        .to.match(/[а-я]/)
        .and.not.match(/[a-z]+ [a-z]+ [a-z]+/)
  })
})
