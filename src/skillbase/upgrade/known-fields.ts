import type {FieldType} from '../schema/field.ts'

/** What a field of an older configuration most likely is, told by its name. */
export interface KnownField {
  readonly type: FieldType
  readonly ask?: {readonly ru: string; readonly en: string}
  readonly past?: true
  readonly pii?: true
  readonly confirm?: 'explicit'
}

/** @param names everything the field is called, the id first */
export function knownField(...names: readonly (string | undefined)[]): KnownField | undefined {
  const text = names
    .filter((name) => name !== undefined)
    .join(' ')
    .toLowerCase()
    .replaceAll(/[_-]/g, ' ')
  return table.find(({match, unless}) => match.test(text) && !unless?.test(text))?.field
}

interface Row {
  readonly match: RegExp
  readonly unless?: RegExp
  readonly field: KnownField
}

const table: readonly Row[] = [
  {
    match: /(^| )(birth|dob)|рожд/,
    field: {
      type: 'date',
      past: true,
      pii: true,
      confirm: 'explicit',
      ask: {ru: 'Назовите, пожалуйста, дату рождения.', en: 'What is the date of birth, please?'},
    },
  },
  {
    match: /phone|(^| )(mobile|tel)( |$)|телефон|мобильн|номер для связи/,
    field: {type: 'phone', pii: true, ask: {ru: 'Подскажите, пожалуйста, ваш номер телефона.', en: 'What is your phone number, please?'}},
  },
  {
    match: /e ?mail|почт/,
    field: {
      type: 'email',
      pii: true,
      ask: {ru: 'Подскажите, пожалуйста, вашу электронную почту.', en: 'What is your email address, please?'},
    },
  },
  {
    match: /(^| )(date|day)( |$)|(^| )(дат[аыу]|день)( |$)/,
    field: {type: 'date', ask: {ru: 'На какой день вам удобно?', en: 'Which day suits you?'}},
  },
  {
    match: /(^| )time( |$)|(^| )врем/,
    unless: /spent|times/,
    field: {type: 'time', ask: {ru: 'В какое время вам удобно?', en: 'What time suits you?'}},
  },
  {
    match: /(^| )(address|адрес)/,
    field: {type: 'address', pii: true, ask: {ru: 'Назовите, пожалуйста, адрес.', en: 'What is the address, please?'}},
  },
  {
    match: /(^| )(service|услуг)/,
    field: {type: 'text', ask: {ru: 'Какая услуга вас интересует?', en: 'Which service would you like?'}},
  },
  {
    match: /(^| )(specialist|doctor|врач|специалист)/,
    field: {type: 'text', ask: {ru: 'К какому специалисту вас записать?', en: 'Which specialist would you like to see?'}},
  },
  {
    match: /(^| )(symptom|complaint|симптом|жалоб)/,
    field: {type: 'text', ask: {ru: 'Что вас беспокоит, в двух словах?', en: 'What is troubling you, in a few words?'}},
  },
  {
    match: /(^| )(name|fio|имя|фио|зовут|фамили)( |$|ю|я)/,
    unless: /company|product|service|организац|компани|товар|услуг/,
    field: {type: 'person_name', pii: true, ask: {ru: 'Как вас зовут?', en: 'What is your name, please?'}},
  },
  {
    match: /(^| )(guests|persons|people|count|quantity|age|колич|сколько|возраст|гост)/,
    field: {type: 'number', ask: {ru: 'Подскажите, пожалуйста, сколько?', en: 'How many, please?'}},
  },
]
