/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a picture that nobody vouches for may hold. */

#include "ui/avatar/rig-limits.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ui/avatar/rig-path.h"

#define MAX_USES 2000    /* elements that <use> may add altogether */
#define MAX_LAYERS 8     /* nested groups that need a surface of their own */
#define MAX_BLUR 60.0

static const char *const allowed[] = {
  "svg", "g", "defs", "path", "rect", "circle", "ellipse", "polygon", "polyline", "line",
  "linearGradient", "radialGradient", "stop", "clipPath", "mask", "use", "style", "title", "desc",
  "metadata", "filter", "feGaussianBlur", NULL,
};

/* Attributes whose value is numbers and nothing else. */
static const char *const numeric[] = {
  "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "width", "height", "points",
  "offset", "stdDeviation", "stroke-width", "stroke-miterlimit", "opacity", "fill-opacity",
  "stroke-opacity", "stop-opacity", "viewBox", NULL,
};

gboolean
lueur_rig_refuse (GError **error, LueurRigError code, const char *message)
{
  g_set_error_literal (error, LUEUR_RIG_ERROR, code, message);
  return FALSE;
}

gboolean
lueur_rig_refuse_with (GError **error, LueurRigError code, const char *format, const char *what)
{
  g_autofree char *shown = g_strndup (what, 60);
  g_autofree char *valid = g_utf8_make_valid (shown, -1);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, LUEUR_RIG_ERROR, code, format, valid);
#pragma GCC diagnostic pop
  return FALSE;
}

gboolean
lueur_rig_refuse_number (GError **error, const char *where)
{
  /* Translators: %s is the name of an attribute of an SVG file, such as “width” */
  return lueur_rig_refuse_with (error, LUEUR_RIG_ERROR_MALFORMED,
                                _("The picture holds a number in “%s” that makes no sense."), where);
}

/* Every url() may only name something of this file; what else CSS can do stays out. */
gboolean
lueur_rig_check_css (const char *text, GError **error)
{
  static const char *const out[] = { "@import", "@font", "@charset", "expression(", "javascript:", "\\", "image(",
                                     "image-set(", "cross-fade(", "src(", "dasharray" };
  g_autofree char *lower = g_ascii_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (out); i++)
    if (strstr (lower, out[i]) != NULL)
      return lueur_rig_refuse_with (error, LUEUR_RIG_ERROR_FORBIDDEN, _("The picture’s style uses “%s”, which is not allowed."),
                                    out[i]);

  for (const char *p = strstr (lower, "url("); p != NULL; p = strstr (p, "url("))
    {
      p += strlen ("url(");
      while (g_ascii_isspace (*p) || *p == '"' || *p == '\'')
        p++;
      if (*p != '#')
        return lueur_rig_refuse (error, LUEUR_RIG_ERROR_FORBIDDEN, _("The picture refers to something outside of its own file."));
    }
  return TRUE;
}

gboolean
lueur_rig_allows (const char *element)
{
  return g_strv_contains (allowed, element);
}

static gboolean
check_numbers (const char *name, const char *value, GError **error)
{
  const char *p = value;

  while (*p != '\0')
    {
      double n;

      while (g_ascii_isspace (*p) || *p == ',')
        p++;
      if (*p == '\0')
        break;
      if (!lueur_scan_number (&p, &n) || !isfinite (n) || fabs (n) > 1e6)
        return lueur_rig_refuse_number (error, name);
      if (g_str_has_prefix (p, "px") || g_str_has_prefix (p, "mm") || g_str_has_prefix (p, "pt"))
        p += 2;
      else if (*p == '%')
        p++;
      if (strcmp (name, "stdDeviation") == 0 && (n < 0 || n > MAX_BLUR))
        return lueur_rig_refuse (error, LUEUR_RIG_ERROR_TOO_LARGE, _("The picture blurs further than is allowed."));
    }
  return TRUE;
}

gboolean
lueur_rig_check_attribute (LueurRigDocument *document, const char *name, const char *value, GError **error)
{
  LueurAffine affine;

  if (g_ascii_strncasecmp (name, "on", 2) == 0)
    return lueur_rig_refuse (error, LUEUR_RIG_ERROR_FORBIDDEN, _("The picture holds a script."));
  if (strcmp (name, "href") == 0)
    return *value == '#' ? TRUE
                         : lueur_rig_refuse (error, LUEUR_RIG_ERROR_FORBIDDEN,
                                             _("The picture refers to something outside of its own file."));
  if (strcmp (name, "d") == 0)
    {
      int n = lueur_path_count_commands (value);

      if (n < 0)
        return lueur_rig_refuse_number (error, "d");
      document->n_commands += n;
      if (document->n_commands > LUEUR_RIG_MAX_COMMANDS)
        return lueur_rig_refuse (error, LUEUR_RIG_ERROR_TOO_LARGE, _("The picture’s lines are more detailed than is allowed."));
      return TRUE;
    }
  if (strcmp (name, "points") == 0)
    {
      document->n_commands += strlen (value) / 4;
      if (document->n_commands > LUEUR_RIG_MAX_COMMANDS)
        return lueur_rig_refuse (error, LUEUR_RIG_ERROR_TOO_LARGE, _("The picture’s lines are more detailed than is allowed."));
    }
  if (strcmp (name, "transform") == 0 || strcmp (name, "gradientTransform") == 0)
    return lueur_affine_parse (value, &affine) ? TRUE : lueur_rig_refuse_number (error, name);
  if (strcmp (name, "stroke-dasharray") == 0 && strcmp (value, "none") != 0)
    {
      const char *p = value;
      double n;

      /* Dashes of no length make a line of no end. */
      while (lueur_scan_number (&p, &n))
        if (!(n >= 0.5 && n < 1e6))
          return lueur_rig_refuse_number (error, name);
      return *p == '\0' ? TRUE : lueur_rig_refuse_number (error, name);
    }
  if (g_strv_contains (numeric, name))
    return check_numbers (name, value, error);
  return lueur_rig_check_css (value, error);
}

/* --- What only shows once all is read --------------------------------------------------------- */

/* How many elements drawing @node costs with every <use> followed. Cycles run into the depth cap. */
static guint
count_uses (LueurRigDocument *document, const LueurNode *node, guint depth, guint so_far)
{
  guint n = 1;

  if (depth > LUEUR_RIG_MAX_DEPTH * 2)
    return G_MAXUINT / 4;
  if (strcmp (node->name, "use") == 0)
    {
      const char *href = lueur_node_get (node, "href");
      LueurNode *target = href != NULL ? g_hash_table_lookup (document->ids, href + 1) : NULL;

      if (target != NULL)
        n += count_uses (document, target, depth + 1, so_far + n);
    }
  for (guint i = 0; i < node->nodes->len && so_far + n < LUEUR_RIG_MAX_ELEMENTS + MAX_USES; i++)
    n += count_uses (document, g_ptr_array_index (node->nodes, i), depth + 1, so_far + n);
  return n;
}

/* Whether an element is drawn through a surface of its own. */
static gboolean
needs_layer (const LueurNode *node)
{
  static const char *const names[] = { "mask", "filter", "opacity", "clip-path", "style" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (lueur_node_get (node, names[i]) != NULL)
      return strcmp (node->name, "stop") != 0;
  return FALSE;
}

static guint
count_layers (const LueurNode *node)
{
  guint most = 0;

  for (guint i = 0; i < node->nodes->len; i++)
    most = MAX (most, count_layers (g_ptr_array_index (node->nodes, i)));
  return most + (needs_layer (node) ? 1 : 0);
}

gboolean
lueur_rig_check_whole (LueurRigDocument *document, GError **error)
{
  const LueurNode *root = document->root;
  const char *view;

  if (root == NULL)
    return lueur_rig_refuse (error, LUEUR_RIG_ERROR_MALFORMED, _("This is not an SVG picture."));
  if (count_uses (document, root, 0, 0) >= LUEUR_RIG_MAX_ELEMENTS + MAX_USES)
    return lueur_rig_refuse (error, LUEUR_RIG_ERROR_TOO_LARGE, _("The picture repeats itself more often than is allowed."));
  if (count_layers (root) > MAX_LAYERS)
    return lueur_rig_refuse (error, LUEUR_RIG_ERROR_TOO_LARGE, _("The picture’s groups are nested deeper than is allowed."));

  view = lueur_node_get (root, "viewBox");
  if (view == NULL)
    {
      document->view[2] = lueur_node_get_number (root, "width", 0);
      document->view[3] = lueur_node_get_number (root, "height", 0);
    }
  else
    for (guint i = 0; i < 4; i++)
      if (!lueur_scan_number (&view, &document->view[i]))
        return lueur_rig_refuse_number (error, "viewBox");
  if (!(document->view[2] >= 1 && document->view[3] >= 1) || fabs (document->view[0]) > LUEUR_RIG_MAX_VIEWBOX ||
      fabs (document->view[1]) > LUEUR_RIG_MAX_VIEWBOX)
    return lueur_rig_refuse_number (error, "viewBox");
  if (document->view[2] > LUEUR_RIG_MAX_VIEWBOX || document->view[3] > LUEUR_RIG_MAX_VIEWBOX)
    return lueur_rig_refuse (error, LUEUR_RIG_ERROR_TOO_LARGE, _("The picture is larger than 4096 by 4096."));
  return TRUE;
}
