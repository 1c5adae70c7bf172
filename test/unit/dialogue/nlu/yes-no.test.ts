import {expect} from 'chai'
import fc from 'fast-check'
import {utterance, words} from '../../../../src/dialogue/nlu/tokens.ts'
import {extractYesNo} from '../../../../src/dialogue/nlu/yes-no.ts'
import {extractRow, nluRows} from '../../../helpers/nlu-rows.ts'

const context = {now: {date: '2026-03-11', minutes: 630}, asked: true}
const find = (text: string) => extractYesNo(utterance(text, /[а-я]/.test(text) ? 'ru' : 'en'), context)
const read = (text: string) => find(text)?.value.yesno

describe('yes, no or unsure', () => {
  for (const row of nluRows('yesno'))
    it(`${row.id}: "${row.text}"`, () => {
      expect(extractRow(extractYesNo, row)?.value ?? {yesno: null}).to.deep.equal(row.expect)
    })

  it('turns what is denied round', () => {
    for (const word of 'верно правильно подходит устраивает согласен надо нужно хочу так буду удобно интересно годится'.split(' ')) {
      expect(read(`не ${word}`), word).to.equal('no')
      expect(read(`нет не ${word}`), word).to.equal('no')
    }
    for (const word of 'right correct interested good okay true'.split(' ')) expect(read(`not ${word}`), word).to.equal('no')
  })

  it('lets a confirmation behind a "no" win, and a refusal behind a "yes"', () => {
    for (const no of ['нет', 'нет нет', 'да нет', 'нет-нет', 'неа'])
      for (const confirm of ['всё верно', 'всё правильно', 'всё так', 'меня всё устраивает', 'не против', 'всё именно так'])
        expect(read(`${no} ${confirm}`), `${no} ${confirm}`).to.equal('yes')
    for (const yes of ['да', 'ну да', 'конечно', 'хорошо', 'ладно'])
      for (const refusal of ['нет', 'не надо', 'не хочу', 'не нужно']) expect(read(`${yes} ${refusal}`), `${yes} ${refusal}`).to.equal('no')
  })

  it('takes well-being behind a "no" for agreement with what was read out, and not with an offer', () => {
    for (const text of ['нет спасибо всё хорошо', 'нет всё отлично', "no it's fine", 'no thank you all good']) {
      const spoken = utterance(text, /[а-я]/.test(text) ? 'ru' : 'en')
      expect(extractYesNo(spoken, context)?.value.yesno, text).to.equal('yes')
      expect(extractYesNo(spoken, {...context, offer: true})?.value.yesno, text).to.equal('no')
    }
  })

  it('lets the last word win where something was taken back', () => {
    const yes = ['да', 'верно', 'хорошо', 'конечно']
    const turns = ['ой', 'хотя', 'то есть', 'вернее', 'погодите', 'стойте', 'извините']
    for (const first of yes)
      for (const turn of turns) {
        expect(read(`${first} ${turn} нет`), `${first} ${turn} нет`).to.equal('no')
        expect(read(`нет ${turn} ${first}`), `нет ${turn} ${first}`).to.equal('yes')
      }
    for (const turn of ['actually', 'oh wait', 'i mean', 'sorry', 'hold on']) {
      expect(read(`yes ${turn} no`), turn).to.equal('no')
      expect(read(`no ${turn} yes`), turn).to.equal('yes')
    }
  })

  it('hears no "yes" to what was read back when something of it is left out or wrong', () => {
    for (const but of ['кроме времени', 'за исключением имени', 'только время другое', 'но имя неправильное', 'только поменяйте телефон'])
      for (const yes of ['верно всё', 'да все правильно', 'да']) expect(read(`${yes} ${but}`), `${yes} ${but}`).to.equal('no')
    expect(read('кроме времени всё верно')).to.equal('no')
    for (const but of ['except the time', 'apart from the date', 'but change the time', 'but the name is wrong'])
      for (const yes of ["that's right", 'yes']) expect(read(`${yes} ${but}`), `${yes} ${but}`).to.equal('no')
    expect(read('everything but the time is right')).to.equal('no')
  })

  it('hears no "yes" where a value is said to be another one', () => {
    for (const text of ['все правильно только имя не анна', 'верно но фамилия не иванова', "all correct but the name isn't anna"])
      expect(read(text), text).to.equal('no')
    for (const text of ['все верно только маме не говорите', 'все верно только не опаздывайте', 'да но не сегодня'])
      expect(read(text), text).to.equal('yes')
  })

  it('takes what is nearly right for something wrong, and no mistakes for none', () => {
    for (const text of ['почти всё верно', 'верно почти всё', 'да но не совсем', 'almost everything is right', 'номер другой'])
      expect(read(text), text).to.equal('no')
    for (const text of ['нет ошибки', 'nothing wrong', "that's my number", "couldn't agree more"]) expect(read(text), text).to.equal('yes')
  })

  it('hears a "yes" before what changes nothing, and to an offer taken but for a part', () => {
    for (const text of ['да но не меняйте время', 'да только ничего не меняйте', 'да верно но позвоните после шести', 'yes just book it'])
      expect(read(text), text).to.equal('yes')
    expect(extractYesNo(utterance('да кроме соуса', 'ru'), {...context, offer: true})?.value.yesno).to.equal('yes')
  })

  it('hears no "yes" in what is being thought over', () => {
    for (const text of ['да погодите', 'хорошо секунду', 'yes wait', 'ok hold on']) expect(read(text), text).to.equal(undefined)
    expect(read('нет погодите')).to.equal('no')
  })

  it('hears the answer in front of a question, and none in a question', () => {
    expect(read('Да, а сколько это стоит?')).to.equal('yes')
    expect(read('Нет. А когда можно?')).to.equal('no')
    for (const text of ['Да?', 'Правда?', 'а можно?', 'is that right?']) expect(read(text), text).to.equal(undefined)
  })

  it('takes "no" between two values for a correction, not for an answer', () => {
    expect(read('тринадцатого нет четырнадцатого')).to.equal(undefined)
    expect(read('нет четырнадцатого')).to.equal('no')
  })

  it('points at the words that answer', () => {
    const text = 'э ну да, конечно, давайте на завтра'
    const {from, to} = find(text)!
    expect(words(utterance(text, 'ru').tokens, from, to)).to.equal('да конечно давайте')
  })

  it('is not moved by fillers and politeness', () => {
    for (const row of nluRows('yesno')) {
      if (row.text === '' || row.text.endsWith('?')) continue
      const filled = row.lang === 'ru' ? `эээ ну ${row.text}` : `um ${row.text}`
      expect(read(filled.toLowerCase()) ?? null, filled).to.equal(row.expect['yesno'])
    }
  })

  it('never fails and never points outside, whatever is said', () => {
    const word = fc.constantFrom(
      ...'да нет не ну но всё верно знаю может наверное конечно а что yes no not sure maybe right that is ?'.split(' '),
    )
    fc.assert(
      fc.property(fc.array(word, {maxLength: 10}), (list) => {
        const spoken = utterance(list.join(' '), 'ru')
        const found = extractYesNo(spoken, context)
        if (found) expect(found.to).to.be.within(found.from + 1, spoken.tokens.length)
      }),
    )
  })
})
