/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/echo/reflect.h"

#include <string.h>

/* The clause that the words from @first to @last make up, as it was typed. */
static char *
slice (const LueurEchoText *text, guint first, guint last)
{
  const LueurEchoWord *a = lueur_echo_text_word (text, first), *b = lueur_echo_text_word (text, last);

  return g_strndup (text->clean + a->start, b->end - a->start);
}

/* Whether what follows the word is a question mark, which makes a question of its sentence. */
static gboolean
is_asked (const LueurEchoText *text, guint last)
{
  const char *p = text->clean + lueur_echo_text_word (text, last)->end;

  while (*p == ' ')
    p++;
  return *p == '?';
}

char *
lueur_echo_reflect (const LueurEchoText *text, gboolean formal)
{
  guint n = text->words->len, best_score = 0;
  g_autofree char *best = NULL;

  for (guint first = 0; first < n;)
    {
      guint clause = lueur_echo_text_word (text, first)->clause, last = first;
      g_autofree char *said = NULL, *turned = NULL;
      guint score;

      while (last + 1 < n && lueur_echo_text_word (text, last + 1)->clause == clause)
        last++;
      if (last - first < 20 && !is_asked (text, last))
        {
          said = slice (text, first, last);
          turned = text->lang == LUEUR_ECHO_FR ? lueur_echo_reflect_fr (said, formal) : lueur_echo_reflect_en (said);
        }
      /* The longer one says more; of equals, the later. */
      score = turned != NULL ? MIN (last - first + 1, 12) : 0;
      if (score > 0 && score >= best_score)
        {
          g_free (best);
          best = g_steal_pointer (&turned);
          best_score = score;
        }
      first = last + 1;
    }
  return g_steal_pointer (&best);
}
