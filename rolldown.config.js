import {globSync} from 'node:fs'
import {builtinModules} from 'node:module'
import {defineConfig} from 'rolldown'

const entries = globSync('commands/**/*.ts').map((file) => [file.replace(/\.ts$/, ''), file])

export default defineConfig({
  input: {main: 'src/cli/main.ts', help: 'src/cli/help.ts', ...Object.fromEntries(entries)},
  platform: 'node',
  // Native addons find their binaries from their own folder; everything else is bundled, because 300 small files are slow to open.
  external: [...builtinModules, /^node:/, 'better-sqlite3'],
  transform: {define: {__dirname: 'import.meta.dirname', __filename: 'import.meta.filename'}},
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    sourcemap: true,
    cleanDir: true,
  },
})
