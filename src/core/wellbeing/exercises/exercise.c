/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/exercises/exercise.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "core/wellbeing/exercises/words.h"

struct _LueurExercise
{
  LueurExerciseKind kind;
  gboolean french;
  gboolean formal;
  guint position;
  guint length;
  char *answers[LUEUR_EXERCISE_MAX_STEPS];

  /* Of the step, as they are said */
  char *say;
  char *hint;
  char *choices[LUEUR_EXERCISE_MAX_CHOICES];
  guint n_choices;
};

static const char *const ids[LUEUR_N_EXERCISES] = { "message", "dispute", "calm", "decision", "order" };

static const LueurExerciseWords *
words_of (LueurExerciseKind kind, gboolean french)
{
  return &(french ? lueur_exercise_words_fr : lueur_exercise_words_en)[kind];
}

/* --- Words -------------------------------------------------------------------------------------- */

/* `[tu/vous]`, and no-break spaces before French double signs. (transfer full) */
static char *
render (const char *text, gboolean french, gboolean formal)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      const char *slash = *p == '[' ? strchr (p, '/') : NULL, *end = slash != NULL ? strchr (slash, ']') : NULL;

      if (end != NULL)
        {
          if (formal)
            g_string_append_len (out, slash + 1, end - slash - 1);
          else
            g_string_append_len (out, p + 1, slash - p - 1);
          p = end;
        }
      else if (french && *p == ' ' && p[1] != '\0' && strchr (";!?", p[1]) != NULL)
        g_string_append (out, "\u202f");
      else if (french && *p == ' ' && p[1] == ':')
        g_string_append (out, "\u00a0");
      else
        g_string_append_c (out, *p);
    }
  return g_string_free_and_steal (out);
}

static const LueurExerciseStep *
step_of (LueurExercise *self)
{
  return &words_of (self->kind, self->french)->steps[self->position];
}

static void
say_step (LueurExercise *self)
{
  const LueurExerciseStep *step = step_of (self);

  g_free (self->say);
  g_free (self->hint);
  self->say = render (step->say, self->french, self->formal);
  self->hint = render (step->hint != NULL ? step->hint : "", self->french, self->formal);
  for (guint i = 0; i < LUEUR_EXERCISE_MAX_CHOICES; i++)
    {
      g_clear_pointer (&self->choices[i], g_free);
      if (step->choices[i] != NULL)
        {
          self->choices[i] = render (step->choices[i], self->french, self->formal);
          self->n_choices = i + 1;
        }
    }
  if (step->choices[0] == NULL)
    self->n_choices = 0;
}

/* --- Of a kind ---------------------------------------------------------------------------------- */

const char *
lueur_exercise_kind_get_id (LueurExerciseKind kind)
{
  g_return_val_if_fail ((guint) kind < LUEUR_N_EXERCISES, ids[0]);
  return ids[kind];
}

gboolean
lueur_exercise_kind_from_id (const char *id, LueurExerciseKind *kind)
{
  for (guint i = 0; i < LUEUR_N_EXERCISES; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      {
        *kind = (LueurExerciseKind) i;
        return TRUE;
      }
  return FALSE;
}

const char *
lueur_exercise_kind_get_title (LueurExerciseKind kind, const char *language)
{
  g_return_val_if_fail ((guint) kind < LUEUR_N_EXERCISES, "");
  return words_of (kind, g_strcmp0 (language, "fr") == 0)->title;
}

const char *
lueur_exercise_kind_get_summary (LueurExerciseKind kind, const char *language)
{
  g_return_val_if_fail ((guint) kind < LUEUR_N_EXERCISES, "");
  return words_of (kind, g_strcmp0 (language, "fr") == 0)->summary;
}

/* --- One ---------------------------------------------------------------------------------------- */

/**
 * lueur_exercise_new:
 * @kind: which one
 * @language: "fr", or anything else for English
 * @formal: vous, in French
 *
 * Returns: (transfer full): at its first step
 */
LueurExercise *
lueur_exercise_new (LueurExerciseKind kind, const char *language, gboolean formal)
{
  LueurExercise *self;

  g_return_val_if_fail ((guint) kind < LUEUR_N_EXERCISES, NULL);

  self = g_new0 (LueurExercise, 1);
  self->kind = kind;
  self->french = g_strcmp0 (language, "fr") == 0;
  self->formal = formal;
  while (words_of (kind, self->french)->steps[self->length++].kind != LUEUR_STEP_RESULT)
    ;
  for (guint i = 0; i < self->length; i++)
    self->answers[i] = g_strdup ("");
  say_step (self);
  return self;
}

void
lueur_exercise_free (LueurExercise *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->answers); i++)
    g_free (self->answers[i]);
  for (guint i = 0; i < G_N_ELEMENTS (self->choices); i++)
    g_free (self->choices[i]);
  g_free (self->say);
  g_free (self->hint);
  g_free (self);
}

LueurExerciseKind
lueur_exercise_get_kind (LueurExercise *self)
{
  return self->kind;
}

guint
lueur_exercise_get_position (LueurExercise *self)
{
  return self->position;
}

guint
lueur_exercise_get_length (LueurExercise *self)
{
  return self->length;
}

LueurStepKind
lueur_exercise_get_step (LueurExercise *self)
{
  return step_of (self)->kind;
}

const char *
lueur_exercise_get_say (LueurExercise *self)
{
  return self->say;
}

const char *
lueur_exercise_get_hint (LueurExercise *self)
{
  return self->hint;
}

guint
lueur_exercise_get_n_choices (LueurExercise *self)
{
  return self->n_choices;
}

const char *
lueur_exercise_get_choice (LueurExercise *self, guint index)
{
  g_return_val_if_fail (index < self->n_choices, "");
  return self->choices[index];
}

const char *
lueur_exercise_get_answer (LueurExercise *self)
{
  return self->answers[self->position];
}

/* The step before @position that lines are taken from. */
static guint
lines_step (LueurExercise *self, guint position)
{
  while (position > 0 && words_of (self->kind, self->french)->steps[position].kind != LUEUR_STEP_TEXT)
    position--;
  return position;
}

static GStrv
split_lines (const char *text)
{
  g_auto (GStrv) all = g_strsplit (text, "\n", -1);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; all[i] != NULL && n < LUEUR_EXERCISE_MAX_LINES; i++)
    {
      const char *line = g_strstrip (all[i]);

      if (*line == '\0')
        continue;
      g_strv_builder_add (lines, line);
      n++;
    }
  return g_strv_builder_end (lines);
}

GStrv
lueur_exercise_dup_lines (LueurExercise *self)
{
  return split_lines (self->answers[lines_step (self, self->position)]);
}

/**
 * lueur_exercise_set_answer:
 * @answer: to the step; cut where it is longer than it may be
 */
void
lueur_exercise_set_answer (LueurExercise *self, const char *answer)
{
  g_autofree char *valid = g_utf8_make_valid (answer, -1);

  if (step_of (self)->kind == LUEUR_STEP_RESULT)
    return;
  if (strlen (valid) > LUEUR_EXERCISE_MAX_BYTES)
    *g_utf8_find_prev_char (valid, valid + LUEUR_EXERCISE_MAX_BYTES + 1) = '\0';
  g_set_str (&self->answers[self->position], valid);
}

/* What the choices so far leave out. */
static gboolean
is_skipped (LueurExercise *self, guint position)
{
  for (guint i = 0; i < position; i++)
    {
      const LueurExerciseStep *step = &words_of (self->kind, self->french)->steps[i];

      if (step->kind == LUEUR_STEP_CHOICE && g_str_equal (self->answers[i], "1") && position <= i + step->skip)
        return TRUE;
    }
  return FALSE;
}

gboolean
lueur_exercise_next (LueurExercise *self)
{
  if (self->position + 1 >= self->length)
    return FALSE;
  do
    self->position++;
  while (is_skipped (self, self->position));
  say_step (self);
  return TRUE;
}

gboolean
lueur_exercise_back (LueurExercise *self)
{
  if (self->position == 0)
    return FALSE;
  do
    self->position--;
  while (is_skipped (self, self->position));
  say_step (self);
  return TRUE;
}

gboolean
lueur_exercise_is_begun (LueurExercise *self)
{
  for (guint i = 0; i < self->length; i++)
    if (*self->answers[i] != '\0')
      return TRUE;
  return FALSE;
}

/* --- What is handed back ------------------------------------------------------------------------ */

static void
append_sorted (LueurExercise *self, GString *out, char choice, gboolean *any)
{
  for (guint i = 0; i < self->length; i++)
    if (words_of (self->kind, self->french)->steps[i].kind == LUEUR_STEP_SORT)
      {
        g_auto (GStrv) lines = split_lines (self->answers[lines_step (self, i)]);
        gsize n = strlen (self->answers[i]);
        gboolean first = TRUE;

        for (guint k = 0; lines[k] != NULL; k++)
          /* What was not sorted stands for today. */
          if ((k < n ? self->answers[i][k] : '0') == choice)
            {
              g_string_append_printf (out, "%s• %s", first ? "" : "\n", lines[k]);
              first = FALSE;
              *any = TRUE;
            }
      }
}

/* A paragraph with its answers filled in; NULL when all of them are empty. */
static char *
fill_paragraph (LueurExercise *self, const char *paragraph)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean any = FALSE, asks = FALSE;

  for (const char *p = paragraph; *p != '\0'; p++)
    {
      if (*p != '{')
        {
          g_string_append_c (out, *p);
          continue;
        }
      asks = TRUE;
      if (p[1] == 's')
        append_sorted (self, out, p[2], &any);
      else if (g_ascii_isdigit (p[1]) && (guint) (p[1] - '0') < self->length)
        {
          g_autofree char *answer = g_strstrip (g_strdup (self->answers[p[1] - '0']));

          g_string_append (out, answer);
          any |= *answer != '\0';
        }
      p = strchr (p, '}');
    }
  return any || !asks ? g_string_free_and_steal (g_steal_pointer (&out)) : NULL;
}

/**
 * lueur_exercise_dup_result:
 *
 * Returns: (transfer full): paragraphs of what was written, those that have nothing in them left out; "" for nothing
 */
char *
lueur_exercise_dup_result (LueurExercise *self)
{
  g_autofree char *frame = render (words_of (self->kind, self->french)->result, self->french, self->formal);
  g_auto (GStrv) paragraphs = g_strsplit (frame, "\n\n", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_autofree char *filled = fill_paragraph (self, paragraphs[i]);

      if (filled != NULL)
        g_string_append_printf (out, "%s%s", out->len > 0 ? "\n\n" : "", filled);
    }
  return g_string_free_and_steal (out);
}

/* --- For later ---------------------------------------------------------------------------------- */

char *
lueur_exercise_to_json (LueurExercise *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "language");
  json_builder_add_string_value (builder, self->french ? "fr" : "en");
  json_builder_set_member_name (builder, "formal");
  json_builder_add_boolean_value (builder, self->formal);
  json_builder_set_member_name (builder, "position");
  json_builder_add_int_value (builder, self->position);
  json_builder_set_member_name (builder, "answers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->length; i++)
    json_builder_add_string_value (builder, self->answers[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

LueurExercise *
lueur_exercise_from_json (LueurExerciseKind kind, const char *json)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root, *list, *language, *formal;
  JsonObject *object;
  LueurExercise *self;
  JsonArray *answers;
  gint64 position;

  if (json == NULL || !json_parser_load_from_data (parser, json, -1, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  object = json_node_get_object (root);
  list = json_object_get_member (object, "answers");
  language = json_object_get_member (object, "language");
  formal = json_object_get_member (object, "formal");
  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
    return NULL;
  self = lueur_exercise_new (kind,
                             language != NULL && JSON_NODE_HOLDS_VALUE (language) ? json_node_get_string (language) : "en",
                             formal != NULL && JSON_NODE_HOLDS_VALUE (formal) && json_node_get_boolean (formal));
  answers = json_node_get_array (list);
  for (self->position = 0; self->position < MIN (json_array_get_length (answers), self->length); self->position++)
    {
      JsonNode *node = json_array_get_element (answers, self->position);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        lueur_exercise_set_answer (self, json_node_get_string (node));
    }
  position = json_object_get_int_member_with_default (object, "position", 0);
  self->position = (guint) CLAMP (position, 0, (gint64) self->length - 1);
  while (self->position > 0 && is_skipped (self, self->position))
    self->position--;
  say_step (self);
  return self;
}
