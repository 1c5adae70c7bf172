#!/usr/bin/env node
// The same CLI straight from the TypeScript sources: Node strips the types itself.
import {main, reportCrashes} from '../src/cli/main.ts'

reportCrashes(process.argv.slice(2))
process.exitCode = await main(process.argv.slice(2), {fromSource: true})
