import {existsSync, statSync} from 'node:fs'
import {expect} from 'chai'
import {makeFolder} from '../../src/make-folder.ts'
import {tempDir} from '../helpers/temp-dir.ts'

describe('making a folder', () => {
  const {path, write} = tempDir()

  it('makes those above it as well, and says which was the first', () => {
    expect(makeFolder(path('a/b/c'), 0o700)).to.equal(path('a'))
    expect(statSync(path('a/b/c')).mode & 0o777).to.equal(0o700)
    expect(makeFolder(path('a/b/c'))).to.equal(undefined)
    expect(makeFolder(path('a/b/d/e'))).to.equal(path('a/b/d'))
  })

  it('fails where a file stands in the way', () => {
    write('file', '')
    expect(() => makeFolder(path('file'))).to.throw('EEXIST')
    expect(() => makeFolder(path('file/below'))).to.throw('ENOTDIR')
  })

  it('fails at once where no folder can be made', function () {
    if (!existsSync('/proc/self')) this.skip()
    expect(() => makeFolder('/proc/no/such/folder')).to.throw('ENOENT')
  })
})
