import {llmConfigured, llmSettings, type WithheldKey, withheldKey} from '../../config/llm.ts'
import type {Config} from '../../config/schema.ts'
import {type Check, type CheckResult, failure, failureOf, ok, skipped, warning} from './check.ts'

/** Whether a language model is configured, where its key is from, whether its name is known and not retired. */
export const llmCheck: Check = {
  name: 'llm',
  async run({config, deps, env}) {
    const {values, origins} = config
    if (!llmConfigured(values)) return [notConfigured(values, withheldKey(values, env))]
    const models = await modelsOf(values)
    if (models.length === 0) return [noModel]
    const today = new Date(deps.clock.now()).toISOString().slice(0, 10)
    const origin = origins['llm.apiKey'].where
    const {keyRefusal} = config
    const key = keyRefusal
      ? [failureOf('llm.key', keyRefusal)]
      : values.llm.apiKey
        ? [ok('llm.key', {en: `The key is from ${origin}.`, ru: `Ключ: ${origin}.`})]
        : []
    const results = await Promise.all(models.map((id, index) => modelResult(modelKeys[index]!, id, values, today)))
    return [...key, ...results]
  },
}

/** With `--online`: whether the provider takes the key and offers the models. */
export const llmOnlineCheck: Check = {
  name: 'llm.online',
  withoutConfig: async ({online}) => (online ? [skipped('llm.online')] : []),
  async run({config, deps, online, signal}) {
    if (!online || !llmConfigured(config.values)) return []
    const models = await modelsOf(config.values)
    const {createLlm} = await import('../../providers/llm/create-llm.ts')
    const llm = await createLlm({...llmSettings(config.values), clock: deps.clock})
    const offered = new Set(await llm?.models(signal))
    const missing = models.filter((id) => !offered.has(id))
    const list = [...offered].sort().join(', ')
    if (missing.length === 0) {
      const names = models.join(', ')
      return [ok('llm.online', {en: `The provider answers and offers ${names}.`, ru: `Поставщик отвечает, есть ${names}.`})]
    }
    return [
      failure(
        'llm.online',
        {en: `The provider does not offer ${missing.join(', ')}.`, ru: `У поставщика нет ${missing.join(', ')}.`},
        {en: `It offers: ${list}.`, ru: `Есть: ${list}.`},
      ),
    ]
  },
}

/** The key that names each of the models; findings are called the same. */
const modelKeys = ['llm.model', 'llm.fallbackModel'] as const

/** The models that a call would ask. */
async function modelsOf({llm}: Config): Promise<string[]> {
  const {provider} = llm
  if (provider === 'none') return []
  const {chosenModels} = await import('../../providers/llm/models.ts')
  const {model, fallbackModel} = chosenModels({...llm, provider})
  return model === undefined ? [] : [model, fallbackModel].filter((id) => id !== undefined)
}

function notConfigured({dialogue, llm}: Config, withheld: WithheldKey | undefined): CheckResult {
  if (withheld) return keyWithheld(withheld)
  const text = {
    en: 'No language model is configured: bots follow their rules.',
    ru: 'Языковая модель не настроена: боты говорят по правилам.',
  }
  if (dialogue.mode !== 'full' && dialogue.mode !== 'assist') return ok('llm', text)
  return failure(
    'llm',
    {
      en: `dialogue.mode is ${dialogue.mode}, but no language model is configured.`,
      ru: `dialogue.mode — ${dialogue.mode}, но языковая модель не настроена.`,
    },
    llm.provider === 'none'
      ? {en: 'Set `llm.provider`, or set `dialogue.mode` to off.', ru: 'Задайте `llm.provider` или dialogue.mode: off.'}
      : {en: 'Store a key: `voicectl config set llm.apiKey --stdin`.', ru: 'Сохраните ключ: `voicectl config set llm.apiKey --stdin`.'},
  )
}

const keyWithheld = ({variable, host}: WithheldKey): CheckResult =>
  warning(
    'llm.key',
    {
      en: `The key in ${variable} is not sent to ${host}: it is for the vendor's own address. Bots follow their rules.`,
      ru: `Ключ из ${variable} не отправляется на ${host}: он для адреса самого поставщика. Боты говорят по правилам.`,
    },
    {en: `Put the key for ${host} into VOICECTL_LLM_API_KEY.`, ru: `Запишите ключ для ${host} в VOICECTL_LLM_API_KEY.`},
  )

const noModel = failure(
  'llm.model',
  {en: 'No model is named for this endpoint.', ru: 'Для этого адреса не указана модель.'},
  {en: 'Run `voicectl config set llm.model NAME`.', ru: 'Выполните `voicectl config set llm.model ИМЯ`.'},
)

async function modelResult(key: (typeof modelKeys)[number], id: string, {llm}: Config, today: string): Promise<CheckResult> {
  const {findModel, isRetired, resolveModel} = await import('../../providers/llm/models.ts')
  if (llm.provider === 'none') return ok(key, {en: id, ru: id})
  const {warning: notice} = resolveModel(id, today, llm.provider)
  const fix = {en: `Run \`voicectl config set ${key} NAME\`.`, ru: `Выполните \`voicectl config set ${key} ИМЯ\`.`}
  if (notice) return (isRetired(id, today, llm.provider) ? failure : warning)(key, notice, fix)
  if (findModel(id, llm.provider) || llm.provider === 'openai') return ok(key, {en: `Model ${id}.`, ru: `Модель ${id}.`})
  return warning(
    key,
    {en: `Model ${id} is not in the table of known models.`, ru: `Модели ${id} нет в таблице известных.`},
    {en: 'Ask the provider: `voicectl doctor --online`.', ru: 'Спросите поставщика: `voicectl doctor --online`.'},
  )
}
