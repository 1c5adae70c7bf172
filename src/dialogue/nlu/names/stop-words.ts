/**
 * Words that are never a name where a name might stand: after a cue ("меня зовут …"), after "на", beside a first name, or alone as an answer.
 * Lower case, `е` for `ё`. The endings of verbs are caught by `looksLikeVerb`.
 */
const russian = `
а и но да нет не ни или либо то это этот эта эти этого этой этому тот та те того той тому тем там тут здесь так такой такая такое такие таких вот вон ну же ли бы б ведь как какой какая какое какие каких каков кто что чего чему чем где куда откуда когда почему зачем сколько чей чья
я ты он она оно мы вы они меня мне мной тебя тебе его ему ее ей им их ними нас нам нами вас вам вами себя себе собой мой моя мое мои моего моей моему моим моих мою твой твоя наш наша наше наши нашего нашей ваш ваша ваше ваши вашего вашей вашу свой своя свое свои свою своего своей сам сама само сами
в во на за к ко с со у о об от до по под над при про для без из изо через между перед около после кроме вместо насчет против среди ради вокруг
если чтобы чтоб потому поэтому хотя пока пусть пускай тоже также еще уже только лишь даже именно почти очень совсем слишком просто прямо точно вообще значит короче типа типо кстати наверное наверно может можно нельзя надо нужно нужен нужна нужны должен должна должны возможно конечно обязательно вряд якобы
э ээ эээ эм эмм мм ммм м гм хм ах ох ой ай эх уф ага угу ого алло але аллё ало слушаю слушаюсь слушайте слушай скажите скажи подскажите подскажи говорите говорю говорит говорят дайте давайте давай смотрите смотри понимаете понимаешь знаете знаешь
привет приветствую здравствуйте здравствуй здрасьте здрасте здрасти добрый доброе доброго добрая утро утра день дня днем вечер вечера вечером ночь ночи ночью обед обеда спасибо пожалуйста пожалуй благодарю извините извиняюсь простите прошу свидания свиданья пока
хорошо ладно окей ок ясно понятно понял поняла верно правильно неправильно неверно отлично прекрасно замечательно супер нормально плохо жаль согласен согласна готов готова занят занята свободен свободна болен больна здоров здорова дома рад дурак уверен уверена прав права
секунду секунда секундочку секундочка минуту минута минутку минутка минуточку момент минут минуты час часа часов часик часиков полчаса подождите погодите стоп стойте сейчас щас сегодня завтра послезавтра вчера позавчера потом позже раньше скоро теперь тогда всегда никогда иногда опять снова обратно
понедельник понедельника понедельнику вторник вторника вторнику среда среду среды среде четверг четверга четвергу пятница пятницу пятницы пятнице суббота субботу субботы субботе воскресенье воскресенья воскресенью выходные выходной выходных будни неделя неделю недели неделе недель месяц месяца месяцев год года лет годов
январь января январе февраль февраля феврале март марта марте апрель апреля апреле май мая мае июнь июня июне июль июля июле август августа августе сентябрь сентября сентябре октябрь октября октябре ноябрь ноября ноябре декабрь декабря декабре
половина половину половине полчаса пол четверть первый второй третий раз раза два две три все всё всем всех весь вся всю всего всей никак никакой никакая никто ничто ничего нигде никого никому некому некого чуть мало много несколько столько другой другая другое другие других друг друга
имя имени именем фамилия фамилии фамилию фамилией отчество отчества отчеством зовут звать зовите звали номер номера номеру телефон телефона телефону трубка трубку почта почту почты адрес адреса адресу улица улицу дом дома квартира квартиру город города москва москвы москве район района
записать запись записи записаться запишите запиши записывайте запишусь пишите пиши визит визита прием приема приему прием заказ заказа заявка заявку бронь бронирование стол столик столика место места мест услуга услугу услуги процедура процедуру консультация консультацию консультации осмотр осмотра анализ анализы анализов узи мрт кт рентген
маникюр маникюра педикюр стрижка стрижку стрижки окрашивание покраска укладка укладку массаж массажа брови ресницы ногти волосы чистка чистку шугаринг эпиляция эпиляцию депиляция визаж макияж борода бороду врач врача врачу врачом доктор доктора доктору доктором мастер мастера мастеру мастером терапевт терапевту терапевта
хирург хирургу кардиолог кардиологу невролог неврологу стоматолог стоматологу специалист специалиста специалисту администратор администратора менеджер менеджера менеджеру менеджером оператор оператора оператору оператором человек человека человеком люди людей робот робота роботом бот бота директор директора директору
клиент клиента клиентка клиентов пациент пациента пациентка компания компании компанию фирма фирмы фирму организация организации магазин магазина магазине салон салона салону салоне клиника клиники клинику клинике офис офиса сервис сервиса банк банка служба поддержка доставка доставку доставки курьер
мужчина мужчину мужчины женщина женщину женщины девушка девушку девушки девочка девочку мальчик мальчика парень ребенок ребенка ребенку дети детей детский детская женский женская женскую мужской мужская мужскую взрослый взрослых взрослая муж мужа мужу мужем жена жену жены жене мама маму мамы маме папа папу папы сын сына сыну дочь дочери
дочка дочку дочки брат брата сестра сестру сестры бабушка бабушку бабушки дедушка дедушку друг подруга подругу подруги подруге внук внука внучка внучку баба дед деда тетя тетю дядя дядю родители семья семью господин госпожа товарищ гражданин гражданка
вопрос вопроса вопросы вопросов вопросу вопросик проблема проблему проблемы причина причину причины причин дело дела делам поводу повод цена цену цены стоимость деньги денег рублей рубль рубля рублям процентов скидка скидку оплата оплату акция акцию отзыв жалоба жалобу ошибка ошибку ошиблись
один одна одно одну машина машину машины машин картина бензин блин вина вино витамин витамины корзина корзину резина резину глубина длина ширина цветов часов островов острова голова голову основа слова слово снова здорова новая новый новое старый старая старое большой большая маленький маленькая хороший хорошая
русский русская русском английский английском татарский немецкий московский московская городской городская мастерская парикмахерская парикмахерскую детскую главное важно срочно быстро быстрее медленнее громче тише лучше хуже больше меньше дальше ближе дорого дешево
плохая слышно видно интересно неинтересно удобно неудобно нужное свободно свободное ближайшее ближайший ближайшую любой любая любое любую любому одинаково отмена отмену перенос перезвоните перезвоню перезвони буду будет будем есть был была было были нету хочу хотел хотела хотим хотелось могу можем можете хочется
звоню звонит звонил звонила звонок звонка беспокоит беспокою живу работаю еду иду жду думаю знаю помню вижу слышу сижу стою занимаюсь ищу пришел пришла приду придем приеду приехал забыл забыла потерял потеряла заказывал заказывала связи линии линия аппарате
примерно приблизительно порядка точнее вернее ровно запятая целых целая целое десятых сотых тысячных четверти десяток дюжина дюжину пара пару пары половина половиной единица единицы двойка двойки тройка тройки четверка пятерка пятерки шестерка семерка семерки восьмерка девятка ноль нуль ноли нули паспорт паспорта полис снилс
какова каково таков такова вариант варианта пункт тариф пакет опция позиция
правильный правильная неправильное неправильная неверное неверная неверный неправильный верное верная стоит стоило стоят повторяю начиная включая заново сначала который которая которое которого которой которому которым которые каждый каждого каждую количестве количество штук штука градусов метров метра литра литров квадрата квадратов праздников праздники мастеров сотовый мобильный добавочный ошибся
ужасный ужасная скорую голосовое сообщение двойной двойная целый целая последний последняя следующий следующая следующую удобный удобная разный разные рабочий рабочая домашний домашняя прошлый прошлая никакой никакого никакое никакую электронной электронная прочерк подчеркивание
плюс минус точка тире собака ноль код мейл подъезд этаж корпус
`
const english = `
a an the and or but so if then than that this these those there here it its he she we you they i me my mine your yours our ours his her hers their them us him who whom what when where why how which whose
to from of in on at by for with about into over under after before between through during without within up down out off again once as like near around per via
is am are was were be been being isn't aren't wasn't weren't do does did don't doesn't didn't doing done have has had haven't hasn't having can could can't cannot couldn't will would won't wouldn't shall should may might must need needs let let's
i'm i've i'd i'll you're you've you'll we're we've they're it's that's there's what's who's he's she's
yes yeah yep yup no nope nah not never ok okay sure right correct wrong fine good great well maybe perhaps please thanks thank sorry pardon excuse hello hi hey hiya bye goodbye cheers welcome morning afternoon evening night noon
uh um uhm erm er hmm mm ah oh wow hm uh-huh mhm just really actually basically literally only also too very quite still already yet even almost always often sometimes ever now later soon today tomorrow yesterday tonight
monday tuesday wednesday thursday friday saturday sunday weekend weekday january february march april june july august september october november december week month year day days hour hours minute minutes second seconds moment while time times half quarter past o'clock am pm
call calls called calling caller phone number email mail address street road name names named first last middle family surname full maiden given spell spelled spelling letter letters dot dash underscore
put puts write writing note use using enter sign list leave let want wants wanted wanna going gonna go goes went come comes coming came get got gets getting make makes making made take takes taking took give given see say said says saying speak speaks spoke talk talking ask asking asked tell know think mean guess hope hear listen wait waiting hold hang looking look try trying book booking booked reserve schedule scheduling
cancel cancelled move change check confirm order ordering pay paying paid buy help helping work works working live lives living driving running busy free available interested calling ready late early happy glad afraid aware able unable sick ill tired lost alone home outside inside back done
appointment appointments reservation meeting visit service services haircut manicure pedicure massage nails hair cut color colour dentist doctor nurse manager operator agent person human robot machine bot someone somebody anyone anybody nobody everyone everybody people guy girl boy lady gentleman sir madam ma'am miss
mister husband wife son daughter mother father mom mum dad brother sister friend boss assistant colleague customer client patient company office shop store salon clinic bank team support delivery question questions problem issue complaint price prices cost account card bill payment insurance information english russian
something anything nothing everything thing things some any all both each every much many more most few little lot lots other another same different new old big small next one two three four five six seven eight nine ten zero whatever
regarding concerning because until since though although unless however cause wrong sorry never speaking interested
`
const words = new Set(`${russian} ${english}`.split(/\s+/))

export const isStopWord = (word: string): boolean => words.has(word)

/** Infinitives, second person and past forms: never a name unless the lexicon says so. Cyrillic or Latin, lower case. */
export const looksLikeVerb = (word: string): boolean =>
  /(?:[аеиоуыя]ть|ться|тся|чься|шься|ешь|ишь|[аеиу]ете|[аеиуя]йте|ите|[аеиы]лась|[аеиы]лся|ились|ались|[аеуюя]ем|[аиыуе]ли)$/.test(word) &&
  word.length > 4
    ? true
    : /(?:ing|tion|ness|ment)$/.test(word) && word.length > 6
