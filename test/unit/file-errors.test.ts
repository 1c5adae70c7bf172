import {expect} from 'chai'
import {unreadableFile} from '../../src/file-errors.ts'

describe('a file that cannot be read', () => {
  it('is not there (3), not allowed (5), a folder (2), or broken (1), and is named', () => {
    for (const [code, name, exitCode] of [
      ['ENOENT', 'FILE_NOT_FOUND', 3],
      ['ENOTDIR', 'FILE_NOT_FOUND', 3],
      ['EACCES', 'FILE_UNREADABLE', 5],
      ['EPERM', 'FILE_UNREADABLE', 5],
      ['EISDIR', 'FILE_UNREADABLE', 2],
      ['EIO', 'FILE_UNREADABLE', 1],
    ] as const) {
      const error = unreadableFile('a/b.yaml', Object.assign(new Error(code), {code}))
      expect(error, code).to.include({code: name, exitCode})
      expect(error.sentence.en, code).to.contain('a/b.yaml')
      expect(error.sentence.ru, code).to.contain('a/b.yaml')
    }
  })
})
