import {callColumns} from '../../src/call/call-columns.ts'
import type {CallView} from '../../src/call/simulate/call-report.ts'
import {BaseCommand} from '../../src/cli/base-command.ts'
import {callFilterFlags} from '../../src/cli/call-flags.ts'
import {callSource} from '../../src/cli/call-source.ts'
import {companyFlag, outputFlag} from '../../src/cli/flags.ts'
import {Flags} from '../../src/cli/oclif.ts'

export default class CallList extends BaseCommand {
  static override summary = 'List calls, newest first.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --skillbase salon --outcome-kind lead --since 7d -o csv',
  ]
  static override flags = {
    ...outputFlag,
    ...companyFlag,
    ...callFilterFlags,
    limit: Flags.integer({default: 50, min: 1, max: 1000, description: 'how many at most'}),
  }

  async run(): Promise<CallView[]> {
    const {flags} = await this.parse(CallList)
    const {listCalls} = await import('../../src/call/list-calls.ts')
    const deps = this.deps(flags)
    const query = {...flags, outcomeKind: flags['outcome-kind']}
    const source = await callSource(deps)
    const {calls, total} = await listCalls(query, deps.clock.now(), source)
    await this.printList(calls, callColumns(source.timezone), flags.output)
    if (total > calls.length) this.say({en: `${calls.length} of ${total}; see --limit.`, ru: `${calls.length} из ${total}; см. --limit.`})
    if (total === 0 && flags.outcome !== undefined) {
      const {unknownOutcome} = await import('../../src/call/unknown-outcome.ts')
      const unknown = await unknownOutcome(flags.outcome, source)
      if (unknown) this.say(unknown)
    }
    const unfinished = await source.unfinished()
    if (unfinished) {
      const {unfinishedTexts} = await import('../../src/cli/unfinished-calls.ts')
      for (const text of unfinishedTexts(unfinished)) this.caution(text)
    }
    return calls
  }
}
