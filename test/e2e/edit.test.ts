import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect} from 'chai'
import {builtCli} from '../helpers/built-cli.ts'
import {fixturePath} from '../helpers/skillbases.ts'
import {hasTerminal, terminal} from '../helpers/terminal.ts'
import {skipBecause} from '../helpers/skip.ts'

describe('skillbase edit on a terminal', function () {
  this.timeout(60_000)
  const voicectl = builtCli()
  let home = ''
  before(async function () {
    if (!hasTerminal) skipBecause(this, 'there is no `script` of util-linux to give a command a terminal')
    home = mkdtempSync(join(tmpdir(), 'voicectl-home-'))
    const {exitCode} = await voicectl.run(['skillbase', 'apply', '-f', fixturePath('linear.yaml')], {cwd: home, env: {HOME: home}})
    expect(exitCode).to.equal(0)
  })
  after(() => rmSync(home, {recursive: true, force: true}))

  const opened = (env: Readonly<Record<string, string>>) =>
    terminal([process.execPath, voicectl.bin, 'skillbase', 'edit', 'notary'], {cwd: home, env: {HOME: home, ...env}})

  /** @param script what the editor does to the file, for sed */
  const edit = async (script: string, lang: 'en' | 'ru') => {
    const screen = opened({EDITOR: `sed -i "${script}"`, VOICECTL_LANG: lang})
    expect(await screen.ended, screen.screen).to.equal(0)
    return screen.screen
  }

  it('tells what was stored in the language of its reader', async () => {
    expect(await edit('s/^name: .*/name: Новое имя/', 'ru')).to.match(/notary: версия 2, изменена\n$/)
    expect(await edit('s/^name: .*/name: Другое имя/', 'en')).to.match(/notary: version 3, changed\n$/)
  })

  it('says once that there is no such editor', async () => {
    for (const EDITOR of ['no-such-editor', 'no-such-editor --wait', '/no/such/editor']) {
      const screen = opened({EDITOR, VISUAL: '', VOICECTL_LANG: 'en'})
      expect(await screen.ended).to.equal(1)
      expect(screen.screen.replaceAll('\r', '')).to.match(/^Error \(EDITOR_FAILED\): There is no program ".*"\.\n.*\n$/)
    }
  })

  it('says that a slug is not changed by editing, and what to do instead', async () => {
    const screen = await edit('s/^slug: .*/slug: jurist/', 'en')
    expect(screen).to.match(/The slug stays "notary": `.*run\.js skillbase clone notary jurist` makes one called "jurist"\./)
    expect(screen).to.match(/notary: version 3, unchanged\n$/)
    expect(await edit('s/^slug: .*/slug: jurist/', 'ru')).to.contain('Слаг остаётся «notary»')
  })
})
