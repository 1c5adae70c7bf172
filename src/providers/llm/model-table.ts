/** When somebody last compared this table with the providers' own pages. */
export const tableDate = '2026-11-22'

export interface ModelInfo {
  readonly provider: 'groq' | 'openai'
  readonly id: string
  /** As of `tableDate`; ask `isRetired` about another day. */
  readonly status: 'production' | 'preview' | 'retired'
  /** The first day without it, YYYY-MM-DD. */
  readonly retiredOn?: string
  readonly replacement?: string
  /** Takes `response_format: json_schema` with `strict`. */
  readonly strictSchema: boolean
  /** How hidden reasoning is switched down, by model family; `none` = it does not reason. */
  readonly reasoning: 'none' | 'gpt-oss' | 'qwen'
  /** Tokens. */
  readonly contextWindow: number
  /** Newest first; empty when no price is known. */
  readonly prices: readonly ModelPrice[]
}

export interface ModelPrice {
  /** First day of this price, YYYY-MM-DD. */
  readonly validFrom: string
  /** Nano-USD per token: 75 is $0.075 per million. */
  readonly input: number
  readonly output: number
  /** What a token read from the prompt cache costs, in percent of `input`: half of 75 is no whole number. */
  readonly cachedInputPercent: number
  readonly source: string
}

const groqPage = 'groq.com/pricing and console.groq.com/docs/models'

const price = (validFrom: string, input: number, output: number, source: string, cachedInputPercent = 50): ModelPrice => ({
  validFrom,
  input,
  output,
  cachedInputPercent,
  source,
})

type Retired = Pick<ModelInfo, 'id' | 'retiredOn' | 'replacement' | 'contextWindow' | 'reasoning' | 'prices'>

const retiredOnGroq = (model: Retired): ModelInfo => ({provider: 'groq', status: 'retired', strictSchema: false, ...model})

const gpt = (id: string, contextWindow: number, prices: readonly ModelPrice[]): ModelInfo => ({
  provider: 'openai',
  id,
  status: 'production',
  strictSchema: true,
  reasoning: 'none',
  contextWindow,
  prices,
})

/** The models that the product recommends, and those whose names still stand in old configurations. */
export const modelTable: readonly ModelInfo[] = [
  {
    provider: 'groq',
    id: 'openai/gpt-oss-20b',
    status: 'production',
    strictSchema: true,
    reasoning: 'gpt-oss',
    contextWindow: 131_072,
    prices: [
      price('2026-01-04', 75, 300, `${groqPage}; the day it was first seen, the page gives no date`),
      price('2025-08-05', 100, 500, `${groqPage}; price at launch`),
    ],
  },
  {
    provider: 'groq',
    id: 'openai/gpt-oss-120b',
    status: 'production',
    strictSchema: true,
    reasoning: 'gpt-oss',
    contextWindow: 131_072,
    prices: [
      price('2026-01-04', 150, 600, `${groqPage}; the day it was first seen, the page gives no date`),
      price('2025-08-05', 150, 750, `${groqPage}; price at launch`),
    ],
  },
  {
    provider: 'groq',
    id: 'qwen/qwen3.6-27b',
    status: 'preview',
    strictSchema: false,
    reasoning: 'qwen',
    contextWindow: 131_072,
    prices: [price('2026-07-27', 600, 3000, 'the `pricing` object of api.groq.com/openai/v1/models')],
  },
  {
    provider: 'groq',
    id: 'qwen/qwen3.8-27b',
    status: 'preview',
    strictSchema: true,
    reasoning: 'qwen',
    contextWindow: 131_042,
    prices: [price('2026-08-28', 800, 4000, groqPage)],
  },
  retiredOnGroq({
    id: 'llama-3.1-8b-instant',
    retiredOn: '2026-08-16',
    replacement: 'openai/gpt-oss-20b',
    reasoning: 'none',
    contextWindow: 131_072,
    prices: [price('2024-07-23', 50, 80, groqPage)],
  }),
  retiredOnGroq({
    id: 'llama-3.3-70b-versatile',
    retiredOn: '2026-08-16',
    replacement: 'openai/gpt-oss-120b',
    reasoning: 'none',
    contextWindow: 131_072,
    prices: [price('2024-12-06', 590, 790, groqPage)],
  }),
  retiredOnGroq({
    id: 'llama-3.1-70b-versatile',
    // Early 2025; the page no longer says which day.
    retiredOn: '2025-02-01',
    replacement: 'openai/gpt-oss-120b',
    reasoning: 'none',
    contextWindow: 131_072,
    prices: [],
  }),
  retiredOnGroq({
    id: 'qwen/qwen3-32b',
    retiredOn: '2026-07-17',
    replacement: 'openai/gpt-oss-120b',
    reasoning: 'qwen',
    contextWindow: 131_072,
    prices: [],
  }),
  retiredOnGroq({
    id: 'meta-llama/llama-4-scout-17b-16e-instruct',
    retiredOn: '2026-07-17',
    replacement: 'openai/gpt-oss-120b',
    reasoning: 'none',
    contextWindow: 131_072,
    prices: [],
  }),
  gpt('gpt-4.1-mini', 1_047_576, [price('2025-04-14', 400, 1600, 'openai.com/api/pricing', 25)]),
  gpt('gpt-4.1-nano', 1_047_576, [price('2025-04-14', 100, 400, 'openai.com/api/pricing', 25)]),
  gpt('gpt-4o-mini', 128_000, [price('2024-07-18', 150, 600, 'openai.com/api/pricing')]),
]
