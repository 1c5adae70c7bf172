import type {CompletedNode} from './words.ts'

export function zshCompletion(bin: string, tree: readonly CompletedNode[]): string {
  return `#compdef ${bin}
# ${bin} completion for zsh. Load it with:  source <(${bin} completion zsh)
# or save it as _${bin} in a folder of $fpath.
_${bin}() {
  local command='' word index
  local -i arguments=0
  local -a children flags values valued named argument files
  for ((index = 2; index <= CURRENT; index++)); do
    children=() flags=() valued=() named=() argument=() files=()
    case "$command" in
${tree.map(node).join('\n')}
    esac
    ((index == CURRENT)) && break
    word="\${words[index]}"
    if [[ $word == -* ]]; then
      ((\${valued[(Ie)$word]})) && ((index++))
    elif ((arguments == 0 && \${children[(I)\${(b)word}:*]})); then
      command="\${command:+$command }$word"
    else
      ((arguments++))
    fi
  done
  # --flag=VALUE is completed as --flag VALUE is.
  if [[ \${words[CURRENT]} == --*=* ]] && ((\${valued[(Ie)\${words[CURRENT]%%=*}]})); then
    words[CURRENT-1]=("\${words[CURRENT-1]}" "\${words[CURRENT]%%=*}")
    ((CURRENT++))
    words[CURRENT]="\${words[CURRENT]#*=}"
    compset -P '*='
  fi
  if ((index > CURRENT)) || ((\${valued[(Ie)\${words[CURRENT-1]}]})); then
    values=()
    case "$command \${words[CURRENT-1]}" in
${tree.flatMap(values).join('\n')}
    esac
    if ((\${#values})); then compadd -a values; elif ((\${named[(Ie)\${words[CURRENT-1]}]})); then _files; fi
  elif [[ \${words[CURRENT]} == -* ]]; then
    _describe -o 'flag' flags
  elif ((arguments == 0 && \${#children} + \${#argument})); then
    ((\${#children})) && _describe 'command' children
    ((\${#argument})) && compadd -a argument
  elif ((\${files[(Ie)$arguments]} + \${files[(Ie)every]})); then
    _files
  fi
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _${bin} "$@"; else compdef _${bin} ${bin}; fi
`
}

function node({path, children, flags, argument, files}: CompletedNode): string {
  const valued = flags.filter(({takesValue}) => takesValue).flatMap(({names}) => names)
  const named = flags.filter(({takesFile}) => takesFile).flatMap(({names}) => names)
  return `      ${quoted(path)})
        children=(${children.map(({word, summary}) => described(word, summary)).join(' ')})
        flags=(${flags.flatMap(({names, summary}) => names.map((name) => described(name, summary))).join(' ')})
        valued=(${valued.map(quoted).join(' ')})
        named=(${named.map(quoted).join(' ')})
        argument=(${argument.map(quoted).join(' ')})
        files=(${typeof files === 'string' ? files : files.join(' ')}) ;;`
}

const values = ({path, flags}: CompletedNode): string[] =>
  flags
    .filter(({options}) => options.length > 0)
    .map(
      ({names, options}) =>
        `      ${names.map((name) => quoted(`${path} ${name}`)).join('|')}) values=(${options.map(quoted).join(' ')}) ;;`,
    )

/** `_describe` splits at the first colon. */
const described = (word: string, summary: string): string => quoted(`${word.replaceAll(':', String.raw`\:`)}:${summary}`)

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`
