/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/echo/say.h"

#include <string.h>

#include "core/echo/text.h"

#define NO_BREAK_SPACE "\u00a0"
/* A lean weaker than this is none. */
#define LEAN 0.2

/* As many as LueurGender has values. */
#define N_GENDERS 3

struct _LueurEchoLines
{
  GHashTable *by_key;  /* key -> GPtrArray of const LueurEchoLine * */
  GPtrArray *with_then;
  GPtrArray *literals[2][N_GENDERS]; /* of @with_then, by register and gender: what each is known by; made when needed */
};

LueurEchoLines *
lueur_echo_lines_new (const LueurEchoLine *const *tables)
{
  LueurEchoLines *self = g_new0 (LueurEchoLines, 1);

  self->by_key = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->with_then = g_ptr_array_new ();
  for (; *tables != NULL; tables++)
    for (const LueurEchoLine *line = *tables; line->text != NULL; line++)
      {
        GPtrArray *lines = g_hash_table_lookup (self->by_key, GUINT_TO_POINTER (line->key));

        if (lines == NULL)
          {
            lines = g_ptr_array_new ();
            g_hash_table_insert (self->by_key, GUINT_TO_POINTER (line->key), lines);
          }
        g_ptr_array_add (lines, (gpointer) line);
        if (line->then != 0)
          g_ptr_array_add (self->with_then, (gpointer) line);
      }
  return self;
}

void
lueur_echo_lines_free (LueurEchoLines *self)
{
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->with_then);
  for (guint i = 0; i < 2 * N_GENDERS; i++)
    g_clear_pointer (&self->literals[i / N_GENDERS][i % N_GENDERS], g_ptr_array_unref);
  g_free (self);
}

GPtrArray *
lueur_echo_lines_get (LueurEchoLines *self, guint key)
{
  return g_hash_table_lookup (self->by_key, GUINT_TO_POINTER (key));
}

/* --- Filling in ----------------------------------------------------------------------------------- */

static gboolean
starts_with_vowel (const char *text)
{
  g_autofree char *fold = lueur_echo_fold (text, -1);

  return fold[0] != '\0' && strchr ("aeiouh", fold[0]) != NULL;
}

/* "de {x}" and "que {x}" before a vowel */
static void
append_slot (GString *out, const char *value, gboolean french)
{
  gsize length = out->len;

  if (french && length >= 3 && starts_with_vowel (value) &&
      (g_str_has_suffix (out->str, "de ") || g_str_has_suffix (out->str, "De ") || g_str_has_suffix (out->str, "que ") ||
       g_str_has_suffix (out->str, "Que ")))
    {
      g_string_truncate (out, length - 2);
      g_string_append (out, "’");
    }
  g_string_append (out, value);
}

/* The @n-th of the parts between @open and @close, parted by slashes. Returns: past @close. */
static const char *
append_part (GString *out, const char *p, char close, guint n)
{
  guint part = 0;

  for (p++; *p != '\0' && *p != close; p++)
    if (*p == '/')
      part++;
    else if (part == n)
      g_string_append_c (out, *p);
  return *p == close ? p + 1 : p;
}

char *
lueur_echo_render (const LueurEchoVoice *voice, const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *p = text;

  while (*p != '\0')
    {
      if (*p == '[')
        p = append_part (out, p, ']', voice->formal ? 1 : 0);
      else if (*p == '<')
        p = append_part (out, p, '>', voice->gender == LUEUR_GENDER_MASCULINE ? 0 : voice->gender == LUEUR_GENDER_FEMININE ? 1 : 2);
      else if (*p == '{')
        {
          const char *end = strchr (p, '}');
          g_autofree char *slot = NULL;
          const char *value;

          if (end == NULL)
            return NULL;
          slot = g_strndup (p + 1, (gsize) (end - p - 1));
          value = voice->slots != NULL ? g_hash_table_lookup (voice->slots, slot) : NULL;
          if (value == NULL || *value == '\0')
            return NULL;
          append_slot (out, value, voice->french);
          p = end + 1;
        }
      else
        g_string_append_c (out, *p++);
    }
  return voice->french ? lueur_echo_typeset_fr (out->str) : g_string_free_and_steal (g_steal_pointer (&out));
}

char *
lueur_echo_typeset_fr (const char *text)
{
  GString *out = g_string_sized_new (strlen (text) + 16);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == ' ' && (strchr ("?!;:", p[1]) != NULL && p[1] != '\0'))
        g_string_append (out, NO_BREAK_SPACE);
      else if (*p == ' ' && g_str_has_prefix (p + 1, "»"))
        g_string_append (out, NO_BREAK_SPACE);
      else if (g_str_has_prefix (p, "« "))
        {
          g_string_append (out, "«" NO_BREAK_SPACE);
          p += strlen ("« ") - 1;
        }
      else
        g_string_append_c (out, *p);
    }
  return g_string_free_and_steal (out);
}

/* The longest stretch of @text without a slot. */
static char *
longest_literal (const char *text)
{
  const char *p = text, *best = text;
  gsize best_length = 0;

  while (*p != '\0')
    {
      gsize length = strcspn (p, "{");

      if (length > best_length)
        {
          best = p;
          best_length = length;
        }
      p += length;
      if (*p == '{')
        p += strcspn (p, "}");
      if (*p == '}')
        p++;
    }
  return g_strndup (best, best_length);
}

/* What stands between the slots is enough to know a line by. */
static GPtrArray *
get_literals (LueurEchoLines *self, gboolean formal, LueurGender gender, gboolean french)
{
  GPtrArray **literals = &self->literals[formal ? 1 : 0][(guint) gender % N_GENDERS];
  LueurEchoVoice voice = { .lines = self, .french = french, .formal = formal, .gender = gender };

  if (*literals != NULL)
    return *literals;
  *literals = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->with_then->len; i++)
    {
      const LueurEchoLine *line = g_ptr_array_index (self->with_then, i);
      g_autofree char *literal = longest_literal (line->text);

      g_ptr_array_add (*literals, lueur_echo_render (&voice, literal));
    }
  return *literals;
}

guint
lueur_echo_lines_then (LueurEchoLines *self, const char *text, gboolean formal, LueurGender gender, gboolean french)
{
  GPtrArray *literals = get_literals (self, formal, gender, french);

  for (guint i = 0; i < literals->len; i++)
    {
      const char *said = g_ptr_array_index (literals, i);

      if (said != NULL && strlen (said) > 8 && strstr (text, said) != NULL)
        return ((const LueurEchoLine *) g_ptr_array_index (self->with_then, i))->then;
    }
  return 0;
}

/* --- Choosing ------------------------------------------------------------------------------------- */

static guint64
next_random (LueurEchoVoice *voice)
{
  /* SplitMix64 (Steele, Lea, Flood 2014): small, and the same everywhere. */
  guint64 z = (voice->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

guint
lueur_echo_voice_random (LueurEchoVoice *voice, guint n)
{
  return n > 0 ? (guint) (next_random (voice) % n) : 0;
}

gboolean
lueur_echo_voice_chance (LueurEchoVoice *voice, double probability)
{
  return (double) (next_random (voice) >> 11) / (double) (G_GUINT64_CONSTANT (1) << 53) < probability;
}

void
lueur_echo_voice_set (LueurEchoVoice *voice, const char *slot, const char *value)
{
  if (value != NULL)
    g_hash_table_insert (voice->slots, g_strdup (slot), g_strdup (value));
  else
    g_hash_table_remove (voice->slots, slot);
}

static const struct
{
  guint tag;
  LueurTrait trait;
  int side; /* -1: the first word of the axis, 1: the second */
} leanings[] = {
  { ECHO_GENTLE, LUEUR_TRAIT_GENTLE_TEASING, -1 },    { ECHO_TEASING, LUEUR_TRAIT_GENTLE_TEASING, 1 },
  { ECHO_PLAYFUL, LUEUR_TRAIT_PLAYFUL_SERIOUS, -1 },  { ECHO_SERIOUS, LUEUR_TRAIT_PLAYFUL_SERIOUS, 1 },
  { ECHO_CANDID, LUEUR_TRAIT_CANDID_DIPLOMATIC, -1 }, { ECHO_DIPLOMATIC, LUEUR_TRAIT_CANDID_DIPLOMATIC, 1 },
  { ECHO_WARM, LUEUR_TRAIT_WARM_RESERVED, -1 },       { ECHO_RESERVED, LUEUR_TRAIT_WARM_RESERVED, 1 },
};

static const struct
{
  guint tag;
  LueurRelation relation;
} relations[] = {
  { ECHO_FRIEND, LUEUR_RELATION_FRIEND },       { ECHO_MENTOR, LUEUR_RELATION_MENTOR },
  { ECHO_PARTNER, LUEUR_RELATION_PARTNER },     { ECHO_CHARACTER, LUEUR_RELATION_CHARACTER },
  { ECHO_CONFIDANT, LUEUR_RELATION_CONFIDANT },
};

/* How gladly this companion says that line: 0 for never. */
static guint
weight_of (const LueurEchoVoice *voice, const LueurEchoLine *line)
{
  double weight = 4;
  gboolean wanted = FALSE, bound = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    if (line->tags & relations[i].tag)
      {
        bound = TRUE;
        wanted |= voice->relation == relations[i].relation;
      }
  if (bound && !wanted)
    return 0;
  if (bound)
    weight += 3;

  for (guint i = 0; i < G_N_ELEMENTS (leanings); i++)
    if (line->tags & leanings[i].tag)
      {
        double lean = voice->traits[leanings[i].trait] * leanings[i].side;

        if (lean < -LEAN || (leanings[i].tag == ECHO_TEASING && lean < LEAN))
          return 0;
        weight += lean > LEAN ? 12 * lean : -1;
      }
  return (guint) MAX (weight, 1);
}

static gboolean
was_said (const LueurEchoVoice *voice, const char *said)
{
  for (guint i = 0; i < voice->recent->len; i++)
    if (strstr (g_ptr_array_index (voice->recent, i), said) != NULL)
      return TRUE;
  return FALSE;
}

/* The frame of a line with slots was heard lately, though filled with other words. */
static gboolean
frame_was_said (const LueurEchoVoice *voice, const char *text)
{
  g_autofree char *frame = strchr (text, '{') != NULL ? longest_literal (text) : NULL;
  LueurEchoVoice bare = { .french = voice->french, .formal = voice->formal, .gender = voice->gender };
  g_autofree char *said = frame != NULL && strlen (frame) >= 10 ? lueur_echo_render (&bare, frame) : NULL;

  return said != NULL && was_said (voice, said);
}

static gboolean
is_unwelcome (const LueurEchoVoice *voice, const char *said)
{
  g_autofree char *fold = NULL;

  if (voice->limits == NULL || voice->limits->len == 0)
    return FALSE;
  fold = lueur_echo_fold (said, -1);
  for (guint i = 0; i < voice->limits->len; i++)
    if (strstr (fold, g_ptr_array_index (voice->limits, i)) != NULL)
      return TRUE;
  return FALSE;
}

static char *
pick (LueurEchoVoice *voice, guint key, gboolean statements_only)
{
  GPtrArray *lines = lueur_echo_lines_get (voice->lines, key);
  g_autofree guint *weights = NULL;
  guint total = 0;

  if (lines == NULL)
    return NULL;
  weights = g_new (guint, lines->len);
  for (guint i = 0; i < lines->len; i++)
    {
      const LueurEchoLine *line = g_ptr_array_index (lines, i);

      weights[i] = statements_only && strchr (line->text, '?') != NULL ? 0 : weight_of (voice, line);
      total += weights[i];
    }

  while (total > 0)
    {
      guint at = lueur_echo_voice_random (voice, total), i = 0;
      const LueurEchoLine *line;
      g_autofree char *said = NULL;

      while (at >= weights[i])
        at -= weights[i++];
      line = g_ptr_array_index (lines, i);
      said = lueur_echo_render (voice, line->text);
      if (said != NULL && !is_unwelcome (voice, said) &&
          (voice->relaxed || (!was_said (voice, said) && !frame_was_said (voice, line->text))))
        return g_steal_pointer (&said);
      total -= weights[i];
      weights[i] = 0;
    }
  return NULL;
}

char *
lueur_echo_voice_pick (LueurEchoVoice *voice, guint key)
{
  return pick (voice, key, FALSE);
}

char *
lueur_echo_voice_pick_statement (LueurEchoVoice *voice, guint key)
{
  return pick (voice, key, TRUE);
}
