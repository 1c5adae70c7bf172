import {tokenize, words} from '../../../nlu/tokens.ts'
import {asksIn} from '../field-words.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'

/**
 * «Десятого марта оплатила», to "on what day can you pay?": the verb of the question, said of the past. Whatever its prefix («заплатил»,
 * «платил»), and never where it is denied.
 */
export function isDoneAlready(text: string, field: ScenarioField): boolean {
  const said = words(tokenize(text))
  return tokenize(asksIn(field)).some(({text: verb}) => {
    const root = /^(?:за|по|о|об|вы|у|с|от|до|про|при|пере|вне)?(\p{L}{4,})ть(?:ся)?$/u.exec(verb)?.[1]
    return (
      root !== undefined && new RegExp(`(?<!(?:^| )(?:не|бы) (?:\\S{1,8} )?)(?<=^| )\\p{L}{0,4}${root}л[аи]?(?= (?!бы)|$)`, 'u').test(said)
    )
  })
}
