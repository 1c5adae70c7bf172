import {letter, replaceEach, sentenceDot} from './replace.ts'

/** What stands behind the stroke of a rate, in words: `10 км/ч`, `500 руб./м²`. The amount before it stays digits. */
export const ratesRu = (text: string): string =>
  replaceEach(text, pattern, ([, unit, dot], {tail}) => ` ${rates[unit!.toLowerCase()]!}${sentenceDot(dot, tail)}`)

const rates: Readonly<Record<string, string>> = {
  ч: 'в час',
  час: 'в час',
  мин: 'в минуту',
  с: 'в секунду',
  сек: 'в секунду',
  сут: 'в сутки',
  день: 'в день',
  дн: 'в день',
  нед: 'в неделю',
  мес: 'в месяц',
  месяц: 'в месяц',
  год: 'в год',
  г: 'в год',
  'м²': 'за квадратный метр',
  м2: 'за квадратный метр',
  'м³': 'за кубический метр',
  м3: 'за кубический метр',
  кг: 'за килограмм',
  л: 'за литр',
  шт: 'за штуку',
  чел: 'за человека',
}

const counted = 'км|м|руб|₽|р|\\$|€|долл|мбит|гбит|мл|л|мг|кг|г|шт|чел'
const longestFirst = Object.keys(rates).sort((a, b) => b.length - a.length)
const pattern = new RegExp(
  `(?<=\\d\\s*(?:(?:тыс|млн)\\.?\\s*)?(?:${counted})\\.?)\\s*/\\s*(${longestFirst.join('|')})(\\.?)(?![${letter}\\d])`,
  'gi',
)
