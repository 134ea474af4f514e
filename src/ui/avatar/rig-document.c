/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading an SVG file that nobody vouches for. */

#include "ui/avatar/rig-document.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ui/avatar/rig-limits.h"
#include "ui/avatar/rig-path.h"

G_DEFINE_QUARK (lueur-rig-error-quark, lueur_rig_error)

#define MAX_TEXT (64 * 1024)
#define SVG_NAMESPACE "http://www.w3.org/2000/svg"

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
      lueur_rig_refuse (error, LUEUR_RIG_ERROR_TOO_LARGE, _("The picture has more elements than is allowed."));
      return;
    }
  if (++reader->depth > LUEUR_RIG_MAX_DEPTH)
    {
      lueur_rig_refuse (error, LUEUR_RIG_ERROR_TOO_LARGE, _("The picture’s groups are nested deeper than is allowed."));
      return;
    }
  if (reader->at == NULL)
    read_namespaces (reader, qname, names, values);

  name = plain_name (reader, qname, FALSE);
  if (g_str_has_suffix (qname, "script") || g_str_has_suffix (qname, "foreignObject"))
    {
      lueur_rig_refuse (error, LUEUR_RIG_ERROR_FORBIDDEN, _("The picture holds a script."));
      return;
    }
  /* What an editor keeps for itself is not drawn: it goes. */
  if (reader->skipping > 0 || name == NULL)
    {
      reader->skipping++;
      return;
    }
  ours = g_str_has_prefix (name, "lueur:");
  if (!ours && !lueur_rig_allows (name))
    {
      lueur_rig_refuse_with (error, LUEUR_RIG_ERROR_FORBIDDEN, _("The picture holds “%s”, which is not allowed."), name);
      return;
    }
  if ((reader->at == NULL) != (strcmp (name, "svg") == 0))
    {
      lueur_rig_refuse (error, LUEUR_RIG_ERROR_MALFORMED, _("This is not an SVG picture."));
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
              lueur_rig_refuse_number (error, attr_name);
              return;
            }
        }
      else if (!lueur_rig_check_attribute (document, attr_name, values[i], error))
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
    lueur_rig_refuse_with (error, LUEUR_RIG_ERROR_MALFORMED, _("Two things of the picture have the same id, “%s”."), id);
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
  if (reader->at != NULL && strcmp (reader->at->name, "style") == 0 && !lueur_rig_check_css (reader->at->text->str, error))
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
    lueur_rig_refuse (error, LUEUR_RIG_ERROR_TOO_LARGE, _("The picture’s style is longer than is allowed."));
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
        lueur_rig_refuse (error, LUEUR_RIG_ERROR_FORBIDDEN, _("The picture refers to something outside of its own file."));
      return;
    }
  if (length >= 4 && strncmp (text, "<!--", 4) == 0)
    return;
  if (length >= sizeof cdata - 1 + 3 && strncmp (text, cdata, sizeof cdata - 1) == 0)
    {
      on_text (context, text + sizeof cdata - 1, length - (sizeof cdata - 1) - 3, data, error);
      return;
    }
  lueur_rig_refuse (error, LUEUR_RIG_ERROR_FORBIDDEN, _("The picture declares a document type or entities."));
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
      lueur_rig_refuse (error, LUEUR_RIG_ERROR_TOO_LARGE, _("The picture’s file is larger than 8 MB."));
      return NULL;
    }

  if (length == 0)
    {
      lueur_rig_refuse (error, LUEUR_RIG_ERROR_MALFORMED, _("This is not an SVG picture."));
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
        lueur_rig_refuse (error, LUEUR_RIG_ERROR_MALFORMED, _("This is not an SVG picture, or it is damaged."));
      return NULL;
    }
  return lueur_rig_check_whole (document, error) ? g_steal_pointer (&document) : NULL;
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
