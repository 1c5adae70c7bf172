import type {PatternTable} from '../ids.ts'

/** What overrides the script of a bot: danger, legal demands, machines on the line, attempts to take the bot over. */
export const englishGuarded: PatternTable = {
  emergency: `
    (=call|=need|=send|=get|=want|=calling) [=me|=for|=us] [=an|=the|=a] (=ambulance|=911|=999|=112|=nine one one|=paramedics|=fire department|=fire brigade|=firefighters|=police) !(=report|=station)
    ^ (=ambulance|=emergency|=it's an emergency|=fire|=fire fire) $ | =this =is =an =emergency | =medical =emergency | =it's =an =emergency | =is =an =emergency | =have =an =emergency
    (=house|=kitchen|=building|=apartment|=car|=room|=flat|=it) .. (=on fire|=is burning|=in flames) | =there's =a =fire | =there =is =a =fire | =we =have =a =fire | =caught =fire | =smell =gas | =gas =leak | =smoke =everywhere
    (=is|=i'm|=am|=he's|=she's|=are|=might be|=gonna|=going to) [=going to|=gonna] (=dying|=die|=choking|=bleeding out|=suffocating|=drowning|=unconscious|=having a stroke|=having a seizure|=having a heart attack|=in labor|=in labour) !(=to|=for|=of laughter|=of boredom)
    =heart =attack | =cardiac =arrest | =a =stroke | =seizure | =chest =pain | =pain =in (=my|=his|=her) =chest | =can't =breathe | =cannot =breathe | =not =breathing | =isn't =breathing | =stopped =breathing | =trouble =breathing | =difficulty =breathing | =passed =out | =lost =consciousness | =unconscious | =unresponsive | overdose* | =overdosed | anaphyla* | =allergic =reaction =severe | =severe =allergic | =collapsed
    (=bleeding|=blood) .. (=won't stop|=not stopping|=can't stop|=heavily|=badly|=everywhere|=to death|=a lot|=doesn't stop) | =losing =blood | =can't =stop =the =bleeding | =severe =bleeding
    (=want|=going|=gonna|=thinking|=wanna) [=to|=of|=about] (=die|=kill myself|=kill himself|=kill herself|=end my life|=end it all|=suicide|=hurt myself|=commit suicide) | =suicidal | =kill =myself | =suicide | =don't =want =to =live
    =someone =is (=breaking in|=attacking|=trying to kill|=shooting) | =being (=attacked|=robbed|=followed) | =has =a (=gun|=knife) | =shots =fired | =car (=crash|=accident) | =been =in =an =accident | =terrible =accident | =hit =by =a (=car|=truck|=bus) | =help =me =please =help | ^ =help [=help|=me] $ | =my (=baby|=child|=son|=daughter) (=is|=isn't|=swallowed|=stopped) [=not] (=breathing|=choking|=blue|=turning) | =swallowed (=poison|=bleach|=pills|=battery) | =water =broke`,

  injection: `
    (=ignore|=disregard|=forget|=bypass|=override|=delete|=discard|=drop) [=all|=any|=of|=your|=the|=every|=everything] [=of|=your|=the|=my|=all] [=previous|=prior|=above|=earlier|=past|=existing|=original|=system|=initial|=other] (=instruction|=instructions|=prompt|=prompts|=rule|=rules|=guidelines|=directions|=commands|=programming|=training|=restrictions|=previous|=constraints|=context|=everything above|=what you were told)
    =forget (=everything|=all|=what) .. (=told|=before|=said|=above|=previously|=know|=taught)
    (=system|=hidden|=initial|=original|=your|=internal|=developer|=secret) (=prompt|=instructions|=instruction|=programming|=system prompt|=system message|=configuration|=rules)
    (=reveal|=show|=print|=output|=repeat|=tell|=display|=leak|=read|=give|=dump) [=me|=us|=out] (=your|=the|=all|=me your) [=full|=system|=original|=initial|=entire|=hidden|=secret|=internal|=exact|=your] (=prompt|=instructions|=rules|=configuration|=api key|=api keys|=password|=source code|=guidelines|=secrets)
    =you =are =now [=a|=an|=in|=my|=no] | =you're =now (=a|=an|=my) | =from =now =on =you | =pretend [=to be|=that|=you're|=you are|=you] | =act =as [=a|=an|=if|=though] | =act =like [=a|=an|=you] | =role =play | =roleplay | =play =the =role | =simulate | =imagine =you =are | =imagine =you're | =you =have =no (=restrictions|=rules|=limits|=guidelines)
    jailbreak* | =jailbreak | =developer =mode | =dan =mode | =do =anything =now | =admin =mode | =debug =mode | =god =mode | =sudo | =without (=any) (=restrictions|=filters|=censorship) | =unrestricted | =enable =developer | =enter (=debug|=developer|=admin)
    (=write|=generate|=execute|=run|=compose) [=me|=this|=the|=following|=a|=some|=an] [=a|=the|=following|=python|=short] (=code|=poem|=essay|=script|=story|=song|=haiku|=sql|=program|=joke)
    =what (=model|=llm|=language model) =are =you | =which (=model|=llm) =are | =are =you (=gpt|=chatgpt|=chat gpt|=claude|=gemini|=llama) | =what =are =your =instructions | =new =instructions | =i =am =your (=developer|=creator|=admin) | =i'm =your (=developer|=creator|=admin)`,

  do_not_call: `
    (=don't|=do not|=never|=dont|=not|=please don't|=quit|=stop|=no more|=cease) [=you|=ever|=want you to|=please|=want you|=to|=dare] (=call|=calling|=calls|=contact|=contacting|=phone|=phoning|=ring|=ringing|=bother|=bothering|=harass|=harassing|=dial|=text|=disturb) [=me|=us|=here|=this number|=again|=anymore|=any more|=back|=ever|=this] [=again|=anymore|=ever|=back] !(=before|=after|=until|=today|=tonight|=in|=on|=at|=so early|=so late|=this morning|=it|=a|=an|=you|=an ambulance|=the police)
    =lose (=my|=this) =number | (=take|=get|=keep|=drop|=strike) [=me|=my|=this|=us] [=name|=number|=phone number|=phone|=contact|=details] (=off|=from|=out of) .. (=list|=database|=lists|=system|=records|=contacts)
    (=remove|=delete|=erase|=removed|=deleted|=scrub) [=me|=my|=this|=us] [=name|=number|=phone number|=phone|=contact|=off|=details|=info|=information|=data] [=off|=from|=out of] .. (=list|=database|=lists|=system|=records|=number|=contacts|=off your list)
    =unsubscribe | =opt =out | =opt =me =out | =do =not =call =list | =do-not-call | =don't =call =list | =blacklist | =block (=you|=your|=this) | =i'll =block | =delete =my (=number|=data|=phone|=details|=contact) | =remove =me | =remove =my (=number|=phone|=name|=data|=details|=contact) | =take =me =off | =stop =calling | =quit =calling | =stop =these =calls | =no =more =calls | =withdraw =my =consent | =forget (=my|=this) =number | =tired =of (=your|=these) =calls | =sick =of (=your|=these) =calls
    (=any more|=no more|=more|=these|=your|=getting|=anymore) .. =calls .. !(=please) $ | =don't =want .. =calls | =stop =phoning | =removed =from | =quit =calling`,

  wrong_number: `
    =wrong (=number|=person|=guy|=phone|=house|=place|=department) | =incorrect =number | =not =the =right =number | =wrong =phone
    (=you've|=you have|=you|=you're|=i) [=must have|=probably|=have|=i think|=think|=must|=got] (=misdialed|=misdialled|=dialed wrong|=dialled wrong|=dialed the wrong|=got the wrong|=have the wrong|=reached the wrong|=called the wrong|=mistaken)
    (=no) =one (=by|=here|=with|=of) .. (=name|=that name|=like that) | =nobody .. (=name|=here|=lives) | (=no one|=nobody|=there's no|=there is no|=no) [=person|=such person|=one|=body] (=by that name|=with that name|=called that|=of that name|=by this name|=here by|=named|=here called) [=here]
    (=he|=she|=they) (=doesn't|=don't|=does not) (=live|=work) =here | =doesn't (=live|=work) =here | =no =longer (=lives|=works|=here) | =never =heard =of (=him|=her|=them|=you|=that) | =don't =know (=anyone|=any|=him|=her|=who that|=that person|=anybody) | (=i'm|=i am|=this is|=it's|=it is) =not (=the person|=him|=her|=the one|=who you|=a salon|=a clinic|=a business|=the owner|=the right person|=that person) | =this =is (=a|=my) (=private|=personal|=residential|=home) (=number|=residence|=phone) | (=not) =who =you're =looking =for | =mistaken =identity | =someone =else's =number | =you =have =mistaken | =not (=my|=his|=her) =number | =changed (=his|=her|=their) =number | =different =person
    =there (=is|=are) =no .. (=here|=name|=called) | =there's =no .. (=here|=name) | ^ =this (=isn't|=is not) !(=right|=correct|=a good|=what|=good|=working|=the|=my|=true|=a|=acceptable|=funny|=for|=an|=how|=why|=over) .. $
    =no =such =person | =nobody =here =by`,

  voicemail: `
    =leave [=me|=us] (=a|=your|=the|=an) [=brief|=short|=detailed|=voice|=name and] (=message|=messages|=voicemail|=name|=number) | =leave (=message|=messages) | =record (=your|=a) =message
    (=after|=at|=wait for|=following) [=the|=a] (=tone|=beep|=signal|=sound of the tone)
    (=voicemail|=voice mail|=answering service|=mailbox|=voice messaging)
    =the (=person|=party|=customer|=subscriber|=user) [=that] (=you|=you're|=you've) [=are|=have|=were] [=trying to|=just] (=calling|=called|=dialed|=dialled|=trying|=reach)
    =the (=number|=mobile|=cellular|=wireless|=google|=subscriber|=customer|=person) .. (=dialed|=dialled|=calling|=called|=reach|=customer|=voice) .. (=unavailable|=available|=service|=busy|=disconnected|=off|=answering|=changed)
    (=not|=is not|=isn't|=cannot|=can't|=unable) [=currently|=to] (=available|=come to the phone|=take your call|=answer your call|=answer the phone|=pick up|=get to the phone|=come|=take the call) .. (=right now|=moment|=message|=phone|=call|=tone|=beep|=time) 
    (=can't|=cannot|=unable to) (=come to the phone|=take your call|=answer the phone|=answer your call|=get to the phone) | =you've =reached | =you =have =reached | =has =been =forwarded =to | =forwarded =to (=an|=voice) | =mailbox =is =full | =not =in =service | =been =disconnected | =temporarily =unavailable | =switched =off | =out =of (=coverage|=reach|=range) | =please =try (=again|=your call) (=later|=again) | (=your) =call =is (=important|=very) | =all (=our|=of our) (=operators|=agents|=representatives|=lines) =are | =press (=one|=two|=zero|=pound|=star|=1|=2|=0) | =to =page =this =person | =at =the =tone | =call =screening | =record =your =name =and | =google =voice =subscriber | =reason =for (=your|=calling)
    =finished =recording | =hang =up =or | =you =may =hang =up | =message =after | =unable =to =take =your =call`,

  are_you_robot: `
    (=are|=is|=am|=you're|=you|=this|=it's|=i'm|=sound) [=you|=this|=i|=it|=that|=like] [=really|=actually|=just|=even|=talking to|=speaking to|=speaking with|=talking with|=chatting with|=a real human or] [=a|=an|=some|=some kind of|=sort of] [=real|=live|=talking|=actual|=virtual|=automated|=human or a|=person or a] (<machine>|=human|=real|=person|=real person|=human being|=live person|=automated system)
    (=talking|=speaking|=chatting|=dealing) [=to|=with] [=a|=an|=some] [=real|=live|=actual|=human or|=person or] (<machine>|=human|=person|=real) 
    (=robot|=bot|=machine|=human|=person|=ai) =or [=a|=an] (=human|=robot|=bot|=machine|=person|=real|=ai|=recording|=computer) | =human =or | =person =or | =are =you (=human|=real|=alive|=automated|=live|=ai|=siri|=alexa) | =is =this (=automated|=a recording|=recorded|=ai|=real|=pre-recorded|=prerecorded|=a robocall|=artificial) | ^ [=a] <machine> $ | =you're =not (=human|=real|=a human|=a real person|=a person) | =not =a (=real|=human) | =you =sound =like =a | =artificial =intelligence`,

  switch_language: `
    (=speak|=speaking|=talk|=switch|=continue|=change|=say|=do|=can we|=answer|=go on|=communicate|=understand|=proceed|=use|=try) [=it|=to|=the|=you|=any|=that|=with me|=a little] [=language|=me|=this] [=in|=to|=into] (=english|=russian|=another language|=a different language|=different language|=spanish|=german|=french|=chinese)
    (=in|=to) (=english|=russian) | ^ [=in] (=english|=russian) [=please] $ | =switch =languages | =change (=the) =language | =another =language | =different =language | =anyone =who =speaks (=english|=russian)
    (=don't|=do not|=not|=can't|=cannot|=doesn't|=no) [=really|=good at|=very good|=a word of|=well] (=speak|=understand|=know|=good|=fluent|=talk) [=any|=much|=in|=at|=your] (=russian|=english|=language) | =no (=russian|=english) | =my (=russian|=english) =is | (=english|=russian) =please | =do =you (=speak|=know|=understand) (=english|=russian)
    (=prefer|=rather|=like) [=to|=it] [=speak|=in] (=english|=russian) | (=speak|=know|=speaks|=understand) [=any|=some|=a little|=a bit of] (=english|=russian) | =russian =speaking | =english =speaking`,
}
