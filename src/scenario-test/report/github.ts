import type {SuiteResult} from '../result.ts'
import {isUnheard, usageWarning} from '../llm/model-usage.ts'
import {failureLine, failureLineNumber} from './failure-text.ts'

/** Workflow commands that make GitHub mark the failing lines of a pull request. */
export const githubAnnotations = ({files, model}: SuiteResult): string[] => [
  ...(isUnheard(model) ? [`::error title=language model::${data(usageWarning(model, 'en')!)}`] : []),
  ...files.flatMap(({file, cases}) =>
    cases.flatMap((one) =>
      one.failures.map(
        (found) =>
          `::error file=${property(file)},line=${failureLineNumber(found, one)},title=${property(one.name)}::${data(failureLine(found, 'en'))}`,
      ),
    ),
  ),
]

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
