import {existsSync} from 'node:fs'
import type {Bilingual} from '../../bilingual.ts'
import type {LoadedConfig} from '../../config/load.ts'
import {maskUrlPasswords, redact} from '../../config/secret.ts'
import {AppError} from '../../errors.ts'
import {systemError} from '../system-errors.ts'
import {type Check, type CheckResult, failure, failureOf, type MachineContext, ok, skipped} from './check.ts'

export interface MachineCheck {
  readonly name: string
  readonly run: () => Promise<readonly CheckResult[]>
}

export interface RunOptions extends Omit<MachineContext, 'signal'> {
  readonly checks: readonly Check[]
  /** Checks that work without a configuration, such as that of Node. */
  readonly machineChecks: readonly MachineCheck[]
  readonly loadConfig: () => Promise<LoadedConfig>
  /** How long one check may take, ms. */
  readonly patience: number
}

/** Runs every check at the same time; one that fails, hangs or throws takes none of the others with it. */
export async function runChecks({checks, machineChecks, loadConfig, patience, ...context}: RunOptions): Promise<CheckResult[]> {
  const machine = machineChecks.map(({name, run}) => within(patience, name, run))
  const configured = async () => {
    let config: LoadedConfig | undefined
    const told = await attempt('config', async () => [valid((config = await loadConfig()))])
    const rest = checks.map((check) => within(patience, check.name, (signal) => look(check, config, {...context, signal})))
    return [told, ...(await Promise.all(rest))].flat()
  }
  return (await Promise.all([...machine, configured()])).flat()
}

async function look(
  {name, run, withoutConfig}: Check,
  config: LoadedConfig | undefined,
  context: MachineContext,
): Promise<readonly CheckResult[]> {
  if (config) return run({...context, config})
  return withoutConfig ? withoutConfig(context) : [skipped(name)]
}

async function within(
  patience: number,
  name: string,
  run: (signal: AbortSignal) => Promise<readonly CheckResult[]>,
): Promise<readonly CheckResult[]> {
  const stop = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<readonly CheckResult[]>((resolve) => {
    timer = setTimeout(() => {
      stop.abort()
      resolve([tooLate(name, patience / 1000)])
    }, patience)
  })
  try {
    return await Promise.race([attempt(name, () => run(stop.signal)), late])
  } finally {
    clearTimeout(timer)
  }
}

/** What a check found, or the failure of its name when it could not look. */
export async function attempt(name: string, run: () => Promise<readonly CheckResult[]>): Promise<readonly CheckResult[]> {
  try {
    return await run()
  } catch (error) {
    const known = error instanceof AppError ? error : systemError(error)
    if (!known) throw error
    return [failureOf(name, {sentence: clean(known.sentence), hint: known.hint && clean(known.hint)})]
  }
}

const tooLate = (name: string, seconds: number): CheckResult =>
  failure(
    name,
    {en: `No answer within ${seconds} s.`, ru: `Нет ответа за ${seconds} с.`},
    {
      en: 'Check the address and the network, or wait longer: `voicectl doctor --timeout 30`.',
      ru: 'Проверьте адрес и сеть или подождите дольше: `voicectl doctor --timeout 30`.',
    },
  )

/** An error may quote what a provider or a server said, and the report is a result: nobody looks for secrets in it later. */
const clean = ({en, ru}: Bilingual): Bilingual => ({en: redact(maskUrlPasswords(en)), ru: redact(maskUrlPasswords(ru))})

const valid = ({profile, files: {project, user}}: LoadedConfig): CheckResult => {
  const file = project ?? (existsSync(user) ? user : undefined)
  return ok('config', {
    en: `Valid; profile ${profile}, ${file ?? 'no file, defaults only'}.`,
    ru: `В порядке; профиль ${profile}, ${file ?? 'файла нет, всё по умолчанию'}.`,
  })
}
