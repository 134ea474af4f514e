/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What the interface shows, derived from what is: small pure functions that Blueprint files call as
 * closures. The first argument is the widget that asks, unused. Strings are (transfer full).
 */

char    *lueur_closure_text_or (GObject *self, const char *text, const char *otherwise);
/* What a conversation is called: its title without marks, or else the companion's name. */
char    *lueur_closure_title (GObject *self, const char *title, const char *name);
/* Below each other and centred, a line of one word alone looks lost: the last two stay together, where they are short. */
char    *lueur_closure_no_lone_word (GObject *self, const char *text);
/* What stands where a message is written, in one line. */
char    *lueur_closure_message_hint (GObject *self, gboolean cramped);
gboolean lueur_closure_has_text (GObject *self, const char *text);
gboolean lueur_closure_not (GObject *self, gboolean value);
gboolean lueur_closure_and (GObject *self, gboolean a, gboolean b);
gboolean lueur_closure_or (GObject *self, gboolean a, gboolean b);
/* Choices below each other where there is little room, else beside each other. */
GtkOrientation lueur_closure_way (GObject *self, gboolean cramped);
gboolean lueur_closure_is_set (GObject *self, GObject *object);

/* Makes all of the above callable from the template of @widget_class. */
void lueur_closures_bind (GtkWidgetClass *widget_class);

/* "14:32", or "2:32 PM" where the locale tells time so. @when: µs since the epoch. */
char *lueur_format_time (gint64 when, GTimeZone *zone);
/* For a list of conversations: a time today, "Yesterday", a weekday, a date. */
char *lueur_format_when (gint64 when, gint64 now, GTimeZone *zone);
/* For the line above a day's messages: "Today", "Yesterday", "Monday", "3 March", "3 March 2024". */
char *lueur_format_day (gint64 when, gint64 now, GTimeZone *zone);
/* Every date is told here, for the first of a month is not “1” in all languages. @format is translated, with “%-e” for the day. */
char *lueur_format_date (GDateTime *date, const char *format);
/* The same where it begins a line, or stands alone. */
char *lueur_format_date_line (GDateTime *date, const char *format);
/* Date and time in full, for tooltips and screen readers. */
char *lueur_format_moment (gint64 when, GTimeZone *zone);
/* Days since 1 January of year 1 that @when falls on in @zone; 0 when it is no time at all. */
guint lueur_day_number (gint64 when, GTimeZone *zone);

G_END_DECLS
