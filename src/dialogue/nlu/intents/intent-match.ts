export interface IntentMatch {
  /** A built-in intent or one of the skillbase's own. */
  readonly id: string
  /** Tokens `[from, to)` of the utterance that say so. */
  readonly from: number
  readonly to: number
  /** 0…1: how much of the utterance it explains. */
  readonly confidence: number
}
