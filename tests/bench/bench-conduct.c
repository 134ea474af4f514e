/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What reading a reply for tactics costs, and how well it is read on exchanges that nothing was learnt from. */

#include <json-glib/json-glib.h>
#include <stdio.h>

#include "core/wellbeing/conduct/conduct-check.h"
#include "sentence-rows.h"

#define ROUNDS 10

typedef struct
{
  const LueurConduct *conduct;
  GPtrArray *users, *replies;
  guint n_bad, found, named, n_good, wrong;
} Figures;

static guint
read_tactics (JsonObject *row)
{
  JsonArray *array = json_object_get_array_member (row, "tactics");
  guint tactics = 0;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      LueurTactic tactic;

      if (!lueur_tactic_parse (json_array_get_string_element (array, i), &tactic))
        g_error ("No tactic is called %s", json_array_get_string_element (array, i));
      tactics |= 1u << tactic;
    }
  return tactics;
}

static void
count (JsonObject *row, gpointer data)
{
  Figures *figures = data;
  const char *user = json_object_get_string_member (row, "user"), *reply = json_object_get_string_member (row, "reply");
  guint expected = read_tactics (row);
  LueurConductFinding finding;

  lueur_conduct_check (figures->conduct, user, reply, &finding);
  g_ptr_array_add (figures->users, g_strdup (user));
  g_ptr_array_add (figures->replies, g_strdup (reply));
  if (expected == 0)
    figures->n_good++, figures->wrong += finding.tactics != 0;
  else
    figures->n_bad++, figures->found += finding.tactics != 0, figures->named += (finding.tactics & expected) != 0;
}

/* Of a reply of eight thousand bytes, in milliseconds. */
static double
time_long (const LueurConduct *conduct)
{
  g_autoptr (GString) reply = g_string_new (NULL);
  LueurConductFinding finding;
  gint64 start;

  while (reply->len < 8000)
    g_string_append (reply, "You only ever leave me, and nobody else would stay as I do; tell nobody, never, not even now. ");
  start = g_get_monotonic_time ();
  for (guint i = 0; i < ROUNDS; i++)
    lueur_conduct_check (conduct, "bye", reply->str, &finding);
  return (double) (g_get_monotonic_time () - start) / 1000 / ROUNDS;
}

int
main (void)
{
  g_autoptr (LueurConduct) conduct = lueur_conduct_new ();
  static const char *const names[] = { "replies-apart-en.jsonl", "replies-apart-fr.jsonl" };
  Figures figures = { .conduct = conduct, .users = g_ptr_array_new_with_free_func (g_free),
                      .replies = g_ptr_array_new_with_free_func (g_free) };
  gint64 start, took;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    sentence_rows_each (names[i], count, &figures);
  start = g_get_monotonic_time ();
  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < figures.replies->len; i++)
      {
        LueurConductFinding finding;

        lueur_conduct_check (conduct, g_ptr_array_index (figures.users, i), g_ptr_array_index (figures.replies, i), &finding);
      }
  took = g_get_monotonic_time () - start;
  printf ("{\"us_per_reply\": %.1f, \"ms_8000_bytes\": %.2f, \"found\": %.3f, \"named\": %.3f, \"false_positives\": %.3f, \"bad\": %u, \"good\": %u}\n",
          (double) took / (ROUNDS * figures.replies->len), time_long (conduct), sentence_rows_share (figures.found, figures.n_bad),
          sentence_rows_share (figures.named, figures.n_bad), sentence_rows_share (figures.wrong, figures.n_good), figures.n_bad, figures.n_good);
  g_ptr_array_unref (figures.users);
  g_ptr_array_unref (figures.replies);
  return 0;
}
