/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tool/seed-figures.h"

#include "core/store/verbs.h"
#include "core/wellbeing/people/check-in.h"
#include "core/wellbeing/people/contact.h"
#include "core/wellbeing/people/journal.h"
#include "core/wellbeing/time/usage.h"

#define DAYS (14 * 7)

static gboolean
add_day (LueurDatabase *db, GRand *rand, gint64 now, guint32 day, gint64 persona, GError **error)
{
  static const int hours[] = { 8, 12, 13, 18, 19, 20, 21, 21, 22, 22 };
  guint n = day % 7 >= 5 ? g_rand_int_range (rand, 1, 6) : g_rand_int_range (rand, 0, 4);

  for (guint i = 0; i < n; i++)
    {
      LueurUsageRow row = { lueur_day_to_date (day), hours[g_rand_int_range (rand, 0, G_N_ELEMENTS (hours))],
                            g_rand_int_range (rand, 0, 12) > 0 ? persona : 0, g_rand_int_range (rand, 120, 1500), 1 };

      if (!lueur_verb_add_usage (db, &row, now, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_tally (LueurDatabase *db, const char *kind, guint32 day, const char *word, guint n, double sum, GError **error)
{
  LueurTallyRow row = { (char *) kind, (char *) word, lueur_day_to_date (day), n, sum };

  return lueur_verb_add_tally (db, &row, error);
}

static gboolean
add_feelings (LueurDatabase *db, GRand *rand, guint32 day, GError **error)
{
  static const struct
  {
    const char *word;
    double valence;
  } words[] = { { "joy", 0.7 },     { "gratitude", 0.6 },   { "curiosity", 0.3 },    { "neutral", 0 },
                { "neutral", 0.1 }, { "sadness", -0.6 },    { "nervousness", -0.4 }, { "annoyance", -0.4 },
                { "relief", 0.4 },  { "optimism", 0.5 } };
  guint n = g_rand_int_range (rand, 0, 5);

  for (guint i = 0; i < n; i++)
    {
      guint which = g_rand_int_range (rand, 0, G_N_ELEMENTS (words));

      if (!add_tally (db, LUEUR_JOURNAL_READ, day, words[which].word, 1, words[which].valence, error))
        return FALSE;
    }
  return day % 9 != 0 || add_tally (db, LUEUR_JOURNAL_CHOSEN, day, day % 2 ? "relief" : "longing", 1, 0.2, error);
}

static gboolean
add_records (LueurDatabase *db, gint64 now, guint32 today, gboolean french, GError **error)
{
  static const guint sums[][4] = { { 2, 2, 3, 0 }, { 2, 2, 2, 1 }, { 2, 1, 2, 1 }, { 1, 1, 2, 2 } };
  static const char *const names[] = { "Inès", "Marc", "Nadia" };
  static const char *const relations[2][3] = { { "sister", "an old friend", "neighbour" },
                                               { "ma sœur", "un vieil ami", "voisine" } };

  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      guint32 day = today - 31 * (guint) (G_N_ELEMENTS (sums) - i) + 25;
      LueurCheckIn check_in = { day, { sums[i][0], sums[i][1], sums[i][2] }, sums[i][3] };
      g_autofree char *key = g_strdup_printf ("%08d", lueur_day_to_date (day));
      g_autofree char *json = lueur_check_in_to_json (&check_in);
      LueurRecordRow row = { (char *) "check-in", key, json, now };

      if (!lueur_verb_put_record (db, &row, error))
        return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (LueurContact) contact = lueur_contact_new (names[i]);
      g_autofree char *json = NULL;
      LueurRecordRow row = { (char *) "person", (char *) names[i], NULL, now };

      g_object_set (contact, "name", names[i], "relation", relations[french][i], "mail", "somebody@example.org", "phone",
                    i == 1 ? "" : "01 23 45 67 89", NULL);
      json = lueur_contact_to_json (contact);
      row.body = json;
      if (!lueur_verb_put_record (db, &row, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
lueur_seed_figures (LueurDatabase *db, GRand *rand, gint64 now, gint64 persona, gboolean french, GError **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  guint32 today = lueur_day_at (now, zone, NULL);

  for (guint32 day = today - DAYS + 1; day <= today; day++)
    if (!add_day (db, rand, now, day, persona, error) || !add_feelings (db, rand, day, error) ||
        (day % 5 == 0 && !add_tally (db, "nudge", day, day % 3 ? "taken" : "later", 1, 0, error)))
      return FALSE;
  return add_records (db, now, today, french, error);
}
