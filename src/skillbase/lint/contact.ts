import {asksAbout} from '../../dialogue/engine/unasked.ts'
import {compileTemplate} from '../../dialogue/engine/scenario/template.ts'
import {TemplateError} from '../../dialogue/engine/scenario/template-error.ts'
import type {Check} from './context.ts'

/**
 * W313 a line that has a hole where nothing is known of the contact. W314 a question who is on the line that a call without the name does not
 * ask, and that names no state to go to then.
 */
export const checkContact: Check = ({flow, lines, report}) => {
  const identity = new Set(
    lines
      .filter(({path, texts}) => path[1] === 'fields' && path[3] === 'ask' && texts.some(({text}) => asksAbout(text)))
      .map(({path}) => String(path[2]))
      .filter((id) => flow.fields[id]?.type === 'yesno'),
  )
  for (const {path, texts} of lines) {
    if (path[1] === 'fields' && identity.has(String(path[2]))) continue
    for (const {path: at, text} of texts) {
      const [first] = needsOf(text)
      if (first !== undefined)
        report(
          at,
          'W313',
          `says ${first}, which a call may not know; give it a \`default\` or put it into {% if ${first} %}`,
          `звучит ${first}, а в звонке его может не быть; дайте \`default\` или поставьте внутрь {% if ${first} %}`,
        )
    }
  }
  for (const id of identity) {
    const {on_fail: onFail} = flow.fields[id]!
    if (onFail !== undefined && onFail in flow.states) continue
    report(
      ['flow', 'fields', id],
      'W314',
      'asks about the contact; a call that does not know it asks nothing and says goodbye. Name a state in `on_fail`',
      'спрашивает о контакте; если его данных нет, бот не спросит и простится. Назовите состояние в `on_fail`',
    )
  }
}

function needsOf(text: string): readonly string[] {
  try {
    return compileTemplate(text).needs
  } catch (error) {
    // Another check tells.
    if (error instanceof TemplateError) return []
    throw error
  }
}
