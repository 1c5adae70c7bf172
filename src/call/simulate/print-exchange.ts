import type {Bilingual, UiLanguage} from '../../bilingual.ts'
import type {Exchange} from '../../dialogue/conversation/conversation.ts'
import type {DialogueState} from '../../dialogue/engine/state.ts'
import {printableLine} from '../../printable.ts'
import {outcomeWords} from '../call-words.ts'
import type {CallerAction} from './caller-action.ts'

const labels = {
  caller: {en: 'Caller', ru: 'Абонент'},
  bot: {en: 'Bot', ru: 'Бот'},
  silence: {en: 'silence', ru: 'молчание'},
  hangup: {en: 'hangs up', ru: 'кладёт трубку'},
  keys: {en: 'presses', ru: 'нажимает'},
  restart: {en: 'process lost and restarted', ru: 'процесс потерян и запущен снова'},
  interrupts: {en: 'interrupts', ru: 'перебивает'},
  inState: {en: 'state', ru: 'состояние'},
  waiting: {en: 'waiting', ru: 'ждёт'},
  seconds: {en: 's', ru: 'с'},
  ms: {en: 'ms', ru: 'мс'},
  model: {en: 'model', ru: 'модель'},
} as const

/** One exchange as people read it: who said what, what happened, how long the engine took. */
export function exchangeText(action: CallerAction | undefined, exchange: Exchange, lang: UiLanguage, echo: boolean): string {
  const lines: string[] = []
  if (action && echo) lines.push(`${labels.caller[lang]}: ${printableLine(actionText(action, lang))}`)
  if (exchange.text) lines.push(`${labels.bot[lang]}: ${printableLine(exchange.text)}`)
  const aside = happenings(exchange, lang)
  if (aside) lines.push(`  ${printableLine(aside)}`)
  return lines.join('\n')
}

function actionText(action: CallerAction, lang: UiLanguage): string {
  switch (action.kind) {
    case 'say':
      return action.heard === undefined ? action.text : `[${labels.interrupts[lang]}] ${action.text}`
    case 'silence':
      return `[${labels.silence[lang]} ${action.seconds ?? ''} ${labels.seconds[lang]}]`
    case 'dtmf':
      return `[${labels.keys[lang]} ${action.digits}]`
    case 'hangup':
      return `[${labels.hangup[lang]}]`
    case 'restart':
      return `[${labels.restart[lang]}]`
    case 'state':
    case 'help':
      return `/${action.kind}`
  }
}

/** The steps that somebody who listens wants to hear of. */
const told: Readonly<Record<string, Bilingual>> = {
  set: {en: 'set', ru: 'записано'},
  correct: {en: 'correct', ru: 'исправлено'},
  confirmed: {en: 'confirmed', ru: 'подтверждено'},
  tool: {en: 'tool', ru: 'инструмент'},
  tool_result: {en: 'tool_result', ru: 'ответ инструмента'},
  rule: {en: 'rule', ru: 'правило'},
  rejected: {en: 'rejected', ru: 'отклонено'},
  outcome: {en: 'outcome', ru: 'исход'},
}

/** Values taken, tools run, the state and the engine's time. */
function happenings({steps, state}: Exchange, lang: UiLanguage): string {
  const notes = steps.flatMap((step) => step.turn.trace)
  const seen = notes.filter(({step}) => Object.hasOwn(told, step))
  const us = steps.reduce((sum, step) => sum + step.engineUs, 0)
  const model = steps.find((step) => step.model)?.model
  const parts = [
    `[${state.state}]`,
    ...seen.map(({step, detail}) => `${told[step]![lang]} ${detailText(step, detail, lang)}`),
    `${(us / 1000).toFixed(1)} ${labels.ms[lang]}`,
    ...(model ? [`${model.model} ${model.ms} ${labels.ms[lang]}`] : []),
    ...steps.flatMap((step) => (step.modelFault ? [`${labels.model[lang]}: ${step.modelFault}`] : [])),
  ]
  return parts.join(' · ')
}

/** What the engine notes of a step, in the reader's language as far as it is the engine's words and no id, value or reason of somebody else. */
function detailText(step: string, detail: string, lang: UiLanguage): string {
  if (step === 'outcome') return outcomeWords(detail, lang)
  if (lang === 'en') return detail
  if (step === 'tool_result') return detail.replace(/ ok$/, ' успешно').replace(/ failed: /, ' отказ: ')
  return detail.replace(/(?<= )\w+$/, (word) => (Object.hasOwn(held, word) ? held[word as keyof typeof held].ru : word))
}

/** What the bot knows, for `/state`. */
export function stateText({state, pending, fields}: DialogueState, lang: UiLanguage): string {
  const {inState, waiting} = labels
  const awaited = `${awaits[pending.kind][lang]}${'field' in pending ? ` ${pending.field}` : ''}`
  return [
    `${inState[lang]} ${state}, ${waiting[lang]}: ${awaited}`,
    ...Object.entries(fields).map(
      ([id, {status, value}]) => `  ${id}: ${held[status][lang]}${value === undefined ? '' : ` ${printableLine(String(value))}`}`,
    ),
  ].join('\n')
}

const awaits: Readonly<Record<DialogueState['pending']['kind'], Bilingual>> = {
  open: {en: 'open', ru: 'что угодно'},
  ask: {en: 'ask', ru: 'ответ'},
  confirm: {en: 'confirm', ru: 'подтверждение'},
  choose: {en: 'choose', ru: 'выбор'},
  confirm_state: {en: 'confirm_state', ru: 'подтверждение всего'},
  what_to_change: {en: 'what_to_change', ru: 'что исправить'},
  tool: {en: 'tool', ru: 'инструмент'},
}

const held: Readonly<Record<DialogueState['fields'][string]['status'], Bilingual>> = {
  empty: {en: 'empty', ru: 'пусто'},
  candidate: {en: 'candidate', ru: 'услышано'},
  held: {en: 'held', ru: 'записано до проверки'},
  accepted: {en: 'accepted', ru: 'принято'},
  confirmed: {en: 'confirmed', ru: 'подтверждено'},
  rejected: {en: 'rejected', ru: 'отклонено'},
  skipped: {en: 'skipped', ru: 'пропущено'},
}
