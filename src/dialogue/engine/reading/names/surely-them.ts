/**
 * Whether the words say that it is them, and nothing that somebody else at their telephone could say as well: «да», «это я», the name. Not
 * «ладно», «да, знаю такую», «да, можно через меня»: what is meant for one person only would be told to another. A name is `\0` in the words.
 */
export function isSurelyThem(text: string): boolean {
  if (itIsMe.test(text)) return true
  if (picksUp.test(text) && !/^(?:да )+(?:вас )?(?:слушаю|говорите|внимательно)(?: вас)?$/.test(text)) return false
  const said = text.split(' ')
  return (
    said.some((word) => word === '\0' || says.test(word)) && said.every((word) => word === '\0' || says.test(word) || beside.test(word))
  )
}

/** «Да, это я, но я за границей», «нет, то есть да, это я» */
const itIsMe =
  /^(?:(?:да|ага|ну|алло|допустим) )*это я(?:$| (?:но|только|и|а|сейчас|слушаю|вас|что|кто|самый|самая)(?: |$))|^(?:ну )?(?:да )?конечно(?: да)?$|^(?:(?:ну|алло|да) )*(?:да|ага) я(?:$| (?:но|только|и|а|слушаю|вас|что|кто)(?: |$))|(?:^| )да это я$/

/** «Я слушаю», «да, говорите»: how anybody picks up. */
const picksUp =
  /^(?:(?:да|алло|ну|я|вас|слушаю|говорите|внимательно|здравствуйте|добрый|доброе|день|вечер|утро|yes|hello|hi|i'm|listening|go|ahead)(?: |$))*(?:слушаю|говорите|здравствуйте|день|вечер|утро|вас|listening|ahead|hello|hi)$/

const says = /^(?:да|ага|угу|я|верно|точно|правильно|именно|yes|yeah|yep|yup|correct|right|speaking|me)$/

const beside =
  /^(?:ну|допустим|так|это|вас|слушаю|внимательно|говорите|здравствуйте|добрый|доброе|доброго|день|дня|вечер|вечера|утро|утра|конечно|сама?|самый|самая|собственной|персоной|есть|и|а|что|кто|случилось|хотели|вы|вам|мне|такое|такие|такой|по|какому|вопросу|поводу|надо|нужно|в|чем|дело|спрашивает|звонит|спасибо|у|телефона|аппарата|проводе|на|связи|it|it's|is|that's|this|speaking|who|who's|calling|what|what's|about|please|go|ahead|i|am|i'm|here|hello|hi|good|morning|afternoon|evening)$/
