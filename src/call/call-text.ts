import type {UiLanguage} from '../bilingual.ts'
import type {CallReport, TurnView} from './simulate/call-report.ts'

const words = {
  caller: {en: 'Caller', ru: 'Абонент'},
  bot: {en: 'Bot', ru: 'Бот'},
  system: {en: 'System', ru: 'Система'},
  fields: {en: 'Fields', ru: 'Поля'},
  transcript: {en: 'Transcript', ru: 'Разговор'},
  lead: {en: 'Lead', ru: 'Лид'},
  none: {en: 'none', ru: 'нет'},
} as const

/** A transcript as people read it. */
export const transcriptText = (turns: readonly TurnView[], lang: UiLanguage): string =>
  turns.map(({role, text}) => `${words[role][lang]}: ${text}`).join('\n')

/** A call's record as people read it. */
export function reportText({call, fields, turns, lead}: CallReport, lang: UiLanguage): string {
  const pairs = (values: Readonly<Record<string, unknown>>) => Object.entries(values).map(([key, value]) => `  ${key}: ${String(value)}`)
  const who = [call.caller, call.callee].filter(Boolean).join(' → ')
  return [
    `${call.id}  ${call.skillbase}@${call.version}  ${call.direction}  ${call.channel}  ${who}`,
    `${call.startedAt}  ${call.durationSeconds ?? '…'} s  ${call.status}${call.endReason ? ` (${call.endReason})` : ''}  ${call.outcome ?? ''}${call.outcomeKind && call.outcomeKind !== call.outcome ? ` [${call.outcomeKind}]` : ''}`,
    `${words.fields[lang]}:`,
    ...(Object.keys(fields).length > 0 ? pairs(fields) : [`  ${words.none[lang]}`]),
    ...(lead ? [`${words.lead[lang]}: ${[lead.name, lead.phone, lead.email].filter(Boolean).join(', ')} (${lead.status})`] : []),
    `${words.transcript[lang]}:`,
    ...transcriptText(turns, lang)
      .split('\n')
      .map((line) => `  ${line}`),
  ].join('\n')
}
