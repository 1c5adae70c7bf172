import {spawnSync} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {cli} from '../helpers/cli.ts'
import {skipBecause} from '../helpers/skip.ts'

const present = (shell: string) => spawnSync(shell, ['--version']).status === 0

/** What each shell offers for a command line; the last word is the one being completed. */
const offers: Readonly<Record<string, (script: string, words: readonly string[]) => {command: string; argv: string[]}>> = {
  bash: (script, words) => ({
    command: 'bash',
    argv: [
      '--norc',
      '-c',
      'compopt() { echo "compopt $*"; }; source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _voicectl; printf "%s\\n" "${COMPREPLY[@]}"',
      'bash',
      script,
      ...words,
    ],
  }),
  zsh: (script, words) => ({
    command: 'zsh',
    argv: [
      '-f',
      '-c',
      'compdef() { : }; compset() { : }; _files() { print FILES }; _describe() { print -l -- ${${(P)@[-1]}%%:*} }; compadd() { print -l -- ${(P)2} }; ' +
        'source "$1"; shift; words=("$@"); CURRENT=$#words; _voicectl',
      'zsh',
      script,
      ...words,
    ],
  }),
  fish: (script, words) => ({
    command: 'fish',
    argv: ['-N', '-c', 'source $argv[1]; complete -C (string join -- " " $argv[2..-1])', script, ...words],
  }),
}

/** What bash is told where it shall not offer files. */
const noFiles = 'compopt +o default +o bashdefault'

/** An id, a name or a number is no file; the word that is completed comes last. */
const placesWithoutFiles = [
  ['call', 'show', ''],
  ['company', 'show', ''],
  ['config', 'use', ''],
  ['skillbase', 'history', ''],
  ['skillbase', 'clone', 'salon', ''],
  ['db', 'backup', 'copy.db', ''],
  ['db', 'backup', '--profile', 'x', 'copy.db', ''],
  ['call', 'list', '--limit', ''],
  ['call', 'export', '01KB3', ''],
]

const placesForFiles = [
  ['db', 'backup', ''],
  ['db', 'backup', '--profile', 'x', ''],
  ['scenario', 'fuzz', '--seed', '7', ''],
  ['skillbase', 'lint', 'a.yaml', ''],
  ['nlu', 'score', ''],
  ['call', 'simulate', 'salon', '--script', ''],
  ['call', 'export', '--out', ''],
]

describe('completion', () => {
  const voicectl = cli()
  const script = async (shell: string) => (await voicectl.run(['completion', shell])).stdout
  const complete = async (shell: string, ...words: readonly string[]) => {
    const path = voicectl.path(`complete.${shell}`)
    writeFileSync(path, await script(shell))
    const {command, argv} = offers[shell]!(path, ['voicectl', ...words])
    const {stdout, stderr} = spawnSync(command, argv, {encoding: 'utf8', cwd: voicectl.home})
    expect(stderr).to.equal('')
    return stdout.split('\n').flatMap((line) => (line ? [line.split('\t')[0]!] : []))
  }

  for (const shell of ['bash', 'zsh', 'fish']) {
    describe(shell, () => {
      before(function () {
        if (!present(shell)) skipBecause(this, `there is no ${shell}`)
      })

      it('prints a script the shell can read', async () => {
        const path = voicectl.path(`syntax.${shell}`)
        writeFileSync(path, await script(shell))
        const {status, stderr} = spawnSync(shell, ['-n', path], {encoding: 'utf8'})
        expect({status, stderr}).to.deep.equal({status: 0, stderr: ''})
      })

      it('completes commands and topics', async () => {
        expect(await complete(shell, 'ver')).to.include('version')
        expect(await complete(shell, 'config', ''))
          .to.include.members(['get', 'list', 'set', 'use'])
          .and.not.include('version')
      })

      it('completes the flags of a command', async () => {
        expect(await complete(shell, 'config', 'list', '--')).to.include.members(['--output', '--show-origin', '--json', '--help'])
        expect(await complete(shell, 'version', '--')).not.to.include('--output')
      })

      it('completes behind the flags of every command, and behind help', async () => {
        expect(await complete(shell, '--profile', 'config', 'config', ''))
          .to.include.members(['get', 'set'])
          .and.not.include('version')
        expect(await complete(shell, '-q', '--json', 'config', 'li')).to.include('list')
        expect(await complete(shell, '--')).to.include.members(['--json', '--profile', '--help'])
        expect(await complete(shell, 'help', 'config', ''))
          .to.include.members(['get', 'set'])
          .and.not.include('version')
      })

      it('completes the keys of the configuration', async () => {
        expect(await complete(shell, 'config', 'set', 'llm.')).to.include.members(['llm.apiKey', 'llm.model'])
        expect(await complete(shell, 'config', 'unset', '')).to.include('timezone')
      })

      it('completes the values of a flag and of an argument', async () => {
        expect(await complete(shell, 'config', 'list', '-o', '')).to.have.members(['table', 'json', 'yaml', 'csv'])
        expect(await complete(shell, 'completion', '')).to.have.members(['bash', 'zsh', 'fish'])
        // bash takes such a word apart itself; fish gives it back whole.
        const joined = shell === 'bash' ? ['--output', '=', ''] : ['--output=']
        const offered = (await complete(shell, 'config', 'list', ...joined)).map((word) => word.replace('--output=', ''))
        expect(offered).to.have.members(['table', 'json', 'yaml', 'csv'])
      })
    })
  }

  it('offers files where an argument or a value may be one, and nowhere else', async function () {
    if (!present('zsh')) skipBecause(this, 'there is no zsh')
    for (const words of [
      ['call', 'list', ''],
      ['version', ''],
      ['call', 'show', '01KB3', ''],
      ['config', 'set', 'company', 'x', ''],
      ...placesWithoutFiles,
    ])
      expect(await complete('zsh', ...words), words.join(' ')).to.deep.equal([])
    for (const words of [
      ['skillbase', 'apply', '-f', ''],
      ['scenario', 'test', ''],
      ['scenario', 'test', 'a', 'b', ''],
      ['init', ''],
      ...placesForFiles,
    ])
      expect(await complete('zsh', ...words), words.join(' ')).to.deep.equal(['FILES'])
  })

  it('keeps bash and fish from offering files to a command without arguments', async function () {
    if (present('bash')) {
      for (const words of [['call', 'list', ''], ...placesWithoutFiles])
        expect(await complete('bash', ...words), words.join(' ')).to.include(noFiles)
      for (const words of [['skillbase', 'apply', '-f', ''], ['scenario', 'test', 'a', ''], ...placesForFiles])
        expect(await complete('bash', ...words), words.join(' ')).not.to.include(noFiles)
    }
    if (!present('fish')) skipBecause(this, 'there is no fish')
    writeFileSync(voicectl.path('a-file'), '')
    expect(await complete('fish', 'call', 'list', 'a-')).to.deep.equal([])
    for (const words of placesWithoutFiles) expect(await complete('fish', ...words.slice(0, -1), 'a-'), words.join(' ')).to.deep.equal([])
    for (const words of placesForFiles)
      expect(await complete('fish', ...words.slice(0, -1), 'a-'), words.join(' ')).to.deep.equal(['a-file'])
    expect(await complete('fish', 'skillbase', 'apply', '-f', 'a-')).to.deep.equal(['a-file'])
    expect(await complete('fish', 'scenario', 'test', 'a-')).to.deep.equal(['a-file'])
  })

  it('completes a value after the equals sign, which bash sees as a word of its own', async function () {
    if (!present('bash')) skipBecause(this, 'there is no bash')
    expect(await complete('bash', 'config', 'list', '--output', '=', 'j')).to.deep.equal(['json'])
  })

  it('is not confused by the value of a flag or by an argument', async function () {
    if (!present('bash')) skipBecause(this, 'there is no bash')
    expect(await complete('bash', 'config', 'list', '--profile', 'config', '--sh')).to.deep.equal(['--show-origin'])
    expect(await complete('bash', 'config', 'set', 'company', '')).to.deep.equal([noFiles])
  })

  it('refuses a shell it does not know', async () => {
    const {stderr, exitCode} = await voicectl.run(['completion', 'bsh'])
    expect(stderr).to.contain('must be one of bash, zsh, fish, not "bsh"').and.to.contain('Did you mean bash?')
    expect(exitCode).to.equal(2)
  })
})
