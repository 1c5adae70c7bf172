import {chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync} from 'node:fs'
import {expect} from 'chai'
import fc from 'fast-check'
import {Document, parse, parseDocument} from 'yaml'
import {putKey, removeKey} from '../../../src/config/edit-file.ts'
import {keyToSet, setKey} from '../../../src/config/edit-key.ts'
import type {EditPlace} from '../../../src/config/edit-target.ts'
import {locked} from '../../../src/config/lock-file.ts'
import {unsetKey} from '../../../src/config/unset-key.ts'
import {useProfile} from '../../../src/config/use-profile.ts'
import {writeFileAtomically} from '../../../src/config/write-file.ts'
import type {AppError} from '../../../src/errors.ts'
import {goneProcess} from '../../helpers/live-call.ts'
import {rejection, tempDir} from '../../helpers/temp-dir.ts'
import {skipBecause} from '../../helpers/skip.ts'

describe('editing a YAML file', () => {
  const name = fc.constantFrom('company', 'timezone', 'llm.model', 'llm.timeoutMs', 'database.url', 'prompt.baseFile')
  const value = fc.oneof(fc.string({minLength: 1, maxLength: 12}), fc.integer())
  const edit = fc.oneof(fc.tuple(fc.constant('set' as const), name, value), fc.tuple(fc.constant('unset' as const), name, fc.constant('')))

  it('gives what the edits say, in any order, and keeps what stands at the top', () => {
    fc.assert(
      fc.property(fc.array(edit, {maxLength: 12}), (edits) => {
        const document = parseDocument('# at the top\ncompany: a # beside\n\n# above\nllm:\n  # within\n  model: m\n')
        const model = new Map<string, unknown>([
          ['company', 'a'],
          ['llm.model', 'm'],
        ])
        for (const [what, key, next] of edits) {
          if (what === 'set') {
            putKey(document, key.split('.'), next)
            model.set(key, next)
          } else {
            expect(removeKey(document, key.split('.'), 0)).to.equal(model.delete(key))
          }
        }
        const text = document.toString()
        expect(flat(parse(text) ?? {})).to.deep.equal(Object.fromEntries(model))
        expect(text).to.contain('# at the top')
        for (const comment of ['# above', '# within']) expect(text.split(comment), comment).to.have.length(2)
      }),
    )
  })

  it('keeps what stands above a key that goes, and of a group that goes with its last key', () => {
    const lines = [
      '# head',
      '',
      '# of a',
      'company: a # beside',
      '',
      '# of z',
      'timezone: z',
      '# of llm',
      'llm:',
      '  # of m',
      '  model: m',
      '  # end',
    ]
    for (const key of ['company', 'timezone', 'llm.model']) {
      const document = parseDocument(lines.join('\n'))
      removeKey(document, key.split('.'), 0)
      const text = document.toString()
      for (const comment of lines.map((line) => line.trim()).filter((line) => line.startsWith('#'))) expect(text, key).to.contain(comment)
      expect(text, key).not.to.contain('{}')
      expect(text.includes('# beside'), key).to.equal(key !== 'company')
    }
  })

  it('fills an empty file and groups that stand there empty', () => {
    for (const source of ['', '# only a comment\n', 'llm:\n', 'llm: {}\n', 'llm: # later\n']) {
      const document = parseDocument(source)
      putKey(document, ['llm', 'model'], 'm')
      expect(parse(document.toString())).to.deep.equal({llm: {model: 'm'}})
      expect(document.toString()).to.contain('  model: m')
    }
    const fresh = new Document({})
    putKey(fresh, ['profiles', 'default', 'company'], 'a')
    expect(fresh.toString()).to.equal('profiles:\n  default:\n    company: a\n')
  })

  it('removes groups that are left empty, but not what holds the profiles', () => {
    const document = parseDocument('profiles:\n  default:\n    llm:\n      model: m\n')
    expect(removeKey(document, ['profiles', 'default', 'llm', 'model'], 2)).to.equal(true)
    expect(parse(document.toString())).to.deep.equal({profiles: {default: {}}})
  })
})

describe('setKey', () => {
  const temp = tempDir()
  const place = (more: Partial<EditPlace> = {}): EditPlace => ({env: {}, cwd: temp.path('p'), configDir: temp.path('c'), ...more})
  const read = (file: string) => readFileSync(temp.path(file), 'utf8')
  beforeEach(() => mkdirSync(temp.path('p')))

  it('writes to the profile that is asked for', async () => {
    await useProfile('staging', {configDir: temp.path('c'), create: true})
    await setKey(keyToSet('company'), 'two', place())
    await setKey(keyToSet('company'), 'one', place({env: {VOICECTL_PROFILE: 'default'}}))
    expect(parse(read('c/config.yaml'))).to.deep.equal({
      profile: 'staging',
      profiles: {staging: {company: 'two'}, default: {company: 'one'}},
    })
  })

  it('refuses the project when there is none', async () => {
    expect(await rejection(setKey(keyToSet('company'), 'a', place({scope: 'project'})))).to.include({
      code: 'PROJECT_NOT_FOUND',
      exitCode: 3,
    })
  })

  it('follows a link instead of replacing it', async function () {
    if (process.platform === 'win32') skipBecause(this, 'Windows has no such modes and signals')
    temp.write('dotfiles/config.yaml', '# mine\n')
    mkdirSync(temp.path('c'))
    symlinkSync(temp.path('dotfiles/config.yaml'), temp.path('c/config.yaml'))
    await setKey(keyToSet('company'), 'a', place())
    expect(read('dotfiles/config.yaml')).to.contain('# mine').and.to.contain('company: a')
  })

  it('makes the folder of the secrets private, and the file too', async function () {
    if (process.platform === 'win32') skipBecause(this, 'Windows has no such modes and signals')
    mkdirSync(temp.path('c'))
    chmodSync(temp.path('c'), 0o755)
    await setKey(keyToSet('llm.apiKey'), 'some-secret', place())
    expect(statSync(temp.path('c')).mode & 0o777).to.equal(0o700)
    expect(statSync(temp.path('c/secrets.yaml')).mode & 0o777).to.equal(0o600)
  })

  it('loses nothing when many write at once', async () => {
    temp.write('p/voicectl.yaml', '# ours\n')
    const values = {
      company: 'a',
      timezone: 'Asia/Omsk',
      'llm.model': 'm',
      'llm.fallbackModel': 'f',
      'llm.timeoutMs': '900',
      'spool.dir': 's',
    }
    await Promise.all(Object.entries(values).map(async ([key, value]) => setKey(keyToSet(key), value, place())))
    expect(flat(parse(read('p/voicectl.yaml')) as object)).to.deep.equal(flat({...values, 'llm.timeoutMs': 900}))
    expect(readdirSync(temp.path('p'))).to.deep.equal(['voicectl.yaml'])
  })

  it('tells whoever waits for another edit, and nobody else', async () => {
    temp.write('p/voicectl.yaml', '# ours\n')
    let told = 0
    const onWait = () => void told++
    await setKey(keyToSet('company'), 'a', place({onWait}))
    expect(told).to.equal(0)
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    const other = locked(temp.path('p/voicectl.yaml'), () => held)
    const edit = setKey(keyToSet('company'), 'b', place({onWait: () => (onWait(), release())}))
    await Promise.all([other, edit])
    expect(told).to.equal(1)
    expect(parse(read('p/voicectl.yaml'))).to.deep.equal({company: 'b'})
  })

  it('goes past the lock of a process that is gone at once, and removes what it was writing', async () => {
    const lock = temp.write('p/.voicectl.yaml.lock', JSON.stringify({...goneProcess, nonce: '0123456789abcdef'}))
    // By its age it would never be given up.
    utimesSync(lock, 1e10, 1e10)
    temp.write('p/.voicectl.yaml.0123456789ab.tmp', 'llm:\n  apiKey: half-a-sec')
    for (const name of ['p/.voicectl.yaml.tmp', 'p/.other.yaml.0123456789ab.tmp', 'p/voicectl.yaml']) temp.write(name, '')
    await setKey(keyToSet('company'), 'a', place())
    expect(readdirSync(temp.path('p'))).to.deep.equal(['.other.yaml.0123456789ab.tmp', '.voicectl.yaml.tmp', 'voicectl.yaml'])
  })

  it('refuses bytes that are not UTF-8, in the file and in the value, and changes nothing', async () => {
    const cp1251 = Buffer.concat([Buffer.from('company: a\n# '), Buffer.from([0xed, 0xe0, 0xf8]), Buffer.from('\n')])
    const path = temp.write('p/voicectl.yaml', cp1251)
    const error = (await rejection(setKey(keyToSet('timezone'), 'Asia/Omsk', place()))) as AppError
    expect(error).to.include({code: 'CONFIG_NOT_YAML', exitCode: 2})
    expect(error.message).to.equal(`${path}:2: this is not UTF-8; save the file as UTF-8.`)
    expect(readFileSync(path).equals(cp1251)).to.equal(true)
    // What the shell handed over in another encoding arrives like this.
    expect(await rejection(setKey(keyToSet('prompt.baseFile'), '\uFFFD\uFFFD.md', place({scope: 'user'})))).to.include({
      code: 'CONFIG_INVALID',
    })
  })

  it('goes past the lock of a process that was killed', async () => {
    const lock = temp.write('p/.voicectl.yaml.lock', '')
    temp.write('p/voicectl.yaml', '')
    utimesSync(lock, 0, 0)
    await setKey(keyToSet('company'), 'a', place())
    expect(read('p/voicectl.yaml')).to.equal('company: a\n')
  })

  it('leaves a file that can be added to when its last key goes', async () => {
    for (const source of [
      'timezone: Asia/Omsk\n',
      '# ours\ntimezone: Asia/Omsk\n# later:\n#   llm\n',
      '# ours\n\n# zone\ntimezone: Asia/Omsk\n',
      '{}\n',
      '# a\n{}\n',
    ]) {
      temp.write('p/voicectl.yaml', source)
      if (source.includes('timezone')) await unsetKey('timezone', place())
      if (source.includes('timezone')) expect(read('p/voicectl.yaml')).not.to.contain('{}')
      for (const line of source.split('\n').filter((text) => text.startsWith('#'))) expect(read('p/voicectl.yaml')).to.contain(line)
      await setKey(keyToSet('company'), 'a', place())
      expect(parse(read('p/voicectl.yaml')), source).to.deep.equal({company: 'a'})
      expect(read('p/voicectl.yaml')).to.match(/^company: a$/m)
    }
  })

  it('takes from the project only, unless it is told to go on', async () => {
    temp.write('p/voicectl.yaml', 'timezone: Asia/Omsk\n')
    await setKey(keyToSet('timezone'), 'Asia/Tomsk', place({scope: 'user'}))
    await unsetKey('timezone', place())
    const again = (await rejection(unsetKey('timezone', place()))) as AppError
    expect(again).to.include({code: 'CONFIG_NOT_SET'})
    expect(again.hint?.en).to.contain('config unset timezone --user')
    expect(read('c/config.yaml')).to.contain('Asia/Tomsk')
    expect(await unsetKey('timezone', place({scope: 'user'}))).to.include({file: temp.path('c', 'config.yaml')})
  })

  it('tells a key that nobody knows from one that is not set', async () => {
    const error = (await rejection(unsetKey('timezon', place()))) as AppError
    expect(error).to.include({code: 'UNKNOWN_KEY', exitCode: 2})
    expect(error.hint?.en).to.equal('Did you mean timezone?')
  })

  it('refuses what was pasted whole: more than a line, more than a page, bytes that are no text', async () => {
    for (const value of ['one\ntwo', 'x'.repeat(5000), '\0'.repeat(100), 'a\u001B[31m']) {
      for (const name of ['llm.apiKey', 'llm.model']) {
        const error = (await rejection(setKey(keyToSet(name), value, place()))) as AppError
        expect(error, name).to.include({code: 'CONFIG_INVALID', exitCode: 2})
      }
      expect(await rejection(setKey(keyToSet('database.url'), `sqlite:${value}\n`, place()))).to.include({code: 'CONFIG_INVALID'})
    }
  })

  it('keeps the address of a database with its password for the project it was given in, unless it is told otherwise', async () => {
    temp.write('p/voicectl.yaml', 'company: a\n')
    const key = keyToSet('database.url')
    const p = temp.path('p')
    expect(await setKey(key, 'postgres://bot:secret-of-p@db/p', place())).to.deep.equal({
      key: 'database.url',
      file: temp.path('c', 'secrets.yaml'),
      profile: 'default',
      project: p,
    })
    await setKey(key, 'postgres://bot:for-everybody@db/all', place({scope: 'user'}))
    expect(parse(read('c/secrets.yaml')).profiles.default).to.deep.equal({
      projects: {[p]: {database: {url: 'postgres://bot:secret-of-p@db/p'}}},
      database: {url: 'postgres://bot:for-everybody@db/all'},
    })
    // The key of a model is its owner's, in every project.
    expect(await setKey(keyToSet('llm.apiKey'), 'some-secret', place())).not.to.have.property('project')

    expect(await unsetKey('database.url', place())).to.include({project: p})
    expect(await rejection(unsetKey('database.url', place()))).to.include({code: 'CONFIG_NOT_SET'})
    expect(parse(read('c/secrets.yaml')).profiles.default).to.deep.equal({
      database: {url: 'postgres://bot:for-everybody@db/all'},
      llm: {apiKey: 'some-secret'},
    })
  })

  it('takes a secret away again', async () => {
    await setKey(keyToSet('llm.apiKey'), 'some-secret', place())
    expect(await unsetKey('llm.apiKey', place())).to.include({file: temp.path('c', 'secrets.yaml')})
    expect(read('c/secrets.yaml')).not.to.contain('some-secret')
    expect(await rejection(unsetKey('llm.apiKey', place()))).to.include({code: 'CONFIG_NOT_SET'})
  })
})

describe('writeFileAtomically', () => {
  const temp = tempDir()

  it('leaves the old file and no trace when it fails', async () => {
    mkdirSync(temp.path('taken'))
    expect(await rejection(writeFileAtomically(temp.path('taken'), 'text'))).to.be.instanceOf(Error)
    expect(readdirSync(temp.path())).to.deep.equal(['taken'])
  })

  it('makes the folders it needs and keeps the mode of a file', async () => {
    await writeFileAtomically(temp.path('a/b/c.yaml'), 'one', 0o600)
    await writeFileAtomically(temp.path('a/b/c.yaml'), 'two')
    expect(readFileSync(temp.path('a/b/c.yaml'), 'utf8')).to.equal('two')
    if (process.platform !== 'win32') expect(statSync(temp.path('a/b/c.yaml')).mode & 0o777).to.equal(0o600)
  })
})

function flat(value: object, prefix = ''): Record<string, unknown> {
  const entries = Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'object' && inner !== null ? Object.entries(flat(inner, `${prefix}${name}.`)) : [[`${prefix}${name}`, inner] as const],
  )
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
