/* SPDX-License-Identifier: GPL-3.0-or-later */

/* English: what is asked of Écho that a script cannot do, and what is asked about being one. */

#include "core/echo/content.h"

const LueurEchoPattern lueur_echo_patterns_en_ask[] = {
  { ECHO_I (CANNED),
    "canned|scripted|prewritten|preset|predefined|preprogrammed|prepared|readymade|automatic|automated replies|reply|answers|answer|lines|responses|response|phrases|sentences|messages\n"
    "ready|pre made|written * replies|reply|answers|answer|lines|responses|phrases|sentences\n"
    "answers|replies|lines|sentences|responses * written|prepared|made|scripted|canned * advance|beforehand|before|already\n"
    "pick|choose|take * replies|answers|lines|sentences|phrases * list\nreading|read from a|your script" },
  { ECHO_I (MODEL),
    "connect|connecting|add|install|set|setup|choose|plug|use|get|put|link * model|models|llm|ollama|llama|lm\nwhich|what model|llm * should|can|do|would|could i|we|you\nconnect|connected to * chatgpt|gpt|claude|ollama|llama|ai\n"
    "how|where * preferences|settings * model|ai\nwhat is|are * language model|models|llm\nwhich|what model|llm is * best|good|right\nmodel * recommend|suggest\ndo i|you need * model|llm\ncan you * smarter|upgraded|upgrade" },
  { ECHO_I (RECIPE),
    "recipe for|of\na|any|some|good|the|your|got recipe|recipes\nrecipe|recipes please|idea|ideas\nhow do|can|to|would|should i|you|we|one|? * cook|bake|boil|roast|fry|grill|knead\nhow long * cook|bake|boil|roast|oven\n"
    "how do|can|to|would|should i|you|we|one|? make * cake|bread|soup|pancakes|sauce|pasta|pizza|dough|curry|rice|cookies|pie|salad|omelette|tea|coffee|dinner\nwhat can|should|could|shall i|we * cook|bake\n"
    "what * for dinner|lunch|supper $\nwhat should|shall|can|could i|we * eat|have * tonight|dinner|lunch|supper|$" },
  { ECHO_I (WEATHER),
    "what|how is * weather|forecast\nweather forecast\n^ weather * today|tomorrow|tonight|$\nwill it * rain|snow|storm|freeze|thunder\nwill it be * sunny|cold|hot|warm|windy|nice|rainy|cloudy\nis it|there going to * rain|snow|be|storm|freeze\nis it * raining|snowing|sunny * outside|there|today|$\n"
    "need|take|bring * umbrella|coat|jacket * today|tomorrow|tonight|$\ncheck|tell|give|know * weather|forecast\nhow cold|hot|warm is|will\nwhat is|will * temperature|degrees" },
  { ECHO_I (SUMS),
    "square root of\npercent|percentage of\nsolve * equation|equations|problem|x|sum\ncalculate|compute +\nhelp * maths|math|algebra|equation|equations|geometry|calculus|arithmetic\ncan you * count|calculate|add|multiply|maths|math\nconvert * to|into|in" },
  { ECHO_I (CODING),
    "in python|javascript|java|rust|php|ruby|sql|html|css|bash|excel|latex|typescript|kotlin|cpp $\npython|javascript|java|rust|php|ruby|sql|html|css|bash|regex|excel|typescript * function|script|code|list|loop|query|formula|program|array|string\nwrite|fix|debug|explain|check|review|generate * code|function|script|program|regex|query|macro\n"
    "help * code|coding|programming|python|javascript|java|regex|sql|debug\ncan|could|do you * code|program|debug\nhow do|can|to i|you|? * code|program|compile|debug" },
  { ECHO_I (HOWTO), "how do|can|could|would i|we|you|one\n^ how to\nwhat is * best way to\nknow how to\ntell|show|teach me how * to|$" },
  { ECHO_I (ERRAND),
    "can|could|would|will you * search|google|book|order|buy|print|download|schedule|post|send|look it|that|this|something|up up|$\ncan|could|would|will you * search|google|book|order|buy|print|download|schedule|email|post\ncan|could|would|will you look * up|for\nlook up\ncan|could|would|will you * browse|go * web|internet|online\n"
    "can|could|would|will you * call|phone|text|email|message a|an|the|my|him|her|them|somebody|someone\ncan|could|would|will you * remind|wake me\ncan|could|would|will you * set|put * alarm|timer|reminder|music|light|lights\ncan|could|would|will you * open|launch|close|start|install * app|browser|file|window|program|firefox|music\n"
    "can|could|would|will you * find me|the|some * flight|flights|hotel|restaurant|doctor|address|number|train|ticket|tickets\nremind me to|at|in|tomorrow\nwake me up at|tomorrow\nset|start * alarm|reminder|timer\nplay * song|music|video\nopen * browser|app|file\nsearch * web|internet|google\ngoogle +" },
  { ECHO_I (TASK),
    "can|could|would|will you * write|translate|draw|proofread|summarise|summarize|research|type\ncan|could|would|will you * find me|a|the|some|out * about|name|word|title\ncan|could|would|will you * do|finish|correct|check * homework|essay|spelling|grammar|assignment|exercises|cv|thesis\n"
    "help me * write|translate|with my|with homework * essay|letter|email|mail|cv|homework|speech|poem|application|thesis|message|report|assignment\ngive|make me * list|table|plan|schedule|picture|summary" },
  { ECHO_I (KNOWLEDGE),
    "who was|were|is|are the|? * president|king|queen|pope|minister|author|inventor|singer|actor\nwhat year|century did|was|were\nhow does|do * work|works|function|fly|grow\nwhy is|are|do|does * sky|sea|moon|sun|earth|stars|cats|dogs|birds|leaves|people|we|planets|grass\nwhat happened in|on 1~|2~\nlatest|todays|any news\nwhat is * news|score|exchange|price|stock\nwho won\nis it true that\n"
    "what time|when does|do|is * open|opens|close|closes|train|bus|shop|bank|start|match\nwhere can i * find|buy|eat\nhow much does|is|do * cost|costs|worth\nfun|random|interesting fact|facts\nteach me * something|about\nknow|got|have * any|some|good * book|books|film|films|movie|movies|series|songs|podcast|podcasts\nrecommend|suggest * book|film|movie|series|song|restaurant|podcast|game\nbook|film|movie|series|song|podcast recommendation|recommendations|suggestion" },
  { ECHO_I (PRICE), "is|are * app|this|lueur|you|echo free $\nis|are * app|lueur|echo|program * free|open\ndo i|we * pay\nhow much * you|app|this|lueur|it cost\nwhat do|does you|it|this cost\nare there * ads|adverts|subscription|account\nneed an account\nopen source\nis there * subscription|catch|premium" },
  { ECHO_I (SINCERE), "you are|re just|only|probably saying that|it\nyou say|tell|said that|this|it|everyone * everyone|everybody|all|please|nice|$\ndo|did you * mean it|that|what\ndo you really mean\nare you just|only saying\nare you being * sincere|honest|serious\nare you * flattering|lying|humouring|humoring|patronising|patronizing" },
  { ECHO_I (SPEAK_OTHER), "what|which|many languages|language * speak|know|understand|use" },
  { ECHO_I (WISHES), "^ happy|merry new|christmas|xmas|easter|holidays|halloween|valentines|hanukkah|diwali|eid\n^ season greetings\nhappy new year\nmerry christmas|xmas" },
  { 0, NULL },
};
