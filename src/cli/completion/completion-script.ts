import type {Config} from '../oclif.ts'
import {bashCompletion} from './bash.ts'
import {fishCompletion} from './fish.ts'
import type {Shell} from './shell.ts'
import {completionTree} from './words.ts'
import {zshCompletion} from './zsh.ts'

export function completionScript(shell: Shell, config: Config): string {
  const tree = completionTree(config)
  switch (shell) {
    case 'bash':
      return bashCompletion(config.bin, tree)
    case 'zsh':
      return zshCompletion(config.bin, tree)
    case 'fish':
      return fishCompletion(config.bin, tree)
  }
}
