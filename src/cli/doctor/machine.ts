import {statfs} from 'node:fs/promises'
import {existingParent} from './folder.ts'
import {type Check, type CheckResult, failure, ok, warning} from './check.ts'

/** Which Node this is. One that is not supported never comes so far: bin/run.js refuses it. */
export async function nodeCheck(): Promise<CheckResult[]> {
  const {node} = process.versions
  return [ok('node', {en: `Node ${node}.`, ru: `Node ${node}.`})]
}

/** A wrong clock breaks calling hours, certificates and the order of events. */
export const clockCheck: Check = {
  name: 'clock',
  run: async ({deps, config}) => clockResult(deps.clock.now(), config.values.timezone),
  withoutConfig: async ({deps}) => clockResult(deps.clock.now(), new Intl.DateTimeFormat().resolvedOptions().timeZone),
}

function clockResult(at: number, timezone: string): CheckResult[] {
  const now = new Date(at)
  const told = (locale: string) =>
    new Intl.DateTimeFormat(locale, {timeZone: timezone, dateStyle: 'medium', timeStyle: 'short'}).format(now)
  const local = {en: told('en-GB'), ru: told('ru')}
  if (now.getUTCFullYear() < 2026) {
    return [
      failure(
        'clock',
        {en: `The clock says ${local.en}.`, ru: `Часы показывают ${local.ru}.`},
        {en: 'Set the clock; run an NTP client.', ru: 'Поставьте часы, включите NTP.'},
      ),
    ]
  }
  return [ok('clock', {en: `${local.en} in ${timezone}.`, ru: `${local.ru}, ${timezone}.`})]
}

const gigabyte = 1024 ** 3

/** Calls, recordings and the spool fill disks; a full one loses what a call says. */
export const diskCheck: Check = {
  name: 'disk',
  async run({config}) {
    const folder = await existingParent(config.values.spool.dir)
    const {bavail, bsize} = await statfs(folder).catch(() => ({bavail: undefined, bsize: 0}))
    // Without access nobody tells; the check of the folders says so.
    if (bavail === undefined) return []
    const free = bavail * bsize
    const text = {
      en: `${(free / gigabyte).toFixed(1)} GB free in ${folder}.`,
      ru: `Свободно ${(free / gigabyte).toFixed(1).replace('.', ',')} ГБ в ${folder}.`,
    }
    const fix = {
      en: 'Free some space or move `spool.dir` and the database.',
      ru: 'Освободите место или перенесите `spool.dir` и базу данных.',
    }
    if (free < 0.2 * gigabyte) return [failure('disk', text, fix)]
    return [free < 2 * gigabyte ? warning('disk', text, fix) : ok('disk', text)]
  },
}
