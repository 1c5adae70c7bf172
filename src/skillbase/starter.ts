import {AppError} from '../errors.ts'
import {requireTemplate, templateText} from '../project/templates.ts'
import {parseSkillbase} from './parse.ts'
import type {Language} from './schema/primitives.ts'
import type {Skillbase} from './schema/skillbase.ts'

/** A skillbase of `templates/skillbases`. @param folder the template folder @throws AppError TEMPLATE_NOT_FOUND */
export function starterFromTemplate(folder: string, name: string, language: Language): Skillbase {
  requireTemplate(folder, {name, language})
  const file = `skillbases/${name}.${language}.yaml`
  return parseSkillbase(file, templateText(folder, file)!).skillbase
}

/** The least that holds a conversation: asks for a name and a phone number, and says who will call back. */
export function blankSkillbase(language: Language): Skillbase {
  return parseSkillbase('blank', blank[language]).skillbase
}

/** @param language what the bot is to speak, whatever the brief says @throws AppError NOT_A_BRIEF (usage) when the document is something larger; `import` takes that */
export function starterFromBrief(name: string, source: Uint8Array, language?: Language) {
  const parsed = parseSkillbase(name, source, {briefLanguage: language})
  if (parsed.format === 'simple') return parsed
  throw new AppError(
    'NOT_A_BRIEF',
    {
      en: `${name} is no brief but a whole skillbase (${parsed.format}).`,
      ru: `${name} — не краткое описание, а целый скиллбейс (${parsed.format}).`,
    },
    {
      exit: 'usage',
      hint: {
        en: `Use \`voicectl skillbase import ${name}\`. A brief has company_name, bot_name, goal and fields_to_collect.`,
        ru: `Используйте \`voicectl skillbase import ${name}\`. В кратком описании есть company_name, bot_name, goal и fields_to_collect.`,
      },
    },
  )
}

const blank: Readonly<Record<Language, string>> = {
  ru: `schema: voicectl/skillbase/v1
flow:
  flow: linear
  greeting: {inbound: "Здравствуйте! Это виртуальный помощник. Запишу, как с вами связаться."}
  fields:
    name: {type: person_name, ask: "Как вас зовут?", pii: true}
    phone: {type: phone, ask: "Подскажите, пожалуйста, номер телефона.", pii: true}
  states:
    intake: {goal: узнать имя и номер, type: collect, collect: [name, phone], on_max_turns: done, transitions: [{to: done, when: complete}]}
    done: {goal: попрощаться, type: end, say: "Спасибо, вам перезвонят. До свидания!"}
  outcomes:
    - {id: lead, kind: lead, when: "has(f.phone)", evidence: [name, phone]}
    - {id: failed, kind: failed, default: true}
`,
  en: `schema: voicectl/skillbase/v1
languages: {default: en}
flow:
  flow: linear
  greeting: {inbound: "Hello! This is a virtual assistant. Let me take down how to reach you."}
  fields:
    name: {type: person_name, ask: "What is your name, please?", pii: true}
    phone: {type: phone, ask: "What is your phone number, please?", region: US, pii: true}
  states:
    intake: {goal: take a name and a number, type: collect, collect: [name, phone], on_max_turns: done, transitions: [{to: done, when: complete}]}
    done: {goal: say goodbye, type: end, say: "Thank you, somebody will call you back. Goodbye!"}
  outcomes:
    - {id: lead, kind: lead, when: "has(f.phone)", evidence: [name, phone]}
    - {id: failed, kind: failed, default: true}
`,
}
