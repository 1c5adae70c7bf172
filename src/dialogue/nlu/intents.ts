/** What callers want, as far as words tell it: the door to `intents/`. */
export type {CustomIntent} from './intents/custom.ts'
export {detectIntents, type DetectOptions, extractIntent, type IntentMatch} from './intents/detect.ts'
export {type IntentId, intentIds} from './intents/ids.ts'
export {hasPhrase, phrasePattern} from './intents/phrase.ts'
