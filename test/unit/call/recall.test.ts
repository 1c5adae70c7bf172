import {expect} from 'chai'
import {recall} from '../../../src/call/simulate/simulated-model.ts'
import {createDialogueModel} from '../../../src/dialogue/conversation/model.ts'
import type {LlmRequest} from '../../../src/providers/llm/port.ts'
import {barber} from '../../helpers/barber.ts'
import {modelCall} from '../../helpers/model-call.ts'
import {scriptedLlm} from '../../helpers/scripted-llm.ts'

const answers = () => scriptedLlm(({schema}) => (schema ? {json: {commands: [], reply: ''}} : {text: 'Понял вас. Как вас зовут?'}))
const history = ({messages}: LlmRequest) => messages.slice(1, -1)

describe('a model that takes over from one that was lost', () => {
  it('knows what was said as if it had been there', async () => {
    const before = answers()
    const {call, events, scenario, skillbase} = modelCall({llm: before.llm, flow: barber, mode: 'full'})
    await call.start()
    await call.hear('хочу подстричься завтра в три')
    await call.silence()
    await call.press('1')
    await call.hear('анна', 0.4)
    await call.hear('трам пам пам')
    const known = history(before.requests.at(-1)!)
    expect(known.length).to.be.greaterThan(9)

    const after = answers()
    const model = createDialogueModel({llm: after.llm, skillbase, scenario, prompt: () => 'system', temperature: 0})
    recall(model, JSON.parse(JSON.stringify(events)) as typeof events)
    const said = {
      utterance: {text: 'алло', tokens: [], lang: 'ru'},
      language: {lang: 'ru', confidence: 1, mixed: false},
      commands: [],
      intents: [],
      cover: 0,
      unwanted: false,
    } as const
    await model.understand({state: call.state, understanding: said, now: 0, deadlineMs: 100, reply: false}, AbortSignal.timeout(1000))
    // The last exchange was still to come when the first model was asked.
    expect(history(after.requests[0]!).slice(0, -2)).to.deep.equal(known)
    expect(history(after.requests[0]!).at(-2)!.content).to.contain('трам пам пам')
  })
})
