import {meant} from './conditions.ts'
import type {Check} from './context.ts'

/** E122 evidence that is no field, E123 not one default. */
export const checkOutcomes: Check = ({flow, fields, report}) => {
  flow.outcomes.forEach(({evidence}, index) => {
    evidence.forEach((field, position) => {
      if (fields.has(field)) return
      const {en, ru} = meant(field, fields)
      report(['flow', 'outcomes', index, 'evidence', position], 'E122', `there is no field "${field}"${en}`, `нет поля «${field}»${ru}`)
    })
  })
  const defaults = flow.outcomes.filter((outcome) => outcome.default).length
  if (flow.outcomes.length > 0 && defaults !== 1) {
    report(
      ['flow', 'outcomes'],
      'E123',
      `exactly one outcome must have \`default: true\`; ${defaults} do`,
      `\`default: true\` должен быть ровно у одного итога, сейчас у ${defaults}`,
    )
  }
}
