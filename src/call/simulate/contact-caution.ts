import type {Bilingual} from '../../bilingual.ts'
import type {Scenario} from '../../dialogue/engine/scenario/scenario.ts'
import {unknownAsked, unknownSaid} from '../../dialogue/engine/unasked.ts'

/** What whoever starts a call should know of it beforehand: the bot counts on something about the contact that is not there. */
export function contactCautions(scenario: Scenario, contact: Readonly<Record<string, string>>): readonly Bilingual[] {
  const asked = unknownAsked(scenario, contact)
  const said = unknownSaid(scenario, contact).filter((key) => !asked.includes(key))
  return [
    ...(asked.length > 0
      ? [
          {
            en: `Nothing is known of ${pathsOf(asked)}: the bot cannot make sure who is on the line, does not ask, and tells nothing meant for one person (${flagsOf(asked)}).`,
            ru: `Неизвестно ${pathsOf(asked)}: бот не может убедиться, с кем говорит, не спросит и ничего личного не скажет (${flagsOf(asked)}).`,
          },
        ]
      : []),
    ...(said.length > 0
      ? [
          {
            en: `Lines of the bot say ${pathsOf(said)}, of which nothing is known (${flagsOf(said)}).`,
            ru: `В репликах бота звучит ${pathsOf(said)}, а этого в звонке нет (${flagsOf(said)}).`,
          },
        ]
      : []),
  ]
}

const pathsOf = (keys: readonly string[]): string => keys.map((key) => `contact.${key}`).join(', ')
const flagsOf = (keys: readonly string[]): string => keys.map((key) => `--contact ${key}=…`).join(' ')
