import {BaseCommand} from '../src/cli/base-command.ts'
import {Args, Flags} from '../src/cli/oclif.ts'
import type {CreatedProject} from '../src/project/create-project.ts'

export default class Init extends BaseCommand {
  static override summary = 'Make a project folder: settings, a bot from a template, its test and a sample call list.'
  static override description = 'On a terminal it asks for what the flags do not say. Elsewhere --name and --template are needed.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> my-bot',
    '<%= config.bin %> <%= command.id %> my-bot --name "Лунный сад" --template salon --lang ru --timezone Europe/Moscow',
  ]
  static override args = {dir: Args.string({default: '.', description: 'folder to make; the current one when left out'})}
  static override flags = {
    name: Flags.string({description: 'name of the company, as the bot says it'}),
    template: Flags.option({
      options: ['salon', 'clinic', 'debt-reminder', 'survey', 'reception'],
      description: 'bot to start from; debt-reminder, survey and reception speak Russian only (--lang ru)',
    })(),
    lang: Flags.option({options: ['ru', 'en'] as const, description: 'language the bot speaks; that of the messages when left out'})(),
    timezone: Flags.string({helpValue: 'ZONE', description: 'time zone of the company, such as Europe/Moscow'}),
    force: Flags.boolean({
      char: 'f',
      description: 'go into a folder that is not empty; files of the same name are replaced, folders never',
    }),
  }

  async run(): Promise<CreatedProject> {
    const {args, flags} = await this.parse(Init)
    const {assumedZone, initAnswers} = await import('../src/cli/init-answers.ts')
    const {nextSteps} = await import('../src/cli/next-steps.ts')
    const {createProject} = await import('../src/project/create-project.ts')
    const {templatesFolder} = await import('../src/templates-folder.ts')
    const templates = templatesFolder()
    const answers = await initAnswers(args.dir, flags, {json: this.jsonEnabled(), templates})
    const created = await createProject(answers, {templates})
    this.log(created.folder)
    if (answers.zoneIsAssumed) this.say(assumedZone(answers))
    this.say(nextSteps(created, {dir: args.dir, exists: (id) => this.config.findCommand(id) !== undefined}))
    return created
  }
}
