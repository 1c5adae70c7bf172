import type {IntentMatch} from '../../../nlu/intents.ts'
import {withoutFillers} from '../../../nlu/fillers.ts'
import {words} from '../../../nlu/tokens.ts'
import type {Utterance} from '../../../nlu/types.ts'
import type {Scenario} from '../../scenario/scenario.ts'
import type {DialogueState} from '../../state.ts'

/**
 * What leaves, calls off or puts off anywhere else is no more than "nothing to add" where the flow asks for something it can do without:
 * «это всё», «обойдусь», «не сейчас» to "Anything the master should know?".
 */
export function passesOver(match: IntentMatch, {fields}: Scenario, {pending}: DialogueState, spoken: Utterance): boolean {
  const asked = pending.kind === 'ask' ? fields.get(pending.field)! : undefined
  if (!asked || asked.required) return false
  const text = words(withoutFillers(spoken).utterance.tokens)
  switch (match.id) {
    case 'goodbye':
      return thatIsAll.test(text)
    case 'refuse':
      return doWithout.test(text)
    case 'callback':
      return notNow.test(text)
    default:
      return false
  }
}

/** «Это всё», «да всё, спасибо», "that's all". */
export const thatIsAll =
  /^(?:(?:ну|да|вроде|пожалуй|наверное|наверно|кажется|спасибо|нет|no|well|i think|i guess) )*(?:(?:это|на этом|пока) )?(?:все|that's (?:all|it)|that is (?:all|it)|that'll be all|nothing else)(?: (?:спасибо|пока что|что хотел[аи]?|сказал[аи]?|вроде бы|наверное|пожалуй|вроде|thanks|thank you|for now|i think))*$/

const doWithout =
  /^(?:(?:ну|да|нет|я|тут|здесь|это|мы|no|well|i'm|i'll) )*(?:обойдусь|обойдемся|пас|отказываюсь|откажусь|воздержусь|неинтересно|не интересно|not interested|pass|i'd rather not|rather not)(?: (?:спасибо|без (?:этого|нее|него)|thanks|thank you|on that))*$/

const notNow =
  /^(?:(?:ну|да|нет|можно|давайте|лучше|пока|это|maybe|perhaps|no) )*(?:потом|позже|попозже|не сейчас|в другой раз|как-нибудь потом|later|not now|not today|another time)(?: (?:спасибо|скажу|напишу|пришлю|сообщу|thanks))*$/
