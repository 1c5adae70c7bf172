import {type ChildProcess, spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {stripVTControlCharacters} from 'node:util'

/** `script` of util-linux gives a command a terminal; elsewhere it has other flags or is missing. */
export const hasTerminal = process.platform === 'linux' && String(spawnSync('script', ['--version']).stdout).includes('util-linux')

export interface TerminalOptions {
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
}

export interface Terminal {
  /** What stands on it so far, without control characters. */
  readonly screen: string
  /** Resolves when something like this has come since the last wait; rejects when the command ends before or after 15 s. */
  shows(pattern: RegExp): Promise<void>
  type(text: string): void
  /** The exit code. */
  readonly ended: Promise<number>
  kill(): void
}

/** Runs a command on a terminal of its own. */
export function terminal(command: readonly string[], {cwd, env}: TerminalOptions): Terminal {
  const line = command.map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`).join(' ')
  const child: ChildProcess = spawn('script', ['-qefc', line, '/dev/null'], {
    cwd,
    env: {PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', TERM: 'xterm', SHELL: '/bin/sh', ...env},
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let screen = ''
  let seen = 0
  let over = false
  const waiting = new Set<() => void>()
  const wake = () => waiting.forEach((look) => look())
  child.stdout!.on('data', (chunk) => {
    screen += stripVTControlCharacters(String(chunk)).replaceAll('\r', '')
    wake()
  })
  const ended = once(child, 'close').then(([code]) => {
    over = true
    wake()
    return code as number
  })
  return {
    get screen() {
      return screen
    },
    shows: (pattern) =>
      new Promise((resolve, reject) => {
        const stop = (settle: () => void) => {
          clearTimeout(timer)
          waiting.delete(look)
          settle()
        }
        const look = () => {
          const at = screen.slice(seen).search(pattern)
          if (at !== -1) {
            seen = screen.length
            stop(resolve)
          } else if (over) stop(() => reject(new Error(`it ended without ${String(pattern)}:\n${screen}`)))
        }
        const timer = setTimeout(() => stop(() => reject(new Error(`no ${String(pattern)} on the screen:\n${screen}`))), 15_000)
        waiting.add(look)
        look()
      }),
    type: (text) => void child.stdin!.write(text),
    ended,
    kill: () => void child.kill('SIGKILL'),
  }
}
