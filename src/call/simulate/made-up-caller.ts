import type {CallLanguage} from '../call.ts'

/** Who calls a bot of a language when nobody says: numbers that nobody has, of the country that the starters of it are in. */
export const madeUpCaller: Readonly<Record<CallLanguage, string>> = {ru: '+79990000000', en: '+12025550199'}
