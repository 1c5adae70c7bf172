import type {IntentMatch} from '../../../nlu/intents.ts'
import {words} from '../../../nlu/tokens.ts'
import type {Utterance} from '../../../nlu/types.ts'
import {isEverydayGivenName, isGivenName} from '../../../nlu/names/lexicon.ts'
import {isNameOfSomebody} from '../names/named-person.ts'
import type {Scenario} from '../../scenario/scenario.ts'
import type {DialogueState} from '../../state.ts'

/** «Мне бы Ивана Петровича», «а можно Анну Сергеевну?», «Марину позовите»: a person is asked for by name, and nothing else is said. */
export function somebodyWanted(scenario: Scenario, {direction, pending}: DialogueState, {tokens}: Utterance): IntentMatch[] {
  const asked = pending.kind === 'ask' ? scenario.fields.get(pending.field)!.type : undefined
  if (direction !== 'inbound' || asked === 'person_name' || asked === 'text' || asked === 'address') return []
  if (isWantedInEnglish(words(tokens))) return [{id: 'handoff', from: 0, to: tokens.length, confidence: 0.9}]
  if (isCalled(words(tokens))) return [{id: 'handoff', from: 0, to: tokens.length, confidence: 0.9}]
  const at = tokens.findIndex(isNameOfSomebody)
  if (at === -1) return []
  let to = at + 1
  while (to < tokens.length && isNameOfSomebody(tokens[to]!)) to++
  const around = [words(tokens.slice(0, at)), '|', words(tokens.slice(to))].filter(Boolean).join(' ')
  return calls.test(around) ? [{id: 'handoff', from: 0, to, confidence: 0.9}] : []
}

/** «Петрова позовите»: whom one calls to the telephone is a person, whatever the name. */
const isCalled = (text: string): boolean =>
  talksWith.test(text) ||
  /^(?:(?:алло|вы|слышите|здравствуйте|девушка|да|ну|а|мне|пожалуйста|можете) )*(?:(?:позовите|пригласите|подзовите)(?: мне)?(?: пожалуйста)?(?: [а-яё]{3,}){1,3}|[а-яё]{4,} (?:позовите|пригласите|подзовите))(?: пожалуйста)?$/.test(
    text,
  )

/** «Мне бы с технологом поговорить», «можно технический отдел?» */
const talksWith =
  /^(?:(?:алло|здравствуйте|девушка|а|да) )*(?:мне бы|можно(?: мне)?|мне(?: нужно| надо)?|хочу|хотел[аи]?(?: бы)?|хотелось бы|нужно|надо|нужен|могу(?: ли)? я)(?: мне)? (?:(?:с|со) (?:[а-яё]+ )?[а-яё]{4,}(?:ом|ем|ой|ей|ым) (?:поговорить|переговорить|пообщаться|связаться)|[а-яё]{4,}[ыи]й отдел)(?: пожалуйста)?$/

/** "Can I talk to Barb?", "is Barb there?" */
function isWantedInEnglish(text: string): boolean {
  if (talksTo.test(text)) return true
  const name = isThere.exec(text)?.[1]
  return name !== undefined && isGivenName(name) && !isEverydayGivenName(name)
}

const talksTo =
  /^(?:(?:hi|hello|hey|um|uh|so|yes|please) )*(?:(?:can|could|may|might) i(?: please)?|i(?:'d| would) like to|i (?:want|need|wanted) to) (?:speak|talk) (?:to|with) (?!a |an |the |you|your|some|any|my |her|him|them|us|it)[a-z]+(?: [a-z]+)?(?: please)?$/
const isThere = /^(?:(?:hi|hello|hey|um|uh|so) )*is ([a-z]+) (?:there|in|around|available)(?: today| please)?$/

/** Words of asking for somebody around the name, at least one of them; then perhaps where they work. */
const calls =
  /^(?=.*?(?:можно|нужен|нужна|надо|позовите|пригласите|дайте|соедините|переключите|переведите|поговорить|услышать|мне бы|говорю же)(?: |$))(?:(?:здравствуйте|добрый|день|вечер|утро|алло|девушка|слушайте|пожалуйста|извините|простите|а|ну|да|нет|я|говорю|же|мне|нам|бы|можно|нужен|нужна|надо|позовите|пригласите|дайте|соедините|переключите|переведите|поговорить|услышать|хочу|хотел|хотела|могу|с|со) )*\|(?: (?:пожалуйста|позовите|пригласите|дайте|соедините|можно|нужен|нужна|мне|надо|услышать|поговорить|к|телефону|бы|из \S+(?: \S+)?))*$/

/** Whether somebody in particular is wanted, and not just any living person: by name, by post, by a department. */
export const isInParticular = ({tokens}: Utterance): boolean =>
  (isCalled(words(tokens)) && !tokens.some(({text}) => anybody.test(text))) ||
  tokens.some(
    (token, at) =>
      isNameOfSomebody(token) ||
      post.test(token.text) ||
      (/^отдел(?:ом|у|а)?$/.test(token.text) && /^[а-яё]{4,}$/.test(tokens[at + 1]?.text ?? '')),
  )

const anybody =
  /^(?:оператор|человек|жив|менеджер|администратор|консультант|сотрудник|специалист|кого-?нибудь|кого-?то|девушк|диспетчер|кто-?нибудь|люд)/

const post =
  /^(?:(?:ген|зам)?директор|начальник|начальств|руковод(?:ител|ств)|заведующ|управляющ|бригадир|прораб|кадр(?:ы|ам|ами|ов|овик)|кадровик|эйчар|hr$|секретар|юрист|логист|снабжен|закуп|склад|механик|технолог|президент)/
