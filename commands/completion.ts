import {BaseCommand} from '../src/cli/base-command.ts'
import {type Shell, shells} from '../src/cli/completion/shell.ts'
import {Args} from '../src/cli/oclif.ts'

interface Completion {
  readonly shell: Shell
  readonly script: string
}

export default class CompletionCommand extends BaseCommand {
  static override summary = 'Print the script that makes a shell complete commands, flags and their values.'
  static override examples = [
    {description: 'bash: add this line to ~/.bashrc.', command: 'source <(<%= config.bin %> <%= command.id %> bash)'},
    {
      description: 'fish: save the script once.',
      command: '<%= config.bin %> <%= command.id %> fish > ~/.config/fish/completions/voicectl.fish',
    },
  ]
  static override args = {shell: Args.string({required: true, options: [...shells], description: 'shell to print the script for'})}

  async run(): Promise<Completion> {
    const {args} = await this.parse(CompletionCommand)
    const {completionScript} = await import('../src/cli/completion/completion-script.ts')
    const shell = args.shell as Shell
    const script = completionScript(shell, this.config)
    this.log(script.trimEnd())
    return {shell, script}
  }
}
