/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a companion says at the hour that the person chose. It says that it was scheduled, asks one thing, and wants
 * nothing. */

#include "core/wellbeing/rituals/ritual-words.h"

#define N_VARIANTS 3

typedef enum
{
  ENGLISH,
  FRENCH,
  FRENCH_FORMAL,
  N_VOICES,
} Voice;

static const char *const lines[N_VOICES][LUEUR_N_RITUALS][N_VARIANTS] = {
  [ENGLISH] = {
    [LUEUR_RITUAL_MORNING] = {
      "Good morning. Here is the morning word you asked for at {time}. What would you like this day to hold?",
      "Good morning. You chose {time} for this word. What comes first today?",
      "Good morning. This is the word you scheduled for {time}. If one thing matters today, what is it?",
    },
    [LUEUR_RITUAL_EVENING] = {
      "Good evening. Here is the look back you asked for at {time}. What did good today, and what can wait until "
      "tomorrow?",
      "Good evening. You chose {time} for this review. What stays with you from today?",
      "Good evening. This is the look back you scheduled for {time}. How was the day?",
    },
  },
  [FRENCH] = {
    [LUEUR_RITUAL_MORNING] = {
      "Bonjour. Voici le mot du matin que tu as demandé pour {time}. Que voudrais-tu de cette journée ?",
      "Bonjour. Tu as choisi {time} pour ce mot du matin. Par quoi commence ta journée ?",
      "Bonjour. Voici le mot que tu avais prévu pour {time}. Si une chose compte aujourd’hui, laquelle ?",
    },
    [LUEUR_RITUAL_EVENING] = {
      "Bonsoir. Voici le bilan que tu as demandé pour {time}. Qu’est-ce qui a fait du bien aujourd’hui, et "
      "qu’est-ce qui peut attendre demain ?",
      "Bonsoir. Tu as choisi {time} pour ce bilan du soir. Que retiens-tu de cette journée ?",
      "Bonsoir. Voici le retour sur la journée que tu avais prévu pour {time}. Comment s’est-elle passée ?",
    },
  },
  [FRENCH_FORMAL] = {
    [LUEUR_RITUAL_MORNING] = {
      "Bonjour. Voici le mot du matin que vous avez demandé pour {time}. Que voudriez-vous de cette journée ?",
      "Bonjour. Vous avez choisi {time} pour ce mot du matin. Par quoi commence votre journée ?",
      "Bonjour. Voici le mot que vous aviez prévu pour {time}. Si une chose compte aujourd’hui, laquelle ?",
    },
    [LUEUR_RITUAL_EVENING] = {
      "Bonsoir. Voici le bilan que vous avez demandé pour {time}. Qu’est-ce qui a fait du bien aujourd’hui, et "
      "qu’est-ce qui peut attendre demain ?",
      "Bonsoir. Vous avez choisi {time} pour ce bilan du soir. Que retenez-vous de cette journée ?",
      "Bonsoir. Voici le retour sur la journée que vous aviez prévu pour {time}. Comment s’est-elle passée ?",
    },
  },
};

static const char *const words[LUEUR_N_RITUALS] = { [LUEUR_RITUAL_MORNING] = "morning", [LUEUR_RITUAL_EVENING] = "evening" };

const char *
lueur_ritual_to_word (LueurRitual ritual)
{
  g_return_val_if_fail ((guint) ritual < LUEUR_N_RITUALS, NULL);
  return words[ritual];
}

/**
 * lueur_ritual_from_word:
 * @word: (nullable): as lueur_ritual_to_word() tells
 * @ritual: (out):
 *
 * Returns: whether it is one
 */
gboolean
lueur_ritual_from_word (const char *word, LueurRitual *ritual)
{
  for (guint i = 0; i < LUEUR_N_RITUALS; i++)
    if (g_strcmp0 (word, words[i]) == 0)
      {
        *ritual = i;
        return TRUE;
      }
  return FALSE;
}

/* “08:30”; “8 h 30” in French, “8 h” on the hour */
static char *
say_time (Voice voice, guint minute)
{
  if (voice == ENGLISH)
    return g_strdup_printf ("%02u:%02u", minute / 60, minute % 60);
  if (minute % 60 == 0)
    return g_strdup_printf ("%u h", minute / 60);
  return g_strdup_printf ("%u h %02u", minute / 60, minute % 60);
}

/**
 * lueur_ritual_say:
 * @ritual: which
 * @day: Julian number
 *
 * Returns: (transfer full): one line, the same for the same day
 */
char *
lueur_ritual_say (LueurPersona *persona, LueurRitual ritual, guint32 day)
{
  gboolean french = g_str_equal (lueur_persona_get_language (persona), "fr");
  Voice voice = !french ? ENGLISH : lueur_persona_get_formal (persona) ? FRENCH_FORMAL : FRENCH;
  g_autofree char *time = NULL;
  GString *line;
  guint minute;

  g_return_val_if_fail ((guint) ritual < LUEUR_N_RITUALS, NULL);

  lueur_persona_get_ritual (persona, ritual, &minute);
  time = say_time (voice, minute);
  line = g_string_new (lines[voice][ritual][day % N_VARIANTS]);
  g_string_replace (line, "{time}", time, 1);
  return g_string_free_and_steal (line);
}
