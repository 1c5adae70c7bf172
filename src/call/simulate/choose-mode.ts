import type {Skillbase} from '../../skillbase/schema/skillbase.ts'
import {AppError} from '../../errors.ts'
import type {DialogueMode} from '../call.ts'

type Wish = DialogueMode | 'auto'

export interface ModeWishes {
  /** From the command line. */
  readonly flag: Wish | undefined
  readonly configured: Wish
  readonly hasModel: boolean
}

/**
 * The mode of a call: what was asked for, else what the skillbase says, else what the configuration says. Left to us, a model helps
 * to understand; it also speaks where the skillbase describes a person and a plan and words nothing itself.
 *
 * @throws AppError LLM_NOT_CONFIGURED when a mode that needs a model is asked for by hand
 */
export function chooseMode({flow, llm, context}: Skillbase, {flag, configured, hasModel}: ModeWishes): DialogueMode {
  if (flag && flag !== 'auto') {
    if (flag !== 'off' && !hasModel) throw notConfigured(flag)
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
