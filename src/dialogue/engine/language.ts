import {type Draft, note, patch, say} from './draft.ts'
import {aside} from './patterns.ts'
import type {Understanding} from './reading/understand.ts'

/** Follows the caller into another language: at once when asked to, else after some turns. True when the turn was about nothing else. */
export function heedLanguage(draft: Draft, {language, commands, utterance}: Understanding): boolean {
  const {languages} = draft.scenario
  const wish = commands.find((command) => command.kind === 'switch_language')
  if (wish) {
    const can = languages.supported.includes(wish.lang)
    if (can && wish.lang !== draft.state.lang) switchTo(draft, wish.lang)
    // «Do you speak English? I want a haircut»: the wish is not all of it.
    if (can && commands.some((command) => command.kind === 'set' || command.kind === 'intent')) {
      say(draft, 'language_changed')
      return false
    }
    aside(draft, can ? 'language_changed' : 'language')
    return true
  }
  if (!languages.detect || utterance.tokens.length === 0) return false
  // A word or two may be a loan; after a sentence in that language they are not.
  const isDoubtful = language.confidence < (draft.state.langVotes > 0 && utterance.tokens.length > 1 ? 0.5 : 0.6)
  if (isDoubtful) return false
  if (language.lang === draft.state.lang) {
    patch(draft, {langVotes: 0})
    return false
  }
  if (!languages.supported.includes(language.lang)) return false
  const votes = draft.state.langVotes + 1
  patch(draft, {langVotes: votes})
  if (votes >= languages.switchAfter) switchTo(draft, language.lang)
  return false
}

function switchTo(draft: Draft, lang: 'ru' | 'en'): void {
  note(draft, 'language', `${draft.state.lang} → ${lang}`)
  const {lastQuestion: _inTheOther, ...state} = draft.state
  draft.state = {...state, lang, langVotes: 0}
  draft.effects.push({kind: 'set_language', lang})
}
