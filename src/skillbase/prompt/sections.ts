import {fieldsOf, knowledgeOf, languagesOf} from '../effective.ts'
import type {Localized} from '../schema/flow.ts'
import type {Field} from '../schema/field.ts'
import type {Language} from '../schema/primitives.ts'
import type {Skillbase} from '../schema/skillbase.ts'
import {stateGraph} from '../state-graph.ts'
import type {PromptWords} from './words.ts'

/** Each gives the lines of one section; none when the skillbase has nothing for it. */
export type Section = (skillbase: Skillbase, lang: Language, words: PromptWords) => readonly string[]

/** One line, whatever was written: an author's line break must not look like a new section. */
const flat = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^#+\s*/, '')
const bullet = (text: string): string => `- ${flat(text)}`
const bare = (text: string): string => flat(text).replace(/[.!]+$/, '')

export const inLanguage = (text: Localized | undefined, lang: Language): string | undefined =>
  text === undefined || typeof text === 'string' ? text : (text[lang] ?? text.ru ?? text.en)

export const who: Section = ({flow: {persona}, context, name}, _lang, words) => {
  const company = persona.company ?? name
  const role = [persona.role, context.role].filter((one, index, all) => one !== undefined && all.indexOf(one) === index)
  return [
    ...(persona.name ? [words.name(flat(persona.name))] : []),
    ...(company ? [words.company(flat(company))] : []),
    ...(role.length > 0 ? [words.role(role.map((one) => bare(one!)).join('; '))] : []),
  ]
}

export const rules: Section = ({context}) => context.rules.map(bullet)

/** Keys in alphabetical order: moving a line in the file must not cost the cache. */
export const facts: Section = ({context, flow}, lang) => [
  ...context.facts.map(bullet),
  ...Object.keys(flow.facts)
    .toSorted()
    .map((key) => bullet(`${key}: ${inLanguage(flow.facts[key], lang)}`)),
]

export const safety: Section = ({context}) => context.safety_rules.map(bullet)

export const fields: Section = ({flow}, lang, words) =>
  Object.entries(fieldsOf(flow)).map(([id, field]) => bullet(`${id} (${fieldTraits(field, words)})${fieldMeaning(field, lang, words)}`))

function fieldTraits({type, required, pii}: Field, words: PromptWords): string {
  return [type, required ? words.required : words.optional, ...(pii ? [words.personal] : [])].join(', ')
}

function fieldMeaning({description, options, ask}: Field, lang: Language, words: PromptWords): string {
  const choices = options?.map((option) => (typeof option === 'string' ? option : named(option.id, inLanguage(option.say, lang))))
  const meaning = description ?? inLanguage(ask, lang)
  return `${meaning === undefined ? '' : `: ${meaning}`}${choices ? ` [${words.options}: ${choices.join('; ')}]` : ''}`
}

const named = (id: string, say: string | undefined): string => (say === undefined ? id : `${id} = ${say}`)

export const states: Section = ({flow}, _lang, words) => {
  const {edges} = stateGraph(flow)
  return Object.entries(flow.states).flatMap(([id, state]) => {
    const ways = edges
      .filter(({from, kind}) => from === id && (kind === 'transition' || kind === 'next'))
      .map(({to, on, when}) => `${to} (${[...on, ...(when === undefined ? [] : [when])].join(', ') || words.always})`)
    return [
      bullet(`${id}${state.goal ? `: ${state.goal}` : ''}`),
      ...(state.collect?.length ? [`  ${words.collects}: ${state.collect.join(', ')}`] : []),
      ...(ways.length > 0 ? [`  ${words.goesTo}: ${ways.join('; ')}`] : []),
      ...(state.llm_notes ? [`  ${words.notes}: ${flat(state.llm_notes)}`] : []),
    ]
  })
}

/** Who can be reached and when; never the numbers: a model that does not know them cannot say them. */
export const tools: Section = ({tools: all, agent, ...skillbase}, lang, words) => {
  const on = all.filter(({enabled}) => enabled)
  const transfers = on.flatMap((tool) => (tool.name === 'transfer_call' ? [tool.config] : []))
  const lines = [
    ...on.map(({name}) => bullet(toolMeaning[lang][name])),
    ...transfers.flatMap(({description, rules: conditions}) => [
      ...(description ? [bullet(`${words.transfer}: ${description}`)] : []),
      ...conditions.map(({condition, context_rules: context}) =>
        bullet(`${words.transfer}: ${bare(condition)}${context ? `. ${context}` : ''}`),
      ),
    ]),
    ...agent.handoff.criteria.map((criterion) => bullet(`${words.handoff}: ${criterion}`)),
    ...(knowledgeOf({tools: all, agent, ...skillbase}) ? [bullet(words.knowledge)] : []),
  ]
  return lines.length > 0 ? [words.toolsIntro, ...lines] : []
}

const toolMeaning: Readonly<Record<Language, Readonly<Record<Skillbase['tools'][number]['name'], string>>>> = {
  ru: {
    calendar: 'Календарь: проверить свободное время и записать.',
    webhook: 'Запрос во внешнюю систему.',
    transfer_call: 'Перевести звонок.',
    transfer_to_agent: 'Соединить с сотрудником.',
    end_call: 'Завершить звонок.',
    detect_language: 'Перейти на другой язык.',
    skip_turn: 'Подождать молча, если просят подождать.',
    dtmf_tone: 'Нажать цифры в тональном режиме.',
  },
  en: {
    calendar: 'Calendar: look for a free time and book it.',
    webhook: 'Ask another system.',
    transfer_call: 'Transfer the call.',
    transfer_to_agent: 'Connect with a person.',
    end_call: 'End the call.',
    detect_language: 'Switch the language.',
    skip_turn: 'Wait silently when asked to.',
    dtmf_tone: 'Press digits.',
  },
}

export const lead: Section = ({context}, _lang, words) =>
  context.lead_criteria.map(({condition, action}) => bullet(words.lead_(bare(condition), bare(action))))

export const plan: Section = ({flow, agent}, lang, words) => {
  const closing = agent.closing_message
  const last = closing?.type === 'llm_prompt' ? closing.prompt : (inLanguage(closing?.template, lang) ?? inLanguage(flow.closing, lang))
  return [...(flow.plan ?? []).map((step, index) => `${index + 1}. ${flat(step)}`), ...(last ? [bullet(`${words.closing}: ${last}`)] : [])]
}

export const manner: Section = (skillbase, lang, words) => {
  const {
    flow: {persona},
    context,
  } = skillbase
  const styles = [persona.style, context.style].filter((style, index, all) => style !== undefined && all.indexOf(style) === index)
  return [
    languageOf(lang, languagesOf(skillbase).all.length > 1),
    ...mannerOf(lang, persona.gender, persona.address),
    ...styles.map((style) => words.style_(bare(style!))),
  ].map(bullet)
}

/** The prompt is that of one language; a bot that speaks two gets the other prompt once the system has switched. */
function languageOf(lang: Language, another: boolean): string {
  if (lang === 'en') return another ? 'Answer in English now; the system switches the language.' : 'Answer in English only.'
  return another ? 'Сейчас отвечайте по-русски; язык переключает система.' : 'Отвечайте только по-русски.'
}

function mannerOf(lang: Language, gender: 'f' | 'm', address: 'vy' | 'ty'): string[] {
  if (lang === 'en') return ['Spell numbers, dates and times as words.']
  return [
    address === 'vy' ? 'Обращайтесь к собеседнику на «вы».' : 'Обращайтесь к собеседнику на «ты».',
    gender === 'f' ? 'О себе говорите в женском роде: «поняла», «записала».' : 'О себе говорите в мужском роде: «понял», «записал».',
    'Числа, даты и время пишите словами.',
  ]
}
