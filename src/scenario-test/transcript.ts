import type {Bilingual, UiLanguage} from '../bilingual.ts'
import {callText} from './check/check-tools.ts'
import {shown} from './check/failure.ts'
import type {Turn} from './format/test-file.ts'
import type {CaseRun, TurnRun} from './run/case-run.ts'
import {textOf} from './run/case-run.ts'
import type {TranscriptLine} from './result.ts'

/** A conversation line by line. Turns that never came to be are left out. */
export const transcriptOf = ({turns}: CaseRun): TranscriptLine[] => turns.filter(({skipped}) => !skipped).flatMap(linesOf)

function linesOf(run: TurnRun): TranscriptLine[] {
  const {number: turn, toolUses, state} = run
  const caller = run.turn && callerText(run.turn, 'en')
  const text = textOf(run)
  return [
    ...(caller ? [{who: 'caller', ...inBoth((lang) => callerText(run.turn!, lang)), turn} as const] : []),
    ...toolUses.map(
      (use) =>
        ({
          who: 'tool',
          ...inBoth((lang) => `${callText(use)} → ${use.result ? shown(use.result) : words.lost[lang]}`),
          turn,
        }) as const,
    ),
    ...(text !== '' || !caller ? [{who: 'bot', text, turn, state: state.state} as const] : []),
  ]
}

function inBoth(tell: (lang: UiLanguage) => string): Pick<TranscriptLine, 'text' | 'ru'> {
  const [text, ru] = [tell('en'), tell('ru')]
  return text === ru ? {text} : {text, ru}
}

/** What the caller did; keys and silences in brackets. */
function callerText({user, barge_in_at, silence, dtmf, restart, hangup, transfer}: Turn, lang: UiLanguage): string {
  const answer = transfer === undefined ? '' : ` (${words.transfer[lang]}: ${words[transfer][lang]})`
  if (user !== undefined)
    return `${barge_in_at === undefined ? '' : `(${words.bargeIn[lang]} ${barge_in_at}) `}${user === '' ? '""' : user}${answer}`
  if (silence !== undefined) return `(${words.silence[lang]} ${silence}${words.seconds[lang]})`
  if (dtmf !== undefined) return `(${words.dtmf[lang]} ${dtmf})`
  if (restart) return `(${words.restart[lang]})`
  if (hangup) return `(${words.hangup[lang]})`
  return transfer === undefined ? '' : answer.trim()
}

const words = {
  lost: {en: '(the process is lost)', ru: '(процесс потерян)'},
  transfer: {en: 'transfer', ru: 'перевод'},
  ok: {en: 'ok', ru: 'ответили'},
  failed: {en: 'failed', ru: 'не ответили'},
  bargeIn: {en: 'barge-in at', ru: 'перебивает на'},
  silence: {en: 'silence', ru: 'молчание'},
  seconds: {en: 's', ru: ' с'},
  dtmf: {en: 'dtmf', ru: 'клавиши'},
  restart: {en: 'restart', ru: 'перезапуск'},
  hangup: {en: 'hangup', ru: 'кладёт трубку'},
} as const satisfies Record<string, Bilingual>
