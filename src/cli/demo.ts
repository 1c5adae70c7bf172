import type {Bilingual} from '../bilingual.ts'
import {recordText} from '../call/call-text.ts'
import {type DemoResult, type DemoOptions, runDemo} from '../demo/run-demo.ts'
import type {Lang} from '../dialogue/nlu/types.ts'
import {simulatedCalendar} from '../simulator/calendar.ts'
import {templatesFolder} from '../templates-folder.ts'
import type {TerminalTalk} from './terminal-talk.ts'
import {terminalWatcher} from './call-terminal.ts'
import type {Deps} from './deps.ts'
import {program, quoted} from './program.ts'

/** `demo`: the conversation as it happens, then what it left behind and what to type next. */
export async function demoFromTerminal(options: DemoOptions, {clock}: Pick<Deps, 'clock'>, talk: TerminalTalk): Promise<DemoResult> {
  talk.say({
    en: 'A caller rings the salon. Everything is real but the phone line and the calendar, which the simulator plays.\n',
    ru: 'В салон звонит клиент. Всё настоящее, кроме телефонной линии и календаря: их играет симулятор.\n',
  })
  const deps = {clock, tools: simulatedCalendar(), templates: templatesFolder(), signal: talk.interrupted}
  // Of a demo that is broken off nothing stays, not even the record that a call leaves.
  const watcher = {...terminalWatcher(talk, true), leftEarly: () => {}}
  const result = await runDemo(options, watcher, deps)
  talk.say({en: '\nWhat the call left behind:\n', ru: '\nЧто осталось после звонка:\n'})
  talk.print(recordText(result, talk.lang, result.timezone))
  talk.say(result.project === undefined ? yourOwn(options.lang) : inProject(result.project, result.call.id))
  return result
}

/** A bot that speaks as the demo did, whatever the messages are in. */
const yourOwn = (lang: Lang): Bilingual =>
  steps({en: 'Your own bot:', ru: 'Свой бот:'}, [
    `${program()} init my-bot --template salon --lang ${lang} --name ${lang === 'ru' ? '"Салон Элегант"' : '"Elegant Salon"'}`,
    'cd my-bot',
    `${program()} skillbase apply -f skillbases/salon.yaml`,
    `${program()} call simulate salon`,
    `${program()} scenario test tests`,
  ])

const inProject = (project: string, call: string): Bilingual =>
  steps({en: 'Everything is in the project:', ru: 'Всё это в проекте:'}, [
    `cd ${quoted(project)}`,
    `${program(project)} call show ${call}`,
    `${program(project)} call simulate salon`,
    `${program(project)} scenario test tests`,
  ])

function steps({en, ru}: Bilingual, commands: readonly string[]): Bilingual {
  const list = commands.map((command) => `  ${command}`).join('\n')
  return {en: `\n${en}\n${list}`, ru: `\n${ru}\n${list}`}
}
