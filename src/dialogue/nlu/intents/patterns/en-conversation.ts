import type {PatternTable} from '../ids.ts'

/** How a conversation itself is steered: hearing, pace, pauses, politeness. */
export const englishConversation: PatternTable = {
  repeat: `
    (=repeat|=repeating|=rephrase) [=that|=it|=yourself|=this|=please|=the question|=what you said] !(=customer|=visit|=order|=prescription|=appointment|=business)
    (=say|=tell|=ask|=read|=explain|=run) [=me|=that|=it|=this|=the question] [=that|=it|=by me|=the question] (=again|=once more|=one more time|=a second time|=over)
    (=one more time|=once more|=once again|=come again|=say what|=again please)
    ^ =again $ | =what =was =that | =what was the (question|last|first|name) [=part|=again] | =the (=last|=first) =part =again
    ^ [=i'm] (=sorry|=pardon|=excuse me|=beg your pardon|=what|=huh|=eh|=come again|=say again) [=me|=what|=again|=sorry|=pardon] $
    =pardon | =beg =your =pardon | =i =beg =your | =come =again
    =what (=did|=do|=are|=were) =you (=say|=just say|=saying|=mean|=ask|=asking)
    =what =you =said | =what'd =you =say | =you =said =what
    [=i|=sorry] (=didn't|=did not|=don't|=do not|=couldn't|=could not|=can't|=cannot|=haven't|=not) [=quite|=really|=fully|=exactly|=even] (=catch|=get|=understand|=understanding|=follow|=following|=understood|=make out|=hear that|=hear what|=hear the question|=caught) !(=an|=a|=married|=paid|=russian|=english)
    =missed (=that|=it|=what|=the) !(=appointment|=call|=bus|=train) | =i =missed =you =there | =lost =you =there
    =wasn't =listening | =got =distracted | =i =zoned =out | =not =clear =what
    <ask> [=please] (=repeat|=restate|=reiterate)
    =go =over (=that|=it|=this) [=again] | =read .. =back | =you =lost =me | =run =that =by =me | =what's =that =again | =what =now $
    =didn't =hear !(=back) | ^ =what's =that $`,

  slower: `
    (=slower|=slowly|=more slowly|=slow down|=slow it down|=slowdown)
    (=too|=so|=very|=really|=pretty) (=fast|=quick|=quickly|=rapid|=rapidly) !(=delivery|=food|=service)
    (=speak|=talk|=talking|=speaking|=say|=go|=going) .. (=slower|=slowly|=slow|=less fast|=too fast|=so fast|=not so fast)
    =not =so (=fast|=quick) | =not =that =fast | =take =your =time | (=don't|=do not|=no need to) (=rush|=hurry|=speak so|=talk so) [=fast]
    (=can't|=couldn't|=cannot) (=keep up|=follow that fast|=write that fast) | =keep =up =with =you | =what's the rush | =why =the =rush | =hold =your =horses
    =one =digit =at =a =time | =bit =by =bit | =not =so =quickly | =easy =there
    (=take it|=go|=nice and|=bit|=little) =slow [=please] $ | =one =thing =at =a =time`,

  cant_hear: `
    (=can't|=cannot|=can not|=couldn't|=could not|=can barely|=can hardly|=barely|=hardly|=don't|=not) [=really|=even] (=hear|=hearing) !(=that|=what|=the question) [=you|=anything]
    =can [=you] =hear =me | =do =you =hear =me | =are =you =hearing | =did =you =hear =me
    (=speak|=talk|=louder|=say) .. (=up|=louder|=loud) !(=appointment) | =speak =up | =louder | =a =bit =louder | =turn =it =up | =volume
    (=you're|=you|=your voice|=voice|=you are|=line|=call|=connection|=signal|=reception|=audio|=sound|=phone) .. (=breaking up|=cutting out|=cutting off|=cutting in|=breaking|=choppy|=muffled|=faint|=too quiet|=very quiet|=quiet|=fading|=bad|=terrible|=poor|=awful|=crackling|=fuzzy|=static|=dropping|=dropped|=dropping out|=going in and out|=in and out|=inaudible|=garbled|=distorted|=robotic|=lagging)
    (=bad|=poor|=terrible|=weak|=awful) (=connection|=line|=signal|=reception|=audio|=sound|=service here)
    =no (=sound|=audio|=signal) | (=a lot of|=lots of|=too much|=so much|=there's) [=so much|=a lot of] (=noise|=static|=echo|=background noise) | =an =echo | =static =on =the
    =are =you [=still|=even] (=there|=here|=on the line|=with me) | =you [=still] =there | =is =anyone (=there|=here) | =anybody =there | =anyone =there | =is =someone =there
    ^ =hello =hello | =hello .. =there =hello | =hello .. =anyone =there
    =i =lost =you !(=there) | =you =went =silent | =you =cut =out | =you're =gone | =did =i =lose =you | =did =you =hang =up
    (=trouble|=difficulty|=hard|=difficult|=problem|=problems|=struggling) [=to] (=hearing|=hear) | =hard =of =hearing`,

  hold: `
    (=hold|=hang|=wait) (=on|=up) !(=to|=for|=an|=the hook) | =hold =please | =please =hold | =hold =the =line | =hang =on | =hold =on | =can =you =hold | =hold =it
    ^ [=please|=oh|=okay|=no|=yes|=just] =wait | =wait (=a|=one|=just|=up|=please|=here|=for) .. [<moment>|=me]
    (=just|=give me|=gimme|=one|=wait|=need|=takes|=in|=only|=for|=half) [=me|=just|=about] (=a|=one|=another|=just a|=half a|=couple of|=a couple|=a few|=two|=just one|=a quick) [=more|=quick] <moment>
    ^ [=uh|=okay|=oh|=yes|=yeah|=sure] [=just|=give me] (=a|=one|=half a|=couple|=a couple of|=two) [=quick] <moment> [=please] $
    ^ [=just] (=moment|=second|=sec) $ | =one =sec | =one =second | =one =moment | =just =a =sec
    =bear =with =me | =stay =on =the =line | =don't =hang =up | =do =not =hang =up | =don't =go =away | =be =right =back | =i'll =be =right (=back|=with you) | =brb
    =let =me (=think|=check|=see|=look|=grab|=get|=find|=ask|=have a look|=pull up|=take a look|=write|=grab a pen|=verify|=just) !(=at booking|=an appointment|=a manager|=someone|=back to you|=you know)
    (=i'm|=i am|=i'll|=still|=just|=i need to|=i have to) [=just|=still|=go] (=looking|=checking|=thinking|=look it up|=searching|=grabbing|=getting my|=find my|=finding|=check my|=grab my|=get a pen|=get my) !(=for a|=for an|=forward|=to|=about)
    =need =to =think | =give =me =some =time | =give =me =time | =let =me =finish | =don't =interrupt | =i'm =driving =wait`,

  skip: `
    =skip [=it|=this|=that|=the|=over] !(=the line) | =pass =on =that | =let's =move =on | =move =on | =moving =on | =next =question | =go =on =to =the =next | =leave =it =blank | =leave =that =blank | =leave =it =empty | =leave =that =out
    (=i'd|=i would|=would|=i'll) [=rather|=prefer|=prefer to] [=rather] not (=say|=answer|=tell|=give|=share|=disclose|=provide|=talk about)
    =prefer =not =to | =rather =not =say | =rather =not =give | =rather =not =answer
    (=don't|=do not|=won't|=not going to|=not gonna|=will not|=refuse to|=i'm not) [=want to|=wanna|=like to|=wish to|=comfortable] (=say|=tell|=answer|=give|=giving|=share|=sharing|=provide|=disclose|=answering|=saying) [=you|=that|=it|=my]
    (=it's|=that's|=that is|=too|=this is) [=a|=kind of|=too] (=personal|=private|=confidential|=none of your business|=secret|=not your business|=not important)
    =none =of =your =business | (=do|=must) =i =have =to =answer | =without (=a|=my|=the|=an) (=name|=phone|=email|=address|=number) | =can =we =skip | =does =it =matter | =doesn't =matter =skip | =not =relevant | =ask =me =later | (=i'll|=i will|=tell you|=give it|=provide it) .. =that =later | =tell =you =later
    ^ [=i'll|=i'd] =pass $
    ^ =next $`,

  dont_know: `
    [=i] (=don't|=do not|=dunno|=wouldn't|=didn't) [=really|=actually|=honestly|=even|=quite] (=know|=remember|=recall) !(=you|=anyone|=him|=her|=them|=anybody)
    =dunno | =no (=idea|=clue) | =not [=really|=quite|=entirely|=so|=too|=a hundred percent|=completely|=totally|=very|=exactly|=that] (=sure|=certain) | =haven't =got =a =clue | =don't =have (=a|=any) (=clue|=idea)
    =unsure | =uncertain | =i =forgot | =i've =forgotten | =forgot =my | =can't (=remember|=recall|=say|=tell you exactly|=think of) | =cannot (=remember|=recall|=say) | =couldn't =tell =you | =couldn't =say
    =hard =to =say | =difficult =to =say | =who =knows | =beats =me | =your =guess =is | =haven't (=decided|=thought|=made up) | =not =decided | =i'm =not =aware | =slipped =my =mind | =how =should =i =know | =how =would =i =know | =god =knows | =wish =i =knew | =couldn't =decide | =can't =decide | =undecided | =on =top =of =my =head | =off =the =top =of =my =head | =need =to =check | =have =to =check
    =not =a =clue | =no =recollection | =can't =think =of | =not =off =the =top`,

  thanks: `
    (=thanks|=thank you|=thankyou|=thx|=cheers|=much obliged|=appreciated|=ta very much) [=a lot|=so much|=very much|=for|=again]
    =appreciate =it | =i =appreciate | =much =appreciated | =that's =very =kind | =you've =been =very =helpful | =you're =very =kind | =many =thanks | =grateful`,

  greeting: `
    (=hello|=hi|=hey|=hiya|=howdy|=greetings|=yo|=hallo) [=there|=again|=everyone]
    =good (=morning|=afternoon|=evening|=day)
    =how =are =you [=doing|=today] | =how's =it =going | =how =do =you =do | =nice =to =meet =you | =what's =up | =good =to =hear`,

  goodbye: `
    (=bye|=goodbye|=good bye|=byebye|=bye-bye|=cya|=ciao|=farewell|=so long|=cheerio) [=bye|=now|=then]
    =see =you [=later|=then|=soon|=tomorrow] | =see =ya | =talk =to =you (=later|=soon|=tomorrow) | =talk =soon | =catch =you =later | =speak =soon | =until =next =time
    =have =a (=nice|=good|=great|=lovely|=wonderful) (=day|=one|=evening|=weekend|=night|=afternoon|=rest) | =take =care | =good =night | =goodnight | =all =the =best
    =that's =all [=thanks|=thank|=i|=for] | =that =is =all | =that =will =be =all | =that'll =be =all | =that =would =be =all | =nothing =else | =that's =it [=thanks|=thank|=for] | =no =more =questions | =i'm =all =set | =we're =done | =i'm =done
    (=gotta|=got to|=have to|=must|=need to|=should) (=go|=run|=leave) (=now|=bye|=thanks|=sorry) | (=gotta|=got to|=have to|=need to) (=go|=run) $ | =hanging =up | =i'm =going =to =hang =up | =end =the =call | =end =this =call | =let's =end | =i'll =let =you =go`,
}
