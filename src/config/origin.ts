import type {Key} from './keys.ts'

export type OriginKind = 'flag' | 'env' | 'project' | 'profile' | 'secrets' | 'vendor' | 'default'

/** Where a value comes from. `where` is exact: `--company`, `VOICECTL_COMPANY`, `/srv/bot/voicectl.yaml:4`, `default`. */
export interface Origin {
  readonly kind: OriginKind
  readonly where: string
  /** The folder of the project that a secret is for, when it is for one alone. */
  readonly project?: string | undefined
}

/** One value as a source gives it, not yet validated. */
export interface Entry {
  readonly key: Key
  readonly value: unknown
  readonly origin: Origin
  /** Relative paths in the value count from here. */
  readonly folder: string
  /** It came from where secrets are kept: no error quotes it, whatever key it is of. */
  readonly unquotable?: boolean | undefined
}

export const byDefault: Origin = {kind: 'default', where: 'default'}
