import {compileTemplate} from '../../dialogue/engine/scenario/template.ts'
import {TemplateError} from '../../dialogue/engine/scenario/template-error.ts'
import type {Path} from '../issue.ts'
import {meant} from './conditions.ts'
import type {Check, LintContext} from './context.ts'

/** E201 unreadable template, E202 unknown variable, E203 unknown field, E204 unknown fact, E205 unknown tool result. */
export const checkTemplates: Check = (context) => {
  for (const {texts} of context.lines) for (const {path, text} of texts) checkTemplate(path, text, context)
  for (const {path, text} of dataTemplates(context)) checkTemplate(path, text, context)
}

/** Templates that are sent instead of said. */
export function dataTemplates({flow}: LintContext): {readonly path: Path; readonly text: string}[] {
  const found: {path: Path; text: string}[] = []
  const walk = (path: Path, value: unknown) => {
    if (typeof value === 'string') found.push({path, text: value})
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) walk([...path, Array.isArray(value) ? Number(key) : key], item)
  }
  for (const [id, {tools}] of Object.entries(flow.states))
    tools.forEach(({args}, index) => walk(['flow', 'states', id, 'tools', index, 'args'], args))
  flow.outcomes.forEach(({webhook}, index) => walk(['flow', 'outcomes', index, 'webhook'], webhook))
  return found
}

function checkTemplate(path: Path, text: string, context: LintContext): void {
  try {
    for (const variable of compileTemplate(text).variables) checkVariable(path, variable, context)
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    context.report(path, 'E201', `the template cannot be read: ${error.text.en}`, `шаблон не читается: ${error.text.ru}`)
  }
}

const free = new Set(['persona', 'contact', 'caller', 'lang'])

function checkVariable(path: Path, variable: string, {fields, flow, results, report}: LintContext): void {
  const [root = '', name = ''] = variable.split(/[.[]/)
  const known = {f: fields, facts: new Set(Object.keys(flow.facts)), tool: results}[root]
  if (known === undefined) {
    const usable = free.has(root) || (root === 'value' && path[1] === 'phrases')
    if (usable) return
    const {en, ru} = fields.has(root)
      ? {en: `; did you mean f.${root}?`, ru: `; может быть, f.${root}?`}
      : meant(root, ['f', 'facts', 'tool', ...free])
    report(path, 'E202', `there is no variable "${root}"${en}`, `нет переменной «${root}»${ru}`)
    return
  }
  if (known.has(name)) return
  const {en, ru} = meant(name, known)
  const [code, what, kind] = (
    {f: ['E203', 'field', 'поля'], facts: ['E204', 'fact', 'факта'], tool: ['E205', 'tool result', 'результата инструмента']} as const
  )[root as 'f']
  report(path, code, `there is no ${what} "${name}"${en}`, `нет ${kind} «${name}»${ru}`)
}
