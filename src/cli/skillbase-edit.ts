import {spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Bilingual, UiLanguage} from '../bilingual.ts'
import {AppError} from '../errors.ts'
import {type Applied, applySkillbase, type ApplyOptions} from '../skillbase/apply-skillbase.ts'
import {changesText} from '../skillbase/changes-text.ts'
import {getVersion} from '../skillbase/get-version.ts'
import {parseRunnable} from '../skillbase/runnable.ts'
import type {SkillbaseDeps} from '../skillbase/skillbase-deps.ts'
import {readBytes} from '../skillbase/source-file.ts'
import {toYaml} from '../skillbase/to-yaml.ts'
import {temporaryFolder} from '../temporary-folder.ts'
import {canAsk} from './confirm.ts'

interface Terminal {
  readonly json: boolean
  readonly lang: UiLanguage
  readonly say: (text: Bilingual) => void
}

/** @throws AppError NO_TERMINAL (usage), EDITOR_FAILED, TEMPORARY_FOLDER; SkillbaseInvalid, VERSION_CONFLICT: then the file is kept and named */
export async function editSkillbase(
  reference: string,
  options: ApplyOptions,
  terminal: Terminal,
  open: () => Promise<SkillbaseDeps>,
): Promise<Applied> {
  if (!canAsk(terminal.json)) throw noTerminal()
  const deps = await open()
  const {stored, version, skillbase} = await getVersion(reference, undefined, deps)
  const folder = await temporaryFolder('voicectl-edit-')
  const file = join(folder, `${stored.slug}.yaml`)
  const original = toYaml(skillbase)
  try {
    await writeFile(file, original, {mode: 0o600})
    await runEditor(file)
    const written = parseRunnable(file, await readBytes(file)).skillbase
    if (written.slug !== undefined && written.slug !== stored.slug) terminal.say(slugStays(stored.slug, written.slug))
    const edited = {...written, slug: stored.slug}
    const applied = await applySkillbase(edited, {...options, ifVersion: version.version}, deps)
    if (applied.changes.length > 0) terminal.say({en: changesText(applied.changes), ru: changesText(applied.changes)})
    await rm(folder, {recursive: true, force: true})
    return applied
  } catch (error) {
    if ((await readFile(file, 'utf8').catch(() => original)) === original) await rm(folder, {recursive: true, force: true})
    else terminal.say({en: `Your text is kept in ${file}.`, ru: `Ваш текст сохранён в ${file}.`})
    throw error
  }
}

/** The editor may be a command line of its own, such as `code --wait`; a shell reads it as its user does. */
async function runEditor(file: string): Promise<void> {
  const editor = process.env['VISUAL'] || process.env['EDITOR'] || (process.platform === 'win32' ? 'notepad' : 'vi')
  if (isMissing(editor)) throw noEditor(editor)
  const child =
    process.platform === 'win32'
      ? spawn(`${editor} "${file}"`, {shell: true, stdio: 'inherit'})
      : spawn('sh', ['-c', `${editor} "$1"`, 'sh', file], {stdio: 'inherit'})
  const [code] = (await once(child, 'close')) as [number | null]
  if (code === 0) return
  if (code === noSuchProgram) throw noEditor(editor)
  throw new AppError(
    'EDITOR_FAILED',
    {en: `The editor "${editor}" ended with ${code ?? 'a signal'}.`, ru: `Редактор «${editor}» завершился с кодом ${code ?? 'сигнала'}.`},
    {
      hint: {
        en: 'Set EDITOR to a program that waits until the file is closed.',
        ru: 'Укажите в EDITOR программу, которая ждёт закрытия файла.',
      },
    },
  )
}

/** The shell would say so, too, in words of its own. A command line that is more than a program and its flags is left to it. */
function isMissing(editor: string): boolean {
  const [program] = /^[\w./+-]+(?=\s|$)/.exec(editor) ?? []
  if (program === undefined || process.platform === 'win32') return false
  return spawnSync('sh', ['-c', 'command -v "$1"', 'sh', program], {stdio: 'ignore'}).status === noSuchProgram
}

/** What a shell exits with when it finds no program of that name. */
const noSuchProgram = 127

const noEditor = (editor: string) =>
  new AppError(
    'EDITOR_FAILED',
    {en: `There is no program "${editor}".`, ru: `Нет программы «${editor}».`},
    {hint: {en: 'Set EDITOR to an editor that is installed.', ru: 'Укажите в EDITOR редактор, который установлен.'}},
  )

const slugStays = (slug: string, written: string): Bilingual => ({
  en: `The slug stays "${slug}": \`voicectl skillbase clone ${slug} ${written}\` makes one called "${written}".`,
  ru: `Слаг остаётся «${slug}»: скиллбейс «${written}» сделает \`voicectl skillbase clone ${slug} ${written}\`.`,
})

const noTerminal = () =>
  new AppError(
    'NO_TERMINAL',
    {en: 'There is no terminal to edit on.', ru: 'Редактировать негде: терминала нет.'},
    {
      exit: 'usage',
      hint: {
        en: 'Use `voicectl skillbase export` and `voicectl skillbase apply -f FILE`.',
        ru: 'Используйте `voicectl skillbase export` и `voicectl skillbase apply -f ФАЙЛ`.',
      },
    },
  )
