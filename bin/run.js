#!/usr/bin/env node
// The published entry. Nothing is imported before the Node version is known to be good, and `--version` is answered from here:
// that is the difference between 25 and 80 ms.

// Without the ES facade of the module, which costs 6 ms; versions that are too old may not have it.
const {mkdirSync, readFileSync} = process.getBuiltinModule?.('node:fs') ?? (await import('node:fs'))
const pjson = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const [major, minor, patch] = process.versions.node.split('.').map(Number)
const supported = (major === 22 && (minor > 22 || (minor === 22 && patch >= 2))) || (major === 24 && minor >= 15) || major >= 26

if (!supported) {
  const message = `voicectl needs Node ${pjson.engines.node}; this is Node ${process.versions.node} (${process.execPath}).`
  const hint = 'Install Node 24 LTS. In a checkout, `npm ci` brings its own Node: use `npx voicectl` or an npm script.'
  const words = process.argv.slice(2)
  if (words.slice(0, words.includes('--') ? words.indexOf('--') : undefined).includes('--json')) {
    process.stdout.write(`${JSON.stringify({error: {code: 'NODE_UNSUPPORTED', message, hint}})}\n`)
  } else process.stderr.write(`${message}\n${hint}\n`)
  process.exit(1)
}

if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-v')) {
  process.stdout.write(`${pjson.name}/${pjson.version} ${process.platform}-${process.arch} node-${process.version}\n`)
} else if (import.meta.url.endsWith('?from-source')) {
  const {main, reportCrashes} = await import('../src/cli/main.ts')
  reportCrashes(process.argv.slice(2))
  process.exitCode = await main(process.argv.slice(2), {fromSource: true})
} else {
  if (hasPlaceForCache()) process.getBuiltinModule('node:module').enableCompileCache()
  const {main, reportCrashes} = await import('../dist/main.js').catch((error) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND' || !String(error.message).includes('dist/main.js')) throw error
    process.stderr.write('voicectl is not built yet. Run `npm run build`, or use `npm run dev -- COMMAND`.\n')
    process.exit(1)
  })
  reportCrashes(process.argv.slice(2))
  process.exitCode = await main(process.argv.slice(2))
}

/** Node makes the folder of its cache with all that is above it, and where none can be made it tries for ever. */
function hasPlaceForCache() {
  const {NODE_COMPILE_CACHE: own, NODE_DISABLE_COMPILE_CACHE: unwanted} = process.env
  if (own || unwanted) return !unwanted
  try {
    mkdirSync(`${process.getBuiltinModule('node:os').tmpdir()}/node-compile-cache`)
    return true
  } catch (error) {
    return error.code === 'EEXIST'
  }
}
