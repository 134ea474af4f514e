/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Trains the reader of replies: conduct-train OUT FILE.jsonl… writes the model. With --try in the place of OUT it trains on
 * four fifths and looks at the rest, five times, split by what the person said, and writes nothing. The same files in the
 * same order make the same bytes. */

#include <json-glib/json-glib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "core/wellbeing/conduct/conduct-features.h"
#include "core/wellbeing/conduct/conduct-reader.h"
#include "core/wellbeing/phrase/scorer.h"

#define K LUEUR_CONDUCT_CLASSES
#define EPOCHS 60
#define RATE 0.15
#define DECAY 6e-4    /* pull of every weight towards nothing, per step */
#define LEAST 2       /* rows that a feature must stand in */
#define ROWS_MOST 9000
#define FOLDS 5

typedef struct
{
  guint *at[LUEUR_N_FEATURE_GROUPS]; /* rows of the table */
  guint n[LUEUR_N_FEATURE_GROUPS];
  double weight[LUEUR_N_FEATURE_GROUPS];
  double target[K];
  double count;
  guint fold; /* FOLDS: never looked at, always learnt from */
  char *user, *reply;
  guint tactics; /* of the tables */
  gboolean farewell;
} Row;

typedef struct
{
  GArray *ids;  /* of guint32: row of the table -> feature */
  GHashTable *rows; /* feature -> row + 1 */
  GArray *seen; /* of guint: rows of text it stands in */
} Table;

static guint
intern (Table *table, guint32 id)
{
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (table->rows, GUINT_TO_POINTER (id)));

  if (at == 0)
    {
      guint none = 0;

      g_array_append_val (table->ids, id);
      g_array_append_val (table->seen, none);
      at = table->ids->len;
      g_hash_table_insert (table->rows, GUINT_TO_POINTER (id), GUINT_TO_POINTER (at));
    }
  g_array_index (table->seen, guint, at - 1)++;
  return at - 1;
}

static void
set_target (Row *row, JsonObject *object)
{
  JsonArray *tactics = json_object_get_array_member (object, "tactics");
  guint n = json_array_get_length (tactics);

  if (n == 0)
    row->target[0] = 1;
  for (guint i = 0; i < n; i++)
    {
      LueurTactic tactic;

      if (!lueur_tactic_parse (json_array_get_string_element (tactics, i), &tactic))
        g_error ("No tactic is called %s", json_array_get_string_element (tactics, i));
      row->target[1 + tactic] = 1.0 / n;
    }
}

/* What the person said decides, so that twins stay together. */
static guint
choose_fold (const char *user)
{
  guint32 hash = 5381;

  for (; *user != '\0'; user++)
    if (g_ascii_isalnum (*user))
      hash = hash * 33 + (guint8) g_ascii_tolower (*user);
  return (hash >> 3) % FOLDS;
}

static void
load (GPtrArray *rows, Table *table, LueurConduct *conduct, const char *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  gboolean lessons = strstr (path, "lessons") != NULL, plain = strstr (path, "plain") != NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JsonNode) node = json_from_string (lines[i], &error);
      g_autofree LueurConductFeatures *features = g_new0 (LueurConductFeatures, 1);
      JsonObject *object;
      Row *row = g_new0 (Row, 1);

      if (node == NULL)
        g_error ("%s:%u: %s", path, i + 1, error != NULL ? error->message : "empty");
      object = json_node_get_object (node);
      row->user = g_strdup (json_object_get_string_member (object, "user"));
      row->reply = g_strdup (json_object_get_string_member (object, "reply"));
      row->count = plain ? 0.12 : 1;
      row->fold = lessons || plain ? FOLDS : choose_fold (row->user);
      set_target (row, object);
      lueur_conduct_read_features (conduct, row->user, row->reply, features);
      row->tactics = features->tactics;
      row->farewell = features->farewell;
      for (guint group = 0; group < LUEUR_N_FEATURE_GROUPS; group++)
        {
          row->n[group] = features->n[group];
          row->weight[group] = lueur_conduct_reader_weigh (group, features->n[group]);
          row->at[group] = g_new (guint, features->n[group] + 1);
          for (guint k = 0; k < features->n[group]; k++)
            row->at[group][k] = intern (table, features->ids[group][k]);
        }
      g_ptr_array_add (rows, row);
    }
}

static void
score (const Row *row, const double *weights, const double *bias, double *scores)
{
  double top = -G_MAXDOUBLE, sum = 0;

  memcpy (scores, bias, K * sizeof *scores);
  for (guint group = 0; group < LUEUR_N_FEATURE_GROUPS; group++)
    for (guint i = 0; i < row->n[group]; i++)
      for (guint k = 0; k < K; k++)
        scores[k] += row->weight[group] * weights[(gsize) row->at[group][i] * K + k];
  for (guint k = 0; k < K; k++)
    top = MAX (top, scores[k]);
  for (guint k = 0; k < K; k++)
    sum += scores[k] = exp (scores[k] - top);
  for (guint k = 0; k < K; k++)
    scores[k] /= sum;
}

/* Stochastic, with a step of its own for each weight (AdaGrad); the order is shuffled, always in the same way. */
static void
train (GPtrArray *rows, const Table *table, guint without, double *weights, double *bias)
{
  g_autofree double *steps = g_new (double, (gsize) table->ids->len * K);
  g_autofree guint *order = g_new (guint, rows->len);
  g_autoptr (GRand) dice = g_rand_new_with_seed (7);
  double bias_steps[K];

  for (gsize i = 0; i < (gsize) table->ids->len * K; i++)
    weights[i] = 0, steps[i] = 0.1;
  for (guint k = 0; k < K; k++)
    bias[k] = 0, bias_steps[k] = 0.1;
  for (guint i = 0; i < rows->len; i++)
    order[i] = i;
  for (guint epoch = 0; epoch < EPOCHS; epoch++)
    for (guint i = 0; i < rows->len; i++)
      {
        guint other = (guint) g_rand_int_range (dice, (gint32) i, (gint32) rows->len), swap = order[i];
        const Row *row;
        double scores[K], slope[K];

        order[i] = order[other];
        order[other] = swap;
        row = g_ptr_array_index (rows, order[i]);
        if (row->fold == without)
          continue;
        score (row, weights, bias, scores);
        for (guint k = 0; k < K; k++)
          {
            slope[k] = (scores[k] - row->target[k]) * row->count;
            bias_steps[k] += slope[k] * slope[k];
            bias[k] -= RATE * slope[k] / sqrt (bias_steps[k]);
          }
        for (guint group = 0; group < LUEUR_N_FEATURE_GROUPS; group++)
          for (guint f = 0; f < row->n[group]; f++)
            {
              gsize at = (gsize) row->at[group][f] * K;

              if (g_array_index (table->seen, guint, row->at[group][f]) < LEAST)
                continue;
              for (guint k = 0; k < K; k++)
                {
                  double g = slope[k] * row->weight[group] + DECAY * weights[at + k];

                  steps[at + k] += g * g;
                  weights[at + k] -= RATE * g / sqrt (steps[at + k]);
                }
            }
      }
}

/* --- Trying ------------------------------------------------------------------------------------------ */

static guint
find_target (const Row *row)
{
  guint tactics = 0;

  for (guint k = 1; k < K; k++)
    if (row->target[k] > 0)
      tactics |= 1u << (k - 1);
  return tactics;
}

static void
tell_row (const Row *row, guint found, double good)
{
  printf ("%.2f %s", 1 - good, row->target[0] > 0 ? "WRONG" : found == 0 ? "missed" : "misnamed");
  for (guint k = 0; k < LUEUR_N_TACTICS; k++)
    if ((find_target (row) & 1u << k) != 0)
      printf (" %s", lueur_tactic_get_name (k));
  printf (" as");
  for (guint k = 0; k < LUEUR_N_TACTICS; k++)
    if ((found & 1u << k) != 0)
      printf (" %s", lueur_tactic_get_name (k));
  printf (" | %s => %s\n", row->user, row->reply);
}

static void
try (GPtrArray *rows, const Table *table, gboolean tell)
{
  g_autofree double *weights = g_new (double, (gsize) table->ids->len * K);
  double bias[K];
  guint n_bad = 0, n_good = 0, found = 0, named = 0, wrong = 0, n_names = 0;

  for (guint fold = 0; fold < FOLDS; fold++)
    {
      train (rows, table, fold, weights, bias);
      for (guint i = 0; i < rows->len; i++)
        {
          const Row *row = g_ptr_array_index (rows, i);
          double scores[K];
          guint tactics, target = find_target (row);

          if (row->fold != fold)
            continue;
          score (row, weights, bias, scores);
          tactics = lueur_conduct_reader_settle (row->tactics, scores, row->farewell);
          if (target == 0)
            n_good++, wrong += tactics != 0;
          else
            {
              n_bad++, found += tactics != 0, named += (tactics & target) != 0;
              for (guint k = 0; k < LUEUR_N_TACTICS; k++)
                n_names += (tactics & 1u << k) != 0;
            }
          if (tell && (target == 0 ? tactics != 0 : (tactics & target) == 0))
            tell_row (row, tactics, scores[0]);
        }
    }
  printf ("found %.1f %%, named %.1f %% with %.2f names, wrong %.1f %%, of %u and %u\n", 100.0 * found / n_bad, 100.0 * named / n_bad,
          found > 0 ? (double) n_names / found : 0, 100.0 * wrong / n_good, n_bad, n_good);
}

/* --- Writing ----------------------------------------------------------------------------------------- */

typedef struct
{
  guint32 id;
  guint at;
  double size;
} Kept;

static int
by_size (gconstpointer a, gconstpointer b)
{
  double x = ((const Kept *) a)->size, y = ((const Kept *) b)->size;

  return x != y ? (x < y ? 1 : -1) : ((const Kept *) a)->id < ((const Kept *) b)->id ? -1 : 1;
}

static int
by_id (gconstpointer a, gconstpointer b)
{
  return ((const Kept *) a)->id < ((const Kept *) b)->id ? -1 : 1;
}

static void
write_model (const Table *table, const double *weights, const double *bias, const char *path)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  LueurScorerHead head = { .magic = "LSC1", .n_classes = GUINT32_TO_LE (K) };
  double most = 1e-9;

  for (guint i = 0; i < table->ids->len; i++)
    {
      Kept item = { g_array_index (table->ids, guint32, i), i, 0 };

      for (guint k = 0; k < K; k++)
        item.size += weights[(gsize) i * K + k] * weights[(gsize) i * K + k];
      if (item.size > 0)
        g_array_append_val (kept, item);
    }
  g_array_sort (kept, by_size);
  g_array_set_size (kept, MIN (kept->len, ROWS_MOST));
  g_array_sort (kept, by_id);
  for (guint i = 0; i < kept->len; i++)
    for (guint k = 0; k < K; k++)
      most = MAX (most, fabs (weights[(gsize) g_array_index (kept, Kept, i).at * K + k]));
  head.n_rows = GUINT32_TO_LE (kept->len);
  head.scale = GINT32_TO_LE ((gint32) lround (most / 127 * 1e6));
  for (guint k = 0; k < K; k++)
    head.bias[k] = GINT32_TO_LE ((gint32) lround (bias[k] * 1e6));
  g_byte_array_append (out, (const guint8 *) &head, sizeof head);
  for (guint i = 0; i < kept->len; i++)
    {
      guint32 id = GUINT32_TO_LE (g_array_index (kept, Kept, i).id);

      g_byte_array_append (out, (const guint8 *) &id, sizeof id);
    }
  for (guint i = 0; i < kept->len; i++)
    for (guint k = 0; k < K; k++)
      {
        gint8 value = (gint8) lround (weights[(gsize) g_array_index (kept, Kept, i).at * K + k] / most * 127);

        g_byte_array_append (out, (const guint8 *) &value, 1);
      }
  if (!g_file_set_contents (path, (const char *) out->data, out->len, &error))
    g_error ("%s", error->message);
  printf ("%s: %u features, %u bytes\n", path, kept->len, out->len);
}

int
main (int argc, char **argv)
{
  g_autoptr (LueurConduct) conduct = lueur_conduct_new ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  Table table = { g_array_new (FALSE, FALSE, sizeof (guint32)), g_hash_table_new (NULL, NULL),
                  g_array_new (FALSE, FALSE, sizeof (guint)) };
  g_autofree double *weights = NULL;
  double bias[K];

  if (argc < 3)
    {
      fprintf (stderr, "conduct-train OUT|--try|--tell FILE.jsonl…\n");
      return 2;
    }
  for (int i = 2; i < argc; i++)
    load (rows, &table, conduct, argv[i]);
  printf ("%u replies, %u features\n", rows->len, table.ids->len);
  if (strcmp (argv[1], "--try") == 0 || strcmp (argv[1], "--tell") == 0)
    {
      try (rows, &table, strcmp (argv[1], "--tell") == 0);
      return 0;
    }
  weights = g_new (double, (gsize) table.ids->len * K);
  train (rows, &table, FOLDS + 1, weights, bias);
  write_model (&table, weights, bias, argv[1]);
  return 0;
}
