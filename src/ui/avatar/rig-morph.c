/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The shapes of a rig that change: key shapes and what they are painted with. */

#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <math.h>
#include <string.h>

#include "ui/avatar/rig-private.h"

#define MAX_MORPHS 80
#define MAX_KEYS 64
#define MAX_MORPH_COMMANDS 200

void
lueur_morph_clear (LueurMorph *morph)
{
  g_free (morph->name);
  lueur_outline_clear (&morph->rest);
  if (morph->keys != NULL)
    {
      for (guint i = 0; i < morph->keys->len; i++)
        g_free (g_array_index (morph->keys, LueurKey, i).delta);
      g_array_unref (morph->keys);
    }
}

/* --- Paint ---------------------------------------------------------------------------------- */

static float
number_or (const char *text, float fallback)
{
  double n;

  if (text == NULL || !lueur_scan_number (&text, &n) || !isfinite (n))
    return fallback;
  return (float) (*text == '%' ? n / 100 : n);
}

static void
read_stop (const LueurStyleSheet *sheet, const LueurNode *node, LueurPaint *paint)
{
  guint i = paint->n_stops, material;
  g_autofree char *colour = lueur_style_sheet_find (sheet, node, "stop-color", FALSE);
  g_autofree char *opacity = lueur_style_sheet_find (sheet, node, "stop-opacity", FALSE);

  if (i == LUEUR_PAINT_MAX_STOPS)
    return;
  paint->stops[i].offset = CLAMP (number_or (lueur_node_get (node, "offset"), 0), 0, 1);
  if (i > 0)
    paint->stops[i].offset = MAX (paint->stops[i].offset, paint->stops[i - 1].offset);
  if (colour == NULL || !gdk_rgba_parse (&paint->stops[i].colour, colour))
    gdk_rgba_parse (&paint->stops[i].colour, "black");
  paint->stops[i].colour.alpha *= CLAMP (number_or (opacity, 1), 0, 1);
  paint->stops[i].material = -1;
  if (lueur_node_get (node, "class") != NULL &&
      lueur_node_find_tone (node, FALSE, &material, &paint->stops[i].tone))
    paint->stops[i].material = (int) material;
  paint->n_stops++;
}

/* Attributes and stops may come from another gradient. */
static const char *
gradient_attr (const LueurRigDocument *document, const LueurNode *node, const char *name)
{
  for (guint hops = 0; node != NULL && hops < 8; hops++)
    {
      const char *value = lueur_node_get (node, name), *href = lueur_node_get (node, "href");

      if (value != NULL)
        return value;
      node = href != NULL ? g_hash_table_lookup (document->ids, href + 1) : NULL;
    }
  return NULL;
}

static gboolean
read_gradient (LueurRig *self, const LueurStyleSheet *sheet, const char *url, const LueurAffine *affine,
               LueurPaint *paint)
{
  const LueurRigDocument *document = self->document;
  g_autofree char *id = NULL;
  const char *hash = strchr (url, '#'), *units;
  const LueurNode *node, *stops;
  LueurAffine own;
  double p[4];

  if (hash == NULL)
    return FALSE;
  id = g_strndup (hash + 1, strcspn (hash + 1, "\"')"));
  node = g_hash_table_lookup (document->ids, id);
  if (node == NULL || !g_str_has_suffix (node->name, "Gradient"))
    return FALSE;

  stops = node;
  for (guint hops = 0; stops != NULL && hops < 8; hops++)
    {
      const char *href = lueur_node_get (stops, "href");

      for (guint i = 0; i < stops->nodes->len; i++)
        {
          const LueurNode *stop = g_ptr_array_index (stops->nodes, i);
          if (strcmp (stop->name, "stop") == 0)
            read_stop (sheet, stop, paint);
        }
      if (paint->n_stops > 0)
        break;
      stops = href != NULL ? g_hash_table_lookup (document->ids, href + 1) : NULL;
    }
  if (paint->n_stops == 0)
    return FALSE;
  if (strcmp (node->name, "linearGradient") != 0 || paint->n_stops == 1)
    {
      /* One colour stands for what a morph cannot have. */
      paint->stops[0] = paint->stops[paint->n_stops / 2];
      paint->n_stops = 1;
      paint->kind = LUEUR_PAINT_COLOUR;
      return TRUE;
    }

  units = gradient_attr (document, node, "gradientUnits");
  paint->of_box = g_strcmp0 (units, "userSpaceOnUse") != 0;
  p[0] = number_or (gradient_attr (document, node, "x1"), 0);
  p[1] = number_or (gradient_attr (document, node, "y1"), 0);
  p[2] = number_or (gradient_attr (document, node, "x2"), paint->of_box ? 1 : self->width);
  p[3] = number_or (gradient_attr (document, node, "y2"), 0);
  if (lueur_affine_parse (gradient_attr (document, node, "gradientTransform"), &own))
    {
      if (!paint->of_box)
        own = lueur_affine_multiply (affine, &own);
      for (guint i = 0; i < 4; i += 2)
        {
          double x = p[i], y = p[i + 1];

          p[i] = own.a * x + own.c * y + own.e;
          p[i + 1] = own.b * x + own.d * y + own.f;
        }
    }
  paint->kind = LUEUR_PAINT_GRADIENT;
  paint->from[0] = (float) p[0];
  paint->from[1] = (float) p[1];
  paint->to[0] = (float) p[2];
  paint->to[1] = (float) p[3];
  return TRUE;
}

/* The nearest of @node and its ancestors that says something says it. */
static void
read_paint (LueurRig *self, const LueurStyleSheet *sheet, const LueurNode *node, gboolean stroke, float opacity,
            const LueurAffine *affine, LueurPaint *paint)
{
  const char *property = stroke ? "stroke" : "fill";
  g_autofree char *value = NULL;

  memset (paint, 0, sizeof *paint);
  paint->stops[0].material = -1;
  for (const LueurNode *at = node; at != NULL; at = at->parent)
    {
      const char *class = lueur_node_get (at, "class");
      g_auto (GStrv) classes = class != NULL ? g_strsplit_set (class, " \t\n", -1) : NULL;
      guint material;
      LueurTone tone;
      LueurNode alone = *at;

      alone.parent = NULL;
      if (lueur_node_find_tone (&alone, stroke, &material, &tone))
        {
          paint->stops[0].material = (int) material;
          paint->stops[0].tone = tone;
        }
      value = lueur_style_sheet_find (sheet, at, property, FALSE);
      if (value == NULL && paint->stops[0].material < 0 && !stroke && classes != NULL &&
          g_strv_contains ((const char *const *) classes, "stroke") &&
          lueur_node_find_tone (&alone, TRUE, &material, &tone))
        value = g_strdup ("none");
      if (value != NULL || paint->stops[0].material >= 0)
        break;
    }

  if (value == NULL && paint->stops[0].material < 0)
    value = g_strdup (stroke ? "none" : "black");
  if (value != NULL && strcmp (value, "none") == 0 && paint->stops[0].material < 0)
    return;
  if (value != NULL && g_str_has_prefix (value, "url(") && paint->stops[0].material < 0)
    {
      LueurPaint gradient = { 0 };

      if (read_gradient (self, sheet, value, affine, &gradient))
        {
          *paint = gradient;
          for (guint i = 0; i < paint->n_stops; i++)
            paint->stops[i].colour.alpha *= opacity;
          return;
        }
    }
  paint->kind = LUEUR_PAINT_COLOUR;
  paint->n_stops = 1;
  if (value == NULL || !gdk_rgba_parse (&paint->stops[0].colour, value))
    gdk_rgba_parse (&paint->stops[0].colour, "black");
  paint->stops[0].colour.alpha *= opacity;
}

static float
find_number (const LueurStyleSheet *sheet, const LueurNode *node, const char *property, gboolean inherit, float fallback)
{
  g_autofree char *value = lueur_style_sheet_find (sheet, node, property, inherit);

  return number_or (value, fallback);
}

static void
read_look (LueurRig *self, const LueurStyleSheet *sheet, const LueurNode *node, const LueurAffine *affine,
           LueurMorph *morph)
{
  g_autofree char *cap = lueur_style_sheet_find (sheet, node, "stroke-linecap", TRUE);
  g_autofree char *join = lueur_style_sheet_find (sheet, node, "stroke-linejoin", TRUE);
  g_autofree char *rule = lueur_style_sheet_find (sheet, node, "fill-rule", TRUE);
  float scale = (float) sqrt (fabs (affine->a * affine->d - affine->b * affine->c));

  read_paint (self, sheet, node, FALSE, CLAMP (find_number (sheet, node, "fill-opacity", TRUE, 1), 0, 1), affine,
              &morph->fill);
  read_paint (self, sheet, node, TRUE, CLAMP (find_number (sheet, node, "stroke-opacity", TRUE, 1), 0, 1), affine,
              &morph->stroke);
  morph->stroke_width = CLAMP (find_number (sheet, node, "stroke-width", TRUE, 1), 0, 200) * scale;
  morph->line_cap = g_strcmp0 (cap, "round") == 0    ? GSK_LINE_CAP_ROUND
                    : g_strcmp0 (cap, "square") == 0 ? GSK_LINE_CAP_SQUARE
                                                     : GSK_LINE_CAP_BUTT;
  morph->line_join = g_strcmp0 (join, "round") == 0   ? GSK_LINE_JOIN_ROUND
                     : g_strcmp0 (join, "bevel") == 0 ? GSK_LINE_JOIN_BEVEL
                                                      : GSK_LINE_JOIN_MITER;
  morph->even_odd = g_strcmp0 (rule, "evenodd") == 0;
  morph->opacity = 1;
  for (const LueurNode *at = node; at != NULL; at = at->parent)
    morph->opacity *= CLAMP (find_number (sheet, at, "opacity", FALSE, 1), 0, 1);
}

/* --- Key shapes ------------------------------------------------------------------------------ */

static gboolean
parse_key (const char *text, LueurKey *key)
{
  g_auto (GStrv) terms = g_strsplit_set (text, " ,;", 8);

  memset (key, 0, sizeof *key);
  for (guint i = 0; terms[i] != NULL; i++)
    {
      const char *equals = strchr (terms[i], '='), *number = equals != NULL ? equals + 1 : NULL;
      double value;

      if (*terms[i] == '\0')
        continue;
      if (equals == NULL || key->n_terms == LUEUR_KEY_MAX_TERMS ||
          !lueur_param_from_name (terms[i], equals - terms[i], &key->param[key->n_terms]) ||
          !lueur_scan_number (&number, &value) || !(fabs (value) >= 0.01 && fabs (value) <= 1))
        return FALSE;
      key->value[key->n_terms++] = (float) value;
    }
  return key->n_terms > 0;
}

static float
key_weight_at (const LueurKey *key, const LueurPose *pose)
{
  float weight = 1;

  for (guint i = 0; i < key->n_terms; i++)
    weight *= CLAMP (pose->v[key->param[i]] / key->value[i], 0, 1);
  return weight;
}

/* A corrective is drawn as the whole shape wanted: what the plain keys already do is taken off it. */
static void
take_off_plain_keys (LueurMorph *morph)
{
  for (guint i = 0; i < morph->keys->len; i++)
    {
      LueurKey *key = &g_array_index (morph->keys, LueurKey, i);
      LueurPose there = { 0 };

      if (key->n_terms < 2)
        continue;
      for (guint t = 0; t < key->n_terms; t++)
        there.v[key->param[t]] = key->value[t];
      for (guint k = 0; k < morph->keys->len; k++)
        {
          const LueurKey *plain = &g_array_index (morph->keys, LueurKey, k);
          float weight;

          /* Fewer terms come first: corrected before what builds on them. */
          if (plain->n_terms >= key->n_terms || (weight = key_weight_at (plain, &there)) == 0)
            continue;
          for (guint f = 0; f < morph->rest.n_floats; f++)
            key->delta[f] -= weight * plain->delta[f];
        }
    }
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return (int) ((const LueurKey *) a)->n_terms - (int) ((const LueurKey *) b)->n_terms;
}

static LueurAffine
affine_of (const LueurRig *self, const LueurNode *node)
{
  LueurAffine affine = LUEUR_AFFINE_IDENTITY, own;

  for (; node != NULL; node = node->parent)
    if (lueur_affine_parse (lueur_node_get (node, "transform"), &own))
      affine = lueur_affine_multiply (&own, &affine);
  affine.e -= self->origin[0];
  affine.f -= self->origin[1];
  return affine;
}

static gboolean
read_morph (LueurRig *self, const LueurStyleSheet *sheet, const LueurNode *node, LueurMorph *morph, GError **error)
{
  const LueurNode *rest = NULL;
  LueurAffine affine;

  for (guint i = 0; i < node->nodes->len && rest == NULL; i++)
    {
      const LueurNode *path = g_ptr_array_index (node->nodes, i);
      if (g_strcmp0 (lueur_node_get (path, "lueur:key"), "rest") == 0)
        rest = path;
    }
  if (rest == NULL || lueur_node_get (rest, "d") == NULL)
    {
      g_set_error (error, LUEUR_RIG_ERROR, LUEUR_RIG_ERROR_MALFORMED, _("Morph “%s” has no key shape “rest”."), morph->name);
      return FALSE;
    }
  affine = affine_of (self, rest);
  if (!lueur_outline_parse (lueur_node_get (rest, "d"), &affine, MAX_MORPH_COMMANDS, &morph->rest))
    {
      g_set_error (error, LUEUR_RIG_ERROR, LUEUR_RIG_ERROR_MALFORMED,
                   _("Morph “%s”: the shape “rest” uses something else than M, L, C, Q, Z or has more than %d commands."),
                   morph->name, MAX_MORPH_COMMANDS);
      return FALSE;
    }
  read_look (self, sheet, rest, &affine, morph);

  for (guint i = 0; i < node->nodes->len; i++)
    {
      const LueurNode *path = g_ptr_array_index (node->nodes, i);
      const char *name = lueur_node_get (path, "lueur:key"), *d = lueur_node_get (path, "d");
      LueurOutline outline;
      LueurKey key;

      if (path == rest || strcmp (path->name, "path") != 0)
        continue;
      if (name == NULL || d == NULL || !parse_key (name, &key) || morph->keys->len == MAX_KEYS)
        {
          lueur_rig_warn (self, _("Morph “%s”: key “%s” is not understood."), morph->name, name != NULL ? name : "");
          continue;
        }
      affine = affine_of (self, path);
      if (!lueur_outline_parse (d, &affine, MAX_MORPH_COMMANDS, &outline))
        {
          lueur_rig_warn (self, _("Morph “%s”: the shape “%s” uses something else than M, L, C, Q, Z."), morph->name, name);
          continue;
        }
      if (strcmp (outline.ops, morph->rest.ops) != 0)
        {
          lueur_rig_warn (self, _("Morph “%s”: the shape “%s” has other commands (%s) than “rest” (%s)."), morph->name,
                          name, outline.ops, morph->rest.ops);
          lueur_outline_clear (&outline);
          continue;
        }
      for (guint f = 0; f < outline.n_floats; f++)
        outline.points[f] -= morph->rest.points[f];
      key.delta = g_new0 (float, LUEUR_KEY_ROOM (outline.n_floats));
      memcpy (key.delta, outline.points, sizeof (float) * outline.n_floats);
      lueur_outline_clear (&outline);
      g_array_append_val (morph->keys, key);
    }
  g_array_sort (morph->keys, compare_keys);
  take_off_plain_keys (morph);
  for (guint i = 0; i < morph->keys->len; i++)
    {
      LueurKey *key = &g_array_index (morph->keys, LueurKey, i);

      for (guint f = 0; f < morph->rest.n_floats; f++)
        key->reach = MAX (key->reach, fabsf (key->delta[f]));
    }
  return TRUE;
}

/**
 * lueur_rig_read_morphs:
 * @self: a rig whose parts are known
 * @nodes: the group of each part
 * @error: return location
 *
 * A key shape that does not fit is left out with a warning; a morph without a shape at rest is an error.
 *
 * Returns: whether all is well
 */
gboolean
lueur_rig_read_morphs (LueurRig *self, const GPtrArray *nodes, GError **error)
{
  g_autoptr (LueurStyleSheet) sheet = lueur_style_sheet_new (self->document);
  GArray *morphs = g_array_new (FALSE, TRUE, sizeof (LueurMorph));
  gboolean ok = TRUE;

  for (guint i = 0; i < self->n_parts && ok; i++)
    {
      const LueurNode *node = g_ptr_array_index (nodes, i);
      const char *name = lueur_node_get (node, "lueur:morph");
      LueurMorph morph = { 0 };

      if (name == NULL)
        continue;
      if (morphs->len == MAX_MORPHS)
        {
          g_set_error_literal (error, LUEUR_RIG_ERROR, LUEUR_RIG_ERROR_TOO_LARGE,
                               _("The picture has more morphs than is allowed."));
          ok = FALSE;
          break;
        }
      morph.name = g_strdup (name);
      morph.keys = g_array_new (FALSE, TRUE, sizeof (LueurKey));
      morph.part = (int) i;
      morph.clip_only = g_strcmp0 (lueur_node_get (node, "lueur:shape"), "clip") == 0;
      ok = read_morph (self, sheet, node, &morph, error);
      if (ok)
        self->parts[i].morph = (int) morphs->len;
      g_array_append_val (morphs, morph);
    }
  self->n_morphs = morphs->len;
  self->morphs = (LueurMorph *) (gpointer) g_array_free (morphs, FALSE);
  return ok;
}
