export const skillbaseStatuses = ['active', 'archived'] as const
export type SkillbaseStatus = (typeof skillbaseStatuses)[number]

export const versionStatuses = ['draft', 'published', 'retired'] as const
export type VersionStatus = (typeof versionStatuses)[number]

/** A skillbase as the store keeps it. Times are milliseconds since the Unix epoch. */
export interface StoredSkillbase {
  readonly id: string
  readonly companyId: string
  readonly slug: string
  readonly name: string
  readonly description: string | null
  readonly status: SkillbaseStatus
  /** Number of the newest version; versions count from 1. */
  readonly headVersion: number
  /** The version that answers calls, if any. */
  readonly publishedVersion: number | null
  readonly createdAt: number
  readonly updatedAt: number
}

/** A version without its configuration: enough for a history. */
export interface VersionInfo {
  readonly skillbaseId: string
  readonly version: number
  /** Of the canonical configuration, lower-case hex. */
  readonly sha256: string
  readonly status: VersionStatus
  readonly author: string | null
  readonly note: string | null
  readonly createdAt: number
  /** When it was last published. */
  readonly publishedAt: number | null
}

/** Immutable but for its status. The order of keys in `config` is kept: states and fields are ordered. */
export interface StoredVersion extends VersionInfo {
  readonly config: Readonly<Record<string, unknown>>
}

export interface NewVersion extends Pick<StoredVersion, 'config' | 'sha256'> {
  readonly author?: string | null
  readonly note?: string | null
  readonly at: number
}

export interface NewSkillbase extends NewVersion, Pick<StoredSkillbase, 'id' | 'slug' | 'name'> {
  readonly description?: string | null
}

export interface CloneOf extends Pick<StoredSkillbase, 'id' | 'slug' | 'name'> {
  /** The version to copy; the newest when absent. */
  readonly version?: number | undefined
  readonly author?: string | null
  readonly note?: string | null
  readonly at: number
}

/**
 * Every method is confined to one company: what belongs to another company does not exist for it.
 * Writes to a skillbase that is not there throw AppError SKILLBASE_NOT_FOUND.
 */
export interface SkillbaseRepository {
  /** Everything done through the repository that it hands out happens, or nothing does. */
  atomically<Result>(work: (skillbases: SkillbaseRepository) => Promise<Result>): Promise<Result>
  /** With version 1 as a draft. @throws AppError SKILLBASE_EXISTS (conflict) */
  create(companyId: string, skillbase: NewSkillbase): Promise<StoredSkillbase>
  /** By slug, id or unique beginning of an id. @throws AppError AMBIGUOUS_REFERENCE (usage) */
  find(companyId: string, reference: string): Promise<StoredSkillbase | undefined>
  /** Ordered by slug. */
  list(companyId: string, filter?: {readonly status?: SkillbaseStatus | undefined}): Promise<StoredSkillbase[]>
  update(
    companyId: string,
    id: string,
    patch: Partial<Pick<StoredSkillbase, 'name' | 'description' | 'status'>>,
    at: number,
  ): Promise<StoredSkillbase>
  /** Adds a draft. @throws AppError VERSION_CONFLICT when `ifVersion` is no longer the newest version. */
  addVersion(companyId: string, id: string, version: NewVersion, ifVersion?: number): Promise<StoredVersion>
  /** Newest first. */
  versions(companyId: string, id: string): Promise<VersionInfo[]>
  version(companyId: string, id: string, version: number): Promise<StoredVersion | undefined>
  /**
   * Moves the pointer to a version, older ones included: that is a rollback. The version published before is retired.
   * @throws AppError VERSION_NOT_FOUND; VERSION_CONFLICT when `ifPublished` is no longer the published version
   */
  publish(
    companyId: string,
    id: string,
    version: number,
    options: {readonly at: number; readonly ifPublished?: number | null},
  ): Promise<StoredSkillbase>
  /** @throws AppError SKILLBASE_IN_USE (conflict) when calls refer to it: archive it instead. */
  delete(companyId: string, id: string): Promise<void>
  /** A new skillbase whose version 1 is a copy. @throws AppError SKILLBASE_EXISTS, VERSION_NOT_FOUND */
  clone(companyId: string, id: string, copy: CloneOf): Promise<StoredSkillbase>
}
