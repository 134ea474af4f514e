/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Colours of a rig: what its style says, and the tones that a person's choice makes. */

#include "ui/avatar/rig-style.h"

#include <string.h>

#define MAX_RULES 2000

typedef struct
{
  char *element; /* (nullable) */
  char *id;      /* (nullable) */
  GStrv classes;
  char *body; /* shared text of the declarations: owned by the sheet */
  guint weight;
} Rule;

struct _LueurStyleSheet
{
  GArray *rules;     /* of Rule, lightest first */
  GPtrArray *bodies; /* of char */
};

static void
clear_rule (gpointer data)
{
  Rule *rule = data;

  g_free (rule->element);
  g_free (rule->id);
  g_strfreev (rule->classes);
}

/* One selector without combinators, or nothing. */
static gboolean
parse_selector (const char *text, Rule *rule)
{
  g_autoptr (GStrvBuilder) classes = g_strv_builder_new ();
  const char *p = text;
  guint n = 0;

  memset (rule, 0, sizeof *rule);
  while (*p != '\0')
    {
      char kind = *p == '.' || *p == '#' ? *p++ : 0;
      gsize length = 0;
      g_autofree char *name = NULL;

      while (g_ascii_isalnum (p[length]) || p[length] == '-' || p[length] == '_')
        length++;
      if (length == 0 && !(kind == 0 && *p == '*'))
        return clear_rule (rule), FALSE;
      name = g_strndup (p, length);
      p += length > 0 ? length : 1;
      if (kind == '.')
        {
          g_strv_builder_add (classes, name);
          n++;
        }
      else if (kind == '#')
        g_set_str (&rule->id, name);
      else if (length > 0 && p - length == text)
        g_set_str (&rule->element, name);
      else if (length > 0)
        return clear_rule (rule), FALSE;
    }
  rule->classes = g_strv_builder_end (classes);
  rule->weight = (rule->id != NULL ? 10000 : 0) + n * 100 + (rule->element != NULL ? 1 : 0);
  return TRUE;
}

static int
compare_rules (gconstpointer a, gconstpointer b)
{
  return (int) ((const Rule *) a)->weight - (int) ((const Rule *) b)->weight;
}

static void
parse_sheet (LueurStyleSheet *self, const char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);
  const char *p = text;

  while (*p != '\0')
    if (p[0] == '/' && p[1] == '*')
      {
        const char *end = strstr (p + 2, "*/");
        p = end != NULL ? end + 2 : p + strlen (p);
      }
    else
      g_string_append_c (clean, *p++);

  p = clean->str;
  for (;;)
    {
      const char *open = strchr (p, '{'), *close = open != NULL ? strchr (open, '}') : NULL;
      g_autofree char *head = NULL;
      g_auto (GStrv) selectors = NULL;
      char *body;

      if (close == NULL)
        return;
      head = g_strndup (p, open - p);
      body = g_strndup (open + 1, close - open - 1);
      g_ptr_array_add (self->bodies, body);
      selectors = g_strsplit (head, ",", -1);
      for (guint i = 0; selectors[i] != NULL && self->rules->len < MAX_RULES; i++)
        {
          Rule rule;

          if (*g_strstrip (selectors[i]) != '\0' && parse_selector (selectors[i], &rule))
            {
              rule.body = body;
              g_array_append_val (self->rules, rule);
            }
        }
      p = close + 1;
    }
}

LueurStyleSheet *
lueur_style_sheet_new (const LueurRigDocument *document)
{
  LueurStyleSheet *self = g_new0 (LueurStyleSheet, 1);

  self->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  g_array_set_clear_func (self->rules, clear_rule);
  self->bodies = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < document->styles->len; i++)
    {
      const LueurNode *node = g_ptr_array_index (document->styles, i);
      parse_sheet (self, node->text->str);
    }
  /* g_array_sort keeps the order of equals. */
  g_array_sort (self->rules, compare_rules);
  return self;
}

void
lueur_style_sheet_free (LueurStyleSheet *self)
{
  g_array_unref (self->rules);
  g_ptr_array_unref (self->bodies);
  g_free (self);
}

/* The value of @property in "a: b; c: d". */
static char *
find_declaration (const char *body, const char *property)
{
  g_auto (GStrv) parts = g_strsplit (body, ";", -1);
  char *found = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *colon = strchr (parts[i], ':');

      if (colon == NULL)
        continue;
      *colon = '\0';
      if (strcmp (g_strstrip (parts[i]), property) == 0)
        {
          char *bang = strchr (colon + 1, '!');

          if (bang != NULL)
            *bang = '\0';
          g_free (found);
          found = g_strdup (g_strstrip (colon + 1));
        }
    }
  return found;
}

static gboolean
matches (const Rule *rule, const LueurNode *node, const char *const *classes)
{
  if (rule->element != NULL && strcmp (rule->element, node->name) != 0)
    return FALSE;
  if (rule->id != NULL && g_strcmp0 (rule->id, lueur_node_get (node, "id")) != 0)
    return FALSE;
  for (guint i = 0; rule->classes[i] != NULL; i++)
    if (classes == NULL || !g_strv_contains (classes, rule->classes[i]))
      return FALSE;
  return TRUE;
}

char *
lueur_style_sheet_find (const LueurStyleSheet *self, const LueurNode *node, const char *property, gboolean inherit)
{
  for (; node != NULL; node = inherit ? node->parent : NULL)
    {
      const char *style = lueur_node_get (node, "style"), *class = lueur_node_get (node, "class");
      g_auto (GStrv) classes = class != NULL ? g_strsplit_set (class, " \t\n", -1) : NULL;
      char *value = style != NULL ? find_declaration (style, property) : NULL;

      for (guint i = self->rules->len; value == NULL && i > 0; i--)
        {
          const Rule *rule = &g_array_index (self->rules, Rule, i - 1);

          if (matches (rule, node, (const char *const *) classes))
            value = find_declaration (rule->body, property);
        }
      if (value == NULL)
        value = g_strdup (lueur_node_get (node, property));
      if (value != NULL && strcmp (value, "inherit") != 0)
        return value;
      g_free (value);
    }
  return NULL;
}

/* --- Materials ------------------------------------------------------------------------------ */

const char *const lueur_materials[] = { "skin", "hair", "eyes", "outfit", "outfit2", "accent", "lips", NULL };

static const char *const tone_suffix[LUEUR_N_TONES] = {
  [LUEUR_TONE_BASE] = "", [LUEUR_TONE_SHADE] = "-shade", [LUEUR_TONE_LIGHT] = "-light",
  [LUEUR_TONE_DEEP] = "-deep", [LUEUR_TONE_LINE] = "-line",
};

static gboolean
parse_tone (const char *class, guint *material, LueurTone *tone)
{
  for (guint m = 0; lueur_materials[m] != NULL; m++)
    if (g_str_has_prefix (class, lueur_materials[m]))
      for (guint t = 0; t < LUEUR_N_TONES; t++)
        if (strcmp (class + strlen (lueur_materials[m]), tone_suffix[t]) == 0)
          {
            *material = m;
            *tone = t;
            return TRUE;
          }
  return FALSE;
}

gboolean
lueur_node_find_tone (const LueurNode *node, gboolean stroke, guint *material, LueurTone *tone)
{
  for (; node != NULL; node = node->parent)
    {
      const char *class = lueur_node_get (node, "class");
      g_auto (GStrv) classes = NULL;

      if (class == NULL)
        continue;
      classes = g_strsplit_set (class, " \t\n", -1);
      if (g_strv_contains ((const char *const *) classes, "stroke") != stroke)
        continue;
      for (guint i = 0; classes[i] != NULL; i++)
        if (parse_tone (classes[i], material, tone))
          return TRUE;
    }
  return FALSE;
}
