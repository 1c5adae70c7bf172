import type {Bilingual} from '../../bilingual.ts'
import type {CoverageKind} from '../coverage.ts'
import type {CaseStatus, TranscriptLine} from '../result.ts'

export const statusWords: Readonly<Record<CaseStatus, Bilingual>> = {
  passed: {en: 'ok', ru: 'ок'},
  failed: {en: 'failed', ru: 'не прошёл'},
  skipped: {en: 'skipped', ru: 'пропущен'},
}

export const speakers: Readonly<Record<TranscriptLine['who'], Bilingual>> = {
  caller: {en: 'caller', ru: 'абонент'},
  bot: {en: 'bot', ru: 'бот'},
  tool: {en: 'tool', ru: 'инструмент'},
}

export const coverageWords: Readonly<Record<CoverageKind, Bilingual>> = {
  states: {en: 'states', ru: 'состояния'},
  transitions: {en: 'transitions', ru: 'переходы'},
  fields: {en: 'fields', ru: 'поля'},
  rules: {en: 'rules', ru: 'правила'},
  outcomes: {en: 'outcomes', ru: 'исходы'},
}

export const words = {
  turn: {en: 'turn', ru: 'ход'},
  opening: {en: 'opening', ru: 'начало'},
  conversation: {en: 'the whole conversation', ru: 'весь разговор'},
  expected: {en: 'expected', ru: 'ждали'},
  actual: {en: 'actual', ru: 'вышло'},
  runs: {en: 'runs passed', ru: 'прогонов прошло'},
  coverage: {en: 'Coverage', ru: 'Покрытие'},
  ms: {en: 'ms', ru: 'мс'},
  missed: {en: 'not hit', ru: 'не пройдено'},
} as const satisfies Record<string, Bilingual>
