import {expect} from 'chai'
import fc from 'fast-check'
import {toCardinal as english} from 'n2words/en-US'
import {toCardinal as russian} from 'n2words/ru-RU'
import {extractEmail, hasNoEmail} from '../../../../src/dialogue/nlu/email.ts'
import {utterance} from '../../../../src/dialogue/nlu/tokens.ts'
import {transliterate, transliterations} from '../../../../src/dialogue/nlu/transliterate.ts'
import type {Lang} from '../../../../src/dialogue/nlu/types.ts'
import {extractRow, nluRows} from '../../../helpers/nlu-rows.ts'

const now = {date: '2026-05-20', minutes: 720}
const read = (text: string, lang: Lang = 'ru') => extractEmail(utterance(text, lang), {now})

/** A part of an address and how it is said. */
interface Part {
  readonly written: string
  readonly said: string
}

const part = (written: string, said: string): Part => ({written, said})
const from = (pairs: Readonly<Record<string, string>>) =>
  fc.constantFrom(...Object.entries(pairs).map(([said, written]) => part(written, said)))

const russianWords = from({
  анна: 'anna',
  жанна: 'zhanna',
  хохлов: 'hohlov',
  цветкова: 'tsvetkova',
  юрий: 'yuriy',
  ястреб: 'yastreb',
  щука: 'schuka',
  объезд: 'obezd',
  рыба: 'ryba',
  эхо: 'eho',
  фёдор: 'fedor',
  чайка: 'chayka',
  max: 'max',
  ivanov: 'ivanov',
})
const englishWords = fc.constantFrom('tom', 'hardy', 'sunshine', 'blackbird', 'emma', 'green', 'wolf').map((word) => part(word, word))

const digits = (cardinal: (value: number) => string, list: readonly string[]) =>
  fc.oneof(
    fc.integer({min: 10, max: 99}).map((value) => part(String(value), cardinal(value))),
    fc
      .array(fc.integer({min: 0, max: 9}), {minLength: 1, maxLength: 4})
      .map((run) => part(run.join(''), run.map((digit) => list[digit]).join(' '))),
    fc.integer({min: 0, max: 9999}).map((value) => part(String(value), String(value))),
  )
const russianDigits = digits((value) => russian(value), 'ноль один два три четыре пять шесть семь восемь девять'.split(' '))
const englishDigits = digits((value) => english(value), 'zero one two three four five six seven eight nine'.split(' '))

const letterNames = {
  a: 'эй',
  b: 'би',
  c: 'си',
  d: 'ди',
  f: 'эф',
  g: 'джи',
  h: 'эйч',
  i: 'ай',
  j: 'джей',
  k: 'кей',
  l: 'эль',
  m: 'эм',
  n: 'эн',
  o: 'оу',
  p: 'пи',
  q: 'кью',
  r: 'ар',
  s: 'эс',
  t: 'ти',
  v: 'ви',
  w: 'дабл ю',
  x: 'икс',
  y: 'уай',
  z: 'зед',
}
const spelled = (names: readonly (readonly [string, string])[]) =>
  fc
    .array(fc.constantFrom(...names), {minLength: 1, maxLength: 6})
    .map((list) => part(list.map(([letter]) => letter).join(''), list.map(([, name]) => name).join(' ')))
const russianLetters = spelled(Object.entries(letterNames))
const englishLetters = spelled([...'bcdefghjklmnopqrstuvwxyz'].map((letter) => [letter, letter] as const))

const russianSigns = from({точка: '.', дефис: '-', тире: '-', минус: '-', 'нижнее подчеркивание': '_', подчёркивание: '_', андерскор: '_'})
const englishSigns = from({dot: '.', dash: '-', hyphen: '-', underscore: '_'})

const russianDomains = from({
  'мейл точка ру': 'mail.ru',
  'мэйл ру': 'mail.ru',
  'яндекс точка ру': 'yandex.ru',
  'яндекс ру': 'yandex.ru',
  'джимейл точка ком': 'gmail.com',
  'жмейл ком': 'gmail.com',
  'рамблер ру': 'rambler.ru',
  'инбокс точка ру': 'inbox.ru',
  'бк ру': 'bk.ru',
  'лист ру': 'list.ru',
  'я точка ру': 'ya.ru',
  'аутлук точка ком': 'outlook.com',
  'студия элегант точка ру': 'studiyaelegant.ru',
  'альфа дефис банк точка ком': 'alfa-bank.com',
  'yandex.ru': 'yandex.ru',
})
const englishDomains = from({
  'gmail dot com': 'gmail.com',
  'g mail dot com': 'gmail.com',
  'yahoo dot com': 'yahoo.com',
  'hotmail dot co dot uk': 'hotmail.co.uk',
  'best dash hotel dot com': 'best-hotel.com',
  'acme dot io': 'acme.io',
  'mail dot harvard dot edu': 'mail.harvard.edu',
  'outlook.com': 'outlook.com',
})

/** Words, spelled letters and numbers with signs between them; a number may follow a word directly. */
const locals = (words: fc.Arbitrary<Part>, letters: fc.Arbitrary<Part>, numbers: fc.Arbitrary<Part>, signs: fc.Arbitrary<Part>) =>
  fc
    .tuple(
      fc.oneof(words, letters),
      fc.option(numbers, {nil: undefined}),
      fc.array(fc.tuple(signs, fc.oneof(words, letters, numbers)), {maxLength: 2}),
    )
    .map(([first, number, rest]) => [first, ...(number ? [number] : []), ...rest.flat()])

const frames = {
  ru: fc.constantFrom(['', ''], ['моя почта ', ''], ['э запишите ', ' пожалуйста'], ['имейл такой ', ' всё'], ['Пишите на ', '. Спасибо.']),
  en: fc.constantFrom(['', ''], ['my email is ', ''], ['uh you can write to ', ' please'], ["it's ", ' thanks']),
}

const roundTrips = (lang: Lang, local: fc.Arbitrary<readonly Part[]>, at: fc.Arbitrary<string>, domain: fc.Arbitrary<Part>) => {
  fc.assert(
    fc.property(local, at, domain, frames[lang], (parts, sign, host, [before, after]) => {
      const written = `${parts.map((piece) => piece.written).join('')}@${host.written}`
      const said = `${before}${parts.map((piece) => piece.said).join(' ')} ${sign} ${host.said}${after}`
      expect(read(said, lang)?.value, said).to.deep.equal({email: written})
    }),
    {numRuns: 1500},
  )
}

describe('an e-mail address in an utterance', () => {
  for (const row of nluRows('email'))
    it(`${row.id}: "${row.text}"`, () => {
      expect(extractRow(extractEmail, row)?.value ?? {email: null}).to.deep.equal({email: row.expect['email']})
      expect(hasNoEmail(utterance(row.text, row.lang))).to.equal(row.expect['none'] === true)
    })

  it('reads what is dictated in Russian', () =>
    roundTrips(
      'ru',
      locals(russianWords, russianLetters, russianDigits, russianSigns),
      fc.constantFrom('собака', 'собачка', 'эт', '@'),
      russianDomains,
    ))

  it('reads what is dictated in English', () =>
    roundTrips('en', locals(englishWords, englishLetters, englishDigits, englishSigns), fc.constantFrom('at', '@'), englishDomains))

  it('passes written addresses through in lower case', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        fc.pre(/^[a-z\d._+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+$/i.test(address))
        expect(read(`моя почта ${address} спасибо`)?.value).to.deep.equal({email: address.toLowerCase()})
      }),
      {numRuns: 300},
    )
  })

  it('never gives an address without a dotted domain', () => {
    const vocabulary =
      'собака точка мейл ру ком анна эй и тире нет ой восемьдесят at dot gmail com я студия нижнее подчеркивание через не а как мама'.split(
        ' ',
      )
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...vocabulary), {maxLength: 12}), (words) => {
        const found = read(words.join(' '))
        for (const {email} of found ? [found.value, ...(found.alts ?? [])] : [])
          expect(email, words.join(' ')).to.match(/^[\d_a-z](?:[\d_a-z+.-]*[\d_a-z+])?@[\da-zа-я-]+(?:\.[\da-zа-я-]+)+$/)
      }),
      {numRuns: 3000},
    )
  })

  it('puts the part of the name right that is denied behind the address', () => {
    const fixes: readonly (readonly [string, string])[] = [
      ['игорь собака мейл ру нет не игорь а егор', 'egor@mail.ru'],
      ['петр точка иванов собака мейл ру ой не иванов а петров', 'petr.petrov@mail.ru'],
      ['ivan99 собака яндекс ру нет не девяносто девять а восемьдесят восемь', 'ivan88@yandex.ru'],
      ['john at gmail dot com no not john but jon', 'jon@gmail.com'],
      ['анна собака мейл ру не мейл а яндекс', 'anna@yandex.ru'],
    ]
    for (const [text, email] of fixes)
      expect(read(text, /[а-я]/.test(text) ? 'ru' : 'en'), text).to.deep.include({value: {email}, corrected: true})
  })

  it('offers other transliterations', () => {
    expect(read('александр собака мейл ру')?.alts?.map(({email}) => email)).to.include('alexandr@mail.ru')
    expect(read('юрий жуков собака мейл ру')?.alts?.map(({email}) => email)).to.include.members([
      'yuryzhukov@mail.ru',
      'yuriyjukov@mail.ru',
    ])
    expect(read('anna собака mail.ru')?.alts).to.equal(undefined)
  })

  it('says which words it read', () => {
    expect(read('меня зовут анна почта анна точка к собака мейл ру спасибо')).to.include({from: 4, to: 10})
  })
})

describe('transliteration', () => {
  it('leaves only what an address may hold', () => {
    const letters = [...'абвгдеёжзийклмнопрстуфхцчшщъыьэюя']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters), {minLength: 1, maxLength: 12}), (word) => {
        for (const text of [transliterate(word.join('')), ...transliterations(word.join(''))]) expect(text).to.match(/^[a-z]*$/)
      }),
    )
  })
})
