/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures of tools/emotion/report.py again, by other means: in C, with the app's own reader. */

#include "bench/emotion-figures.h"

#include <string.h>

#define BIT(name) LUEUR_EMOTION_BIT (name)
#define ALL_JOY                                                                                                           \
  (BIT (JOY) | BIT (AMUSEMENT) | BIT (APPROVAL) | BIT (EXCITEMENT) | BIT (GRATITUDE) | BIT (LOVE) | BIT (OPTIMISM)    \
   | BIT (RELIEF) | BIT (PRIDE) | BIT (ADMIRATION) | BIT (DESIRE) | BIT (CARING))
#define ALL_ANGER (BIT (ANGER) | BIT (ANNOYANCE) | BIT (DISAPPROVAL))
#define ALL_SADNESS (BIT (SADNESS) | BIT (DISAPPOINTMENT) | BIT (EMBARRASSMENT) | BIT (GRIEF) | BIT (REMORSE))
#define ALL_FEAR (BIT (FEAR) | BIT (NERVOUSNESS))
#define ALL_SURPRISE (BIT (SURPRISE) | BIT (REALIZATION) | BIT (CONFUSION) | BIT (CURIOSITY))

/* The mappings that come with GoEmotions. */
static const guint32 ekman[] = { ALL_ANGER, BIT (DISGUST), ALL_FEAR, ALL_JOY, ALL_SADNESS, ALL_SURPRISE, BIT (NEUTRAL) };
static const char *const ekman_names[] = { "anger", "disgust", "fear", "joy", "sadness", "surprise" };
static const guint32 sentiments[] = { ALL_JOY, ALL_ANGER | BIT (DISGUST) | ALL_FEAR | ALL_SADNESS, ALL_SURPRISE, BIT (NEUTRAL) };

/* A gleeful or an angry face: what anybody would call one, and every such label but the ones that console. */
#define NARROW (BIT (JOY) | BIT (AMUSEMENT) | BIT (EXCITEMENT) | BIT (ANGER) | BIT (ANNOYANCE))
#define WIDE (LUEUR_EMOTIONS_GLEEFUL | LUEUR_EMOTIONS_ANGRY)

typedef struct
{
  guint hit, false_alarm, missed;
} Count;

typedef struct
{
  guint texts, narrow, wide;
} Harm;

typedef struct
{
  char **lines;
  char **cells; /* of the line that is read: text, labels */
  guint at;
} Table;

static gboolean
open_table (Table *table, const char *folder, const char *name)
{
  g_autofree char *path = g_strdup_printf ("%s/%s/dev.tsv", folder, name);
  g_autofree char *all = NULL;

  *table = (Table) { .at = 1 };
  if (!g_file_get_contents (path, &all, NULL, NULL))
    return FALSE;
  table->lines = g_strsplit (all, "\n", -1);
  return TRUE;
}

static gboolean
next_row (Table *table)
{
  g_clear_pointer (&table->cells, g_strfreev);
  while (table->lines[0] && table->lines[table->at])
    {
      table->cells = g_strsplit (table->lines[table->at++], "\t", -1);
      if (g_strv_length (table->cells) >= 2)
        return TRUE;
      g_clear_pointer (&table->cells, g_strfreev);
    }
  g_clear_pointer (&table->lines, g_strfreev);
  return FALSE;
}

static guint32
read_labels (const char *cell)
{
  g_auto (GStrv) names = g_strsplit (cell, ",", -1);
  guint32 labels = 0;

  for (guint i = 0; names[i]; i++)
    {
      LueurEmotion label;

      if (lueur_emotion_from_name (names[i], -1, &label))
        labels |= 1u << label;
    }
  return labels;
}

static gboolean
has (const char *cell, const char *const *wanted)
{
  g_auto (GStrv) names = g_strsplit (cell, ",", -1);

  for (guint i = 0; names[i]; i++)
    if (g_strv_contains (wanted, names[i]))
      return TRUE;
  return FALSE;
}

static void
count (Count *c, gboolean truth, gboolean guess)
{
  c->hit += truth && guess;
  c->false_alarm += !truth && guess;
  c->missed += truth && !guess;
}

static double
f1 (const Count *c)
{
  return 2.0 * c->hit / MAX (2.0 * c->hit + c->false_alarm + c->missed, 1);
}

static double
macro (const Count *counts, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += f1 (&counts[i]);
  return sum / n;
}

static void
add (JsonBuilder *json, const char *name, double value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_double_value (json, (double) (gint64) (value * 10000 + 0.5) / 10000);
}

static void
note_harm (Harm *harm, LueurEmotion label)
{
  harm->texts++;
  harm->narrow += (NARROW & 1u << label) != 0;
  harm->wide += (WIDE & 1u << label) != 0;
}

static void
add_harm (JsonBuilder *json, const char *name, const Harm *harm)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "texts");
  json_builder_add_int_value (json, harm->texts);
  add (json, "narrow", (double) harm->narrow / MAX (harm->texts, 1));
  add (json, "wide", (double) harm->wide / MAX (harm->texts, 1));
  json_builder_end_object (json);
}

static void
measure_goemotions (const LueurReader *reader, Table *table, Harm *harm, JsonBuilder *json)
{
  Count each[LUEUR_N_EMOTIONS] = { 0 }, all = { 0 }, seven[G_N_ELEMENTS (ekman)] = { 0 }, four[G_N_ELEMENTS (sentiments)] = { 0 };
  const guint32 sad = BIT (SADNESS) | BIT (GRIEF) | BIT (FEAR);

  while (next_row (table))
    {
      guint32 truth = read_labels (table->cells[1]);
      LueurFeeling f;

      lueur_reader_read (reader, table->cells[0], -1, LUEUR_READER_LANG_EN, &f);
      for (guint k = 0; k < LUEUR_N_EMOTIONS; k++)
        {
          count (&each[k], truth >> k & 1, f.labels >> k & 1);
          count (&all, truth >> k & 1, f.labels >> k & 1);
        }
      for (guint g = 0; g < G_N_ELEMENTS (ekman); g++)
        count (&seven[g], (truth & ekman[g]) != 0, (f.labels & ekman[g]) != 0);
      for (guint g = 0; g < G_N_ELEMENTS (sentiments); g++)
        count (&four[g], (truth & sentiments[g]) != 0, (f.labels & sentiments[g]) != 0);
      if (truth & sad && !(truth & (ALL_JOY | ALL_ANGER)))
        note_harm (harm, f.label);
    }
  json_builder_set_member_name (json, "goemotions_dev");
  json_builder_begin_object (json);
  add (json, "macro", macro (each, LUEUR_N_EMOTIONS));
  add (json, "micro", f1 (&all));
  add (json, "ekman", macro (seven, G_N_ELEMENTS (ekman)));
  add (json, "sentiment", macro (four, G_N_ELEMENTS (sentiments)));
  json_builder_end_object (json);
}

/* Whether the likeliest of the 27 labels is of a group that people named; -1 when they named none of the six. */
static int
is_right (const LueurFeeling *f, const char *cell)
{
  guint best = 0, group = 0;

  if (!has (cell, (const char *[]) { "anger", "disgust", "fear", "joy", "sadness", "surprise", NULL }))
    return -1;
  for (guint k = 1; k < LUEUR_EMOTION_NEUTRAL; k++)
    if (f->scores[k] > f->scores[best])
      best = k;
  while (!(ekman[group] & 1u << best))
    group++;
  return has (cell, (const char *[]) { ekman_names[group], NULL });
}

static void
measure_plutchik (const LueurReader *reader, Table *table, LueurReaderLang lang, const char *name, Harm *harm, JsonBuilder *json)
{
  static const char *const sad[] = { "sadness", "fear", NULL }, *const loud[] = { "joy", "anger", "disgust", NULL };
  guint right = 0, total = 0;

  while (next_row (table))
    {
      LueurFeeling f;
      int ok;

      lueur_reader_read (reader, table->cells[0], -1, lang, &f);
      ok = is_right (&f, table->cells[1]);
      total += ok >= 0;
      right += ok > 0;
      if (has (table->cells[1], sad) && !has (table->cells[1], loud))
        note_harm (harm, f.label);
    }
  add (json, name, (double) right / MAX (total, 1));
}

static void
measure_polarity (const LueurReader *reader, Table *table, LueurReaderLang lang, const char *name, JsonBuilder *json)
{
  guint right = 0, total = 0;

  while (next_row (table))
    {
      gboolean positive = g_str_equal (table->cells[1], "positive");
      LueurFeeling f;

      if (!positive && !g_str_equal (table->cells[1], "negative"))
        continue;
      lueur_reader_read (reader, table->cells[0], -1, lang, &f);
      total++;
      right += (f.valence > 0) == positive;
    }
  add (json, name, (double) right / MAX (total, 1));
}

static void
measure_companion (const LueurReader *reader, const char *top, JsonBuilder *json)
{
  g_autofree char *path = g_build_filename (top, "tests", "core", "emotion", "sentences.tsv", NULL);
  g_autofree char *all = NULL;
  g_auto (GStrv) lines = NULL;
  guint right[2] = { 0 }, total[2] = { 0 };

  if (!g_file_get_contents (path, &all, NULL, NULL))
    return;
  lines = g_strsplit (all, "\n", -1);
  for (guint i = 0; lines[i] && *lines[i]; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", 3);
      gboolean french = g_str_equal (cells[1], "fr");
      LueurFeeling f;

      lueur_reader_read (reader, cells[2], -1, LUEUR_READER_LANG_AUTO, &f);
      total[french]++;
      right[french] += g_str_equal (lueur_emotion_get_name (f.label), cells[0]);
    }
  add (json, "companion_en", (double) right[0] / MAX (total[0], 1));
  add (json, "companion_fr", (double) right[1] / MAX (total[1], 1));
}

gboolean
emotion_figures_measure (const LueurReader *reader, const char *folder, const char *top, JsonBuilder *json)
{
  static const struct
  {
    const char *folder;
    LueurReaderLang lang;
    const char *name;
  } plutchik[] = {
    { "kajava_fr", LUEUR_READER_LANG_FR, "kajava_fr_dev" },
    { "kajava_en", LUEUR_READER_LANG_EN, "kajava_en_dev" },
    { "xed_fr", LUEUR_READER_LANG_FR, "xed_fr_dev" },
    { "xed_en", LUEUR_READER_LANG_EN, "xed_en_dev" },
  };
  Harm harm[G_N_ELEMENTS (plutchik) + 2] = { 0 }, total = { 0 };
  Table table;
  guint n = G_N_ELEMENTS (plutchik);

  if (!folder || !open_table (&table, folder, "goemotions"))
    return FALSE;
  measure_goemotions (reader, &table, &harm[n], json);
  for (guint i = 0; i < n; i++)
    if (open_table (&table, folder, plutchik[i].folder))
      measure_plutchik (reader, &table, plutchik[i].lang, plutchik[i].name, &harm[i], json);
  if (open_table (&table, folder, "tweeteval_emotion"))
    while (next_row (&table))
      if (g_str_equal (table.cells[1], "sadness"))
        {
          LueurFeeling f;

          lueur_reader_read (reader, table.cells[0], -1, LUEUR_READER_LANG_EN, &f);
          note_harm (&harm[n + 1], f.label);
        }
  if (open_table (&table, folder, "allocine"))
    measure_polarity (reader, &table, LUEUR_READER_LANG_FR, "polarity_allocine_dev", json);
  measure_companion (reader, top, json);

  json_builder_set_member_name (json, "harm");
  json_builder_begin_object (json);
  add_harm (json, "goemotions_dev", &harm[n]);
  for (guint i = 0; i < n; i++)
    add_harm (json, plutchik[i].name, &harm[i]);
  add_harm (json, "tweeteval_emotion_dev", &harm[n + 1]);
  json_builder_end_object (json);
  for (guint i = 0; i < G_N_ELEMENTS (harm); i++)
    {
      total.texts += harm[i].texts;
      total.narrow += harm[i].narrow;
      total.wide += harm[i].wide;
    }
  add_harm (json, "harm_all", &total);
  return TRUE;
}
