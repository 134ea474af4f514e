/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading an SVG file that nobody vouches for. */

#include "ui/avatar/rig-document.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ui/avatar/rig-path.h"

G_DEFINE_QUARK (lueur-rig-error-quark, lueur_rig_error)

#define MAX_TEXT (64 * 1024)
#define MAX_USES 2000    /* elements that <use> may add altogether */
#define MAX_LAYERS 8     /* nested groups that need a surface of their own */
#define MAX_BLUR 60.0
#define SVG_NAMESPACE "http://www.w3.org/2000/svg"

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

typedef struct
{
  LueurRigDocument *document;
  LueurNode *at;      /* (nullable): the open element */
  char *prefix;       /* of our own namespace, with its colon */
  char *svg_prefix;   /* "" or with its colon */
  guint depth;
  guint skipping;     /* depth inside a foreign element that is left out */
} Reader;

/* --- Nodes ---------------------------------------------------------------------------------- */

static void
clear_attr (gpointer data)
{
  LueurNodeAttr *attr = data;

  g_free (attr->name);
  g_free (attr->value);
}

static void
free_node (gpointer data)
{
  LueurNode *node = data;

  g_free (node->name);
  g_array_unref (node->attrs);
  g_ptr_array_unref (node->nodes);
  if (node->text != NULL)
    g_string_free (node->text, TRUE);
  g_free (node);
}

static LueurNode *
new_node (const char *name, LueurNode *parent)
{
  LueurNode *node = g_new0 (LueurNode, 1);

  node->name = g_strdup (name);
  node->attrs = g_array_new (FALSE, FALSE, sizeof (LueurNodeAttr));
  g_array_set_clear_func (node->attrs, clear_attr);
  node->nodes = g_ptr_array_new_with_free_func (free_node);
  node->parent = parent;
  node->part = -1;
  return node;
}

const char *
lueur_node_get (const LueurNode *node, const char *name)
{
  for (guint i = 0; i < node->attrs->len; i++)
    {
      const LueurNodeAttr *attr = &g_array_index (node->attrs, LueurNodeAttr, i);
      if (strcmp (attr->name, name) == 0)
        return attr->value;
    }
  return NULL;
}

double
lueur_node_get_number (const LueurNode *node, const char *name, double fallback)
{
  const char *text = lueur_node_get (node, name);
  double number;

  return text != NULL && lueur_scan_number (&text, &number) && isfinite (number) ? number : fallback;
}

/* --- Checks --------------------------------------------------------------------------------- */

static gboolean
refuse (GError **error, LueurRigError code, const char *message)
{
  g_set_error_literal (error, LUEUR_RIG_ERROR, code, message);
  return FALSE;
}

static gboolean
refuse_with (GError **error, LueurRigError code, const char *format, const char *what)
{
  g_autofree char *shown = g_strndup (what, 60);
  g_autofree char *valid = g_utf8_make_valid (shown, -1);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, LUEUR_RIG_ERROR, code, format, valid);
#pragma GCC diagnostic pop
  return FALSE;
}

static gboolean
refuse_number (GError **error, const char *where)
{
  /* Translators: %s is the name of an attribute of an SVG file, such as “width” */
  return refuse_with (error, LUEUR_RIG_ERROR_MALFORMED,
                      _("The picture holds a number in “%s” that makes no sense."), where);
}

/* Every url() may only name something of this file; what else CSS can do stays out. */
static gboolean
check_css (const char *text, GError **error)
{
  static const char *const out[] = { "@import", "@font", "@charset", "expression(", "javascript:", "\\", "image(",
                                     "image-set(", "cross-fade(", "src(", "dasharray" };
  g_autofree char *lower = g_ascii_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (out); i++)
    if (strstr (lower, out[i]) != NULL)
      return refuse_with (error, LUEUR_RIG_ERROR_FORBIDDEN, _("The picture’s style uses “%s”, which is not allowed."),
                          out[i]);

  for (const char *p = strstr (lower, "url("); p != NULL; p = strstr (p, "url("))
    {
      p += strlen ("url(");
      while (g_ascii_isspace (*p) || *p == '"' || *p == '\'')
        p++;
      if (*p != '#')
        return refuse (error, LUEUR_RIG_ERROR_FORBIDDEN, _("The picture refers to something outside of its own file."));
    }
  return TRUE;
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
        return refuse_number (error, name);
      if (g_str_has_prefix (p, "px") || g_str_has_prefix (p, "mm") || g_str_has_prefix (p, "pt"))
        p += 2;
      else if (*p == '%')
        p++;
      if (strcmp (name, "stdDeviation") == 0 && (n < 0 || n > MAX_BLUR))
        return refuse (error, LUEUR_RIG_ERROR_TOO_LARGE, _("The picture blurs further than is allowed."));
    }
  return TRUE;
}

static gboolean
check_attribute (Reader *reader, const char *name, const char *value, GError **error)
{
  LueurAffine affine;

  if (g_ascii_strncasecmp (name, "on", 2) == 0)
    return refuse (error, LUEUR_RIG_ERROR_FORBIDDEN, _("The picture holds a script."));
  if (strcmp (name, "href") == 0)
    return *value == '#' ? TRUE
                         : refuse (error, LUEUR_RIG_ERROR_FORBIDDEN,
                                   _("The picture refers to something outside of its own file."));
  if (strcmp (name, "d") == 0)
    {
      int n = lueur_path_count_commands (value);

      if (n < 0)
        return refuse_number (error, "d");
      reader->document->n_commands += n;
      if (reader->document->n_commands > LUEUR_RIG_MAX_COMMANDS)
        return refuse (error, LUEUR_RIG_ERROR_TOO_LARGE, _("The picture’s lines are more detailed than is allowed."));
      return TRUE;
    }
  if (strcmp (name, "points") == 0)
    {
      reader->document->n_commands += strlen (value) / 4;
      if (reader->document->n_commands > LUEUR_RIG_MAX_COMMANDS)
        return refuse (error, LUEUR_RIG_ERROR_TOO_LARGE, _("The picture’s lines are more detailed than is allowed."));
    }
  if (strcmp (name, "transform") == 0 || strcmp (name, "gradientTransform") == 0)
    return lueur_affine_parse (value, &affine) ? TRUE : refuse_number (error, name);
  if (strcmp (name, "stroke-dasharray") == 0 && strcmp (value, "none") != 0)
    {
      const char *p = value;
      double n;

      /* Dashes of no length make a line of no end. */
      while (lueur_scan_number (&p, &n))
        if (!(n >= 0.5 && n < 1e6))
          return refuse_number (error, name);
      return *p == '\0' ? TRUE : refuse_number (error, name);
    }
  if (g_strv_contains (numeric, name))
    return check_numbers (name, value, error);
  return check_css (value, error);
}

/* --- Streaming ------------------------------------------------------------------------------ */

/* The name without the SVG prefix, "lueur:…" for our own, NULL for what is foreign. */
static char *
plain_name (Reader *reader, const char *qname, gboolean is_attribute)
{
  const char *colon = strchr (qname, ':');

  if (reader->prefix != NULL && g_str_has_prefix (qname, reader->prefix))
    return g_strconcat ("lueur:", qname + strlen (reader->prefix), NULL);
  if (colon == NULL)
    return is_attribute || *reader->svg_prefix == '\0' ? g_strdup (qname) : NULL;
  if (*reader->svg_prefix != '\0' && g_str_has_prefix (qname, reader->svg_prefix))
    return g_strdup (qname + strlen (reader->svg_prefix));
  if (is_attribute && strcmp (qname, "xlink:href") == 0)
    return g_strdup ("href");
  return NULL;
}

static void
read_namespaces (Reader *reader, const char *root, const char **names, const char **values)
{
  const char *colon = strchr (root, ':');

  reader->svg_prefix = colon != NULL ? g_strndup (root, colon - root + 1) : g_strdup ("");
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_has_prefix (names[i], "xmlns:") && strcmp (values[i], LUEUR_RIG_NAMESPACE) == 0)
      {
        g_free (reader->prefix);
        reader->prefix = g_strconcat (names[i] + strlen ("xmlns:"), ":", NULL);
      }
}

static void
on_start (GMarkupParseContext *context, const char *qname, const char **names, const char **values, gpointer data,
          GError **error)
{
  Reader *reader = data;
  LueurRigDocument *document = reader->document;
  g_autofree char *name = NULL;
  LueurNode *node;
  const char *id;
  gboolean ours;

  if (++document->n_elements > LUEUR_RIG_MAX_ELEMENTS)
    {
      refuse (error, LUEUR_RIG_ERROR_TOO_LARGE, _("The picture has more elements than is allowed."));
      return;
    }
  if (++reader->depth > LUEUR_RIG_MAX_DEPTH)
    {
      refuse (error, LUEUR_RIG_ERROR_TOO_LARGE, _("The picture’s groups are nested deeper than is allowed."));
      return;
    }
  if (reader->at == NULL)
    read_namespaces (reader, qname, names, values);

  name = plain_name (reader, qname, FALSE);
  if (g_str_has_suffix (qname, "script") || g_str_has_suffix (qname, "foreignObject"))
    {
      refuse (error, LUEUR_RIG_ERROR_FORBIDDEN, _("The picture holds a script."));
      return;
    }
  /* What an editor keeps for itself is not drawn: it goes. */
  if (reader->skipping > 0 || name == NULL)
    {
      reader->skipping++;
      return;
    }
  ours = g_str_has_prefix (name, "lueur:");
  if (!ours && !g_strv_contains (allowed, name))
    {
      refuse_with (error, LUEUR_RIG_ERROR_FORBIDDEN, _("The picture holds “%s”, which is not allowed."), name);
      return;
    }
  if ((reader->at == NULL) != (strcmp (name, "svg") == 0))
    {
      refuse (error, LUEUR_RIG_ERROR_MALFORMED, _("This is not an SVG picture."));
      return;
    }

  node = new_node (name, reader->at);
  if (reader->at == NULL)
    document->root = node;
  else
    g_ptr_array_add (reader->at->nodes, node);
  reader->at = node;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *attr_name = NULL;
      LueurNodeAttr attr;

      if (g_str_has_prefix (names[i], "xmlns"))
        continue;
      attr_name = plain_name (reader, names[i], TRUE);
      if (attr_name == NULL)
        continue;
      if (ours || g_str_has_prefix (attr_name, "lueur:"))
        {
          if (strlen (values[i]) > 2000)
            {
              refuse_number (error, attr_name);
              return;
            }
        }
      else if (!check_attribute (reader, attr_name, values[i], error))
        return;
      attr.name = g_steal_pointer (&attr_name);
      attr.value = g_strdup (values[i]);
      g_array_append_val (node->attrs, attr);
    }

  if (strcmp (name, "style") == 0)
    g_ptr_array_add (document->styles, node);
  if (strcmp (name, "style") == 0 || strcmp (name, "title") == 0 || strcmp (name, "desc") == 0)
    node->text = g_string_new (NULL);
  id = lueur_node_get (node, "id");
  if (id != NULL && !ours && !g_hash_table_insert (document->ids, (gpointer) id, node))
    refuse_with (error, LUEUR_RIG_ERROR_MALFORMED, _("Two things of the picture have the same id, “%s”."), id);
}

static void
on_end (GMarkupParseContext *context, const char *qname, gpointer data, GError **error)
{
  Reader *reader = data;

  reader->depth--;
  if (reader->skipping > 0)
    {
      reader->skipping--;
      return;
    }
  if (reader->at != NULL && strcmp (reader->at->name, "style") == 0 && !check_css (reader->at->text->str, error))
    return;
  if (reader->at != NULL)
    reader->at = reader->at->parent;
}

static void
on_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reader *reader = data;

  if (reader->skipping > 0 || reader->at == NULL || reader->at->text == NULL)
    return;
  if (reader->at->text->len + length > MAX_TEXT)
    refuse (error, LUEUR_RIG_ERROR_TOO_LARGE, _("The picture’s style is longer than is allowed."));
  else
    g_string_append_len (reader->at->text, text, length);
}

static void
on_passthrough (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  static const char cdata[] = "<![CDATA[";

  if (length >= 2 && text[0] == '<' && text[1] == '?')
    {
      /* The declaration only: a style sheet, too, comes as an instruction. */
      if (length < 6 || strncmp (text, "<?xml", 5) != 0 || !g_ascii_isspace (text[5]))
        refuse (error, LUEUR_RIG_ERROR_FORBIDDEN, _("The picture refers to something outside of its own file."));
      return;
    }
  if (length >= 4 && strncmp (text, "<!--", 4) == 0)
    return;
  if (length >= sizeof cdata - 1 + 3 && strncmp (text, cdata, sizeof cdata - 1) == 0)
    {
      on_text (context, text + sizeof cdata - 1, length - (sizeof cdata - 1) - 3, data, error);
      return;
    }
  refuse (error, LUEUR_RIG_ERROR_FORBIDDEN, _("The picture declares a document type or entities."));
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

static gboolean
check_whole (LueurRigDocument *document, GError **error)
{
  const LueurNode *root = document->root;
  const char *view;

  if (root == NULL)
    return refuse (error, LUEUR_RIG_ERROR_MALFORMED, _("This is not an SVG picture."));
  if (count_uses (document, root, 0, 0) >= LUEUR_RIG_MAX_ELEMENTS + MAX_USES)
    return refuse (error, LUEUR_RIG_ERROR_TOO_LARGE, _("The picture repeats itself more often than is allowed."));
  if (count_layers (root) > MAX_LAYERS)
    return refuse (error, LUEUR_RIG_ERROR_TOO_LARGE, _("The picture’s groups are nested deeper than is allowed."));

  view = lueur_node_get (root, "viewBox");
  if (view == NULL)
    {
      document->view[2] = lueur_node_get_number (root, "width", 0);
      document->view[3] = lueur_node_get_number (root, "height", 0);
    }
  else
    for (guint i = 0; i < 4; i++)
      if (!lueur_scan_number (&view, &document->view[i]))
        return refuse_number (error, "viewBox");
  if (!(document->view[2] >= 1 && document->view[3] >= 1) || fabs (document->view[0]) > LUEUR_RIG_MAX_VIEWBOX ||
      fabs (document->view[1]) > LUEUR_RIG_MAX_VIEWBOX)
    return refuse_number (error, "viewBox");
  if (document->view[2] > LUEUR_RIG_MAX_VIEWBOX || document->view[3] > LUEUR_RIG_MAX_VIEWBOX)
    return refuse (error, LUEUR_RIG_ERROR_TOO_LARGE, _("The picture is larger than 4096 by 4096."));
  return TRUE;
}

/**
 * lueur_rig_document_read:
 * @data: bytes of the file
 * @length: how many
 * @error: return location, domain %LUEUR_RIG_ERROR
 *
 * Takes at most a tenth of a second for the largest file that it takes at all. Any thread.
 *
 * Returns: (transfer full) (nullable): the document
 */
LueurRigDocument *
lueur_rig_document_read (const char *data, gsize length, GError **error)
{
  static const GMarkupParser parser = { on_start, on_end, on_text, on_passthrough, NULL };
  g_autoptr (LueurRigDocument) document = NULL;
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) local = NULL;
  Reader reader = { 0 };
  gboolean ok;

  if (length > LUEUR_RIG_MAX_BYTES)
    {
      refuse (error, LUEUR_RIG_ERROR_TOO_LARGE, _("The picture’s file is larger than 8 MB."));
      return NULL;
    }

  if (length == 0)
    {
      refuse (error, LUEUR_RIG_ERROR_MALFORMED, _("This is not an SVG picture."));
      return NULL;
    }
  /* A byte order mark says nothing that UTF-8 does not. */
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  document = g_new0 (LueurRigDocument, 1);
  document->ids = g_hash_table_new (g_str_hash, g_str_equal);
  document->styles = g_ptr_array_new ();
  reader.document = document;

  context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &reader, NULL);
  ok = g_markup_parse_context_parse (context, data, length, &local) &&
       g_markup_parse_context_end_parse (context, &local);
  g_free (reader.prefix);
  g_free (reader.svg_prefix);
  if (!ok)
    {
      if (local->domain == LUEUR_RIG_ERROR)
        g_propagate_error (error, g_steal_pointer (&local));
      else
        refuse (error, LUEUR_RIG_ERROR_MALFORMED, _("This is not an SVG picture, or it is damaged."));
      return NULL;
    }
  return check_whole (document, error) ? g_steal_pointer (&document) : NULL;
}

void
lueur_rig_document_free (LueurRigDocument *self)
{
  if (self->root != NULL)
    free_node (self->root);
  g_hash_table_unref (self->ids);
  g_ptr_array_unref (self->styles);
  g_free (self);
}

/* --- Writing ---------------------------------------------------------------------------------- */

static void
append_escaped (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

/* What says how large the page is: whoever draws it decides that. */
static const char *const of_root[] = { "width", "height", "x", "y", "viewBox", "preserveAspectRatio", "transform", NULL };

static void
write_node (GString *out, const LueurNode *node, LueurNodeFilter filter, gpointer data)
{
  gboolean group = node->part >= 0 || node->holds;

  if (g_str_has_prefix (node->name, "lueur:") || strcmp (node->name, "metadata") == 0 ||
      strcmp (node->name, "title") == 0 || strcmp (node->name, "desc") == 0)
    return;
  if (node->part >= 0 && !filter (node->part, data))
    return;

  g_string_append_printf (out, "<%s", node->name);
  if (node->part >= 0 && lueur_node_get (node, "id") == NULL)
    g_string_append_printf (out, " id=\"lueur-part-%d\"", node->part);
  if (node->parent == NULL)
    g_string_append (out, " xmlns=\"" SVG_NAMESPACE "\"");
  for (guint i = 0; i < node->attrs->len; i++)
    {
      const LueurNodeAttr *attr = &g_array_index (node->attrs, LueurNodeAttr, i);

      if (g_str_has_prefix (attr->name, "lueur:") || strchr (attr->name, ':') != NULL)
        continue;
      /* Choices that are not worn at first are hidden in an editor; here each is drawn for itself. */
      if (group && (strcmp (attr->name, "display") == 0 || strcmp (attr->name, "visibility") == 0))
        continue;
      if (node->parent == NULL && g_strv_contains (of_root, attr->name))
        continue;
      g_string_append_printf (out, " %s=\"", attr->name);
      if (group && strcmp (attr->name, "style") == 0)
        {
          g_auto (GStrv) rules = g_strsplit (attr->value, ";", -1);

          for (guint k = 0; rules[k] != NULL; k++)
            if (!g_str_has_prefix (g_strstrip (rules[k]), "display") && *rules[k] != '\0')
              {
                append_escaped (out, rules[k]);
                g_string_append_c (out, ';');
              }
        }
      else
        append_escaped (out, attr->value);
      g_string_append_c (out, '"');
    }
  g_string_append_c (out, '>');
  if (node->text != NULL)
    append_escaped (out, node->text->str);
  for (guint i = 0; i < node->nodes->len; i++)
    write_node (out, g_ptr_array_index (node->nodes, i), filter, data);
  g_string_append_printf (out, "</%s>", node->name);
}

GString *
lueur_rig_document_write (const LueurRigDocument *self, LueurNodeFilter filter, gpointer data)
{
  GString *out = g_string_sized_new (64 * 1024);

  write_node (out, self->root, filter, data);
  return out;
}
