import {formatPath, type Path} from '../issue.ts'
import type {Flow} from '../schema/flow.ts'
import type {Check} from './context.ts'

/** W129 the same phrase means two things. */
export const checkPhrases: Check = ({flow, report}) => {
  const owners = new Map<string, Path>()
  const check = (owner: Path, phrases: Flow['rules'][number]['match']['phrases']) => {
    for (const {path, phrase} of entries(owner, phrases)) {
      const key = phrase
        .toLowerCase()
        .replaceAll('ё', 'е')
        .replaceAll(/[^\p{L}\p{N}*]+/gu, ' ')
        .trim()
      const first = owners.get(key)
      if (first === undefined) owners.set(key, owner)
      else if (first !== owner) {
        const other = formatPath(first.slice(1))
        report(path, 'W129', `"${phrase}" also stands in ${other}`, `«${phrase}» есть и в ${other}`)
      }
    }
  }
  for (const [id, {phrases}] of Object.entries(flow.intents)) check(['flow', 'intents', id], phrases)
  flow.rules.forEach(({match}, index) => check(['flow', 'rules', index], match.phrases))
}

function entries(owner: Path, phrases: Flow['rules'][number]['match']['phrases']): {readonly path: Path; readonly phrase: string}[] {
  const root = owner[1] === 'rules' ? [...owner, 'match', 'phrases'] : [...owner, 'phrases']
  const list = (path: Path, items: readonly string[] | undefined) =>
    (items ?? []).map((phrase, index) => ({path: [...path, index], phrase}))
  if (phrases === undefined) return []
  if (Array.isArray(phrases)) return list(root, phrases)
  return [...list([...root, 'ru'], phrases.ru), ...list([...root, 'en'], phrases.en)]
}
