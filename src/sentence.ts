/** A text with the mark at its end that a sentence has; one that asks or breaks off has its own. */
export const asSentence = (text: string): string => (/[.?!…]["»”]?$/.test(text) ? text : `${text}.`)
