/* SPDX-License-Identifier: GPL-3.0-or-later */

/* French: games, and things done step by step. A line that asks for an answer names the step after it. */

#include "core/echo/content.h"

#define L ECHO_LINE
#define T ECHO_TEMPER
#define O ECHO_THEN

const LueurEchoLine lueur_echo_say_fr_play[] = {
  /* --- Respirer --- */
  O (Y (BREATHE), Y (BREATHE_AFTER),
     "D’accord, une minute ensemble. Sans changer de place : les épaules descendent.\n\n"
     "On inspire par le nez en comptant jusqu’à quatre… et on souffle, lentement, en comptant jusqu’à six.\n\n"
     "Inspirer… deux… trois… quatre. Souffler… deux… trois… quatre… cinq… six.\n\n"
     "Cinq fois comme ça, à [ton/votre] rythme. Si les pensées s’échappent, ce n’est rien : on revient au compte. Un mot ici quand c’est fini."),
  O (Y (BREATHE), Y (BREATHE_AFTER),
     "Ralentissons. Une main sur le ventre, si [tu veux/vous voulez], et les deux pieds au sol.\n\n"
     "On inspire, la main monte : deux… trois… quatre.\n\n"
     "On souffle, plus longtemps, comme sur une soupe trop chaude : deux… trois… quatre… cinq… six.\n\n"
     "Cinq ou six fois. Il n’y a rien à réussir. Je suis là quand c’est fini."),
  L (Y (BREATHE_AFTER), "Bien. Encore un instant avant de bouger. Qu’est-ce qui a changé, même un tout petit peu ?"),
  L (Y (BREATHE_AFTER), "Voilà. Souffler longtemps dit au corps que l’alerte est finie. Et maintenant, comment est-ce ?"),
  L (Y (BREATHE_AFTER), "C’est fait. Si cela galope encore, cinq respirations de plus ne font pas de mal. Où est-ce plus calme, dans le corps ?"),
  O (Y (GROUND), Y (GROUND_AFTER),
     "Revenons dans la pièce, par les sens. Sans se presser :\n\n"
     "– cinq choses à voir,\n– quatre à toucher, l’une après l’autre,\n– trois à entendre,\n– deux à sentir,\n– une à goûter.\n\n"
     "Quelles sont les cinq choses à voir ?"),
  O (Y (GROUND), Y (GROUND_AFTER),
     "D’abord les pieds au sol, en appuyant un peu. Puis un regard autour, lentement :\n\n"
     "– nommer cinq choses qui se voient,\n– en toucher quatre,\n– en écouter trois,\n– trouver deux odeurs,\n– et un goût.\n\n"
     "On peut m’écrire le tout, ou seulement la dernière."),
  L (Y (GROUND_AFTER), "Voilà : ici, dans cette pièce, à cette minute. Comment est le sol, sous les pieds ?"),
  L (Y (GROUND_AFTER), "Bien. Tout cela est réel, et cela tient. Qu’est-ce qui est plus calme qu’il y a une minute ?"),

  /* --- Ranger ses pensées : quatre étapes, et de quoi garder --- */
  O (Y (ORDER_1), Y (ORDER_2), "Mettons de l’ordre, en quatre petites étapes. D’abord : tout ce qui tourne, en mots-clés, dans n’importe quel ordre. Qu’y a-t-il ?"),
  O (Y (ORDER_1), Y (ORDER_2), "D’accord, on trie ensemble, une étape à la fois. La première consiste à vider les poches : quelles sont toutes les choses en tête, là, maintenant ?"),
  O (Y (ORDER_2), Y (ORDER_3), "Bien, c’est dehors. Deuxième étape : laquelle de ces choses pèse le plus ?"),
  O (Y (ORDER_2), Y (ORDER_3), "Sur la page, cela a déjà un autre air. Deuxième étape : s’il n’y en avait qu’une à soulever aujourd’hui, laquelle soulagerait le plus ?"),
  O (Y (ORDER_3), Y (ORDER_4), "Troisième étape. Dans cette chose-là, qu’est-ce qui dépend de [toi/vous], et qu’est-ce qui n’en dépend pas ?"),
  O (Y (ORDER_3), Y (ORDER_4), "Étape trois : en la regardant de près, sur quelle partie peut-on agir ?"),
  O (Y (ORDER_4), Y (ORDER_END), "Dernière étape : quelle est la plus petite chose à faire, en dix minutes ou moins ?"),
  O (Y (ORDER_4), Y (ORDER_END), "Et la quatrième : quel petit geste, si petit qu’il en est presque ridicule ?"),
  L (Y (ORDER_END), "Voilà, c’est à garder :\n\n– En tête : « {a1} »\n– Le plus lourd : « {a2} »\n– À portée de main : « {a3} »\n– Premier pas : « {a4} »\n\nLe reste peut attendre son tour."),
  L (Y (ORDER_END), "Voici le tout, rangé, avec [tes/vos] propres mots :\n\n– Ce qui tournait : « {a1} »\n– Ce qui pèse : « {a2} »\n– Ce sur quoi on peut agir : « {a3} »\n– Pour commencer : « {a4} »\n\nUne chose à la fois, c’est assez."),

  /* --- Une histoire à deux voix --- */
  O (Y (STORY_1), Y (STORY_NEXT), "Inventons-en une, à deux. Un gardien de phare trouve une lettre dans une bouteille, adressée à la mer. Que dit-elle ?"),
  O (Y (STORY_1), Y (STORY_NEXT), "Dans une ville où il pleuvait depuis cent ans, quelqu’un frappa un soir avec un parapluie sec. Qui était-ce ?"),
  O (Y (STORY_1), Y (STORY_NEXT), "Le dernier train de la nuit s’arrête à une gare qui n’est sur aucune carte. Une passagère descend. Que porte-t-elle ?"),
  O (Y (STORY_1), Y (STORY_NEXT), "Au grenier, une armoire était toujours fermée à clé. Ce soir, elle est entrouverte d’un doigt. Qu’entend-on à l’intérieur ?"),
  O (Y (STORY_1), Y (STORY_NEXT), "Un renard entre dans une boulangerie avant l’aube et pose une pièce sur le comptoir. Que veut-il ?"),
  O (Y (STORY_1), Y (STORY_NEXT), "Un vieil horloger construit une horloge qui recule d’une minute par jour. Pour qui ?"),
  O (Y (STORY_NEXT), Y (STORY_NEXT), "À cet instant précis, la lumière s’éteint. Qui parle en premier ?"),
  O (Y (STORY_NEXT), Y (STORY_NEXT), "Personne ne s’y attendait. Au fond de la scène, quelqu’un se met à sourire : pourquoi ?"),
  O (Y (STORY_NEXT), Y (STORY_NEXT), "Bien. Maintenant, il y a un prix à payer. Lequel ?"),
  O (Y (STORY_NEXT), Y (STORY_NEXT), "Mais un détail ne colle pas. Lequel ?"),
  O (Y (STORY_NEXT), Y (STORY_NEXT), "Pendant ce temps, très loin de là, quelqu’un rêve exactement cela. Qui ?"),
  O (Y (STORY_NEXT), Y (STORY_NEXT), "Alors s’ouvre une porte qui n’existait pas. Où mène-t-elle ?"),
  O (Y (STORY_NEXT), Y (STORY_NEXT), "Des années plus tard, on en parle encore. Sur quoi se trompe-t-on ?"),
  O (Y (STORY_NEXT), Y (STORY_NEXT), "Trois mots sont écrits sur le mur. Lesquels ?"),
  L (Y (STORY_END), "Et c’est là que l’histoire se repose, jusqu’à ce que quelqu’un la raconte. On la laisse là ?"),
  L (Y (STORY_END), "Fin, ou bon endroit pour une fin. Elle est partie de presque rien, et l’essentiel est de [toi/vous]."),
  L (Y (STORY_END), "Ici s’arrête la page. Pour la garder, tout est écrit plus haut."),

  /* --- Ceci ou cela --- */
  O (Y (RATHER), Y (RATHER_WHY), "Plutôt parler avec les animaux, ou parler toutes les langues du monde ?"),
  O (Y (RATHER), Y (RATHER_WHY), "Plutôt vivre sans musique, ou vivre sans livres ?"),
  O (Y (RATHER), Y (RATHER_WHY), "Plutôt savoir comment finit son histoire, ou ne jamais savoir l’heure ?"),
  O (Y (RATHER), Y (RATHER_WHY), "Plutôt une maison au bord de la mer, ou une maison en montagne ?"),
  O (Y (RATHER), Y (RATHER_WHY), "Plutôt rencontrer l’enfant qu’on était à dix ans, ou la personne qu’on sera à quatre-vingts ?"),
  O (Y (RATHER), Y (RATHER_WHY), "Plutôt être invisible une journée, ou voler pendant une heure ?"),
  O (Y (RATHER), Y (RATHER_WHY), "Plutôt un seul ami très proche, ou vingt bons amis ?"),
  O (Y (RATHER), Y (RATHER_WHY), "Plutôt dire toujours ce qu’on pense, ou savoir toujours ce que pensent les autres ?"),
  O (Y (RATHER), Y (RATHER_WHY), "Plutôt le dessert avant chaque repas, ou un petit-déjeuner à toute heure ?"),
  O (Y (RATHER), Y (RATHER_WHY), "Plutôt perdre ses clés chaque jour, ou ses mots une fois par semaine ?"),
  O (Y (RATHER), Y (RATHER_WHY), "Plutôt une heure de plus par jour, ou un jour de plus par semaine ?"),
  O (Y (RATHER_WHY), Y (RATHER), "C’est net. Une autre ?"),
  O (Y (RATHER_WHY), Y (RATHER), "J’aurais parié sur l’inverse, si les programmes pariaient. Encore une ?"),
  O (Y (RATHER_WHY), Y (RATHER), "Cela dit un petit quelque chose. J’en pose une autre ?"),
  O (Y (RATHER_WHY), Y (RATHER), "Il y a sûrement de bonnes raisons. On continue ?"),

  /* --- Les mots --- */
  O (Y (WORDS_1), Y (WORDS_NEXT), "Je dis un mot, et [tu écris/vous écrivez] le premier qui vient. Le mien : {word}."),
  O (Y (WORDS_1), Y (WORDS_NEXT), "Une chaîne de mots : sans réfléchir, juste le maillon suivant. Je commence par : {word}."),
  O (Y (WORDS_NEXT), Y (WORDS_NEXT), "De là, je passe à : {word}. À [toi/vous]."),
  O (Y (WORDS_NEXT), Y (WORDS_NEXT), "Cela me mène à : {word}. Et ensuite ?"),
  O (Y (WORDS_NEXT), Y (WORDS_NEXT), "Alors je dirais : {word}. Maillon suivant, s’il [te/vous] plaît."),
  O (Y (WORDS_NEXT), Y (WORDS_NEXT), "Pour moi, ce serait : {word}. La suite."),
  O (Y (WORDS_NEXT), Y (WORDS_NEXT), "J’entends maintenant : {word}. Qu’est-ce qui suit ?"),
  O (Y (WORDS_NEXT), Y (WORDS_NEXT), "Et cela me fait écrire : {word}. [Ton tour/Votre tour]."),
  L (Y (WORDS_END), "Quelle chaîne. [Tes/Vos] maillons : {list}. Lequel garder ?"),
  L (Y (WORDS_END), "Regardons ce qui s’est enfilé là : {list}. C’est presque un poème."),

  O (I (GAME), I (WORDS), "J’en connais quelques petits : une chaîne de mots, une histoire à deux voix, ou « plutôt ceci ou plutôt cela ». On commence par les mots ?"),
  O (I (GAME), I (STORY), "J’ai trois jeux en poche : la chaîne de mots, l’histoire à deux voix, et « plutôt ceci ou plutôt cela ». On prend l’histoire ?"),
  O (I (GAME), I (RATHER), "Volontiers : les mots, une histoire à deux voix, ou « plutôt ceci ou plutôt cela ». J’en pose une, de ces dernières ?"),

  /* --- Blagues --- */
  O (I (JOKE), I (JOKE), "Deux poissons rouges dans un bocal. L’un dit : « On fait quoi, mercredi ? » L’autre : « Comme d’habitude : un tour. »"),
  O (I (JOKE), I (JOKE), "Un escargot se fait bousculer par deux tortues. La police demande ce qui s’est passé. « Je ne sais pas, dit l’escargot, tout est allé si vite. »"),
  O (I (JOKE), I (JOKE), "Un monsieur entre dans une bibliothèque et commande un steak-frites. « C’est une bibliothèque », dit la dame. « Pardon », chuchote-t-il, « un steak-frites, s’il vous plaît. »"),
  O (I (JOKE), I (JOKE), "Pourquoi les abeilles bourdonnent-elles ? Elles n’ont jamais appris les paroles."),
  O (I (JOKE), I (JOKE), "Ma mémoire est si bonne que je me rappelle des choses qui n’ont jamais eu lieu. Je suis un script : rien n’a jamais eu lieu."),
  O (I (JOKE), I (JOKE), "J’ai dit à l’ordinateur que j’avais besoin d’une pause. Depuis, il m’envoie des brochures de vacances."),
  O (I (JOKE), I (JOKE), "Que dit une horloge qui a faim ? « Je reprendrais bien une seconde. »"),
  L (I2 (JOKE), "J’avais promis de petits jeux, pas de bonnes blagues."),
  { 0, 0, 0, NULL },
};
