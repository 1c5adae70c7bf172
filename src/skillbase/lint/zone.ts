import type {Check} from './context.ts'

/** I312 days or hours of a flow that has no zone of its own: "tomorrow" is that of whoever runs it, which may be elsewhere than the business. */
export const checkZone: Check = ({flow, report}) => {
  if (flow.timezone !== undefined) return
  const dated = Object.entries(flow.fields).find(([, {type}]) => type === 'date' || type === 'time')?.[0]
  if (dated === undefined && flow.hours === undefined) return
  report(
    ['flow', ...(dated === undefined ? ['hours'] : ['fields', dated])],
    'I312',
    'depends on the time zone, and the flow has no `timezone`: that of the company counts',
    'зависит от часового пояса, а `timezone` во flow не указан: берётся пояс компании',
  )
}
