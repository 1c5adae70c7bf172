import {reportText} from '../call/call-text.ts'
import {type DemoResult, type DemoOptions, runDemo} from '../demo/run-demo.ts'
import {simulatedCalendar} from '../simulator/calendar.ts'
import type {TerminalTalk} from './call-simulate.ts'
import {terminalWatcher} from './call-terminal.ts'
import type {Deps} from './deps.ts'

/** `demo`: the conversation as it happens, then what it left behind and what to type next. */
export async function demoFromTerminal(options: DemoOptions, {clock}: Pick<Deps, 'clock'>, talk: TerminalTalk): Promise<DemoResult> {
  talk.say({
    en: 'A caller rings the salon. Everything is real but the phone line and the calendar, which the simulator plays.\n',
    ru: 'В салон звонит клиент. Всё настоящее, кроме телефонной линии и календаря: их играет симулятор.\n',
  })
  const result = await runDemo(options, terminalWatcher(talk, true), {clock, tools: simulatedCalendar()})
  talk.say({en: '\nWhat the call left behind:\n', ru: '\nЧто осталось после звонка:\n'})
  talk.print(reportText(result, talk.lang))
  if (options.keep) talk.say({en: `\nThe project: ${result.project}`, ru: `\nПроект: ${result.project}`})
  talk.say(next)
  return result
}

const commands =
  '  voicectl init my-bot --template salon\n  cd my-bot\n  voicectl skillbase apply -f skillbases/salon.yaml\n  voicectl call simulate salon\n  voicectl scenario test'
const next = {en: `\nYour own bot:\n${commands}`, ru: `\nСвой бот:\n${commands}`}
