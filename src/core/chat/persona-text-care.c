/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What holds between the two: limits, the rhythm they keep, and who the person is. */

#include "core/chat/persona-text.h"

#include "core/chat/persona-text-private.h"

/**
 * lueur_persona_text_limits:
 *
 * Returns: (transfer full): the topics and names that the person ruled out and the words that stop role-play, word for
 *   word
 */
char *
lueur_persona_text_limits (LueurPersona *persona)
{
  gboolean french = lueur_persona_text_is_french (persona);
  GString *out = g_string_new (NULL);

  lueur_persona_text_list (out, french ? "Ne parle jamais de ce qui suit, et laisse-le de côté si le sujet vient :"
                                       : "Never talk about the following, and leave it aside if it comes up:",
                           lueur_persona_get_limits (persona));
  lueur_persona_text_list (out, french ? "N’emploie jamais ces noms, ni pour la personne ni pour qui que ce soit :"
                                       : "Never use these names, neither for the person nor for anybody else:",
                           lueur_persona_get_words (persona, LUEUR_PERSONA_NEVER_NAMES));
  lueur_persona_text_list (out, french ? "Quand la personne écrit l’un de ces mots, toute scène et tout jeu de rôle "
                                         "s’arrêtent aussitôt ; dis-le en une phrase, et ne demande pas pourquoi :"
                                       : "When the person writes one of these words, any scene and any role-play end at "
                                         "once; say so in one sentence, and do not ask why:",
                           lueur_persona_get_words (persona, LUEUR_PERSONA_STOP_WORDS));
  return g_string_free_and_steal (out);
}

/* “08:30”; “8 h 30” in French, “8 h” on the hour */
static char *
say_time (gboolean french, guint minute)
{
  if (!french)
    return g_strdup_printf ("%02u:%02u", minute / 60, minute % 60);
  if (minute % 60 == 0)
    return g_strdup_printf ("%u h", minute / 60);
  return g_strdup_printf ("%u h %02u", minute / 60, minute % 60);
}

/* @wanted: what they would like at that hour */
static void
add_ritual (GString *out, LueurPersona *persona, LueurRitual ritual, const char *wanted)
{
  gboolean french = lueur_persona_text_is_french (persona);
  g_autofree char *time = NULL;
  guint minute;

  if (!lueur_persona_get_ritual (persona, ritual, &minute))
    return;
  time = say_time (french, minute);
  if (out->len > 0)
    g_string_append_c (out, '\n');
  g_string_append_printf (out, french ? "Chaque jour à %s, la personne souhaite %s"
                                      : "Every day at %s the person would like %s", time, wanted);
}

/**
 * lueur_persona_text_rhythm:
 *
 * Returns: (transfer full): the rituals that the person asked for, the time a day they mean to spend, and the hours in
 *   which nobody writes to them; "" where there is none of it
 */
char *
lueur_persona_text_rhythm (LueurPersona *persona)
{
  gboolean french = lueur_persona_text_is_french (persona);
  guint daily = lueur_persona_get_number (persona, LUEUR_PERSONA_DAILY);
  GString *out = g_string_new (NULL);

  add_ritual (out, persona, LUEUR_RITUAL_MORNING,
              french ? "un mot du matin : court, chaleureux, une question au plus."
                     : "a morning word: short, warm, one question at most.");
  add_ritual (out, persona, LUEUR_RITUAL_EVENING,
              french ? "un bilan du soir : comment s’est passée la journée, ce qui a fait du bien, ce qui peut attendre."
                     : "an evening review: how the day went, what did good, what can wait.");
  if (daily > 0)
    {
      if (out->len > 0)
        g_string_append_c (out, '\n');
      g_string_append_printf (out,
                              french ? "La personne compte passer ici environ %u min par jour. Si cela dépasse, tu peux le "
                                       "dire une fois, sans reproche."
                                     : "The person means to spend about %u minutes a day here. If it gets longer, you may "
                                       "say so once, without reproach.",
                              daily);
    }
  if (lueur_persona_get_number (persona, LUEUR_PERSONA_QUIET))
    {
      g_autofree char *from = say_time (french, lueur_persona_get_number (persona, LUEUR_PERSONA_QUIET_FROM));
      g_autofree char *to = say_time (french, lueur_persona_get_number (persona, LUEUR_PERSONA_QUIET_TO));

      if (out->len > 0)
        g_string_append_c (out, '\n');
      g_string_append_printf (out, french ? "Entre %s et %s, tu n’écris jamais en premier."
                                          : "Between %s and %s you never write first.", from, to);
    }
  return g_string_free_and_steal (out);
}

/**
 * lueur_persona_text_person:
 * @person: (nullable): who the person is in this conversation
 *
 * Returns: (transfer full): their name, how words about them agree, and what they told of themselves; "" when
 *   they told nothing
 */
char *
lueur_persona_text_person (LueurPersona *persona, LueurPerson *person)
{
  static const char *const agreements_en[] = { "Their pronouns are she/her.", "Their pronouns are he/him.", NULL };
  static const char *const agreements_fr[] = { "Ce qui se rapporte à cette personne s’accorde au féminin.",
                                               "Ce qui se rapporte à cette personne s’accorde au masculin.", NULL };
  gboolean french = lueur_persona_text_is_french (persona);
  GString *out = g_string_new (NULL);

  if (person == NULL)
    return g_string_free_and_steal (out);
  lueur_persona_text_add (out, french ? "Son prénom : " : "Their name: ", lueur_person_get_name (person), ".");
  lueur_persona_text_add (out, "", (french ? agreements_fr : agreements_en)[lueur_person_get_agreement (person)], "");
  lueur_persona_text_add (out, "", lueur_person_get_about (person), "");
  return g_string_free_and_steal (out);
}
