import {loadOclif} from '../../src/cli/load-oclif.ts'

interface Manifest {
  readonly commands: Readonly<Record<string, {relativePath?: string[]}>>
}

/** What `oclif manifest` writes, from the sources as they are now. */
export async function manifestOfSources(): Promise<Manifest> {
  const config = await loadOclif({fromSource: true}, {})
  const {manifest} = config.plugins.get('voicectl') as unknown as {readonly manifest: Manifest}
  const copy = structuredClone(manifest)
  for (const command of Object.values(copy.commands)) {
    command.relativePath = ['dist', ...(command.relativePath ?? [])].map((part) => part.replace(/\.ts$/, '.js'))
  }
  return copy
}
