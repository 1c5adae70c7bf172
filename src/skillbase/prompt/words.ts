import type {Language} from '../schema/primitives.ts'

/** Headings and phrases of the prompt, in the language of the conversation: a model answers in the language it is addressed in. */
export interface PromptWords {
  readonly who: string
  readonly rules: string
  readonly facts: string
  readonly safety: string
  readonly fields: string
  readonly states: string
  readonly tools: string
  readonly lead: string
  readonly plan: string
  readonly style: string
  readonly required: string
  readonly optional: string
  readonly options: string
  readonly personal: string
  readonly collects: string
  readonly notes: string
  readonly goesTo: string
  readonly always: string
  readonly toolsIntro: string
  readonly handoff: string
  readonly transfer: string
  readonly closing: string
  readonly knowledge: string
  name(name: string): string
  company(company: string): string
  role(role: string): string
  style_(style: string): string
  lead_(condition: string, action: string): string
}

export const promptWords: Readonly<Record<Language, PromptWords>> = {
  ru: {
    who: 'Кто вы',
    rules: 'Правила компании',
    facts: 'Факты',
    safety: 'Запреты',
    fields: 'Что нужно узнать',
    states: 'Шаги разговора',
    tools: 'Что умеет система',
    lead: 'Когда это заявка',
    plan: 'План разговора',
    style: 'Язык и манера',
    required: 'обязательно',
    optional: 'необязательно',
    options: 'варианты',
    personal: 'персональные данные',
    collects: 'узнать',
    notes: 'указания',
    goesTo: 'дальше',
    always: 'всегда',
    toolsIntro: 'Это делает система, не вы. Пока она не ответила, ничего не сделано.',
    handoff: 'Звонок передают человеку, когда',
    transfer: 'Перевод звонка',
    closing: 'Прощаясь',
    knowledge: 'На вопросы отвечайте по справкам из базы знаний, которые приходят вместе с репликой. Нет справки — скажите, что не знаете.',
    name: (name) => `Вас зовут ${name}.`,
    company: (company) => `Вы говорите от имени компании: ${company}.`,
    role: (role) => `Роль: ${role}.`,
    style_: (style) => `Стиль: ${style}.`,
    lead_: (condition, action) => `Если: ${condition}. Тогда: ${action}.`,
  },
  en: {
    who: 'Who you are',
    rules: 'Company rules',
    facts: 'Facts',
    safety: 'Never',
    fields: 'What to find out',
    states: 'Steps of the conversation',
    tools: 'What the system can do',
    lead: 'What makes a lead',
    plan: 'Plan of the conversation',
    style: 'Language and manner',
    required: 'required',
    optional: 'optional',
    options: 'options',
    personal: 'personal data',
    collects: 'find out',
    notes: 'notes',
    goesTo: 'next',
    always: 'always',
    toolsIntro: 'The system does this, not you. Until it has answered, nothing is done.',
    handoff: 'The call is handed to a person when',
    transfer: 'Transfer',
    closing: 'When saying goodbye',
    knowledge:
      'Answer questions from the passages of the knowledge base that come with the caller’s words. Without a passage, say that you do not know.',
    name: (name) => `Your name is ${name}.`,
    company: (company) => `You speak for: ${company}.`,
    role: (role) => `Role: ${role}.`,
    style_: (style) => `Style: ${style}.`,
    lead_: (condition, action) => `If: ${condition}. Then: ${action}.`,
  },
}
