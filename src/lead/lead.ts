export const leadStatuses = ['new', 'contacted', 'qualified', 'converted', 'rejected'] as const
export type LeadStatus = (typeof leadStatuses)[number]

/** A person who wants something, as one call left them. Times are milliseconds since the Unix epoch. */
export interface Lead {
  readonly id: string
  readonly companyId: string
  readonly callId: string
  readonly skillbaseId: string
  readonly name: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly data: Readonly<Record<string, unknown>>
  readonly status: LeadStatus
  readonly notes: string | null
  readonly createdAt: number
  readonly updatedAt: number
}

export type NewLead = Omit<Lead, 'companyId' | 'status' | 'notes' | 'createdAt' | 'updatedAt'> & {readonly at: number}

/** A null clears, an absent key stays as it is. */
export type LeadPatch = Partial<Pick<Lead, 'name' | 'phone' | 'email' | 'data' | 'status' | 'notes'>>

export interface LeadFilter {
  readonly skillbaseId?: string | undefined
  readonly status?: LeadStatus | undefined
  /** Created at or after, milliseconds since the Unix epoch. */
  readonly since?: number | undefined
  /** Created before. */
  readonly until?: number | undefined
}

export interface LeadPage {
  readonly limit: number
  /** The last lead of the page before this one. */
  readonly after?: Pick<Lead, 'createdAt' | 'id'> | undefined
}

/** Every method is confined to one company: what belongs to another company does not exist for it. */
export interface LeadRepository {
  /**
   * A call has one lead: a second write for the same call renews what was collected and keeps id, status and notes,
   * which people may have changed. @throws AppError CALL_NOT_FOUND
   */
  upsert(companyId: string, lead: NewLead): Promise<Lead>
  /** Undefined when there is no such lead. */
  update(companyId: string, id: string, patch: LeadPatch, at: number): Promise<Lead | undefined>
  /** By id or unique beginning of it. @throws AppError AMBIGUOUS_REFERENCE (usage) */
  find(companyId: string, reference: string): Promise<Lead | undefined>
  findByCall(companyId: string, callId: string): Promise<Lead | undefined>
  /** Newest first. */
  list(companyId: string, filter: LeadFilter, page: LeadPage): Promise<Lead[]>
  /** How many leads `list` would give without its page. */
  count(companyId: string, filter: LeadFilter): Promise<number>
}
