import {expect} from 'chai'
import {compileScenario} from '../../../../src/dialogue/engine/scenario/compile.ts'
import {parseSkillbase} from '../../../../src/skillbase/parse.ts'
import {talk} from '../../../helpers/scenario.ts'
import {issuesOf, parseFixture} from '../../../helpers/skillbases.ts'

const context = {role: 'Помощник', style: 'Кратко'}
const upgraded = (config: Record<string, unknown>) => parseSkillbase('a.json', JSON.stringify({context, ...config}))

describe('a configuration of version A', () => {
  const {skillbase, format, warnings} = parseFixture('legacy/version-a.json')

  it('is recognised and keeps role, style, rules and facts', () => {
    expect(format).to.equal('version-a')
    expect(skillbase.context).to.include({role: 'Оператор службы доставки воды', style: 'Спокойно и коротко'})
    expect(skillbase.context.safety_rules).to.have.length(2)
    expect(skillbase.context.facts).to.have.length(2)
  })

  it('makes states of bare names and of objects, and ends in the last one', () => {
    expect(Object.keys(skillbase.flow.states)).to.deep.equal(['greeting', 'collect_phone', 'order', 'proschanie'])
    expect(skillbase.flow.states['order']).to.include({goal: 'Заказ', llm_notes: 'Уточни, сколько бутылей нужно и когда'})
    expect(skillbase.flow.states['proschanie']?.type).to.equal('end')
  })

  it('makes fields of the CRM mapping, asked for where their name stands', () => {
    expect(skillbase.flow.fields['phone']?.type).to.equal('phone')
    expect(skillbase.flow.fields['client_name']?.type).to.equal('person_name')
    expect(skillbase.flow.states['collect_phone']?.collect).to.deep.equal(['phone'])
    expect(skillbase.agent.crm_field_mapping).to.deep.equal({client_name: 'CONTACT_NAME', phone: 'CONTACT_PHONE', kolichestvo: 'QTY'})
  })

  it('keeps hand-off criteria that are on, with their remarks', () => {
    expect(skillbase.agent.handoff.criteria).to.deep.equal(['complex request', 'big order: больше ста бутылей'])
  })

  it('takes tools without `enabled` for on, and writes phone numbers properly', () => {
    expect(skillbase.tools.map(({name, enabled}) => [name, enabled])).to.deep.equal([
      ['calendar', true],
      ['transfer_call', true],
    ])
    expect(skillbase.agent.handoff.targets).to.deep.equal([{name: 'operator', to: '+79031234567'}])
    expect(skillbase.flow.handoff.target).to.equal('+79031234567')
  })

  it('carries over no key of a service and no dead model, and says so with the line', () => {
    expect(JSON.stringify(skillbase)).to.not.contain('not-a-real-key')
    expect(skillbase.llm).to.deep.equal({provider: 'groq', temperature: 0.7})
    expect(warnings.map(({path}) => path)).to.deep.equal(['tools[0].config.api_key', 'tools[1].config.targets.boss', 'llm.model'])
    expect(warnings.every(({line}) => line !== undefined)).to.equal(true)
  })

  it('D-06: a linear flow really goes from its first state to its last', () => {
    const call = talk(compileScenario(skillbase, 'test'))
    call.start()
    for (const words of [
      'хочу заказать воду',
      'восемь девятьсот двадцать шесть сто двадцать три сорок пять шестьдесят семь',
      'да верно',
      'Анна',
      'пять',
    ])
      call.say(words)
    expect(call.state.visited).to.deep.equal(['greeting', 'collect_phone', 'order', 'proschanie'])
    expect(call.outcome).to.equal('lead')
  })

  it('D-06: a linear flow without fields goes on after every answer', () => {
    const {skillbase: plain} = upgraded({flow: {type: 'linear', states: ['one', 'two', 'three']}})
    const call = talk(compileScenario(plain, 'test'))
    call.start()
    call.say('здравствуйте, я по объявлению')
    expect(call.state.state).to.equal('two')
    call.say('хорошо, понятно')
    expect(call.outcome).to.not.equal(undefined)
  })

  it('becomes one conversation when it has no states', () => {
    const {skillbase: plain} = upgraded({flow: {type: 'graph', states: []}})
    expect(Object.keys(plain.flow.states)).to.deep.equal(['conversation', 'farewell'])
  })

  it('needs a role and a style', () => {
    const issues = issuesOf(JSON.stringify({context: {role: 'x'}, flow: {type: 'linear', states: ['a']}}), 'a.json')
    expect(issues.map(({path, code}) => [path, code])).to.deep.equal([['context.style', 'MISSING_KEY']])
  })

  it('refuses the same tool twice', () => {
    const tools = [{name: 'calendar'}, {name: 'calendar'}]
    expect(issuesOf(JSON.stringify({context, flow: {type: 'linear', states: ['a']}, tools}), 'a.json')[0]?.path).to.equal('tools[1].name')
  })

  it('D-05: loses nothing silently: every unknown key is told', () => {
    const {warnings: told} = upgraded({flow: {type: 'linear', states: ['a', 'b'], colour: 'red'}, voice: {pitch: 2}, extra: 1})
    expect(told.map(({path}) => path)).to.have.members(['flow.colour', 'voice.pitch', 'extra'])
  })
})

describe('a graph of version A', () => {
  const {skillbase, warnings} = parseFixture('legacy/version-a-graph.yaml')
  const edges = (state: string) =>
    skillbase.flow.states[state]!.transitions.map(({to, on, when}) => ({to, ...(on && {on}), ...(when && {when})}))

  it('takes name and slug from the row around it', () => {
    expect(skillbase).to.include({slug: 'windows', name: 'Ремонт окон'})
  })

  it('D-06: edges find bare-string states by name, whatever its case', () => {
    expect(edges('privetstvie')).to.deep.equal([
      {to: 'zayavka', on: 'book'},
      {to: 'voprosy', on: 'question'},
      {to: 'proschanie', on: 'oshibsya'},
    ])
  })

  it('turns keywords and free conditions into intents with phrases', () => {
    expect(skillbase.flow.intents['oshibsya']?.phrases).to.deep.equal(['ошибся', 'не туда'])
    expect(skillbase.flow.intents['hochu_vyzvat_mastera']?.phrases).to.deep.equal(['хочу вызвать мастера'])
  })

  it('turns "all fields" into complete and collects there', () => {
    expect(edges('zayavka')).to.deep.equal([{to: 'proverka', when: 'complete'}])
    expect(skillbase.flow.states['zayavka']).to.deep.include({type: 'collect', collect: ['name', 'phone']})
  })

  it('makes a confirmation of a state that is left by a yes, and reads the fields back', () => {
    expect(skillbase.flow.states['proverka']?.type).to.equal('confirm')
    expect(JSON.stringify(skillbase.flow.states['proverka']?.say)).to.contain('f.phone | say')
  })

  it('leaves out what could never happen and says so', () => {
    expect(skillbase.flow.states).to.not.have.property('zabytoe')
    expect(warnings.map(({path}) => path)).to.include.members(['config.flow.transitions[4].condition', 'config.flow.states[5]'])
  })

  it('D-07: an intent moves the conversation', () => {
    const call = talk(compileScenario(skillbase, 'test'))
    call.start()
    call.say('хочу записаться')
    expect(call.state.state).to.equal('zayavka')
    call.say('Анна')
    call.say('на этот же номер')
    expect(call.state.state).to.equal('proverka')
    call.say('да всё верно')
    expect(call.outcome).to.equal('lead')
  })

  it('refuses an edge to a state that is not there', () => {
    const flow = {type: 'graph', states: ['hello', 'bye'], transitions: [{from_state: 'hello', to_state: 'by'}]}
    const [issue] = issuesOf(JSON.stringify({context, flow}), 'a.json')
    expect(issue).to.deep.include({path: 'flow.transitions[0].to_state', code: 'E110'})
    expect(issue?.message.en).to.contain('did you mean bye?')
  })

  it('walks a graph without edges in the order of its states', () => {
    const {skillbase: plain} = upgraded({flow: {type: 'graph', states: ['a', 'b', 'c']}})
    expect(plain.flow.states['a']?.transitions).to.deep.include.members([{to: 'b', priority: 0}])
  })
})
