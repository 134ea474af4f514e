/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Taking in figures from outside. */

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "core/model/look.h"
#include "ui/avatar/picture.h"
#include "ui/avatar/plates.h"
#include "ui/avatar/wardrobe-private.h"

typedef struct
{
  char *folder;
  GFile *file;
} Import;

static void
import_free (gpointer data)
{
  Import *job = data;

  g_free (job->folder);
  g_object_unref (job->file);
  g_free (job);
}

/* A name that no figure has yet, from the file's own. */
static char *
new_name (const char *folder, GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *valid = g_utf8_make_valid (base, -1);
  GString *name = g_string_new (NULL);
  char *dot = strrchr (valid, '.');

  if (dot != NULL && dot != valid)
    *dot = '\0';
  for (const char *p = valid; *p != '\0' && name->len < 48; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (name, g_unichar_tolower (c));
      else if (name->len > 0 && name->str[name->len - 1] != '-')
        g_string_append_c (name, '-');
    }
  if (name->len == 0)
    g_string_append (name, "picture");
  for (guint i = 2; i < 1000; i++)
    {
      g_autofree char *candidate = i == 2 ? g_strdup (name->str) : g_strdup_printf ("%s-%u", name->str, i - 1);
      g_autofree char *taken = lueur_wardrobe_find_file (folder, candidate);

      if (taken == NULL)
        {
          g_string_free (name, TRUE);
          return g_steal_pointer (&candidate);
        }
    }
  return g_string_free (name, FALSE);
}

static const char *
ending_of (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  guint8 head[12] = { 0 };
  FILE *stream = path != NULL ? g_fopen (path, "rb") : NULL;
  gsize got = 0;

  if (stream != NULL)
    {
      got = fread (head, 1, sizeof head, stream);
      fclose (stream);
    }
  if (got >= 4 && memcmp (head, "PK", 2) == 0)
    return ".zip";
  if (got >= 8 && memcmp (head + 1, "PNG", 3) == 0)
    return ".png";
  if (got >= 12 && memcmp (head, "RIFF", 4) == 0)
    return ".webp";
  if (got >= 2 && head[0] == 0xff && head[1] == 0xd8)
    return ".jpg";
  return ".svg";
}

/* Nothing is left of what was only half copied. */
static void
remove_folder (GFile *folder)
{
  g_autoptr (GFileEnumerator) list = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                                                G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *file;

  while (list != NULL && g_file_enumerator_iterate (list, NULL, &file, NULL, NULL) && file != NULL)
    g_file_delete (file, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
}

/* Only what the pack is made of, by its names: a folder may hold whatever else. */
static gboolean
copy_folder (GFile *from, GFile *to, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileEnumerator) list = g_file_enumerate_children (
      from, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS,
      cancellable, error);

  if (list == NULL || !g_file_make_directory_with_parents (to, cancellable, error))
    return FALSE;
  for (guint n = 0; n < 256;)
    {
      GFileInfo *info;
      g_autoptr (GFile) target = NULL, source = NULL;
      const char *name;

      if (!g_file_enumerator_iterate (list, &info, NULL, cancellable, error))
        return FALSE;
      if (info == NULL)
        return TRUE;
      name = g_file_info_get_name (info);
      if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || !lueur_sprites_takes (name))
        continue;
      source = g_file_get_child (from, name);
      target = g_file_get_child (to, name);
      if (!g_file_copy (source, target, G_FILE_COPY_TARGET_DEFAULT_PERMS, cancellable, NULL, NULL, error))
        return FALSE;
      n++;
    }
  return TRUE;
}

/* Whether it can be shown, too: a file that begins well may still be cut short, or take for ever to draw. */
static gboolean
can_be_shown (LueurFigure *figure, GCancellable *cancellable, GError **error)
{
  g_autoptr (LueurLook) look = lueur_look_new ("import");
  g_autoptr (LueurPlates) plates = NULL;
  g_autoptr (LueurPicture) picture = NULL;

  if (figure->rig != NULL)
    plates = lueur_plates_new (figure->rig, look, &(LueurPlatesOrder){ .scale = 400 / MAX (figure->rig->width, figure->rig->height) },
                               cancellable, error);
  else
    picture = lueur_picture_decode (lueur_sprites_get (figure->sprites, LUEUR_EMOTION_NEUTRAL, 0), 400, 400, error);
  return plates != NULL || picture != NULL;
}

gboolean
lueur_wardrobe_is_figure (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (LueurFigure) figure = lueur_figure_new_from_file (path, cancellable, error);

  return figure != NULL && can_be_shown (figure, cancellable, error);
}

static void
run_import (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Import *job = data;
  g_autofree char *path = g_file_get_path (job->file);
  g_autofree char *name = NULL, *file_name = NULL;
  g_autoptr (LueurFigure) figure = NULL;
  g_autoptr (LueurLook) look = NULL;
  g_autoptr (GFile) target = NULL;
  GError *error = NULL;
  gboolean folder, ok;

  if (path == NULL)
    {
      g_task_return_new_error_literal (task, LUEUR_RIG_ERROR, LUEUR_RIG_ERROR_MALFORMED,
                                       _("Only files of this computer can be used."));
      return;
    }
  figure = lueur_figure_new_from_file (path, cancellable, &error);
  if (figure == NULL || !can_be_shown (figure, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  folder = g_file_test (path, G_FILE_TEST_IS_DIR);
  name = new_name (job->folder, job->file);
  file_name = g_strconcat (name, folder ? "" : ending_of (job->file), NULL);
  target = g_file_new_build_filename (job->folder, file_name, NULL);
  g_mkdir_with_parents (job->folder, 0700);
  ok = folder ? copy_folder (job->file, target, cancellable, &error)
              : g_file_copy (job->file, target, G_FILE_COPY_TARGET_DEFAULT_PERMS, cancellable, NULL, NULL, &error);
  if (!ok)
    {
      if (folder)
        remove_folder (target);
      else
        g_file_delete (target, NULL, NULL);
      g_task_return_error (task, error);
      return;
    }
  look = lueur_look_new (name);
  g_task_return_pointer (task, lueur_look_to_json (look), g_free);
}

void
lueur_wardrobe_import_async (LueurWardrobe *self, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Import *job = g_new0 (Import, 1);

  job->folder = g_strdup (lueur_wardrobe_get_folder (self));
  job->file = g_object_ref (file);
  g_task_set_source_tag (task, lueur_wardrobe_import_async);
  g_task_set_task_data (task, job, import_free);
  g_task_run_in_thread (task, run_import);
}

char *
lueur_wardrobe_import_finish (LueurWardrobe *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
