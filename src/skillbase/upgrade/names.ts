import {slugify} from '../../ids.ts'

/** Makes ids that can stand in conditions: a name that already can is kept, Cyrillic is transliterated, no id twice. */
export function namer(pattern: RegExp, fallback: string) {
  const taken = new Set<string>()
  return (name: string): string => {
    const kept = pattern.test(name) ? name : madeFrom(name, fallback)
    let id = kept
    for (let number = 2; taken.has(id); number++) id = `${kept}_${number}`
    taken.add(id)
    return id
  }
}

export const stateNamer = () => namer(/^[a-zA-Z][a-zA-Z0-9_-]{0,50}$/, 'state')
export const fieldNamer = () => namer(/^[a-zA-Z][a-zA-Z0-9_]{0,50}$/, 'field')

function madeFrom(name: string, fallback: string): string {
  const id = slugify(name).replaceAll('-', '_')
  if (id === '') return fallback
  return /^[a-z]/.test(id) ? id : `${fallback}_${id}`
}

/** The same name however it was written: `Want to book`, `want_to_book`, `Запись` and `zapis`. */
export const sameName = (name: string): string => slugify(name).replaceAll('-', '_')
