import {type Bilingual, type UiLanguage, uiLanguage} from '../bilingual.ts'
import {createDeps, type Deps} from './deps.ts'
import {asksForJson} from './json-flag.ts'
import {Command, Flags, type Interfaces} from './oclif.ts'
import {type Column, type Format, renderList} from './output.ts'

/** What every command has: `--json`, `--profile`, and the rule that stdout is the result and stderr is the conversation. */
export abstract class BaseCommand extends Command {
  static override enableJsonFlag = true
  static override baseFlags: Interfaces.FlagInput = {
    profile: Flags.string({env: 'VOICECTL_PROFILE', helpGroup: 'GLOBAL', helpValue: 'NAME', description: 'configuration profile to use'}),
    quiet: Flags.boolean({char: 'q', helpGroup: 'GLOBAL', description: 'no messages on stderr, results only'}),
    'no-color': Flags.boolean({helpGroup: 'GLOBAL', description: 'no colours; NO_COLOR does the same'}),
  }

  private opened: Deps | undefined

  protected get lang(): UiLanguage {
    return uiLanguage()
  }

  override jsonEnabled(): boolean {
    return asksForJson(this.argv)
  }

  /** Talk, for people only: progress, "Done", what to run next. Silent under `--json` and `--quiet`. */
  protected say(text: Bilingual): void {
    if (!this.argv.includes('--quiet') && !this.argv.includes('-q')) this.logToStderr(text[this.lang])
  }

  /** A warning is part of the conversation, but worth reading for scripts too: it goes to stderr in every mode. */
  protected caution(text: Bilingual): void {
    process.stderr.write(`${text[this.lang]}\n`)
  }

  /** Prints a list as `-o` asks for. JSON is printed by the base class from what `run()` returns. */
  protected async printList<Row>(rows: readonly Row[], columns: readonly Column<Row>[], format: Format): Promise<void> {
    if (!this.jsonEnabled()) this.log(await renderList(rows, columns, format, this.lang))
  }

  /** Everything a use case may need, opened on first use and closed when the command ends. */
  protected deps(flags: {readonly profile?: string | undefined; readonly company?: string | undefined}): Deps {
    this.opened ??= createDeps({...flags, configDir: this.config.configDir, dataDir: this.config.dataDir})
    return this.opened
  }

  /** The one place that reports errors is `main`. */
  protected override async catch(error: Error): Promise<never> {
    throw error
  }

  protected override async finally(): Promise<void> {
    await this.opened?.close()
  }

  override logJson(json: unknown): void {
    process.stdout.write(`${JSON.stringify(json, undefined, 2)}\n`)
  }
}
