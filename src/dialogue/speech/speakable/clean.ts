import type {Lang} from '../grammar.ts'

/** Takes out what is for the eye: markup, links, emoji, line breaks, odd blanks and dashes. Numbers and signs that are spoken stay. */
export function cleanText(text: string, lang: Lang): string {
  return (
    text
      .normalize('NFC')
      .replaceAll(/```[^`]*```/g, ' ')
      .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replaceAll(/<\/?[a-zA-Z][^<>]*>/g, ' ')
      // A line that is nothing but an address of the web would be silence: its site is named.
      .replaceAll(/^[ \t]*(?:https?:\/\/(?:www\.)?|www\.)([^\s/?#:]+)\S*[ \t]*$/gim, '$1')
      .replaceAll(/(?:https?:\/\/|www\.)\S*[^\s.,;:!?)»]/gi, ' ')
      .replaceAll(/^[ \t]*(?:[-*•–]|#{1,6})[ \t]+/gm, '')
      .replaceAll(/(?<=\n)[ \t]*\d{1,2}[.)][ \t]+(?=\p{L})|^[ \t]*1[.)][ \t]+(?=[^\n]*\n[ \t]*2[.)])/gu, '')
      .replaceAll(/(?:[*_`]{1,3}|~~)(?=\S)|(?<=\S)(?:[*_`]{1,3}|~~)/g, (mark, at: number, whole: string) =>
        mark === '_' && /[\p{L}\p{N}]_[\p{L}\p{N}]/u.test(whole.slice(at - 1, at + 2)) ? '_' : '',
      )
      .replaceAll(/\p{Extended_Pictographic}|\p{Regional_Indicator}/gu, ' ')
      .replaceAll(/[\u200B-\u200D\u2060]|\uFE0F|\u20E3/gu, '')
      .replaceAll(/[\u00A0\u2000-\u200A\u202F\t]/g, ' ')
      .replaceAll(/[‐‑−]/g, '-')
      .replaceAll(/(?<=[^\s.,;:!?…])[ \t]*\n+\s*/g, '. ')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/\s*\(\s*(?!\d{2,5}\s*\))([^()]*?)\s*\)/g, ', $1,')
      .replaceAll('&', lang === 'ru' ? ' и ' : ' and ')
      .trim()
  )
}

/** Leaves letters, stress marks and the marks a voice pauses at; mends the blanks and doubled marks that replacing left behind. */
export function tidy(text: string, lang: Lang): string {
  const kept = text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\s.,!?;:…«»"'’—–-]/gu, ' ')
    .replaceAll(/(?<!\p{L})\p{M}+/gu, '')
    .replaceAll(/(?<![\p{L}\p{M}])-+|-+(?![\p{L}])/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\s+([.,!?;:…])/g, '$1')
    .replaceAll(/([,;:])(?:[,;:]\s*)+/g, '$1')
    .replaceAll(/[,;:]+(?=[.!?…])/g, '')
    .replaceAll(/([.!?…])[,;:]+/g, '$1')
    .replaceAll(/([.!?…])(?=[\p{L}])/gu, '$1 ')
    .replaceAll(/([,;:])(?=[\p{L}])/gu, '$1 ')
    .replaceAll(/\.{2,}/g, '.')
    .replaceAll(/^[\s.,;:!?…—–]+/g, '')
    .replaceAll(/[\s,;:]+$/g, '')
  return once(kept, lang).replaceAll(/\s+/g, ' ').trim()
}

/** A template's own preposition before a value that brings one: "в в пятнадцать", "at in the morning". */
const once = (text: string, lang: Lang): string =>
  lang === 'ru'
    ? text
        .replaceAll(/(?<![A-Za-zА-Яа-яЁё]|\u0301)(в|с|до|на|к)(?: \1)+ /gi, '$1 ')
        .replaceAll(/(?<![A-Za-zА-Яа-яЁё]|\u0301)в (?=с [A-Za-zА-Яа-яЁё]+ до |утром|дн[её]м|вечером|ночью)/gi, '')
    : text.replaceAll(/\bat (?=(?:in the|at|after|before|from|around)\b)/gi, '')
