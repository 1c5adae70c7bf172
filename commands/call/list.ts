import {callStatuses, outcomeKinds} from '../../src/call/call.ts'
import {callColumns} from '../../src/call/call-columns.ts'
import type {CallView} from '../../src/call/simulate/call-report.ts'
import {BaseCommand} from '../../src/cli/base-command.ts'
import type {Deps} from '../../src/cli/deps.ts'
import {companyFlag, outputFlag} from '../../src/cli/flags.ts'
import {Flags} from '../../src/cli/oclif.ts'

export default class CallList extends BaseCommand {
  static override summary = 'List calls, newest first.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --skillbase salon --outcome lead --since 7d -o csv',
  ]
  static override flags = {
    ...outputFlag,
    ...companyFlag,
    skillbase: Flags.string({helpValue: 'REF', description: 'only calls of this skillbase'}),
    status: Flags.option({options: callStatuses, description: 'only calls in this status'})(),
    outcome: Flags.string({helpValue: 'ID', description: 'only calls with this outcome'}),
    'outcome-kind': Flags.option({options: outcomeKinds, description: 'only calls with an outcome of this kind'})(),
    since: Flags.string({helpValue: 'TIME', description: 'started at or after: 24h, 7d or ISO 8601'}),
    until: Flags.string({helpValue: 'TIME', description: 'started before'}),
    limit: Flags.integer({default: 50, min: 1, max: 1000, description: 'how many at most'}),
  }

  async run(): Promise<CallView[]> {
    const {flags} = await this.parse(CallList)
    const {listCalls} = await import('../../src/call/list-calls.ts')
    const deps = this.deps(flags)
    const store = await deps.store()
    const query = {...flags, outcomeKind: flags['outcome-kind']}
    const {calls, total} = await listCalls(query, deps.clock.now(), {...store, companyId: (await deps.companyToRead()).id})
    await this.printList(calls, callColumns, flags.output)
    if (total > calls.length) this.say({en: `${calls.length} of ${total}; see --limit.`, ru: `${calls.length} из ${total}; см. --limit.`})
    await this.cautionAboutWaiting(calls, deps)
    return calls
  }

  /** A call that ended while the database was away is shown as going on. */
  private async cautionAboutWaiting(calls: readonly CallView[], deps: Deps): Promise<void> {
    const active = new Set(calls.filter(({status}) => status === 'active').map(({id}) => id))
    if (active.size === 0) return
    const [{waitingCalls}, {spool}, store, company] = await Promise.all([
      import('../../src/call/waiting-calls.ts'),
      deps.config(),
      deps.store(),
      deps.companyToRead(),
    ])
    const waiting = waitingCalls({dir: spool.dir, database: await store.identity(), companyId: company.id}).filter((id) => active.has(id))
    if (waiting.length === 0) return
    const ids = waiting.join(', ')
    this.caution({
      en: `Over, but not stored yet: ${ids}. \`voicectl call resume ID --close\` stores such a call.`,
      ru: `Закончены, но ещё не записаны: ${ids}. Записать: \`voicectl call resume ID --close\`.`,
    })
  }
}
