import {findModel} from '../../providers/llm/models.ts'
import type {SkillbaseInput} from '../schema/skillbase.ts'
import {within} from './limits.ts'
import type {LegacyObject, Report} from './legacy.ts'

type LlmInput = NonNullable<SkillbaseInput['llm']>

/** A model that is gone is not carried over: the platform's default answers instead. */
export function upgradeLlm(llm: LegacyObject, report: Report): LlmInput | undefined {
  const provider = llm.text('provider')
  const model = llm.text('model')
  const temperature = within(llm, 'temperature', [0, 2], report)
  const tokens = within(llm, 'max_tokens', [16, 4000], report)
  llm.leftOver()
  const known = provider === 'groq' || provider === 'openai' ? provider : undefined
  if (provider !== undefined && !known) {
    report.lossy(
      [...llm.path, 'provider'],
      `there is no provider "${provider}"; the default one was taken`,
      `провайдера «${provider}» нет, взят обычный`,
    )
  }
  const retired = model !== undefined && findModel(model, known ?? 'groq')?.status === 'retired'
  if (retired) {
    report.lossy(
      [...llm.path, 'model'],
      `model "${model}" was shut down by its vendor; the default model was taken`,
      `модель «${model}» отключена поставщиком, взята модель по умолчанию`,
    )
  }
  const kept = model !== undefined && !retired && (known !== undefined || provider === undefined)
  if (model !== undefined && !retired && !kept)
    report.lossy([...llm.path, 'model'], `model "${model}" goes with that provider`, `модель «${model}» относится к этому провайдеру`)
  const upgraded: LlmInput = {
    ...(known && {provider: known}),
    ...(kept && {model}),
    ...(temperature !== undefined && {temperature}),
    ...(tokens !== undefined && {max_tokens: Math.round(tokens)}),
  }
  return Object.keys(upgraded).length > 0 ? upgraded : undefined
}
