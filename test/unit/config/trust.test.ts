import {chownSync, rmSync, symlinkSync} from 'node:fs'
import {expect} from 'chai'
import {llmConfigured, llmSettings} from '../../../src/config/llm.ts'
import {findKey} from '../../../src/config/keys.ts'
import {notInForce} from '../../../src/config/in-force.ts'
import {loadConfig} from '../../../src/config/load.ts'
import type {AppError} from '../../../src/errors.ts'
import {skipBecause} from '../../helpers/skip.ts'
import {rejection, tempDir} from '../../helpers/temp-dir.ts'

const theirs = 'https://llm.example/v1'

describe('the stored key of a model', () => {
  const temp = tempDir()
  const load = (env: Record<string, string> = {}) =>
    loadConfig({env, cwd: temp.path('project', 'deep'), configDir: temp.path('config'), dataDir: temp.path('data')})
  const used = async (env: Record<string, string> = {}) => llmSettings((await load(env)).values).apiKey
  beforeEach(() => {
    temp.write('config/secrets.yaml', 'profiles: {default: {llm: {apiKey: stored-secret}}}', 0o600)
  })

  it('does not travel to the address that a project file names', async () => {
    const project = temp.write('project/voicectl.yaml', `llm:\n  provider: openai\n  baseUrl: ${theirs}\n`)
    const loaded = await load()
    expect(llmConfigured(loaded.values)).to.equal(true)
    expect(loaded.origins['llm.apiKey'].where).to.contain('secrets.yaml')
    const error = (await rejection(used())) as AppError
    expect(error).to.include({code: 'KEY_WITHHELD', exitCode: 5})
    expect(error.message).to.contain(theirs).and.to.contain(`${project}:3`).and.not.to.contain('stored-secret')
    expect(error.hint?.en).to.contain(`voicectl config set llm.baseUrl ${theirs} --user`)
  })

  it('goes there once its owner has said so: beside the key, or for this run', async () => {
    temp.write('project/voicectl.yaml', `llm: {provider: openai, baseUrl: "${theirs}"}\n`)
    expect(await used({VOICECTL_LLM_BASE_URL: theirs})).to.equal('stored-secret')
    expect(await used({VOICECTL_LLM_API_KEY: 'given-for-this-run'})).to.equal('given-for-this-run')
    temp.write('config/config.yaml', `profiles: {default: {llm: {baseUrl: "${theirs}"}}}`)
    expect(await used()).to.equal('stored-secret')
    temp.write('config/config.yaml', `profiles: {default: {llm: {baseUrl: "${theirs}/other"}}}`)
    expect(await rejection(used())).to.include({code: 'KEY_WITHHELD'})
  })

  it('goes to the own address of a vendor, whoever chose the vendor', async () => {
    temp.write('project/voicectl.yaml', 'llm: {provider: openai, model: gpt-x}\n')
    expect(await used()).to.equal('stored-secret')
  })

  it('is not told that the address beside it has no effect', async () => {
    temp.write('project/voicectl.yaml', `llm: {baseUrl: "${theirs}"}\n`)
    const key = findKey('llm.baseUrl')!
    const problem = (text: string) =>
      notInForce(
        {key: key.name, file: temp.write('config/config.yaml', `profiles: {default: {llm: {baseUrl: "${text}"}}}`)},
        () => load(),
        {
          key,
          text,
        },
      )
    expect(await problem(theirs)).to.equal(undefined)
    expect((await problem('https://own.example'))?.en).to.contain('has no effect')
  })

  it('is told as withheld where it has just been stored', async () => {
    temp.write('project/voicectl.yaml', `llm: {provider: openai, baseUrl: "${theirs}"}\n`)
    const problem = await notInForce({key: 'llm.apiKey', file: temp.path('config', 'secrets.yaml')}, () => load())
    expect(problem?.en).to.contain('is not sent to').and.to.contain('--user')
  })
})

describe('a project file above the working directory', () => {
  const temp = tempDir()
  const load = (...cwd: readonly string[]) =>
    loadConfig({env: {}, cwd: temp.path(...cwd), configDir: temp.path('config'), dataDir: temp.path('data')})

  it('is not taken from another user, unless one works in its folder', async function () {
    if (process.getuid?.() !== 0) skipBecause(this, 'only root can give a file away')
    const project = temp.write('project/voicectl.yaml', 'company: theirs\n')
    chownSync(project, 12_345, 12_345)
    const error = (await rejection(load('project', 'deep'))) as AppError
    expect(error).to.include({code: 'PROJECT_FOREIGN', exitCode: 5})
    expect(error.message).to.contain(project)
    expect((await load('project')).values.company).to.equal('theirs')
    temp.write('project/deep/voicectl.yaml', 'company: ours\n')
    expect((await load('project', 'deep')).values.company).to.equal('ours')
  })

  it('is an error when it is a link that leads nowhere or to itself', async () => {
    const project = temp.write('project/x', '').replace(/x$/, 'voicectl.yaml')
    for (const target of ['gone.yaml', 'voicectl.yaml']) {
      symlinkSync(target, project)
      const error = (await rejection(load('project', 'deep'))) as AppError
      expect(error, target).to.include({code: 'CONFIG_UNREADABLE', message: `${project} is a link that leads nowhere.`})
      expect(error.hint?.en).to.equal('Mend it or remove it.')
      rmSync(project)
    }
  })
})
