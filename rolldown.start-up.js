// What the bundle changes so that a command starts sooner. Every number is from `node test/bench/startup.ts`, as a share of `node -e 0`.

/**
 * `import {readFileSync} from 'node:fs'` makes Node read every export of the module, getters included, which loads streams, decoders and
 * MIME tables: 6 ms each for fs and util. The same module without the ES facade costs nothing.
 */
export function leanBuiltins() {
  return {
    name: 'lean-builtins',
    renderChunk(code) {
      const lean = code.replaceAll(
        /^import (?:(\w+)|\* as (\w+)|(?:(\w+), )?\{([^}]*)\}) from "(node:[\w/]+)";$/gm,
        (_, whole, star, first, names, id) => {
          const module = `process.getBuiltinModule("${id}")`
          const name = whole ?? star ?? first
          const parts = names === undefined ? [] : [`{${names.replaceAll(' as ', ': ')}} = ${module}`]
          // `var`, because chunks that import each other may call a function before its chunk has run.
          return `var ${[...(name ? [`${name} = ${module}`] : []), ...parts].join(', ')};`
        },
      )
      return lean === code ? null : {code: lean, map: null}
    },
  }
}

/** Work that oclif does at every start for platforms and orders that do not matter here. Fails the build when oclif's source changes. */
export function leanOclif() {
  return {
    name: 'lean-oclif',
    transform: {
      filter: {id: /@oclif[\\/]core[\\/]lib[\\/]/},
      handler(code, id) {
        const own = changes.filter(({file}) => id.replaceAll('\\', '/').endsWith(file))
        if (own.length === 0) return null
        const lean = own.reduce((text, {file, from, to}) => {
          if (!text.includes(from)) throw new Error(`${file} of @oclif/core has changed: look at rolldown.start-up.js again`)
          return text.replace(from, to)
        }, code)
        return {code: lean, map: null}
      },
    },
  }
}

const changes = [
  {
    // The first localeCompare of a process loads a collator: 5 ms for sorting ASCII names.
    file: 'lib/config/plugin.js',
    from: 'a.id.localeCompare(b.id)',
    to: '(a.id < b.id ? -1 : a.id > b.id ? 1 : 0)',
  },
  {
    // Only reading an argument from stdin needs it, which no command does: half a millisecond.
    file: 'lib/parser/parse.js',
    from: 'const node_readline_1 = require("node:readline");',
    to: 'const node_readline_1 = {get createInterface() { return require("node:readline").createInterface }};',
  },
  {
    // Only naming the shell of Windows needs it: half a millisecond.
    file: 'lib/util/os.js',
    from: 'const node_child_process_1 = require("node:child_process");',
    to: 'const node_child_process_1 = {get execSync() { return require("node:child_process").execSync }};',
  },
  {
    // wsl-utils asks the same question first; asking it here saves loading it.
    file: 'lib/util/os.js',
    from: "(await import('wsl-utils')).isWsl ?",
    to: "process.platform === 'linux' && (0, node_os_1.release)().toLowerCase().includes('microsoft') && (await import('wsl-utils')).isWsl ?",
  },
]
