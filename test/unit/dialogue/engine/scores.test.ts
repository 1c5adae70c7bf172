import {expect} from 'chai'
import {starter, talk} from '../../../helpers/scenario.ts'

const called = () => {
  const call = talk(starter('survey.ru'), {direction: 'outbound', contact: {name: 'Анна'}})
  call.start()
  return call
}

const asked = () => {
  const call = called()
  call.say('да')
  return call
}

describe('a survey', () => {
  for (const words of ['только недолго', 'да только быстро'])
    it(`is agreed to by who has little time: ${words}`, () => {
      const call = called()
      call.say(words)
      expect(call.fields).to.deep.equal({agrees: true})
    })

  it('does not take a call that is turned down for never to be called again', () => {
    const call = asked()
    for (const words of ['три', 'полы грязные', 'нет', 'не надо мне звонить']) call.say(words)
    expect(call.outcome).to.equal(undefined)
    expect(call.fields).to.have.property('wants_call', false)
  })

  it('is over for who has had enough, and keeps what was said', () => {
    const call = asked()
    call.say('восемь')
    call.say('хватит спрашивать')
    expect(call.outcome).to.equal('answered')
    expect(call.fields).to.deep.equal({agrees: true, score: 8})
  })
})

describe('a score', () => {
  for (const words of ['никому не посоветую', 'нет никому', 'ни за что не буду вас советовать', 'никогда вас не посоветую'])
    it(`is the lowest when nobody is to hear of us: ${words}`, () => {
      const call = asked()
      call.say(words)
      expect(call.fields).to.have.property('score', 0)
    })

  for (const words of ['нет', 'не посоветую', 'никогда', 'не готов советовать', 'посоветую'])
    it(`is asked for again on its scale: ${words}`, () => {
      const call = asked()
      expect(call.say(words)).to.match(/от нуля до десяти/i)
      expect(call.fields).not.to.have.property('score')
    })

  for (const words of ['исправьте оценку на девять', 'оценка будет девять', 'поставьте лучше девять', 'измените оценку пусть будет девять'])
    it(`is put right at a later question, and answers none: ${words}`, () => {
      for (const before of [[], ['парковки не хватило'], ['парковки не хватило', 'да']]) {
        const call = asked()
        for (const each of ['восемь', ...before, words]) call.say(each)
        expect(call.fields, before.join(', ')).to.include({score: 9})
        expect(call.fields).not.to.include({reason: words}).and.not.to.include({solved: false}).and.not.to.have.property('call_again')
        expect(call.outcome).to.equal(undefined)
      }
    })

  it('is none of two that are given to different things', () => {
    const call = asked()
    expect(call.say('за обслуживание десять а за цену три')).to.match(/от нуля до десяти/i)
  })

  it('is none of two people’s', () => {
    const call = asked()
    expect(call.say('мама оценила бы на десять а я на восемь')).to.match(/от нуля до десяти/i)
  })

  it('is no other for things that are counted in an answer', () => {
    const call = asked()
    call.say('восемь')
    call.say('поставьте десять стульев в холле')
    expect(call.fields).to.include({score: 8, reason: 'поставьте десять стульев в холле'})
  })

  it('is one, said twice', () => {
    const call = asked()
    call.say('семь семь')
    expect(call.fields).to.have.property('score', 7)
  })

  it('is put right by «хотя нет»', () => {
    const call = asked()
    call.say('восемь')
    call.say('хотя нет шесть')
    expect(call.fields).to.include({score: 6}).and.not.to.have.property('reason')
  })

  it('may come late, after what made somebody angry, and is no reason', () => {
    const call = asked()
    call.say('ужасно просто ужасно')
    call.say('один')
    expect(call.fields).to.include({score: 1}).and.not.to.have.property('reason')
  })
})

/** Nobody agrees for somebody else, or gives their marks. */
describe('a survey with somebody else at the telephone', () => {
  for (const words of [
    'это не я это сын',
    'я её сын',
    'а мамы нет дома',
    'мама подойдёт позже',
    'муж слушает',
    'да это сестра её',
    'ало это её телефон но она спит',
    'Анны нет дома',
  ])
    it(`asks nothing and keeps nothing: ${words}`, () => {
      const call = called()
      call.say(words)
      expect(call.outcome).to.equal('third_party')
      expect(call.fields).to.deep.equal({})
    })

  it('keeps no consent of who says so a turn later', () => {
    const call = asked()
    call.say('это не я ходил это жена')
    expect(call.outcome).to.equal('third_party')
    expect(call.fields).to.deep.equal({})
  })

  it('hears of relatives in a reason, who are nobody at the telephone', () => {
    const call = asked()
    call.say('восемь')
    call.say('это мама решила а мне не очень')
    expect(call.fields).to.include({reason: 'это мама решила а мне не очень'})
  })
})
