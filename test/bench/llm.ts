/**
 * What our language model client costs on top of the network: a whole streamed turn against a double without latency, beside a bare fetch that
 * only reads the bytes, in one run. Also how many connections a conversation with pauses needs. Printed, never asserted.
 *
 *     node test/bench/llm.ts [turns]
 */
import {systemClock} from '../../src/clock.ts'
import {createLlm} from '../../src/providers/llm/create-llm.ts'
import type {Llm, LlmRequest} from '../../src/providers/llm/port.ts'
import {startOpenAiDouble} from '../../src/simulator/openai/start-openai-double.ts'

const turns = Number(process.argv[2] ?? 1000)
const pauseMs = 5000

const reply = 'Здравствуйте! Записать вас на стрижку в пятницу в три часа дня или вам удобнее утром в субботу?'
const request: LlmRequest = {
  messages: [
    {role: 'system', content: 'Ты администратор салона. '.repeat(80)},
    {role: 'user', content: 'Здравствуйте, можно записаться?'},
  ],
  maxTokens: 200,
  temperature: 0,
  deadlineMs: 4000,
}

interface Measured {
  readonly first: number
  readonly total: number
}

type Turn = () => Promise<Measured>

const double = await startOpenAiDouble({replies: {script: () => reply}})
const groqDouble = await startOpenAiDouble({dialect: 'groq', replies: {script: () => reply}})
const settings = {timeoutMs: 4000, clock: systemClock, apiKey: 'gsk_bench'}
const openai = await createLlm({...settings, provider: 'openai', baseUrl: double.url, model: 'plain'})
const groq = await createLlm({...settings, provider: 'groq', baseUrl: groqDouble.origin})
if (!openai || !groq) throw new Error('no model')

const contenders: readonly (readonly [string, Turn])[] = [
  ['bare fetch, bytes only', bareFetch(double.url)],
  ['openai adapter', ours(openai)],
  ['groq adapter', ours(groq)],
]

const results = new Map<string, Measured[]>(contenders.map(([name]) => [name, []]))
for (let round = 0; round < turns + 50; round += 1) {
  for (const [name, turn] of contenders) {
    const measured = await turn()
    if (round >= 50) results.get(name)?.push(measured)
  }
}

const base = {first: percentile('bare fetch, bytes only', 'first', 0.5), total: percentile('bare fetch, bytes only', 'total', 0.5)}
console.log(`${turns} streamed turns of ${double.requests.length > 0 ? reply.length : 0} characters, milliseconds`)
for (const [name] of contenders) {
  const [first, first99, total, total99] = [
    percentile(name, 'first', 0.5),
    percentile(name, 'first', 0.99),
    percentile(name, 'total', 0.5),
    percentile(name, 'total', 0.99),
  ]
  console.log(
    `${name.padEnd(24)} first text p50 ${first.toFixed(3)} p99 ${first99.toFixed(3)} (× ${(first / base.first).toFixed(2)})   ` +
      `whole p50 ${total.toFixed(3)} p99 ${total99.toFixed(3)} (× ${(total / base.total).toFixed(2)})`,
  )
}

console.log(`\nconnections for three turns with ${pauseMs} ms between them, server without a keep-alive hint`)
for (const [name, turn] of contenders) {
  const {requests} = name === 'groq adapter' ? groqDouble : double
  const before = requests.length
  for (let round = 0; round < 3; round += 1) {
    await turn()
    if (round < 2) await systemClock.sleep(pauseMs)
  }
  console.log(`${name.padEnd(24)} ${new Set(requests.slice(before).map(({connection}) => connection)).size}`)
}

await Promise.all([double.close(), groqDouble.close()])

function ours(llm: Llm): Turn {
  return async () => {
    const start = performance.now()
    let first = 0
    for await (const delta of llm.stream(request)) if (delta.kind === 'text' && first === 0) first = performance.now() - start
    return {first, total: performance.now() - start}
  }
}

/** The least a client can do: send, wait for the bytes of the first word, read to the end; no parsing, no deadline, no abort. */
function bareFetch(url: string): Turn {
  const {messages, temperature, maxTokens} = request
  const body = JSON.stringify({model: 'plain', messages, temperature, max_tokens: maxTokens, stream: true})
  return async () => {
    const start = performance.now()
    const response = await fetch(`${url}/chat/completions`, {method: 'POST', headers: {'content-type': 'application/json'}, body})
    let first = 0
    for await (const _bytes of response.body ?? []) if (first === 0) first = performance.now() - start
    return {first, total: performance.now() - start}
  }
}

function percentile(name: string, what: keyof Measured, share: number): number {
  const sorted = (results.get(name) ?? []).map((measured) => measured[what]).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN
}
