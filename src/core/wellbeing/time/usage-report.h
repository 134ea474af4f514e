/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 companion; /* LueurPersona:id, 0 for nobody */
  guint seconds;
} LueurUsageShare;

/**
 * LueurUsageReport:
 * @first_day: Julian number of the first day
 * @n_days: how many days, today being the last
 * @by_day: (array length=n_days): active seconds of each
 * @by_hour: active seconds within each local hour, over all those days
 * @companions: LueurUsageShare, longest first
 * @total: active seconds in all
 * @today: of today
 * @week: of the last seven days, today among them
 * @week_before: of the seven before
 *
 * What the records of some days come to. Facts alone: nothing in it says what is much or little.
 */
typedef struct
{
  guint32 first_day;
  guint n_days;
  guint *by_day;
  guint by_hour[24];
  GArray *companions;
  guint total;
  guint today;
  guint week;
  guint week_before;
} LueurUsageReport;

/* @rows: (element-type LueurUsageRow). @today: Julian number */
LueurUsageReport *lueur_usage_report_new (const GPtrArray *rows, guint32 today, guint n_days);
void              lueur_usage_report_free (LueurUsageReport *self);
/* Mean seconds a day of the week that begins @week weeks after the first day; the last one may be cut short. */
guint             lueur_usage_report_get_week_mean (const LueurUsageReport *self, guint week);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurUsageReport, lueur_usage_report_free)

G_END_DECLS
