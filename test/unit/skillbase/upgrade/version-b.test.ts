import {expect} from 'chai'
import {compileScenario} from '../../../../src/dialogue/engine/scenario/compile.ts'
import {parseSkillbase} from '../../../../src/skillbase/parse.ts'
import {talk} from '../../../helpers/scenario.ts'
import {fixtureText, parseFixture, skillbaseOf} from '../../../helpers/skillbases.ts'

const changed = (change: (config: Record<string, Record<string, unknown>>) => void) => {
  const config = JSON.parse(fixtureText('legacy/version-b.json'))
  change(config)
  return parseSkillbase('b.json', JSON.stringify(config))
}

describe('a configuration of version B', () => {
  const {skillbase, format, warnings} = parseFixture('legacy/version-b.json')

  it('D-05: keeps all five tabs', () => {
    expect(format).to.equal('version-b')
    expect(skillbase.context.rules).to.deep.equal(['Не называть точную цену без осмотра'])
    expect(skillbase.context.lead_criteria).to.deep.equal([{condition: 'Клиент назвал машину и день', action: 'Считать заявкой'}])
    expect(skillbase.flow.plan).to.have.length(3)
    expect(skillbase.flow.greeting.inbound).to.deep.equal(['Автосервис, здравствуйте!', 'Добрый день, автосервис.'])
    expect(skillbase.flow.limits.max_duration).to.equal(600)
    expect(skillbase.knowledge?.document_ids).to.deep.equal(['doc-1'])
    expect(skillbase.agent.closing_message).to.deep.equal({type: 'static_template', template: 'Ждём вас, до свидания!'})
  })

  it('makes fields of what the lead is to hold, and never speaks the instructions', () => {
    const {fields} = skillbase.flow
    expect(Object.entries(fields).map(([id, {type, required}]) => [id, type, required])).to.deep.equal([
      ['imya_klienta', 'person_name', true],
      ['telefon', 'phone', true],
      ['mashina', 'text', false],
    ])
    expect(fields['mashina']?.ask).to.equal(undefined)
    expect(fields['mashina']?.description).to.equal('Спроси марку и год')
    expect(skillbase.agent.crm_field_mapping['mashina']).to.equal('Машина')
  })

  it('without fields asks for what any plan asks for, and comes to the same outcome', () => {
    const without = changed(({agent}) => delete agent!['lead_transfer_fields']).skillbase
    const native = skillbaseOf({flow: 'plan', plan: without.flow.plan, greeting: without.flow.greeting}, {agent: without.agent})
    const outcomes = [without, native].map((skillbase) => {
      const call = talk(compileScenario(skillbase, 'test'))
      call.start()
      for (const line of ['стучит подвеска', 'меня зовут Анна', 'с этого номера', 'да']) if (call.outcome === undefined) call.say(line)
      expect(call.fields).to.include({name: 'Анна', phone: '+79260000000'})
      return call.outcome
    })
    expect(outcomes).to.deep.equal(['lead', 'lead'])
  })

  it('takes tools without `enabled` for off, and transfers where the rules say', () => {
    expect(skillbase.tools.map(({name, enabled}) => [name, enabled])).to.deep.equal([
      ['transfer_call', true],
      ['end_call', true],
      ['skip_turn', false],
    ])
    expect(skillbase.flow.handoff.target).to.equal('+79031234567')
  })

  it('D-46: does not pass a name of the old catalogue to a vendor', () => {
    expect(skillbase.voice.tts.voice).to.equal(undefined)
    expect(warnings.map(({path}) => path)).to.deep.equal(['context.voice_id'])
    expect(changed(({context}) => (context!['voice_id'] = 'dima_v1')).skillbase.flow.persona.gender).to.equal('m')
  })

  it('says what it could not keep', () => {
    const {skillbase: kept, warnings: told} = changed(({context, agent}) => {
      context!['language'] = 'de'
      agent!['closing_message'] = {type: 'llm_prompt'}
    })
    expect(kept.flow.languages).to.equal(undefined)
    expect(kept.agent.closing_message).to.equal(undefined)
    expect(told.map(({path}) => path)).to.include.members(['context.language', 'agent.closing_message'])
  })

  it('treats null as not given', () => {
    const {warnings: told} = changed(({context}) => (context!['style'] = null))
    expect(told.map(({path}) => path)).to.deep.equal(['context.voice_id'])
  })
})
