/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The macros of card authors. A text of somebody else's may call itself, or grow at every step: what it becomes,
 * how many macros are followed and how deep are bounded, and beyond the bounds nothing more is added. */

#include "core/chat/macros.h"

#include <string.h>

/* Longest macro, in bytes. */
#define MACRO_MAX (16 * 1024)

typedef struct
{
  const LueurMacros *values;
  gboolean hidden;
  guint steps;
  gsize bytes; /* that may still be added */
  guint64 random;
} Work;

typedef struct
{
  GString *out;
  gboolean trim; /* line breaks that come next are left out */
} Target;

static void expand (Work *work, const char *text, gsize length, guint depth, GString *out);

static gboolean
is_french (const Work *work)
{
  return g_strcmp0 (work->values->language, "fr") == 0;
}

static void
put (Work *work, GString *out, const char *text, gsize length)
{
  if (length > work->bytes)
    {
      length = work->bytes;
      while (length > 0 && (text[length] & 0xc0) == 0x80)
        length--;
      work->bytes = length;
    }
  g_string_append_len (out, text, (gssize) length);
  work->bytes -= length;
}

static void
put_text (Work *work, GString *out, const char *text)
{
  if (text != NULL)
    put (work, out, text, strlen (text));
}

/* --- Chance ------------------------------------------------------------------------------------------ */

static guint64
mix (guint64 x)
{
  x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9u;
  x = (x ^ x >> 27) * 0x94d049bb133111ebu;
  return x ^ x >> 31;
}

static guint64
next_random (Work *work)
{
  work->random += 0x9e3779b97f4a7c15u;
  return mix (work->random);
}

static guint64
hash_text (const char *text, gsize length, guint64 seed)
{
  guint64 hash = 0xcbf29ce484222325u ^ seed;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * 0x100000001b3u;
  return mix (hash);
}

/* "A::B::C", or "A,B,C" where "\," is a comma that is meant. */
static GStrv
split_choices (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GString *choice;

  if (strstr (text, "::") != NULL)
    return g_strsplit (text, "::", 1000);
  choice = g_string_new (NULL);
  for (const char *p = text;; p++)
    {
      if (p[0] == '\\' && p[1] == ',')
        g_string_append_c (choice, *++p);
      else if (*p == ',' || *p == '\0')
        {
          g_strv_builder_add (builder, g_strstrip (choice->str));
          g_string_truncate (choice, 0);
        }
      else
        g_string_append_c (choice, *p);
      if (*p == '\0')
        break;
    }
  g_string_free (choice, TRUE);
  return g_strv_builder_end (builder);
}

static void
choose (Work *work, const char *argument, guint64 number, guint depth, GString *out)
{
  g_auto (GStrv) choices = split_choices (argument);
  guint n = g_strv_length (choices);

  if (n > 0)
    put_text (work, out, choices[number % n]);
}

/* "d6", "2d6+1", "20" */
static void
roll (Work *work, const char *argument, GString *out)
{
  gint64 n = 1, sides, bonus = 0, sum = 0;
  char *end = (char *) argument;
  g_autofree char *text = NULL;

  if (g_ascii_isdigit (*argument))
    n = g_ascii_strtoll (argument, &end, 10);
  if (*end == 'd' || *end == 'D')
    sides = g_ascii_strtoll (end + 1, &end, 10);
  else
    {
      sides = n;
      n = 1;
    }
  if (*end == '+' || *end == '-')
    bonus = g_ascii_strtoll (end, &end, 10);
  if (*end != '\0' || n < 1 || n > 100 || sides < 1 || sides > 1000000 || ABS (bonus) > 1000000)
    return;
  for (gint64 i = 0; i < n; i++)
    sum += 1 + (gint64) (next_random (work) % (guint64) sides);
  text = g_strdup_printf ("%" G_GINT64_FORMAT, sum + bonus);
  put_text (work, out, text);
}

/* --- Time -------------------------------------------------------------------------------------------- */

static const char *const months_en[] = { "January", "February", "March", "April", "May", "June", "July", "August",
                                         "September", "October", "November", "December" };
static const char *const months_fr[] = { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
                                         "septembre", "octobre", "novembre", "décembre" };
static const char *const days_en[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
static const char *const days_fr[] = { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" };

/* Written here and not by the locale: the companion's language counts, and a request must come out the same. */
static char *
tell_time (const Work *work, const char *name)
{
  GDateTime *now = work->values->now;
  int hour, day, month;

  if (now == NULL)
    return NULL;
  hour = g_date_time_get_hour (now);
  day = g_date_time_get_day_of_month (now);
  month = g_date_time_get_month (now) - 1;
  if (strcmp (name, "isodate") == 0)
    return g_strdup_printf ("%04d-%02d-%02d", g_date_time_get_year (now), month + 1, day);
  if (strcmp (name, "isotime") == 0 || (strcmp (name, "time") == 0 && is_french (work)))
    return g_strdup_printf ("%02d:%02d", hour, g_date_time_get_minute (now));
  if (strcmp (name, "time") == 0)
    return g_strdup_printf ("%d:%02d %s", (hour + 11) % 12 + 1, g_date_time_get_minute (now), hour < 12 ? "AM" : "PM");
  if (strcmp (name, "weekday") == 0)
    {
      int weekday = g_date_time_get_day_of_week (now) - 1;

      return g_strdup (is_french (work) ? days_fr[weekday] : days_en[weekday]);
    }
  if (is_french (work))
    return g_strdup_printf ("%d%s %s %d", day, day == 1 ? "er" : "", months_fr[month], g_date_time_get_year (now));
  return g_strdup_printf ("%s %d, %d", months_en[month], day, g_date_time_get_year (now));
}

static char *
tell_idle (const Work *work)
{
  static const struct { gint64 seconds; const char *const en[2], *const fr[2]; } units[] = {
    { 86400, { "a day", " days" }, { "un jour", " jours" } },
    { 3600, { "an hour", " hours" }, { "une heure", " heures" } },
    { 60, { "a minute", " minutes" }, { "une minute", " minutes" } },
  };
  gint64 seconds = work->values->idle_usec / G_USEC_PER_SEC;

  if (work->values->idle_usec < 0)
    return g_strdup (is_french (work) ? "un instant" : "a moment");
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      const char *const *words = is_french (work) ? units[i].fr : units[i].en;
      int n = (int) MIN (seconds / units[i].seconds, 100000);

      if (n == 1)
        return g_strdup (words[0]);
      if (n > 1)
        return g_strdup_printf ("%d%s", n, words[1]);
    }
  return g_strdup (is_french (work) ? "quelques secondes" : "a few seconds");
}

/* --- Macros ------------------------------------------------------------------------------------------ */

static const char *
name_of_person (const Work *work)
{
  if (work->values->user != NULL && *work->values->user != '\0')
    return work->values->user;
  return is_french (work) ? "la personne" : "the person";
}

/* FALSE when @name is no text of the card's. */
static gboolean
put_card_text (Work *work, const char *name, guint depth, GString *out)
{
  const LueurMacros *values = work->values;
  const struct { const char *name, *text; } texts[] = {
    { "description", values->description }, { "personality", values->personality }, { "scenario", values->scenario },
    { "persona", values->person }, { "mesexamples", values->examples },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (strcmp (name, texts[i].name) == 0)
      {
        if (texts[i].text != NULL)
          expand (work, texts[i].text, strlen (texts[i].text), depth + 1, out);
        return TRUE;
      }
  return FALSE;
}

static gboolean
put_plain (Work *work, const char *name, GString *out)
{
  const LueurMacros *values = work->values;
  const struct { const char *name, *text; } texts[] = {
    { "user", name_of_person (work) }, { "char", values->companion }, { "original", values->original },
    { "lastmessage", values->last_message }, { "lastusermessage", values->last_user_message },
    { "lastcharmessage", values->last_companion_message }, { "newline", "\n" }, { "noop", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (strcmp (name, texts[i].name) == 0)
      {
        put_text (work, out, texts[i].text);
        return TRUE;
      }
  return FALSE;
}

static gboolean
put_time (Work *work, const char *name, GString *out)
{
  static const char *const names[] = { "time", "date", "weekday", "isotime", "isodate", NULL };
  g_autofree char *text = NULL;

  if (g_strv_contains (names, name))
    text = tell_time (work, name);
  else if (strcmp (name, "idleduration") == 0 || strcmp (name, "idle_duration") == 0)
    text = tell_idle (work);
  else
    return FALSE;
  put_text (work, out, text);
  return TRUE;
}

/* Macros with an argument. @whole: the macro as it is written, for what must be the same at the same place */
static gboolean
put_computed (Work *work, const char *name, const char *argument, const char *whole, gsize length, gsize place, guint depth,
              GString *out)
{
  if (strcmp (name, "random") == 0)
    choose (work, argument, next_random (work), depth, out);
  else if (strcmp (name, "pick") == 0)
    choose (work, argument, hash_text (whole, length, work->values->pick_seed + place), depth, out);
  else if (strcmp (name, "roll") == 0)
    roll (work, argument, out);
  else if (strcmp (name, "reverse") == 0)
    {
      g_autofree char *reversed = g_utf8_strreverse (argument, -1);

      put_text (work, out, reversed);
    }
  else if (strcmp (name, "hidden_key") == 0)
    put_text (work, out, work->hidden ? argument : "");
  else if (strcmp (name, "comment") != 0)
    return FALSE;
  return TRUE;
}

/* The end of the macro that begins at @text with "{{": after its "}}", or NULL. */
static const char *
find_end (const char *text, const char *end)
{
  guint open = 0;

  end = MIN (end, text + MACRO_MAX);
  for (const char *p = text; p + 1 < end; p++)
    if (p[0] == '{' && p[1] == '{')
      {
        open++;
        p++;
      }
    else if (p[0] == '}' && p[1] == '}')
      {
        p++;
        if (--open == 0)
          return p + 1;
      }
  return NULL;
}

/* Name and argument: "name", "name:argument", "name::argument", "name argument"; and "// comment". */
static char *
split_macro (const char *inside, gsize length, const char **argument, gsize *argument_length)
{
  const char *end = inside + length;
  const char *p = inside;
  const char *name;

  while (p < end && g_ascii_isspace (*p))
    p++;
  name = p;
  while (p < end && (g_ascii_isalnum (*p) || *p == '_'))
    p++;
  *argument = p;
  while (*argument < end && g_ascii_isspace (**argument))
    (*argument)++;
  if (*argument < end && **argument == ':')
    *argument += *argument + 1 < end && (*argument)[1] == ':' ? 2 : 1;
  else if (*argument == p && p < end)
    return NULL;
  *argument_length = (gsize) (end - *argument);
  return g_ascii_strdown (name, p - name);
}

/* FALSE when it is no macro that is known; nothing was written then. */
static gboolean
put_macro (Work *work, const char *macro, gsize length, gsize place, guint depth, Target *target)
{
  const char *inside = macro + 2;
  gsize inside_length = length - 4, argument_length = 0;
  const char *argument = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GString) value = NULL;
  gsize skipped = 0;

  while (skipped < inside_length && g_ascii_isspace (inside[skipped]))
    skipped++;
  if (inside_length - skipped >= 2 && strncmp (inside + skipped, "//", 2) == 0)
    return TRUE;
  name = split_macro (inside, inside_length, &argument, &argument_length);
  if (name == NULL || *name == '\0')
    return FALSE;
  if (strcmp (name, "trim") == 0)
    {
      while (target->out->len > 0 && (target->out->str[target->out->len - 1] == '\n' || target->out->str[target->out->len - 1] == '\r'))
        g_string_truncate (target->out, target->out->len - 1);
      target->trim = TRUE;
      return TRUE;
    }
  if (put_plain (work, name, target->out) || put_card_text (work, name, depth, target->out) ||
      put_time (work, name, target->out))
    return TRUE;
  value = g_string_new (NULL);
  if (argument_length > 0)
    expand (work, argument, argument_length, depth + 1, value);
  return put_computed (work, name, value->str, macro, length, place, depth, target->out);
}

static gsize
match_legacy (Work *work, const char *text, gsize length, GString *out)
{
  static const char *const names[] = { "<USER>", "<BOT>", "<CHAR>" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (length >= strlen (names[i]) && g_ascii_strncasecmp (text, names[i], strlen (names[i])) == 0)
      {
        put_text (work, out, i == 0 ? name_of_person (work) : work->values->companion);
        return strlen (names[i]);
      }
  return 0;
}

static void
expand (Work *work, const char *text, gsize length, guint depth, GString *out)
{
  Target target = { out, FALSE };
  const char *end = text + length;

  if (depth > LUEUR_MACROS_MAX_DEPTH)
    return;
  for (const char *p = text; p < end;)
    {
      const char *run = p;
      gsize legacy;

      while (p < end && *p != '{' && *p != '<')
        p++;
      while (target.trim && run < p && (*run == '\n' || *run == '\r'))
        run++;
      target.trim = target.trim && run == p;
      put (work, out, run, (gsize) (p - run));
      if (p == end || work->bytes == 0)
        return;
      if (*p == '<' && (legacy = match_legacy (work, p, (gsize) (end - p), out)) > 0)
        {
          p += legacy;
          target.trim = FALSE;
          continue;
        }
      if (*p == '{' && p + 1 < end && p[1] == '{' && work->steps > 0)
        {
          const char *after;

          work->steps--;
          after = find_end (p, end);
          if (after != NULL && put_macro (work, p, (gsize) (after - p), (gsize) (p - text), depth, &target))
            {
              p = after;
              continue;
            }
          put (work, out, p, 1);
          p++;
        }
      put (work, out, p, 1);
      p++;
      target.trim = FALSE;
    }
}

static char *
expand_whole (const LueurMacros *self, const char *text, gboolean hidden)
{
  Work work = { self, hidden, LUEUR_MACROS_MAX_STEPS, LUEUR_MACROS_MAX_BYTES, 0 };
  GString *out;
  gsize length = strlen (text);

  work.random = hash_text (text, MIN (length, 4096), self->seed);
  out = g_string_sized_new (length + 16);
  expand (&work, text, length, 0, out);
  return g_string_free_and_steal (out);
}

char *
lueur_macros_expand (const LueurMacros *self, const char *text)
{
  return expand_whole (self, text, FALSE);
}

char *
lueur_macros_expand_hidden (const LueurMacros *self, const char *text)
{
  return expand_whole (self, text, TRUE);
}
