import {expect} from 'chai'
import {parse} from 'yaml'
import {isObject} from '../../../../src/skillbase/formats.ts'
import {formatPath, type Path} from '../../../../src/skillbase/issue.ts'
import {parseSkillbase} from '../../../../src/skillbase/parse.ts'
import {SkillbaseInvalid} from '../../../../src/skillbase/skillbase-invalid.ts'
import {fixtureText} from '../../../helpers/skillbases.ts'

const formats = ['version-a', 'version-b', 'simple', 'engine-2', 'spec-1'] as const

/** Where something may go unnoticed: it tells the format, stands there for what is the case anyway, or goes with a rule that is told to go. */
const silent: Readonly<Record<(typeof formats)[number], readonly string[]>> = {
  'version-a': ['config.agent.handoff_criteria.anger', 'config.flow.transitions[2].condition', 'config.tools[1].config.rules[1].condition'],
  'version-b': [],
  simple: [],
  'engine-2': ['version', 'states[4].is_end', 'transitions[6].condition.field'],
  'spec-1': [],
}

describe('D-05: an upgrade loses nothing silently', () => {
  for (const format of formats) {
    const source = parse(fixtureText(`legacy/whole/${format}.yaml`)) as unknown

    it(`of ${format}: whatever is taken out of a document changes what becomes of it, or a warning`, () => {
      const whole = outcome(source)
      expect(whole.format).to.equal(format)
      const isTold = (path: Path) => path.some((_, index) => whole.warned?.has(formatPath(path.slice(0, index + 1))))
      const unnoticed = pathsOf(source).filter((path) => !isTold(path) && outcome(without(source, path)).told === whole.told)
      expect(unnoticed.map(formatPath)).to.have.members(silent[format])
    })
  }

  it('of any format: what stands where something else is asked for is told, and so is what was cut', () => {
    const told = (text: string) => parseSkillbase('a.yaml', text).warnings.map(({path}) => path)
    const brief = 'company_name: Х\nbot_name: Вера\ngoal: Отвечать\n'
    expect(told(`${brief}greeting: {ru: Привет}\n`)).to.deep.equal(['greeting'])
    expect(told(`${brief}fields_to_collect: [{name: имя, required: maybe}]\n`)).to.deep.equal(['fields_to_collect[0].required'])
    expect(told(`${brief}additional_instructions: [Не спорить., {a: 1}]\n`)).to.deep.equal(['additional_instructions[1]'])
    expect(told(`${brief}fields_to_collect: [{name: имя, description: ${'слово '.repeat(90)}}]\n`)).to.include(
      'fields_to_collect[0].description',
    )
  })

  it('keeps two long intents apart that begin the same', () => {
    const {skillbase} = parseSkillbase('engine-2.yaml', fixtureText('legacy/whole/engine-2.yaml'))
    const phrases = Object.values(skillbase.flow.intents).flatMap((intent) =>
      Array.isArray(intent.phrases) ? [intent.phrases.length] : [],
    )
    expect(phrases).to.deep.equal([2, 1, 1])
  })

  it('lets the intents that led to support lead there still', () => {
    const {skillbase, warnings} = parseSkillbase('spec-1.yaml', fixtureText('legacy/whole/spec-1.yaml'))
    expect(skillbase.flow.states['greeting']?.transitions[0]).to.deep.include({to: 'support', on: ['question', 'complaint']})
    expect(warnings.map(({path}) => path)).to.include.members(['support.trigger_intents[1]', 'support.trigger_intents[2]'])
  })
})

/** All that anybody sees of an upgrade: the skillbase and the warnings, or why there is none. */
function outcome(document: unknown): {readonly format?: string; readonly told: string; readonly warned?: ReadonlySet<string>} {
  try {
    const {format, skillbase, warnings} = parseSkillbase('a.json', JSON.stringify(document))
    return {
      format,
      warned: new Set(warnings.map(({path}) => path)),
      told: JSON.stringify([skillbase, warnings.map(({path, message}) => [path, message.en])]),
    }
  } catch (error) {
    if (error instanceof SkillbaseInvalid) return {told: error.message}
    throw error
  }
}

function pathsOf(value: unknown, path: Path = []): Path[] {
  const entries: (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item, index) => [index, item] as const)
    : isObject(value)
      ? Object.entries(value)
      : []
  return entries.flatMap(([key, item]) => [[...path, key], ...pathsOf(item, [...path, key])])
}

function without(document: unknown, path: Path): unknown {
  const copy = structuredClone(document)
  const parent = path.slice(0, -1).reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], copy)
  const key = path.at(-1)!
  if (Array.isArray(parent)) parent.splice(key as number, 1)
  else delete (parent as Record<string | number, unknown>)[key]
  return copy
}
