import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {skillbaseTemplates} from '../../src/project/templates.ts'
import {templatesFolder} from '../../src/templates-folder.ts'
import {cli} from '../helpers/cli.ts'

describe('init', () => {
  const voicectl = cli()

  it('names the missing flags when there is nobody to ask', async () => {
    const result = await voicectl.run(['init', 'bot', '--json'])
    expect(result.json()).to.deep.equal({
      error: {
        code: 'MISSING_FLAG',
        message: 'Missing: --name, --template. There is no terminal to ask on.',
        hint: 'Give them on the command line.',
      },
    })
    expect(result.exitCode).to.equal(2)
    expect(existsSync(voicectl.path('bot'))).to.equal(false)
  })

  it('refuses at once a name that nobody can have', async () => {
    for (const name of ['x'.repeat(100_000), '   ', '', 'Salon\u001B[31m', 'two\nlines']) {
      const {stderr, exitCode} = await voicectl.run(['init', 'named', '--name', name, '--template', 'salon'])
      expect(stderr).to.contain('NAME_INVALID').and.have.length.below(200)
      expect(exitCode).to.equal(2)
      expect((await voicectl.run(['company', 'create', 'named', '--name', name])).stderr).to.equal(stderr)
    }
    expect(existsSync(voicectl.path('named'))).to.equal(false)
  })

  it('says which language a template speaks when it is not the one that was meant', async () => {
    const {stderr, exitCode} = await voicectl.run(['init', 'bot', '--name', 'X', '--template', 'survey'])
    expect(stderr).to.contain('There is no template "survey" in en.').and.to.contain('`--lang ru`')
    expect(exitCode).to.equal(3)
  })

  it('names the files it replaces with --force, and never replaces a folder', async () => {
    mkdirSync(voicectl.path('own/voicectl.yaml'), {recursive: true})
    writeFileSync(voicectl.path('own/voicectl.yaml/diary.txt'), 'mine')
    const argv = ['init', 'own', '--name', 'X', '--template', 'salon', '--force']
    const refused = await voicectl.run(argv)
    expect(refused.stderr).to.contain(`${voicectl.path('own/voicectl.yaml')} is a folder`)
    expect(refused.exitCode).to.equal(4)
    expect(readFileSync(voicectl.path('own/voicectl.yaml/diary.txt'), 'utf8')).to.equal('mine')
    rmSync(voicectl.path('own/voicectl.yaml'), {recursive: true})
    mkdirSync(voicectl.path('own/skillbases'))
    writeFileSync(voicectl.path('own/skillbases/salon.yaml'), 'mine')
    expect((await voicectl.run(argv)).stderr).to.contain('5 files, replaced: skillbases/salon.yaml. Next:')
  })

  it('shows what would control a terminal in the name of a folder, colours too', async () => {
    const {stderr, exitCode} = await voicectl.run(['init', 'a\u001B[31mb', '--name', 'X', '--template', 'salon'])
    expect(exitCode).to.equal(0)
    expect(stderr)
      .to.contain(String.raw`a\x1b[31mb`)
      .and.not.to.contain('\u001B')
  })

  it('says which time zone it took when nobody said one', async () => {
    const argv = ['init', 'zoned', '--name', 'X', '--template', 'salon', '--force']
    expect((await voicectl.run(argv)).stderr).to.match(/^Time zone: \S+\/\S+, since nobody said another/)
    expect((await voicectl.run([...argv, '--timezone', 'Asia/Tomsk'])).stderr).not.to.contain('Time zone')
  })

  it('takes the zone of the starter where the machine keeps none of its own', async () => {
    for (const [lang, zone] of [
      ['en', 'America/New_York'],
      ['ru', 'Europe/Moscow'],
    ] as const) {
      const {stderr} = await voicectl.run(['init', `at-${lang}`, '--name', 'X', '--template', 'salon', '--lang', lang], {TZ: 'UTC'})
      expect(stderr).to.contain(`Time zone: ${zone}, since nobody said another`)
    }
  })

  it('goes into a folder that has nothing but a .git', async () => {
    mkdirSync(voicectl.path('cloned/.git'), {recursive: true})
    const argv = ['init', 'cloned', '--name', 'X', '--template', 'salon']
    expect((await voicectl.run(argv)).exitCode).to.equal(0)
    expect((await voicectl.run(argv)).stderr).to.contain('FOLDER_NOT_EMPTY')
  })

  it('adds to a .gitignore what it lacks, once, and leaves what stands there', async () => {
    mkdirSync(voicectl.path('kept'))
    const read = () => readFileSync(voicectl.path('kept/.gitignore'), 'utf8')
    const argv = ['init', 'kept', '--name', 'X', '--template', 'salon', '--force']
    writeFileSync(voicectl.path('kept/.gitignore'), 'mine/\n*.db')
    expect((await voicectl.run(argv)).stderr).to.contain('5 files. Next:')
    const first = read()
    expect(first).to.match(/^mine\/\n\*\.db\n# Data of calls.*\n\.voicectl\/\n\*\.db-shm\n/)
    expect(first.match(/^\*\.db$/gm)).to.have.length(1)
    await voicectl.run(argv)
    expect(read()).to.equal(first)
  })

  it('says of a name that no file system takes that it is too long', async () => {
    const {stderr, exitCode} = await voicectl.run(['init', 'a'.repeat(300), '--name', 'X', '--template', 'salon'])
    expect(stderr).to.contain('ENAMETOOLONG').and.contain('too long')
    expect(exitCode).to.equal(2)
  })

  it('refuses an unknown template and an unknown time zone', async () => {
    const template = await voicectl.run(['init', 'bot', '--name', 'X', '--template', 'saloon'])
    expect(template.stderr).to.contain('--template must be one of').and.to.contain('Did you mean salon?')
    const zone = await voicectl.run(['init', 'bot', '--name', 'X', '--template', 'salon', '--timezone', 'Moscow'], {VOICECTL_LANG: 'ru'})
    expect(zone.stderr).to.contain('Нет часового пояса «Moscow».\nМожет быть, Europe/Moscow?')
    expect(zone.exitCode).to.equal(2)
  })

  for (const {name: template, language: lang} of skillbaseTemplates(templatesFolder())) {
    it(`makes a project from ${template} in ${lang} whose settings and sample list are good`, async () => {
      const dir = `${template}-${lang}`
      const {stdout, stderr, exitCode} = await voicectl.run(['init', dir, '--name', 'Лунный сад', '--template', template, '--lang', lang])
      expect(exitCode).to.equal(0)
      expect(stdout).to.match(new RegExp(`/${dir}\n$`))
      expect(stderr).to.contain(`cd ${dir}`).and.to.contain('voicectl doctor')
      expect(readFileSync(voicectl.path(`${dir}/skillbases/${template}.yaml`), 'utf8')).to.contain('Лунный сад')
      expect(readFileSync(voicectl.path(`${dir}/lists/contacts.csv`), 'utf8')).to.match(/^phone,name,timezone[^\n]*\n\+/)
      const again = await voicectl.run(['init', dir, '--name', 'X', '--template', template, '--lang', lang])
      expect(again.exitCode).to.equal(4)
    })
  }

  it('says how to talk to a bot that calls people itself, with somebody to call', async () => {
    const {stderr, stdout} = await voicectl.run([
      'init',
      'debts',
      '--name',
      'Долги',
      '--template',
      'debt-reminder',
      '--lang',
      'ru',
      '--json',
    ])
    expect(stderr).to.equal('')
    expect(JSON.parse(stdout)).to.include({direction: 'outbound', template: 'debt-reminder'})
    const said = await voicectl.run(['init', 'more', '--name', 'Долги', '--template', 'debt-reminder', '--lang', 'ru'])
    expect(said.stderr).to.contain(
      "--direction outbound --contact name='Анна Примерова' --contact amount=15200 --contact due_date=2026-02-20",
    )
  })
})
