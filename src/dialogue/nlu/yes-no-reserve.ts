import type {Token} from './types.ts'
import type {Answer} from './yes-no-verdict.ts'
import {words} from './tokens.ts'

/**
 * Whether something is left out of what is agreed to: «верно всё, кроме времени», "right except the time", «да, но имя неправильное». An
 * exception counts wherever it stands when the rest is said to be right, and right behind a plain "yes" («да, кроме фамилии»); of «в любой
 * день, кроме пятницы, да» it belongs to the days. What follows a "but" has to say that something is wrong or is to be changed.
 */
export function leavesOut(tokens: readonly Token[], answers: readonly Answer[]): boolean {
  const rest = words(tokens.slice(answers.at(-1)!.to))
  if (exceptFirst.test(rest) || changed.test(rest)) return true
  const [before, behind] = [words(tokens.slice(0, answers[0]!.from)), rest]
  const isAllRight = answers.some(({kind}) => kind === 'confirm' || kind === 'fine')
  return isAllRight && (except.test(before) || except.test(behind) || denied.test(behind) || nearly.test(words(tokens)))
}

const exceptions = '(?:кроме|(?:за )?исключением|помимо|не считая|except(?:ing)?|apart from|aside from|other than|everything but|all but)'
const except = new RegExp(`(?:^| )${exceptions}(?: |$)`)
const exceptFirst = new RegExp(`^(?:(?:все|но|только|but|only|all|everything|it) )*${exceptions}(?: |$)`)

/** «Почти всё верно», "almost everything is right". */
const nearly = /(?:^| )(?:почти|almost|nearly|mostly) (?:что )?(?:все|верно|правильно|так|everything|all|right|correct|fine)(?: |$)/

/** «…, только имя не Анна», "…, but the name isn't Anna", and not «…, только маме не говорите», which bids. */
const denied =
  /^(?:(?:все|это|all|it) )*(?:(?:но|только|однако) \S+ (?:\S+ )?не (?!\S+(?:[аяуеи]йте|[иь]те)(?: |$))|(?:but|only|though) (?:\S+ ){1,3}(?:(?:is|are|was) not|isn't|aren't|wasn't) )/

const wrong =
  'не (?:так|то|тот|та|те|совсем|вполне|верн\\S+|правильн\\S+)|неверн\\S+|неправильн\\S+|ошибк\\S+|перепутал\\S*|друг(?:ое|ой|ая|ие)(?! (?:дело|разговор|вопрос|история))|wrong|incorrect|different|not right|not correct|a mistake'
const amend =
  '(?:(?:по|с|из)?меня(?:йте|ть)|измените|изменить|исправьте|исправить|поправьте|перенесите|change|fix|move)(?! (?:ничего|не|nothing))'
/** «…, но время другое», "…, but change the time", and not «…, только ничего не меняйте». */
const changed = new RegExp(
  `^(?:(?:все|это|all|it) )*(?:но|только|однако|but|only|just|though) (?:(?!(?:не|ничего|don't|not|nothing|no) )\\S+ ){0,5}?(?:${wrong}|${amend})(?= |$)`,
)
