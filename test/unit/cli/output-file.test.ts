import {execFileSync, spawn} from 'node:child_process'
import {existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {replacesFile, writeOutput, writeResult} from '../../../src/cli/output-file.ts'
import {AppError} from '../../../src/errors.ts'
import {makeFolderOf} from '../../../src/make-folder.ts'
import {rejection, tempDir} from '../../helpers/temp-dir.ts'

describe('the file of a result', () => {
  const {path, write} = tempDir()
  const read = (name: string) => readFileSync(path(name), 'utf8')

  it('is written whole; one that is there keeps its mode', async () => {
    await writeOutput(path('new'), ['a\n', 'b\n'], {mode: 0o600})
    expect(read('new')).to.equal('a\nb\n')
    expect(statSync(path('new')).mode & 0o777).to.equal(0o600)
    write('old', 'before', 0o640)
    await writeOutput(path('old'), ['after'], {mode: 0o600})
    expect(read('old')).to.equal('after')
    expect(statSync(path('old')).mode & 0o777).to.equal(0o640)
  })

  it('is as it was when the writing fails, and nothing lies beside it', async () => {
    write('old', 'before')
    const broken = async function* () {
      yield 'half'
      throw new Error('no more')
    }
    expect(await rejection(writeOutput(path('old'), broken()))).to.have.property('message', 'no more')
    expect(read('old')).to.equal('before')
    expect(readdirSync(path())).to.deep.equal(['old'])
  })

  it('is written behind links, also those that lead to what is not there yet', async () => {
    write('real', 'before')
    symlinkSync('real', path('link'))
    symlinkSync(path('later'), path('second'))
    symlinkSync('second', path('first'))
    await writeOutput(path('link'), ['after'])
    await writeOutput(path('first'), ['new'])
    expect([read('real'), read('later')]).to.deep.equal(['after', 'new'])
    for (const name of ['link', 'first', 'second']) expect(lstatSync(path(name)).isSymbolicLink(), name).to.equal(true)
  })

  it('may be a pipe: its reader gets the text, whenever it comes, and it stays a pipe', async () => {
    execFileSync('mkfifo', [path('pipe')])
    symlinkSync('pipe', path('link'))
    const writing = writeOutput(path('link'), ['one\n', 'two\n'])
    const reader = spawn('cat', [path('pipe')])
    let heard = ''
    reader.stdout.on('data', (chunk: Buffer) => (heard += chunk.toString()))
    const closed = new Promise((resolve) => reader.on('close', resolve))
    await Promise.all([writing, closed])
    expect(heard).to.equal('one\ntwo\n')
    expect(statSync(path('pipe')).isFIFO()).to.equal(true)
    expect(replacesFile(path('pipe'))).to.equal(false)
  })

  it('gives up waiting for the reader of a pipe when asked to', async () => {
    execFileSync('mkfifo', [path('pipe')])
    const stop = new AbortController()
    const writing = rejection(writeOutput(path('pipe'), ['x'], {signal: stop.signal}))
    stop.abort(new Error('Ctrl-C'))
    expect(await writing).to.have.property('message', 'Ctrl-C')
  })

  it('is named, not its temporary file, when it cannot be written', async () => {
    mkdirSync(path('folder'))
    expect(await rejection(writeOutput(path('no/such/file'), ['x']))).to.include({code: 'ENOENT', path: path('no/such/file')})
    expect(await rejection(writeOutput(path('folder'), ['x']))).to.include({code: 'EISDIR', path: path('folder')})
  })

  it('gets the folders it is in, unless something is in their place', () => {
    makeFolderOf(path('a/b/c.txt'))
    expect(existsSync(path('a/b'))).to.equal(true)
    writeFileSync(path('file'), '')
    for (const name of ['file/x.yaml', 'file/deep/x.yaml']) {
      expect(() => makeFolderOf(path(name)), name)
        .to.throw(AppError)
        .that.includes({code: 'NOT_A_FOLDER'})
    }
    // In /proc nobody makes a folder; that is told at once.
    if (existsSync('/proc/self')) expect(() => makeFolderOf('/proc/voicectl/x/y.xml')).to.throw(/ENOENT|EACCES/)
  })

  it('that a command line names gets its folders, or says what is in the way and what to do', async () => {
    await writeResult(path('new/folder/a.txt'), ['x'])
    expect(read('new/folder/a.txt')).to.equal('x')
    mkdirSync(path('folder'))
    const refused = async (file: string) => (await rejection(writeResult(file, ['x']))) as AppError
    expect(await refused(path('folder'))).to.include({code: 'FILE_UNWRITABLE', exitCode: 2})
    if (!existsSync('/proc/self')) return
    for (const file of ['/proc/x.txt', '/proc/voicectl/x.txt']) {
      const error = await refused(file)
      expect(error.code).to.equal('FILE_UNWRITABLE')
      expect(error.message).to.contain(file)
      expect(error.hint).to.not.equal(undefined)
    }
  })
})
