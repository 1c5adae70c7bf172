import {resolveModel} from '../../providers/llm/models.ts'
import {languagesOf} from '../effective.ts'
import type {Check} from './context.ts'

/** W407 a model that is gone or going; W408 a recogniser that does not know one of the languages. */
export const checkModels: Check = ({skillbase, flow, today, report}) => {
  for (const [path, llm] of [
    [['llm', 'model'], skillbase.llm],
    [['flow', 'llm', 'model'], flow.llm],
  ] as const) {
    if (llm?.model === undefined) continue
    const {warning} = resolveModel(llm.model, today, llm.provider)
    if (warning) report(path, 'W407', lowerFirst(warning.en), lowerFirst(warning.ru))
  }
  const {language} = skillbase.voice.stt
  const {all} = languagesOf(skillbase)
  const deaf = language === undefined || language === 'multi' ? [] : all.filter((lang) => lang !== language)
  if (deaf.length > 0) {
    report(
      ['voice', 'stt', 'language'],
      'W408',
      `hears "${language}" only, but the bot speaks ${all.join(', ')}; use \`multi\``,
      `слышит только «${language}», а бот говорит на ${all.join(', ')}; укажите \`multi\``,
    )
  }
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '')
