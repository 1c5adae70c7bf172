import type {CompletedNode} from './words.ts'

export function fishCompletion(bin: string, tree: readonly CompletedNode[]): string {
  // Their value stands behind them and is no word of the command, wherever they stand.
  const valued = [...new Set(tree.flatMap(({flags}) => flags.flatMap(({names, takesValue}) => (takesValue ? names : []))))]
  return `# ${bin} completion for fish. Load it with:  ${bin} completion fish | source
# or save it as ~/.config/fish/completions/${bin}.fish
function __${bin}_words
    set -l skip 0
    for word in (commandline -opc)[2..-1]
        if test $skip = 1
            set skip 0
        else if string match -qr -- '^(${valued.join('|')})$' $word
            set skip 1
        else if not string match -q -- '-*' $word
            echo $word
        end
    end
end
function __${bin}_at
    set -l typed (string join ' ' -- (__${bin}_words))
    test "$typed" = "$argv[1]"
end
function __${bin}_under
    set -l typed (string join ' ' -- (__${bin}_words))
    test "$typed" = "$argv[1]"; or string match -q -- "$argv[1] *" "$typed"
end
function __${bin}_no_file
    __${bin}_under $argv[1]; or return 1
    set -l arguments (math (count (__${bin}_words)) - (count (string split -n ' ' -- $argv[1])))
    not contains -- $arguments $argv[2..-1]
end
${tree.flatMap((node) => lines(bin, node)).join('\n')}
`
}

function lines(bin: string, {path, children, flags, argument, files}: CompletedNode): string[] {
  const at = `complete -c ${bin} -n ${quoted(`__${bin}_at ${quoted(path)}`)}`
  const under = `complete -c ${bin} -n ${quoted(`__${bin}_under ${quoted(path)}`)}`
  return [
    // Fish offers files wherever nothing forbids it.
    ...noFiles(bin, path, children.length > 0 ? [] : files, children.length > 0 ? at : under),
    ...children.map(({word, summary}) => `${at} -f -a ${quoted(word)} -d ${quoted(summary)}`),
    ...(argument.length > 0 ? [`${at} -f -a ${quoted(argument.join(' '))}`] : []),
    ...flags.map(({names, summary, takesValue, takesFile, options}) => {
      const labels = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`)).join(' ')
      const value = options.length > 0 ? ` -x -a ${quoted(options.join(' '))}` : takesFile ? ' -r -F' : takesValue ? ' -x' : ''
      return `${path === '' ? at : under} ${labels}${value} -d ${quoted(summary)}`
    }),
  ]
}

function noFiles(bin: string, path: string, files: CompletedNode['files'], anywhere: string): string[] {
  if (files === 'every') return []
  if (files.length === 0) return [`${anywhere} -f`]
  return [`complete -c ${bin} -n ${quoted(`__${bin}_no_file ${quoted(path)} ${files.join(' ')}`)} -f`]
}

/** Inside single quotes fish knows two escapes: \\\\ and \\'. */
const quoted = (text: string): string => `'${text.replaceAll('\\', String.raw`\\`).replaceAll("'", String.raw`\'`)}'`
