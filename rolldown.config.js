import {globSync} from 'node:fs'
import {builtinModules} from 'node:module'
import {fileURLToPath} from 'node:url'
import {defineConfig} from 'rolldown'
import {leanBuiltins, leanOclif} from './rolldown.start-up.js'

const entries = globSync('commands/**/*.ts').map((file) => [file.replace(/\.ts$/, ''), file])

const configLoader =
  /[\\/]src[\\/](?:config[\\/](?:load|keys|schema|env-entries|file-entries|default-entries|files|secrets-file|user-file|validate|issue-text|origin|database-url|read-yaml|plain-yaml)|timezone)\.ts$/

export default defineConfig({
  input: {main: 'src/cli/main.ts', help: 'src/cli/help.ts', ...Object.fromEntries(entries)},
  platform: 'node',
  // Grouping chunks may give an entry more exports than its source has.
  preserveEntrySignatures: 'allow-extension',
  // Native addons find their binaries from their own folder; everything else is bundled, because 300 small files are slow to open.
  external: [...builtinModules, /^node:/, 'better-sqlite3'],
  // The build for browsers uses the global `crypto`, the one for Node imports node:crypto at once: 3 ms.
  resolve: {alias: {ulid: fileURLToPath(import.meta.resolve('ulid').replace('/node/', '/browser/'))}},
  transform: {define: {__dirname: 'import.meta.dirname', __filename: 'import.meta.filename'}},
  plugins: [leanOclif(), leanBuiltins()],
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    sourcemap: true,
    codeSplitting: {
      // What always loads together is one file: each one more costs a third of a millisecond.
      groups: [
        {name: 'config', test: configLoader, includeDependenciesRecursively: false},
        {name: 'kysely', test: /[\\/]node_modules[\\/]kysely[\\/]/, includeDependenciesRecursively: false},
      ],
    },
    cleanDir: true,
  },
})
