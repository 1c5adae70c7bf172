import type {Check} from './context.ts'

/** W406 personal data that leaves the machine unencrypted. */
export const checkWebhooks: Check = ({flow, skillbase, report}) => {
  const personal = Object.entries(flow.fields)
    .filter(([, {pii}]) => pii)
    .map(([id]) => id)
  const names = (value: unknown) => personal.filter((id) => new RegExp(`\\bf\\.${id}\\b`).test(JSON.stringify(value ?? '')))
  flow.outcomes.forEach(({webhook}, index) => {
    const url = webhook?.['url']
    const sent = names(webhook)
    if (typeof url === 'string' && url.startsWith('http:') && sent.length > 0) {
      report(
        ['flow', 'outcomes', index, 'webhook', 'url'],
        'W406',
        `sends personal data (${sent.join(', ')}) without encryption; use https`,
        `персональные данные (${sent.join(', ')}) уходят без шифрования; нужен https`,
      )
    }
  })
  skillbase.tools.forEach((tool, index) => {
    if (!tool.enabled || (tool.name !== 'webhook' && tool.name !== 'calendar')) return
    const url = tool.name === 'webhook' ? tool.config.url : tool.config.api_url
    const used = Object.values(flow.states).flatMap((state) =>
      state.tools.filter(({use}) => use.split('.')[0] === tool.name).map(({args}) => args),
    )
    const sent = names([...used, tool.name === 'webhook' ? tool.config.parameters : {}])
    if (url?.startsWith('http:') && sent.length > 0) {
      report(
        ['tools', index, 'config', tool.name === 'webhook' ? 'url' : 'api_url'],
        'W406',
        `sends personal data (${sent.join(', ')}) without encryption; use https`,
        `персональные данные (${sent.join(', ')}) уходят без шифрования; нужен https`,
      )
    }
  })
}
