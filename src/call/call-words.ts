import type {UiLanguage} from '../bilingual.ts'
import type {LeadStatus} from '../lead/lead.ts'
import type {CallChannel, CallDirection, CallStatus, EndReason, OutcomeKind} from './call.ts'

/** What people read of a call in their own language. Programs, filters and English readers have the words themselves. */
type Word = CallDirection | CallChannel | CallStatus | EndReason | OutcomeKind | LeadStatus

const russian: Readonly<Record<Word, string>> = {
  inbound: 'входящий',
  outbound: 'исходящий',
  simulated: 'симуляция',
  phone: 'телефон',
  active: 'идёт',
  completed: 'завершён',
  failed: 'не удался',
  transferred: 'переведён',
  bot_hangup: 'трубку положил бот',
  caller_hangup: 'трубку положил абонент',
  transfer: 'перевод на человека',
  max_duration: 'вышло время',
  max_turns: 'слишком много реплик',
  silence: 'молчание',
  voicemail: 'автоответчик',
  error: 'сбой',
  process_lost: 'процесс потерян',
  lead: 'лид',
  callback: 'перезвонить',
  info_only: 'только вопрос',
  refused: 'отказ',
  do_not_call: 'просил не звонить',
  wrong_number: 'ошиблись номером',
  emergency: 'экстренный случай',
  not_target: 'не клиент',
  new: 'новый',
  contacted: 'связались',
  qualified: 'подходит',
  converted: 'стал клиентом',
  rejected: 'отклонён',
}

export const callWord = (word: Word, lang: UiLanguage): string => (lang === 'ru' ? russian[word] : word)

/** How a call came out, as the engine notes it: `booked (lead), bot_hangup`. The id is the author's and stays. */
export const outcomeWords = (detail: string, lang: UiLanguage): string =>
  lang === 'ru' ? detail.replace(/\((\w+)\), (\w+)$/, (_, kind, reason) => `(${known(kind)}), ${known(reason)}`) : detail

const known = (word: string): string => russian[word as Word] ?? word
