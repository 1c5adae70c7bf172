/** Word classes of the English phrase patterns. */
export const englishClasses: Readonly<Record<string, string>> = {
  want: "=i'd like to|=i would like to|=i want to|=i wanna|=i need to|=i'd love to|=can i|=could i|=may i|=can you|=could you|=would you|=will you|=let me|=i'd like|=i want|=i need|=i would like|=want to|=need to|=like to|=we'd like to|=we want to|=trying to|=hoping to|=looking to|=calling to|=let's|=help me",
  ask: '=can you|=could you|=would you|=will you|=can ya|=would you mind',
  moment: '=minute|=minutes|=second|=seconds|=sec|=secs|=moment|=moments|=min|=bit|=while|=tick',
  later:
    "=later|=tomorrow|=tonight|=afternoon|=evening|=morning|=another time|=some other time|=another day|=in|=after|=next|=when|=monday|=tuesday|=wednesday|=thursday|=friday|=saturday|=sunday|=at|=around|=this|=some time|=sometime|=o'clock|=on",
  person:
    '=operator|=human|=humans|=person|=people|=agent|=representative|=rep|=manager|=supervisor|=someone|=somebody|=anyone|=receptionist|=assistant manager|=administrator|=admin|=specialist|=consultant|=advisor|=adviser|=staff|=customer service|=customer support|=support|=sales|=live|=man|=woman|=boss|=owner|=director|=human being',
  profession:
    '=notary|=lawyer|=attorney|=doctor|=nurse|=coach|=trainer|=teacher|=instructor|=mechanic|=technician|=pharmacist|=stylist|=realtor|=engineer|=accountant|=photographer|=dispatcher|=chef|=driver|=secretary',
  value:
    '=monday|=tuesday|=wednesday|=thursday|=friday|=saturday|=sunday|=today|=tomorrow|=one|=two|=three|=four|=five|=six|=seven|=eight|=nine|=ten|=eleven|=twelve|=january|=february|=march|=april|=may|=june|=july|=august|=september|=october|=november|=december|=morning|=afternoon|=evening|=am|=pm|=fifteen|=thirteen|=fourteen|=fifty|=thirty|=forty',
  machine:
    '=robot|=bot|=machine|=computer|=ai|=chatbot|=recording|=program|=automated|=software|=siri|=alexa|=virtual assistant|=answering machine|=robocall|=voicebot|=voice bot|=artificial',
}
