import {globSync, readFileSync} from 'node:fs'
import {dirname, join, posix} from 'node:path'

export interface Import {
  /** A path from the repository's root for own files, otherwise the name of a package or a `node:` module. */
  readonly target: string
  /** Erased before anything runs. */
  readonly typeOnly: boolean
  /** `import()`: loaded only when that line runs. */
  readonly lazy: boolean
}

/** File → what it imports. */
export type ImportGraph = ReadonlyMap<string, readonly Import[]>

export interface Rule {
  readonly name: string
  readonly from: RegExp
  readonly except?: RegExp
  readonly mayNot: RegExp
  /** What `mayNot` still allows. */
  readonly but?: RegExp
  /** Types are a dependency too, unless the rule is about what runs. */
  readonly allowTypes?: true
  /** Also through other files: `always` counts only what loading the file loads. */
  readonly reach?: 'ever' | 'always'
}

export function readGraph(root: string, folders: readonly string[]): ImportGraph {
  const files = folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, {cwd: root})).map((file) => file.replaceAll('\\', '/'))
  return new Map(files.sort().map((file) => [file, importsOf(file, readFileSync(join(root, file), 'utf8'))]))
}

/** Static, re-exporting and dynamic imports of a TypeScript source. Comments may hold the word import; strings after `from` decide. */
export function importsOf(file: string, source: string): Import[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')
  const statements = code.matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:([^'"`;]*?)\s+from\s+)?['"]([^'"]+)['"]/gm)
  const dynamic = code.matchAll(/(?<!typeof )\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)
  return [
    ...[...statements].map(([, type, names, target]) => ({
      target: resolved(file, target!),
      typeOnly: Boolean(type) || onlyTypes(names),
      lazy: false,
    })),
    ...[...dynamic].map(([, target]) => ({target: resolved(file, target!), typeOnly: false, lazy: true})),
  ]
}

const onlyTypes = (names: string | undefined): boolean => {
  const [, list] = /^\{([^}]*)\}$/s.exec(names?.trim() ?? '') ?? []
  const parts = (list ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  return parts.length > 0 && parts.every((name) => name.startsWith('type '))
}

const resolved = (file: string, target: string): string => (target.startsWith('.') ? posix.join(dirname(file), target) : target)

/** Every import that a rule forbids, as `rule: file → target`. */
export function violations(graph: ImportGraph, rules: readonly Rule[]): string[] {
  return rules.flatMap(({name, from, except, mayNot, but, allowTypes, reach}) =>
    [...graph.keys()]
      .filter((file) => from.test(file) && !except?.test(file))
      .flatMap((file) => (reach ? reachable(graph, file, reach === 'always') : direct(graph, file, allowTypes ?? false)))
      .filter(({target}) => mayNot.test(target) && !but?.test(target))
      .map(({path}) => `${name}: ${path.join(' → ')}`),
  )
}

interface Way {
  readonly target: string
  readonly path: readonly string[]
}

const direct = (graph: ImportGraph, file: string, allowTypes: boolean): Way[] =>
  (graph.get(file) ?? []).filter(({typeOnly}) => !(allowTypes && typeOnly)).map(({target}) => ({target, path: [file, target]}))

/** What is loaded with a file; unless `atOnce`, also what it may load later. */
function reachable(graph: ImportGraph, start: string, atOnce: boolean): Way[] {
  const ways = new Map<string, Way>()
  const queue: Way[] = [{target: start, path: [start]}]
  for (let way = queue.shift(); way; way = queue.shift()) {
    for (const {target, typeOnly, lazy} of graph.get(way.target) ?? []) {
      if (typeOnly || (atOnce && lazy) || ways.has(target)) continue
      const next = {target, path: [...way.path, target]}
      ways.set(target, next)
      queue.push(next)
    }
  }
  return [...ways.values()]
}
