import type {UiLanguage} from '../bilingual.ts'
import {localMoment} from '../local-moment.ts'
import {printableLine} from '../printable.ts'
import {callWord} from './call-words.ts'
import type {CallReport, TurnView} from './simulate/call-report.ts'

const words = {
  caller: {en: 'Caller', ru: 'Абонент'},
  bot: {en: 'Bot', ru: 'Бот'},
  system: {en: 'System', ru: 'Система'},
  fields: {en: 'Fields', ru: 'Поля'},
  transcript: {en: 'Transcript', ru: 'Разговор'},
  lead: {en: 'Lead', ru: 'Лид'},
  seconds: {en: 's', ru: 'с'},
  none: {en: 'none', ru: 'нет'},
} as const

/** A transcript as people read it. */
export const transcriptText = (turns: readonly TurnView[], lang: UiLanguage): string =>
  turns.map(({role, text}) => `${words[role][lang]}: ${printableLine(text)}`).join('\n')

/** A call's record as people of a zone read it: what it was, what came of it. */
export function recordText({call, fields, lead}: CallReport, lang: UiLanguage, timezone: string): string {
  const pairs = Object.entries(fields).map(([key, value]) => `  ${key}: ${printableLine(String(value))}`)
  const who = [call.caller, call.callee].filter(Boolean).join(' → ')
  const end = call.endReason ? ` (${callWord(call.endReason, lang)})` : ''
  const kind = call.outcomeKind && call.outcomeKind !== call.outcome ? ` [${callWord(call.outcomeKind, lang)}]` : ''
  const outcome = call.outcome === null ? '' : `${call.outcome}${kind}`
  return [
    [call.id, `${call.skillbase}@${call.version}`, callWord(call.direction, lang), callWord(call.channel, lang), who],
    [
      localMoment(Date.parse(call.startedAt), timezone),
      `${call.durationSeconds ?? '…'} ${words.seconds[lang]}`,
      `${callWord(call.status, lang)}${end}`,
      outcome,
    ],
    [`${words.fields[lang]}:`],
    ...(pairs.length > 0 ? pairs.map((pair) => [pair]) : [[`  ${words.none[lang]}`]]),
    ...(lead
      ? [
          [
            `${words.lead[lang]}: ${printableLine([lead.name, lead.phone, lead.email].filter(Boolean).join(', '))} (${callWord(lead.status, lang)})`,
          ],
        ]
      : []),
  ]
    .map((parts) => parts.filter(Boolean).join('  '))
    .join('\n')
}

/** The record with everything that was said. */
export const reportText = (report: CallReport, lang: UiLanguage, timezone: string): string =>
  [
    recordText(report, lang, timezone),
    `${words.transcript[lang]}:`,
    ...report.turns.map((turn) => `  ${transcriptText([turn], lang)}`),
  ].join('\n')
