/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a checked document to a face: parts, slots, colours, expressions. Morphs: rig-morph.c. */

#include "ui/avatar/rig.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ui/avatar/rig-private.h"
#include "ui/avatar/swatches.h"

void
lueur_rig_warn (LueurRig *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (self->warnings->len < 200)
    g_ptr_array_add (self->warnings, g_strdup_vprintf (format, args));
  va_end (args);
}

/* --- Attributes ----------------------------------------------------------------------------- */

static gboolean
parse_pair (const char *text, float pair[2])
{
  double x, y;

  if (text == NULL || !lueur_scan_number (&text, &x) || !lueur_scan_number (&text, &y) || !(fabs (x) < 1e5) ||
      !(fabs (y) < 1e5))
    return FALSE;
  pair[0] = (float) x;
  pair[1] = (float) y;
  return TRUE;
}

static void
parse_binds (LueurRig *self, LueurPart *part, const char *text)
{
  static const char *const properties[] = { "x", "y", "rotate", "scale", "opacity" };
  g_auto (GStrv) entries = g_strsplit (text, ";", 16);

  for (guint i = 0; entries[i] != NULL; i++)
    {
      g_auto (GStrv) halves = NULL;
      const char *star, *number;
      LueurBind bind;
      double factor = 1;
      guint p;

      if (*g_strstrip (entries[i]) == '\0')
        continue;
      halves = g_strsplit (entries[i], ":", 2);
      for (p = 0; p < G_N_ELEMENTS (properties); p++)
        if (halves[1] != NULL && strcmp (g_strstrip (halves[0]), properties[p]) == 0)
          break;
      star = halves[1] != NULL ? strchr (g_strstrip (halves[1]), '*') : NULL;
      number = star != NULL ? star + 1 : NULL;
      if (p == G_N_ELEMENTS (properties) || part->n_binds == G_N_ELEMENTS (part->binds) ||
          (star != NULL && (!lueur_scan_number (&number, &factor) || !(fabs (factor) < 1000))))
        {
          lueur_rig_warn (self, _("Part “%s”: “%s” is no bind that is understood."), part->name, entries[i]);
          continue;
        }
      if (star != NULL)
        halves[1][star - halves[1]] = '\0';
      if (!lueur_param_from_name (g_strstrip (halves[1]), -1, &bind.param))
        {
          lueur_rig_warn (self, _("Part “%s”: there is no parameter “%s”."), part->name, halves[1]);
          continue;
        }
      bind.property = p;
      bind.factor = (float) factor;
      part->binds[part->n_binds++] = bind;
    }
}

/* --- Metadata ------------------------------------------------------------------------------- */

static void
read_metadata (LueurRig *self, const LueurNode *node)
{
  LueurExpression expression;

  if (strcmp (node->name, "lueur:expression") == 0)
    {
      const char *name = lueur_node_get (node, "name");
      LueurPose pose = { 0 };

      if (name == NULL || !lueur_expression_from_name (name, &expression))
        {
          lueur_rig_warn (self, _("There is no expression “%s”."), name != NULL ? name : "");
          return;
        }
      for (guint i = 0; i < node->attrs->len; i++)
        {
          const LueurNodeAttr *attr = &g_array_index (node->attrs, LueurNodeAttr, i);
          const char *text = attr->value;
          LueurParam param;
          double value;

          if (strcmp (attr->name, "name") == 0)
            continue;
          if (lueur_param_from_name (attr->name, -1, &param) && lueur_scan_number (&text, &value))
            pose.v[param] = (float) value;
          else
            lueur_rig_warn (self, _("Expression “%s”: “%s” is not understood."), name, attr->name);
        }
      lueur_pose_clamp (&pose);
      self->expressions[expression] = pose;
      self->has_expression[expression] = TRUE;
    }
  lueur_rig_read_slot_titles (self, node);
  if (strcmp (node->name, "lueur:colours") == 0)
    lueur_rig_read_offer (self, node);
  for (guint i = 0; i < node->nodes->len; i++)
    read_metadata (self, g_ptr_array_index (node->nodes, i));
}

/* --- Parts ---------------------------------------------------------------------------------- */

typedef struct
{
  GArray *parts;
  GPtrArray *nodes;
} Found;

static gboolean
read_part (LueurRig *self, LueurNode *node, Found *found, GError **error)
{
  static const char *const bones[] = { "still", "body", "shoulders", "head" };
  LueurPart part = { 0 };
  const char *bone = lueur_node_get (node, "lueur:bone"), *bind = lueur_node_get (node, "lueur:bind");
  const char *id = lueur_node_get (node, "id");

  for (const LueurNode *up = node->parent; up != NULL; up = up->parent)
    if (up->part >= 0)
      {
        g_set_error (error, LUEUR_RIG_ERROR, LUEUR_RIG_ERROR_MALFORMED, _("Part “%s” lies inside of another part."),
                     lueur_node_get (node, "lueur:part"));
        return FALSE;
      }
  if (found->parts->len == LUEUR_RIG_MAX_PARTS)
    {
      g_set_error_literal (error, LUEUR_RIG_ERROR, LUEUR_RIG_ERROR_TOO_LARGE,
                           _("The picture has more parts than is allowed."));
      return FALSE;
    }

  node->part = (int) found->parts->len;
  for (LueurNode *up = node->parent; up != NULL; up = up->parent)
    up->holds = TRUE;
  part.name = g_strdup (lueur_node_get (node, "lueur:part"));
  part.layer = id != NULL ? g_strconcat ("#", id, NULL) : g_strdup_printf ("#lueur-part-%d", node->part);
  part.bone = LUEUR_BONE_HEAD;
  part.slot = part.choice = part.clip = part.morph = -1;
  if (bone != NULL)
    {
      guint b;

      for (b = 0; b < G_N_ELEMENTS (bones) && strcmp (bones[b], bone) != 0; b++)
        ;
      if (b < G_N_ELEMENTS (bones))
        part.bone = b;
      else
        lueur_rig_warn (self, _("Part “%s”: there is no bone “%s”."), part.name, bone);
    }
  part.depth = (float) CLAMP (lueur_node_get_number (node, "lueur:depth", 0), -4, 4);
  part.opacity = (float) CLAMP (lueur_node_get_number (node, "lueur:opacity", 1), 0, 1);
  part.has_pivot = parse_pair (lueur_node_get (node, "lueur:pivot"), part.pivot);
  if (bind != NULL)
    parse_binds (self, &part, bind);
  lueur_rig_read_slot (self, &part, node);
  g_array_append_val (found->parts, part);
  g_ptr_array_add (found->nodes, node);
  return TRUE;
}

static gboolean
find_parts (LueurRig *self, LueurNode *node, Found *found, GError **error)
{
  if (lueur_node_get (node, "lueur:part") != NULL)
    {
      if (strcmp (node->name, "g") == 0)
        {
          if (!read_part (self, node, found, error))
            return FALSE;
        }
      else
        lueur_rig_warn (self, _("“%s” is a part but no group."), lueur_node_get (node, "lueur:part"));
    }
  for (guint i = 0; i < node->nodes->len; i++)
    if (!find_parts (self, g_ptr_array_index (node->nodes, i), found, error))
      return FALSE;
  return TRUE;
}

static void
link_clips (LueurRig *self, const GPtrArray *nodes)
{
  for (guint i = 0; i < self->n_parts; i++)
    {
      const char *clip = lueur_node_get (g_ptr_array_index (nodes, i), "lueur:clip");

      if (clip == NULL)
        continue;
      self->parts[i].clip = lueur_rig_find_morph (self, clip);
      if (self->parts[i].clip < 0)
        lueur_rig_warn (self, _("Part “%s” is clipped to “%s”, which is no morph."), self->parts[i].name, clip);
      else if (self->parts[i].clip == self->parts[i].morph)
        self->parts[i].clip = -1;
    }
}

static void
clear_slot (gpointer data)
{
  LueurSlot *slot = data;

  for (guint i = 0; i < slot->choices->len; i++)
    {
      LueurChoice *choice = &g_array_index (slot->choices, LueurChoice, i);

      g_free (choice->id);
      g_free (choice->title);
      g_free (choice->title_fr);
    }
  g_array_unref (slot->choices);
  g_free (slot->id);
  g_free (slot->title);
  g_free (slot->title_fr);
}

static gboolean
understand (LueurRig *self, GError **error)
{
  LueurNode *root = self->document->root;
  Found found = { g_array_new (FALSE, TRUE, sizeof (LueurPart)), g_ptr_array_new () };
  const char *name = lueur_node_get (root, "lueur:name");
  gboolean ok;

  self->name = g_strdup (name != NULL ? name : self->id);
  self->origin[0] = (float) self->document->view[0];
  self->origin[1] = (float) self->document->view[1];
  self->width = (float) self->document->view[2];
  self->height = (float) self->document->view[3];
  self->pivot_body[0] = self->width / 2 + self->origin[0];
  self->pivot_body[1] = self->height + self->origin[1];
  self->pivot_head[0] = self->width / 2 + self->origin[0];
  self->pivot_head[1] = self->height * 0.64f + self->origin[1];
  parse_pair (lueur_node_get (root, "lueur:pivot-body"), self->pivot_body);
  parse_pair (lueur_node_get (root, "lueur:pivot-head"), self->pivot_head);

  ok = find_parts (self, root, &found, error);
  self->n_parts = found.parts->len;
  self->parts = (LueurPart *) (gpointer) g_array_free (found.parts, FALSE);
  if (ok && self->n_parts == 0)
    {
      g_set_error_literal (error, LUEUR_RIG_ERROR, LUEUR_RIG_ERROR_NOT_A_RIG,
                           _("The picture is not divided into parts that Lueur can move."));
      ok = FALSE;
    }
  if (ok)
    ok = lueur_rig_read_morphs (self, found.nodes, error);
  if (ok)
    {
      link_clips (self, found.nodes);
      lueur_rig_read_choices (self, lueur_node_get (root, "lueur:choices"));
      lueur_rig_finish_slots (self, lueur_node_get (root, "lueur:optional"));
      lueur_rig_read_palette (self, lueur_node_get (root, "lueur:palette"));
      read_metadata (self, root);
    }
  g_ptr_array_unref (found.nodes);
  return ok;
}

/* --- Public --------------------------------------------------------------------------------- */

/**
 * lueur_rig_new_from_data:
 * @id: what looks call it
 * @data: an SVG file from anywhere
 * @length: its bytes
 * @error: return location, domain %LUEUR_RIG_ERROR, a sentence for people
 *
 * Returns: (transfer full) (nullable): the rig
 */
LueurRig *
lueur_rig_new_from_data (const char *id, const char *data, gsize length, GError **error)
{
  LueurRigDocument *document = lueur_rig_document_read (data, length, error);
  g_autoptr (LueurRig) self = NULL;

  if (document == NULL)
    return NULL;
  self = g_new0 (LueurRig, 1);
  g_atomic_ref_count_init (&self->refs);
  self->document = document;
  self->id = g_strdup (id);
  self->slots = g_array_new (FALSE, TRUE, sizeof (LueurSlot));
  g_array_set_clear_func (self->slots, clear_slot);
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  return understand (self, error) ? g_steal_pointer (&self) : NULL;
}

LueurRig *
lueur_rig_new_from_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *data = NULL, *base = NULL;
  gsize length = 0;
  char *dot;

  if (stream == NULL)
    return NULL;
  /* One byte more than is taken: enough to know that it is too large. */
  data = g_malloc (LUEUR_RIG_MAX_BYTES + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), data, LUEUR_RIG_MAX_BYTES + 1, &length, NULL, error))
    return NULL;
  base = g_path_get_basename (path);
  if ((dot = strrchr (base, '.')) != NULL)
    *dot = '\0';
  return lueur_rig_new_from_data (base, data, length, error);
}

LueurRig *
lueur_rig_ref (LueurRig *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
lueur_rig_unref (LueurRig *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < self->n_parts; i++)
    {
      g_free (self->parts[i].name);
      g_free (self->parts[i].layer);
    }
  for (guint i = 0; i < self->n_morphs; i++)
    lueur_morph_clear (&self->morphs[i]);
  for (guint m = 0; m < G_N_ELEMENTS (self->offers); m++)
    {
      g_free (self->offers[m].title);
      g_free (self->offers[m].title_fr);
      g_strfreev (self->offers[m].colours);
    }
  g_free (self->parts);
  g_free (self->morphs);
  g_array_unref (self->slots);
  g_ptr_array_unref (self->warnings);
  lueur_rig_document_free (self->document);
  g_free (self->id);
  g_free (self->name);
  g_free (self);
}

int
lueur_rig_find_morph (const LueurRig *self, const char *name)
{
  for (guint i = 0; i < self->n_morphs; i++)
    if (strcmp (self->morphs[i].name, name) == 0)
      return (int) i;
  return -1;
}

int
lueur_rig_find_slot (const LueurRig *self, const char *id)
{
  for (guint i = 0; i < self->slots->len; i++)
    if (strcmp (g_array_index (self->slots, LueurSlot, i).id, id) == 0)
      return (int) i;
  return -1;
}

int
lueur_slot_find_choice (const LueurSlot *slot, const char *id)
{
  for (guint i = 0; i < slot->choices->len; i++)
    if (strcmp (g_array_index (slot->choices, LueurChoice, i).id, id) == 0)
      return (int) i;
  return -1;
}

GStrv
lueur_rig_dup_colours (const LueurRig *self, guint material)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const LueurSwatch *swatches = lueur_swatches_get (lueur_materials[material]);

  if (self->offers[material].colours != NULL)
    return g_strdupv (self->offers[material].colours);
  for (guint i = 0; swatches[i].colour != NULL; i++)
    g_strv_builder_add (builder, swatches[i].colour);
  return g_strv_builder_end (builder);
}

const LueurPose *
lueur_rig_get_expression (const LueurRig *self, LueurExpression expression)
{
  g_return_val_if_fail (expression < LUEUR_N_EXPRESSIONS, NULL);

  return self->has_expression[expression] ? &self->expressions[expression] : lueur_expression_get_pose (expression);
}
