/** What callers want, as far as words tell it: the door to `intents/`. */
export type {CustomIntent} from './intents/custom.ts'
export type {IntentMatch} from './intents/intent-match.ts'
export {detectIntents, type DetectOptions, extractIntent} from './intents/detect.ts'
export {type IntentId, intentIds} from './intents/ids.ts'
export {hasPhrase, phrasePattern} from './intents/phrase.ts'
