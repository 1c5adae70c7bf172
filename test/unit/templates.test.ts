import {readdirSync, readFileSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect} from 'chai'
import {createProject} from '../../src/project/create-project.ts'
import {skillbaseTemplates, templateSummaries} from '../../src/project/templates.ts'
import {failureLine} from '../../src/scenario-test/report/failure-text.ts'
import {loadTests} from '../../src/scenario-test/load-tests.ts'
import {runCase} from '../../src/scenario-test/run/run-case.ts'
import {runSuite} from '../../src/scenario-test/run/run-suite.ts'
import {lint} from '../../src/skillbase/lint/lint.ts'
import {parseSkillbase} from '../../src/skillbase/parse.ts'
import {formatPath} from '../../src/skillbase/issue.ts'
import {templatesFolder} from '../../src/templates-folder.ts'
import {tempDir} from '../helpers/temp-dir.ts'

const folder = templatesFolder()
const noStore = {readFile: (path: string) => readFile(path), stored: () => Promise.reject(new Error('no stored skillbases'))}

/** The suite as one text: empty when it passed, else every failure in full. */
async function failuresOf(path: string): Promise<string> {
  const tests = await loadTests([{path, name: path}], noStore)
  const {files, coverage} = await runSuite(tests, {mode: 'off', isWanted: () => true, bail: false})
  const failed = files.flatMap(({cases}) => cases.filter(({status}) => status === 'failed'))
  const uncovered = coverage.filter(({percent}) => percent < 85).map(({percent}) => `coverage is ${percent} %`)
  return [...failed.map((one) => `${one.name}: ${one.failures.map((each) => failureLine(each, 'en')).join('; ')}`), ...uncovered].join('\n')
}

describe('the skillbase templates', () => {
  const temp = tempDir()
  const templates = skillbaseTemplates(folder)

  it('come in five kinds in Russian, and two of them in English', () => {
    const names = (language: string) => templates.filter((each) => each.language === language).map(({name}) => name)
    expect(names('ru')).to.deep.equal(['salon', 'clinic', 'reception', 'survey', 'debt-reminder'])
    expect(names('en')).to.deep.equal(['salon', 'clinic'])
  })

  it('are told in a line each, in both languages, to whoever has to choose', () => {
    expect(Object.keys(templateSummaries)).to.have.members([...new Set(templates.map(({name}) => name))])
    for (const {en, ru} of Object.values(templateSummaries)) {
      expect(en).to.match(/^[a-z][^а-яё]{10,60}$/)
      expect(ru).to.match(/^[а-яё][^a-z]{10,70}$/)
    }
  })

  it('have a test each, and no test is left over', () => {
    const tests = readdirSync(join(folder, 'skillbases/tests')).sort()
    expect(tests).to.have.members(templates.map(({name, language}) => `${name}.${language}.test.yaml`))
  })

  for (const {name, language} of templates) {
    describe(`${name}.${language}`, () => {
      const file = join(folder, `skillbases/${name}.${language}.yaml`)
      const source = readFileSync(file)
      const {skillbase} = parseSkillbase(file, source)

      it('is a whole skillbase that the linter has nothing against', () => {
        const findings = lint(skillbase).filter(({severity}) => severity !== 'info')
        expect(findings.map(({code, path, message}) => `${code} ${formatPath(path)}: ${message.en}`)).to.deep.equal([])
        expect(skillbase.slug).to.equal(name)
        expect(skillbase.context.role).to.be.a('string')
        expect(skillbase.context.safety_rules).not.to.have.length(0)
      })

      it('says in its greeting that no person is speaking', () => {
        expect(lint(skillbase).filter(({code}) => code === 'I128')).to.deep.equal([])
      })

      it('has no phone number that could be somebody’s', () => {
        const numbers = source.toString().match(/\+\d{7,}/g) ?? []
        expect(numbers.filter((number) => !/^\+(?:79450000\d{3}|120255501\d{2})$/.test(number))).to.deep.equal([])
      })

      it('holds every conversation of its test, and the test comes to most of it', async () => {
        expect(await failuresOf(join(folder, `skillbases/tests/${name}.${language}.test.yaml`))).to.equal('')
      })

      it('still does in a new project, under the name of another company', async () => {
        const project = {folder: temp.path('bot'), name: 'Три кита', template: name, language, timezone: 'Asia/Omsk', force: false}
        await createProject(project, {templates: folder})
        const own = readFileSync(temp.path('bot', 'skillbases', `${name}.yaml`), 'utf8')
        expect(own).to.contain('Три кита').and.to.contain('# ')
        expect(own).not.to.contain(skillbase.flow.persona.company)
        expect(await failuresOf(temp.path('bot', 'tests', `${name}.test.yaml`))).to.equal('')
      })
    })
  }
})

describe('the demo', () => {
  for (const language of ['ru', 'en'] as const) {
    it(`ends in a booked visit in ${language}`, async () => {
      const lines = readFileSync(join(folder, `demo/salon.${language}.txt`), 'utf8').split('\n')
      const said = lines.filter((line) => line !== '' && !line.startsWith('#'))
      const [test] = await loadTests([{path: join(folder, `skillbases/tests/salon.${language}.test.yaml`), name: 'demo'}], noStore)
      const {end} = await runCase(test!.bot, {...test!.file.cases[0]!, turns: said.map((user) => ({user}))}, {mode: 'off'})
      expect(end).to.deep.include({outcome: 'booked', endReason: 'bot_hangup'})
      expect(end?.fields).to.deep.include({service: 'haircut', date: '2026-03-12', time: '16:00'})
    })
  }
})
