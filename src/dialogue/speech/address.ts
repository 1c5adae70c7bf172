import type {Lang} from './grammar.ts'
import {speakable} from './speakable.ts'

/** An address line with its numbers in words: `улица мира, дом 5/2, квартира 12а` → `улица мира, дом пять дробь два, квартира двенадцать а`. */
export const sayAddress = (line: string, {lang}: {readonly lang: Lang}): string =>
  speakable(
    line
      .replaceAll(/(\d+)\s*\/\s*(\d+)/g, lang === 'ru' ? '$1 дробь $2' : '$1 slash $2')
      // "дом 12а": the letter is read by its name of one sound, not glued to the number.
      .replaceAll(
        /(\d)(\p{L})(?!\p{L})/gu,
        (_, digit: string, letter: string) => `${digit} ${lang === 'en' ? letter.toUpperCase() : letter}`,
      ),
    {lang},
  )
