import {AppError} from '../errors.ts'
import type {Entry} from './origin.ts'
import type {Config, ConfigKey} from './schema.ts'
import type {Secret} from './secret.ts'

/**
 * Why the key that the user has stored does not go where the configuration in force points; undefined when it does. A project file is found in
 * whatever folder somebody works in, and anybody may have written it: the address in it gets no key that was not given for it.
 *
 * @param own what the user's profile says, in order of precedence
 */
export function keyRefusal(found: ReadonlyMap<ConfigKey, Entry>, own: readonly Entry[]): AppError | undefined {
  const key = found.get('llm.apiKey')
  const address = found.get('llm.baseUrl')
  if (key?.origin.kind !== 'secrets' || address?.origin.kind !== 'project') return undefined
  const trusted = own.find(({key: {name}}) => name === 'llm.baseUrl')?.value
  return trusted === address.value ? undefined : withheld(key.origin.where, String(address.value), address.origin.where)
}

/** The configuration with a key that is known to be there and that nobody can take out. */
export const withoutKey = ({llm, ...values}: Config, why: AppError): Config => ({
  ...values,
  llm: {...llm, apiKey: llm.apiKey && refusing(llm.apiKey, why)},
})

const refusing = (secret: Secret, why: AppError): Secret => ({
  ...secret,
  reveal() {
    throw why
  },
})

const withheld = (key: string, address: string, where: string): AppError =>
  new AppError(
    'KEY_WITHHELD',
    {
      en: `The key of ${key} is not sent to ${address}: that address is from ${where}, and a project file gets no key of yours.`,
      ru: `Ключ (${key}) не отправляется на ${address}: этот адрес указан в ${where}, а файл проекта ваших ключей не получает.`,
    },
    {
      exit: 'auth',
      hint: {
        en: `If the key is meant for it, put the address beside the key: \`voicectl config set llm.baseUrl ${address} --user\`. Or give a key in VOICECTL_LLM_API_KEY.`,
        ru: `Если ключ для него, запишите адрес рядом с ключом: \`voicectl config set llm.baseUrl ${address} --user\`. Или задайте ключ в VOICECTL_LLM_API_KEY.`,
      },
    },
  )
