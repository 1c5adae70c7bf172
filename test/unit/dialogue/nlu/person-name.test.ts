import {expect} from 'chai'
import fc from 'fast-check'
import {cases, declineName, type NameGender} from '../../../../src/dialogue/nlu/names/decline.ts'
import * as eastern from '../../../../src/dialogue/nlu/names/eastern-first-names.ts'
import {lexiconSize, russianFirstName} from '../../../../src/dialogue/nlu/names/lexicon.ts'
import * as russian from '../../../../src/dialogue/nlu/names/russian-first-names.ts'
import {extractPersonName} from '../../../../src/dialogue/nlu/person-name.ts'
import {utterance} from '../../../../src/dialogue/nlu/tokens.ts'
import type {Lang} from '../../../../src/dialogue/nlu/types.ts'
import {extractRow, nluRows} from '../../../helpers/nlu-rows.ts'

const now = {date: '2026-05-20', minutes: 720}
const read = (text: string, asked = false, lang: Lang = 'ru') => extractPersonName(utterance(text, lang), {now, asked})
const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1)
const namesOf = (list: string): string[] => list.split(/\s+/).filter((name) => name && !name.includes('-'))
const men = [...namesOf(russian.men), ...namesOf(eastern.men)]
const women = [...namesOf(russian.women), ...namesOf(eastern.women)]

const surnames: readonly (readonly [NameGender, readonly string[]])[] = [
  [
    'm',
    [
      'петров',
      'кузнецов',
      'лебедев',
      'никитин',
      'пушкин',
      'достоевский',
      'троицкий',
      'шевченко',
      'мельник',
      'кравец',
      'черных',
      'саркисян',
      'джугашвили',
      'рабинович',
    ],
  ],
  [
    'f',
    [
      'петрова',
      'кузнецова',
      'лебедева',
      'никитина',
      'пушкина',
      'достоевская',
      'троицкая',
      'шевченко',
      'мельник',
      'черных',
      'саркисян',
      'джугашвили',
      'рабинович',
    ],
  ],
]
const fathers: readonly (readonly [NameGender, readonly string[]])[] = [
  ['m', ['иванович', 'сергеевич', 'ильич', 'рашидович', 'львович', 'никитич']],
  ['f', ['ивановна', 'сергеевна', 'ильинична', 'рашидовна', 'львовна', 'никитична']],
]

describe('a name in an utterance', () => {
  for (const row of nluRows('name'))
    it(`${row.id}: "${row.text}"${row.ctx?.asked ? ' (asked)' : ''}`, () => {
      expect({name: extractRow(extractPersonName, row)?.value ?? null}).to.deep.equal(row.expect)
    })

  it('knows at least 600 Russian and 400 English first names', () => {
    expect(lexiconSize().russian).to.be.at.least(600)
    expect(lexiconSize().given).to.be.at.least(400)
  })

  it('brings every first name of the lexicon back to the nominative, whatever case the sentence puts it in', () => {
    const frames = {gen: 'на имя', acc: 'запишите на', ins: 'меня зовут'} as const
    for (const [gender, list] of [
      ['m', men],
      ['f', women],
    ] as const)
      for (const name of list) {
        if (russianFirstName(name)?.everyday) continue
        for (const to of ['gen', 'acc', 'ins'] as const) {
          const said = `${frames[to]} ${declineName(name, 'first', gender, to)}`
          const found = read(said)
          // "Александра" is a woman and the genitive of Александр: both readings have to be there.
          const firsts = [found?.value, ...(found?.alts ?? [])].map((value) => value?.first)
          const another = found?.value.first && russianFirstName(found.value.first.toLowerCase())
          expect(firsts.includes(capital(name)) || Boolean(another), `${said} → ${JSON.stringify(firsts)}`).to.equal(true)
        }
      }
  })

  it('puts surname, first name and patronymic together in either order and any case', () => {
    const person = fc.constantFrom(0, 1).chain((index) =>
      fc.record({
        gender: fc.constant(index === 0 ? ('m' as const) : ('f' as const)),
        first: fc.constantFrom(
          ...(index === 0
            ? ['иван', 'пётр', 'сергей', 'илья', 'павел', 'рустам']
            : ['анна', 'мария', 'ольга', 'наталья', 'айгуль', 'нина']),
        ),
        patronymic: fc.constantFrom(...fathers[index]![1]),
        last: fc.constantFrom(...surnames[index]![1]),
        surnameFirst: fc.boolean(),
        frame: fc.constantFrom(
          ['gen', 'на имя'] as const,
          ['acc', 'запишите на'] as const,
          ['nom', 'меня зовут'] as const,
          ['ins', 'меня зовут'] as const,
        ),
      }),
    )
    fc.assert(
      fc.property(person, ({gender, first, patronymic, last, surnameFirst, frame: [to, cue]}) => {
        const parts = {
          first: declineName(first, 'first', gender, to),
          patronymic: declineName(patronymic, 'patronymic', gender, to),
          last: declineName(last, 'last', gender, to),
        }
        const order = surnameFirst ? [parts.last, parts.first, parts.patronymic] : [parts.first, parts.patronymic, parts.last]
        const value = read(`${cue} ${order.join(' ')}`)?.value
        const nominative = to !== 'nom' && first === 'пётр' ? 'Петр' : capital(first)
        expect(value, order.join(' ')).to.deep.equal({first: nominative, patronymic: capital(patronymic), last: capital(last)})
      }),
      {numRuns: 600},
    )
  })

  it('declines forwards and backwards without touching the nominative', () => {
    for (const name of [...men, ...women]) expect(declineName(name, 'first', 'm', 'nom')).to.equal(name)
    expect(cases.map((to) => declineName('римский-корсаков', 'last', 'm', to))).to.deep.equal([
      'римский-корсаков',
      'римского-корсакова',
      'римскому-корсакову',
      'римского-корсакова',
      'римским-корсаковым',
      'римском-корсакове',
    ])
  })

  it('takes no refusal, greeting or filler for a name (D-12)', () => {
    for (const text of [
      'нет',
      'да',
      'алло',
      'занята',
      'секунду',
      'добрый день',
      'я занят',
      'я слушаю',
      'это я',
      'угу',
      'что',
      'не скажу',
      'э',
      'ну',
      '',
    ])
      for (const asked of [true, false]) expect(read(text, asked), text).to.equal(undefined)
    for (const text of ["i'm busy", "i'm fine", 'this is about a refund', 'hello', 'no', 'speaking', 'one moment', 'monday', 'uh'])
      for (const asked of [true, false]) expect(read(text, asked, 'en'), text).to.equal(undefined)
  })

  it('names the other reading of a form that two names share', () => {
    const found = read('на имя александра')
    expect([found?.value, ...(found?.alts ?? [])]).to.have.deep.members([{first: 'Александр'}, {first: 'Александра'}])
    expect(read('запишите на александра')?.alts).to.equal(undefined)
  })

  it('takes the name in full when it is said again behind the cue', () => {
    expect(read('юлия меня зовут юлия сергеевна белова', true)?.value).to.deep.equal({
      first: 'Юлия',
      patronymic: 'Сергеевна',
      last: 'Белова',
    })
    expect(read('олег меня зовут', true)?.value).to.deep.equal({first: 'Олег'})
  })

  it('takes a name that is an everyday word before a wish to be put down', () => {
    for (const [text, first] of [
      ['надежду запишите', 'Надежда'],
      ['веру пишите', 'Вера'],
      ['елену запишите', 'Елена'],
    ] as const)
      expect(read(text, true)?.value, text).to.deep.equal({first})
  })

  it('explains the cue and the name, and marks corrections', () => {
    expect(read('ну меня зовут анна петрова завтра в пять')).to.include({from: 1, to: 5})
    expect(read('анна нет мария', true)).to.deep.include({value: {first: 'Мария'}, corrected: true})
    expect(read('john smith sorry smyth', true, 'en')).to.deep.include({value: {first: 'John', last: 'Smyth'}, corrected: true})
  })

  it('is sure of a cue, less sure of a stranger', () => {
    expect(read('меня зовут анна')!.confidence).to.be.above(0.9)
    expect(read('меня зовут квазимодо')!.confidence).to.be.below(0.6)
  })

  it('never throws and never answers with an empty name, whatever was heard', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'меня',
        'зовут',
        'на',
        'имя',
        'фамилия',
        'анна',
        'петров',
        'не',
        'а',
        'нет',
        'ой',
        'и',
        'в',
        'оглы',
        '5',
        "i'm",
        'my',
        'name',
        'is',
        'john',
        'o',
        'van',
        'not',
      ),
      fc.string({maxLength: 8}),
    )
    fc.assert(
      fc.property(fc.array(word, {maxLength: 10}), fc.boolean(), fc.constantFrom<Lang>('ru', 'en'), (said, asked, lang) => {
        const heard = utterance(said.join(' '), lang)
        const found = extractPersonName(heard, {now, asked})
        if (!found) return
        expect(Object.values(found.value).filter((part) => part.length > 0)).to.have.lengthOf.at.least(1)
        expect(found.from).to.be.within(0, found.to - 1)
        expect(found.to).to.be.at.most(heard.tokens.length)
      }),
      {numRuns: 1500},
    )
  })
})
