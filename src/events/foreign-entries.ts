import type {Bilingual} from '../bilingual.ts'
import {join} from 'node:path'
import {callNames, extension, isRegularFile, isUnreadable} from './spool-folder.ts'
import {salvageSpool} from './spool.ts'

/** Something in the spool that is named like the file of a call and cannot be used as one. Every reader passes it over. */
export interface ForeignEntry {
  /** The call it would be. */
  readonly callId: string
  readonly text: Bilingual
  /** What to do about it. */
  readonly fix: Bilingual
}

/** In the order of their names. What is named otherwise is in nobody's way. */
export const foreignEntries = (dir: string): ForeignEntry[] =>
  callNames(dir)
    .toSorted()
    .flatMap((name) => {
      const callId = name.slice(0, -extension.length)
      const why = whyNoCall(dir, callId)
      return why ? [{callId, ...told(why, join(dir, name))}] : []
    })

type WhyNot = 'noFile' | 'unreadable' | 'noEvents'

function whyNoCall(dir: string, callId: string): WhyNot | undefined {
  const path = join(dir, `${callId}${extension}`)
  if (isUnreadable(path)) return 'unreadable'
  if (!isRegularFile(path)) return 'noFile'
  return salvageSpool(dir, callId).length === 0 ? 'noEvents' : undefined
}

function told(why: WhyNot, path: string): Omit<ForeignEntry, 'callId'> {
  switch (why) {
    case 'noFile':
      return {
        text: {
          en: `${path} is in the spool and is no file, so no call.`,
          ru: `${path} лежит среди файлов звонков, но это не файл, а значит, и не звонок.`,
        },
        fix: {en: 'Move it elsewhere or remove it.', ru: 'Перенесите или удалите его.'},
      }
    case 'unreadable':
      return {
        text: {
          en: `${path} may not be read by this user: if it is a call, it waits.`,
          ru: `${path}: у этого пользователя нет прав на чтение; если это звонок, он ждёт.`,
        },
        fix: {
          en: 'Give this user access to the file, or run `voicectl call resume` as its owner.',
          ru: 'Дайте этому пользователю доступ к файлу или выполните `voicectl call resume` от имени владельца.',
        },
      }
    case 'noEvents':
      return {
        text: {
          en: `${path} is in the spool and holds no event of a call.`,
          ru: `${path} лежит среди файлов звонков, но ни одного события звонка в нём нет.`,
        },
        fix: {en: 'Move it elsewhere or remove it.', ru: 'Перенесите или удалите его.'},
      }
  }
}
