/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one reply of the built-in companion costs: to a message of 1 KB after a talk of sixty turns, and
 * to a short one, with the tables made anew each time (cold) and not (warm). */

#include <stdio.h>
#include <stdlib.h>

#include "core/echo/echo.h"

#define N_TURNS 121
#define ROUNDS 60

static int
compare (const void *a, const void *b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

static gint64
median (gint64 *values, guint n)
{
  qsort (values, n, sizeof *values, compare);
  return values[n / 2];
}

static gint64
measure (LueurPersona *persona, const LueurEchoTurn *turns, guint n, gboolean cold)
{
  gint64 times[ROUNDS];
  LueurEcho *echo = lueur_echo_new (persona, NULL, 1);

  g_free (lueur_echo_reply (echo, turns, n, 0));
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      LueurEcho *engine = cold ? lueur_echo_new (persona, NULL, i) : echo;

      g_free (lueur_echo_reply (engine, turns, n, cold ? 0 : i % 4));
      if (cold)
        lueur_echo_free (engine);
      times[i] = g_get_monotonic_time () - start;
    }
  lueur_echo_free (echo);
  return median (times, ROUNDS);
}

int
main (int argc, char **argv)
{
  static const char *const lines[] = {
    "je suis fatigué de mon travail", "ma sœur Julie me manque beaucoup", "hier j’ai vu mon médecin", "oui", "je ne sais pas",
    "mon chef m’a crié dessus devant tout le monde", "ça va un peu mieux", "tu crois ?", "j’ai peur de l’examen", "ok",
  };
  LueurPersona *persona = lueur_persona_new ();
  LueurEchoTurn turns[N_TURNS];
  GString *kilobyte = g_string_new (NULL);
  gint64 cold, warm, brief;

  g_object_set (persona, "language", "fr", "name", "Ambre", NULL);
  while (kilobyte->len < 1000)
    g_string_append_printf (kilobyte, "%s, et %s. ", lines[kilobyte->len % 3], lines[kilobyte->len % 7]);
  for (guint i = 0; i < N_TURNS; i++)
    turns[i] = (LueurEchoTurn){ i % 2 == 0, i % 2 == 0 ? lines[i / 2 % G_N_ELEMENTS (lines)] : "Et comment c’était ?" };
  turns[N_TURNS - 1].text = kilobyte->str;

  cold = measure (persona, turns, N_TURNS, TRUE);
  warm = measure (persona, turns, N_TURNS, FALSE);
  brief = measure (persona, turns, 1, FALSE);
  printf ("{\"cold_us\": %" G_GINT64_FORMAT ", \"warm_us\": %" G_GINT64_FORMAT ", \"first_us\": %" G_GINT64_FORMAT "}\n", cold, warm, brief);
  g_string_free (kilobyte, TRUE);
  g_object_unref (persona);
  return 0;
}
