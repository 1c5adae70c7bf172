/** The languages the bots speak. */
export type Lang = 'ru' | 'en'

/** One word or number of an utterance, as speech recognition wrote it and as the grammars read it. */
export interface Token {
  /** Lower case, ё as е, no punctuation around it. Digits keep their leading zeros and inner `:` or `.` (`16:20`, `15.01`). */
  readonly text: string
  /** As written, for values that are kept verbatim (names, addresses, free text). */
  readonly raw: string
  /** Offsets of `raw` in the utterance. */
  readonly start: number
  readonly end: number
  /** Punctuation that follows directly: recognisers that punctuate give clause borders away. */
  readonly stop: '' | ',' | '.' | '?' | '!'
}

export interface Utterance {
  readonly text: string
  readonly tokens: readonly Token[]
  /** The language of the conversation; grammars of both languages may still be tried. */
  readonly lang: Lang
  /** The text begins before the first token: it was longer than one breath. */
  readonly isCut?: boolean
}

/** The wall clock where the conversation takes place. Dates are plain: no zone survives past this point. */
export interface LocalDateTime {
  /** `YYYY-MM-DD` */
  readonly date: string
  /** Minutes since midnight. */
  readonly minutes: number
}

/** An option of an enumeration with everything it is called in each language. */
export interface Choice {
  readonly id: string
  readonly ru?: readonly string[]
  readonly en?: readonly string[]
}

/** What an extractor may know besides the words. */
export interface ExtractContext {
  readonly now: LocalDateTime
  /** Country for phone numbers dictated without a country code; ISO 3166 alpha-2, `RU` unless told. */
  readonly region?: string | undefined
  /** The date asked for lies in the past (a birth date). */
  readonly past?: boolean | undefined
  /** Options of an enumeration. */
  readonly options?: readonly Choice[] | undefined
  /** Opening hours as minutes since midnight: which of 3 and 15 o'clock is meant. Default 08:00–19:59. */
  readonly window?: {readonly from: number; readonly to: number} | undefined
  /** The field was asked for just now, so a bare answer ("Анна", "пятого") counts without a cue word. */
  readonly asked?: boolean | undefined
  /** What was asked offers something, so «нет, всё хорошо» turns it down; of values that were read back it would agree. */
  readonly offer?: boolean | undefined
}

/** A value found in an utterance, and the tokens `[from, to)` that said it. */
export interface Found<Value> {
  readonly value: Value
  readonly from: number
  readonly to: number
  /** 0…1: how sure the grammar is that this is what was meant. */
  readonly confidence: number
  /** Other readings that are just as grammatical; the caller has to choose. */
  readonly alts?: readonly Value[]
  /**
   * Several were named and none was settled on (`завтра или послезавтра`): `value` is only the first of them, `alts` are the others, and
   * `confidence` is 0.4. Whoever asked has to ask which one.
   */
  readonly undecided?: boolean
  /** The value corrects another one in the same breath ("не в три, а в четыре"). */
  readonly corrected?: boolean
}

/** Reads one kind of value out of an utterance; `undefined` when it is not there. Pure: no clock, no I/O, no state. */
export type Extractor<Value> = (utterance: Utterance, context: ExtractContext) => Found<Value> | undefined
