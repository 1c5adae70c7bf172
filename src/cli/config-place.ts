import type {Bilingual} from '../bilingual.ts'
import type {EditPlace} from '../config/edit-target.ts'

interface PlaceFlags {
  readonly profile?: string | undefined
  readonly project?: boolean | undefined
  readonly user?: boolean | undefined
}

/** Where `config set` and its like work, from the flags and this process. */
export const configPlace = (
  {configDir}: {readonly configDir: string},
  {profile, project, user}: PlaceFlags,
  say?: (text: Bilingual) => void,
): EditPlace => ({
  env: process.env,
  cwd: process.cwd(),
  configDir,
  profile,
  onWait: say && (() => say(waiting)),
  scope: project ? 'project' : user ? 'user' : undefined,
})

export const waiting: Bilingual = {
  en: 'Another process is editing the settings: waiting for it…',
  ru: 'Настройки правит другой процесс, жду…',
}
