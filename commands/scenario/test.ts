import {AppError} from '../../src/errors.ts'
import {BaseCommand} from '../../src/cli/base-command.ts'
import {companyFlag, outputFlag} from '../../src/cli/flags.ts'
import {Args, Flags} from '../../src/cli/oclif.ts'
import type {SuiteView} from '../../src/scenario-test/report/json.ts'

export default class ScenarioTest extends BaseCommand {
  static override summary = 'Run conversation tests: a scripted caller, prepared tools, expected answers.'
  static override description =
    'Runs *.test.yaml files by rules alone, without a key and without a network; the clock, the seed and the caller are fixed, so every run is the same. ' +
    'Exits with 1 when a case fails or coverage is too low, with 2 when a test or its scenario cannot be read, with 3 when there is no such test, ' +
    'with 6 when no reply of the language model could be used.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> tests/salon --tag smoke --bail',
    '<%= config.bin %> <%= command.id %> --junit report.xml --github --min-coverage 80',
    '<%= config.bin %> <%= command.id %> tests/salon/booking.test.yaml --llm assist --record',
  ]
  static override strict = false
  static override args = {path: Args.string({description: 'files, folders or patterns; by default tests/ of the project'})}
  static override flags = {
    ...companyFlag,
    tag: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'TAG',
      description: 'only cases with this tag; several: any of them',
    }),
    case: Flags.string({multiple: true, multipleNonGreedy: true, helpValue: 'TEXT', description: 'only cases with this in their name'}),
    bail: Flags.boolean({description: 'stop at the first case that fails'}),
    ...outputFlag,
    junit: Flags.string({helpValue: 'FILE', description: 'also write a JUnit report; - is stdout, and the results go to stderr'}),
    github: Flags.boolean({description: 'also print annotations for GitHub Actions'}),
    'min-coverage': Flags.integer({
      min: 0,
      max: 100,
      helpValue: 'PERCENT',
      description: 'least share of states, transitions, fields, rules and outcomes that the tests come to',
    }),
    llm: Flags.option({
      options: ['assist', 'full'] as const,
      description: 'run with the configured language model, or with its recorded replies',
    })(),
    record: Flags.boolean({dependsOn: ['llm'], description: "store the model's replies beside the test file, for runs without a key"}),
  }

  async run(): Promise<SuiteView> {
    const {argv, flags} = await this.parse(ScenarioTest)
    const [{testScenarios}, {isUnheard}] = await Promise.all([
      import('../../src/cli/scenario-test.ts'),
      import('../../src/scenario-test/llm/model-usage.ts'),
    ])
    const forPeople = flags.output === 'table' && !this.jsonEnabled()
    const isReport = flags.junit === '-'
    if (isReport && !forPeople) throw twoResults()
    const annotate = (line: string) => (forPeople && !isReport ? this.log(line) : this.caution({en: line, ru: line}))
    const print = (text: string) => {
      if (isReport) this.say({en: text, ru: text})
      else if (forPeople) this.log(text)
    }
    const view = await testScenarios({...flags, paths: argv as string[]}, this.deps(flags), {
      lang: this.lang,
      print,
      annotate,
      stream: isReport ? process.stderr : process.stdout,
      write: (text) => void process.stdout.write(text),
    })
    if (!forPeople) {
      const {caseColumns, caseRows} = await import('../../src/cli/scenario-columns.ts')
      await this.printReport({report: view, text: () => '', rows: caseRows(view), columns: caseColumns}, flags.output)
    }
    if (view.status === 'failed') this.exitWith(isUnheard(view.model) ? 'unavailable' : 'failure')
    return view
  }
}

const twoResults = () =>
  new AppError(
    'USAGE',
    {en: '--junit - takes stdout, and so does the other form.', ru: '--junit - занимает stdout, как и другой вид вывода.'},
    {exit: 'usage', hint: {en: 'Give --junit a file.', ru: 'Укажите для --junit файл.'}},
  )
