import {type Bilingual, type UiLanguage, uiLanguage} from '../bilingual.ts'
import {redact} from '../config/secret.ts'
import {AppError, type ExitReason, exitCodes} from '../errors.ts'
import {coloured, forTerminal} from './colour.ts'
import {createDeps, type Deps} from './deps.ts'
import {interruptSignal} from './interrupt.ts'
import {asksForJson} from './json-flag.ts'
import {Command, Flags, type Interfaces} from './oclif.ts'
import {asYaml, type Column, type Format, renderList, type Report} from './output.ts'
import {printable} from '../printable.ts'
import {typeable} from './program.ts'
import {type Progress, progressOn} from './progress.ts'
import type {TerminalTalk} from './terminal-talk.ts'

type Flagged = Interfaces.OutputFlags<Interfaces.FlagInput>
type Arged = Interfaces.OutputArgs<Interfaces.ArgInput>

/** @throws AppError USAGE when `-o` asks for another form than `--json` does: whoever wrote it meant one of them */
function refuseTwoForms({flags, metadata}: Interfaces.ParserOutput<Flagged, Flagged, Arged>, json: boolean): void {
  const {output} = flags as {readonly output?: unknown}
  if (!json || output === undefined || output === 'json' || metadata.flags['output']?.setFromDefault) return
  throw new AppError(
    'USAGE',
    {en: `--json and -o ${output as string} exclude each other.`, ru: `Флаги --json и -o ${output as string} вместе не указывают.`},
    {exit: 'usage', hint: {en: 'Give one of them.', ru: 'Укажите один из них.'}},
  )
}

/** What every command has: `--json`, `--profile`, and the rule that stdout is the result and stderr is the conversation. */
export abstract class BaseCommand extends Command {
  static override enableJsonFlag = true
  static override baseFlags = {
    profile: Flags.string({env: 'VOICECTL_PROFILE', helpGroup: 'GLOBAL', helpValue: 'NAME', description: 'configuration profile to use'}),
    quiet: Flags.boolean({char: 'q', helpGroup: 'GLOBAL', description: 'no messages on stderr, results only'}),
    'no-color': Flags.boolean({helpGroup: 'GLOBAL', description: 'no colours; NO_COLOR does the same'}),
  }

  private opened: Deps | undefined
  private quiet = false

  protected get lang(): UiLanguage {
    return uiLanguage()
  }

  override jsonEnabled(): boolean {
    return asksForJson(this.argv)
  }

  /** oclif fills an argument that was left out from whatever stdin holds; here only a command that asks for stdin reads it. */
  protected override async parse<F extends Flagged, B extends Flagged, A extends Arged>(
    options?: Interfaces.Input<F, B, A>,
    argv?: string[],
  ): Promise<Interfaces.ParserOutput<F, B, A>> {
    const definition = options ?? (this.ctor as unknown as Interfaces.Input<F, B, A>)
    for (const arg of Object.values(definition.args ?? {})) arg.ignoreStdin ??= true
    const parsed = await super.parse(definition, argv)
    refuseTwoForms(parsed, this.jsonEnabled())
    this.quiet = Boolean((parsed.flags as {readonly quiet?: boolean}).quiet)
    return parsed
  }

  /** Talk, for people only: progress, "Done", what to run next. Silent under `--json` and `--quiet`. */
  protected say(text: Bilingual): void {
    if (!this.quiet) this.logToStderr(typeable(text[this.lang]))
  }

  /** How far something is, on a terminal; the same silence as `say`. */
  protected progress(): Progress {
    return progressOn(process.stderr, !this.quiet && !this.jsonEnabled())
  }

  /** A warning is part of the conversation, but worth reading for scripts too: it goes to stderr in every mode. */
  protected caution(text: Bilingual): void {
    process.stderr.write(`${printable(redact(typeable(text[this.lang])))}\n`)
  }

  /** The exit code of a command that has told its result and still is no success, such as a check that failed. */
  protected exitWith(reason: ExitReason): void {
    process.exitCode = exitCodes[reason]
  }

  /** Aborted by Ctrl-C; a command that asks for it finishes or undoes its step by itself. */
  protected get interrupted(): AbortSignal {
    return interruptSignal()
  }

  /** All of that at once, for whatever holds a conversation by itself. */
  protected talk(): TerminalTalk {
    return {
      json: this.jsonEnabled(),
      lang: this.lang,
      print: (text) => this.log(text),
      say: (text) => this.say(text),
      caution: (text) => this.caution(text),
      interrupted: this.interrupted,
    }
  }

  /** Prints a list as `-o` asks for. JSON is printed by the base class from what `run()` returns. */
  protected async printList<Row>(rows: readonly Row[], columns: readonly Column<Row>[], format: Format): Promise<void> {
    if (!this.jsonEnabled()) this.log(await renderList(rows, columns, format, this.lang))
  }

  /** Prints a report that holds a list: its own words for people, the list as CSV, the whole of it as YAML; JSON as in `printList`. */
  protected async printReport<Row>({report, text, rows, columns}: Report<Row>, format: Format): Promise<void> {
    if (this.jsonEnabled()) return
    if (format === 'table') this.log(text())
    else if (format === 'yaml') this.log(await asYaml(report))
    else await this.printList(rows, columns, format)
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

  override log(message = ''): void {
    // A program gets what there is; a person's terminal must not obey it.
    super.log('%s', process.stdout.isTTY ? forTerminal(message) : coloured(message))
  }

  override logToStderr(message = ''): void {
    super.logToStderr('%s', printable(redact(message)))
  }

  override logJson(json: unknown): void {
    // JSON escapes what controls a terminal but for these.
    process.stdout.write(
      `${JSON.stringify(json, undefined, 2).replaceAll(/[\u007F-\u009F]/g, (found) => `\\u00${found.charCodeAt(0).toString(16)}`)}\n`,
    )
  }
}
