import type {Language} from '../schema/primitives.ts'
import type {Check} from './context.ts'

/** W301 markup, W302 digits, W303 emoji, W304 abbreviations, W305 acronyms, W306 Latin words, W307 too long, W308 a language is missing. */
export const checkSpeech: Check = ({lines, languages, report}) => {
  for (const {path, texts, languages: written} of lines) {
    for (const {path: place, text, lang} of texts) {
      for (const {code, en, ru} of faults(text, lang)) report(place, code, en, ru)
    }
    const missing = languages.all.filter((lang) => !written.has(lang))
    if (missing.length > 0) report(path, 'W308', `is not written in ${missing.join(', ')}`, `нет текста на ${missing.join(', ')}`)
  }
}

interface Fault {
  readonly code: string
  readonly en: string
  readonly ru: string
}

/** Longer than anybody listens to without a word of their own. */
const maxLength = 220

function faults(text: string, lang: Language): Fault[] {
  // What a placeholder becomes is said by us; a word stands in for it here.
  const said = text.replaceAll(/\{%[^%]*%\}/g, '').replaceAll(/\{\{[^}]*\}\}/g, lang === 'ru' ? 'слово' : 'word')
  const found: Fault[] = []
  const add = (code: string, what: string | undefined, en: string, ru: string) => {
    if (what !== undefined) found.push({code, en: `"${what}" ${en}`, ru: `«${what}» ${ru}`})
  }
  const address = /https?:\/\/\S+|www\.\S+/i.exec(said)?.[0]
  const markup = address ?? /[*#`<>|~^]|_{2,}|\[[^\]]*\]\([^)]*\)/.exec(said)?.[0]
  add('W301', markup, 'cannot be spoken', 'нельзя произнести')
  add(
    'W302',
    /\d[\d\s.,:-]*/.exec(said)?.[0].trim(),
    'has digits; write numbers as words or use a field',
    'содержит цифры; пишите числа словами или через поле',
  )
  add('W303', /\p{Extended_Pictographic}/u.exec(said)?.[0], 'is no speech', 'не произносится')
  add('W304', abbreviation[lang].exec(said)?.[0], 'is an abbreviation; write the word', 'сокращение; напишите слово целиком')
  const acronym = /(?<![\p{L}\p{N}])\p{Lu}{2,6}(?![\p{L}\p{N}])/u.exec(said)?.[0]
  add('W305', acronym, 'is an acronym; write it as it sounds', 'аббревиатура; напишите, как она звучит')
  if (lang === 'ru') {
    const latin = (address === undefined ? said.match(/[A-Za-z]{2,}/g) : null)?.find((word) => word !== acronym)
    add('W306', latin, 'is a Latin word in Russian speech; write it in Cyrillic', 'латиница в русской речи; напишите кириллицей')
  }
  if (said.length > maxLength)
    found.push({
      code: 'W307',
      en: `has ${said.length} characters; nobody listens to more than ${maxLength}`,
      ru: `${said.length} знаков, больше ${maxLength} не слушают`,
    })
  return found
}

const abbreviation: Readonly<Record<Language, RegExp>> = {
  ru: /(?<!\p{L})(?:ул|кв|стр|корп|просп|пр|пер|руб|коп|тел|мин|сек|им|гг?|др|тыс|млн|обл|д|т\.\s?(?:д|п|е|к))\.(?!\p{L}\p{L}\p{L}\.)/iu,
  en: /(?<!\p{L})(?:Mr|Mrs|Dr|St|Ave|Rd|No|approx|etc|e\.g|i\.e|vs|hrs?|mins?|tel|ext)\./iu,
}
