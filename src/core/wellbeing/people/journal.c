/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/people/journal.h"

#include <math.h>

#include "core/store/rows.h"
#include "core/wellbeing/time/usage.h"

/* Shown weaker than this, a feeling is not worth a word. */
#define MIN_INTENSITY 0.15f

/**
 * lueur_journal_word_for:
 *
 * Returns: (transfer none): the name of a label
 */
const char *
lueur_journal_word_for (const LueurFeeling *feeling)
{
  if (feeling->label == LUEUR_EMOTION_NEUTRAL || feeling->intensity < MIN_INTENSITY)
    return lueur_emotion_get_name (LUEUR_EMOTION_NEUTRAL);
  return lueur_emotion_get_name (feeling->label);
}

static void
word_free (LueurJournalWord *word)
{
  g_free (word->word);
  g_free (word);
}

static void
count_word (GPtrArray *words, const char *word, guint n)
{
  LueurJournalWord *fresh;

  for (guint i = 0; i < words->len; i++)
    {
      LueurJournalWord *known = g_ptr_array_index (words, i);

      if (g_str_equal (known->word, word))
        {
          known->n += n;
          return;
        }
    }
  fresh = g_new0 (LueurJournalWord, 1);
  fresh->word = g_strdup (word);
  fresh->n = n;
  g_ptr_array_add (words, fresh);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  const LueurJournalWord *left = a, *right = b;

  if (left->n != right->n)
    return left->n < right->n ? 1 : -1;
  return g_strcmp0 (left->word, right->word);
}

/* Index of its day, or -1 where it is none of these days. */
static int
day_of (LueurJournal *self, const LueurTallyRow *row)
{
  guint32 day = lueur_day_from_date (row->day);

  return day < self->first_day || day - self->first_day >= self->n_days ? -1 : (int) (day - self->first_day);
}

/**
 * lueur_journal_new:
 * @read: (element-type LueurTallyRow): of %LUEUR_JOURNAL_READ
 * @chosen: (element-type LueurTallyRow): of %LUEUR_JOURNAL_CHOSEN
 * @today: Julian number
 * @n_days: how many days, at least 1
 *
 * Returns: (transfer full): the journal of those days
 */
LueurJournal *
lueur_journal_new (const GPtrArray *read, const GPtrArray *chosen, guint32 today, guint n_days)
{
  LueurJournal *self = g_new0 (LueurJournal, 1);

  self->n_days = MAX (n_days, 1);
  self->first_day = today - self->n_days + 1;
  self->valence = g_new0 (double, self->n_days);
  self->n_read = g_new0 (guint, self->n_days);
  self->read = g_ptr_array_new_with_free_func ((GDestroyNotify) word_free);
  self->chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) word_free);
  for (guint i = 0; i < read->len; i++)
    {
      const LueurTallyRow *row = g_ptr_array_index (read, i);
      int day = day_of (self, row);
      LueurEmotion label;

      if (day < 0 || row->n <= 0 || !lueur_emotion_from_name (row->word, -1, &label))
        continue;
      self->valence[day] += CLAMP (row->sum, -(double) row->n, (double) row->n);
      self->n_read[day] += (guint) row->n;
      if (label != LUEUR_EMOTION_NEUTRAL)
        count_word (self->read, row->word, (guint) row->n);
    }
  for (guint i = 0; i < self->n_days; i++)
    self->valence[i] = self->n_read[i] > 0 ? self->valence[i] / self->n_read[i] : NAN;
  for (guint i = 0; i < chosen->len; i++)
    {
      const LueurTallyRow *row = g_ptr_array_index (chosen, i);

      if (day_of (self, row) >= 0 && row->n > 0)
        count_word (self->chosen, row->word, (guint) row->n);
    }
  g_ptr_array_sort_values (self->read, compare_words);
  g_ptr_array_sort_values (self->chosen, compare_words);
  return self;
}

void
lueur_journal_free (LueurJournal *self)
{
  g_free (self->valence);
  g_free (self->n_read);
  g_ptr_array_unref (self->read);
  g_ptr_array_unref (self->chosen);
  g_free (self);
}
