import {expect} from 'chai'
import type {UiLanguage} from '../../../src/bilingual.ts'
import {BaseCommand} from '../../../src/cli/base-command.ts'
import {Args, type Config, Flags} from '../../../src/cli/oclif.ts'
import {loadOclif} from '../../../src/cli/load-oclif.ts'
import {usageError} from '../../../src/cli/usage-errors.ts'
import {AppError} from '../../../src/errors.ts'

class Everything extends BaseCommand {
  static override args = {kind: Args.string({required: true, options: ['inbound', 'outbound']}), note: Args.string()}
  static override flags = {
    output: Flags.option({char: 'o', options: ['table', 'json'] as const})(),
    limit: Flags.integer({min: 1, max: 9}),
    name: Flags.string({required: true}),
    url: Flags.url(),
    file: Flags.file({exists: true}),
    all: Flags.boolean({exclusive: ['one']}),
    one: Flags.boolean(),
    from: Flags.string({dependsOn: ['to']}),
    to: Flags.string(),
    strict: Flags.string({
      parse: async (value) => {
        throw new AppError('NOT_STRICT', {en: `Not strict: ${value}.`, ru: `Не строго: ${value}.`}, {exit: 'refused'})
      },
    }),
  }
  async run() {
    await this.parse(Everything)
  }
}

describe('a usage error', () => {
  let config: Config
  before(async () => {
    config = await loadOclif({fromSource: true}, {})
  })
  const say = async (argv: readonly string[], lang: UiLanguage = 'en') => {
    try {
      await new Everything([...argv], config).run()
    } catch (thrown) {
      const error = thrown instanceof AppError ? thrown : usageError(thrown as Error, config, undefined)
      return {code: error?.code, text: error?.sentence[lang], hint: error?.hint?.[lang], exit: error?.exitCode}
    }
    throw new Error('no error')
  }
  const good = ['inbound', '--name', 'x']

  it('names the missing argument', async () => {
    expect(await say(['--name', 'x'])).to.deep.include({code: 'MISSING_ARGUMENT', text: 'Missing argument: KIND.', exit: 2})
    expect((await say(['--name', 'x'], 'ru')).text).to.equal('Не хватает аргумента: KIND.')
  })

  it('names the missing flag', async () => {
    expect(await say(['inbound'])).to.deep.include({code: 'MISSING_FLAG', text: 'Missing flag: --name.', exit: 2})
    expect((await say(['inbound'], 'ru')).text).to.equal('Не хватает флага --name.')
  })

  it('names an argument too many', async () => {
    expect((await say([...good, 'note', 'more'])).text).to.equal('Unexpected argument: more.')
    expect((await say([...good, 'note', 'more'], 'ru')).text).to.equal('Лишний аргумент: more.')
  })

  it('tells what a flag and an argument may be, and which was meant', async () => {
    const flag = await say([...good, '-o', 'jsno'])
    expect(flag).to.include({code: 'BAD_VALUE', text: '--output must be one of table, json, not "jsno".', hint: 'Did you mean json?'})
    expect(await say(['inbund', '--name', 'x'], 'ru')).to.include({
      text: 'Аргумент: ожидается одно из: inbound, outbound, указано «inbund».',
      hint: 'Может быть, inbound?',
    })
  })

  it('tells what a number must be', async () => {
    expect((await say([...good, '--limit', 'ten'])).text).to.equal('--limit must be a whole number, not "ten".')
    expect((await say([...good, '--limit', '0'])).text).to.equal('--limit must be at least 1, not "0".')
    expect((await say([...good, '--limit', '10'], 'ru')).text).to.equal('--limit: ожидается не больше 9, указано «10».')
  })

  it('tells what a flag without its value needs', async () => {
    expect((await say(['inbound', '--name'])).text).to.equal('--name needs a value.')
    expect((await say([...good, '-o'], 'ru')).text).to.equal('Флагу --output нужно значение, одно из: table, json.')
  })

  it('tells about a flag given twice, a bad URL and a file that is not there', async () => {
    expect((await say([...good, '--limit', '1', '--limit', '2'], 'ru')).text).to.equal('Флаг --limit указан дважды.')
    expect((await say([...good, '--url', 'nowhere'], 'ru')).text).to.equal('--url: ожидается адрес (URL), указано «nowhere».')
    expect(await say([...good, '--file', '/no/such/file'], 'ru')).to.include({code: 'FILE_NOT_FOUND', text: 'Нет файла /no/such/file.'})
  })

  it('tells which flags exclude or need each other', async () => {
    expect((await say([...good, '--all', '--one'])).text).to.equal('--one and --all exclude each other.')
    expect((await say([...good, '--from', 'a'], 'ru')).text).to.equal('С --from нужно указать и --to.')
  })

  it('keeps what the parser of a flag says itself', async () => {
    expect(await say([...good, '--strict', 'x'])).to.deep.include({code: 'NOT_STRICT', text: 'Not strict: x.', exit: 7})
  })

  it('does not repeat what stands behind an unknown flag', async () => {
    const error = await say([...good, '--limmit=5'])
    expect(error.text).to.equal('There is no flag --limmit.')
  })
})
