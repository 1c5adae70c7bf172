import {readdirSync, readFileSync, utimesSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect} from 'chai'
import {execa} from 'execa'
import {goneProcess} from '../helpers/live-call.ts'
import {tempDir} from '../helpers/temp-dir.ts'

const counter = fileURLToPath(new URL('../fixtures/counting-process.ts', import.meta.url))

describe('the lock of a configuration file that a killed process has left', () => {
  const temp = tempDir()
  const leftBehind: readonly (readonly [string, string])[] = [
    ['saying who held it', JSON.stringify({...goneProcess, nonce: '0123456789abcdef'})],
    ['before it could say who held it', ''],
  ]

  for (const [what, text] of leftBehind) {
    it(`${what} is removed by one of many at once, and no edit is lost`, async function () {
      this.timeout(60_000)
      const [processes, rounds] = [6, 25]
      for (let round = 0; round < rounds; round++) {
        temp.write(`${round}/voicectl.yaml`, '0')
        const lock = temp.write(`${round}/.voicectl.yaml.lock`, text)
        if (text === '') utimesSync(lock, 0, 0)
      }
      const argv = ['--no-warnings', counter, temp.path(), String(Date.now() + 1500), String(rounds)]
      await Promise.all(Array.from({length: processes}, () => execa(process.execPath, argv)))
      for (let round = 0; round < rounds; round++) {
        expect(readFileSync(temp.path(String(round), 'voicectl.yaml'), 'utf8'), `round ${round}`).to.equal(String(processes))
        expect(readdirSync(temp.path(String(round)))).to.deep.equal(['voicectl.yaml'])
      }
    })
  }
})
