import {BaseCommand} from '../../src/cli/base-command.ts'
import {companyFlag} from '../../src/cli/flags.ts'
import {Flags} from '../../src/cli/oclif.ts'
import {fileOrReferenceArg, versionFlag} from '../../src/cli/skillbase-flags.ts'

interface Drawn {
  readonly format: 'mermaid' | 'dot' | 'svg'
  readonly graph: string
}

export default class SkillbaseGraph extends BaseCommand {
  static override summary = 'Draw the conversation of a skillbase.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> salon',
    '<%= config.bin %> <%= command.id %> skillbases/salon.yaml --format svg > salon.svg',
  ]
  static override args = fileOrReferenceArg
  static override flags = {
    ...companyFlag,
    ...versionFlag,
    format: Flags.option({
      options: ['mermaid', 'dot', 'svg'] as const,
      default: 'mermaid',
      description: 'Mermaid, Graphviz or a picture',
    })(),
  }

  async run(): Promise<Drawn> {
    const {args, flags} = await this.parse(SkillbaseGraph)
    const {skillbaseArgument} = await import('../../src/cli/skillbase-argument.ts')
    const {renderGraph} = await import('../../src/skillbase/graph/render.ts')
    const {skillbase} = await skillbaseArgument(args.skillbase, flags.version, this.deps(flags))
    const graph = renderGraph(skillbase, flags.format, this.lang)
    if (!this.jsonEnabled()) this.log(graph.trimEnd())
    return {format: flags.format, graph}
  }
}
