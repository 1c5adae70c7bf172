import type {CaseResult, FileResult, SuiteResult} from '../result.ts'
import {isUnheard, type ModelUsage, totalUsage, usageText, usageWarning} from '../llm/model-usage.ts'
import {failureBlock, failureLine, transcriptText} from './failure-text.ts'

/** JUnit XML, as CI servers read it: a suite a file, a test case a conversation. */
export function junitXml({files, passed, failed, skipped, durationMs, model}: SuiteResult): string {
  const unheard = isUnheard(model) ? [unheardSuite(model!)] : []
  const totals = attributes({
    name: 'voicectl scenario test',
    tests: passed + failed + skipped + unheard.length,
    failures: failed,
    errors: unheard.length,
    skipped,
    time: seconds(durationMs),
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${totals}>\n${[...files.map(suite), ...unheard].join('')}</testsuites>\n`
}

function suite(file: FileResult): string {
  const {cases} = file
  const count = (status: CaseResult['status']) => cases.filter((one) => one.status === status).length
  const head = attributes({
    name: file.file,
    tests: cases.length,
    failures: count('failed'),
    errors: 0,
    skipped: count('skipped'),
    time: seconds(file.durationMs),
  })
  return `  <testsuite ${head}>\n${properties(totalUsage(cases.map((one) => one.model)))}${cases.map((one) => testCase(one, file)).join('')}  </testsuite>\n`
}

/** Readers of JUnit count cases: a run in which nothing of the model was heard has one more, and that is an error. */
function unheardSuite(model: ModelUsage): string {
  const name = 'language model'
  const head = attributes({name, tests: 1, failures: 0, errors: 1, skipped: 0, time: seconds(0)})
  const error = `<error ${attributes({type: 'model', message: usageWarning(model, 'en')!})}>${text(usageText(model, 'en'))}</error>`
  return `  <testsuite ${head}>\n    <testcase ${attributes({name, classname: name, time: seconds(0)})}>\n      ${error}\n    </testcase>\n  </testsuite>\n`
}

function properties(model: ModelUsage | undefined): string {
  if (!model) return ''
  const values = {
    'model.requests': model.requests,
    'model.used': model.used,
    ...Object.fromEntries(Object.entries(model.faults).map(([kind, times]) => [`model.fault.${kind}`, times])),
  }
  const lines = Object.entries(values).map(([name, value]) => `      <property ${attributes({name, value})}/>\n`)
  return `    <properties>\n${lines.join('')}    </properties>\n`
}

function testCase(one: CaseResult, {file}: FileResult): string {
  const head = attributes({name: one.name, classname: file, file, line: one.position.line, time: seconds(one.durationMs)})
  const parts = [
    ...(one.status === 'skipped' ? [`<skipped ${attributes({message: one.reason?.en ?? ''})}/>`] : []),
    ...(one.status === 'failed' ? [failures(one)] : []),
    ...(one.transcript.length > 0 ? [`<system-out>${text(transcriptText(one, 'en').join('\n'))}</system-out>`] : []),
  ]
  return parts.length === 0
    ? `    <testcase ${head}/>\n`
    : `    <testcase ${head}>\n${parts.map((part) => `      ${part}\n`).join('')}    </testcase>\n`
}

/** One element for all that is wrong with a case: readers of JUnit count elements as failures. */
function failures({failures: found}: CaseResult): string {
  const type = found[0]?.check ?? 'failed'
  const message = found[0] ? `${failureLine(found[0], 'en')}${found.length > 1 ? ` (and ${found.length - 1} more)` : ''}` : ''
  return `<failure ${attributes({type, message})}>${text(found.flatMap((one) => failureBlock(one, 'en')).join('\n'))}</failure>`
}

const seconds = (ms: number): string => (ms / 1000).toFixed(3)

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}="${text(String(value)).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')}"`)
    .join(' ')

/** XML has no way to write most control characters, escaped or not; callers in fuzz tests say them all. */
const text = (raw: string): string =>
  raw
    .toWellFormed()
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
