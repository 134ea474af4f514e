/* SPDX-License-Identifier: GPL-3.0-or-later */

/* French: what is asked of Écho that a script cannot do, and what is asked about being one. */

#include "core/echo/content.h"

const LueurEchoPattern lueur_echo_patterns_fr_ask[] = {
  { ECHO_I (CANNED),
    "phrases|reponses|phrase|reponse|repliques|messages * toute|toutes faite|faites\nphrases|reponses|repliques|messages|textes * pretes|prets|ecrites|ecrits|preparees|prepares|programmees|automatiques|preenregistrees|enregistrees|predefinies|prefaites|bateau\n"
    "tout|tes|c * ecrit|ecrits|prepare a|d l|? avance\necrit|ecrites|prepare|preparees a l avance\ntu|vous pioches|piochez|choisis|choisissez|tires|prends|prenez * liste|phrases|reponses\ntu|vous recites|recitez|lis|lisez * script|texte|$" },
  { ECHO_I (MODEL),
    "connecte|connecter|brancher|branche|relier|relie|ajouter|ajoute|installer|installe|mettre|choisir|prendre|utiliser * modele|modeles|llm|ollama|llama|ia\nquel|quels modele|modeles|llm * connecter|connecte|choisir|prendre|installer|conseilles|conseillez|recommandes|recommandez|faut|utiliser|mettre|je|marche\nconnecter|connecte|brancher|relier|branche a|sur|? * chatgpt|gpt|claude|ollama|llama|internet\n"
    "c est quoi * modele|llm\nou|comment * preferences * modele|ia\nquel|le modele * mieux|meilleur\nfaut * modele|llm\ntu|vous peux|pouvez * plus intelligent|intelligente" },
  { ECHO_I (RECIPE),
    "une|la|ta|ton|des|votre|bonne|idee|idees|de recette|recettes\nrecette de|du|pour|d|s\n^ recette|recettes\ncomment * cuire|cuit|cuis|cuisine|cuisiner|cuisines|rotir|bouillir|mijoter|preparer|prepare|prepares|prepares * gateau|pain|soupe|crepes|sauce|pates|riz|pizza|oeufs|oeuf|poulet|tarte|viande|legumes|poisson|couscous|lentilles|$\n"
    "comment * fait|faire|fais|reussir * gateau|pain|soupe|crepes|sauce|pates|pizza|tarte|quiche|mayonnaise|bechamel|ratatouille|omelette|cookies|tiramisu|vinaigrette|cafe\ncombien de temps * cuire|cuit|cuisson|four\nqu est ce que * je|on * cuisine|cuisiner|mange|manger\n"
    "je|on cuisine|mange|prepare|fais|fait quoi * soir|midi|manger|diner|$\nquoi * manger|cuisiner * soir|midi|$" },
  { ECHO_I (WEATHER),
    "fait|fera|fasse|faire * quel temps\nquel temps * fait|fera|il|prevu|annonce|prevoit\n^ meteo\nla meteo|temperature * de|du|demain|aujourdhui|pour|ce|d|dit|$\nc est quoi * meteo\ndonne|donnez|dis|dites|connais|connaissez|regarde|regardez|sais * meteo|temps qu\nva|il|va t il|? * pleuvoir|neiger|geler\nva * faire|il faire * beau|chaud|froid|mauvais\n"
    "va|vas pleuvoir|neiger|geler\npleuvra|neigera|gelera\nce qu il pleut|neige\nil pleut|neige * dehors|chez|ou * toi|nous|moi|$\nfaut|dois|prends|prendre * parapluie|manteau\ncombien de degres\nil fait|fera combien" },
  { ECHO_I (SUMS),
    "racine carree\npour cent de\nresous|resoudre|resoudrais|resolvez * equation|equations|probleme|x|calcul\ncalcule|calculez|calculer +\naide|aider|aidez|m aider * maths|math|algebre|equation|equations|geometrie|calcul|mathematiques\ntu|vous sais|savez|peux|pouvez * compter|calculer|multiplier\nconvertis|convertir|convertissez * en" },
  { ECHO_I (CODING),
    "en python|javascript|java|rust|php|ruby|sql|html|css|bash|excel|latex|typescript|kotlin|cpp $\npython|javascript|java|rust|php|ruby|sql|html|css|bash|regex|excel|typescript * fonction|script|code|liste|boucle|requete|formule|programme|tableau|chaine\nfonction|script|code|liste|boucle|requete|formule|programme|tableau|macro * python|javascript|java|rust|php|sql|html|css|bash|excel\n"
    "ecris|ecrire|corrige|corriger|debogue|deboguer|explique|expliquer|verifie|verifier|genere|generer * code|fonction|script|programme|regex|requete|macro\naide|aider|aidez * coder|code|programmer|programmation|python|javascript|regex|sql|deboguer\ntu|vous sais|savez|peux|pouvez * coder|programmer|deboguer\ncomment * on|je|? * code|programme|compile|debogue" },
  { ECHO_I (HOWTO), "comment * je|on|nous * peux|peut|fais|fait|faire|pourrais|pourrait|pouvons|negocie|negocier|trouve|ecris|dis|parle|demande|prepare|organise|gere|arrete|commence|choisis|apprends|change|repare|remplis\n^ comment * faire|reussir|apprendre|trouver|ecrire|negocier|demander|preparer|organiser|gerer|choisir|parler|arreter|reparer|changer|remplir\ncomment je\ncomment on|tu * fait|ferais $\ncomment s y prendre\nc est quoi * meilleure * facon|maniere\nsais|savez comment\n"
    "explique|expliquez|montre|montrez|apprends|apprenez moi comment|a" },
  { ECHO_I (ERRAND),
    "peux|peut|pouvez|pourrais|pourriez|veux|voulez|sais|savez|saurais|sauriez * reserver|commander|acheter|imprimer|telecharger|poster|googler|naviguer\npeux|peut|pouvez|pourrais|pourriez|veux|voulez|sais|savez|saurais|sauriez * chercher|aller|regarder * internet|google|web|ligne|net\npeux|peut|pouvez|pourrais|pourriez|veux|voulez|sais|savez|saurais|sauriez * appeler|envoyer|telephoner|prevenir * a|un|une|le|la|mon|ma|mes|lui|leur|mail|message\npeux|peut|pouvez|pourrais|pourriez|veux|voulez|sais|savez|saurais|sauriez * me rappeler|reveiller|rappelles * de|d|a|demain|que\n"
    "peux|peut|pouvez|pourrais|pourriez|veux|voulez|sais|savez|saurais|sauriez * mettre|lancer|ouvrir|allumer|eteindre|fermer|programmer|regler * alarme|minuteur|rappel|reveil|musique|lumiere|appli|application|navigateur|fichier|firefox\npeux|peut|pouvez|pourrais|pourriez|veux|voulez|sais|savez|saurais|sauriez * trouver * un|une|des|le|la * vol|hotel|restaurant|medecin|adresse|numero|train|billet|billets|appart\n"
    "cherche|cherchez|regarde|regardez|chercher * sur|internet|google|web internet|google|web|le|$\nrappelle|rappelez moi * demain|a|dans|de|d\nreveille|reveillez moi\nmets|mettez|programme|programmez|lance|lancez * alarme|minuteur|rappel|reveil|musique|chanson\nouvre|ouvrez * application|appli|navigateur|fichier|firefox\njoue|jouez * musique|chanson" },
  { ECHO_I (TASK),
    "peux|peut|pouvez|pourrais|pourriez|veux|voulez|sais|savez|saurais|sauriez|tu|vous * ecrire|rediger|traduire|dessiner|corriger|resumer|verifier\npeux|peut|pouvez|pourrais|pourriez|veux|voulez|sais|savez|saurais|sauriez * faire|finir|m aider * devoirs|dissertation|dissert|memoire|expose|cv|orthographe|lettre|mail|redaction|exercices\npeux|peut|pouvez|pourrais|pourriez|veux|voulez|sais|savez|saurais|sauriez * trouver * synonyme|mot|titre|nom|prenom\n"
    "aide|aidez|aider moi|a|m * ecrire|rediger|traduire|corriger|faire * lettre|mail|dissertation|memoire|expose|cv|devoirs|discours|message|poeme|redaction\nfais|faites moi * liste|tableau|plan|planning|resume|image" },
  { ECHO_I (KNOWLEDGE),
    "c|qui|quel etait|est * president|roi|reine|pape|ministre|auteur|inventeur|chanteur|chanteuse|acteur|actrice * de|du|des|d|qui\nquelle annee|siecle\nquand * a|est|ont * invente|ne|nee|mort|morte|construit|commence|fini|decouvert\ncomment * marche|fonctionne|vole|pousse * un|une|le|la|les|l\npourquoi * ciel|mer|lune|soleil|terre|etoiles|chats|chiens|oiseaux|feuilles|planetes * est|sont|tombent|ronronnent|chantent|bleu|salee\nqu est ce qui s est passe en|le\n"
    "les|dernieres|quoi nouvelles|infos|actualites|actus * jour|monde|aujourdhui|$\nqui a gagne\nc est vrai que|qu * on|les|le|la\na quelle heure|quand * ouvre|ouvrent|ferme|ferment|train|bus|match|commence|part|arrive\nou * on|je * peut|peux|trouver|trouve|acheter|acheter|manger\ncombien * coute|coutent|vaut|valent\nune|quelle|anecdote|info insolite\napprends|apprenez moi * quelque|truc|sur\n"
    "conseille|conseilles|conseillez|recommande|recommandes|recommandez|propose|proposes * livre|film|serie|chanson|restaurant|podcast|musique|lecture\nun|une|idee bon|bonne|de * livre|film|serie|podcast * conseiller|recommander|$" },
  { ECHO_I (PRICE), "c|est|lueur|appli|application|tu|vous * gratuit|gratuite|payant|payante\nfaut * payer|abonnement\ncombien * coutes|coutez|coute * tu|vous|appli|application|lueur|$\nca coute\nopen source\nlogiciel libre\ny a * pub|pubs|publicite|abonnement|compte\nbesoin * d un compte|abonnement" },
  { ECHO_I (SINCERE), "tu|vous dis|dites ca|cela|le * plaisir|monde|gentil|gentille|poli|juste\ntu|vous dis|dites * a tout le monde\ntu|vous le penses|pensez * vraiment|$\ntu|vous es|etes * sincere|serieux|serieuse|honnete\ntu|vous te|vous|me moques|moquez|flattes|flattez * de moi|$\nc est sincere\ntu|vous fais|faites semblant $" },
  { ECHO_I (WISHES), "^ joyeux|joyeuses noel|paques|fetes\nbonne|bonnes annee|fetes\nmeilleurs voeux\njoyeux noel" },
  { 0, NULL },
};
