import {access} from 'node:fs/promises'
import {closest} from '../../closest.ts'
import {fileEnv} from '../../config/env-entries.ts'
import {configKeys} from '../../config/keys.ts'
import {exposedMode} from '../../config/secrets-file.ts'
import {urlLogin} from '../../config/secret.ts'
import {type Check, type CheckResult, type MachineContext, ok, warning} from './check.ts'

/** A wider secrets file is refused when it is read; here its absence and its good state are told as well. */
export const secretsCheck: Check = {
  name: 'secrets',
  async run({config}) {
    const {secrets} = config.files
    const results: CheckResult[] = []
    const exists = await access(secrets).then(
      () => true,
      () => false,
    )
    if (exists && exposedMode(secrets) === undefined) {
      results.push(ok('secrets', {en: `${secrets} is readable by its owner only.`, ru: `${secrets} читает только владелец.`}))
    }
    const {kind, where} = config.origins['database.url']
    // A project file with a password is refused when it is read.
    if (kind === 'profile' && urlLogin(config.values.database.url).password) {
      results.push(
        warning(
          'secrets.database',
          {en: `The database password stands in ${where}.`, ru: `Пароль базы данных записан в ${where}.`},
          {
            en: 'Move it: `voicectl config set database.url --stdin --user`, then remove the line.',
            ru: 'Перенесите: `voicectl config set database.url --stdin --user`, затем удалите строку.',
          },
        ),
      )
    }
    return results
  },
}

/** Variables of the program itself, not of a key or a flag. */
const ownVariables = ['VOICECTL_LANG', 'VOICECTL_PROFILE', 'VOICECTL_CONFIG_DIR', 'VOICECTL_DATA_DIR', 'VOICECTL_CACHE_DIR']

/** A misspelt variable is ignored in silence by everything else. */
export const environmentCheck: Check = {
  name: 'environment',
  run: unreadVariables,
  withoutConfig: unreadVariables,
}

async function unreadVariables({env, flagVariables}: MachineContext): Promise<CheckResult[]> {
  const known = new Set([...configKeys.flatMap((key) => [key.env, fileEnv(key) ?? key.env]), ...flagVariables, ...ownVariables])
  const strange = Object.keys(env).filter((name) => name.startsWith('VOICECTL_') && !known.has(name))
  return strange.map((name) => {
    const guess = closest(name, known)
    return warning(
      'environment',
      {en: `${name} is set, but nothing reads it.`, ru: `Переменная ${name} задана, но её никто не читает.`},
      guess ? {en: `Did you mean ${guess}?`, ru: `Может быть, ${guess}?`} : {en: 'Remove it.', ru: 'Удалите её.'},
    )
  })
}

export const promptCheck: Check = {
  name: 'prompt',
  async run({config}) {
    const path = config.values.prompt.baseFile
    if (path === undefined) return []
    // As a call reads it: a folder and a text in another encoding can be opened, too.
    const {basePrompt} = await import('../../skillbase/prompt/base-prompt.ts')
    await basePrompt(path)
    return [ok('prompt', {en: `The base prompt is ${path}.`, ru: `Базовый промпт: ${path}.`})]
  },
}
