import {BaseCommand} from '../src/cli/base-command.ts'

interface Version {
  readonly version: string
  readonly node: string
  readonly platform: string
}

export default class VersionCommand extends BaseCommand {
  static override summary = 'Show the version of voicectl, of Node and of the platform.'
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --json']

  async run(): Promise<Version> {
    await this.parse(VersionCommand)
    const version = {version: this.config.version, node: process.versions.node, platform: `${process.platform}-${process.arch}`}
    this.log(`voicectl ${version.version}, node ${version.node}, ${version.platform}`)
    return version
  }
}
