import type {Act} from '../../dialogue/engine/act.ts'
import type {Scenario} from '../../dialogue/engine/scenario/scenario.ts'
import type {Lang} from '../../dialogue/nlu/types.ts'
import type {CaseRun} from '../run/case-run.ts'
import {authorsLines} from './authors-lines.ts'
import type {Broken, InvariantName} from './broken.ts'

/** Longest line a bot may say of its own accord. */
export const maxActLength = 220

/** Lines that cannot be spoken: unfilled templates, digits, markup, monologues, words of another language. */
export function brokenSpeech({turns}: CaseRun, scenario: Scenario): Broken[] {
  /** Wording → its key: `repeat` says it again without telling what it was. */
  const said = new Map<string, string>()
  return turns.flatMap(({number, steps}) =>
    steps.flatMap(({turn}) =>
      turn.acts.flatMap((act) => {
        const key = act.key === 'repeat' ? (said.get(act.text) ?? act.key) : act.key
        said.set(act.text, key)
        const found = [...faultsOf({...act, key}, turn.state.lang, scenario)]
        return found.map(([name, en, ru]): Broken => ({
          name,
          turn: number,
          at: act.key === key ? key : `${act.key} of ${key}`,
          what: {en: `${en}: "${act.text}"`, ru: `${ru}: «${act.text}»`},
        }))
      }),
    ),
  )
}

type Fault = readonly [InvariantName, string, string]

function* faultsOf({text, key}: Act, lang: Lang, scenario: Scenario): Generator<Fault> {
  if (/\{\{|\{%/.test(text)) yield ['unrendered_template', 'a template is spoken', 'вслух сказан шаблон']
  if (/\d/.test(text)) yield ['digits_in_speech', 'digits are spoken', 'в речи цифры']
  if (/[*_`#<>{}[\]|~]|https?:\/\/|www\./i.test(text)) yield ['markup_in_speech', 'markup is spoken', 'в речи разметка']
  if (text.length > maxActLength && !isAuthorsMonologue(key, scenario))
    yield ['too_long', `${text.length} characters at once`, `${text.length} знаков за раз`]
  if (scenario.languages.supported.includes(lang) && isForeign(text, lang) && !isUntranslated(key, lang, scenario))
    yield ['wrong_language', `not in "${lang}"`, `не на языке «${lang}»`]
}

/** What the skillbase words at such length is the author's business; the linter tells them. Nobody here words a knowledge base. */
function isAuthorsMonologue(key: string, scenario: Scenario): boolean {
  if (key === 'passage') return true
  const fact = key.startsWith('fact.') ? key.slice('fact.'.length) : undefined
  const facts = fact === undefined ? [] : [scenario.facts.ru[fact] ?? '', scenario.facts.en[fact] ?? '']
  const sources = authorsLines(key, scenario).flatMap(({ru, en}) => [...ru, ...en].map(({source}) => source))
  return [...facts, ...sources].some((source) => source.length > maxActLength)
}

/** Mostly in the letters of the other language. */
function isForeign(text: string, lang: Lang): boolean {
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  const other = lang === 'ru' ? latin : cyrillic
  return cyrillic + latin >= 8 && other > 0.6 * (cyrillic + latin)
}

/** Where the skillbase has no words in a language, those it has are better than none. */
function isUntranslated(key: string, lang: Lang, scenario: Scenario): boolean {
  if (key.startsWith('fact.')) return scenario.facts[lang][key.slice('fact.'.length)] === undefined
  if (key === 'passage') return true
  const lines = authorsLines(key, scenario).filter(({ru, en}) => ru.length + en.length > 0)
  return lines.length > 0 && lines.every((line) => line[lang].length === 0)
}
