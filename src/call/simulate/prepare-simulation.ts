import type {ToolRunner, Transfer} from '../../dialogue/conversation/ports.ts'
import type {Scenario} from '../../dialogue/engine/scenario/scenario.ts'
import {AppError} from '../../errors.ts'
import type {SimulatedClock} from './simulated-clock.ts'

/** Tools of a call, once its bot and its clock are known. @throws AppError BAD_TOOLS_FILE when they are none of this bot's */
export type SimulatedTools = (scenario: Scenario, clock: SimulatedClock) => ToolRunner

/** Tools for a simulated call: the simulator's calendar, a file of answers, or none. */
export interface ToolChoice {
  readonly simulated: () => Promise<SimulatedTools>
  readonly none: () => Promise<SimulatedTools>
  readonly file: (path: string) => Promise<SimulatedTools>
}

export const chooseTools = (wish: string, choice: ToolChoice): Promise<SimulatedTools> => {
  if (wish === 'simulated') return choice.simulated()
  return wish === 'none' ? choice.none() : choice.file(wish)
}

/** Nobody stands behind a simulated transfer: it succeeds or fails as the script wants. */
export const simulatedTransfer = (answers: boolean): Transfer => ({connect: async () => answers})

/** @throws AppError BAD_NUMBER when the caller's number is no E.164 number */
export function callerNumber(text: string): string {
  const number = text.replaceAll(/[\s()-]/g, '')
  if (text === '' || /^\+[1-9]\d{6,14}$/.test(number)) return number
  throw new AppError(
    'BAD_NUMBER',
    {en: `"${text}" is no phone number in international form.`, ru: `«${text}» — не номер в международном формате.`},
    {exit: 'usage', hint: {en: 'Write it like +79031234567.', ru: 'Пишите так: +79031234567.'}},
  )
}
