/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A rig or pictures, whichever a file holds. */

#include "ui/avatar/figure.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

/* Pictures and archives begin with bytes that no SVG does. */
static gboolean
looks_like_svg (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  guint8 head[4];
  gsize got = 0;

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, &got, NULL, NULL) || got < 4)
    return TRUE;
  if (head[0] == 0xef && head[1] == 0xbb && head[2] == 0xbf)
    return TRUE;
  return head[0] == '<' || g_ascii_isspace (head[0]);
}

LueurFigure *
lueur_figure_new_from_file (const char *path, GCancellable *cancellable, GError **error)
{
  LueurRig *rig = NULL;
  LueurSprites *sprites = NULL;
  LueurFigure *self;

  /* A pipe or a device may keep a reader for ever. */
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_DIR | G_FILE_TEST_IS_REGULAR))
    {
      g_set_error_literal (error, LUEUR_RIG_ERROR, LUEUR_RIG_ERROR_MALFORMED, _("This is neither a file nor a folder."));
      return NULL;
    }
  if (!g_file_test (path, G_FILE_TEST_IS_DIR) && looks_like_svg (path))
    rig = lueur_rig_new_from_file (path, error);
  else
    sprites = lueur_sprites_new_from_file (path, cancellable, error);
  if (rig == NULL && sprites == NULL)
    return NULL;
  self = g_new0 (LueurFigure, 1);
  g_atomic_ref_count_init (&self->refs);
  self->rig = rig;
  self->sprites = sprites;
  return self;
}

LueurFigure *
lueur_figure_ref (LueurFigure *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
lueur_figure_unref (LueurFigure *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->rig, lueur_rig_unref);
  g_clear_pointer (&self->sprites, lueur_sprites_unref);
  g_free (self);
}
