/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/time/usage-report.h"

#include "core/store/rows.h"
#include "core/wellbeing/time/usage.h"

/* An hour is there twice in the night when clocks go back, and in one after which days start later. */
#define HOUR_SECONDS (2 * 3600)
/* So the longest day is longer than others. */
#define DAY_SECONDS ((25 + LUEUR_DAY_HOUR_MAX) * 3600)

static void
add_share (GArray *companions, gint64 companion, guint seconds)
{
  LueurUsageShare share = { companion, seconds };

  for (guint i = 0; i < companions->len; i++)
    {
      LueurUsageShare *known = &g_array_index (companions, LueurUsageShare, i);

      if (known->companion == companion)
        {
          known->seconds += seconds;
          return;
        }
    }
  g_array_append_val (companions, share);
}

static int
compare_shares (gconstpointer a, gconstpointer b)
{
  guint left = ((const LueurUsageShare *) a)->seconds, right = ((const LueurUsageShare *) b)->seconds;

  return (left < right) - (left > right);
}

/**
 * lueur_usage_report_new:
 * @rows: (element-type LueurUsageRow): records; those of other days are left out
 * @today: Julian number of the last day
 * @n_days: how many days, at least 1
 *
 * Returns: (transfer full): the report
 */
LueurUsageReport *
lueur_usage_report_new (const GPtrArray *rows, guint32 today, guint n_days)
{
  LueurUsageReport *self = g_new0 (LueurUsageReport, 1);

  self->n_days = MAX (n_days, 1);
  self->first_day = today - self->n_days + 1;
  self->by_day = g_new0 (guint, self->n_days);
  self->companions = g_array_new (FALSE, FALSE, sizeof (LueurUsageShare));
  for (guint i = 0; i < rows->len; i++)
    {
      const LueurUsageRow *row = g_ptr_array_index (rows, i);
      guint32 day = lueur_day_from_date (row->day);
      guint seconds = (guint) CLAMP (row->seconds, 0, HOUR_SECONDS);

      /* A day in the future was written while the clock was wrong. */
      if (day == 0 || day > today || row->hour < 0 || row->hour > 23)
        continue;
      if (today - day < 7)
        self->week += seconds;
      else if (today - day < 14)
        self->week_before += seconds;
      if (day < self->first_day || self->by_day[day - self->first_day] + seconds > DAY_SECONDS)
        continue;
      self->by_day[day - self->first_day] += seconds;
      self->by_hour[row->hour] += seconds;
      self->total += seconds;
      add_share (self->companions, row->persona, seconds);
    }
  self->today = self->by_day[self->n_days - 1];
  g_array_sort (self->companions, compare_shares);
  return self;
}

void
lueur_usage_report_free (LueurUsageReport *self)
{
  g_free (self->by_day);
  g_array_unref (self->companions);
  g_free (self);
}

guint
lueur_usage_report_get_week_mean (const LueurUsageReport *self, guint week)
{
  guint first = week * 7, last = MIN (first + 7, self->n_days), sum = 0;

  if (first >= self->n_days)
    return 0;
  for (guint i = first; i < last; i++)
    sum += self->by_day[i];
  return sum / (last - first);
}
