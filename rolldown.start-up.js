import {isBuiltin} from 'node:module'

// What the bundle changes so that a command starts sooner. Every number is from `node test/bench/startup.ts`, as a share of `node -e 0`.

/**
 * `import {readFileSync} from 'node:fs'` makes Node read every export of the module, getters included, which loads streams, decoders and
 * MIME tables: 6 ms each for fs and util. So does `require` in what was CommonJS. The same module without the ES facade costs nothing.
 */
export function leanBuiltins() {
  return {
    name: 'lean-builtins',
    renderChunk(code) {
      const required = code.replaceAll(/\b__require\("((?:node:)?[\w/]+)"\)/g, (call, id) =>
        isBuiltin(id) ? `process.getBuiltinModule("${id}")` : call,
      )
      const lean = required.replaceAll(
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

/** The JavaScript of better-sqlite3 goes into the bundle; its native part is looked for where npm has put it, not beside the bundle. */
export function bundledSqlite() {
  return {
    name: 'bundled-sqlite',
    transform: {
      filter: {id: /[\\/]better-sqlite3[\\/]lib[\\/]binding\.js$/},
      handler(code) {
        const found = code.replaceAll("path.join(__dirname, '..',", "path.join(require.resolve('better-sqlite3/package.json'), '..',")
        if (found.includes('__dirname') || found === code)
          throw new Error('better-sqlite3 looks for its addon in another way: see rolldown.start-up.js')
        return {code: found, map: null}
      },
    },
  }
}

/** A library of the CommonJS kind, loaded when its default export, or the one member that is used, is asked for. */
const late = (file, name, library, member) =>
  member === undefined
    ? {
        file,
        from: `const ${name} = __importDefault(require("${library}"));`,
        to: `const ${name} = {get default() { return __importDefault(require("${library}")).default }};`,
      }
    : {
        file,
        from: `const ${name} = require("${library}");`,
        to: `const ${name} = {get ${member}() { return require("${library}").${member} }};`,
      }

const changes = [
  // Wrapping an error, colouring, templates of help, files without a manifest: none of that is for every start.
  late('lib/errors/errors/cli.js', 'wrap_ansi_1', 'wrap-ansi'),
  late('lib/errors/errors/pretty-print.js', 'wrap_ansi_1', 'wrap-ansi'),
  late('lib/ux/theme.js', 'ansis_1', 'ansis'),
  late('lib/config/config.js', 'ejs_1', 'ejs'),
  late('lib/help/util.js', 'ejs_1', 'ejs'),
  late('lib/config/plugin-loader.js', 'minimatch_1', 'minimatch', 'minimatch'),
  late('lib/config/plugin.js', 'tinyglobby_1', 'tinyglobby', 'glob'),
  late('lib/config/ts-path.js', 'read_tsconfig_1', '../util/read-tsconfig', 'readTSConfig'),
  late('lib/errors/handle.js', 'index_1', '../help/index', 'Help'),
  {
    // A theme is looked for in the folder of the user's settings; there are none.
    file: 'lib/config/config.js',
    from: 'this.theme = await this.loadTheme();',
    to: '',
  },
  // The library loads the terminals and the sockets of Node to find its colours.
  late('lib/logger.js', 'debug_1', 'debug'),
  {
    file: 'lib/logger.js',
    from: 'const debug = (0, debug_1.default)(namespace);',
    to: 'const debug = process.env.DEBUG ? (0, debug_1.default)(namespace) : () => {};',
  },
  {
    // Nothing here spins; the spinner brings forty kilobytes of frames.
    file: 'lib/ux/index.js',
    from: 'const spinner_1 = __importDefault(require("./action/spinner"));',
    to: 'const spinner_1 = simple_1;',
  },
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
