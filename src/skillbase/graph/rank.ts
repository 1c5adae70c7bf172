/** An arrow between two boxes, by their numbers. */
export interface Link {
  readonly from: number
  readonly to: number
  readonly aside: boolean
}

/**
 * The row of every box, from 0: below whatever leads to it. Arrows that would close a circle count the other way round, and side ways
 * count only for boxes that nothing else leads to.
 */
export function ranks(count: number, links: readonly Link[], start: number): number[] {
  const main = links.filter(({aside, from, to}) => !aside && from !== to)
  const entered = new Set(main.map(({to}) => to))
  const used = [...main, ...links.filter(({aside, from, to}) => aside && from !== to && !entered.has(to))]
  const forward = withoutCircles(count, used, start)
  const rank = Array.from({length: count}, () => 0)
  // Each pass settles one more row; a graph without circles has at most `count` of them.
  for (let pass = 0; pass < count; pass++) {
    let moved = false
    for (const {from, to} of forward) {
      if (rank[to]! > rank[from]!) continue
      rank[to] = rank[from]! + 1
      moved = true
    }
    if (!moved) break
  }
  return rank
}

function withoutCircles(count: number, links: readonly Link[], start: number): {readonly from: number; readonly to: number}[] {
  const outgoing = Array.from({length: count}, (): Link[] => [])
  for (const link of links) outgoing[link.from]!.push(link)
  const state = Array.from({length: count}, (): 'new' | 'open' | 'done' => 'new')
  const forward: {from: number; to: number}[] = []
  const visit = (first: number) => {
    const stack = [{node: first, next: 0}]
    state[first] = 'open'
    while (stack.length > 0) {
      const top = stack.at(-1)!
      const link = outgoing[top.node]![top.next++]
      if (!link) {
        state[top.node] = 'done'
        stack.pop()
      } else if (state[link.to] === 'open') forward.push({from: link.to, to: link.from})
      else {
        forward.push({from: link.from, to: link.to})
        if (state[link.to] === 'new') {
          state[link.to] = 'open'
          stack.push({node: link.to, next: 0})
        }
      }
    }
  }
  visit(start)
  for (let node = 0; node < count; node++) if (state[node] === 'new') visit(node)
  return forward
}
