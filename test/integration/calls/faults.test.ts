import {expect} from 'chai'
import {systemClock} from '../../../src/clock.ts'
import type {CallEvent} from '../../../src/events/call-event.ts'
import {createLlm} from '../../../src/providers/llm/create-llm.ts'
import type {Fault, OpenAiDouble, OpenAiDoubleOptions} from '../../../src/simulator/openai/types.ts'
import {startOpenAiDouble} from '../../../src/simulator/openai/start-openai-double.ts'
import {barber} from '../../helpers/barber.ts'
import {modelCall} from '../../helpers/model-call.ts'

/** Wherever it shows up outside of a request, a secret has leaked. */
const key = 'gsk_MARKERmarker0123456789SECRET'

const faults: readonly (readonly [string, Fault])[] = [
  ['is never heard of', {kind: 'black_hole'}],
  ['drips', {kind: 'slow_drip', byteMs: 40}],
  ['sends garbage', {kind: 'garbage'}],
  ['sends broken JSON', {kind: 'invalid_json'}],
  ['answers in another shape', {kind: 'wrong_schema'}],
  ['stops in the middle', {kind: 'truncated', after: 1}],
  ['breaks the connection', {kind: 'reset', after: 1}],
  ['reports an error in its stream', {kind: 'error_event', after: 1}],
  ['never ends', {kind: 'never_ends'}],
  ['does not take the key', {kind: 'status', status: 401, code: 'invalid_api_key', message: `Incorrect API key provided: ${key}`}],
  ['is gone', {kind: 'status', status: 404, code: 'model_not_found'}],
  ['has had enough', {kind: 'status', status: 429, retryAfter: '20'}],
  ['is broken', {kind: 'status', status: 500, message: key}],
  ['is overloaded', {kind: 'status', status: 503}],
  ['answers nothing', {kind: 'empty_choices'}],
  ['calls a tool', {kind: 'tool_call'}],
  ['does not stop talking', {kind: 'huge', characters: 2_000_000}],
  ['is a web page', {kind: 'html'}],
]

for (const provider of ['groq', 'openai'] as const) {
  describe(`a call whose model (${provider})`, function () {
    this.timeout(30_000)
    const doubles: OpenAiDouble[] = []
    afterEach(async () => {
      await Promise.all(doubles.splice(0).map((double) => double.close()))
    })

    const withDouble = async (options: OpenAiDoubleOptions = {}) => {
      const double = await startOpenAiDouble({dialect: provider, apiKey: key, ...options})
      doubles.push(double)
      const model = provider === 'groq' ? 'openai/gpt-oss-20b' : 'qwen2.5-7b-instruct'
      const llm = (await createLlm({
        provider,
        baseUrl: provider === 'groq' ? double.origin : double.url,
        apiKey: key,
        model,
        fallbackModel: model,
        timeoutMs: 4000,
        clock: systemClock,
      }))!
      return {double, llm}
    }

    for (const [what, fault] of faults) {
      it(`${what} is a call by rules`, async () => {
        const {double, llm} = await withDouble({
          replies: {script: ({schema}) => (schema ? {json: {commands: [], reply: ''}} : 'Как вас зовут?')},
        })
        double.setFault(fault)
        const {call, events} = modelCall({llm, flow: barber, mode: 'full', modelDeadlineMs: 250})
        await call.start()
        // The first and the last are for rules alone, the second is not understood, the third is only to be phrased.
        for (const line of ['хочу подстричься завтра в три', 'ну это самое как его', 'анна', 'с этого номера', 'нет', 'да всё верно'])
          await call.hear(line)
        expect(call.state.ending).to.include({outcome: 'lead', reason: 'bot_hangup'})
        const turns = turnsOf(events)
        const failed = turns.filter(({modelFault}) => modelFault !== null)
        expect(failed.length).to.be.within(1, 3)
        for (const {botText, acts, modelFault} of failed) {
          expect(botText, String(modelFault)).to.equal(acts.map(({text}) => text).join(' '))
          expect(botText).to.match(/\S/)
        }
        expect(JSON.stringify(events)).not.to.contain(key).and.not.to.contain('MARKER')
      })
    }

    it('D-32: fails three times in a row is not asked again in this call', async () => {
      const {double, llm} = await withDouble()
      double.setFault({kind: 'status', status: 401})
      const {call, events} = modelCall({llm, flow: barber, mode: 'assist'})
      await call.start()
      for (let turn = 0; turn < 5; turn++) await call.hear(`трам пам ${'пам '.repeat(turn)}`)
      expect(double.requests).to.have.length(3)
      expect(turnsOf(events).map(({modelFault}) => modelFault)).to.deep.equal([null, 'auth', 'auth', 'auth', null, null])
      expect(call.state.counters.llmFail).to.equal(3)
    })

    it('fails now and then is asked again', async () => {
      const {double, llm} = await withDouble({replies: {script: () => ({json: {commands: []}})}})
      const {call, events} = modelCall({llm, flow: barber, mode: 'assist'})
      await call.start()
      for (const fault of [true, true, false, true, true]) {
        double.setFault(...(fault ? [{kind: 'status', status: 401} as const] : []))
        await call.hear('трам пам пам')
      }
      expect(double.requests).to.have.length(5)
      expect(turnsOf(events).filter(({modelFault}) => modelFault === 'auth')).to.have.length(4)
    })

    it('works is on record with its time and its tokens, and when it does not, with the time it took', async () => {
      const usage = {input: 812, output: 23}
      const {double, llm} = await withDouble({
        latency: {firstTokenMs: 60},
        replies: {
          script: ({schema}) => (schema ? {json: {commands: [], reply: ''}, usage} : {text: 'Понял вас. На какой день записать?', usage}),
        },
      })
      const {call, events} = modelCall({llm, flow: barber, mode: 'full', modelDeadlineMs: 1500})
      await call.start()
      await call.hear('хочу подстричься')
      double.setFault({kind: 'black_hole'})
      await call.hear('трам пам пам')
      const [, phrased, failed] = turnsOf(events)
      expect(phrased!.model).to.deep.include({tokensIn: 812, tokensOut: 23})
      expect(phrased!.model!.ms).to.be.within(55, 1500)
      expect(phrased!.model!.name).to.match(/gpt-oss-20b|qwen/)
      expect(failed!.model).to.deep.include({name: phrased!.model!.name, tokensIn: 0, tokensOut: 0})
      expect(failed!.model!.ms).to.be.at.least(1400)
    })

    it('is asked once a turn at most, and never for what rules explain in off and assist', async () => {
      const lines = ['хочу подстричься завтра в три', 'анна', 'с этого номера', 'нет', 'да всё верно']
      const asked = async (mode: 'off' | 'assist' | 'full') => {
        const {double, llm} = await withDouble({
          replies: {script: ({schema}) => (schema ? {json: {commands: [], reply: ''}} : 'Понял вас. А дальше что?')},
        })
        const {call} = modelCall({llm, flow: barber, mode})
        await call.start()
        const counts: number[] = []
        for (const line of lines) {
          const before = double.requests.length
          await call.hear(line)
          counts.push(double.requests.length - before)
        }
        expect(call.state.ending).to.include({outcome: 'lead'})
        return counts
      }
      expect(await asked('off')).to.deep.equal([0, 0, 0, 0, 0])
      // A wish in free words is read with help; «нет» to it is a wish to skip it.
      expect(Math.max(...(await asked('assist')).slice(0, 3))).to.equal(0)
      expect(Math.max(...(await asked('full')))).to.equal(1)
    })
  })
}

const turnsOf = (events: readonly CallEvent[]) => events.flatMap((event) => (event.type === 'turn.taken' ? [event.payload] : []))
