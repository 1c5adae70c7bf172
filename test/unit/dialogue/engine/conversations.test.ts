import {expect} from 'chai'
import {differences, recordedBots, recordedConversations} from '../../../helpers/recorded-conversation.ts'

/** Whole conversations with bots of fifty trades, without a model: corrections, questions, refusals, silence, transfers, noise. */
describe('recorded conversations', () => {
  for (const bot of recordedBots()) {
    it(`end with the right outcome and fields: ${bot}`, () => {
      const {scenario, conversations} = recordedConversations(bot)
      const wrong = conversations.flatMap((conversation) => {
        const found = differences(scenario, conversation)
        return found.length > 0 ? [`${conversation.name}: ${found.join('; ')}`] : []
      })
      expect(wrong).to.deep.equal([])
    })
  }
})
