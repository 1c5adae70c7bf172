import type {BotSource, Setting, Turn} from '../format/test-file.ts'
import type {Finding} from './shrink-conversation.ts'

export interface ReproductionOf {
  readonly finding: Finding
  readonly seed: number
  /** As it is named from where the test will be kept. */
  readonly bot: BotSource
  /** Offset of the zone the times are written in, such as `+03:00`. */
  readonly offset?: string
}

/** A finding as a test file: it fails as long as the defect is there. */
export async function reproductionYaml({finding, seed, bot}: ReproductionOf): Promise<string> {
  const {stringify} = await import('yaml')
  const {broken, setting, turns} = finding
  const head = `# scenario fuzz, seed ${seed}: ${oneLine(broken.what.en)}\n`
  const file = {
    ...(bot.kind === 'file' ? {scenario: bot.path} : {skillbase: bot.reference}),
    now: new Date(setting.now).toISOString(),
    caller: setting.caller,
    ...(setting.direction === 'outbound' && {direction: setting.direction}),
    ...(Object.keys(setting.contact).length > 0 && {contact: setting.contact}),
    ...(setting.seed !== 1 && {seed: setting.seed}),
    ...(Object.keys(setting.tools).length > 0 && {tools: toolsOf(setting)}),
    cases: [
      {name: `${broken.name} at ${oneLine(broken.at)}`.slice(0, 200), tags: ['fuzz'], turns: turnsOf(turns), expect: {invariants: true}},
    ],
  }
  return head + stringify(file, {lineWidth: 0, defaultStringType: 'PLAIN', defaultKeyType: 'PLAIN'})
}

const toolsOf = ({tools}: Setting): Setting['tools'] => tools

/** A test needs a turn; what breaks before the caller has spoken is about the opening. */
const turnsOf = (turns: readonly Turn[]): readonly Turn[] => (turns.length === 0 ? [{expect: {}}] : turns)

const oneLine = (text: string): string => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
