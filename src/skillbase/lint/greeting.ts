import {stateType} from '../state-graph.ts'
import type {Check, LintContext} from './context.ts'

/** I128 the greeting does not say that a bot speaks: the engine adds a sentence, or nobody does. W132 it asks, and so does the first state. */
export const checkGreeting: Check = (context) => {
  checkDisclosure(context)
  checkQuestions(context)
}

const checkDisclosure: Check = ({flow, lines, report}) => {
  const {disclose_bot: disclosed} = flow.greeting
  for (const {path, texts} of lines) {
    if (path[1] !== 'greeting' || path[2] === 'consent' || texts.every(({text}) => namesBot.test(text))) continue
    if (disclosed)
      report(
        path,
        'I128',
        'does not say that a bot speaks; the engine adds a sentence',
        'не сказано, что говорит бот; движок добавит фразу',
      )
    else
      report(
        path,
        'I128',
        'does not say that a bot speaks, and `disclose_bot` is off',
        'не сказано, что говорит бот, а `disclose_bot` выключен',
      )
  }
}

/** A greeting and the first question are said in one breath; nobody can answer two. */
const checkQuestions: Check = (context) => {
  if (!asksAtOnce(context)) return
  for (const {path, texts} of context.lines) {
    if (path[1] !== 'greeting' || path[2] === 'consent' || !texts.some(({text}) => text.trimEnd().endsWith('?'))) continue
    context.report(
      path,
      'W132',
      'ends with a question, and the first field is asked for in the same breath',
      'кончается вопросом, и тут же задаётся вопрос о первом поле',
    )
  }
}

/** Whether a conversation begins with a field: a plan does, and a start that collects. */
function asksAtOnce({flow}: LintContext): boolean {
  const [first] = Object.keys(flow.states)
  if (first === undefined) return true
  const start = flow.states[flow.start ?? first]
  return start !== undefined && stateType(start) === 'collect' && start.say === undefined
}

const namesBot =
  /бот(?!\p{L}{5})|робот|виртуальн|автоматическ|автоответ|голосов\p{L}+ (?:помощни|ассистент)|\bbots?\b|robot|virtual|automated|\bAI\b|voice assistant/iu
