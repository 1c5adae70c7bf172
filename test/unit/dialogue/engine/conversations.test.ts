import {expect} from 'chai'
import {differences, recordedConversations} from '../../../helpers/recorded-conversation.ts'

/** Whole conversations with bots of many trades, without a model: corrections, questions, refusals, silence, transfers, noise. */
describe('recorded conversations', () => {
  for (const bot of [
    'restaurant',
    'vet',
    'debt',
    'nps',
    'dentist-en',
    'taxi',
    'dental',
    'hotel',
    'delivery',
    'tutor',
    'autoservice',
    'flowers',
    'bankcard',
    'plumbing',
    'donor',
    'gym',
    'movers',
    'webinar',
    'internet',
    'driving',
    'windows',
    'notary',
    'meters',
    'theatre',
    'viewing',
    'assembly',
    'kennel',
    'lost-property',
    'insurance',
    'photo-studio',
    'travel',
    'kindergarten',
    'rugs',
    'storage',
    'tailor',
    'legal',
  ]) {
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
