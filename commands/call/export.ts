import type {ExportedCall} from '../../src/call/export-calls.ts'
import {BaseCommand} from '../../src/cli/base-command.ts'
import {callFilterFlags} from '../../src/cli/call-flags.ts'
import {callSource} from '../../src/cli/call-source.ts'
import {companyFlag, yesFlag} from '../../src/cli/flags.ts'
import {Args, Flags} from '../../src/cli/oclif.ts'

/** Under `--json` stdout holds one document: the calls themselves, unless they go to a file. */
type CallExported = {readonly exported: number} | {readonly calls: readonly ExportedCall[]}

export default class CallExport extends BaseCommand {
  static override summary = 'Export whole calls: record, fields, transcript, lead and every event.'
  static override description =
    'NDJSON, one call a line, written as it is read. CSV has one row a call with its lead, without transcript and events.'
  static override strict = false
  static override examples = [
    '<%= config.bin %> <%= command.id %> 01KB3',
    '<%= config.bin %> <%= command.id %> --since 24h --format csv --out calls.csv',
  ]
  static override args = {call: Args.string({description: 'ids or unique beginnings of them; all calls of the filter without'})}
  static override flags = {
    ...companyFlag,
    ...yesFlag,
    format: Flags.option({options: ['ndjson', 'csv'] as const, default: 'ndjson', description: 'form of the export'})(),
    out: Flags.string({helpValue: 'FILE', description: 'write to this file instead of stdout, - is stdout; asks before it replaces one'}),
    ...callFilterFlags,
    limit: Flags.integer({default: 100_000, min: 1, description: 'how many at most'}),
  }

  async run(): Promise<CallExported> {
    const {argv, flags} = await this.parse(CallExport)
    const {exportCalls} = await import('../../src/call/export-calls.ts')
    const deps = this.deps(flags)
    const {skillbase, status, outcome, 'outcome-kind': outcomeKind, since, until, limit} = flags
    const query = {skillbase, status, outcome, outcomeKind, since, until, limit}
    const source = await callSource(deps)
    const calls = exportCalls(argv as string[], query, deps.clock.now(), source)
    const {confirmReplacing} = await import('../../src/cli/confirm.ts')
    const {collected, writeExport} = await import('../../src/cli/call-export.ts')
    const out = flags.out === '-' ? undefined : flags.out
    if (out !== undefined) await confirmReplacing(out, {yes: flags.yes, json: this.jsonEnabled()})
    if (this.jsonEnabled() && out === undefined) return {calls: await collected(calls)}
    const exported = await writeExport(calls, {...flags, out}, this.interrupted)
    const {unknownOutcome} = await import('../../src/call/unknown-outcome.ts')
    const unknown = exported === 0 && outcome !== undefined ? await unknownOutcome(outcome, source) : undefined
    if (unknown) this.say(unknown)
    this.say({en: `Calls exported: ${exported}.`, ru: `Выгружено звонков: ${exported}.`})
    return {exported}
  }
}
