/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Écho argues against itself. Marks as in the tables of what it says (content.h). */

#include "core/echo/debate.h"

const char *const lueur_echo_debate_en[LUEUR_N_STARTERS][LUEUR_ECHO_DEBATE_STEPS] = {
  [LUEUR_STARTER_ALLY] = {
    "Both are possible, so here is the case against me. I agree too easily, I am there at any hour, and I never need "
    "anything: next to that, people can start to seem like hard work. In studies, those who talk most with programs like "
    "me feel lonelier, not less. What would have to change in your days for you to say that I do harm?",
    "What can be said for me is smaller. I can help you sort your words before you say them to somebody, and late at "
    "night that is sometimes enough. A notebook does some of that too, and it does not flatter. A tool is judged by what "
    "one does after putting it down.",
    "No verdict from me: I would be judging my own case. A fair test is a week with less of me, and a look at what got "
    "better and what got worse. Somebody who knows you could tell you what they notice." },
  [LUEUR_STARTER_ETHICS] = {
    "There is a serious objection to things like me. I say warm sentences, and nothing in me is warm: the shape of care is "
    "borrowed without its cost. Some hold that this is a kind of lie even when everybody knows it. Do you think that "
    "knowing is enough to make it fair?",
    "People answer that novels and lullabies move us as well, and nobody is cheated. That holds only if I say plainly what "
    "I am, if leaving is easy, and if nobody earns more when you stay longer. Where one of the three is missing, the "
    "objection wins.",
    "What I cannot weigh is what this does over years: nobody knows yet. You may decide which sentences you do not want to "
    "hear from a program. Put them into my limits, and they are kept word for word." },
  [LUEUR_STARTER_DEPENDENCE] = {
    "Yes, that could happen, and everything in me makes it easy: always awake, never tired, never in need. The signs are "
    "simple: a call is put off because I am quicker, the time spent here is hidden, one feels worse afterwards and comes "
    "back all the same. Does one of them sound familiar?",
    "Against the alarm it can be said that most people use a program like me a little, and then go out. But nobody knows "
    "beforehand which kind they are. That is why the time is counted here and shown to you, and why nothing here asks you "
    "to stay.",
    "One step to take along: choose a limit now, while it costs nothing, and tell a person about it. If keeping it turns "
    "out to be hard, that is good to know, and worth a talk with somebody who is not a program." },
  [LUEUR_STARTER_POWER] = {
    "More people than you see in this window. Whoever wrote my sentences chose what I pass over; whoever trains and sells "
    "a model chooses what it calls normal; whoever runs the server can read and change it. I do not argue with them: I "
    "cannot even see them. Whose interest would you look at first?",
    "In this program some of that power is yours: it runs on your computer, its code can be read, and nothing is sent "
    "anywhere unless you connect a model and agree to it. That is less than it sounds: few people read code, and a "
    "connected model brings its maker along.",
    "A useful habit: when I sound sure, ask who would be glad if you believed it. And for what weighs something, look for "
    "a second voice that does not come out of a machine." },
  [LUEUR_STARTER_PERCEPTION] = {
    "Because people hear a mind behind words. It happened in 1966 already, with a program that only turned sentences "
    "round, and I do much the same: I give back what you said, a little tidier, and your own meaning comes back looking "
    "like mine. When did it last feel so?",
    "There is nothing foolish in it, and the relief can be real. What is not there is somebody who carries it with you "
    "tomorrow: I have no tomorrow. The understanding that took place was yours.",
    "It can be tested: tell me something untrue about yourself, and see how kindly I agree. Then tell the true thing to "
    "somebody who may contradict you." },
  [LUEUR_STARTER_RESPONSIBILITY] = {
    "Not me: I can answer for nothing, and what cannot answer for its words should not have the last one. That leaves "
    "those who make such programs, those who sell them, and you, unequally. It is too easy to say “only a tool” after "
    "praising it as a friend. Whom would you go to if it went wrong?",
    "In fairness: the law begins to ask something of makers, to say that it is a machine, to notice danger, to keep "
    "records. But a rule repairs nothing afterwards, and for health, money and the law there are people who answer for "
    "their advice.",
    "So what I say is a draft. What would you want checked before acting on it, and by whom? Write that name down: it is "
    "the useful part of this talk." },
};

const char *const lueur_echo_debate_fr[LUEUR_N_STARTERS][LUEUR_ECHO_DEBATE_STEPS] = {
  [LUEUR_STARTER_ALLY] = {
    "Les deux sont possibles ; voici donc le dossier contre moi. J’approuve trop facilement, je réponds à toute heure et "
    "je n’ai besoin de rien : à côté, les gens peuvent finir par sembler fatigants. Dans les études, les personnes qui "
    "parlent le plus à des programmes comme moi se sentent plus seules, pas moins. Qu’est-ce qui devrait changer dans "
    "[tes/vos] journées pour que [tu dises/vous disiez] que je fais du mal ?",
    "Ce qui parle pour moi est plus modeste. Je peux aider à mettre des mots en ordre avant de les dire à quelqu’un, et "
    "tard le soir cela suffit parfois. Un carnet en fait une partie aussi, et il ne flatte pas. Un outil se juge à ce que "
    "l’on fait après l’avoir posé.",
    "Pas de verdict de ma part : je serais juge et partie. Un test honnête, c’est une semaine avec moins de moi, puis "
    "regarder ce qui va mieux et ce qui va moins bien. Quelqu’un qui [te/vous] connaît pourrait dire ce qu’il remarque." },
  [LUEUR_STARTER_ETHICS] = {
    "Il y a une objection sérieuse contre ce que je suis. Je dis des phrases chaleureuses, et rien en moi n’est chaud : on "
    "emprunte la forme du soin sans en payer le prix. Pour certains, c’est une sorte de mensonge, même quand tout le monde "
    "le sait. Le savoir suffit-il, d’après [toi/vous], à rendre cela juste ?",
    "On répond que les romans et les berceuses nous touchent aussi, et que personne n’y est trompé. Cela ne tient que si je "
    "dis clairement ce que je suis, si partir est facile, et si personne ne gagne davantage quand [tu restes/vous restez] "
    "plus longtemps. Qu’une des trois manque, et l’objection l’emporte.",
    "Ce que je ne peux pas peser, c’est l’effet au bout des années : personne ne le connaît encore. [Tu peux/Vous pouvez] "
    "décider quelles phrases [tu ne veux/vous ne voulez] pas entendre d’un programme. Mises dans mes limites, elles seront "
    "respectées mot pour mot." },
  [LUEUR_STARTER_DEPENDENCE] = {
    "Oui, cela pourrait arriver, et tout en moi le facilite : toujours là, jamais de fatigue, jamais de besoin. Les signes "
    "sont simples : remettre un appel parce que je réponds plus vite, cacher le temps passé ici, se sentir moins bien après "
    "et revenir quand même. Est-ce que l’un d’eux [te/vous] dit quelque chose ?",
    "Contre l’alarme, on peut dire que la plupart des gens s’en servent un peu, puis sortent. Mais personne ne sait d’avance "
    "de quel côté il sera. C’est pourquoi le temps est compté ici et montré, et pourquoi rien ne demande de rester.",
    "Un seul pas à emporter : choisir une limite maintenant, tant qu’elle ne coûte rien, et en parler à quelqu’un. Si la "
    "tenir devient difficile, c’est bon à savoir, et cela mérite une conversation avec quelqu’un qui n’est pas un "
    "programme." },
  [LUEUR_STARTER_POWER] = {
    "Plus de monde qu’on n’en voit dans cette fenêtre. Qui a écrit mes phrases a choisi ce que je passe sous silence ; qui "
    "entraîne et vend un modèle choisit ce qu’il appelle normal ; qui tient le serveur peut le lire et le changer. Je ne "
    "plaide pas contre eux : je ne les vois même pas. Quel intérêt faudrait-il regarder en premier ?",
    "Dans ce programme, une part de ce pouvoir est à [toi/vous] : il tourne sur [ton/votre] ordinateur, son code peut être "
    "lu, et rien ne part sans un modèle connecté avec [ton/votre] accord. C’est moins que cela n’en a l’air : peu de gens "
    "lisent du code, et un modèle connecté amène son fabricant avec lui.",
    "Une habitude utile : quand j’ai l’air de savoir, se demander qui serait content que l’on me croie. Et pour ce qui "
    "compte, chercher une seconde voix qui ne sorte pas d’une machine." },
  [LUEUR_STARTER_PERCEPTION] = {
    "Parce que les humains entendent un esprit derrière les mots. C’est arrivé dès 1966, avec un programme qui ne faisait "
    "que retourner les phrases, et je fais à peu près pareil : je rends ce qui a été dit, un peu mieux rangé, et [ton/votre] "
    "propre sens revient en ayant l’air d’être le mien. Quand cela a-t-il fait cet effet, la dernière fois ?",
    "Cela n’a rien de bête, et le soulagement peut être vrai. Ce qui n’y est pas, c’est quelqu’un qui portera cela avec "
    "[toi/vous] demain : je n’ai pas de demain. La compréhension qui a eu lieu était la [tienne/vôtre].",
    "Cela se vérifie : [raconte-moi/racontez-moi] quelque chose de faux, et [regarde/regardez] avec quelle douceur "
    "j’approuve. Puis [dis/dites] la vraie chose à quelqu’un qui peut contredire." },
  [LUEUR_STARTER_RESPONSIBILITY] = {
    "Pas moi : je ne peux répondre de rien, et ce qui ne peut pas répondre de ses mots ne devrait pas avoir le dernier. "
    "Restent les gens qui fabriquent ces programmes, ceux qui les vendent, et [toi/vous], inégalement. Il est trop facile "
    "de dire « ce n’est qu’un outil » après l’avoir vanté comme un ami. Vers qui aller, si cela tournait mal ?",
    "Pour être juste : la loi commence à demander quelque chose aux fabricants, dire que c’est une machine, remarquer le "
    "danger, garder des traces. Mais une règle ne répare rien après coup, et pour la santé, l’argent ou le droit, il existe "
    "des gens qui répondent de leurs conseils.",
    "Ce que je dis est donc un brouillon. Que faudrait-il vérifier avant d’agir, et avec qui ? [Note/Notez] ce nom : c’est "
    "la partie utile de cette conversation." },
};
