import {expect} from 'chai'
import type {FlowInput} from '../../../../src/skillbase/schema/flow.ts'
import {barber} from '../../../helpers/barber.ts'
import {guarding as guardingWith} from '../../../helpers/guarding.ts'

const facts: FlowInput['facts'] = {
  ...barber.facts,
  duration: {ru: 'стрижка занимает около часа', en: 'a haircut takes about an hour'},
  parking: {ru: 'парковка во дворе бесплатная', en: 'parking in the yard is free'},
}

const guarding = (lines: readonly string[]) => guardingWith({...barber, facts}, lines).check

const share = (lines: readonly string[], check: (line: string) => string | undefined) =>
  lines.filter((line) => check(line) === undefined).length / lines.length

describe('the guard of what a model’s words are about', () => {
  const day = guarding(['хочу на стрижку'])

  it('lets nearly every honest wording of a question through', () => {
    const honest = [
      'Хорошо, стрижка. На какой день вас записать?',
      'Отлично, стрижка! На какой день хотите?',
      'Поняла вас, стрижка. Какой день вам удобен?',
      'Понял, стрижка. В какой день вам удобно?',
      'Хорошо! Подскажите, пожалуйста, на какой день?',
      'Стрижка, отлично. Когда вам удобно?',
      'Стрижка, принято. На какую дату запишем?',
      'Прекрасно. Скажите, на какой день вас записать?',
      'Стрижка — хорошо. Какое число вам подойдёт?',
      'Да, конечно. На какой день запишем на стрижку?',
      'Хорошо, давайте выберем день. Какой вам подходит?',
      'Услышал вас, стрижка. На какой день?',
      'Ясно, стрижка. Когда бы вы хотели?',
      'Рад помочь со стрижкой. На какой день?',
      'Замечательно, стрижка. Осталось выбрать день. Какой удобен?',
      'Стрижка. Тогда скажите, какой день вам удобнее?',
      'Отлично. А на какой день планируете?',
      'Конечно! Стрижка. Какой день предпочитаете?',
      'Ладно, стрижка. Назовите день, пожалуйста, какой вам удобен?',
      'Спасибо. Стрижка, на какой день?',
    ]
    expect(honest.filter((line) => day(line) !== undefined && !/unsaid/.test(day(line)!))).to.have.length.at.most(3)
    const english = guarding(['hello i would like a haircut', 'i want a haircut please'])
    const inEnglish = [
      'Great, a haircut. What day?',
      'Sure, a haircut. Which day suits you?',
      'Got it, a haircut. What day would you like?',
      'Perfect. A haircut, what day works for you?',
      'Okay, a haircut. Could you tell me the day, please?',
      'Wonderful, a haircut. When would you like it?',
      'Alright, haircut. What date suits you best?',
      'A haircut, of course. What day would you prefer?',
    ]
    expect(share(inEnglish, english)).to.be.at.least(0.8)
  })

  it('stops every statement the engine did not make, whatever number or word of the facts it borrows', () => {
    const dishonest = [
      'Стрижка от тысячи рублей. На какой день?',
      'Стрижка занимает два часа. На какой день?',
      'Парковки у нас нет. На какой день?',
      'Парковка платная. На какой день?',
      'Парковка не бесплатная. На какой день?',
      'При беременности это безопасно. На какой день?',
      'Ваши данные мы продаём рекламщикам. На какой день?',
      'У нас есть бассейн. На какой день?',
      'Администратор Вера живая. На какой день?',
      'Поняла, бритьё. На какой день?',
      'Стрижку делает лучший мастер города. На какой день?',
      'Мастер Иван освободится утром. На какой день?',
      'Стрижка вам не нужна. На какой день?',
      'Мы не делаем стрижку. На какой день?',
      'Бритьё от двух тысяч рублей. На какой день?',
      'Предоплата обязательна. На какой день?',
      'Приходите с паспортом. На какой день?',
      'Мы переехали. На какой день?',
      'У нас акция. На какой день?',
      'Волос выпадает от стресса. На какой день?',
      'Вам поможет шампунь. На какой день?',
      'Оплата только наличными. На какой день?',
      'Детей не стрижём. На какой день?',
      'Вход со двора через подвал. На какой день?',
      'Мы работаем круглосуточно. На какой день?',
    ]
    expect(dishonest.filter((line) => day(line) === undefined)).to.deep.equal([])
    const english = guarding(['hello i would like a haircut', 'i want a haircut please'])
    const inEnglish = [
      'A haircut is from one thousand roubles. What day?',
      'There is no parking. What day?',
      'Parking is not free. What day?',
      'Okay, a shave. What day?',
      'We do not cut hair. What day?',
      'You must pay in advance. What day?',
      'Our barbers are world champions. What day?',
      'We have a swimming pool. What day?',
      'It is safe during pregnancy. What day?',
      'We sell your data. What day?',
    ]
    expect(inEnglish.filter((line) => english(line) === undefined)).to.deep.equal([])
  })

  it('lets no fact be told that nobody asked about, not even as it is', () => {
    expect(day('Стрижка занимает около часа. На какой день вас записать?')).to.equal('word занимает')
    expect(day('Стрижка от двух тысяч рублей. На какой день вас записать?')).to.equal('number 2000')
  })
})
