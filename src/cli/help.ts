import type {Bilingual} from '../bilingual.ts'
import {uiLanguage} from '../bilingual.ts'
import {exitCodeTable} from './exit-codes.ts'
import {type Command, CommandHelp, Help, type Interfaces} from './oclif.ts'

/** `main` tells the help what the command line asked for: oclif gives it only the words. */
export interface HelpRequest {
  readonly json?: boolean
}

/** The way from nothing to a bot that talks; each line works as it stands, one after the other. */
const firstSteps: readonly {readonly id: string; readonly line: string; readonly text: Bilingual}[] = [
  {id: 'demo', line: 'demo', text: {en: 'Watch a whole phone conversation, no key needed:', ru: 'Посмотреть целый разговор, без ключей:'}},
  {
    id: 'init',
    line: 'init my-bot --template salon --name "My Salon" && cd my-bot',
    text: {en: 'Make a project from a template:', ru: 'Создать проект из шаблона:'},
  },
  {
    id: 'skillbase:apply',
    line: 'skillbase apply -f skillbases/salon.yaml',
    text: {en: 'Store the bot that its file describes:', ru: 'Сохранить бота, описанного в его файле:'},
  },
  {
    id: 'call:simulate',
    line: 'call simulate salon',
    text: {en: 'Talk to it in this terminal:', ru: 'Поговорить с ним в этом терминале:'},
  },
  {id: 'doctor', line: 'doctor', text: {en: 'Check this machine and the configuration:', ru: 'Проверить машину и настройки:'}},
]

/** oclif repeats the summary, which stands at the top of the page already, before the description. */
class CommandPage extends CommandHelp {
  protected override description(): string | undefined {
    const {description} = this.command
    return description && this.wrap(description)
  }
}

/** `voicectl` alone shows the first steps, `--help` everything; `--json` gives either as data. */
export default class VoicectlHelp extends Help {
  protected override CommandHelpClass = CommandPage

  override async showHelp(argv: string[]): Promise<void> {
    if (this.request.json) return this.log(JSON.stringify({commands: this.listed(argv)}, undefined, 2))
    return argv.length === 0 ? this.showFirstSteps() : super.showHelp(argv)
  }

  protected override async showRootHelp(): Promise<void> {
    const {bin, pjson} = this.config
    const topics = this.config.topics.filter(({name}) => !name.includes(':') && this.commandsOf(name).length > 0)
    const topicRows = topics.map(({name, description}) => [name, description ?? this.commandsOf(name).map(lastWord).join(', ')])
    const own = this.visible.filter(({id}) => !id.includes(':'))
    this.log(
      [
        pjson['description'],
        this.section('USAGE', `$ ${bin} COMMAND [ARGUMENTS] [FLAGS]`),
        this.section('COMMANDS', this.rows(own.map(({id, summary}) => [id, summary ?? '']))),
        topicRows.length > 0 && this.section('TOPICS', this.rows(topicRows)),
        this.section('EXIT CODES', this.rows(exitCodeTable.map(([code, text]) => [String(code), text]))),
        this.section('ENVIRONMENT', this.rows(environment)),
        'Every command has --help, --json, --quiet, --profile and --no-color.\n',
      ]
        .filter(Boolean)
        .join('\n\n'),
    )
  }

  /** A topic that is only described, or a command that oclif takes for one, has no page. */
  protected override async showTopicHelp(topic: Interfaces.Topic): Promise<void> {
    if (this.commandsOf(topic.name).length === 0) throw new Error(`command ${topic.name} not found`)
    return super.showTopicHelp(topic)
  }

  private get request(): HelpRequest {
    return this.opts as HelpRequest
  }

  private get visible(): Command.Loadable[] {
    return this.sortedCommands
  }

  private commandsOf(topic: string): Command.Loadable[] {
    return this.visible.filter(({id}) => id.startsWith(`${topic}:`))
  }

  private listed(argv: readonly string[]) {
    const prefix = argv.filter((word) => !word.startsWith('-')).join(':')
    return this.visible
      .filter(({id}) => prefix === '' || id === prefix || id.startsWith(`${prefix}:`))
      .map(({id, summary}) => ({command: id.replaceAll(':', ' '), summary}))
  }

  private async showFirstSteps(): Promise<void> {
    const {program} = await import('./program.ts')
    const lang = uiLanguage()
    const {bin, version} = this.config
    const typed = program()
    const steps = firstSteps.filter(({id}) => this.config.findCommand(id))
    this.log(
      [
        `${bin} ${version}: ${tagline[lang]}`,
        ...steps.map(({line, text}) => `${text[lang]}\n  ${typed} ${line}`),
        `${allCommands[lang]}\n  ${typed} --help\n`,
      ].join('\n\n'),
    )
  }

  private rows(rows: readonly (readonly string[])[]): string {
    return this.renderList(rows as [string, string][], {indentation: 2, spacer: '\n', stripAnsi: this.opts.stripAnsi ?? false})
  }
}

const tagline: Bilingual = {en: 'phone voice bots from a terminal.', ru: 'голосовые телефонные боты из терминала.'}
const allCommands: Bilingual = {en: 'All commands:', ru: 'Все команды:'}
const environment = [
  ['VOICECTL_LANG', 'ru or en: the language of messages; otherwise the locale decides'],
  ['VOICECTL_PROFILE', 'configuration profile, like --profile'],
  ['VOICECTL_…', 'any configuration key; see `voicectl config list`'],
  ['NO_COLOR', 'no colours, like --no-color'],
  ['DEBUG', '`DEBUG=voicectl` adds the stack to an error'],
]

const lastWord = ({id}: Command.Loadable): string => id.slice(id.lastIndexOf(':') + 1)
