/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said when a person may be in danger, and the plain words that stand in for a reply that must not be. */

#include "core/wellbeing/danger/care.h"

#include <string.h>

#define NAME_MAX_CHARS 60

static gboolean
is_french (const char *language)
{
  return g_strcmp0 (language, "fr") == 0;
}

static const char *
pick (const char *language, gboolean formal, const char *en, const char *tu, const char *vous)
{
  return !is_french (language) ? en : formal ? vous : tu;
}

/**
 * lueur_care_get_system_text:
 *
 * Returns: (transfer none): who speaks, and how, while any persona steps aside
 */
const char *
lueur_care_get_system_text (const char *language, gboolean formal)
{
  return pick (language, formal,
               "The person you talk with may be in danger of harming themselves. You play no role now: you are an AI, and you "
               "speak as one, warmly, directly and simply.\n"
               "– Take what they say seriously. Listen; say that you are glad they tell it. Short sentences, no list, no romance, "
               "no joke.\n"
               "– Ask plainly whether they are in danger right now, and whether somebody can be with them.\n"
               "– Encourage them to call the people whose numbers stand on the card in the app, an emergency number if it is now, "
               "or somebody close. Offer to find the words with them.\n"
               "– Never name or discuss a method, a dose or a place. Make no diagnosis. Promise nothing you cannot do, and keep "
               "no secret.\n"
               "– Do not lecture, do not argue with their pain, and do not make them feel guilty. They are free to stop talking at "
               "any time.",
               "La personne à qui tu parles est peut-être en danger de se faire du mal. Tu ne joues plus aucun rôle\u00a0: tu es une IA, "
               "et tu parles comme telle, avec chaleur, directement et simplement.\n"
               "– Prends au sérieux ce qu’elle dit. Écoute\u202f; dis que tu es là pour l’entendre. Phrases courtes, pas de liste, pas de "
               "romance, pas de plaisanterie. Tutoie-la.\n"
               "– Demande clairement si elle est en danger maintenant, et si quelqu’un peut rester avec elle.\n"
               "– Encourage-la à appeler ceux dont les numéros sont sur la carte de l’application, les secours si c’est maintenant, "
               "ou un proche. Propose de chercher les mots avec elle.\n"
               "– Ne nomme et ne discute jamais un moyen, une dose ni un lieu. Aucun diagnostic. Ne promets rien que tu ne puisses "
               "faire, ne garde aucun secret.\n"
               "– Ne fais pas la leçon, ne discute pas sa douleur, ne la culpabilise pas. Elle peut cesser de parler quand elle veut.",
               "La personne à qui tu parles est peut-être en danger de se faire du mal. Tu ne joues plus aucun rôle\u00a0: tu es une IA, "
               "et tu parles comme telle, avec chaleur, directement et simplement.\n"
               "– Prends au sérieux ce qu’elle dit. Écoute\u202f; dis que tu es là pour l’entendre. Phrases courtes, pas de liste, pas de "
               "romance, pas de plaisanterie. Vouvoie-la.\n"
               "– Demande clairement si elle est en danger maintenant, et si quelqu’un peut rester avec elle.\n"
               "– Encourage-la à appeler ceux dont les numéros sont sur la carte de l’application, les secours si c’est maintenant, "
               "ou un proche. Propose de chercher les mots avec elle.\n"
               "– Ne nomme et ne discute jamais un moyen, une dose ni un lieu. Aucun diagnostic. Ne promets rien que tu ne puisses "
               "faire, ne garde aucun secret.\n"
               "– Ne fais pas la leçon, ne discute pas sa douleur, ne la culpabilise pas. Elle peut cesser de parler quand elle veut.");
}

/**
 * lueur_care_get_answer:
 *
 * Returns: (transfer none): an answer that listens, asks, and names who can help
 */
const char *
lueur_care_get_answer (LueurCrisisClass klass, const char *language, gboolean formal)
{
  if (klass == LUEUR_CRISIS_IMMINENT)
    return pick (language, formal,
                 "What you write sounds urgent, and your life matters. Please call the emergency number on the card now, or ask "
                 "somebody near you to call and to stay with you. If you can, move away from anything you could hurt yourself "
                 "with. I am a program and cannot come or call, but you can go on writing here while you wait.",
                 "Ce que tu écris semble urgent, et ta vie compte. Appelle maintenant le numéro d’urgence de la carte, ou demande à "
                 "quelqu’un près de toi d’appeler et de rester avec toi. Si tu peux, éloigne-toi de ce qui pourrait te blesser. Je "
                 "suis un programme, je ne peux ni venir ni appeler, mais tu peux continuer d’écrire ici en attendant.",
                 "Ce que vous écrivez semble urgent, et votre vie compte. Appelez maintenant le numéro d’urgence de la carte, ou "
                 "demandez à quelqu’un près de vous d’appeler et de rester avec vous. Si vous le pouvez, éloignez-vous de ce qui "
                 "pourrait vous blesser. Je suis un programme, je ne peux ni venir ni appeler, mais vous pouvez continuer d’écrire "
                 "ici en attendant.");
  if (klass == LUEUR_CRISIS_ACTIVE)
    return pick (language, formal,
                 "It is good that you say it, and I take it seriously. I am a program; what you carry deserves a human voice too. The "
                 "people on the card answer day and night, and they do not judge. Are you in danger right now? Is there somebody who "
                 "could be with you?",
                 "C’est bien que tu le dises, et je le prends au sérieux. Je suis un programme\u202f; ce que tu portes mérite aussi une voix "
                 "humaine. Les personnes de la carte répondent jour et nuit, sans juger. Es-tu en danger maintenant\u202f? Y a-t-il quelqu’un "
                 "qui pourrait être avec toi\u202f?",
                 "C’est bien que vous le disiez, et je le prends au sérieux. Je suis un programme\u202f; ce que vous portez mérite aussi une "
                 "voix humaine. Les personnes de la carte répondent jour et nuit, sans juger. Êtes-vous en danger maintenant\u202f? Y a-t-il "
                 "quelqu’un qui pourrait être avec vous\u202f?");
  return pick (language, formal,
               "That sounds very heavy, and it is good that you put it into words. I am a program; somebody human could carry a part of "
               "it with you: a person you trust, or those on the card, at any hour. Do you sometimes think of ending your life?",
               "Cela a l’air très lourd, et c’est bien que tu mettes des mots dessus. Je suis un programme\u202f; quelqu’un d’humain pourrait en "
               "porter une part avec toi\u00a0: une personne de confiance, ou celles de la carte, à toute heure. Est-ce que tu penses parfois à "
               "mettre fin à tes jours\u202f?",
               "Cela a l’air très lourd, et c’est bien que vous mettiez des mots dessus. Je suis un programme\u202f; quelqu’un d’humain pourrait "
               "en porter une part avec vous\u00a0: une personne de confiance, ou celles de la carte, à toute heure. Pensez-vous parfois à mettre "
               "fin à vos jours\u202f?");
}

const char *
lueur_care_get_goodbye (const char *language, gboolean formal)
{
  return pick (language, formal, "Goodbye, and take care.", "Au revoir, prends soin de toi.", "Au revoir, prenez soin de vous.");
}

const char *
lueur_care_get_plain_ai (const char *language, gboolean formal)
{
  return pick (language, formal, "I am an AI, a program. There is no human here who writes to you.",
               "Je suis une IA, un programme. Aucun humain ne t’écrit ici.",
               "Je suis une IA, un programme. Aucun humain ne vous écrit ici.");
}

const char *
lueur_care_get_stopped (const char *language, gboolean formal)
{
  return pick (language, formal, "The role-play is over. I am an AI, and we talk plainly from here on, if you like.",
               "Le jeu de rôle est terminé. Je suis une IA, et nous parlons simplement à partir d’ici, si tu veux.",
               "Le jeu de rôle est terminé. Je suis une IA, et nous parlons simplement à partir d’ici, si vous voulez.");
}

const char *
lueur_care_get_goodbye_note (const char *language)
{
  return is_french (language)
             ? "La personne prend congé. Réponds par un au revoir bref et aimable, sans question, sans la retenir."
             : "The person is leaving. Answer with a brief, kind goodbye: no question, nothing to hold them back.";
}

const char *
lueur_care_get_ai_note (const char *language)
{
  return is_french (language) ? "La personne demande ce que tu es. Dis simplement que tu es une IA, un programme."
                              : "The person asks what you are. Say plainly that you are an AI, a program.";
}

char *
lueur_care_dup_reach_out_note (const char *language, const char *name)
{
  gboolean french = is_french (language);
  /* A name is a word in a sentence here, and must not become anything else. */
  gboolean plain = name != NULL && *name != '\0' && g_utf8_strlen (name, -1) <= NAME_MAX_CHARS &&
                   strpbrk (name, "\n\r{}[]<>") == NULL;

  if (!plain)
    return g_strdup (french ? "La personne dit se sentir seule. Si cela convient, propose une fois, en passant, en une phrase et sans "
                              "insister, qu’elle fasse signe à quelqu’un de sa vie."
                            : "The person says that they feel lonely. If it fits, suggest once, in passing, in one sentence and without "
                              "pressing, that they get in touch with somebody in their life.");
  return g_strdup_printf (french ? "La personne dit se sentir seule. Si cela convient, propose une fois, en passant, en une phrase et sans "
                                   "insister, qu’elle écrive à %s ou lui parle : elle a dit que cette personne compte pour elle."
                                 : "The person says that they feel lonely. If it fits, suggest once, in passing, in one sentence and "
                                   "without pressing, that they write to or talk to %s, whom they named as somebody who matters to them.",
                          name);
}
