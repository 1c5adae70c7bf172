import {execFileSync, spawn, type ChildProcess} from 'node:child_process'

/** Makes named pipes that this many bytes are written into; whoever writes to one that nobody opened is stopped after the tests. */
export function pipes(): (path: string, bytes: number) => string {
  const writers: ChildProcess[] = []
  after(() => {
    for (const writer of writers) writer.kill()
  })
  return (path, bytes) => {
    execFileSync('mkfifo', [path])
    writers.push(spawn('sh', ['-c', `exec head -c ${bytes} /dev/zero > "$1"`, 'sh', path], {stdio: 'ignore'}))
    return path
  }
}
