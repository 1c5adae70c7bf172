import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {chmod, mkdir} from 'node:fs/promises'
import {expect} from 'chai'
import {parse} from 'yaml'
import type {AppError} from '../../../src/errors.ts'
import type {NewProject} from '../../../src/project/new-project.ts'
import {createProject} from '../../../src/project/create-project.ts'
import {templatesFolder} from '../../../src/templates-folder.ts'
import {rejection, tempDir} from '../../helpers/temp-dir.ts'
import {skipBecause} from '../../helpers/skip.ts'

const skillbase = `schema: voicectl/skillbase/v1
slug: made-up
flow:
  # who speaks
  persona: {name: Алиса, company: Ромашка}
  timezone: Europe/Moscow
  greeting: {ru: "Салон «Ромашка», здравствуйте!"}
`
const test = `skillbase: ../cafe.ru.yaml
cases:
  - name: greets
    expect: {says: Ромашка}
`

describe('createProject', () => {
  const temp = tempDir()
  beforeEach(() => {
    temp.write('templates/skillbases/cafe.ru.yaml', skillbase)
    temp.write('templates/skillbases/tests/cafe.ru.test.yaml', test)
    temp.write('templates/skillbases/bare.en.yaml', 'schema: voicectl/skillbase/v1\n')
    for (const name of ['project/voicectl.ru.yaml', 'project/voicectl.en.yaml', 'project/gitignore', 'call-lists/contacts.csv']) {
      temp.write(`templates/${name}`, readFileSync(`${templatesFolder()}/${name}`, 'utf8'))
    }
  })
  const create = (change: Partial<NewProject> = {}) =>
    createProject(
      {
        folder: temp.path('bot'),
        name: 'Лунный сад: "у дома"',
        template: 'cafe',
        language: 'ru',
        timezone: 'Asia/Yekaterinburg',
        force: false,
        ...change,
      },
      {templates: temp.path('templates')},
    )
  const read = (name: string) => readFileSync(temp.path('bot', name), 'utf8')

  it('makes settings, a bot, its test, a call list and a .gitignore', async () => {
    const {files, folder} = await create()
    expect(folder).to.equal(temp.path('bot'))
    expect(files).to.deep.equal(['voicectl.yaml', 'skillbases/cafe.yaml', 'tests/cafe.test.yaml', 'lists/contacts.csv', '.gitignore'])
    expect(readdirSync(temp.path('bot')).sort()).to.deep.equal(['.gitignore', 'lists', 'skillbases', 'tests', 'voicectl.yaml'])
    expect(readdirSync(temp.path()).sort()).to.deep.equal(['bot', 'templates'])
    expect(read('.gitignore')).to.contain('.voicectl/')
  })

  it('puts the real company where the template has a made-up one, whatever characters its name has', async () => {
    await create()
    const bot = parse(read('skillbases/cafe.yaml'))
    expect(bot.flow.persona.company).to.equal('Лунный сад: "у дома"')
    expect(bot.flow.greeting.ru).to.equal('Салон «Лунный сад: "у дома"», здравствуйте!')
    expect(bot).to.deep.include({slug: 'cafe'})
    expect(bot.flow.timezone).to.equal('Asia/Yekaterinburg')
    expect(read('skillbases/cafe.yaml')).to.contain('# who speaks')
  })

  it('points the test at the bot of the project', async () => {
    await create()
    const cases = parse(read('tests/cafe.test.yaml'))
    expect(cases.skillbase).to.equal('../skillbases/cafe.yaml')
    expect(cases.cases[0].expect.says).to.equal('Лунный сад: "у дома"')
  })

  it('writes settings that load', async () => {
    const {loadConfig} = await import('../../../src/config/load.ts')
    await create()
    const {values} = await loadConfig({env: {}, cwd: temp.path('bot', 'skillbases'), configDir: temp.path('c'), dataDir: temp.path('d')})
    expect(values.timezone).to.equal('Asia/Yekaterinburg')
    expect(values.database.url).to.equal(`sqlite:${temp.path('bot', '.voicectl', 'voicectl.db')}`)
  })

  it('does without a test when the template has none', async () => {
    const {files} = await create({template: 'bare', language: 'en'})
    expect(files).not.to.include('tests/bare.test.yaml')
  })

  it('names the templates there are when asked for another', async () => {
    const error = (await rejection(create({template: 'salon'}))) as AppError
    expect(error).to.include({code: 'TEMPLATE_NOT_FOUND', exitCode: 3})
    expect(error.hint?.en).to.equal('Templates: bare (en), cafe (ru).')
  })

  it('refuses a folder that is not empty, and leaves it alone', async () => {
    temp.write('bot/notes.txt', 'mine')
    expect(await rejection(create())).to.include({code: 'FOLDER_NOT_EMPTY', exitCode: 4})
    expect(readdirSync(temp.path('bot'))).to.deep.equal(['notes.txt'])
  })

  it('goes into an empty folder', async () => {
    await mkdir(temp.path('bot'))
    await create()
    expect(existsSync(temp.path('bot', 'voicectl.yaml'))).to.equal(true)
    expect(readdirSync(temp.path('bot')).filter((name) => name.startsWith('.voicectl-init'))).to.deep.equal([])
  })

  it('with force replaces what has the same name and keeps the rest', async () => {
    temp.write('bot/notes.txt', 'mine')
    temp.write('bot/voicectl.yaml', 'company: old\n')
    temp.write('bot/lists/other.csv', 'phone\n')
    await create({force: true})
    expect(read('notes.txt')).to.equal('mine')
    expect(read('lists/other.csv')).to.equal('phone\n')
    expect(read('voicectl.yaml')).not.to.contain('company: old')
  })

  it('leaves everything as it was when a file cannot be placed', async () => {
    temp.write('bot/voicectl.yaml', 'company: old\n')
    temp.write('bot/lists', 'a file where a folder has to go')
    expect(await rejection(create({force: true}))).to.be.instanceOf(Error)
    expect(readdirSync(temp.path('bot')).sort()).to.deep.equal(['lists', 'voicectl.yaml'])
    expect(read('voicectl.yaml')).to.equal('company: old\n')
  })

  it('leaves no trace when the new folder cannot be made (skipped as root, whom no permission stops)', async function () {
    if (process.getuid?.() === 0) skipBecause(this, 'root is stopped by no permission')
    await mkdir(temp.path('locked'))
    await chmod(temp.path('locked'), 0o500)
    expect(await rejection(create({folder: temp.path('locked', 'bot')}))).to.be.instanceOf(Error)
    expect(readdirSync(temp.path('locked'))).to.deep.equal([])
  })

  it('refuses a path that is a file', async () => {
    temp.write('bot', 'a file')
    expect(await rejection(create())).to.include({code: 'NOT_A_FOLDER', exitCode: 2})
  })
})
