import {expect} from 'chai'
import fc from 'fast-check'
import {changes} from '../../../src/skillbase/changes.ts'
import {changesText} from '../../../src/skillbase/changes-text.ts'
import {parseFixture, skillbaseOf} from '../../helpers/skillbases.ts'

const {skillbase} = parseFixture('graph.yaml')
const edited = (edit: (copy: typeof skillbase) => void) => {
  const copy = structuredClone(skillbase)
  edit(copy)
  return copy
}
type Mutable = {
  flow: {
    states: Record<string, unknown>
    facts: Record<string, unknown>
    rules: unknown[]
    outcomes: {when?: string}[]
    intents: Record<string, {phrases: {ru: string[]}}>
  }
}

describe('what changed between two skillbases', () => {
  it('is nothing for the same one', () => {
    expect(changes(skillbase, structuredClone(skillbase))).to.deep.equal([])
  })

  it('names a value by its path', () => {
    const after = edited((copy) => void ((copy as unknown as Mutable).flow.facts['price_wash'] = 'от двух тысяч рублей'))
    expect(changes(skillbase, after)).to.deep.equal([
      {
        kind: 'changed',
        path: 'flow.facts.price_wash',
        before: {ru: 'от тысячи рублей', en: 'from a thousand roubles'},
        after: 'от двух тысяч рублей',
      },
    ])
  })

  it('matches rules, outcomes and tools by name, wherever they stand', () => {
    const after = edited((copy) => {
      const {rules, outcomes} = (copy as unknown as Mutable).flow
      rules.unshift({id: 'new', match: {phrases: ['скидка']}, then: 'refuse'})
      outcomes[0]!.when = 'has(f.phone)'
    })
    expect(changes(skillbase, after).map(({kind, path}) => `${kind} ${path}`)).to.deep.equal([
      'added flow.rules.new',
      'changed flow.outcomes.lead.when',
    ])
  })

  it('finds one phrase that was put in between', () => {
    const after = edited((copy) => (copy as unknown as Mutable).flow.intents['book']!.phrases.ru.splice(1, 0, 'хочу к вам'))
    expect(changes(skillbase, after)).to.deep.equal([{kind: 'added', path: 'flow.intents.book.phrases.ru[1]', after: 'хочу к вам'}])
  })

  it('tells states that changed places', () => {
    const after = edited((copy) => {
      const {flow} = copy as unknown as Mutable
      const {hello, ...rest} = flow.states
      flow.states = {...rest, hello}
    })
    expect(changes(skillbase, after).map(({kind, path}) => `${kind} ${path}`)).to.deep.equal(['moved flow.states'])
  })

  it('does not tell the order of facts, which means nothing', () => {
    const after = edited((copy) => {
      const {flow} = copy as unknown as Mutable
      flow.facts = Object.fromEntries(Object.entries(flow.facts).reverse())
    })
    expect(changes(skillbase, after)).to.deep.equal([])
  })

  it('is readable', () => {
    const after = edited((copy) => {
      const {flow} = copy as unknown as Mutable
      flow.facts['parking'] = 'во дворе'
      delete flow.states['done']
    })
    const text = changesText(changes(skillbase, after))
    expect(text).to.match(/^\+ flow\.facts\.parking: "во дворе"\n- flow\.states\.done: \n-\s+goal: попрощаться/)
  })

  it('turns the older list into the newer one', () => {
    const lists = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), {maxLength: 8})
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const found = changes(skillbaseOf({}, {context: {rules: before}}), skillbaseOf({}, {context: {rules: after}}))
        expect(found.length === 0).to.equal(JSON.stringify(before) === JSON.stringify(after))
      }),
    )
  })
})
