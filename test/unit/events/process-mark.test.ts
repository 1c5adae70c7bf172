import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {expect} from 'chai'
import {isGone, isSame, ownMark} from '../../../src/events/process-mark.ts'
import {skipBecause} from '../../helpers/skip.ts'

describe('the mark of a process', () => {
  it('tells the living from the dead', () => {
    expect(isGone(ownMark())).to.equal(false)
    expect(isGone({...ownMark(), pid: 4_194_303})).to.equal(true)
    expect(isSame(ownMark(), ownMark())).to.equal(true)
    expect(isSame(ownMark(), {...ownMark(), pid: 1})).to.equal(false)
  })

  it('counts a process of another host as alive: nobody here can tell', () => {
    expect(isGone({host: 'elsewhere', pid: 4_194_303, started: '1'})).to.equal(false)
  })

  it('counts a process of somebody else as alive', () => {
    expect(isGone({...ownMark(), pid: 1, started: ''})).to.equal(false)
  })

  it('is not fooled by a number that was given again', function () {
    if (process.platform !== 'linux') skipBecause(this, 'only Linux tells when a process began')
    expect(isGone({...ownMark(), started: '1'})).to.equal(true)
  })

  it('counts a process that is dead and not yet buried as gone', async function () {
    if (process.platform !== 'linux') skipBecause(this, 'only Linux tells when a process began')
    // The shell prints the number of its child and sleeps in its place, so that nobody waits for the child.
    const shell = spawn('/bin/sh', ['-c', 'sleep 0.05 & echo $!; exec sleep 5'])
    try {
      const [chunk] = (await once(shell.stdout, 'data')) as [Buffer]
      const mark = {...ownMark(), pid: Number(String(chunk)), started: ''}
      expect(isGone(mark)).to.equal(false)
      await new Promise((resolve) => setTimeout(resolve, 200))
      expect(process.kill(mark.pid, 0)).to.equal(true)
      expect(isGone(mark)).to.equal(true)
    } finally {
      shell.kill()
    }
  })
})
