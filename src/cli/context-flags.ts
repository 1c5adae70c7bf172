/** What a command line says about where it works: whatever is told to type next has to work there, too. */
export interface ContextFlags {
  readonly profile?: string | undefined
  readonly company?: string | undefined
}

let given: ContextFlags = {}

/** Those of the command line that runs. What comes from the environment or the configuration holds for the next one by itself. */
export const contextFlags = (): ContextFlags => given

export function rememberContext(argv: readonly string[]): void {
  const end = argv.indexOf('--')
  const words = end === -1 ? argv : argv.slice(0, end)
  given = {profile: valueOf('--profile', words), company: valueOf('--company', words)}
}

function valueOf(flag: string, words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => word === flag || word.startsWith(`${flag}=`))
  if (at === -1) return undefined
  return words[at] === flag ? words[at + 1] : words[at]!.slice(flag.length + 1)
}

/** Topics whose commands work in a company, but for those that read files alone. */
const inCompany = /^ (?:call|scenario|skillbase (?!schema\b|validate\b)\S+) ?/

/** The rest of a command line behind the name of the program, with the flags that it needs here. */
export function inContext(rest: string, {profile, company}: ContextFlags, quoted: (word: string) => string): string {
  if (rest === '' || rest.includes('--help')) return rest
  const flags = [
    ...(profile === undefined || /--profile\b|^ config use\b/.test(rest) ? [] : [`--profile ${quoted(profile)}`]),
    ...(company === undefined || !inCompany.test(rest) || /--company\b/.test(rest) ? [] : [`--company ${quoted(company)}`]),
  ]
  const [command, ...files] = rest.split(/(?= < )/)
  return [command, ...flags].join(' ') + files.join('')
}
