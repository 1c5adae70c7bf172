import {existsSync, readFileSync, truncateSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect} from 'chai'
import {execa} from 'execa'
import {parse} from 'yaml'
import {cli} from '../../helpers/cli.ts'
import {fixturePath, fixtureText} from '../../helpers/skillbases.ts'

type Row = Readonly<Record<string, unknown>>

describe('skillbase', () => {
  const voicectl = cli()
  const run = (...argv: string[]) => voicectl.run(['skillbase', ...argv])
  const write = (name: string, text: string) => {
    writeFileSync(voicectl.path(name), text)
    return name
  }
  const notary = (rule: string) => fixtureText('linear.yaml').replace('Не обсуждать содержание документов', rule)

  it('applies files: created, changed, unchanged', async () => {
    write('notary.yaml', notary('Правило один'))
    const first = await run('apply', '-f', 'notary.yaml', '-f', fixturePath('graph.yaml'))
    expect(first.stdout).to.equal('notary: version 1, created\ndog-salon: version 1, created\n')
    expect((await run('apply', '-f', 'notary.yaml')).stdout).to.equal('notary: version 1, unchanged\n')
    write('notary.yaml', notary('Правило два'))
    const second = await run('apply', '-f', 'notary.yaml', '--json')
    expect(second.json<Row[]>()[0]).to.deep.include({slug: 'notary', version: 2, status: 'changed', published: false, dryRun: false})
  })

  it('applies what comes through a pipe', async () => {
    const bin = fileURLToPath(new URL('../../../bin/dev.js', import.meta.url))
    const env = {HOME: voicectl.home, XDG_DATA_HOME: voicectl.path('.data'), XDG_CONFIG_HOME: voicectl.path('.config'), LANG: 'C'}
    const {stdout} = await execa(process.execPath, [bin, 'skillbase', 'apply', '-f', '-'], {
      input: notary('Правило три'),
      env,
      cwd: voicectl.home,
    })
    expect(stdout).to.equal('notary: version 3, changed')
  })

  it('shows what a dry run would change and stores nothing', async () => {
    write('notary.yaml', notary('Правило четыре'))
    const {stdout} = await run('apply', '-f', 'notary.yaml', '--dry-run')
    expect(stdout).to.equal('notary: version 4, changed, nothing stored\n~ context.rules[0]: "Правило три" → "Правило четыре"\n')
    expect((await run('history', 'notary', '--json')).json<Row[]>()).to.have.length(3)
  })

  it('stores nothing at all when one of several files is wrong', async () => {
    write('good.yaml', notary('x').replace('slug: notary', 'slug: other'))
    write('bad.yaml', 'schema: voicectl.scenario/v1\nid: bad\nsates: {}\n')
    const {stderr, stdout, exitCode} = await run('apply', '-f', 'good.yaml', '-f', 'bad.yaml')
    expect(exitCode).to.equal(2)
    expect(stdout).to.equal('')
    expect(stderr).to.contain('Error (SKILLBASE_INVALID): bad.yaml:3:1: sates: there is no key "sates" here; did you mean states?')
    expect((await run('show', 'other')).exitCode).to.equal(3)
  })

  it('guesses which skillbase was meant, and lists people the time of the company', async () => {
    expect((await run('show', 'notray')).stderr).to.contain('Did you mean notary?')
    expect((await voicectl.run(['call', 'simulate', 'notari', '--say', 'a'], {VOICECTL_LANG: 'ru'})).stderr).to.contain(
      'Может быть, notary?',
    )
    expect((await voicectl.run(['call', 'list', '--skillbase', 'notari'])).stderr).to.contain('Did you mean notary?')
    for (const argv of [['list'], ['history', 'notary']]) {
      expect((await run(...argv)).stdout, argv.join(' '))
        .to.match(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+\d\d:00/)
        .and.not.to.contain('Z\t')
      expect((await run(...argv, '-o', 'csv')).stdout, argv.join(' ')).to.match(/T\d\d:\d\d:\d\d\.\d{3}Z/)
    }
  })

  it('D-42: refuses what has changed meanwhile, what is not there and what is taken, each with its exit code', async () => {
    const wrong: [string[], number, string][] = [
      [['apply', '-f', 'notary.yaml', '--if-version', '1'], 4, 'VERSION_CONFLICT'],
      [['apply', '-f', 'nowhere.yaml'], 3, 'FILE_NOT_FOUND'],
      [['show', 'nobody'], 3, 'SKILLBASE_NOT_FOUND'],
      [['show', 'notary', '--version', '9'], 3, 'VERSION_NOT_FOUND'],
      [['clone', 'notary', 'dog-salon'], 4, 'SKILLBASE_EXISTS'],
      [['clone', 'notary', 'Bad Slug'], 2, 'SLUG_INVALID'],
      [['create', 'x', '--template', 'nothing'], 3, 'TEMPLATE_NOT_FOUND'],
      [['create', '🙂'], 2, 'SLUG_INVALID'],
      [['create', 'x', '--from-brief', fixturePath('linear.yaml')], 2, 'NOT_A_BRIEF'],
      [['rollback', 'notary', '--to', '1'], 7, 'NEVER_PUBLISHED'],
      [['delete', 'notary'], 2, 'CONFIRMATION_REQUIRED'],
      [['edit', 'notary'], 2, 'NO_TERMINAL'],
      [['lint', 'nobody'], 3, 'SKILLBASE_NOT_FOUND'],
    ]
    for (const [argv, exitCode, code] of wrong) {
      const result = await run(...argv, '--json')
      expect(result.json<{error: Row}>().error['code'], argv.join(' ')).to.equal(code)
      expect(result.exitCode, argv.join(' ')).to.equal(exitCode)
    }
  })

  it('says what was expected where a name is given for a file, or one that there is no starter of', async () => {
    expect((await run('create', '🙂')).stderr)
      .to.contain('No slug can be made of the name "🙂"')
      .and.contain('--slug')
    expect((await run('create', 'x', '--template', 'nothing', '--lang', 'en')).stderr).to.match(
      /Templates: salon \(en, ru\), .*survey \(ru\), debt-reminder \(ru\)\./,
    )
    expect((await run('validate', 'notary')).stderr)
      .to.contain('Files are read here')
      .and.contain('voicectl skillbase lint notary')
    expect((await run('apply', '-f', 'salon')).stderr).to.contain('voicectl skillbase create NAME --template salon')
  })

  it('publishes, tells the history, compares and rolls back', async () => {
    await run('publish', 'notary', '--version', '1')
    expect((await run('list', '-o', 'csv')).stdout).to.match(
      /^SLUG,NAME,STATUS,VERSION,PUBLISHED,UPDATED\ndog-salon,.*,active,1,,.*\nnotary,.*,active,3,1,/,
    )
    const diff = await run('diff', 'notary', '--exit-code')
    expect(diff.stdout).to.equal('~ context.rules[0]: "Правило один" → "Правило три"\n')
    expect(diff.exitCode).to.equal(8)
    expect((await run('diff', 'notary', '2', '2')).stdout).to.equal('')
    await run('publish', 'notary')
    const {stderr} = await run('rollback', 'notary', '--to', '1')
    expect(stderr).to.equal('Version 1 of "notary" answers calls again; it was version 3.\n')
    const history = (await run('history', 'notary', '--json')).json<Row[]>()
    expect(history.map(({version, status}) => [version, status])).to.deep.equal([
      [3, 'retired'],
      [2, 'draft'],
      [1, 'published'],
    ])
  })

  it('compares what is stored with a file: what applying it would change, and nothing is stored', async () => {
    const exported = (await run('export', 'notary')).stdout
    write('edited.yaml', exported.replace('Правило три', 'Правило четыре'))
    const diff = await run('diff', 'notary', '--file', 'edited.yaml', '--exit-code')
    expect(diff).to.include({stdout: '~ context.rules[0]: "Правило три" → "Правило четыре"\n', exitCode: 8})
    const json = await run('diff', 'notary', '1', '-f', 'edited.yaml', '--json')
    expect(json.json<object>()).to.include({slug: 'notary', from: 1, to: null})
    write('same.yaml', exported)
    expect(await run('diff', 'notary', '--file', 'same.yaml', '--exit-code')).to.include({
      stdout: '',
      stderr: 'notary: the file says the same as version 3.\n',
      exitCode: 0,
    })
    expect((await run('diff', 'notary', '1', '2', '--file', 'same.yaml')).stderr).to.contain('TO and --file exclude each other.')
    expect((await run('history', 'notary', '--json')).json<Row[]>()).to.have.length(3)
  })

  it('D-43: refuses to publish what has errors', async () => {
    write(
      'broken.yaml',
      'schema: voicectl.scenario/v1\nid: broken\nstates: {a: {transitions: [{on: nobody, to: b}], next: b}, b: {type: end}}\n',
    )
    expect((await run('apply', '-f', 'broken.yaml')).exitCode).to.equal(0)
    const {exitCode, stderr} = await run('publish', 'broken')
    expect(exitCode).to.equal(7)
    expect(stderr).to.contain('E112 flow.states.a.transitions[0].on: there is no intent "nobody"')
    expect(stderr).to.contain('See all: `voicectl skillbase lint broken`.')
    expect((await run('apply', '-f', 'broken.yaml', '--publish')).stderr).to.contain('`voicectl skillbase lint broken.yaml`')
  })

  it('exports a file that changes nothing when applied, byte for byte', async () => {
    await run('export', 'notary', '--out', 'exported.yaml')
    const {stdout} = await run('apply', '-f', 'exported.yaml')
    expect(stdout).to.equal('notary: version 3, unchanged\n')
    await run('export', 'notary', '--out', 'again.yaml')
    expect(readFileSync(voicectl.path('again.yaml'), 'utf8')).to.equal(readFileSync(voicectl.path('exported.yaml'), 'utf8'))
    expect((await run('show', 'notary')).stdout).to.equal(readFileSync(voicectl.path('exported.yaml'), 'utf8'))
  })

  it('imports the configurations of the system before, and tells what was lost', async () => {
    const {stdout, stderr} = await run('import', fixturePath('legacy/version-a.json'), '--slug', 'water')
    expect(stdout).to.equal('water: version 1, created\n')
    expect(stderr.trim().split('\n')).to.have.length(3)
    const imported = (
      await run('import', fixturePath('legacy/version-b.json'), '--slug', 'garage', '--name', 'Гараж', '--json')
    ).json<Row>()
    expect(imported).to.deep.include({format: 'version-b', status: 'created'})
    expect(imported['warnings']).to.have.length(1)
    const dry = await run('import', fixturePath('legacy/engine-2.yaml'), '--dry-run')
    expect(parse(dry.stdout)).to.deep.include({schema: 'voicectl/skillbase/v1', slug: 'barber-bot'})
    expect((await run('show', 'barber-bot')).exitCode).to.equal(3)
  })

  it('creates from nothing and from a brief', async () => {
    expect((await run('create', 'Ночной портье')).stdout).to.equal('nochnoy-porte\n')
    expect((await run('lint', 'nochnoy-porte', '--json')).json<Row[]>()[0]).to.deep.include({errors: 0, warnings: 0})
    const brief = await run('create', 'Пекарня', '--slug', 'bakery', '--from-brief', fixturePath('legacy/simple.yaml'))
    expect(brief.stdout).to.equal('bakery\n')
    expect(brief.stderr).to.contain('fields_to_collect[4]')
  })

  it('speaks for the company of a brief, whatever the skillbase is called', async () => {
    write('brief.yaml', 'company_name: Пекарня "Корица"\nbot_name: Вера\ngoal: Принять заказ\n')
    expect((await run('create', 'cinnamon', '--from-brief', 'brief.yaml')).stdout).to.equal('cinnamon\n')
    const shown = parse((await run('show', 'cinnamon')).stdout)
    expect(shown.flow.persona).to.include({name: 'Вера', company: 'Пекарня "Корица"'})
    expect(shown.name).to.equal('cinnamon')
  })

  it('validates files of every format and lists all that is wrong', async () => {
    const good = await run('validate', fixturePath('legacy'), '--json')
    expect(good.json<Row[]>().map(({valid, format}) => [valid, format])).to.have.length(6)
    expect(good.exitCode).to.equal(0)
    write('wrong.yaml', 'schema: voicectl.scenario/v1\nflow: grahp\nlimits: {max_turns: 0}\n')
    const bad = await run('validate', 'wrong.yaml', fixturePath('graph.yaml'), '--json')
    expect(bad.exitCode).to.equal(2)
    const [report, other] = bad.json<{valid: boolean; issues: Row[]}[]>()
    expect(report!.issues).to.deep.equal([
      {
        path: 'flow',
        code: 'INVALID_VALUE',
        line: 2,
        column: 1,
        message: 'must be one of linear, graph, plan, not "grahp"; did you mean graph?',
      },
      {path: 'limits.max_turns', code: 'INVALID_VALUE', line: 3, column: 10, message: 'must be at least 1, not 0'},
    ])
    expect(other!.valid).to.equal(true)
  })

  it('refuses a file that is too large before reading it', async () => {
    write('huge.yaml', '')
    // Nothing but its size: more than one buffer holds, so that nobody could read it.
    truncateSync(voicectl.path('huge.yaml'), 5 * 1024 ** 3)
    const {stdout, exitCode} = await run('validate', 'huge.yaml')
    expect(stdout).to.equal('huge.yaml: the file has 5120.0 MB; at most 1 MB is read\nhuge.yaml: not valid\n')
    expect(exitCode).to.equal(2)
  })

  it('lints files and stored skillbases: 7 for errors, and for warnings when asked', async () => {
    const broken = await run('lint', 'broken.yaml')
    expect(broken.exitCode).to.equal(7)
    expect(broken.stdout).to.contain('broken.yaml:3:29: error E112 states.a.transitions[0].on: there is no intent "nobody"')
    expect((await run('lint', fixturePath('graph.yaml'))).exitCode).to.equal(0)
    expect((await run('lint', fixturePath('graph.yaml'), '--strict')).exitCode).to.equal(7)
    expect((await run('lint', 'broken', '--json')).json<Row[]>()[0]).to.deep.include({source: 'broken version 1'})
    expect((await voicectl.run(['skillbase', 'lint', 'broken.yaml'], {VOICECTL_LANG: 'ru'})).stdout).to.contain(
      'ошибка E112 states.a.transitions[0].on: нет намерения «nobody»',
    )
  })

  it('prints the prompt with its size, the schema and the graph, of files too', async () => {
    const prompt = (await run('prompt', fixturePath('graph.yaml'), '--lang', 'en', '--json')).json<Row>()
    expect(prompt['tokens']).to.be.greaterThan(500)
    expect(prompt['system']).to.contain('Your name is Рая.')
    expect(await run('prompt', 'notary', '--mode', 'off')).to.deep.include({stdout: '', exitCode: 0})
    expect((await run('graph', 'notary', '--format', 'svg')).stdout).to.match(/^<svg /)
    const schema = JSON.parse((await run('schema')).stdout)
    expect(schema).to.include({$schema: 'https://json-schema.org/draft/2020-12/schema'})
  })

  it('deletes what is not used', async () => {
    const {stderr} = await run('delete', 'water', '--yes')
    expect(stderr).to.equal('Skillbase "water" is deleted.\n')
    expect((await run('show', 'water')).exitCode).to.equal(3)
  })

  it('D-23: keeps companies apart', async () => {
    await voicectl.run(['company', 'create', 'rival'])
    expect((await run('list', '--company', 'rival', '--json')).json<Row[]>()).to.deep.equal([])
    for (const verb of ['show', 'history', 'diff', 'publish', 'export', 'prompt', 'graph', 'lint']) {
      expect((await run(verb, 'notary', '--company', 'rival')).exitCode, verb).to.equal(3)
    }
    expect((await run('delete', 'notary', '--company', 'rival', '--yes')).exitCode).to.equal(3)
    expect((await run('clone', 'notary', 'stolen', '--company', 'rival')).exitCode).to.equal(3)
    expect((await run('apply', '-f', 'notary.yaml', '--company', 'rival')).stdout).to.equal('notary: version 1, created\n')
    expect((await run('show', 'notary', '--json')).json<{headVersion: number}>().headVersion).to.equal(3)
    expect((await run('list', '--company', 'nobody')).exitCode).to.equal(3)
  })

  it('replaces a file that says something else only when it may', async () => {
    write('mine.yaml', '# what I have been writing all day\n')
    const refused = await run('export', 'notary', '--out', 'mine.yaml')
    expect(refused.exitCode).to.equal(2)
    expect(refused.stderr).to.contain('(CONFIRMATION_REQUIRED)').and.contain('Replace mine.yaml?')
    expect(readFileSync(voicectl.path('mine.yaml'), 'utf8')).to.contain('all day')
    expect(await run('export', 'notary', '--out', 'mine.yaml', '--yes')).to.include({exitCode: 0})
    expect(await run('export', 'notary', '--out', 'mine.yaml')).to.include({exitCode: 0})
  })

  it('leaves no half-written file behind', async () => {
    const {exitCode} = await run('export', 'notary', '--version', '99', '--out', 'never.yaml')
    expect(exitCode).to.equal(3)
    expect(existsSync(voicectl.path('never.yaml'))).to.equal(false)
  })
})
