import {expect} from 'chai'
import {loadOclif} from '../../src/cli/load-oclif.ts'
import type {Command, Config} from '../../src/cli/oclif.ts'
import {complaintAbout, exampleCalls} from '../helpers/examples.ts'

/** Flags that are about whoever types rather than about one call: these can also be set once, in the environment. */
const standing = new Set(['profile', 'company', 'database'])

describe('every command', () => {
  let config: Config
  let commands: Command.Class[] = []
  before(async () => {
    config = await loadOclif({fromSource: true}, {})
    commands = await Promise.all(config.commands.map(async (command) => Object.assign(await command.load(), {id: command.id})))
  })
  const each = (check: (command: Command.Class) => string | undefined | false) => {
    const wrong = commands.flatMap((command) => {
      const complaint = check(command)
      return complaint ? [`${command.id}: ${complaint}`] : []
    })
    expect(wrong).to.deep.equal([])
  }

  it('has a summary of one sentence in English', () => {
    each(({summary}) => (!summary && 'no summary') || (!/^[A-Z][^\n]*[^.\n]\.$/.test(summary!) && `not one sentence: ${summary}`))
  })

  it('describes every flag and argument', () => {
    each(({flags, args}) => {
      const all = {...flags, ...args} as Record<string, {description?: string; summary?: string; hidden?: boolean}>
      const silent = Object.entries(all).filter(([, {description, summary, hidden}]) => !description && !summary && !hidden)
      return silent.length > 0 && `no description: ${silent.map(([name]) => name).join(', ')}`
    })
  })

  it('gives --json', () => {
    each((command) => !command.enableJsonFlag && 'no --json')
  })

  it('uses the short flags that mean the same everywhere', () => {
    const reserved: Record<string, string> = {o: 'output', q: 'quiet', y: 'yes', h: 'help', v: 'version'}
    each(({flags}) => {
      const taken = Object.entries(flags ?? {}).find(([name, {char}]) => char && reserved[char] && reserved[char] !== name)
      return taken && `-${taken[1].char} means --${reserved[taken[1].char!]}, not --${taken[0]}`
    })
  })

  it('names the environment variable of a flag after the flag, or after the command and the flag', () => {
    const upper = (...words: readonly string[]) => ['VOICECTL', ...words].join('_').replaceAll('-', '_').toUpperCase()
    each(({id, flags, baseFlags}) => {
      const all = Object.entries({...baseFlags, ...flags})
      const words = id.split(':')
      const allowed = (name: string) => [upper(name), ...words.map((_, index) => upper(...words.slice(index), name))]
      const misnamed = all.find(([name, {env}]) => env !== undefined && !allowed(name).includes(env))
      const missing = all.find(([name, {env}]) => standing.has(name) && env !== upper(name))
      return (misnamed && `--${misnamed[0]} reads ${misnamed[1].env}`) || (missing && `--${missing[0]} has no ${upper(missing[0])}`)
    })
  })

  it('takes no secret as the value of a flag', () => {
    each(({flags}) => {
      const secret = Object.entries(flags ?? {}).find(
        ([name, {type}]) => type === 'option' && /(?:^|-)(?:token|secret|password|api-key)$/.test(name),
      )
      return secret && `--${secret[0]} shows a secret to everyone who lists processes`
    })
  })

  it('has examples, and their flags and arguments parse', async () => {
    const wrong: string[] = []
    for (const command of commands) {
      const calls = exampleCalls(command, config)
      if (calls.length === 0) wrong.push(`${command.id}: no examples`)
      for (const argv of calls) {
        const complaint = await complaintAbout(argv, command, config)
        if (complaint) wrong.push(`${argv.join(' ')}: ${complaint}`)
      }
    }
    expect(wrong).to.deep.equal([])
  })

  it('belongs to a topic that is described', () => {
    const topics = new Set(config.commandIDs.filter((id) => id.includes(':')).map((id) => id.split(':')[0]!))
    const described = new Set(Object.keys(config.pjson.oclif.topics ?? {}))
    expect([...topics].filter((topic) => !described.has(topic))).to.deep.equal([])
    // What is not there yet is not spoken of.
    expect([...described].filter((topic) => !topics.has(topic))).to.deep.equal([])
  })
})
