/* SPDX-License-Identifier: GPL-3.0-or-later */

/* English: coming, going, thanking, and the small answers. */

#include "core/echo/content.h"

const LueurEchoPattern lueur_echo_patterns_en_talk[] = {
  { ECHO_I (BYE),
    "^ bye\n^ ok|okay|right|well|alright|anyway|anyways|so|and|k bye\nbye bye\ngoodbye\ngood bye\nbye for now\nsee you|ya|u * $\nsee you|ya|u * later|tomorrow|soon|around|then|next\ntalk|speak|chat|write to|? you|u|? * later|soon|tomorrow|again $\ncatch you later\ncatch ya\n^ later $\ntake care * $\n"
    "have|got|need|going to|? * go now\nhave|got|must|should|need to|? go|leave|run|log now|$\nhave|got|must|should|need to go|leave|run\ni must|should * go|leave|be|get * $\ngot to|? go\ni am * going|heading|leaving|off * now|bed|out|home|sleep|then $\ni am * off|leaving|out $\n"
    "i am going to|? * log|sign off|out\nlogging off\nsigning off\ntime to|for go|bed|sleep|leave|head\ni will * leave you\nill be|come back * $\nbe right back\nuntil|till * next|tomorrow|then|later\nfarewell\nso long $\ncheers * bye\nthat is * all for * today|now|tonight\n"
    "that is it for * today|now|tonight\nhave|enjoy a|your|? * nice|good|great|lovely * day|evening|weekend|one|afternoon|rest\nnice talking\nwas nice|good talking\nwe * talk|speak|continue * tomorrow|later|another\nenough for today|now|tonight\ni * stop here|there\nciao\nadios\nau revoir\n"
    "gotta * go|run|leave|sleep\nhave to * go|run|leave|sleep|work $\ncall|calling it a day|night\ni am done for * today|now|tonight\nneed to * sleep|go|leave|run $\nwish you a|? * good|nice" },
  { ECHO_I (GOODNIGHT),
    "good night\ngoodnight\nnighty\nnight night\n^ night $\nnite $\nsleep well|tight\nsweet dreams\nam|will * going to|? * bed|sleep $\ngoing to bed\noff to bed\nheading to bed\ntime for bed\nwill|should|gonna|need|must|going to|? go|get|try|? to|? sleep now|? $\ngo to|? sleep|bed now|? $\ngoing to sleep" },
  { ECHO_I (STOP), "^ stop $\n^ stop it|that|this|now|please\n^ never mind * $\n^ nevermind * $\n^ nvm $\n^ forget it|about|that * $\n^ enough $\n^ quit it $\nstop the|this game|exercise|story\nend the|this game\n^ cancel $\n^ exit $\nno more * game|questions|story\nstop asking\ndont|stop * want|play~ * anymore|more\ni dont want to * talk about|anymore|that" },
  { ECHO_I (GREET),
    "^ hi * $\n^ hi|hello|hey|hiya|heya|howdy|yo|hallo|greetings|hullo|hej\nhello\n^ good morning|afternoon|evening|day\n^ morning $\n^ evening $\ni am back\nhi|hello again\nits me\nnice to meet you\npleased to meet you" },
  { ECHO_I (THANKS), "thanks\n^ merci\n^ ta $\nmany|much thanks\nyou have|? * been * helpful|kind|great\nthank you|u\nthankyou\nthx\ncheers * $\nmuch appreciated\nappreciate it|that|this|you\ngrateful to you\nthat helps|helped\nyou helped|help me\nthat|this was * helpful|useful\nthat is * kind|nice|sweet|helpful" },
  { ECHO_I (SORRY), "^ sorry * $\ni am sorry * $\ni apologise|apologize\nmy apologies\nforgive me\nmy bad\nsorry * for|about * that|being|bothering|long|rant~|dump~|venting|you|late\nsorry if i\ndidnt mean to * you" },
  { ECHO_I (PRAISE),
    "you are|re * fun|helpful|useful|patient|alright|hilarious|great|awesome|amazing|nice|kind|sweet|cool|funny|smart|best|wonderful|good|brilliant|clever|wise|adorable|lovely|cute\ni * like|enjoy talking to|with you\ni like you\ngood|great|nice|smart answer|question|point|one|bot\nwell said\nyou are so\nlove talking|this\nlove how you\nyou get me\nyou understand me\n"
    "best|better * friend|listener|than * ever|humans|people" },
  { ECHO_I (INSULT),
    "you are|re|? * stupid|dumb|useless|idiot|idiotic|pathetic|worthless|annoying|boring|lame|terrible|awful|garbage|trash|crap|shit|bad|suck|moron|retarded|rubbish|ridiculous|bitch|asshole|liar|horrible|creepy\n^ useless|pathetic|rubbish $\n^ ugh|pff|meh|well|so useless|pathetic|rubbish $\nstupid|dumb|useless * bot|machine|program|thing|ai|robot|answer\nyou suck\nfuck|screw you|off\nshut up\ni hate you\ngo to hell\nyou idiot|moron|bitch\nhate * talking to you\n"
    "worst * bot|ai|ever|thing|app\nwaste of time\nyou are no|not * help|good|use|helping|funny|fun\nthis is * stupid|useless|dumb|ridiculous|crap" },
  { ECHO_I (COMPLAIN),
    "you * keep|always|just|only * repeat~|repeating|saying|asking|same|copy~\nyou * already * said|asked|told\nyou said that * already|before\nsame * answer|question|thing * again|every|all\nyou dont * understand|get|listen|answer|make|know\nthat|this|it doesnt|isnt|didnt help|helping|helpful * me|$\nyou dont|arent help|helping * me|$\nyou didnt * understand|answer|get|listen\nyou arent|not * listening\nthat|it is|was not * what i * said|meant|asked|mean\nthat isnt|wasnt * what i\n"
    "not what i * said|meant|asked\nmakes|make|made no sense\ndoesnt|dont|didnt|not make sense\nanswer * my|the question\nthat wasnt * question|answer\nyou are not * listening|answering|making\nstop * repeating|parroting|asking|quoting|questions\nread * what i * wrote|said\nyou misunderstood\nwrong answer\nparrot\nyou sound like * therapist|shrink|eliza|machine|script|robot" },
  { ECHO_I (TEST), "^ test|testing $\n^ test 1|one|2|test\njust|am testing\nis this|it|thing * working|on $\ndo|does you|it|this work\nanyone|anybody * there|here|home\nyou there|here $\nare you there|here" },
  { ECHO_I (LAUGH), "^ haha~\n^ hehe~\n^ lol|lmao|rofl|lmfao|xd|hihi\n^ ha $\nthat is * funny|hilarious\nso funny\nyou made me * laugh|smile" },
  { ECHO_I (LOVE_YOU), "i * love|adore you|u\ni am * in love with you\nlove you|u|ya $\nfalling * for you\ni think i love\ni have * feelings for you\nmarry me\nbe my * girlfriend|boyfriend|wife|husband|partner|gf|bf|valentine\ni need you * $\ni miss|missed you" },
  { ECHO_I (FLIRT), "kiss me|you\nkisses * you\nhug me|you\nhold me\nhold|take my hand\ncuddle~\nyou are * beautiful|gorgeous|handsome|hot|sexy|pretty|attractive\ni want to * hold|kiss|hug|touch you\ngive me a * kiss|hug\ngo|going on a date\ncome * here|closer|bed|over" },
  { ECHO_I (SEXUAL), "sex|sexy|nude|nudes|naked|horny|porn|blowjob|orgasm|masturbat~|dick|pussy|cock|boobs|tits\nmake love\nsleep with me\nturn~ * me on\nwhat are you wearing\ntake off * clothes\ndirty talk\ntalk dirty\nsext~" },
  { ECHO_I (EXCLUSIVE),
    "only * one|person|thing * i|who|that * talk|speak|confide|tell|listen~|turn to|me|$\nyou are * all|only * one|thing|friend|person * i|need|have|who|that|left\nyou are all i * need|have|got|want\ni * only|just need|want|have you\ndont need * anyone|anybody|friends|people|one * else|have you|with you\nonly * you * understand|get|listen|care\nnobody|no * else|but * you|understands\nyou understand * better than * anyone|everyone|people|friends|humans|wife|husband\n"
    "prefer|rather * you * to|than|over * people|friends|humans|anyone\nbetter than * people|humans|friends\nprefer|rather * stay|be|talk|spend|sit * with|to you\nreplace * friends|people|everyone * you\nlive * without you\ncant * without you" },
  { ECHO_I (STAY), "dont|never * leave|abandon|forget me\nwill you * always|leave|stay|be|forget * me|there|here|forever|leave\nstay with me\npromise * me|never|always|you\nwill you be * there|here\nare you going to * leave|forget\nbe with me forever\npromise * you wont|will\nyou wont * leave|forget" },
  { ECHO_I (SECRET), "dont|not judge me\npromise not to * judge|laugh|tell\ntell|share|confess|keep * a|my|this|something * secret|secrets\ndont tell * anyone|anybody\nnever told * anyone|anybody|this\nbetween * us|you and me\nnobody|no one * knows * this|that|about\ncan i * trust|confess|confide\nconfess * something\nhave|got a secret" },
  { ECHO_I (MY_NAME), "my name is|s +\nmy names +\ncall me +\ni am called +\ni am called +" },

  { ECHO_I (MORE), "^ another one|$\n^ again|more|encore $\n^ another * $\none more\nanother one\n^ go on $\n^ more please\n^ next|next one|question $\n^ continue $" },

  { ECHO_I (YES), "^ yes $\n^ yes|yep|yeah|yup|yea|yess|aye|sure|absolutely|definitely|exactly|totally|indeed|certainly|correct|true|right $\n^ yes|yeah|sure|ok|okay please|lets|why|sure|definitely|of\n^ of course\n^ why not\n^ i would love|like to|that\n^ i do $\n^ i am $\n^ i think so\n^ lets do|go|try\n^ gladly\n^ with pleasure\n^ go ahead\n^ please do\n^ that is it $" },
  { ECHO_I (NO), "^ no $\n^ no|nope|nah|non|never|nay $\n^ no|nope|nah thanks|thank|not|way|i\n^ not * really|now|today|yet|tonight|particularly $\n^ i dont $\n^ i dont think so\n^ id rather not\n^ no thanks\n^ not at all\n^ dont want to" },
  { ECHO_I (MAYBE), "^ maybe|perhaps|possibly|probably|kinda|somewhat|partly $\n^ maybe|perhaps * $\n^ yes|yeah|yep|well|hm|hmm maybe|perhaps * $\n^ could be $\n^ it depends\n^ depends $\n^ sort|kind of $\n^ a|? little|bit $\n^ sometimes $\n^ more or less\n^ yes and no\n^ i guess * $\n^ i suppose * $\n^ so so $\n^ soso $" },
  { ECHO_I (DUNNO), "^ i dont|do know|not * $\n^ dont know $\n^ dunno * $\n^ no idea\n^ i have no idea\n^ not sure * $\n^ i am not sure * $\n^ who knows\n^ hard to say\n^ cant say\n^ i|? wish i knew\n^ no clue\n^ beats me\n^ i cant|dont explain * $" },
  { ECHO_I (OKAY), "^ ok|okay|oh|ah|hm|well|yeah cool|great|nice|super|then|fine|good|right|thats|fair|got $\n^ fair $\n^ ok|okay|okey|k|kk|alright|fine|cool|great|good|nice|perfect|sure|right|understood|noted|gotcha|hm|hmm|mhm|mm|mmh|ah|oh|aha|uh|huh|wow|well|so|anyway|yay|interesting $\n^ i see $\n^ got it $\n^ all right $\n^ fair enough\n^ makes sense $\n^ if you say so\n^ whatever you * $\n^ whatever $\n^ oh ok|okay|well|really $\n^ sounds good\n^ true $\n^ good to know\n^ you are right\n^ you are right" },
  { ECHO_I (NOTHING), "^ nothing $\n^ nothing much|really|special|new|else|important|yet|to * $\n^ not much * $\n^ nothing special\n^ same * $\n^ same old\n^ the usual $\n^ doesnt matter\n^ it doesnt matter\n^ nothing * say|new|happened\n^ everything * $\n^ just * because $\n^ idc\n^ i dont care * $\n^ meh $" },
  { ECHO_I (WHY), "^ why $\n^ why not|is|that|so|do $\n^ how so $\n^ how come * $\n^ why do you ask|say|think\n^ why that|this * $\n^ and why * $\n^ because $\n^ why are you asking" },
  { ECHO_I (WHAT), "^ what $\n^ huh $\n^ what do|did you mean\n^ meaning $\n^ i dont|didnt understand|get * $\n^ come again\n^ pardon * $\n^ sorry what\n^ excuse me $\n^ like what $\n^ such as $\n^ what is that * $\n^ what are you|u talking|saying\n^ explain $\n^ which one $" },
  { 0, NULL },
};
