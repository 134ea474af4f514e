/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/wellbeing/words.h"

#include <glib/gi18n.h>

#include "ui/closures.h"

/* The noon of a day; NULL for none. (transfer full) */
static GDateTime *
noon_of (guint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  if (!g_date_valid_julian (day))
    return NULL;
  g_date_set_julian (&date, day);
  return g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 12, 0, 0);
}

static char *
format_day (guint32 day, const char *format)
{
  g_autoptr (GDateTime) noon = noon_of (day);

  return noon != NULL ? lueur_format_date (noon, format) : g_strdup ("");
}

/**
 * lueur_words_duration:
 *
 * Returns: (transfer full): whole minutes; less than one is told as none
 */
char *
lueur_words_duration (guint seconds)
{
  guint minutes = (seconds + 30) / 60;

  if (minutes < 60)
    return g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);
  /* Translators: hours and minutes of a duration, as in “1 h 05 min” */
  return g_strdup_printf (_("%u h %02u min"), minutes / 60, minutes % 60);
}

char *
lueur_words_day (guint32 day)
{
  g_autoptr (GDateTime) noon = noon_of (day);

  /* Translators: a day in full, at the head of a line, as in “Monday 9 March”; see strftime */
  return noon != NULL ? lueur_format_date_line (noon, _("%A %-e %B")) : g_strdup ("");
}

char *
lueur_words_day_short (guint32 day)
{
  /* Translators: a day in short, as in “9 Mar”; see strftime */
  return format_day (day, _("%-e %b"));
}

char *
lueur_words_weekday (guint32 day)
{
  return format_day (day, "%a");
}

char *
lueur_words_month (guint32 day)
{
  /* Translators: a month, as in “March 2026”; see strftime */
  return format_day (day, _("%B %Y"));
}

char *
lueur_words_hour (guint hour)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  return lueur_format_time (hour * G_TIME_SPAN_HOUR + 40 * G_TIME_SPAN_DAY, utc);
}
