import type {EditPlace} from '../config/edit-target.ts'

interface PlaceFlags {
  readonly profile?: string | undefined
  readonly project?: boolean | undefined
  readonly user?: boolean | undefined
}

/** Where `config set` and its like work, from the flags and this process. */
export const configPlace = ({configDir}: {readonly configDir: string}, {profile, project, user}: PlaceFlags): EditPlace => ({
  env: process.env,
  cwd: process.cwd(),
  configDir,
  profile,
  scope: project ? 'project' : user ? 'user' : undefined,
})
