import type {RawIssue} from '../../skillbase/issue.ts'

/** What our own rules of the schema say, in Russian. */
const sentences: Readonly<Record<string, string>> = {
  'must be like 2026-03-11T10:30:00+03:00': 'момент пишется как 2026-03-11T10:30:00+03:00',
  'must be an E.164 number (+79031234567), or empty when withheld': 'нужен номер E.164 (+79031234567) или пусто, если номер скрыт',
  'must be keys of a phone: 0 to 9, * and #': 'клавиши телефона: от 0 до 9, * и #',
  'needs user, silence, dtmf, restart, hangup or transfer': 'нужно user, silence, dtmf, restart, hangup или transfer',
  'has two things at once; a turn is one of user, silence, dtmf, restart, hangup, transfer':
    'в одном ходе — одно из: user, silence, dtmf, restart, hangup, transfer',
  'transfer stands alone or beside user': 'transfer пишется отдельно или рядом с user',
  'barge_in_at needs user': 'barge_in_at пишется рядом с user',
  'needs return, error, delay or crash': 'нужно return, error, delay или crash',
  'has both return and error': 'return и error вместе не бывают',
  'is more than there are runs': 'больше, чем прогонов в runs',
  'needs scenario or skillbase, one of the two': 'нужно одно из двух: scenario или skillbase',
}

/** An issue in words of our own where we have them. */
export function worded(issue: RawIssue): RawIssue {
  const ru = sentences[issue.message.en]
  if (ru !== undefined) return {...issue, message: {en: issue.message.en, ru}}
  // `{user: чай, две пачки}`: in braces a comma begins the next key.
  if (issue.code === 'UNKNOWN_KEY' && !/^\w+$/.test(String(issue.path.at(-1)))) return {...issue, message: quoteIt}
  return issue
}

const quoteIt = {
  en: 'there is no such key here; inside braces, text with a comma must be quoted',
  ru: 'такого ключа здесь нет; внутри скобок текст с запятой берут в кавычки',
}
