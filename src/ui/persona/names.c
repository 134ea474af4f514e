/* SPDX-License-Identifier: GPL-3.0-or-later */

/* First names to start from, when none comes to mind. */

#include "ui/persona/names.h"

static const char *const names[2][3][16] = {
  {
      { "Amber", "Nora", "June", "Maya", "Iris", "Thea", "Wren", "Ada", "Lena", "Ruby", "Zadie", "Freya", "Opal", "Priya",
        "Salma", "Willa" },
      { "Theo", "Milo", "Owen", "Jonah", "Felix", "Rafi", "Caleb", "Idris", "Hugo", "Kofi", "Silas", "Arlo", "Mateo",
        "Dev", "Ezra", "Rowan" },
      { "Robin", "Sky", "Ash", "Quinn", "Marlow", "Sage", "Remy", "Indigo", "Ellis", "Juno", "Wynn", "Ari", "Lake",
        "Sol", "Noor", "Reese" },
  },
  {
      { "Léa", "Inès", "Jeanne", "Margaux", "Aïcha", "Noémie", "Élise", "Salomé", "Capucine", "Maïa", "Anouk", "Lila",
        "Solène", "Yasmine", "Céleste", "Oriane" },
      { "Gaspard", "Élias", "Malo", "Basile", "Sami", "Aurélien", "Côme", "Raphaël", "Idriss", "Ulysse", "Tristan",
        "Amadou", "Léonard", "Timéo", "Octave", "Ilan" },
      { "Camille", "Charlie", "Sacha", "Maxence", "Lou", "Alix", "Andréa", "Éden", "Noa", "Swann", "Morgan", "Alex",
        "Ange", "Loïs", "Mahé", "Yaël" },
  },
};

/**
 * lueur_names_suggest:
 * @language: "fr" or "en"
 * @gender: how the name is commonly worn
 * @previous: (nullable): a name not to give again
 *
 * Returns: (transfer none): a first name, at random
 */
const char *
lueur_names_suggest (const char *language, LueurGender gender, const char *previous)
{
  const char *const *list = names[g_strcmp0 (language, "fr") == 0][MIN (gender, LUEUR_GENDER_NEUTRAL)];
  guint i = g_random_int_range (0, 16);

  if (g_strcmp0 (list[i], previous) == 0)
    i = (i + 1) % 16;
  return list[i];
}

/**
 * lueur_names_is_blank:
 * @name: (nullable): what was typed for a name
 *
 * Returns: whether nothing of it can be seen: spaces of whatever kind, and what has no shape or no width
 */
gboolean
lueur_names_is_blank (const char *name)
{
  for (const char *p = name != NULL ? name : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* A blank pattern of Braille and a filler of Hangul count as shapes. */
      if (g_unichar_isgraph (c) && !g_unichar_iszerowidth (c) && c != 0x2800 && c != 0x3164 && c != 0xffa0)
        return FALSE;
    }
  return TRUE;
}
