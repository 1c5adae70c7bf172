import type {Utterance} from './types.ts'

/**
 * Whether the caller means the number the call comes from: «на этот же», "the number I'm calling from". Returns the tokens that say so.
 * Bare pointing words («этот», "this one") count unless it is known that no phone was asked for.
 */
export function mentionsCallerId(
  utterance: Utterance,
  asked: boolean | undefined,
): {readonly from: number; readonly to: number} | undefined {
  const {tokens} = utterance
  const isOnly = onlyThis.test(tokens.map(({text}) => text).join(' '))
  const kept = tokens
    .map((token, at) => ({token, at}))
    .filter(({token}) => !fillers.has(token.text) && !(isOnly && /^(?:у|меня|нас|нет|друг\S+|номера|телефона)$/.test(token.text)))
  const text = kept.map(({token}) => token.text).join(' ')
  const fresh =
    /^(.*(?:^| )(?:не тот|не то|другой|неправильный|неверный|wrong) .*?(?:давайте|лучше|запишите|возьмите|use|take) )(.*)$/.exec(text)
  // «Телефон не тот, давайте этот, с которого звоню»
  if (fresh && !refusals.test(fresh[2]!)) {
    const at = fresh[1]!.split(' ').filter(Boolean).length
    const found = kept[at] && mentionsCallerId({...utterance, tokens: kept.slice(at).map(({token}) => token)}, asked)
    return found ? {from: kept[at]!.at, to: kept.at(-1)!.at + 1} : undefined
  }
  if (refusals.test(text)) return undefined
  if (asked !== false && kept.length > 0 && kept.length <= 7 && onlyPoints(kept.map(({token}) => token.text)))
    return {from: kept[0]!.at, to: kept.at(-1)!.at + 1}
  for (const [pattern, bare] of patterns) {
    if (bare && (asked === false || (asked === undefined && kept.length > 5))) continue
    const match = pattern.exec(text)
    if (!match) continue
    const first = text.slice(0, match.index).split(' ').filter(Boolean).length
    const last = first + match[0].trim().split(' ').length - 1
    return {from: kept[first]!.at, to: kept[last]!.at + 1}
  }
  return undefined
}

/** «Мой этот», «номер этот, который высветился», "it's this one": a word that points, and nothing but words that may stand around it. */
const onlyPoints = (said: readonly string[]): boolean =>
  said.some((word) => /^(?:этот|этого|этому|this|same)$/.test(word)) && said.every((word) => aroundPointing.test(word))

const aroundPointing =
  /^(?:этот|этого|этому|это|тот|того|тому|самый|самого|самому|мой|мне|у|меня|вас|вам|я|с|на|по|сам|сама|и|же|есть|сейчас|просто|который|которого|номер\S*|телефон\S*|звоню|говорю|набираю|высветил\S*|определил\S*|отобразил\S*|this|same|it's|it|is|my|the|that|one|number|phone|i'm|i|am|calling|from|on|use|just|be|would)$/

/** «Другого нет, этот» */
const onlyThis = /(?:^| )(?:нет друг(?:ого|их)|друг(?:ого|их)(?: номера)? нет)(?: |$)/

const fillers: ReadonlySet<string> = new Set(
  'э ээ эээ эм ну вот как-бы значит да так же-ж uh um er well yeah yes ok okay so like just fine great perfect спасибо ладно хорошо окей ага thanks'.split(
    ' ',
  ),
)

/** Other numbers, questions about numbers, and numbers nobody should call. */
const refusals =
  /(?:^| )(?:не (?:надо|нужно|на|по|мой|тот|тому|этот|этому|подход[а-я]+|работает)|перестаньте|прекратите|с этого номера(?: [а-я]+){0,2} звони(?:л|ла|ли)|звони(?:л|ла|ли)(?: [а-я]+){0,2} с этого|удалите|уберите|заблокируйте|забудьте|друг(?:ой|ого|ому)|откуда у|какой|чей|зачем|почему|что за|кто|ошиблись|don't|do not|not (?:this|the|that|on)|stop|remove|delete|different|another|other|wrong|whose|what|how did|where did|why)(?= |$)|(?:^| )не (?:звон|эт|запис|пиши|сохран|запомин|использ)/

const number = '(?:номер(?:ок|а|у|е|ом)?|телефон(?:а|у|е|ом|чик)?|мобильн(?:ый|ого|ому|ом)|сотов(?:ый|ого|ому))'
const pointing = '(?:этот|этого|этому|этом|этим|тот|того|тому|том|тем|данный|данному|данного|текущий|текущего|текущему|нынешний|нынешнему)'
const end = '(?: |$)'

const patterns: readonly (readonly [pattern: RegExp, bare: boolean])[] = (
  [
    // «…зовут Ольга, телефон этот»
    [`${number} (?:мой |у меня |вот )*(?:этот|тот)(?: же| самый)*(?= (?:и|пожалуйста|с которого|запишите)(?: |$)|$)`, false],
    [`^(?:(?:да|конечно|можно|лучше|звоните|перезвоните|давайте) )*(?:по нему|на него|на этот|по этому)${end}`, true],
    [`^(?:(?:да|конечно|можно|давайте|вот|лучше) )*с (?:этого|него)(?= (?:же|и|можно|пожалуйста)(?: |$)|$)`, true],
    [`(?:на |по |с )?${pointing}(?: (?:же|самый|самому|самом))*(?: мой| моему)? ${number}${end}`, false],
    [
      `(?:на |по )?${pointing} (?:же|самый|самому|самом)(?: (?:самый|самому|самом))?(?= (?:и|пожалуйста|можно|перезвон|звон|наб|пиш|запиш|запис|остав|что|который|с|пусть|будет|давайте|подойдет|удобно)|$)`,
      false,
    ],
    [
      `(?:тот |этот |этому |тому |того )?(?:${number} )?(?:с|со|на) (?:которого|котором|какого|которому)(?: [а-я]+){0,3} (?:звон|говор|разговар|набира|набрал|общаюсь|беседу)[а-я]*`,
      false,
    ],
    [`(?:на|по) (?:который|которому)(?: [а-я]+){0,3} (?:звон|позвон|дозвон|набрал|набира)[а-я]*`, false],
    [
      `(?:^|у вас (?:[а-я]+ )?)(?:тот |этот )?(?:${number} )?(?:[а-я]+ )?(?:определился|высветился|высвечивается|отобразился|отображается|отразился)(?: ${number})?${end}`,
      false,
    ],
    [`(?:${number} )?(?:у )?вас (?:[а-я]+ ){0,2}(?:есть|видно|виден|видите|сохранен|сохранился|записан) (?:мой )?${number}${end}`, false],
    [`${number} (?:у вас|вы) (?:[а-я]+ ){0,2}(?:есть|видно|виден|видите|сохранен|сохранился|записан|высветился|определился)${end}`, false],
    [`(?:видите|видно) (?:мой |же )*${number}${end}`, false],
    [`сюда(?: же)?(?= (?:перезвон|звон|наб|и|можно)|$)|(?:перезвон|звон|наб)[а-я]+ сюда(?: же)?${end}`, false],
    [`откуда (?:я )?(?:сейчас )?(?:звоню|говорю|набираю)${end}`, false],
    [
      `(?:^|(?:на|по|давайте|можно|пусть|будет|запишите|используйте|берите|возьмите|оставьте|оставим|и) )(?:этот|этому|тот)(?= (?:и|пожалуйста|можно|перезвон|звон|запиш|остав|подойдет|пусть|удобно|давайте)|$)`,
      true,
    ],
    [`(?:перезвон|позвон|наб[еи]р|звон)[а-я]+ (?:мне |нам |пожалуйста )*(?:на|по) (?:этот|этому)$`, false],
    [`это (?:же |и есть )?мой ${number}(?: и есть)?(?= (?:и|на него|по нему|туда|сюда)(?: |$)|$)`, true],
    [`^(?:на |по )?(?:этот )?(?:мо(?:й|ему)|свой|своему|текущий|текущему)(?: ${number}| этот| же| личный)*$`, true],
    [`^(?:on )?my (?:own )?(?:phone |cell )?(?:number|phone)(?: here)?$`, true],
    [`^(?:you can )?(?:reach|call|get|contact) me (?:here|on this|at this)(?: one| number)?$`, true],
    [`^${number} (?:мой|этот)(?: этот| же)?$`, true],
    [`(?:my |the )?(?:phone )?number(?: is|'s) (?:this|the same)(?: one| number)?${end}`, false],
    [`(?:phone |cell |mobile |number )(?:is |'s )?(?:the )?same as (?:this|the one i'm calling from)${end}`, false],
    [`the (?:one|number) (?:i'm|i am|you're|you are) calling(?: from| me on)?${end}`, false],
    [`(?:the |on |at )*same (?:phone |cell |mobile )?(?:number|phone|line|cell|mobile)${end}`, false],
    [
      `(?:the )?(?:number|phone|one|line)(?: that)? i(?:'m| am|'ve been)? (?:calling|call|called|phoning|talking|speaking|using|on)${end}`,
      false,
    ],
    [
      `(?:this|my current|the current|current|that same|this same|this very) (?:phone |cell |mobile )?(?:number|phone|line|cell|mobile)${end}`,
      false,
    ],
    [
      `(?:where|what) i(?:'m| am) calling from|caller id|on your (?:screen|display)|showing up|shows up|(?:number|one) you (?:have|see|already have)(?: (?:there|on file|on screen))?$|you (?:already )?(?:have|see) (?:it|my number)(?: already| there)?$`,
      false,
    ],
    [`(?:^|(?:on|use|at|take) )(?:this one|the same one|same one|the same|this)(?= (?:is|works|please|will|number)|$)`, true],
  ] as const
).map(([source, bare]) => [new RegExp(`(?<= |^)(?:${source})`), bare] as const)
