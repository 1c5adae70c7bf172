import {globSync} from 'node:fs'
import {builtinModules} from 'node:module'
import {resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {defineConfig} from 'rolldown'
import {bundledSqlite, leanBuiltins, leanOclif} from './rolldown.start-up.js'

const entries = globSync('commands/**/*.ts').map((file) => [file.replace(/\.ts$/, ''), file])

/** Our own sources by their paths below src/; `*` stands for any name, `{a,b}` for one of these. */
const own = (...patterns) => {
  const files = new Set(globSync(patterns.map((pattern) => `src/${pattern}.ts`)).map((file) => resolve(file)))
  return (id) => files.has(id)
}

/** Every command needs these. */
const shell = own(
  '{bilingual,errors,clock,closest,ids,latin-letters,local-moment,printable,timezone}',
  'cli/{base-command,call-flags,colour,deps,flags,interrupt,json-flag,oclif,output,report-error,system-errors}',
  'config/secret',
  'company/{company,company-zone}',
  // Lists of words that flags are made of.
  'call/call',
  'skillbase/stored',
)

/** Every command that reads its configuration. */
const configLoader = own(
  'endpoint',
  'config/{load,keys,schema,env-entries,file-entries,default-entries,files,secrets-file,user-file,validate,issue-text,origin,database-url,project-secrets,read-yaml,plain-yaml}',
)

/** Every command that opens a database. The hash of a migration is for those that migrate: it loads node:crypto. */
const store = own(
  'store/{open-store,database-url,migrate,repositories,schema-state,bookkeeping,schema,transaction,codec,columns,batches,reference,upsert,database-errors}',
  'store/migrations/{0*,checksums,index,migration}',
  '{call,company,events,lead,skillbase}/{repository,transcript-repository}',
  'call/call-list',
  'skillbase/{stored-errors,stored-reads,stored-writes}',
  'company/{get-company,current-company}',
)

/** Every command whose database is SQLite. */
const sqlite = own('store/sqlite/*')
const isSqlite = (id) => sqlite(id) || /[\\/]node_modules[\\/]better-sqlite3[\\/]/.test(id)

export default defineConfig({
  input: {main: 'src/cli/main.ts', help: 'src/cli/help.ts', ...Object.fromEntries(entries)},
  platform: 'node',
  // Grouping chunks may give an entry more exports than its source has.
  preserveEntrySignatures: 'allow-extension',
  external: [...builtinModules, /^node:/],
  // The build for browsers uses the global `crypto`, the one for Node imports node:crypto at once: 3 ms.
  resolve: {alias: {ulid: fileURLToPath(import.meta.resolve('ulid').replace('/node/', '/browser/'))}},
  transform: {define: {__dirname: 'import.meta.dirname', __filename: 'import.meta.filename'}},
  plugins: [leanOclif(), bundledSqlite(), leanBuiltins()],
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    sourcemap: true,
    // Without comments, and in ASCII: one letter beyond it, in a comment or a message, and Node keeps the whole file as two bytes a character.
    charset: 'ascii',
    comments: {legal: true, annotation: false, jsdoc: false},
    codeSplitting: {
      // What always loads together is one file: each one more costs a third of a millisecond.
      groups: [
        {name: 'shell', test: shell, includeDependenciesRecursively: false},
        {name: 'config', test: configLoader, includeDependenciesRecursively: false},
        {name: 'store', test: store, includeDependenciesRecursively: false},
        {name: 'sqlite', test: isSqlite, includeDependenciesRecursively: false},
        {name: 'kysely', test: /[\\/]node_modules[\\/]kysely[\\/]/, includeDependenciesRecursively: false},
      ],
    },
    cleanDir: true,
  },
})
