import type {Document} from 'yaml'
import type {NewProject} from './new-project.ts'

interface ProjectYaml {
  readonly settings: string
  readonly skillbase: string
  readonly test: string | undefined
}

/**
 * Templates speak for a made-up company, named in `flow.persona.company`. Its name gives way to the real one wherever it is said,
 * in the skillbase and in its test. Comments and order stay.
 */
export async function personalise({settings, skillbase, test}: ProjectYaml, project: NewProject): Promise<ProjectYaml> {
  const {name, template, language, timezone} = project
  const {parseDocument, visit} = await import('yaml')
  const edit = (text: string, change: (document: Document) => void): string => {
    const document = parseDocument(text)
    change(document)
    return document.toString({lineWidth: 0, flowCollectionPadding: false})
  }
  const replace = (document: Document, old: string, next: string) =>
    visit(document, {
      Scalar(_key, node) {
        if (typeof node.value === 'string' && node.value.includes(old)) node.value = node.value.replaceAll(old, next)
      },
    })

  let madeUp: string | undefined
  const bot = edit(skillbase, (document) => {
    const company = document.getIn(['flow', 'persona', 'company'])
    if (typeof company === 'string' && company !== '') madeUp = company
    if (madeUp) replace(document, madeUp, name)
    if (document.has('slug')) document.set('slug', template)
    if (document.hasIn(['flow', 'timezone'])) document.setIn(['flow', 'timezone'], timezone)
  })
  const checkBot = (document: Document) => {
    if (madeUp) replace(document, madeUp, name)
    // A test names its skillbase by file, and a project keeps the two in different folders.
    visit(document, {
      Scalar(_key, node) {
        const isFile = typeof node.value === 'string' && /(?:^|\/)[^/]+\.yaml$/.test(node.value)
        if (isFile && (node.value as string).endsWith(`${template}.${language}.yaml`)) node.value = `../skillbases/${template}.yaml`
      },
    })
  }
  return {
    settings: edit(settings, (document) => document.set('timezone', timezone)),
    skillbase: bot,
    test: test === undefined ? undefined : edit(test, checkBot),
  }
}
