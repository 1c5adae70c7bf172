import {closest} from '../closest.ts'
import {AppError} from '../errors.ts'
import type {StoredSkillbase} from './stored.ts'

/** @param slugs that there are, where they are known: one of them may have been meant */
export const skillbaseNotFound = (reference: string, slugs: readonly string[] = []) => {
  const meant = closest(reference, slugs)
  if (/[/\\]|\.(?:ya?ml|json)$/i.test(reference)) return notStored(reference)
  return new AppError(
    'SKILLBASE_NOT_FOUND',
    {en: `No skillbase "${reference}".`, ru: `Нет скиллбейса «${reference}».`},
    {
      exit: 'notFound',
      hint: {
        en: `${meant === undefined ? '' : `Did you mean ${meant}? `}List them with \`voicectl skillbase list\`.`,
        ru: `${meant === undefined ? '' : `Может быть, ${meant}? `}Список: \`voicectl skillbase list\`.`,
      },
    },
  )
}

/** The name of a file where only what is stored can be meant. */
const notStored = (file: string) =>
  new AppError(
    'SKILLBASE_NOT_FOUND',
    {en: `No skillbase "${file}".`, ru: `Нет скиллбейса «${file}».`},
    {
      exit: 'notFound',
      hint: {
        en: 'It is named by its slug here; a file is stored with `voicectl skillbase apply -f FILE`.',
        ru: 'Здесь нужен его слаг; файл сохраняет `voicectl skillbase apply -f ФАЙЛ`.',
      },
    },
  )

export const skillbaseExists = (slug: string) =>
  new AppError(
    'SKILLBASE_EXISTS',
    {en: `Skillbase "${slug}" already exists.`, ru: `Скиллбейс «${slug}» уже есть.`},
    {
      exit: 'conflict',
      hint: {
        en: 'Give the new one another slug, or change that one with `voicectl skillbase apply`.',
        ru: 'Дайте новому другой слаг или измените тот: `voicectl skillbase apply`.',
      },
    },
  )

export const skillbaseInUse = (slug: string) =>
  new AppError(
    'SKILLBASE_IN_USE',
    {en: `Skillbase "${slug}" has calls and cannot be deleted.`, ru: `По скиллбейсу «${slug}» есть звонки, удалить его нельзя.`},
    {exit: 'conflict', hint: {en: 'Archive it instead: its calls stay readable.', ru: 'Отправьте его в архив: звонки останутся доступны.'}},
  )

export const versionNotFound = (slug: string, version: number) =>
  new AppError(
    'VERSION_NOT_FOUND',
    {en: `Skillbase "${slug}" has no version ${version}.`, ru: `У скиллбейса «${slug}» нет версии ${version}.`},
    {exit: 'notFound'},
  )

/** `expected` is what the author saw, `actual` what is there now. */
export const versionConflict = (slug: string, actual: number | null, expected: number | null | undefined) =>
  new AppError(
    'VERSION_CONFLICT',
    {
      en: `Skillbase "${slug}" was changed by someone else: expected version ${expected ?? 'none'}, found ${actual ?? 'none'}.`,
      ru: `Скиллбейс «${slug}» изменил кто-то другой: ожидалась версия ${expected ?? '—'}, сейчас ${actual ?? '—'}.`,
    },
    {exit: 'conflict', hint: {en: 'Look at the newest version and try again.', ru: 'Посмотрите новую версию и повторите.'}},
  )

export const archived = ({slug}: Pick<StoredSkillbase, 'slug'>) =>
  new AppError(
    'SKILLBASE_ARCHIVED',
    {en: `Skillbase "${slug}" is archived.`, ru: `Скиллбейс «${slug}» в архиве.`},
    {exit: 'refused', hint: {en: 'Apply its file to bring it back.', ru: 'Примените его файл, чтобы вернуть.'}},
  )
