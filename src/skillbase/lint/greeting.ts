import type {Check} from './context.ts'

/** I128 the greeting does not say that a bot speaks: the engine adds a sentence, or nobody does. */
export const checkGreeting: Check = ({flow, lines, report}) => {
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

const namesBot =
  /бот(?!\p{L}{5})|робот|виртуальн|автоматическ|автоответ|голосов\p{L}+ (?:помощни|ассистент)|\bbots?\b|robot|virtual|automated|\bAI\b|voice assistant/iu
