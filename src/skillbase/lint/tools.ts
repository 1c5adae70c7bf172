import {toolNames} from '../schema/skillbase.ts'
import {meant} from './conditions.ts'
import type {Check, LintContext} from './context.ts'

/** W401 a tool that is used or on without what it needs; E402 a tool that does not exist; W403 a transfer to nowhere. */
export const checkTools: Check = (context) => {
  const {flow, skillbase, report} = context
  for (const [id, state] of Object.entries(flow.states)) {
    state.tools.forEach(({use}, index) => {
      const path = ['flow', 'states', id, 'tools', index, 'use']
      const name = use.split('.')[0]!
      if (!(toolNames as readonly string[]).includes(name)) {
        const {en, ru} = meant(name, toolNames)
        report(path, 'E402', `there is no tool "${name}"${en}`, `нет инструмента «${name}»${ru}`)
      } else if (!skillbase.tools.some((tool) => tool.name === name && tool.enabled)) {
        report(
          path,
          'W401',
          `tool "${name}" is not among the tools of this skillbase, so it refuses when it is called`,
          `инструмента «${name}» нет в tools этого скиллбейса, вызов не сработает`,
        )
      }
    })
  }
  skillbase.tools.forEach((tool, index) => {
    if (!tool.enabled) return
    if (tool.name === 'calendar' && tool.config.api_url === undefined) {
      report(
        ['tools', index],
        'W401',
        'the calendar has no `api_url`, so it refuses when it is called',
        'у календаря нет `api_url`, вызов не сработает',
      )
    }
    if (tool.name === 'transfer_call' && tool.config.rules.length === 0 && !hasTarget(context)) {
      report(
        ['tools', index],
        'W403',
        'calls are to be transferred, but nobody to transfer them to is named',
        'звонки нужно переводить, но не указано, куда',
      )
    }
  })
}

export const hasTarget = ({flow, skillbase}: LintContext): boolean =>
  flow.handoff.target !== undefined || skillbase.agent.handoff.targets.length > 0
