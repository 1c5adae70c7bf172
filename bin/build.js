#!/usr/bin/env node
// Bundles the sources into dist/ and writes the manifest of the commands, in an order that does not depend on the machine.
import {execFileSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {rolldown} from 'rolldown'
import config from '../rolldown.config.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const {output, ...input} = config
const bundle = await rolldown({...input, cwd: root, logLevel: 'warn'})
await bundle.write(output)
await bundle.close()

const oclif = fileURLToPath(import.meta.resolve('oclif/bin/run.js'))
execFileSync(process.execPath, [oclif, 'manifest'], {cwd: root, stdio: ['ignore', 'ignore', 'inherit']})

const manifest = new URL('../oclif.manifest.json', import.meta.url)
const written = JSON.parse(readFileSync(manifest, 'utf8'))
const commands = Object.fromEntries(Object.entries(written.commands).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(manifest, `${JSON.stringify({...written, commands}, undefined, 2)}\n`)
