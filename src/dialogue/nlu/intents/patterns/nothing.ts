/** What holds the words of an intent and is none of it: «не отменяйте мою запись» neither cancels nor books. */
export const russianNothing = `
  не (=отменяйте|=отменяй|=отменить|=отменять|=отмените|=снимайте|=снимите|=удаляйте|=удалите|=убирайте|=трогайте|=переносите|=переноси|=меняйте|=сбрасывайте|=аннулируйте) [=пожалуйста|=только|=там|=уже] [=мне|=нам] [=мою|=нашу|=мой|=наш|=эту|=этот|=эти|=мои|=саму|=ее|=его] [=там] [=на завтра|=на сегодня] (=запись|=записи|=бронь|=брони|=заказ|=заказы|=визит|=прием|=заявку|=встречу|=столик|=бронирование|=ничего)
  не (=надо|=нужно|=хочу|=буду|=собираюсь|=стоит|=собирался|=собиралась|=просил|=просила|=думал|=думала) [=мне|=нам|=ее|=его|=ничего|=пока] (=отменять|=отменить|=снимать|=удалять|=переносить|=перенести|=менять) [=мою|=нашу|=мой|=эту|=этот|=свою|=свой|=ничего] [=запись|=бронь|=заказ|=визит|=прием|=встречу|=столик|=заявку]
  (=передумал|=передумала|=передумали) .. не (=отменяйте|=отменяй|=отменять|=снимайте|=удаляйте|=надо отменять)
  =без (=записи|=бронирования|=брони|=очереди)
  (=во|=до|=со|=с|=на|=за|=от|=к) =сколько =можно`

export const englishNothing = `
  (=don't|=do not|=dont|=never|=not|=didn't|=did not) [=want to|=need to|=have to|=wish to|=going to|=asking to|=ask to|=you|=please|=ask you to] (=cancel|=cancelling|=canceling|=delete|=remove|=drop|=change|=move|=lose|=touch) [=my|=the|=our|=this|=that|=any] [=existing|=current|=other] (=booking|=appointment|=reservation|=order|=visit|=slot|=it)
  (=i|=i've|=i have|=we) [=just|=think i|=may have|=might have|=accidentally] (=broke|=broken|=damaged|=burned|=burnt)
  =my (=arm|=leg|=foot|=ankle|=wrist|=finger|=toe|=hand|=rib|=ribs|=nose|=tooth|=hip|=knee|=elbow) [=is|=was|=got|=may be|=might be] (=broken|=damaged|=burned|=burnt)`
