import type {Skillbase} from '../../skillbase/schema/skillbase.ts'
import {AppError} from '../../errors.ts'
import type {WithheldKey} from '../../config/llm.ts'
import type {DialogueMode} from '../call.ts'

type Wish = DialogueMode | 'auto'

export interface ModeWishes {
  /** From the command line. */
  readonly flag: Wish | undefined
  readonly configured: Wish
  readonly hasModel: boolean
  readonly withheldKey?: WithheldKey | undefined
}

/**
 * The mode of a call: what was asked for, else what the skillbase says, else what the configuration says. Left to us, a model helps
 * to understand; it also speaks where the skillbase describes a person and a plan and words nothing itself.
 *
 * @throws AppError LLM_NOT_CONFIGURED when a mode that needs a model is asked for by hand
 */
export function chooseMode({flow, llm, context}: Skillbase, {flag, configured, hasModel, withheldKey}: ModeWishes): DialogueMode {
  if (flag && flag !== 'auto') {
    if (flag !== 'off' && !hasModel) throw withheldKey ? withheld(flag, withheldKey) : notConfigured(flag)
    return flag
  }
  if (!hasModel) return 'off'
  const wish = flow.llm?.mode ?? llm?.mode ?? configured
  if (wish !== 'auto') return wish
  const wordsNothing = [...Object.values(flow.states).map(({say}) => say), ...Object.values(flow.fields).map(({ask}) => ask)].every(
    (line) => line === undefined,
  )
  return (flow.flow === 'plan' || wordsNothing) && (context.role !== undefined || flow.persona.role !== undefined) ? 'full' : 'assist'
}

const notConfigured = (mode: string) =>
  new AppError(
    'LLM_NOT_CONFIGURED',
    {
      en: `Mode "${mode}" needs a language model, and none is configured.`,
      ru: `Режиму «${mode}» нужна языковая модель, а она не настроена.`,
    },
    {
      exit: 'usage',
      hint: {
        en: 'Set one with `voicectl config set llm.apiKey --stdin`, or use `--mode off`.',
        ru: 'Настройте её: `voicectl config set llm.apiKey --stdin`, или возьмите `--mode off`.',
      },
    },
  )

const withheld = (mode: string, {variable, host}: WithheldKey) =>
  new AppError(
    'LLM_NOT_CONFIGURED',
    {
      en: `Mode "${mode}" needs a language model, and the key in ${variable} is not sent to ${host}: it is for the vendor's own address.`,
      ru: `Режиму «${mode}» нужна языковая модель, а ключ из ${variable} не отправляется на ${host}: он для адреса самого поставщика.`,
    },
    {
      exit: 'usage',
      hint: {
        en: `Put the key for ${host} into VOICECTL_LLM_API_KEY, or unset \`llm.baseUrl\` (VOICECTL_LLM_BASE_URL).`,
        ru: `Запишите ключ для ${host} в VOICECTL_LLM_API_KEY или уберите \`llm.baseUrl\` (VOICECTL_LLM_BASE_URL).`,
      },
    },
  )
