import type {UiLanguage} from '../../bilingual.ts'
import type {FieldState, RejectReason} from '../../dialogue/engine/state.ts'

/** How a field stands, for people; programs and English readers have the words of the test format. */
export const statusWord = (status: FieldState['status'], lang: UiLanguage): string => (lang === 'ru' ? statuses[status] : status)

/** Why a value was refused. */
export const reasonWord = (reason: RejectReason, lang: UiLanguage): string => (lang === 'ru' ? reasons[reason] : reason)

const statuses: Readonly<Record<FieldState['status'], string>> = {
  empty: 'пусто',
  candidate: 'ещё не подтверждено',
  held: 'до сводки',
  accepted: 'принято',
  confirmed: 'подтверждено',
  rejected: 'отклонено',
  skipped: 'пропущено',
}

const reasons: Readonly<Record<RejectReason, string>> = {
  past_date: 'день прошёл',
  too_far: 'слишком далеко',
  too_early: 'слишком рано',
  closed_day: 'выходной',
  closed_hour: 'закрыто',
  out_of_window: 'не в эти часы',
  past_time: 'час прошёл',
  not_past: 'ещё не прошло',
  too_long_ago: 'слишком давно',
  needs_exact: 'нужно точнее',
  incomplete: 'не всё',
  invalid: 'не годится',
  ambiguous: 'можно понять по-разному',
  too_small: 'слишком мало',
  too_big: 'слишком много',
  too_short: 'слишком коротко',
  too_long: 'слишком длинно',
  taken: 'занято',
  no_caller_id: 'номер не определён',
}
