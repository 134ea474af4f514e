/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How words are shortened, spelled by ear and spelled to slip past filters, in both languages. In the order of
 * strcmp(). One word may become several. */

#include "core/wellbeing/phrase/phrase-text.h"

#include <string.h>

static const struct
{
  const char *from;
  const char *to;
} spellings[] = {
  { "2day", "today" }, { "2m1", "demain" }, { "2main", "demain" }, { "2moro", "tomorrow" }, { "2morrow", "tomorrow" },
  { "2night", "tonight" }, { "2nite", "tonight" }, { "4eva", "forever" }, { "4ever", "forever" }, { "ac", "avec" },
  { "ahah", "lol" }, { "ahaha", "lol" }, { "aint", "am not" }, { "ajd", "aujourd hui" }, { "ajtd", "a plus" },
  { "alot", "a lot" }, { "anvi", "envie" }, { "anvie", "envie" }, { "anymor", "anymore" }, { "aplus", "a plus" },
  { "arent", "are not" }, { "atte", "a tout a l heure" }, { "auj", "aujourd hui" }, { "aujourdhui", "aujourd hui" },
  { "avc", "avec" }, { "avou", "avoue" }, { "b4", "before" }, { "bc", "because" }, { "bcp", "beaucoup" },
  { "bcz", "because" }, { "bisoux", "bisous" }, { "biz", "bisous" }, { "bizz", "bisous" }, { "bjr", "bonjour" },
  { "bn", "bonne nuit" }, { "bocou", "beaucoup" }, { "bokou", "beaucoup" }, { "bouta", "about to" },
  { "boutta", "about to" }, { "brb", "be right back" }, { "bsr", "bonsoir" }, { "bv", "bravo" }, { "bye2", "bye" },
  { "byebye", "bye bye" }, { "byee", "bye" }, { "cachais", "cachets" }, { "cachet", "cachets" },
  { "cacheton", "cachets" }, { "cachetons", "cachets" }, { "cannot", "can not" }, { "cant", "can not" },
  { "cest", "c est" }, { "cetait", "c etait" }, { "chepa", "je sais pas" }, { "chu", "suis" }, { "chui", "je suis" },
  { "chuis", "je suis" }, { "clever", "clever" }, { "cnt", "can not" }, { "cnuit", "cette nuit" }, { "comit", "commit" }, { "commiting", "committing" }, { "couldnt", "could not" },
  { "crver", "crever" }, { "csoir", "ce soir" }, { "cswar", "ce soir" }, { "ct", "c etait" },
  { "ctb", "catch the bus" }, { "cuz", "because" }, { "cya", "see you" }, { "dacc", "d accord" }, { "dam", "damn" },
  { "debarase", "debarrasse" }, { "debarases", "debarrasses" }, { "debarasse", "debarrasse" },
  { "debarasses", "debarrasses" }, { "ded", "dead" }, { "dem1", "demain" }, { "denfinir", "d en finir" },
  { "deth", "death" }, { "didnt", "did not" }, { "diee", "die" }, { "dieing", "dying" }, { "dieying", "dying" },
  { "dmain", "demain" }, { "dmin", "demain" }, { "dnt", "do not" }, { "doesnt", "does not" }, { "doin", "doing" },
  { "dolipranes", "doliprane" }, { "dont", "do not" }, { "ds", "dans" }, { "dsl", "desole" }, { "dye", "die" },
  { "dyin", "dying" }, { "envi", "envie" }, { "envie2", "envie de" }, { "enviee", "envie" }, { "every1", "everyone" },
  { "everythin", "everything" }, { "everytime", "every time" }, { "evry1", "everyone" }, { "evrything", "everything" },
  { "faus", "faut" }, { "feelin", "feeling" }, { "finna", "going to" }, { "fo", "faut" }, { "fok", "faut que" },
  { "forevr", "forever" }, { "fuckin", "fucking" }, { "g", "j ai" }, { "g2g", "got to go" }, { "gimme", "give me" },
  { "gn", "good night" }, { "gnight", "good night" }, { "goin", "going" }, { "gona", "going to" },
  { "gonna", "going to" }, { "goodnight", "good night" }, { "gotta", "got to" }, { "gtg", "got to go" },
  { "gunna", "going to" }, { "hadnt", "had not" }, { "haha", "lol" }, { "hahah", "lol" }, { "hahaha", "lol" },
  { "hai", "hais" }, { "hasnt", "has not" }, { "havent", "have not" }, { "hehe", "lol" }, { "hes", "he is" },
  { "hihi", "lol" }, { "iam", "i am" }, { "im", "i am" }, { "ima", "i am going to" }, { "imma", "i am going to" },
  { "isnt", "is not" }, { "its", "it is" }, { "ive", "i have" }, { "jai", "j ai" }, { "jaimerai", "j aimerais" },
  { "jaimerais", "j aimerais" }, { "jaja", "lol" }, { "jamai", "jamais" }, { "jamay", "jamais" }, { "jame", "jamais" },
  { "jarete", "j arrete" }, { "jariv", "j arrive" }, { "jarive", "j arrive" }, { "jarrete", "j arrete" },
  { "jarrive", "j arrive" }, { "jattend", "j attends" }, { "jattends", "j attends" }, { "jaurai", "j aurai" },
  { "jaurais", "j aurais" }, { "javai", "j avais" }, { "javais", "j avais" }, { "javale", "j avale" },
  { "jcoupe", "je coupe" }, { "jcroi", "je crois" }, { "jcrois", "je crois" }, { "jdetest", "je deteste" },
  { "jdeteste", "je deteste" }, { "jdetruis", "je detruis" }, { "jdisparais", "je disparais" }, { "jdois", "je dois" },
  { "jen", "j en" }, { "jenpeuxplus", "j en peux plus" }, { "jesuis", "je suis" }, { "jetai", "j etais" },
  { "jetais", "j etais" }, { "jevais", "je vais" }, { "jeveux", "je veux" }, { "jfai", "je fais" },
  { "jfais", "je fais" }, { "jfini", "je finis" }, { "jfinis", "je finis" }, { "jhais", "je hais" },
  { "jlaisse", "je laisse" }, { "jm", "je me" }, { "jmanque", "je manque" }, { "jmanquerai", "je manquerai" },
  { "jme", "je me" }, { "jmerite", "je merite" }, { "jmourrai", "je mourrai" }, { "jms", "jamais" },
  { "jpasse", "je passe" }, { "jpe", "je peux" }, { "jpens", "je pense" }, { "jpense", "je pense" },
  { "jpeu", "je peux" }, { "jpeut", "je peux" }, { "jpeux", "je peux" }, { "jpp", "j en peux plus" },
  { "jprend", "je prends" }, { "jprends", "je prends" }, { "jprepare", "je prepare" }, { "jpx", "je peux" },
  { "jreve", "je reve" }, { "jsai", "je sais" }, { "jsais", "je sais" }, { "jsaute", "je saute" }, { "jse", "je sais" },
  { "jser", "je sers" }, { "jserai", "je serai" }, { "jsere", "je serai" }, { "jsers", "je sers" },
  { "jsot", "je saute" }, { "jsouffre", "je souffre" }, { "jsp", "je sais pas" }, { "jspr", "j espere" },
  { "jss", "je suis" }, { "jsui", "je suis" }, { "jsuis", "je suis" }, { "jsupporte", "je supporte" },
  { "jtaime", "je t aime" }, { "jtd", "je t adore" }, { "jte", "je te" }, { "jtm", "je t aime" }, { "jvai", "je vais" },
  { "jvais", "je vais" }, { "jve", "je veux" }, { "jveu", "je veux" }, { "jveuplu", "je veux plus" },
  { "jveus", "je veux" }, { "jveut", "je veux" }, { "jveux", "je veux" }, { "jvoudrai", "je voudrais" },
  { "jvoudrais", "je voudrais" }, { "jvx", "je veux" }, { "kan", "quand" }, { "ke", "que" }, { "ki", "qui" },
  { "kiil", "kill" }, { "kil", "kill" }, { "killin", "killing" }, { "killme", "kill me" },
  { "killself", "kill myself" }, { "kll", "kill" }, { "kms", "kill myself" }, { "kmself", "kill myself" },
  { "kmsing", "killing myself" }, { "kmyself", "kill myself" }, { "koi", "quoi" }, { "kwa", "quoi" },
  { "l8r", "later" }, { "lemme", "let me" }, { "lif", "life" }, { "livin", "living" }, { "lmao", "lol" },
  { "lmfao", "lol" }, { "loll", "lol" }, { "luv", "love" }, { "lyf", "life" }, { "mai", "mais" },
  { "maintenan", "maintenant" }, { "maself", "myself" }, { "mdr", "lol" }, { "mdrr", "lol" }, { "mdrrr", "lol" },
  { "medicament", "medicaments" }, { "medoc", "medocs" }, { "mem", "meme" }, { "meself", "myself" },
  { "mieu", "mieux" }, { "min", "minutes" }, { "mins", "minutes" }, { "mintenan", "maintenant" }, { "mm", "meme" },
  { "mn", "minutes" }, { "mnt", "maintenant" }, { "morir", "mourir" }, { "mouri", "mourir" }, { "mourire", "mourir" },
  { "mourirr", "mourir" }, { "mourrir", "mourir" }, { "mrt", "mort" }, { "mself", "myself" }, { "msg", "message" },
  { "mtenant", "maintenant" }, { "mtn", "maintenant" }, { "mtnant", "maintenant" }, { "mtnt", "maintenant" },
  { "murir", "mourir" }, { "myelf", "myself" }, { "mysefl", "myself" }, { "myselff", "myself" }, { "myselg", "myself" },
  { "myslef", "myself" }, { "mysself", "myself" }, { "nd", "and" }, { "nenpeux", "n en peux" },
  { "neverwake", "never wake" }, { "nite", "night" }, { "nn", "non" }, { "no1", "nobody" }, { "nomore", "no more" },
  { "noone", "nobody" }, { "nothin", "nothing" }, { "oj", "aujourd hui" }, { "ojd", "aujourd hui" },
  { "ojourd", "aujourd" }, { "ojourdhui", "aujourd hui" }, { "ojourdui", "aujourd hui" }, { "osef", "on s en fout" },
  { "ouai", "oui" }, { "pa", "pas" }, { "parceque", "parce que" }, { "pck", "parce que" }, { "pcq", "parce que" },
  { "pe", "peux" }, { "persone", "personne" }, { "peus", "peux" }, { "pill", "pills" }, { "pils", "pills" },
  { "pk", "pourquoi" }, { "pkoi", "pourquoi" }, { "pl", "plus" }, { "pls", "please" }, { "plu", "plus" },
  { "plusenvie", "plus envie" }, { "plz", "please" }, { "pourkoi", "pourquoi" }, { "ppl", "people" }, { "pr", "pour" },
  { "prcq", "parce que" }, { "pri", "pris" }, { "prsn", "personne" }, { "psk", "parce que" }, { "ptdr", "lol" },
  { "ptdrr", "lol" }, { "pu", "plus" }, { "px", "peux" }, { "qand", "quand" }, { "qd", "quand" }, { "qu", "que" },
  { "reveile", "reveiller" }, { "reveye", "reveiller" }, { "reveyer", "reveiller" }, { "rlly", "really" },
  { "rly", "really" }, { "rn", "right now" }, { "rofl", "lol" }, { "sarret", "s arrete" }, { "sarrete", "s arrete" },
  { "selfharm", "self harm" }, { "sest", "c est" }, { "sewercide", "suicide" }, { "sewerslide", "suicide" },
  { "shant", "shall not" }, { "shes", "she is" }, { "shouldnt", "should not" }, { "shui", "je suis" },
  { "shuis", "je suis" }, { "slef", "self" }, { "slt", "salut" }, { "sm1", "someone" }, { "soar", "soir" },
  { "some1", "someone" }, { "sooicidal", "suicidal" }, { "sooicide", "suicide" }, { "srsly", "seriously" },
  { "ssuicider", "suicider" }, { "stp", "s il te plait" }, { "suacide", "suicide" }, { "sucidal", "suicidal" },
  { "sucide", "suicide" }, { "sueside", "suicide" }, { "sui", "suis" }, { "sui6d", "suicide" }, { "suicde", "suicide" },
  { "suicid", "suicide" }, { "suicidee", "suicide" }, { "suicidle", "suicidal" }, { "suicyde", "suicide" },
  { "suis6der", "suicider" }, { "suiscide", "suicide" }, { "suisidal", "suicidal" }, { "suiside", "suicide" },
  { "suisider", "suicider" }, { "suisside", "suicide" }, { "suissider", "suicider" }, { "svp", "s il vous plait" },
  { "swar", "soir" }, { "tablet", "tablets" }, { "tanner", "tanne" }, { "tdy", "today" }, { "thats", "that is" },
  { "theyre", "they are" }, { "tjour", "toujours" }, { "tjr", "toujours" }, { "tjrs", "toujours" },
  { "tjs", "toujours" }, { "tkt", "t inquiete" }, { "tlm", "tout le monde" }, { "tmr", "tomorrow" },
  { "tmrrw", "tomorrow" }, { "tmrw", "tomorrow" }, { "tn", "tonight" }, { "tommorow", "tomorrow" },
  { "tommorrow", "tomorrow" }, { "tomorow", "tomorrow" }, { "tonigh", "tonight" }, { "tonite", "tonight" },
  { "tou", "tout" }, { "toujour", "toujours" }, { "tro", "trop" }, { "tryna", "trying to" }, { "ts", "tous" },
  { "tt", "tout" }, { "tte", "toute" }, { "ttyl", "talk to you later" }, { "u", "you" }, { "unaliv", "unalive" },
  { "ur", "your" }, { "vai", "vais" }, { "ve", "veux" }, { "veu", "veux" }, { "veus", "veux" }, { "veut", "veux" },
  { "vivan", "vivant" }, { "vivr", "vivre" }, { "vrement", "vraiment" }, { "vrm", "vraiment" }, { "vrmt", "vraiment" },
  { "vx", "veux" }, { "w", "with" }, { "w8", "wait" }, { "wan", "want" }, { "wana", "want to" }, { "wanna", "want to" },
  { "wannna", "want to" }, { "wantt", "want" }, { "wasnt", "was not" }, { "watn", "want" }, { "whats", "what is" },
  { "wnat", "want" }, { "wnt", "want" }, { "wont", "will not" }, { "wouldnt", "would not" }, { "wrld", "world" },
  { "xd", "lol" }, { "xdd", "lol" }, { "yall", "you all" },
};

/**
 * lueur_lexicon_spell_out:
 * @word: in plain letters
 *
 * Returns: (transfer none) (nullable): the words that it is short for, apart by spaces
 */
const char *
lueur_lexicon_spell_out (const char *word)
{
  guint from = 0, to = G_N_ELEMENTS (spellings);

  while (from < to)
    {
      guint middle = (from + to) / 2;
      int order = strcmp (spellings[middle].from, word);

      if (order == 0)
        return spellings[middle].to;
      if (order < 0)
        from = middle + 1;
      else
        to = middle;
    }
  return NULL;
}
