/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/closures.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <string.h>

#include "ui/chat/markdown.h"
#include "ui/language-note.h"

char *
lueur_closure_text_or (GObject *self, const char *text, const char *otherwise)
{
  return g_strdup (text != NULL && *text != '\0' ? text : otherwise);
}

char *
lueur_closure_title (GObject *self, const char *title, const char *name)
{
  if (title != NULL && *title != '\0')
    {
      g_autofree char *plain = lueur_markdown_to_plain (title, 0);

      if (*plain != '\0')
        return g_steal_pointer (&plain);
    }
  return g_strdup (name != NULL ? name : "");
}

char *
lueur_closure_no_lone_word (GObject *self, const char *text)
{
  const char *space = text != NULL ? strrchr (text, ' ') : NULL, *before;

  if (space == NULL)
    return g_strdup (text != NULL ? text : "");
  before = g_strrstr_len (text, space - text, " ");
  /* Two long words would leave a hole in the line above, or not fit into one. */
  if (before == NULL || g_utf8_strlen (before + 1, -1) > 24)
    return g_strdup (text);
  return g_strdup_printf ("%.*s\302\240%s", (int) (space - text), text, space + 1);
}

char *
lueur_closure_message_hint (GObject *self, gboolean cramped)
{
  return g_strdup (cramped ? _("Message") : _("Write a message…"));
}

gboolean
lueur_closure_has_text (GObject *self, const char *text)
{
  return text != NULL && *text != '\0';
}

gboolean
lueur_closure_not (GObject *self, gboolean value)
{
  return !value;
}

GtkOrientation
lueur_closure_way (GObject *self, gboolean cramped)
{
  return cramped ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
}

gboolean
lueur_closure_and (GObject *self, gboolean a, gboolean b)
{
  return a && b;
}

gboolean
lueur_closure_or (GObject *self, gboolean a, gboolean b)
{
  return a || b;
}

gboolean
lueur_closure_is_set (GObject *self, GObject *object)
{
  return object != NULL;
}

/**
 * lueur_closures_bind:
 * @widget_class: a class whose template was set
 */
void
lueur_closures_bind (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_callback_full (widget_class, #name, G_CALLBACK (name))
  BIND (lueur_closure_text_or);
  BIND (lueur_closure_title);
  BIND (lueur_closure_message_hint);
  BIND (lueur_closure_has_text);
  BIND (lueur_closure_not);
  BIND (lueur_closure_way);
  BIND (lueur_closure_and);
  BIND (lueur_closure_or);
  BIND (lueur_closure_is_set);
  BIND (lueur_closure_language_note);
  BIND (lueur_closure_has_language_note);
#undef BIND
}

static GDateTime *
local_time (gint64 when, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (when);

  return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

static guint
day_number (GDateTime *time)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, g_date_time_get_day_of_month (time), g_date_time_get_month (time),
                  g_date_time_get_year (time));
  return g_date_get_julian (&date);
}

/* Whether the locale tells the time with a morning and an afternoon of twelve hours. */
static gboolean
has_twelve_hours (void)
{
  const char *format = nl_langinfo (T_FMT);

  return strstr (format, "%r") != NULL || strstr (format, "%I") != NULL || strstr (format, "%l") != NULL;
}

/* A date that stands at the head of a line begins it, as a sentence does; in many languages names of days are small. */
static char *
begin_line (char *text)
{
  gunichar first = text != NULL ? g_utf8_get_char (text) : 0;
  g_autofree char *line = text;
  char large[7] = "";

  if (g_unichar_totitle (first) == first)
    return g_steal_pointer (&line);
  g_unichar_to_utf8 (g_unichar_totitle (first), large);
  return g_strconcat (large, g_utf8_next_char (line), NULL);
}

/**
 * lueur_format_date:
 * @format: as g_date_time_format() takes it, translated; the day of the month is “%-e” in it
 *
 * The first day of a month has a word of its own in some languages, as in “1er décembre”.
 *
 * Returns: (transfer full): @date as @format tells it
 */
char *
lueur_format_date (GDateTime *date, const char *format)
{
  g_autoptr (GString) text = g_string_new (format);

  /* xgettext:no-c-format */
  /* Translators: the first day of a month, in a date. Where it is a number as all others, keep “%-e” */
  const char *first = C_("first day of a month", "%-e");

  if (g_date_time_get_day_of_month (date) == 1)
    g_string_replace (text, "%-e", first, 0);
  return g_date_time_format (date, text->str);
}

char *
lueur_format_date_line (GDateTime *date, const char *format)
{
  return begin_line (lueur_format_date (date, format));
}

static char *
format_clock (GDateTime *time)
{
  if (has_twelve_hours ())
    /* Translators: a time of day in a locale with AM and PM, as g_date_time_format() takes it */
    return g_date_time_format (time, C_("time of day", "%-l:%M %p"));
  /* Translators: a time of day in a locale with 24 hours, as g_date_time_format() takes it */
  return g_date_time_format (time, C_("time of day", "%H:%M"));
}

char *
lueur_format_time (gint64 when, GTimeZone *zone)
{
  g_autoptr (GDateTime) time = local_time (when, zone);

  return time != NULL ? format_clock (time) : g_strdup ("");
}

char *
lueur_format_when (gint64 when, gint64 now, GTimeZone *zone)
{
  g_autoptr (GDateTime) time = local_time (when, zone), present = local_time (now, zone);
  guint day, today;

  if (time == NULL || present == NULL)
    return g_strdup ("");
  day = day_number (time);
  today = day_number (present);
  /* A date in the future (a clock was set back) is told in full. */
  if (day == today)
    return format_clock (time);
  if (day + 1 == today)
    return g_strdup (_("Yesterday"));
  if (day < today && today - day < 7)
    /* Translators: a day of the last week, short: "Mon" */
    return g_date_time_format (time, C_("day in a narrow column", "%a"));
  if (g_date_time_get_year (time) == g_date_time_get_year (present))
    /* Translators: a day of this year, short: "3 Mar" */
    return lueur_format_date (time, C_("day in a narrow column", "%-e %b"));
  /* Translators: the shortest date there is, with its year */
  return g_date_time_format (time, C_("day in a narrow column", "%x"));
}

char *
lueur_format_day (gint64 when, gint64 now, GTimeZone *zone)
{
  g_autoptr (GDateTime) time = local_time (when, zone), present = local_time (now, zone);
  guint day, today;

  if (time == NULL || present == NULL)
    return g_strdup ("");
  day = day_number (time);
  today = day_number (present);
  if (day == today)
    return g_strdup (_("Today"));
  if (day + 1 == today)
    return g_strdup (_("Yesterday"));
  if (day < today && today - day < 7)
    /* Translators: the line above the messages of a day of the last week: "Monday" */
    return lueur_format_date_line (time, C_("line above a day", "%A"));
  if (g_date_time_get_year (time) == g_date_time_get_year (present))
    /* Translators: the line above the messages of a day of this year: "Monday, 3 March" */
    return lueur_format_date_line (time, C_("line above a day", "%A, %-e %B"));
  /* Translators: the line above the messages of a day of another year: "3 March 2024" */
  return lueur_format_date_line (time, C_("line above a day", "%-e %B %Y"));
}

char *
lueur_format_moment (gint64 when, GTimeZone *zone)
{
  g_autoptr (GDateTime) time = local_time (when, zone);

  if (time == NULL)
    return g_strdup ("");
  if (has_twelve_hours ())
    /* Translators: date and time in full, in a locale with AM and PM */
    return lueur_format_date_line (time, C_("moment", "%A, %-e %B %Y, %-l:%M %p"));
  /* Translators: date and time in full, in a locale with 24 hours */
  return lueur_format_date_line (time, C_("moment", "%A, %-e %B %Y, %H:%M"));
}

guint
lueur_day_number (gint64 when, GTimeZone *zone)
{
  g_autoptr (GDateTime) time = local_time (when, zone);

  return time != NULL ? day_number (time) : 0;
}
