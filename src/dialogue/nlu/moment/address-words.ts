import {wordSet} from './phrases.ts'
import type {Word} from './words.ts'

const streets = wordSet(
  'улица улицы улице улицу ул проспект проспекте проспекта площадь площади переулок переулке бульвар бульваре набережная набережной шоссе проезд ' +
    'аллея станция метро имени микрорайон квартира квартиры кв корпус подъезд дом участок street avenue road boulevard lane apartment',
)

/** Whether the word names a part of an address; numbers beside it are houses, months may be street names (`улица восьмого марта`). */
export const isAddressWord = (word: Word | undefined): boolean => word !== undefined && streets.has(word.text)

export const speaksOfAddress = (words: readonly Word[]): boolean => words.some(isAddressWord)
