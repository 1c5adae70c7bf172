import type {Check} from './context.ts'

/** W310 a field that is asked for without a question of its own. W311 a phone in a bot without Russian that still takes numbers for Russian ones. */
export const checkAsks: Check = ({flow, languages, report}) => {
  for (const [id, field] of Object.entries(flow.fields)) {
    if (field.ask === undefined)
      report(
        ['flow', 'fields', id],
        'W310',
        `has no \`ask\`; the engine asks in its own words (${field.type})`,
        `нет \`ask\`, движок спросит своими словами (${field.type})`,
      )
    if (field.type === 'phone' && field.region === undefined && !languages.all.includes('ru'))
      report(
        ['flow', 'fields', id],
        'W311',
        'has no `region`, so numbers without a country code are taken for Russian ones; write `region: US`',
        'нет `region`, поэтому номера без кода страны считаются российскими; напишите `region: US`',
      )
  }
}
