import type {CompletedNode} from './words.ts'

/** Works with the bash 3.2 of macOS: no associative arrays, no mapfile. */
export function bashCompletion(bin: string, tree: readonly CompletedNode[]): string {
  const values = tree.flatMap(({path, flags}) =>
    flags.filter(({options}) => options.length > 0).map(({names, options}) => [names.map((name) => `${path} ${name}`), options] as const),
  )
  const valued = tree.flatMap(({path, flags}) =>
    flags.filter(({takesValue}) => takesValue).flatMap(({names}) => names.map((name) => `${path} ${name}`)),
  )
  return `# ${bin} completion for bash. Load it with:  source <(${bin} completion bash)
_${bin}_children() { case "$1" in
${cases(tree.map(({path, children}) => [[path], children.map(({word}) => word)]))}
esac; }
_${bin}_flags() { case "$1" in
${cases(tree.map(({path, flags}) => [[path], flags.flatMap(({names}) => names.filter((name) => name.startsWith('--')))]))}
esac; }
_${bin}_values() { case "$1" in
${cases(values)}
esac; }
_${bin}_argument() { case "$1" in
${cases(tree.map(({path, argument}) => [[path], argument]))}
esac; }
_${bin}_takes_value() { case "$1" in
${yes(valued.map(quoted))}
esac; return 1; }
# The name of a flag, or the number of an argument, behind the command.
_${bin}_takes_file() { case "$1" in
${yes([...tree.flatMap(fileFlags), ...tree.flatMap(fileArguments)])}
esac; return 1; }
_${bin}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command='' arguments=0 index word next
  for ((index = 1; index < COMP_CWORD; index++)); do
    word="\${COMP_WORDS[index]}"
    if [[ $word == -* ]]; then
      if _${bin}_takes_value "$command $word"; then
        ((index++))
        [[ \${COMP_WORDS[index]} == '=' ]] && ((index++))
      fi
      continue
    fi
    next="\${command:+$command }$word"
    if [[ $arguments == 0 && " $(_${bin}_children "$command") " == *" $word "* ]]; then command="$next"; else ((arguments++)); fi
  done
  # Readline splits --flag=value at the equals sign.
  if [[ $current == '=' ]]; then current=''; elif [[ $previous == '=' ]]; then previous="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  COMPREPLY=()
  if _${bin}_takes_value "$command $previous"; then
    COMPREPLY=($(compgen -W "$(_${bin}_values "$command $previous")" -- "$current"))
  elif [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "$(_${bin}_flags "$command")" -- "$current"))
  elif [[ $arguments == 0 ]]; then
    COMPREPLY=($(compgen -W "$(_${bin}_children "$command") $(_${bin}_argument "$command")" -- "$current"))
  fi
  # Files are offered where nothing else is, and only where one may be. The bash of macOS cannot be told.
  if _${bin}_takes_value "$command $previous"; then word="$previous"; else word="$arguments"; fi
  if [[ \${#COMPREPLY[@]} == 0 ]] && { [[ $current == -* ]] || ! _${bin}_takes_file "$command $word"; }; then
    compopt +o default +o bashdefault 2>/dev/null
  fi
}
complete -o bashdefault -o default -F _${bin} ${bin}
`
}

const yes = (patterns: readonly string[]): string => (patterns.length > 0 ? `  ${patterns.join('|')}) return 0 ;;` : '')

const fileFlags = ({path, flags}: CompletedNode): string[] =>
  flags.filter(({takesFile}) => takesFile).flatMap(({names}) => names.map((name) => quoted(`${path} ${name}`)))

const fileArguments = ({path, files}: CompletedNode): string[] =>
  files === 'every' ? [`${quoted(`${path} `)}[0-9]*`] : files.map((index) => quoted(`${path} ${index}`))

const cases = (rows: readonly (readonly [readonly string[], readonly string[]])[]): string =>
  rows
    .filter(([, words]) => words.length > 0)
    .map(([patterns, words]) => `  ${patterns.map(quoted).join('|')}) echo ${quoted(words.join(' '))} ;;`)
    .join('\n')

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`
