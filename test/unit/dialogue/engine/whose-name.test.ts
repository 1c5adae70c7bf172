import {expect} from 'chai'
import type {FlowInput} from '../../../../src/skillbase/schema/flow.ts'
import {scenarioOf, talk} from '../../../helpers/scenario.ts'

const asking = (fields: NonNullable<FlowInput['fields']>): FlowInput => ({
  fields,
  states: {talk: {collect: Object.keys(fields), next: 'end'}, end: {type: 'end', say: 'Спасибо.'}},
})

function after(flow: FlowInput, ...lines: readonly string[]) {
  const call = talk(scenarioOf(flow))
  call.start()
  const spoken = lines.map((line) => call.say(line))
  return {fields: call.fields, last: spoken.at(-1)!}
}

const kindergarten = asking({
  child: {type: 'person_name', ask: 'Как зовут ребёнка?'},
  day: {type: 'date', ask: 'На какой день?'},
  parent: {type: 'person_name', ask: 'Как вас зовут, имя и отчество?', parts: ['first', 'patronymic']},
  phone: {type: 'phone', ask: 'Какой у вас телефон?'},
})

describe('a name', () => {
  it('is the caller’s who introduces herself, though the child’s was asked for', () => {
    expect(after(kindergarten, 'меня зовут оксана хочу дочку записать').fields).to.deep.equal({parent: 'Оксана'})
    expect(after(kindergarten, 'меня зовут оксана', 'дочку зовут злата').fields).to.deep.equal({parent: 'Оксана', child: 'Злата'})
  })

  it('gets the patronymic that is said late', () => {
    const {fields} = after(kindergarten, 'меня зовут оксана', 'дочку зовут злата', 'завтра', 'петровна')
    expect(fields['parent']).to.equal('Оксана Петровна')
  })

  it('is asked for the patronymic once, where the question has it', () => {
    const call = ['миша', 'завтра', 'анна']
    expect(after(kindergarten, ...call).last).to.equal('А отчество?')
    expect(after(kindergarten, ...call, 'андреевна').fields['parent']).to.equal('Анна Андреевна')
    for (const none of ['отчества нет', 'у меня нет отчества', 'без отчества'])
      expect(after(kindergarten, ...call, none).fields['parent']).to.equal('Анна')
  })

  it('is asked for the surname, not for a patronymic nobody wants', () => {
    const office = asking({name: {type: 'person_name', ask: 'Назовите фамилию и имя.', parts: ['last', 'first']}})
    expect(after(office, 'наталья').last).to.equal('А фамилия?')
    expect(after(office, 'антон михайлович', 'гусев').fields).to.deep.equal({name: 'Гусев Антон Михайлович'})
  })
})

describe('"is that you?"', () => {
  const contact = {name: 'Елена Крылова'}
  const scenario = scenarioOf(asking({me: {type: 'yesno', ask: '{{ contact.name }}, это вы?'}}))
  const answer = (line: string) => {
    const call = talk(scenario, {direction: 'outbound', contact})
    call.start()
    call.say(line)
    return call.fields['me']
  }

  for (const line of ['это елена', 'елена крылова', 'ну я елена', 'ну допустим я', 'крылова слушаю'])
    it(`is answered with the name: ${line}`, () => expect(answer(line)).to.equal(true))

  for (const line of ['это муж елены', 'какая елена', 'это мария'])
    it(`is not answered by another: ${line}`, () => expect(answer(line)).not.to.equal(true))
})
