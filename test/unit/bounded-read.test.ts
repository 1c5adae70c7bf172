import {expect} from 'chai'
import {megabyte, readFileWithin, readFileWithinSync, TooLarge} from '../../src/bounded-read.ts'
import {pipes} from '../helpers/pipes.ts'
import {rejection, tempDir} from '../helpers/temp-dir.ts'

describe('reading no more than a limit', () => {
  const {path, write} = tempDir()
  /** A pipe has no size to look up first. */
  const written = pipes()
  const pipe = (name: string, bytes: number): string => written(path(name), bytes)

  it('reads files and pipes up to the limit, and not a byte more', async () => {
    const file = write('a.txt', 'x'.repeat(1000))
    expect((await readFileWithin(file, 1000)).length).to.equal(1000)
    expect(readFileWithinSync(file, 1000).length).to.equal(1000)
    expect((await readFileWithin(pipe('small', 1000), 1000)).length).to.equal(1000)
    expect(readFileWithinSync(pipe('small-too', 1000), 1000).length).to.equal(1000)
    for (const reading of [readFileWithin(file, 999), readFileWithin(pipe('long', 3 * megabyte), megabyte)])
      expect(await rejection(reading))
        .to.be.instanceOf(TooLarge)
        .and.to.include({code: 'FILE_TOO_LARGE', exitCode: 2})
    expect(() => readFileWithinSync(file, 999)).to.throw(TooLarge)
    expect(() => readFileWithinSync(pipe('long-too', 3 * megabyte), megabyte)).to.throw(`${path('long-too')} is too large: at most 1 MB`)
  })

  it('leaves it to the caller to say what a folder or a missing file is', async () => {
    expect(await rejection(readFileWithin(path(), 10))).to.have.property('code', 'EISDIR')
    expect(await rejection(readFileWithin(path('none'), 10))).to.have.property('code', 'ENOENT')
    expect(() => readFileWithinSync(path(), 10)).to.throw('EISDIR')
  })
})
