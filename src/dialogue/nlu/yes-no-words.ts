/**
 * What a phrase does in an answer:
 * - `bare_yes`, `bare_no`: the plain words, which later ones may turn round («нет, всё верно», «да нет»)
 * - `confirm`: says that what was read out is right, even behind a "no"
 * - `accept`, `refuse`: an answer of its own
 * - `sure`: strengthens whatever follows, means yes alone («конечно», «точно нет»)
 * - `hedge`: weakens but leaves the answer («наверное да»), alone it is unsure
 * - `doubt`: is unsure
 * - `other`: looks like an answer and is none («не расслышал»)
 * - `but`: what follows is another matter
 * - `fine`: all is well, so that a "no" before it asks for no change («нет, всё хорошо»); behind an offer it turns that down
 * - `polite_no`: a "no" with thanks, which a confirmation turns round like the plain word
 * - `no_more`: wants nothing changed or added, and leaves a "yes" alone («да, ничего менять не надо»)
 * - `enough`: says that this is all, and no answer by itself
 * - `turn`: takes back what was said before it («да, ой, нет»)
 * - `wait`: the same, and a "yes" before it is none yet («да, погодите»)
 */
export type AnswerKind =
  | 'bare_yes'
  | 'bare_no'
  | 'confirm'
  | 'accept'
  | 'refuse'
  | 'sure'
  | 'hedge'
  | 'doubt'
  | 'other'
  | 'but'
  | 'fine'
  | 'polite_no'
  | 'no_more'
  | 'enough'
  | 'turn'
  | 'wait'

/** Word classes of the patterns below. */
export const answerClasses: Readonly<Record<string, string>> = {
  change:
    '=менять|=поменять|=изменять|=изменить|=исправлять|=исправить|=править|=поправлять|=поправить|=переделывать|=трогать|=добавлять|=добавить|=уточнять',
}

/** Patterns by kind, one a line; syntax as in `intents/pattern.ts`. */
export const russianAnswers: Readonly<Record<AnswerKind, string>> = {
  bare_yes: `
    (=да|=ага|=угу|=дааа|=даа|=йес|=ес|=да-да|=ага-ага|=угу-угу|=yes|=агась|=аха|=мгм)
    ^ =так $ | ^ =так =так | ^ =есть $`,
  bare_no: `
    (=нет|=неа|=нет-нет|=не-а|=не-не|=нету|=неть|=нетушки|=нее|=ноу) !(=проблем|=вопросов|=возражений|=ошибок|=ошибки|ничего)
    =ни (=тот|=то|=та|=те) =ни (=другой|=другое|=другая|=другие|=этот|=это|=эта|=эти) | ^ =ни (=один|=одна|=одно) [=из них] $
    ^ =не [=не] $ | ^ =не =а $ | ^ =не =не`,
  confirm: `
    [=все|=это|=абсолютно|=совершенно|=вполне|=именно|=полностью|=там|=да] (=верно|=правильно|=подходит|=подойдет|=устраивает|=сходится|=совпадает|=корректно|=правильная|=правильный|=правильное|=верный|=верная|=верное|=именно) !(=не|=нет|=ли|=неверно|=далее)
    (=все|=это) (=так|=верно|=правильно|=правда|=точно|=понятно|=устраивает|=подходит|=сходится|=совпадает)
    (=меня|=нас|=мне|=нам) [=все|=вполне|=это|=так|=полностью] (=устраивает|=подходит|=подойдет|=устроит)
    =так =и =есть | =так =точно | =именно =так | =это =так | =так =все | =все =именно =так
    не (=против|=возражаю|=возражаем|=ошиблись|=ошибаетесь|=перепутали|=сомневаюсь)
    (=ошибок|=ошибки) =нет | =нет =ошибок | =нет =ошибки $ | =без =ошибок | =угадали | =в =точку`,
  accept: `
    (=хорошо|=ладно|=окей|=ок|=океюшки|=ладненько|=хорошенько|=добро) !(=бы)
    (=давайте|=давай|=поехали|=погнали) !(=лучше|=другое|=другой|=другую|=иначе|=не|=по-другому|=поменяем|=изменим|=исправим|=перенесем|=подождем|=подумаем|=позже|=попозже|=потом|=сначала|=дальше|=в другой|=отменим)
    (=согласен|=согласна|=согласны|=соглашусь|=подтверждаю|=подтверждаем|=поддерживаю|=одобряю|=принимаю|=принято|=договорились|=по рукам|=подтверждено)
    (=пойдет|=идет|=годится|=сойдет|=сгодится|=прокатит|=устроит|=устраивает|=подойдет)
    (=отлично|=прекрасно|=замечательно|=супер|=идеально|=великолепно|=чудесно|=превосходно|=классно|=нормально|=норм|=неплохо|=здорово|=шикарно|=чудненько|=то что надо|=самое то) !(=слышно|=слышу|=бы)
    ^ [=да] =можете [=да|=конечно|=пожалуйста] $ | ^ [=да|=я|=мы|=очень] (=хотел|=хотела|=хотели) =бы [=да|=очень|=конечно|=пожалуйста] $ | ^ [=да] =это =я $
    ^ =класс $ | =без (=проблем|=вопросов|=возражений|=базара) | =нет (=проблем|=вопросов|=возражений) | (=проблем|=возражений) =нет | =не (=вопрос|=проблема)
    =почему (=бы|=нет|=и нет) [=и] [=нет|=не|=да] | =отчего =же =нет | =ничего [=не] =имею =против | =ничего =против [=не] [=имею] | ^ =а =то $
    =с (=удовольствием|=радостью|=большим удовольствием) | =рад | =буду (=рад|=рада|=благодарен|=благодарна|=признателен|=признательна)
    (=я|=мы|=только|=обеими руками|=двумя руками) [=только|=обеими руками] =за $ | ^ =за $ | =всеми =руками =за
    не (=откажусь|=откажемся|=отказался бы|=отказалась бы|=вижу препятствий|=вижу проблем|=вижу причин|=помешает|=помешало бы|=имею ничего против)
    =хотелось =бы | =было =бы (=неплохо|=хорошо|=здорово|=отлично|=замечательно|=чудесно|=удобно|=кстати)
    =как (=скажете|=скажешь) | =ваша =взяла | =уговорили | =так =тому =и =быть | =пусть [=будет] [=так] [=и] [=будет] | =было =дело | не (=сомневайтесь|=волнуйтесь|=переживайте) | =валяйте | =сделайте =одолжение | =будьте =так
    ^ [=да|=так|=и] [=и] (=записывайте|=оформляйте|=бронируйте|=подтверждайте|=соединяйте|=продолжайте|=делайте|=ставьте|=отправляйте|=присылайте|=пишите|=запишите|=оформите|=подтвердите|=звоните|=приезжайте|=начинайте|=задавайте|=спрашивайте|=диктуйте|=включайте|=добавляйте|=добавьте|=заказывайте|=забронируйте|=сохраняйте|=говорите|=рассказывайте|=переводите) [=так|=меня|=нас|=тогда|=это|=все|=его|=смело|=конечно|=да|=давайте] $
    ^ =пожалуйста $ | =да =пожалуйста
    ^ [=да|=я|=мы|=мне|=нам|=очень|=все|=уже|=еще|=пока|=конечно|=это|=тоже] (=хочу|=хотим|=могу|=можем|=можно|=надо|=нужно|=нужен|=нужна|=буду|=будем|=приду|=придем|=приеду|=смогу|=сможем|=успею|=получится|=планирую|=планируем|=интересует|=интересно|=актуально|=помню|=знаю|=получил|=получила|=готов|=готова|=готовы|=удобно|=слышу|=слышно|=понимаю|=был|=была|=имеется|=есть|=пользуюсь|=желаю|=заинтересован|=заинтересована|=нравится|=успеваю|=собираюсь) [=бы|=да|=очень|=такое|=конечно|=вас|=на это|=так|=и] $`,
  refuse: `
    не (=надо|=нужно|=нужен|=нужна|=нужны|=хочу|=хотим|=хочется|=буду|=будем|=согласен|=согласна|=согласны|=подходит|=подойдет|=устраивает|=устроит|=годится|=пойдет|=верно|=правильно|=правда|=точно|=так|=то|=совсем|=очень|=особо|=особенно|=вполне|=все|=сейчас|=сегодня|=стоит|=могу|=можем|=смогу|=сможем|=получится|=получается|=думаю|=интересно|=интересует|=актуально|=требуется|=удобно|=готов|=готова|=планирую|=планируем|=собираюсь|=желаю|=успею|=приду|=придем|=нравится|=тот|=та|=те|=туда|=там|=он|=она|=я|=мой|=моя|=мое|=люблю|=пользуюсь|=нуждаюсь|=имею|=подтверждаю|=разрешаю|=соглашусь|=рассматриваю|=слишком|=дай бог|=в этот раз)
    (=неверно|=неправильно|=неправда|=неточно|=некорректно|=ненужно|=неудобно|=неинтересно|=неактуально|=невозможно|=нельзя|=незачем|=неправ|=некогда|=неохота|=неверный|=неверная|=неправильный|=неправильная|=нехорошо|=неприемлемо|=несогласен|=несогласна|=неподходит)
    =ни (=в коем случае|=за что|=в какую|=разу|=за какие|=под каким) | (=никогда|=никак|=отнюдь|=нисколько|=ничуть|=ничего|=никого|=никаких|=никакой) [=подобного|=не|=нет|=похожего]
    (=исключено|=отменяется|=отставить|=отбой|=обойдусь|=обойдемся|=откажусь|=отказываюсь|=откажемся|=воздержусь|=отказ|=отрицательно|=против|=наоборот|=хватит|=дудки|=фигушки|=фиг|=неохота|=перебьюсь|=потерплю)
    =даже не =думайте | (=вовсе|=совсем|=вообще|=категорически|=пока|=еще|=уже|=уж|=точно|=лучше|=опять|=увы|=к сожалению) (=нет|=не нужно|=не надо) | =еще =чего | =с =чего =бы | =вряд =ли | =навряд =ли | =едва =ли | =вот =еще
    ^ [=нет|=это|=тут|=там|=у вас|=вы] (=ошибка|=ошиблись|=ошибаетесь|=перепутали|=напутали|=путаете) | =с =ошибкой | есть ошибка
    ^ [=нет|=а] (=имя|=фамилия|=отчество|=номер|=телефон|=время|=дата|=день|=адрес|=почта|=услуга|=мастер|=врач) (=другой|=другая|=другое) $
    ^ [=нет|=у меня|=это|=там|=давайте|=лучше|=мне] (=другой|=другая|=другое|=другую|=иначе|=по-другому)
    ^ [=нет|=надо|=нужно|=давайте] (=исправьте|=исправить|=поменяйте|=поменять|=измените|=изменить|=поправьте)
    =нет =у =меня | (=почты|=телефона|=карты|=времени|=машины|=денег|=вопросов|=желания|=возможности|=детей|=аллергии|=его|=ее) [=у меня|=у нас] =нет | =у (=меня|=нас) [=такого|=такой|=этого] =нет | =это =не
    =спасибо (=не надо|=не нужно|=не стоит|=не хочу|=обойдусь) !(=ничего|=больше|<change>) | =бред | =чушь | =враки`,
  sure: `
    (=конечно|=разумеется|=естественно|=безусловно|=несомненно|=обязательно|=непременно|=однозначно|=абсолютно|=определенно|=стопроцентно|=железно|=стопудово|=сто процентов|=само собой|=точно|=пожалуй|=вполне|=совершенно|=легко|=запросто|=реально|=действительно|=честно|=ясное дело|=понятное дело|=еще бы|=а как же|=без сомнения|=без сомнений|=вне всяких сомнений|=само собою|=по любому) [=же]`,
  hedge: `
    (=наверное|=наверно|=вроде|=вроде бы|=кажется|=похоже|=вероятно|=скорее|=скорее всего|=думаю|=полагаю|=по-моему|=по моему|=как будто|=будто|=видимо|=наверняка|=предположительно|=походу|=по идее|=в принципе|=в целом|=почти|=более-менее|=мне кажется|=я думаю|=надеюсь|=считаю)`,
  doubt: `
    не (=знаю|=знаем|=уверен|=уверена|=уверены|=помню|=помним|=решил|=решила|=решили|=определился|=определилась|=определились|=ясно|=известно|=в курсе|=могу сказать|=могу решить|=могу ответить|=могу точно|=вспомню|=скажу|=думал|=думала|=представляю)
    (=возможно|=может|=может быть|=быть может|=мало ли|=вдруг|=как получится|=как пойдет|=смотря|=зависит|=посмотрим|=посмотрю|=увидим|=поглядим|=затрудняюсь|=сомневаюсь|=сомнительно|=колеблюсь|=подумаю|=подумаем|=поживем|=неизвестно|=непонятно|=неясно|=хз|=по-разному|=когда как|=по ситуации|=время покажет)
    (=надо|=нужно|=дайте|=хочу|=буду|=можно|=давайте|=мне надо|=стоит|=я) [=еще|=бы|=мне|=немного|=сначала|=время] (=подумать|=подумаю|=посмотреть|=посмотрю|=посоветоваться|=уточнить|=обсудить|=проверить|=узнать|=свериться|=решить|=взвесить)
    =без =понятия | =понятия =не | =кто (=его|=же) =знает | (=бог|=черт|=фиг|=хрен|=шут) [=его] =знает | (=сложно|=трудно|=тяжело) (=сказать|=ответить|=решить) | =как [=вам|=тебе|=бы] =сказать | (=трудный|=сложный|=хороший) =вопрос | не (=готов|=готова|=готовы) (=ответить|=сказать|=решить) | =вроде =да .. =вроде =нет | =ни =да =ни =нет | =и =да =и =нет | =какая =разница $ | =то =ли | =пятьдесят =на =пятьдесят | =фифти =фифти | =под =вопросом | =откуда =я =знаю | =откуда =мне =знать
    (=все равно|=без разницы|=безразлично|=как хотите|=как угодно|=не важно|=неважно|=по барабану|=не принципиально)`,
  other: `
    не (=расслышал|=расслышала|=понял|=поняла|=поняли|=понимаю|=слышу|=слышно|=услышал|=услышала|=разобрал|=разобрала|=дослышал|=дослышала|=уловил|=уловила|=туда попали|=кладите|=торопитесь|=спешите|=могли бы|=мог бы|=могла бы|=только|=просто|=один|=раньше|=позже|=позднее|=больше|=меньше|=менее|=более)
    =да =вы (=что|=шутите|=издеваетесь|=достали|=надоели|=задолбали|=ошиблись|=смеетесь|=не туда) | =да (=уж|=что|=и|=ну) !(=да|=нет|=хорошо|=ладно|=конечно|=давайте|=не|=ничего|=больше)
    =да =ну (=вас|=тебя|=его|=ее|=их|=нафиг|=нахрен|=к черту|=в баню|=бросьте|=брось|=перестаньте|=хватит)
    =да [=вы|=ты|=это|=там] [=вообще] (=кто|=откуда|=зачем|=чего) !(=нужно|=будет|=угодно|=его|=знает|=уж|=я знаю|=мне знать|=же мне знать) | =да =сколько =можно | =да =почему (=я|=вы|=мне|=это)
    =да (=какой|=какая|=какие|=какое|=какую) !(=разница|=есть|=угодно) | =да (=отстаньте|=достали|=надоели|=задолбали|=заколебали|=отстань|=отвяжитесь|=отвалите|=отвали|=бросьте|=брось|=перестаньте|=прекратите|=хватит|=идите|=иди|=пошли|=ладно вам|=ладно тебе|=полно|=какая разница|=какое вам дело|=какого|=господи|=боже|=черт|=замолчите|=успокойтесь)
    =можно =ли | =правда =ли | =так =ли | =как =бы | =верно =ли`,
  but: `(=но|=однако|=зато|=единственное|=только|=only|=просто)`,
  fine: `
    (=все|=это|=у меня все) (=хорошо|=нормально|=отлично|=в порядке|=ок|=окей|=норм|=супер|=прекрасно|=замечательно)`,
  polite_no: `=нет [=нет] (=спасибо|=благодарю) | =спасибо [=большое|=но] =нет`,
  no_more: `
    =ничего [=больше|=тут|=там|=здесь|=уже] [не] [=надо|=нужно|=требуется|=буду|=будем|=хочу|=стоит] [=больше|=уже] <change> [не] [=надо|=нужно|=требуется|=буду|=будем|=хочу|=стоит]
    не (=надо|=нужно|=требуется|=буду|=будем|=хочу|=стоит) [=больше|=уже] [=ничего] [=больше|=уже] <change> [=ничего]
    <change> [=больше|=уже] [=ничего] [=больше|=уже] не (=надо|=нужно|=требуется|=буду|=будем|=хочу|=стоит) [=ничего]
    =ничего [=больше] не (=меняйте|=меняем|=меняю|=исправляйте|=исправляем|=трогайте|=добавляйте|=переделывайте) [=больше]
    не (=меняйте|=исправляйте|=трогайте|=добавляйте|=переделывайте) [=больше] =ничего | =без (=изменений|=поправок) | =изменений =нет
    (=больше|=еще) [=мне|=нам] =ничего [=мне|=нам] [не] [=надо|=нужно|=требуется|=хочу|=хотим] | =ничего [=мне|=нам] (=больше|=еще) [не] [=надо|=нужно|=требуется|=хочу|=хотим]
    =ничего [=мне|=нам] не (=надо|=нужно|=требуется) (=больше|=еще) | (=больше|=еще) не (=надо|=нужно|=требуется) =ничего | не (=надо|=нужно|=требуется) (=больше =ничего|=ничего =больше)`,
  enough: `
    (=это|=вот|=на этом|=у меня) =все [=что (=нужно|=надо|=хотел|=хотела|=хотели) [=узнать|=сказать]|=пожалуй|=наверное]
    ^ [=да] =все =спасибо $ | =все =что (=мне|=нам) (=нужно|=надо) | =этого (=достаточно|=хватит) | =больше =ничего`,
  turn: `
    (=ой|=ай|=хотя|=тоесть|=вернее|=точнее|=извините|=извиняюсь|=простите|=пардон|=тьфу|=вру|=ошибся|=ошиблась|=оговорился|=оговорилась)
    =то =есть | =в =смысле | =вернее =сказать | =хотя [=постойте|=погодите|=подождите]`,
  wait: `
    (=погодите|=погоди|=подождите|=подожди|=постойте|=постой|=стойте|=стой|=стоп|=погодите-ка|=подождите-ка|=обождите)
    [=одну] (=секунду|=секундочку|=минуту|=минутку|=минуточку|=сек) !(=есть|=найду|=могу|=можно|=уделю)`,
}

export const englishAnswers: Readonly<Record<AnswerKind, string>> = {
  bare_yes: `
    (=yes|=yeah|=yep|=yup|=ya|=yea|=aye|=uh-huh|=mm-hmm|=mhm|=yess|=yessir|=да) [=sir|=ma'am|=maam]
    =uh =huh | =mm =hmm | =mm =hm | ^ =mm =mm =hmm`,
  bare_no: `
    (=no|=nope|=nah|=naw|=uh-uh|=nuh-uh|=nay) !(=problem|=problems|=worries|=doubt|=doubts|=objection|=objections|=idea|=clue|=way|=need|=one|=mistake|=mistakes|=issue|=issues|=question|=errors)
    =uh =uh | =nuh =uh | =mm =mm $ | ^ [=no|=nope] =none [=at all|=whatsoever] $`,
  confirm: `
    [=that's|=that is|=it's|=it is|=yes|=all|=everything|=everything's|=everything is|=looks|=sounds|=that|=this is|=you're|=you are|=you got it|=that sounds|=that looks|=that all sounds|=they're|=is] [=all|=absolutely|=exactly|=totally|=completely|=quite|=perfectly|=about|=entirely|=100] (=right|=correct|=accurate|=true|=exactly|=spot on|=precisely) !(=away|=now|=not)
    =go =ahead | =please =proceed
    =you =got =it | =that's =the =one | =that's =it | =correct | =no (=mistakes|=errors|=mistake) | =nothing (=wrong|=is wrong)
    ^ [=yes|=yeah|=yep] (=that's|=that is|=it's|=this is) (=mine|=my (=number|=name|=address|=email|=phone)) $`,
  accept: `
    ^ [=yes|=yeah|=yep|=sure|=oh] =why =not [=then] $ | ^ [=yes|=yeah|=yep] =speaking $ | ^ [=yes|=yeah|=yep] (=that's me|=that is me|=that'd be me|=that would be me|=it's me|=this is he|=this is she|=this is him|=this is her) $
    (=should|=would|=will) (=be (=fine|=good|=okay|=ok|=great|=perfect)|=do|=love to|=like to) | =can =do
    (=looks|=sounds|=that works|=works|=that'll|=that would|=that will|=would) [=just|=all|=perfectly|=is|=be|=looks|=sounds|=totally|=very|=really] (=fine|=good|=great|=okay|=ok|=perfect|=lovely|=wonderful|=alright|=work|=do|=good to me|=for me|=fine by me|=cool|=awesome|=excellent|=fantastic|=nice) !(=not)
    =works =for =me | =that =works
    (=sure|=okay|=ok|=alright|=all right|=fine|=perfect|=great|=good|=cool|=awesome|=excellent|=lovely|=wonderful|=agreed|=affirmative|=roger|=deal|=okey-dokey|=certainly|=gladly|=exactly|=indeed|=true|=super|=fantastic|=brilliant|=splendid) [=thing|=enough|=idea] !(=about|=not|=morning|=afternoon|=evening|=day|=bye|=what|=how|=where|=when|=why|=who)
    =of =course !(=not) | =please =do | =by =all =means | =why =not | =might =as =well | =i =do $ | =i =am $ | =it =is $ | =i =would $ | =i =will $ | =i =have $ | =i =did $ | =we =do $ | =we =are $ | =i =can $ | =it =does $ | =they =are $ | =that =is $ | =i =was $ | =i =could $ | =i =should $ | =we =can $ | =we =will $ | =we =would $
    (=don't|=do not|=wouldn't|=would not) =mind | =not =a (=problem|=bad idea|=issue) | =no (=problem|=problems|=worries|=objection|=objections|=issue|=issues|=doubt) | =don't =see =why =not | =can't =say =no | =wouldn't =say =no | =not =bad | =of =course =not =a (=problem|=bad idea) | (=couldn't|=can't|=could not) =be =better | (=couldn't|=can't|=could not) =agree =more | =can't =complain | =fine =by =me | =fine =with =me | =okay =with =me | =up =for =it | =i'm =in | =count =me =in
    (=i'd|=i would|=we'd|=would) (=love|=like|=be happy|=be glad|=appreciate) (=to|=that|=it|=so) $ | =happy =to $ | (=happy|=okay|=fine|=good|=comfortable) =with (=that|=it|=this) | =pretty =much | =love =to $ | =you =bet | =for =sure | =do =it | =let's =do $ | =let's =do (=it|=that|=this|=so) | =let's =go | =make =it =so | =sounds =like =a =plan | =i =agree | =i =accept | =i =confirm | =i =approve | =you =may | =you =can $ | =go =for =it | =be =my =guest | =as =you =wish | =suits =me | =very =well | =book =it | =please =yes
    [=i] (=think|=guess|=suppose|=believe|=hope|=say|=reckon|=imagine|=afraid) =so !(=not) | ^ =please $ | ^ =right $ | =that'd =be (=great|=nice|=good|=lovely|=fine|=perfect) | =why =yes | =good =to =go`,
  refuse: `
    [=i|=i'm] (=unfortunately|=sadly|=think|=guess|=hope|=afraid) =not $ | (=do|=did|=does|=would|=will|=can|=could|=am|=is|=are|=have) =not $ | =no (=way|=need|=chance|=sir|=ma'am) | (=absolutely|=definitely|=certainly|=of course|=surely|=probably|=hell|=heck|=maybe|=rather|=i'd rather|=i would rather|=would rather|=better|=prefer|=think|=afraid|=guess|=hope|=why|=sorry) =not !(=sure|=certain|=decided|=a problem|=a bad idea) | =hell =no
    =not (=at all|=really|=exactly|=quite|=right|=correct|=true|=good|=okay|=interested|=now|=today|=this time|=for me|=yet|=necessary|=necessarily|=anymore|=going|=gonna|=possible|=happy|=ready|=particularly|=accurate|=fine|=ok|=tomorrow|=it|=what|=my|=me|=likely|=in|=so)
    ^ =neither [=one|=of them|=of those|=of these] $ | =none =of (=that|=those|=these|=them|=the above)
    (=never|=negative|=wrong|=incorrect|=false|=inaccurate|=denied|=disagree|=pass|=decline|=refuse|=nevermind|=cancel|=stop|=impossible|=unacceptable|=nonsense)
    (=don't|=do not|=doesn't|=does not|=didn't|=won't|=wouldn't|=can't|=cannot|=couldn't|=isn't|=aren't|=ain't|=wasn't|=haven't|=hasn't|=shouldn't|=i'm not|=am not|=is not|=are not|=it's not|=that's not|=we're not|=you're not) [=even|=really|=actually|=quite] (=think|=want|=need|=like|=agree|=do|=bother|=work|=suit|=right|=correct|=accept|=care for|=believe|=have|=true|=make|=good|=okay|=me|=my|=it|=so|=interested|=going|=what|=sound|=plan|=use|=wish)
    (=it's|=that's|=i'm|=it is|=that is|=i am|=we're|=he's|=she's) =not $
    ^ [=no] [=i|=it|=that|=we|=they|=he|=she] (=don't|=doesn't|=didn't|=won't|=wouldn't|=can't|=cannot|=couldn't|=isn't|=aren't|=wasn't|=haven't|=hasn't|=shouldn't|=not) $
    =i'll (=pass|=have to pass) | =hard =pass | =forget =it | =by =no =means | =over =my =dead | =out =of =the =question | =i'm (=good|=fine|=okay|=alright) $ | =i'm (=good|=fine|=okay|=alright|=all set) (=thanks|=thank) | =in =no =way | =there's (=a|=an|=been) (=mistake|=error) | (=a|=an) (=mistake|=error) | =thumbs =down | =nothing =like =that | =on =the =contrary | =the =opposite | =too (=late|=early|=expensive) | =i'm =afraid =not | =never =mind | =i =object | =change (=it|=that|=the) | (=it's|=that's|=it) =different | =a =different`,
  sure: `(=absolutely|=definitely|=totally|=completely|=surely|=obviously|=clearly|=positively|=100|=without a doubt|=no doubt|=undoubtedly|=honestly|=really|=for real|=most definitely|=hundred percent|=one hundred percent|=most certainly)`,
  hedge: `(=probably|=i think|=i guess|=i suppose|=i believe|=likely|=presumably|=apparently|=i'd say|=guess|=think|=suppose|=seems|=it seems|=kinda|=sort of|=kind of|=more or less|=i reckon|=as far as i know|=most likely|=pretty sure)`,
  doubt: `
    (=maybe|=perhaps|=possibly|=dunno|=unsure|=uncertain|=undecided|=depends|=it depends|=might|=could be|=might be|=i might|=we'll see|=whatever|=either way|=hopefully|=we will see)
    (=don't|=do not|=didn't|=wouldn't) [=really|=actually|=even|=quite] (=know|=remember|=recall|=care) | =not [=really|=quite|=entirely|=so|=too|=very|=totally|=completely|=a hundred percent|=100|=absolutely] (=sure|=certain|=decided|=convinced|=positive) | =no (=idea|=clue) | =can't (=say|=tell|=decide|=remember|=recall) | =couldn't (=say|=tell) | =haven't (=decided|=thought|=made up)
    =can =i =think | =let =me (=think|=check|=see|=ask|=look) | (=need|=have|=want|=like|=going) =to (=think|=check|=ask|=consider|=look|=discuss|=talk to my) | =i'll (=think|=see|=consider|=check|=have to think|=have to check|=get back) | =hard =to =say | =difficult =to =say | =tough =to =say | =who =knows | =up =to =you | =i =doubt | =yes =and =no | =fifty =fifty | =on =the =fence | =torn | =beats =me | =doesn't =matter | =don't =mind =either | =whichever | =god =knows | =hmm`,
  other: `
    (=don't|=didn't|=can't|=couldn't|=do not|=cannot) [=really|=quite|=even] (=hear|=understand|=catch|=get|=follow) | =what =do =you | =don't =hang | =don't =worry | =not =only | =not =before | =not =later | =not =earlier | =not =more | =not =less | =right (=now|=away) | =true (=love) | =good (=morning|=afternoon|=evening|=day|=bye|=night) | =do =you | =is =that | =is =it | =are =you | (=yes|=yeah|=yep) (=who|=who's|=whos|=whose|=why) | (=yes|=yeah) =what (=is|=do|=does|=are) | (=yes|=yeah) =how =did | =can =you | =could =you | =would =you | =will =you | =can =i | =not =until | =not =after`,
  but: `(=but|=however|=although|=though|=except|=only|=just)`,
  fine: `
    (=that's|=that is|=it's|=its|=it is|=everything's|=everything is|=all|=it all|=that all|=all looks|=all sounds|=it looks|=it sounds|=that looks|=that sounds|=this is|=they're) [=just|=all|=perfectly|=is|=be|=looks|=sounds|=totally|=very|=really] (=fine|=good|=great|=okay|=ok|=perfect|=lovely|=wonderful|=alright|=all right|=good to me|=for me|=fine by me|=cool|=awesome|=excellent|=fantastic|=nice) !(=not)`,
  polite_no: `=no [=no] (=thanks|=thank|=thankyou) [=you] | (=thanks|=thank you) [=but] =no`,
  no_more: `
    =no (=changes|=change|=corrections) [=needed|=required|=necessary|=at all|=please] | =nothing =to (=change|=add|=correct|=fix)
    (=don't|=do not|=won't|=needn't) (=need|=want|=have) [=to change|=to add] (=anything|=nothing) [=else|=more|=changed|=to change] | (=don't|=do not|=needn't) [=need to|=want to|=have to] (=change|=add) (=anything|=a thing) [=else]
    (=don't|=do not) (=need|=want|=have) =any [=more|=other] (=changes|=corrections) | =nothing (=else|=more) [=needed|=to change|=to add|=please] | =no =need =to =change [=anything|=it]`,
  enough: `
    (=that's|=that is|=that'll be|=that will be|=that would be|=this is) (=all|=everything) [=that] [=i|=we] [=need|=needed|=want|=wanted] !(=right|=correct|=fine|=good|=wrong|=different)
    =i =have =everything | =that's =it (=thanks|=thank)`,
  turn: `
    (=actually|=sorry|=rather|=oops|=whoops|=oh|=pardon|=correction) | =i =mean | =i =meant | =excuse =me | =scratch =that | =strike =that | =my =mistake | =on =second (=thought|=thoughts) | =come =to =think =of =it`,
  wait: `
    (=wait|=hold|=hang) [=on|=up] [=a|=one|=just a] [=second|=sec|=moment|=minute] !(=for|=to) | [=just|=give me|=gimme] (=a|=one) (=second|=sec|=moment|=minute) [=please]`,
}
