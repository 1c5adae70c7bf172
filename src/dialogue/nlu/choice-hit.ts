export interface Chosen {
  readonly option: string
}

export interface Hit {
  readonly option: string
  readonly from: number
  readonly to: number
  readonly confidence: number
  /** Another word stands inside: «анализ на кровь». */
  readonly isLoose?: boolean
}
