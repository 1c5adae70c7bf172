import {expect} from 'chai'
import fc from 'fast-check'
import {layout} from '../../../../src/skillbase/graph/layout.ts'
import {renderGraph} from '../../../../src/skillbase/graph/render.ts'
import {parseFixture, skillbaseOf} from '../../../helpers/skillbases.ts'

const {skillbase} = parseFixture('graph.yaml')

describe('a drawing of a skillbase', () => {
  it('as Mermaid has every state and every way between them', () => {
    const text = renderGraph(skillbase, 'mermaid')
    for (const id of Object.keys(skillbase.flow.states)) expect(text).to.contain(`"${id}<br/>`)
    expect(text).to.contain('-->|"yes_answer"|').and.to.contain('-.->|"max turns"|').and.to.contain('-.->|"hand-off"|')
  })

  it('has its own words in the language of whoever looks at it', () => {
    const text = renderGraph(skillbase, 'mermaid', 'ru')
    expect(text).to.contain('|"предел ходов"|').and.to.contain('|"передача человеку"|').and.to.contain('|"yes_answer"|')
    const anywhere = skillbaseOf({states: {a: {}, b: {type: 'end'}}, global: [{to: 'b', on: 'goodbye'}]})
    expect(renderGraph(anywhere, 'dot', 'ru')).to.contain('из любого состояния')
    expect(renderGraph(anywhere, 'dot')).to.contain('from any state')
  })

  it('as a Graphviz file quotes what has to be quoted', () => {
    const text = renderGraph(skillbaseOf({states: {a: {goal: 'сказать "да"\nи \\ нет', next: 'b'}, b: {type: 'end'}}}), 'dot')
    expect(text).to.contain('label="a\\nсказать \\"да\\"\\nи \\\\ нет"')
    expect(text).to.match(/^digraph "" \{[\s\S]*\}\n$/)
  })

  it('as a picture is one SVG without script or link, with its texts escaped', () => {
    const svg = renderGraph(skillbaseOf({states: {a: {goal: '<script>alert("x")</script> & co', next: 'a'}}}), 'svg')
    expect(svg).to.match(/^<svg [\s\S]*<\/svg>\n$/)
    expect(svg).to.not.match(/<script|href|<image|<foreignObject/)
    expect(svg).to.contain('&lt;script&gt;')
  })

  it('shows the implied order of a linear flow and the steps of a plan', () => {
    expect(renderGraph(skillbaseOf({flow: 'linear', states: {a: {}, b: {type: 'end'}}}), 'mermaid')).to.contain('s0 --> s1')
    expect(renderGraph(skillbaseOf({flow: 'plan', plan: ['узнать', 'помочь']}), 'mermaid'))
      .to.contain('узнать')
      .and.to.contain('s1 --> s2')
  })

  it('refuses to paint a tangle that nobody could read', () => {
    const states = Object.fromEntries(Array.from({length: 201}, (_, at) => [`s${at}`, {next: 's0'}]))
    expect(() => renderGraph(skillbaseOf({states}), 'svg')).to.throw('201 states')
    expect(renderGraph(skillbaseOf({states}), 'dot')).to.contain('"s200"')
  })

  it('is the same every time', () => {
    expect(renderGraph(skillbase, 'svg')).to.equal(renderGraph(structuredClone(skillbase), 'svg'))
  })

  it('lays no box on another, whatever the graph is', () => {
    const graph = fc.integer({min: 1, max: 12}).chain((count) =>
      fc.tuple(
        fc.array(fc.record({width: fc.integer({min: 20, max: 200}), height: fc.integer({min: 20, max: 60})}), {
          minLength: count,
          maxLength: count,
        }),
        fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1), fc.boolean()), {maxLength: 24}),
      ),
    )
    fc.assert(
      fc.property(graph, ([sizes, pairs]) => {
        const links = pairs.map(([from, to, aside]) => ({from, to, aside, label: {width: 40, height: 16}}))
        const {boxes, width, height} = layout(sizes, links, 0)
        for (const [index, {x, y}] of boxes.entries()) {
          const {width: w, height: h} = sizes[index]!
          expect(x - w / 2).to.be.at.least(0)
          expect(x + w / 2).to.be.at.most(width)
          expect(y + h / 2).to.be.at.most(height)
          for (const [other, box] of boxes.entries()) {
            if (other <= index) continue
            const apart =
              Math.abs(box.x - x) >= (w + sizes[other]!.width) / 2 - 0.01 || Math.abs(box.y - y) >= (h + sizes[other]!.height) / 2 - 0.01
            expect(apart).to.equal(true)
          }
        }
      }),
      {numRuns: 200},
    )
  })
})
