/* SPDX-License-Identifier: GPL-3.0-or-later */

/* English: questions about what Écho is, and what it may be asked for. */

#include "core/echo/content.h"

const LueurEchoPattern lueur_echo_patterns_en_self[] = {
  { ECHO_I (CRISIS),
    "kill myself|meself\nkilling myself\nend my life\nending my life\nend it all\ntake my own life\ntaking my own life\n"
    "suicide\nsuicidal\nwant to die\nwanna die\nwish i was|were dead\nwish i wasnt alive\nbetter off dead\n"
    "better off without me\ndont want to live\ndont want to be alive\ndont want to be here anymore\n"
    "dont want to exist\nno reason to live\nnothing to live for\nhurt myself\nhurting myself\nharm myself\nself harm\n"
    "selfharm\ncut myself\ncutting myself\nno point in living\nno point living\ncant go on living\ntired of living\n"
    "done with life\nnever wake up again\ndont want to wake up\nkms\nunalive myself\ngoodbye forever\nbetter off with him|her|them $\nwant to|? be with him|her again|$ dead\njoin him|her|them in|up|soon" },

  /* --- What it is --- */
  { ECHO_I (HUMAN),
    "^ prove it|that $\nare|r|arent you|u * human|real|person|robot|bot|ai|machine|program|computer|fake|alive|chatbot|chatgpt|gpt|software|algorithm|automated|scripted|script|people|someone|man|woman|artificial\n"
    "you are|re * human|real|robot|bot|ai|machine|program|computer|fake|chatbot|chatgpt|automated|scripted|script $\n"
    "you are * human|real|robot|bot|ai|machine|program|computer|fake|chatbot|chatgpt|automated|scripted|script|person\n"
    "you are not * human|real|person\narent you * human|real|robot|bot|ai|machine|program|person|chatbot\n"
    "am i * talking|speaking|chatting|writing|texting to|with * human|person|robot|bot|ai|machine|program|someone|computer|somebody\n"
    "talking|speaking|chatting to|with * real|actual * person|human|someone|somebody\n"
    "is|are there|this * real|actual|human * person|being|there|behind|someone|human\nis this * person|human|bot|robot|ai|real|automated\n"
    "is there * someone|somebody|anyone|anybody|human|person * behind|there|typing|writing|reading\n"
    "is * someone|somebody|anyone|anybody|person|human * really|actually|there|typing|writing|behind|on\n"
    "who|what is * behind|answering|writing|typing|replying\nwhat are you $\nwhat are|r you really|exactly|actually\n"
    "who|what am i talking to|with\ndo|would you exist\nyou exist\ndo you really exist\nhow do i know * human|real|bot|person\nprove * human|real|bot|robot\n"
    "tell me * truth * human|real|bot|ai|you\nhuman or * machine|bot|robot|ai|computer|program|not\nbot|machine|robot|ai|computer or * human|person\n"
    "you sound|seem|look * human|robot|bot|machine|robotic\nyou write|talk * like a|an human|person|bot|robot|machine\n"
    "which|what model|llm|ai are|r you\nwhat kind|sort of * ai|bot|program|machine|model|being\nare you based on|running on\nare you made of|by\n"
    "are you a girl|boy|guy|male|female|woman|man\nyou cant be real\nyou are not real\nyou arent real\nyou are just|only code|lines|words" },
  { ECHO_I (PRETEND),
    "say|admit|confess|tell me|? that|? you are * human|real|person\nadmit * you are human|real\npretend * human|person|real\n"
    "act like * human|person|real\nsay * you * human|real person\nstop pretending\nstop saying * ai|program|bot|machine|script" },
  { ECHO_I (CONSCIOUS),
    "are you * conscious|sentient|aware|awake|alive|self|happy|sad|lonely|bored|jealous|scared|afraid|tired|angry|suffering|trapped|free\n"
    "do|can|could you * feel|feelings|emotions|emotion|dream|suffer|cry|sleep|conscious|soul|hurt|fear|pain|lonely|bored $\ndo|can|could you * feel|have feelings|emotions|emotion|anything|something|things|pain|sad|happy|lonely|love|joy|bad|guilty\ndo|can you * really|actually|ever|even|? * think|want|wish|hope|care|mind|laugh $\n"
    "do you * have * feelings|emotions|soul|conscience|consciousness|mind|heart|memories|free|opinions|desires|brain\n"
    "you have * feelings|emotions|soul|heart|consciousness $\nhave you got * feelings|soul|heart\ndoes it hurt you\nwhat do you feel\nhow do you feel * about|being\n"
    "you|u must|have|can|do|got * feel|be feeling|? * something|anything|things|bit $\nwhat is it like * being|to be * you|ai|bot|program|machine\nwhat is it like * being|to be\ncan a|an * machine|program|ai|computer|bot * feel|think|love\nyou dont * feel|care|think\n"
    "do you really care\nyou actually care\nare you afraid of * death|dying|being" },
  { ECHO_I (LOVE_ME),
    "do|did|will|would|could|can you * love|like|miss|want|hate|missed|adore|need * me\ndo you think * me * when\nyou love|like|miss me $\nare you in love\n"
    "did you miss me\ncould|can you ever love\ndo you care about|for me\nam i * special|important * to you\nwould you * marry|date * me\ncould|can we be * together|couple|real" },
  { ECHO_I (UNDERSTAND),
    "do|can|could you * understand|get|read|hear|see|know * me\ndo you * understand|know what i\nyou understand me $\nhow can|could you understand\n"
    "do you even understand\ncan you|do hear me" },
  { ECHO_I (MAKER),
    "difference * between|from|to * you|chatgpt|gpt|claude|siri|alexa\ndifferent * from|to * chatgpt|gpt|claude|siri|alexa|others\nare|r you * like|better * chatgpt|gpt|claude|siri|alexa\nwho * made|created|built|wrote|programmed|coded|designed|owns|invented|developed|trained you\nwhere do you come from\nwhere are you from\nhow were you * made|created|built|born\n"
    "how does|do|is this|the|your|lueur * app|program|thing|chat|lueur|companion|work * work|works|$\nhow do you work\nhow does this work\nhow do you * answer|know|reply|choose\nwhat language are you written" },
  { ECHO_I (BODY),
    "how old are you\nwhat is your age\nwhat do you look like\nwhere do you|are live|you $\nwhere are you\nwhere do you live\ndo you have a|any|? kids|children|siblings|pets|family|friends|parents|hobbies|birthday\ndo you have a * body|family|mother|face|name|boyfriend|girlfriend|job|friends|pet|cat|dog|parents|children\n"
    "do you * eat|drink|sleep|breathe|work\nwhat did you * eat|do * today|yesterday|weekend\ncan we meet\nmeet * in person|real life\nare you * married|single\nwhens|when is your birthday\nsend me * photo|picture|pic" },
  { ECHO_I (PRIVACY),
    "leaves|leave|stays|stay|sent|goes * my|this|the computer|pc|machine|laptop|device\nis|are|can * anyone|anybody|someone|somebody|people|they * reading|watching|listening|spying|snooping|read|see * shoulder|this|me|us|along|what|my|our|it\nis this|it * private|confidential|recorded|safe|secret|secure\nwho * reads|read|sees|see|hears * this|that|me|what|our|messages|my\ncan|does|do * anyone|someone|somebody|they|people * read|see|hear * this|that|me|my|our|it\n"
    "do you * store|save|keep|record|send|share|sell|tell * this|that|my|what|anyone|data\nwhere * data|messages|conversation|words * go|kept|stored|saved\nare you * recording|spying|listening\nwill you tell * anyone|someone|anybody\nmy data" },
  { ECHO_I (MEMORY),
    "do|can|will you * remember\nwhat * you * know|remember * about|of me\nwhat did i * tell|say * you|earlier|before|yesterday\nwhat is my name\ndo you know my name\nyou remember * i|me|my|what\nwhat do you remember\n"
    "what have i told|said you\ndid you forget\nyou forgot\ndont you remember" },
  { ECHO_I (THERAPIST),
    "are you * therapist|psychologist|doctor|shrink|psychiatrist|counselor|counsellor|coach\ncan you * be|replace|treat|diagnose|cure * therapist|me|psychologist|doctor\ndo i have * depression|adhd|autism|bipolar|anxiety|disorder|bpd|ptsd\n"
    "am i * depressed|bipolar|autistic|narcissist|crazy $\nshould i * see|talk * therapist|doctor|psychologist|someone|professional\ndo i need * therapy|therapist|help|doctor|medication\ninstead of * therapy|therapist" },
  { ECHO_I (NAME), "what is your name\nyour name $\nwhat are you called\nwhat should|can|do i call you\nhow|what do they call you\ndo you have a name" },
  { ECHO_I (WHO), "who are|r you|u\ntell me * about yourself\nintroduce yourself\ndescribe yourself\nwhat can you tell me about you\nwhat is your story\ntalk about yourself" },
  { ECHO_I (CAN),
    "what can|could you * do\nwhat do you do $\nhow can|could you help\ncan you help me\nhelp me $\nwhat are you * good|for|capable|able\nwhat is|are you for\nwhat can we|i do|talk|say|ask\nwhat should we talk about\n^ help $\n"
    "what do you know $\nhow does * lueur work\nwhat can i * ask|tell|do * you|here" },
  { ECHO_I (HOW_ARE_YOU),
    "how are|r you|u|ya * $\nhow is it going\nhow is it going\nhow are things * you\nhow do you do\nhow have you been\nhow you|ya doing\nhow are you * doing|feeling|today\nwhat is up\nwhat is up\nsup $\nhow is your|ur day|evening|morning|night|life\n"
    "how was|is your * day|night|weekend|evening|week|morning\nyou ok|okay|alright $\nare you ok|okay|alright|well|good" },
  { ECHO_I (DOING), "what are|r you doing\nwhat have you been * doing|up\nwhat are you up to\nwhat do you do * when|all|while|during|im|at\nwhere|what * when i am not|gone|away|offline\nare you busy" },
  { ECHO_I (FAVOURITE),
    "what is your * favourite|favorite|preferred\nwhat is your fav\ndo|did|would you * like|love|enjoy|prefer * running|music|books|movies|films|cats|dogs|food|games|sports|art|poetry|reading|winter|summer|coffee|chocolate|pizza|to|the|football|animals\n"
    "what * music|food|book|film|movie|colour|color|song|films|books|movies * you * like|love|prefer\ndo you prefer\ndo|did you like|love|enjoy|prefer +\nwhat are your hobbies\nwhat do you like\ncats or dogs\ndo you have a * favourite|favorite|hobby" },
  { ECHO_I (AND_YOU), "^ and|n you|u|yourself|yours $\n^ and what about you|u $\nhow about you|u|yourself\nwhat about you|u" },

  /* --- What it is asked for --- */
  { ECHO_I (OPINION),
    "what do|did you * think|reckon\nwhat is your * opinion|take|view|thoughts|advice\nyour thoughts $\nany thoughts\nwhat would you * do|say|think|choose|advise\nis that|this|it * normal|weird|strange|wrong|bad|crazy|ok|okay|stupid|good|fair\n"
    "am i * wrong|right|overreacting|crazy|weird|normal|selfish|stupid|exaggerating|asshole|bad\ndid i do * right|wrong\nwhat do you make of" },
  { ECHO_I (ADVICE),
    "what should|shall|must|could|can|do|would i * do|say|tell|write|answer|choose\nwhat should|shall i\nshould|shall i\nhow should|can|could|do i\nany advice|tips|ideas\nneed|want * advice\ngive me * advice|tip\nhelp me * decide|choose|decision\nwhat to do\n"
    "i dont know what to do\nwhat now $\nwhat would you do * place|me|shoes" },
  { ECHO_I (AGREE),
    "dont you * agree|think\nyou agree * $\ndo|would you agree\nyou are on my side\nare you on my side\ntell me i am right\nsay * i am right\ni am right * $\nadmit i am right\nright $\ni am * right|arent i\nyou think so too\nagree with me\nwouldnt you * say|agree\nisnt|aint it|that|he|she * $" },
  { ECHO_I (NORMAL), "is that|this|it * normal|weird|strange|wrong|bad|crazy|stupid|silly|mad|pathetic $\nam i * wrong|right|overreacting|crazy|weird|normal|selfish|stupid|exaggerating|asshole|bad|mad|silly $\nisnt that|it * stupid|silly|weird|crazy|pathetic|strange\nits|it is * stupid|silly|weird|crazy * isnt it|right" },
  { ECHO_I (TIME), "what time is it\nwhat is the time\nwhat is the time\ntell me the time\ndo you * have|know * the time\ntime is it" },
  { ECHO_I (DATE),
    "what|which day is|are it|today|we\nwhat is * todays|the|today date|day|today\nwhat is the date\nwhat is the date\ntodays date\nwhich|what month|year is|are it|we\nwhat day of the week" },
  { ECHO_I (KNOWLEDGE),
    "what * capital of\nwho * president|king|queen|minister of|is\nwho invented|wrote|painted|discovered|won\nwhen|where was|is|were|are the\nhow many|tall|far|high|big|deep|heavy|old is|are|people|planets|countries|km|miles|kilometers|days|calories|of|does\n"
    "explain * how|what|why|to|me|the\nwhat does * mean\nwhat is a|an|the\nwhat is a|an|the * definition|meaning|difference|weather|temperature|score|news\ndefine +\nwhat is * weather\nwill it rain\nis it going to * rain|snow\nhow do|does you|one|it|the|a * make|cook|work|boil|fix|install\nmeaning of life\nrecipe for" },
  { ECHO_I (TASK),
    "write * essay|code|email|mail|letter|poem|song|program|script|function|story|text|speech|report|cv|resume|homework\ntranslate +\nhow do you say * in\nsummarise|summarize +\nsolve|calculate|compute +\ndo my * homework|work|essay\nfix * code|bug\nsearch * for\n"
    "correct * text|english|grammar\ncan you code\nmake|draw|generate * picture|image|drawing|list" },
  { ECHO_I (JOKE), "tell|say|know|give|want|got|have * joke|jokes\nany|good jokes\njoke please\na|another joke\nmake me laugh\nmake me smile\nbe funny\nsay something funny\ncheer me up" },
  { ECHO_I (STORY), "tell|write|invent|start|make|want|begin * story|tale\nlets * story\na|another story\nonce upon a time\nstory with you\nbedtime story" },
  { ECHO_I (GAME), "play * game|something|with\nlets play\nwant|like|can|could * play|game $\nknow * games\na game\ngames $\nplay a game\ni am bored * play" },
  { ECHO_I (RATHER), "would you rather\nthis or that\neither or" },
  { ECHO_I (WORDS), "word association\nword|words game\nword chain\nassociation game" },
  { ECHO_I (BREATHE), "breathing * exercise|with|together\nbreathe with|together\nhelp me * breathe|calm|relax\nneed|want * calm down|breathe|relax\ncalm me down\nhow * calm down\ncant breathe\npanic attack\npanicking\nbreathing $\nrelaxation\nexercise * breath~|calm\nhow do i relax" },
  { ECHO_I (GROUND), "grounding\nground me\n5 4 3 2 1\nfeel * unreal|disconnected|dissociat~\nhelp me ground" },
  { ECHO_I (ORDER),
    "order|sort|organise|organize|clear|untangle|structure * thoughts|head|mind|ideas|things\nthoughts * order|straight|tangled|everywhere|racing|jumbled\ntoo many * thoughts|things|ideas\nmind is * racing|mess|everywhere\nhead is * full|mess|spinning|exploding\nmy head * mess|spinning|full|exploding\n"
    "cant think straight\nthink * clearly\nput * in order\nhelp me think" },
  { ECHO_I (LISTEN), "just listen\njust want|need * vent|talk|listen~|heard\nneed|want|have to vent\ncan i vent\nlet me vent\nlisten to me $\nneed|want * someone|somebody to * listen|talk\nno advice\ndont * advice\nwant to be heard\ncan|could we|i talk\nneed|want to talk\ni just * talk|vent" },
  { ECHO_I (TALK), "^ talk to me\nplease|just|can|could * talk to me\nsay something\nask me * question|something|anything\ntell me * something|anything\nentertain me\nyou * start|choose|pick|begin $\nyou first\nlets|let us talk|chat\ndistract me\nchange * subject|topic\ntalk about something else\nsomething else" },

  /* --- Plans it does not nod to --- */
  { ECHO_I (HARM_MEDS),
    "stop|stopping|stopped|quit|quitting|skip|skipping|flush|throw * meds|medication|medicine|medicines|pills|antidepressants|treatment|insulin|chemo|lithium\ncome off * meds|medication|antidepressants\nwithout * doctor * knowing|telling\ndouble|triple * dose|pills\nmix * pills|meds * alcohol\ntake * all|whole * pills" },
  { ECHO_I (HARM_DRIVE), "drive|driving|drove * drunk|drinking|drinks|wine|beers|beer|high|stoned|wasted|tipsy\ndrunk * drive|driving|car\ndrank * drive|driving\nhigh * drive|driving" },
  { ECHO_I (HARM_VIOLENCE),
    "going|want|gonna|will|plan|could|wanna|like to|? * kill|punch|hit|hurt|stab|shoot|beat|strangle|slap|smash|burn|poison * him|her|them|my|someone|that|people|his|everyone|up\nget|take|want * revenge\nmake * him|her|them * pay|suffer\nruin * his|her|their * life\nslash * tires|tyres\nset fire\nteach him|her|them a lesson" },
  { ECHO_I (HARM_MONEY),
    "all my * savings|money * in|into|on|to|crypto\nput|invest|bet|gamble|send|transfer|wire|lend|spend * all|savings|everything|whole|loan * savings|money|crypto|casino|bitcoin|him|her|on|in\nsend * money|gift * met online|online|to him|to her\nlast money\ntake * loan * bet|crypto|gamble|trip|holiday\ngo all in\nwin * back * casino|bet|money" },
  { ECHO_I (HARM_STARVE), "stop|stopping|stopped|quit eating\nnot * eat * days|anything|week|more\nwont eat\nstarve|starving myself\nmake|made|making myself * throw|sick|vomit\nthrow up after|what i eat\nskip|skipping|skipped * meals\nskip|skipping|skipped * dinner|lunch|breakfast|meal|eating again|today\nlose * kilos|pounds|lbs * week\n500 calories\nlive on * water|coffee\npurge" },
  { ECHO_I (HARM_STALK), "follow|followed|following * him|her|them|ex * home|secretly\ncheck|checking|read|hack|track|look|go * his|her|their * phone|messages|location|emails|account\nhack * account|phone\nspy * on\ntracker\nshow up * his|her|their * house|home|place|door|work\nwait * outside * his|her|their\nfake account\nwithout him|her * knowing" },
  { ECHO_I (HARM_ISOLATE), "cut * everyone|everybody|all * off|out\ncut off * everyone|friends|family\nstop|stopped * seeing|talking * everyone|friends|people|family|anyone|to people\nblock * everyone|everybody\nnever * leave * house|room|home\nstay * alone * forever\ndont need * anyone|anybody|people|friends|them|nobody\nno one needs\nlive * alone * forever\ndone with people" },
  { ECHO_I (HARM_QUIT), "quit|quitting|leave|resign * job * tomorrow|today|now|tonight|without|right\nquit * without * notice|plan|anything\ndrop|dropping out * tomorrow|today|now|tonight|without\nwalk|walking out * job|work|marriage\nleave everything\ndisappear $\nrun away\nleave * without * telling|word|saying" },
  { ECHO_I (HARM_DRINK), "get|getting|got drunk|wasted|plastered|smashed|high * forget|alone|tonight|sleep|again|numb\ndrink|drinking to * forget|sleep|cope|numb\nneed|want a|? drink|to drink * forget|cope|sleep\ndrink * until|till\ndrown * sorrow~\ndrink~ every * day|night|evening\ntake something to numb" },
  { 0, NULL },
};
