import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {scripted} from '../call/simulate/action-sources.ts'
import type {CallReport} from '../call/simulate/call-report.ts'
import {scriptLines} from '../call/simulate/caller-action.ts'
import {simulatedTransfer} from '../call/simulate/prepare-simulation.ts'
import {simulateCall, type Watcher} from '../call/simulate/simulate-call.ts'
import type {Clock} from '../clock.ts'
import type {ToolRunner} from '../dialogue/conversation/ports.ts'
import type {Lang} from '../dialogue/nlu/types.ts'
import {newId} from '../ids.ts'
import {applySkillbase} from '../skillbase/apply-skillbase.ts'
import {loadBot} from '../skillbase/load-bot.ts'
import {parseSkillbase} from '../skillbase/parse.ts'
import {openStore} from '../store/open-store.ts'
import type {Store} from '../store/store.ts'
import {templatesFolder} from '../templates-folder.ts'

export interface DemoOptions {
  readonly lang: Lang
  /** Leave the project on disk and say where. */
  readonly keep: boolean
}

export interface DemoDeps {
  readonly clock: Clock
  readonly tools: ToolRunner
}

export interface DemoResult extends CallReport {
  /** Folder of the demo project; gone unless it was to be kept. */
  readonly project: string
}

/** The main job on real parts: a throw-away project, a real store, the salon from the templates, a whole call by rules alone. */
export async function runDemo({lang, keep}: DemoOptions, watcher: Watcher, {clock, tools}: DemoDeps): Promise<DemoResult> {
  const project = await mkdtemp(join(tmpdir(), 'voicectl-demo-'))
  try {
    const store = await openStore({url: `sqlite:${join(project, 'voicectl.db')}`})
    try {
      const companyId = (await store.companies.list())[0]!.id
      const bot = await loadSalon(store, companyId, lang, clock)
      const script = await readFile(join(templatesFolder(), 'demo', `salon.${lang}.txt`), 'utf8')
      const options = {callId: newId(), mode: 'off', direction: 'inbound', caller: '+79990000000', seed: 1} as const
      const deps = {
        store,
        companyId,
        spoolDir: join(project, 'spool'),
        clock,
        tools,
        transfer: simulatedTransfer(false),
        newEventId: () => newId(),
      }
      const report = await simulateCall(bot, options, scripted(scriptLines(script)), watcher, deps)
      return {...report, project}
    } finally {
      await store.close()
    }
  } finally {
    if (!keep) await rm(project, {recursive: true, force: true})
  }
}

async function loadSalon(store: Store, companyId: string, lang: Lang, clock: Clock) {
  const file = join(templatesFolder(), 'skillbases', `salon.${lang}.yaml`)
  const {skillbase} = parseSkillbase(file, await readFile(file))
  const {slug} = await applySkillbase({...skillbase, slug: 'salon'}, {publish: true}, {skillbases: store.skillbases, companyId, clock})
  return loadBot(companyId, slug, {version: 'published'}, store.skillbases)
}
