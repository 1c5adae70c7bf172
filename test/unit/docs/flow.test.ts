import {readFileSync} from 'node:fs'
import {expect} from 'chai'
import {field, fieldTypes} from '../../../src/skillbase/schema/field.ts'
import {state, stateTypes, transition} from '../../../src/skillbase/schema/state.ts'

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')

describe('the page about flows', () => {
  const page = read('docs/flow.md')
  const unnamed = (words: readonly string[]) => words.filter((word) => !new RegExp(`[\`{ ,]${word}[\`}, ]`).test(page))
  /** The first cell of the rows of tables. */
  const rows = new Set(
    [...page.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell]) => [...cell!.matchAll(/`(\w+)`/g)].map(([, word]) => word!)),
  )

  it('has a row for every type and every option of a field, and of a state', () => {
    const words = [...fieldTypes, ...Object.keys(field.shape), ...stateTypes, ...Object.keys(state.shape)]
    expect(words.filter((word) => word !== 'type' && !rows.has(word))).to.deep.equal([])
  })

  it('uses every type and every option of a field in its example', () => {
    const [, example] = /```yaml\n([\s\S]*?)```/.exec(page)!
    const fields = /^fields:\n([\s\S]*?)^start:/m.exec(example!)![1]!
    expect(fieldTypes.filter((type) => !fields.includes(`type: ${type}`))).to.deep.equal([])
    expect(Object.keys(field.shape).filter((key) => !fields.includes(`${key}: `))).to.deep.equal([])
  })

  it('tells the defaults that the schema has', () => {
    const {confirm, required, max_retries: retries, pii} = field.parse({type: 'text'})
    for (const [key, value] of Object.entries({confirm, required, max_retries: retries, pii}))
      expect(page).to.match(new RegExp(`^\\| \`${key}\` \\| \\w+ \\| \`${String(value)}\``, 'm'))
  })

  it('names every key of an edge and every variable of conditions', () => {
    expect(unnamed(Object.keys(transition.shape))).to.deep.equal([])
    const source = read('src/dialogue/engine/scenario/condition.ts')
    const [, variables] = /interface ConditionVars \{([\s\S]*?)\n\}/.exec(source)!
    const names = [...variables!.matchAll(/readonly (\w+):/g)].map(([, name]) => name!)
    expect(names.length).to.be.greaterThan(10)
    expect(names.filter((name) => !rows.has(name))).to.deep.equal([])
  })

  it('lists the subjects of facts and their other names', () => {
    const source = read('src/dialogue/engine/fact-topics.ts')
    const names = (constant: string) => {
      const [, body] = new RegExp(`const ${constant}[^{]*\\{([\\s\\S]*?)\\n\\}`).exec(source)!
      return [...body!.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name!)
    }
    const listed = new Set(/## How a fact is found[\s\S]*/.exec(page)![0].match(/[a-z_]+/g))
    const words = [...names('topics'), ...names('aliases')]
    expect(words.length).to.be.greaterThan(50)
    expect(words.filter((word) => !listed.has(word))).to.deep.equal([])
  })
})
