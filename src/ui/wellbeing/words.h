/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Times and days as the wellbeing pages tell them. (transfer full) */
char *lueur_words_duration (guint seconds);       /* "25 minutes", "1 h 05 min" */
char *lueur_words_day (guint32 day);              /* "Monday 9 March": begins a line */
char *lueur_words_day_short (guint32 day);        /* "9 Mar" */
char *lueur_words_weekday (guint32 day);          /* "Mon" */
char *lueur_words_hour (guint hour);              /* "14:00", or "2 PM" where the locale tells time so */
char *lueur_words_month (guint32 day);            /* "March 2026" */

G_END_DECLS
