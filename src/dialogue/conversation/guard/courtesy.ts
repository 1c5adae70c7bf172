import {stemKeys} from '../../nlu/stem.ts'

/** Words that hold a conversation together and claim nothing: greetings, thanks, "please tell me", the ways to ask. */
const words = `
  хорошо отлично прекрасно замечательно здорово супер чудесно понял поняла понятно ясно принято принял приняла ладно договорились услышал услышала слышу слушаю
  вижу отметил отметила учту учёл учла конечно разумеется да так итак спасибо благодарю пожалуйста извините простите прошу подскажите подсказать скажите сказать назовите
  назвать уточните уточнить уточню расскажите рассказать опишите сообщите продиктуйте повторите повторить давайте секунду секундочку минуту минутку момент записать запишем
  записываем обращаться зовут имя имени фамилию фамилия дату дата день время час число номер телефон адрес почту удобно удобен удобный удобное удобнее подойдёт подходит подойти
  желаете хотите хотели хотелось планируете планировали предпочитаете можете можно могу могли помочь помогу помощь нужно нужен нужна нужны надо осталось остался последний последнее
  вопрос вопросы ответ ответьте тогда теперь сначала ещё именно какой какая какое какие какого какому каком какую каким сколько когда куда откуда где как кто чем что чтобы чьё
  если либо или тоже также очень совсем просто только лучше скорее быстро коротко пару слов словах двух буквально пока дальше далее продолжим продолжаем начнём перейдём
  приехать прийти приходить ждать ждём связи связаться ваш ваша ваше ваши вашего вашу вашим вам вас вами вы мне меня мой моя мною нам нас наш наша нашу этот эта это эти этого этому этом
  быть будет будете есть был была было для про при под над без перед после около насчёт относительно тут здесь там кстати например пример удовольствием рад рада приятно
  добрый здравствуйте добро день вечер утро правильно верно точно случилось произошло интересует интересно выбрать выберите выбираете вариант варианты
  знаю подскажу сожалению жаль расслышал расслышала разобрал разобрала получилось попробуем попробуйте торопитесь волнуйтесь посмотрим разберёмся поможем звоните позвоните начать можем сможете сейчас
  okay sure great good fine perfect wonderful lovely right alright understood thanks thank you please sorry could can may might would will like want need tell give let know have got get
  your name call what which when where who how much many long day date time number phone address email help here there this that these those with about for from the and one moment
  second minute just also then now next last first question answer say spell repeat again suits suit works work best prefer come coming bring use reach take down noted hear heard catch
  caught see are was were been being did does make sure check happy glad nice welcome course absolutely certainly well afraid rush worries free any some something anything else more
`

const known = new Set(
  words
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => stemKeys(word.replaceAll('ё', 'е'))),
)

export const isCourtesy = (word: string): boolean => stemKeys(word).some((stem) => known.has(stem))
