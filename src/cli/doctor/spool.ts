import type {Store} from '../../store/store.ts'
import {type CheckResult, warning} from './check.ts'

/** Calls of a company that were cut off and can only be closed, since what they left is damaged or gone. Nobody else would ever notice. */
export async function spoolResults(companyId: string, spoolDir: string, store: Store): Promise<CheckResult[]> {
  const {brokenCalls} = await import('../../call/broken-calls.ts')
  return (await brokenCalls(companyId, {store, spoolDir})).map(({callId}) => brokenCall(callId))
}

const brokenCall = (id: string): CheckResult =>
  warning(
    'spool',
    {
      en: `What call ${id} left behind is damaged or gone: it can only be closed.`,
      ru: `То, что осталось от звонка ${id}, повреждено или пропало: его можно только закрыть.`,
    },
    {en: `Run \`voicectl call resume ${id} --close\`.`, ru: `Выполните \`voicectl call resume ${id} --close\`.`},
  )
