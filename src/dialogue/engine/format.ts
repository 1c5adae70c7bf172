type Parts = readonly ('last' | 'first' | 'patronymic')[]

const natural: Parts = ['first', 'patronymic', 'last']

/** A name as one line, in the order the field asks for, else as people say it. */
export function formatName(name: Record<string, unknown>, parts: Parts = natural): string | undefined {
  const order = [...parts, ...natural.filter((part) => !parts.includes(part))]
  const words = order.map((part) => name[part]).filter((word) => typeof word === 'string' && word !== '')
  return words.length > 0 ? words.join(' ') : undefined
}

/** An address as one line: city, street, house, flat; or the name of a place. */
export function formatAddress(address: Record<string, unknown>): string | undefined {
  if (typeof address['place'] === 'string') return address['place']
  const part = (key: string, label = '') =>
    typeof address[key] === 'string' && address[key] !== '' ? `${label}${address[key]}` : undefined
  const street = [part('streetType'), part('street')].filter(Boolean).join(' ')
  const english = typeof address['street'] === 'string' && /[a-z]/i.test(address['street'])
  const house = part('house', english ? '' : 'дом ')
  const parts = english
    ? [[house, street].filter(Boolean).join(' '), part('building', 'building '), part('flat', 'apartment '), part('city')]
    : [
        part('city'),
        street,
        house,
        part('corpus', 'корпус '),
        part('building', 'строение '),
        part('flat', 'квартира '),
        part('office', 'офис '),
      ]
  const text = parts.filter(Boolean).join(', ')
  return text === '' ? undefined : text
}
