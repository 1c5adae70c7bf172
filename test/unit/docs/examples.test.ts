import {globSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect} from 'chai'
import {compileScenario} from '../../../src/dialogue/engine/scenario/compile.ts'
import {parseSkillbase} from '../../../src/skillbase/parse.ts'
import {lintSource} from '../../../src/skillbase/lint-source.ts'
import {cli} from '../../helpers/cli.ts'
import {talk} from '../../helpers/scenario.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The YAML of the pages, as a reader would copy it. */
const examples = globSync(['docs/*.md', 'README.md'], {cwd: root})
  .flatMap((file) =>
    [...readFileSync(`${root}${file}`, 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text], index) => ({file, index, text: text!})),
  )
  .toSorted((a, b) => a.file.localeCompare(b.file))
const skillbases = examples.filter(({text}) => /^schema: /m.test(text))
const tests = examples.filter(({text}) => /^cases:/m.test(text) && /^(?:scenario|skillbase):/m.test(text))

describe('the examples of the documentation', () => {
  it('are found', () => {
    expect(skillbases.map(({file}) => file)).to.include.members(['docs/flow.md', 'docs/skillbase.md'])
    expect(tests.map(({file}) => file)).to.include('docs/scenario-tests.md')
  })

  for (const {file, index, text} of skillbases) {
    it(`${file}, example ${index + 1}, is a bot without an error or a warning that opens with one question at most`, () => {
      const {findings} = lintSource('example.yaml', text)
      expect(findings.filter(({severity}) => severity !== 'info')).to.deep.equal([])
      const call = talk(compileScenario(parseSkillbase('example.yaml', text).skillbase, 'test'), {caller: ''})
      expect(call.start().match(/\?/g) ?? []).to.have.length.lessThan(2)
    })
  }

  it('the bakery takes an order with an American number', () => {
    const {text} = skillbases.find((example) => example.file === 'docs/skillbase.md')!
    const call = talk(compileScenario(parseSkillbase('bakery.yaml', text).skillbase, 'test'), {caller: ''})
    call.start()
    for (const line of ['a chocolate cake', 'tomorrow', 'two oh two five five five zero one four three', 'yes', 'yes']) call.say(line)
    expect(call.fields).to.deep.equal({cake: 'a chocolate cake', day: '2026-03-12', phone: '+12025550143'})
    expect(call.outcome).to.equal('lead')
  })

  describe('conversation tests', () => {
    const voicectl = cli()
    before(() => voicectl.run(['init', 'p', '--name', 'Элегант', '--template', 'salon', '--lang', 'ru']))

    for (const {file, text} of tests) {
      it(`of ${file} pass in the project that \`init\` makes`, async () => {
        mkdirSync(voicectl.path('p/tests'), {recursive: true})
        writeFileSync(voicectl.path('p/tests/docs.test.yaml'), text)
        const {stdout, stderr, exitCode} = await voicectl.run(['scenario', 'test', 'p/tests/docs.test.yaml'])
        expect(exitCode, stdout + stderr).to.equal(0)
      })
    }
  })
})
