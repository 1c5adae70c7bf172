import type {Bilingual} from '../bilingual.ts'
import {localMoment} from '../local-moment.ts'
import type {CallView} from './simulate/call-report.ts'

interface CallColumn {
  readonly title: Bilingual
  readonly value: (call: CallView) => unknown
  readonly shown?: (call: CallView) => unknown
}

/** @param timezone of the people who read a table: they see when a call began on their own clock, programs get UTC */
export const callColumns = (timezone: string): readonly CallColumn[] => [
  {title: {en: 'ID', ru: 'ID'}, value: (call) => call.id},
  {
    title: {en: 'STARTED', ru: 'НАЧАЛО'},
    value: (call) => call.startedAt,
    shown: (call) => localMoment(Date.parse(call.startedAt), timezone),
  },
  {title: {en: 'SKILLBASE', ru: 'СКИЛЛБЕЙС'}, value: (call) => `${call.skillbase}@${call.version}`},
  {title: {en: 'DIRECTION', ru: 'НАПРАВЛЕНИЕ'}, value: (call) => call.direction},
  {title: {en: 'CALLER', ru: 'ЗВОНИТ'}, value: (call) => call.caller ?? ''},
  {title: {en: 'CALLEE', ru: 'КОМУ'}, value: (call) => call.callee ?? ''},
  {title: {en: 'STATUS', ru: 'СТАТУС'}, value: (call) => call.status},
  {title: {en: 'OUTCOME', ru: 'ИСХОД'}, value: (call) => call.outcome ?? ''},
  {title: {en: 'TURNS', ru: 'РЕПЛИК'}, value: (call) => call.turnCount},
  {title: {en: 'SECONDS', ru: 'СЕКУНД'}, value: (call) => call.durationSeconds ?? ''},
]
