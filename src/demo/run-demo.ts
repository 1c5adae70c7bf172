import {readFile, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {scripted} from '../call/simulate/action-sources.ts'
import type {CallReport} from '../call/simulate/call-report.ts'
import {scriptLines} from '../call/simulate/caller-action.ts'
import {madeUpCaller} from '../call/simulate/made-up-caller.ts'
import {simulatedTransfer} from '../call/simulate/prepare-simulation.ts'
import type {Watcher} from '../call/simulate/watcher.ts'
import {simulateCall} from '../call/simulate/simulate-call.ts'
import {type Clock, virtualClock} from '../clock.ts'
import type {ToolRunner} from '../dialogue/conversation/ports.ts'
import type {Lang} from '../dialogue/nlu/types.ts'
import {newId} from '../ids.ts'
import {createProject} from '../project/create-project.ts'
import {applySkillbase} from '../skillbase/apply-skillbase.ts'
import {loadBot} from '../skillbase/load-bot.ts'
import {parseSkillbase} from '../skillbase/parse.ts'
import {openStore} from '../store/open-store.ts'
import type {Store} from '../store/store.ts'
import {temporaryFolder} from '../temporary-folder.ts'
import {defaultTimezone} from '../timezone.ts'

export interface DemoOptions {
  readonly lang: Lang
  /** Leave the project on disk and say where. */
  readonly keep: boolean
}

export interface DemoDeps {
  readonly clock: Clock
  readonly tools: ToolRunner
  readonly templates: string
  readonly signal?: AbortSignal | undefined
}

export interface DemoResult extends CallReport {
  /** Folder of the demo project, when it was kept. */
  readonly project?: string
  /** Zone that the salon is in. */
  readonly timezone: string
}

const template = 'salon'

/** The main job on real parts: a throw-away project, a real store, the salon from the templates, a whole call by rules alone. @throws AppError TEMPORARY_FOLDER */
export async function runDemo({lang, keep}: DemoOptions, watcher: Watcher, deps: DemoDeps): Promise<DemoResult> {
  const {clock, templates} = deps
  const project = await temporaryFolder('voicectl-demo-')
  let isWhole = false
  try {
    const script = scripted(scriptLines(await readFile(join(templates, 'demo', `${template}.${lang}.txt`), 'utf8')))
    const skillbase = await salonIn(project, lang, templates)
    // Where any other project keeps its data, so that every command works in the one that is kept.
    const store = await openStore({url: `sqlite:${join(project, '.voicectl', 'voicectl.db')}`})
    try {
      const companyId = (await store.companies.list())[0]!.id
      const bot = await published(skillbase, store, companyId, clock)
      const options = {callId: newId(), mode: 'off', direction: 'inbound', caller: madeUpCaller[lang], seed: 1} as const
      const report = await simulateCall(bot, options, script, watcher, {
        ...deps,
        store,
        companyId,
        spoolDir: join(project, '.voicectl', 'spool'),
        // From now on, and as fast as people talk, though it takes a blink.
        clock: virtualClock(clock.now()),
        transfer: simulatedTransfer(false),
        newEventId: () => newId(),
      })
      isWhole = true
      return {...report, timezone: bot.scenario.timezone, ...(keep && {project})}
    } finally {
      await store.close()
    }
  } finally {
    if (!keep || !isWhole) await rm(project, {recursive: true, force: true})
  }
}

/** Makes the project as `init` does and reads the salon in it. */
async function salonIn(project: string, lang: Lang, templates: string) {
  const source = join(templates, 'skillbases', `${template}.${lang}.yaml`)
  const {flow} = parseSkillbase(source, await readFile(source)).skillbase
  const {company = template} = flow.persona
  await createProject(
    {folder: project, name: company, template, language: lang, timezone: flow.timezone ?? defaultTimezone, force: true},
    {templates},
  )
  const file = join(project, 'skillbases', `${template}.yaml`)
  return parseSkillbase(file, await readFile(file)).skillbase
}

async function published(skillbase: Awaited<ReturnType<typeof salonIn>>, {skillbases}: Store, companyId: string, clock: Clock) {
  const {slug} = await applySkillbase(skillbase, {publish: true}, {skillbases, companyId, clock})
  return loadBot(companyId, slug, {version: 'published'}, skillbases)
}
