import type {Bilingual} from '../bilingual.ts'
import type {UnfinishedCalls} from './call-source.ts'

/**
 * What somebody should know who reads that calls go on: that some of them do not, and what there is to do. Nothing else would ever say so.
 */
export const unfinishedTexts = ({waiting, lost, broken, isOff = false}: UnfinishedCalls): Bilingual[] => [
  ...about(waiting, notStored),
  ...about(lost, isOff ? cutOffAndOff : cutOff),
  ...about(broken, onlyToClose),
]

const about = (ids: readonly string[], text: (ids: Bilingual, id: string) => Bilingual): Bilingual[] =>
  ids.length === 0 ? [] : [text(someOf(ids), ids.length === 1 ? ids[0]! : 'ID')]

/** A call that ended while the database was away is shown as going on; one that began then is not shown at all. */
const notStored = (ids: Bilingual, id: string): Bilingual => ({
  en: `Over, but not stored yet: ${ids.en}. \`voicectl call resume ${id} --close\` stores such a call.`,
  ru: `Закончены, но ещё не записаны: ${ids.ru}. Записать: \`voicectl call resume ${id} --close\`.`,
})

const cutOff = (ids: Bilingual, id: string): Bilingual => ({
  en: `Cut off, their process is gone: ${ids.en}. \`voicectl call resume ${id}\` goes on with such a call, with \`--close\` it is closed with what was said.`,
  ru: `Оборваны, их процесса больше нет: ${ids.ru}. Продолжить: \`voicectl call resume ${id}\`; с \`--close\` звонок закроется с тем, что успели сказать.`,
})

const cutOffAndOff = (ids: Bilingual, id: string): Bilingual => ({
  en: `Cut off, their process is gone: ${ids.en}. The company is inactive: \`voicectl call resume ${id} --close\` closes such a call with what was said.`,
  ru: `Оборваны, их процесса больше нет: ${ids.ru}. Компания отключена: \`voicectl call resume ${id} --close\` закроет звонок с тем, что успели сказать.`,
})

const onlyToClose = (ids: Bilingual, id: string): Bilingual => ({
  en: `Cut off, and what they left behind is damaged or gone: ${ids.en}. \`voicectl call resume ${id} --close\` closes such a call.`,
  ru: `Оборваны, и то, что от них осталось, повреждено или пропало: ${ids.ru}. Закрыть: \`voicectl call resume ${id} --close\`.`,
})

/** As many as anybody reads. */
const most = 20

export const someOf = (ids: readonly string[]): Bilingual => {
  const told = ids.slice(0, most).join(', ')
  const more = ids.length - most
  return more > 0 ? {en: `${told} and ${more} more`, ru: `${told} и ещё ${more}`} : {en: told, ru: told}
}
