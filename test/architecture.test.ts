import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect} from 'chai'
import {type ImportGraph, importsOf, readGraph, type Rule, violations} from './helpers/architecture.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const areas = ['call', 'campaign', 'company', 'dialogue', 'events', 'knowledge', 'lead', 'skillbase', 'telemetry']
const anyArea = `src/(?:${areas.join('|')})/`
const database = /^(?:kysely|better-sqlite3|postgres|sqlite-vec)$/
const io = /^node:(?:fs|net|http|http2|https|dgram|tls|dns|child_process|cluster|worker_threads|readline)(?:\/|$)/

/** Types and rules: the same answer for the same input, on any machine, at any time. */
const pure = new RegExp(
  `^(?:src/dialogue/.*|src/skillbase/schema/.*|src/(?:${areas.map((area) => `${area}/${area}`).join('|')}|events/event|bilingual|errors|closest)\\.ts)$`,
)

/** What costs time to load: every dependency but oclif and the few lines of ulid. It belongs behind an `import()` inside `run()`. */
const {dependencies} = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {readonly dependencies: Readonly<Record<string, string>>}
const libraries = new RegExp(
  `^(?:${Object.keys(dependencies)
    .filter((name) => !['@oclif/core', 'ulid'].includes(name))
    .join('|')})(?:/|$)`,
)

const rules: readonly Rule[] = [
  {name: 'nobody imports commands', from: /./, mayNot: /^commands\//},
  {name: 'oclif has one door', from: /./, except: /^src\/cli\/(?:oclif|load-oclif)\.ts$/, mayNot: /^@oclif\//},
  {name: 'the shell stands above everything', from: /^(?:src\/(?!cli\/)|provisioning\/)/, mayNot: /^src\/cli\//},
  {
    name: 'the domain does not know the processes that run it',
    from: new RegExp(`^(?:${anyArea}|src/(?:store|config|providers|telephony)/|provisioning/)`),
    mayNot: /^src\/(?:agent|api|simulator|terminal|web)\//,
  },
  {name: 'provisioning never reaches the store', from: /^provisioning\//, mayNot: /^src\/store\//, reach: 'ever'},
  {name: 'provisioning never reaches a database', from: /^provisioning\//, mayNot: database, reach: 'ever'},
  {name: 'screens never touch the store', from: /^src\/(?:terminal|web)\//, mayNot: /^src\/store\//, reach: 'ever'},
  {name: 'screens never touch a database', from: /^src\/(?:terminal|web)\//, mayNot: database, reach: 'ever'},
  {name: 'types and rules do no input or output', from: pure, mayNot: io, reach: 'ever'},
  {name: 'types and rules do not know the store', from: pure, mayNot: /^src\/(?:store|config|project|cli)\//},
  {
    name: 'types and rules do not run a vendor',
    from: pure,
    mayNot: /^src\/(?:providers|telephony)\//,
    allowTypes: true,
    but: /\/port\.ts$/,
  },
  {name: 'types and rules do not know a database', from: pure, mayNot: database},
  {
    name: 'the database has one place',
    from: /./,
    except: /^src\/store\/|(?:repository|statements)\.ts$/,
    mayNot: database,
    allowTypes: true,
  },
  {name: 'a command is cheap to load', from: /^commands\//, mayNot: libraries, reach: 'always'},
  {name: 'questions are asked by the shell', from: /./, except: /^src\/cli\//, mayNot: /^@inquirer\//},
  {name: 'screens are drawn in src/terminal', from: /./, except: /^src\/(?:terminal|web)\//, mayNot: /^(?:ink|react|react-dom)(?:\/|$)/},
  {name: 'HTTP is served by src/api', from: /./, except: /^src\/(?:api|simulator)\//, mayNot: /^@?fastify(?:\/|$)/},
  {name: 'SSH is spoken by provisioning', from: /./, except: /^provisioning\//, mayNot: /^ssh2$/},
  {
    name: 'LiveKit is known where calls are made',
    from: /./,
    except: /^src\/(?:agent|telephony|simulator|providers|api)\//,
    mayNot: /^@livekit\/|^livekit-server-sdk$/,
    allowTypes: true,
  },
  {name: 'Groq has one place', from: /./, except: /^src\/providers\/llm\/groq\//, mayNot: /^groq-sdk/, allowTypes: true},
]

/** A repository is whatever in an area speaks to the database; others see its port, a file of types beside it. */
function repositoryRules(graph: ImportGraph): Rule[] {
  const isRepository = (file: string) =>
    new RegExp(`^${anyArea}`).test(file) && (graph.get(file) ?? []).some(({target}) => database.test(target))
  return [...graph.keys()].filter(isRepository).map((file) => ({
    name: 'an area never imports the repository of another',
    from: new RegExp(`^(?!${file.split('/').slice(0, 2).join('/')}/)${anyArea}`),
    mayNot: new RegExp(`^${file.replaceAll('.', String.raw`\.`)}$`),
  }))
}

const all = (graph: ImportGraph): string[] => violations(graph, [...rules, ...repositoryRules(graph)])

describe('the architecture', () => {
  const graph = readGraph(root, ['commands', 'src', 'provisioning'])

  it('sees the sources', () => {
    expect(graph.size).to.be.greaterThan(50)
    expect(graph.get('src/cli/main.ts')).to.deep.include({target: 'src/errors.ts', typeOnly: false, lazy: false})
  })

  it('is kept by every import', () => {
    expect(all(graph)).to.deep.equal([])
  })

  it('keeps types and rules away from clock and chance', () => {
    const forbidden = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\(|\bsetTimeout\(|\bprocess\.env\b/
    const guilty = [...graph.keys()].filter((file) => pure.test(file) && file !== 'src/bilingual.ts')
    expect(guilty.filter((file) => forbidden.test(withoutComments(readFileSync(`${root}${file}`, 'utf8'))))).to.deep.equal([])
  })

  const planted: readonly (readonly [string, string, string])[] = [
    ['nobody imports commands', 'src/call/x.ts', `import {y} from '../../commands/version.ts'`],
    ['oclif has one door', 'commands/x.ts', `import {Command} from '@oclif/core'`],
    ['the shell stands above everything', 'src/config/x.ts', `import type {Deps} from '../cli/deps.ts'`],
    ['the domain does not know the processes that run it', 'src/lead/x.ts', `import '../api/server.ts'`],
    ['provisioning never reaches the store', 'provisioning/x.ts', `export {z} from '../src/helper.ts'`],
    ['screens never touch the store', 'src/terminal/x.ts', `const store = await import('../helper.ts')`],
    ['an area never imports the repository of another', 'src/campaign/x.ts', `import {callRepository} from '../call/repository.ts'`],
    ['types and rules do no input or output', 'src/dialogue/engine/x.ts', `import {\n  readFileSync,\n} from 'node:fs'`],
    ['types and rules do not know the store', 'src/call/call.ts', `import type {Store} from '../store/store.ts'`],
    ['types and rules do not run a vendor', 'src/dialogue/x.ts', `import {createLlm} from '../providers/llm/create-llm.ts'`],
    ['the database has one place', 'src/campaign/x.ts', `import {sql} from 'kysely'`],
    ['a command is cheap to load', 'commands/x.ts', `import {a} from '../src/heavy.ts'`],
    ['questions are asked by the shell', 'src/project/x.ts', `await import('@inquirer/prompts')`],
    ['screens are drawn in src/terminal', 'commands/x.ts', `import {render} from 'ink'`],
    ['SSH is spoken by provisioning', 'src/cli/x.ts', `import {Client} from 'ssh2'`],
    ['LiveKit is known where calls are made', 'src/dialogue/x.ts', `import {voice} from '@livekit/agents'`],
  ]
  for (const [name, file, source] of planted) {
    it(`would notice: ${name}`, () => {
      const helper = importsOf('src/helper.ts', `import {openStore} from './store/open-store.ts'`)
      const bad: ImportGraph = new Map([
        [file, importsOf(file, source)],
        ['src/helper.ts', helper],
        ['src/heavy.ts', importsOf('src/heavy.ts', `import {z} from 'zod'`)],
        ['src/call/repository.ts', importsOf('src/call/repository.ts', `import {sql} from 'kysely'`)],
      ])
      expect(all(bad).filter((complaint) => complaint.startsWith(`${name}: ${file}`))).to.have.length(1)
    })
  }

  it('lets types through where only running code is meant', () => {
    const file = 'src/dialogue/x.ts'
    const good: ImportGraph = new Map([
      [file, importsOf(file, `import {type Llm} from '../providers/llm/port.ts'\nimport type {A, B} from '../clock.ts'`)],
    ])
    expect(all(good)).to.deep.equal([])
  })
})

const withoutComments = (source: string): string => source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '')
