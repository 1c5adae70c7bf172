import type {Check} from './check.ts'
import {databaseCheck} from './database.ts'
import {foldersCheck} from './folders.ts'
import {llmCheck, llmOnlineCheck} from './llm.ts'
import {clockCheck, diskCheck, nodeCheck} from './machine.ts'
import type {MachineCheck} from './run-checks.ts'
import {environmentCheck, promptCheck, secretsCheck} from './settings.ts'

/** What `doctor` looks at, in the order it is told. A new provider or server adds its check here. */
export const doctorChecks: readonly Check[] = [
  secretsCheck,
  environmentCheck,
  clockCheck,
  foldersCheck,
  diskCheck,
  databaseCheck,
  promptCheck,
  llmCheck,
  llmOnlineCheck,
]

/** These work even when the configuration does not. */
export const machineChecks: readonly MachineCheck[] = [{name: 'node', run: nodeCheck}]
