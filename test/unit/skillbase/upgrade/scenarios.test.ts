import {expect} from 'chai'
import {compileScenario} from '../../../../src/dialogue/engine/scenario/compile.ts'
import {parseSkillbase} from '../../../../src/skillbase/parse.ts'
import {talk} from '../../../helpers/scenario.ts'
import {issuesOf, fixtureText, parseFixture} from '../../../helpers/skillbases.ts'

describe('a brief of the simple dialect', () => {
  const {skillbase, format, warnings} = parseFixture('legacy/simple.yaml')

  it('becomes a linear flow: collect, read back, goodbye', () => {
    expect(format).to.equal('simple')
    expect(Object.entries(skillbase.flow.states).map(([id, {type}]) => [id, type])).to.deep.equal([
      ['intake', 'collect'],
      ['confirm', 'confirm'],
      ['done', 'end'],
    ])
    expect(skillbase.flow.states['intake']?.collect).to.deep.equal(['cake', 'date', 'client_name', 'phone', 'wish'])
  })

  it('tells the type of a field by its name and asks for the rest by its label', () => {
    const {fields} = skillbase.flow
    expect(Object.values(fields).map(({type}) => type)).to.deep.equal(['text', 'date', 'person_name', 'phone', 'text'])
    expect(fields['cake']?.ask).to.equal('Подскажите, пожалуйста: начинка торта?')
  })

  it('D-14: does not speak a description that is an instruction', () => {
    expect(skillbase.flow.fields['wish']?.ask).to.equal(undefined)
    expect(warnings.map(({path}) => path)).to.deep.equal(['fields_to_collect[4]'])
  })

  it('makes rules of the instructions, one a line', () => {
    expect(skillbase.context.rules).to.deep.equal(['Не принимать заказы день в день.', 'Напоминать про предоплату.'])
  })

  it('becomes a plan when there is nothing to collect', () => {
    const {skillbase: plan} = parseSkillbase('a.yaml', 'company_name: Х\nbot_name: Вера\ngoal: Отвечать на вопросы\n')
    expect(plan.flow).to.deep.include({flow: 'plan', plan: ['Отвечать на вопросы']})
  })
})

describe('a scenario of engine 2.0', () => {
  const {skillbase, format, warnings} = parseFixture('legacy/engine-2.yaml')
  const {flow} = skillbase

  it('keeps the graph', () => {
    expect(format).to.equal('engine-2')
    expect(skillbase.slug).to.equal('barber-bot')
    expect(flow.start).to.equal('greeting')
    expect(flow.states['greeting']?.transitions[0]).to.deep.include({to: 'booking', on: 'book', priority: 2})
    expect(flow.states['booking']?.transitions).to.deep.include({to: 'confirmation', when: 'complete', priority: 0})
    expect(flow.states['support']).to.include({type: 'answer', knowledge: true, max_turns: 10})
    expect(flow.knowledge).to.include({base: 'barber-faq', min_score: 0.7})
  })

  it('D-12: a choice keeps its options; one without becomes text, with a warning', () => {
    expect(flow.fields['service']?.options?.[0]).to.deep.equal({
      id: 'cut',
      say: {ru: 'стрижка', en: 'haircut'},
      synonyms: {ru: ['подстричься']},
    })
    expect(flow.fields['master']?.type).to.equal('text')
    expect(warnings.map(({path}) => path)).to.include('states[1].collect_fields[1]')
  })

  it('D-10: reads opening hours out of the hint', () => {
    expect(flow.fields['preferred_time']?.window).to.equal('10:00-21:00')
  })

  it('keeps limits of numbers and says that patterns are gone', () => {
    expect(flow.fields['visits']).to.include({type: 'number', min: 0, max: 99, required: false, max_retries: 3})
    expect(warnings.map(({path}) => path)).to.include('states[1].collect_fields[4].validation.pattern')
  })

  it('keeps the limits of days, and tells of every limit that a field of its type cannot have', () => {
    const source = fixtureText('legacy/engine-2.yaml')
      .replace('{id: preferred_date, type: date}', '{id: preferred_date, type: date, validation: {min_value: today, max_value: never}}')
      .replace('- {id: master,', '- {id: client_name, type: text, validation: {min_length: 2, max_length: 60}}\n      - {id: master,')
      .replace('required_fields: [client_phone, service]}', "required_fields: [client_phone], webhook_template: '{{ all }}'}")
    const upgraded = parseSkillbase('engine-2.yaml', source)
    expect(upgraded.skillbase.flow.fields['preferred_date']).to.include({min: 'today'}).and.not.have.property('max')
    expect(upgraded.skillbase.flow.fields['client_name']).to.include({type: 'person_name'})
    expect(upgraded.warnings.map(({path}) => path)).to.include.members([
      'states[1].collect_fields[3].validation.max_value',
      'states[1].collect_fields[1].validation.min_length',
      'states[1].collect_fields[1].validation.max_length',
      'outcomes[0].webhook_template',
    ])
    expect(upgraded.warnings.every(({line}) => line !== undefined)).to.equal(true)
  })

  it('keeps prompts and examples as notes for the model', () => {
    expect(flow.states['booking']?.llm_notes).to.equal('Предлагай ближайшее окно.\n«а завтра можно» → «Да, завтра есть окно.»')
  })

  it('D-14: a hint is an instruction and is never spoken', () => {
    const politics = flow.rules.find(({id}) => id === 'politics')!
    expect(politics).to.deep.include({then: 'refuse', match: {phrases: ['политик*', 'выборы', 'голосован*']}})
    expect(politics.say).to.equal(undefined)
    expect(skillbase.context.rules.at(-1)).to.contain('Вежливо верни разговор к записи')
  })

  it('D-14: asking what there is to choose from is no politics, asking for a person hands over', () => {
    const call = talk(compileScenario(skillbase, 'test'))
    call.start()
    const reply = call.say('какой у вас выбор стрижек')
    expect(call.turns.at(-1)?.trace.some(({detail}) => detail.includes('politics'))).to.equal(false)
    expect(reply).to.not.equal('')
    call.say('позовите оператора')
    expect(call.state.counters.handoffs).to.equal(1)
  })

  it('writes outcomes as one condition each', () => {
    expect(flow.outcomes.map(({id, kind, when, default: isDefault}) => [id, kind, when, isDefault])).to.deep.equal([
      ['booking_complete', 'lead', 'has(f.client_phone) && has(f.service) && f.service == "cut" && has(f.visits) && f.visits < 50', false],
      ['callback_requested', 'callback', 'flags.callback', false],
      ['info_provided', 'info_only', undefined, true],
      ['not_target', 'not_target', "(intent == 'wrong_number' || intent == 'refuse')", false],
    ])
  })

  it('D-07: the shipped kind of scenario gets past its greeting', () => {
    const call = talk(compileScenario(skillbase, 'test'))
    call.start()
    call.say('хочу записаться')
    expect(call.state.state).to.equal('booking')
  })

  it('refuses an edge to a state that is not there, and an action nobody knows', () => {
    const broken = fixtureText('legacy/engine-2.yaml')
      .replace('to_state: support', 'to_state: suport')
      .replace('action: end_call', 'action: shout')
    expect(issuesOf(broken).map(({path}) => path)).to.deep.equal(['transitions[1].to_state', 'guardrails[2].action'])
  })
})

describe('a scenario of specification 1.0', () => {
  const {skillbase, format} = parseFixture('legacy/spec-1.yaml')
  const {flow} = skillbase

  it('becomes greeting, intake, support, confirmation and closing', () => {
    expect(format).to.equal('spec-1')
    expect(Object.keys(flow.states)).to.deep.equal(['greeting', 'intake', 'confirm', 'support', 'closing'])
  })

  it('keeps bilingual questions, retries and confirmation', () => {
    expect(flow.fields['name']).to.deep.include({type: 'person_name', ask: {ru: 'Как вас зовут?', en: 'Your name?'}})
    expect(flow.fields['name']?.reask).to.deep.equal([{ru: 'Повторите имя, пожалуйста.', en: 'Your name again, please?'}])
    expect(flow.fields['program']?.confirm).to.equal('explicit')
  })

  it('keeps support, wrong numbers, limits and webhooks', () => {
    expect(flow.intents['question']?.phrases).to.deep.equal(['сколько стоит', 'расписание'])
    expect(flow.knowledge).to.include({base: 'gym-faq', top_k: 3, min_score: 0.7})
    expect(flow.rules.map(({id, then, outcome}) => [id, then, outcome])).to.deep.equal([
      ['wrong_number', 'end', 'not_target'],
      ['existing_customer', 'end', 'not_target'],
    ])
    expect(flow.limits).to.include({max_turns: 25, max_questions: 5})
    expect(flow.outcomes.find(({id}) => id === 'lead')?.webhook).to.deep.equal({phone: '{{ f.phone }}'})
  })

  it('knows the settings of a search, and says what they lack when no base is named', () => {
    const {warnings} = parseSkillbase('spec.yaml', fixtureText('legacy/spec-1.yaml').replace(', knowledge_base_id: gym-faq', ''))
    const told = warnings.filter(({path}) => path.startsWith('support.'))
    expect(told.map(({path, message}) => [path, message.en])).to.deep.equal([
      ['support.top_k', 'belongs to a knowledge base, and none is named'],
      ['support.min_score', 'belongs to a knowledge base, and none is named'],
    ])
  })
})
