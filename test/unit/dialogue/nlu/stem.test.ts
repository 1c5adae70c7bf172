import {expect} from 'chai'
import {stemKeys} from '../../../../src/dialogue/nlu/stem.ts'

/** Whether two words meet under a key. */
const meet = (a: string, b: string): boolean => stemKeys(a).some((key) => stemKeys(b).includes(key))

describe('the keys of a word', () => {
  for (const forms of [
    'бухгалтерия бухгалтерии бухгалтерию бухгалтерией бухгалтерий бухгалтериями',
    'терапия терапии терапию терапией',
    'консультация консультацией консультаций консультациях',
    'лечение лечения лечению лечением лечении',
    'статья статью статьей статьях',
    'санаторий санатория санаторием санатории',
    'музей музею',
    'люди людьми',
    'время времени временем времена',
  ])
    it(`are shared by ${forms}`, () => {
      const [first = '', ...others] = forms.split(' ')
      for (const other of others) expect(meet(first, other), `${first}, ${other}`).to.equal(true)
    })

  it('keep different words apart', () => {
    for (const [a, b] of [
      ['стена', 'стол'],
      ['стена', 'стан'],
      ['статья', 'статус'],
    ] as const)
      expect(stemKeys(a)[0], `${a}, ${b}`).to.not.equal(stemKeys(b)[0])
  })
})
