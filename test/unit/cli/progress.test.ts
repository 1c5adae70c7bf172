import {expect} from 'chai'
import {progressOn} from '../../../src/cli/progress.ts'

describe('how far something is', () => {
  /** What is written in so many steps of so many milliseconds. */
  const written = (isTTY: boolean, steps: number, ms: number, wanted = true): string[] => {
    const lines: string[] = []
    let at = 0
    const stream = {isTTY, columns: 20, write: (text: string) => lines.push(text)} as unknown as NodeJS.WriteStream
    const progress = progressOn(stream, wanted, () => at)
    for (let step = 1; step <= steps; step++) {
      at += ms
      progress.show({en: `step ${step}`, ru: `шаг ${step}`})
    }
    progress.clear()
    return lines
  }
  const term = process.env['TERM']
  before(() => void (process.env['TERM'] = 'xterm'))
  after(() => {
    if (term === undefined) delete process.env['TERM']
    else process.env['TERM'] = term
  })

  it('is one line on a terminal, written over and gone at the end', () => {
    expect(written(true, 3, 60).map((text) => JSON.stringify(text))).to.deep.equal([
      String.raw`"\r\u001b[Kstep 1"`,
      String.raw`"\r\u001b[Kstep 3"`,
      String.raw`"\r\u001b[K"`,
    ])
  })

  it('is a line every ten seconds in a log, and none before', () => {
    expect(written(false, 9, 1000)).to.deep.equal([])
    expect(written(false, 35, 1000)).to.deep.equal(['step 10\n', 'step 20\n', 'step 30\n'])
    expect(written(false, 2, 60_000)).to.deep.equal(['step 1\n', 'step 2\n'])
  })

  it('is not told to whoever wants no talk', () => {
    expect([...written(true, 10, 60_000, false), ...written(false, 10, 60_000, false)]).to.deep.equal([])
  })
})
