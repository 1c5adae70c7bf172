import type {PatternTable} from '../ids.ts'

/** What a caller wants done, or not done. */
export const englishBusiness: PatternTable = {
  handoff: `
    ^ [=get me|=give me|=i want|=i need] [=a|=an|=the|=your|=some] [=live|=real|=human|=actual] (=operator|=human|=agent|=representative|=manager|=supervisor|=receptionist|=person|=rep|=customer service|=customer support|=human being|=administrator|=specialist|=someone real|=operator operator|=agent agent) $
    (=speak|=talk|=talking|=speaking|=chat|=connected|=connect|=transfer|=transferred|=switch|=put|=patch|=forward|=redirect|=get through|=pass|=escalate|=route) [=me|=this|=us|=with|=to|=the call] [=through|=over|=me] [=to|=with] [=a|=an|=the|=your|=some|=any|=one of your] [=live|=real|=actual|=human|=different|=another|=other|=sales|=support|=shift|=medical] (<person>|<profession>)
    (=connect|=transfer|=put|=patch|=redirect) [=me] (=me|=through|=the call|=my call) [=through|=please|=to]
    (=want|=need|=like|=wanna|=prefer|=rather|=get|=have|=give) [=me|=to have|=to talk to|=to speak to|=to speak with|=to talk with] (=a|=an|=the|=some|=your) [=live|=real|=actual|=human] (=operator|=human|=agent|=representative|=person|=manager|=supervisor|=rep|=human being|=receptionist)
    ^ [=a] =real (=person|=human) $ | =live (=agent|=person|=operator|=human|=representative) | =actual (=person|=human)
    (=don't|=do not|=not|=won't|=hate|=tired of|=refuse to|=stop) [=want to|=wanna|=like to|=going to] (=talk|=speak|=talking|=speaking|=dealing|=deal|=chat) [=to|=with] .. <machine>
    =is =there [=a|=any|=an] (=human|=real person|=person|=someone|=somebody|=anyone|=manager|=operator) [=i|=around|=available|=there|=who|=to|=real|=can] !(=there) | =let =me =talk =to | =let =me =speak (=to|=with) | =anyone =real | =get =me (=a|=your|=the) (=manager|=supervisor|=human|=person|=boss) | ^ (=operator|=representative|=human|=agent) =please | =someone =in =charge | =put =someone =on | =your =manager
    ^ =can =a (=person|=human|=manager|=real person|=someone) | =someone .. =help =me !(=with)`,

  complaint: `
    (=complain|=complains|=complaint|=complaints|=complaining|=unacceptable|=outrageous|=disgusting|=disgusted|=disgraceful|=ridiculous|=horrible|=terrible|=awful|=appalling|=pathetic|=incompetent|=unprofessional|=disappointed|=disappointing|=dissatisfied|=unsatisfied|=unhappy|=frustrated|=frustrating|=furious|=scam|=scammed|=scammers|=fraud|=fraudsters|=cheated|=ripped off|=rip off|=rip-off|=shameful|=joke of|=nightmare|=crap|=sucks|=rubbish service|=lousy) !(=connection|=line|=signal|=reception|=audio|=sound|=pain|=headache|=toothache)
    (=want|=give|=get|=demand|=need|=like|=return|=refund|=have) .. (=money back|=refund|=my money|=compensation|=reimbursement) | =refund | =money =back
    (=rude|=impolite|=disrespectful) | =bad (=service|=experience|=attitude|=quality|=review) | =poor (=service|=quality|=job|=treatment) | =worst (=service|=experience|=company|=ever|=salon|=clinic|=call) | =never =coming =back | =not (=happy|=satisfied|=pleased|=impressed) [=with|=about|=at] | =very =unhappy | =fed =up =with | =sick =of =this | =sick =and =tired
    (=ruined|=damaged|=broke|=broken|=messed up|=screwed up|=botched|=overcharged|=double charged|=charged me twice|=lied|=burned|=burnt|=cheating|=ignored) !(=line) 
    (=no one|=nobody|=still|=never) .. (=called me back|=called back|=showed up|=came|=answered|=arrived|=delivered|=waiting|=received|=answers|=responds|=responded|=picks up)
    (=waiting|=waited) [=for|=over|=already|=here] .. (=hour|=hours|=days|=weeks|=long|=forever|=ages|=minutes|=month)
    (=left|=made) [=a|=the|=our|=my|=such] .. (=mess|=soot|=dirt|=filth|=filthy|=dirty|=damage) | =never =showed =up | =never =came | =didn't =show =up
    =this =is (=ridiculous|=a joke|=unacceptable|=outrageous|=a disgrace) | =how =dare =you | =file =a =complaint | =make =a =complaint | =sue =you | =my =lawyer | =report =you | =doesn't =work =at =all | =stopped =working | =is =defective | =what =kind =of =service | =waste =of =time | =i'm =angry | =so =angry | =didn't =like =the | =not =what =i (=ordered|=paid)`,

  cancel: `
    (=cancel|=cancelling|=canceling|=cancellation|=cancelation|=cancelled|=canceled)
    =call =it =off | =call =off (=my) | (=can't|=cannot|=won't|=can not|=will not|=not able to|=unable to|=not going to|=not gonna) [=be able to|=be|=actually] (=make it|=come|=make my appointment|=attend|=be there|=coming|=show up|=keep my appointment|=make the appointment|=come in) [=to]
    (=drop|=remove|=delete|=scrap|=scratch) [=me from|=my|=the|=that] (=appointment|=booking|=reservation|=order|=schedule|=visit)
    =changed =my =mind | =change =of =mind | =don't =need [=the|=my|=that|=this] (=appointment|=booking|=reservation|=order|=visit) | =no =longer =need | =not =coming | =withdraw =my | =void =my | =forget =my =appointment`,

  callback: `
    (=call|=ring|=phone|=contact me|=contact us|=try|=get back to|=buzz|=dial) [=me|=us|=you|=back|=again] [=back|=again|=up] [=a bit|=some|=maybe|=sometime] <later>
    =call [=me|=us|=you|=them] =back | =ring [=me] =back | =callback | =call =back | =phone =me =back | =call =me =again | =give =me =a (=call|=ring) =back | =give =me =a =call | =request =a =callback | =get =back =to =me | =get =back =to =you | =i'll =call (=you|=back|=again|=later)
    (=i'm|=i am|=i'm kind of|=we're|=bit|=really|=pretty|=too|=super|=so|=a little|=kinda|=very|=quite|=currently|=right) [=kind of|=a bit|=a little|=really|=pretty|=very|=so|=quite|=just|=right now|=currently|=still|=too|=actually] [=now|=busy|=a little|=a bit|=stuck] (=busy|=tied up|=occupied|=driving|=in a meeting|=at work !(=on|=tomorrow|=until|=till|=that)|=at the doctor|=at school|=in class|=on the road|=in the car|=behind the wheel|=in a hurry|=on another call|=on another line|=on a call|=in the middle of|=having lunch|=having dinner|=eating|=sleeping|=cooking|=at a meeting|=on the bus|=on the train|=at the store|=at the gym|=in a conference|=running late|=in traffic)
    ^ (=busy|=driving) [=now|=right now|=sorry] | =in =a =meeting | =bad =time | =not =a =good =time | =isn't =a =good =time | =not =the (=best) =time | =not =a =convenient =time | =caught =me =at | =wrong =time
    (=not|=can't|=cannot|=couldn't|=unable to) [=really|=actually] (=now|=right now|=at the moment|=talk|=speak|=chat|=discuss) !(=to|=with|=louder|=up|=russian|=english) [=now|=right now|=at the moment|=long]
    ^ [=maybe|=perhaps|=can we|=let's|=some] [=do|=talk|=speak] [=at|=some] (=another|=other|=different) =time [=maybe|=please] !(=slot|=for) | =at =another =time | ^ [=maybe|=perhaps] (=later|=some other time|=another time) [=please|=maybe] $ | =maybe =later | =talk =later | =talk =another | =don't =have (=time|=the time|=a minute|=much time) | =no =time [=now|=right|=to|=for] | =have =no =time | =you =woke =me | =i'm =asleep | =out =of =time
    =into =a =meeting | (=about|=just|=getting ready) =to (=go|=leave|=head|=start|=board|=enter) .. (=meeting|=out|=class|=bed|=plane|=work|=home|=store) | =heading (=into|=out|=to)`,

  refuse: `
    [=i'm|=i am|=we're|=we are|=am|=really|=just|=sorry] (=not|=isn't|=never|=no longer) [=really|=at all|=very|=that|=particularly|=even|=currently] (=interested|=interesting|=looking|=buying|=necessary|=needed|=required|=for me|=my thing|=in the market|=keen|=relevant|=applicable)
    (=don't|=do not|=won't|=wouldn't|=didn't|=don't really|=doesn't) [=really|=actually|=think i|=think we|=even] (=need|=want|=require|=wish|=interest|=like|=care for|=use) [=any|=it|=that|=this|=anything|=your|=to|=one|=me] !(=to hear|=to talk|=to speak|=to say|=to give|=to answer|=to know|=speak)
    =no [=no] (=thanks|=thank you|=thankyou|=thank) | =thanks =but =no | =no =thanks | =thank =you =but =no
    (=don't|=do not) (=book|=schedule|=order) [=it|=that|=anything|=me] [=yet|=please] $ | =no =interest | =uninterested | =i'll =pass | =i'll =have =to =pass | =i'm =good =thanks | =i'm =good =thank | =i'm =all =good | =we're =good =thanks | =i'm =fine =thanks | =i =decline | =i'd =like =to =decline | =decline =the | =i =refuse | =no =way | =not =today | =not =this =time | =not =for =me | =not =for =us | =absolutely =not | =out =of =the =question | =no =need
    =already (=have|=got|=bought|=using|=found|=use|=signed up|=did|=own|=purchased|=taken care) [=one|=it|=that|=someone|=a] | =leave =me =alone | =go =away | =get =lost | =buzz =off | =forget =it | =i'd =rather =not !(=say|=answer|=give|=tell|=share) | =don't =bother | =not =buying =it | =hard =pass | =never =mind | =nevermind | (=no) =sale | =stop =selling | =i =don't =think =so
    (=i'm|=we're|=i am|=we are) (=fine|=good|=okay|=ok|=alright|=all good|=all set|=set) [=for now] (=thanks|=thank) | =not =something (=i|=we) | =we're =all =set | =not =really =my =thing`,

  correction: `
    (=correct|=fix|=edit|=amend|=modify|=update|=adjust) (=that|=it|=my|=the|=this|=something|=one) !(=amount|=answer|=sounds)
    (=change|=changing|=switch|=replace|=swap) [=that|=it|=to change] (=the|=my|=that|=it|=this|=our) [=appointment|=booking|=reservation] [=time|=date|=name|=number|=phone|=address|=email|=service|=day|=to|=appointment] !(=oil|=tire|=tires|=mind|=language|=battery)
    (=reschedule|=rescheduling|=rebook|=postpone|=move my|=move the|=push back|=push it back|=move it to)
    =i (=made|=made a) =mistake | =made =a =mistake | =my =mistake | =i =misspoke | =i =meant | =i =mean =not | =i =got (=that) =wrong | =i =mixed =up | =i =said =the =wrong | =i =gave =you =the =wrong | =wrong (=date|=time|=name|=day) | =i =was =wrong
    (=you|=that's|=you've) [=got|=have|=misheard|=heard|=wrote|=spelled|=put|=took] [=it|=my|=the|=that|=me] [=name|=number|=address|=email|=date|=time|=phone|=down|=day] (=wrong|=incorrectly|=misspelled|=misheard|=misunderstood|=incorrect) !(=number)
    =you (=misheard|=misunderstood|=mistook|=mixed up) | =not =what =i (=said|=meant|=asked)
    (=name|=number|=phone|=address|=email|=date|=time|=spelling|=day|=surname|=service) [=is|=isn't|=was|=you have is|=should be] [=not] (=wrong|=incorrect|=right|=different|=misspelled|=not right|=not correct)
    (=wrong|=incorrect|=different|=another) (=name|=date|=time|=address|=email|=day|=spelling) | =go =back =to | =go =back =and =change | =make =a =correction | =a =correction | =correction
    ^ [=actually] =i =said !(=no|=that|=yes|=i|=don't|=stop|=goodbye|=it|=what|=not) | =is =spelled | =spelled (=wrong|=with|=incorrectly) | <value> [=and] =not [=on|=at|=the] <value> | =it's =not <value> [=it's]
    =move (=my|=the|=our|=it) [=appointment|=booking|=visit|=reservation] [=to|=from|=up|=back]
    =not =my (=name|=address|=email|=date|=surname|=last name|=phone|=birthday)`,

  book: `
    (=book|=booking|=reserve|=reservation|=schedule|=appointment|=appt|=appointments|=scheduling|=reserving) !(=online)
    (=sign|=put|=pencil|=slot|=squeeze|=fit|=set|=get) =me (=up|=down|=in) !(=touch) | =set =up [=a|=an] (=visit|=meeting|=time|=consultation|=call|=viewing|=session) | =arrange [=a|=an|=for] (=visit|=meeting|=time|=consultation|=viewing|=session|=delivery)
    (=like|=want|=wanna|=need|=hoping|=love|=can i|=could i|=may i|=looking) [=to] (=come in|=come|=come by|=stop by|=drop by|=visit|=see a|=see the|=see doctor|=get in|=get a haircut|=get my|=get an|=make a|=make an|=order|=have my|=get a) [=haircut|=doctor|=manicure|=appointment|=nails|=consultation|=dentist|=checkup|=check-up|=slot|=table|=in|=for]
    (=do you|=have|=got|=any|=is there) .. (=availability|=openings|=opening|=slots|=slot|=free time|=spots|=anything available|=available times|=available on|=something available) | =any =openings | =next =available
    (=place|=make|=put in) (=an|=a|=my) (=order|=booking|=reservation|=appointment) | =order =a | =i'd =like =to =order | =table =for | =see (=a|=the|=your) (=doctor|=dentist|=specialist|=therapist) | =want (=a) (=haircut|=manicure|=checkup)
    ^ [=i think|=i guess] (=i'd like|=i need|=i want|=i would like|=can i get|=can i have|=could i get|=may i have|=could i have) [=to get|=to have] (=a|=an) !(=human|=refund|=minute|=second|=moment|=person|=real|=live|=manager|=question|=operator|=agent|=representative|=supervisor|=receipt|=discount|=call|=callback|=different|=break|=new|=bit|=little|=better|=few|=couple|=copy|=quote|=price|=list|=male|=female)`,
}
