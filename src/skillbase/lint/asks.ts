import type {Check} from './context.ts'

/** W310 a field that is asked for without a question of its own. */
export const checkAsks: Check = ({flow, report}) => {
  for (const [id, field] of Object.entries(flow.fields)) {
    if (field.ask === undefined)
      report(
        ['flow', 'fields', id],
        'W310',
        `has no \`ask\`; the engine asks in its own words (${field.type})`,
        `нет \`ask\`, движок спросит своими словами (${field.type})`,
      )
  }
}
