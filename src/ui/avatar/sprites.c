/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Packs of pictures named by feeling. */

#include "ui/avatar/sprites.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/exchange/zip.h"
#include "ui/avatar/rig-document.h"

#define MAX_FILES 256
#define MAX_VARIANTS 8
#define MAX_TOTAL (64 * 1024 * 1024)

struct _LueurSprites
{
  gatomicrefcount refs;
  GPtrArray *files[LUEUR_N_EXPRESSIONS]; /* of GBytes */
  gboolean still;
  guint n_labels;
  gsize total;
};

/* Where to look for a feeling that has no picture: the nearest first. Ends with NEUTRAL. */
#define E(name) LUEUR_EMOTION_##name
static const LueurEmotion nearest[LUEUR_N_EMOTIONS][5] = {
  [E (ADMIRATION)] = { E (LOVE), E (JOY), E (APPROVAL), E (NEUTRAL) },
  [E (AMUSEMENT)] = { E (JOY), E (EXCITEMENT), E (NEUTRAL) },
  [E (ANGER)] = { E (ANNOYANCE), E (DISAPPROVAL), E (DISGUST), E (NEUTRAL) },
  [E (ANNOYANCE)] = { E (ANGER), E (DISAPPROVAL), E (NEUTRAL) },
  [E (APPROVAL)] = { E (OPTIMISM), E (GRATITUDE), E (JOY), E (NEUTRAL) },
  [E (CARING)] = { E (LOVE), E (GRATITUDE), E (APPROVAL), E (NEUTRAL) },
  [E (CONFUSION)] = { E (CURIOSITY), E (SURPRISE), E (NERVOUSNESS), E (NEUTRAL) },
  [E (CURIOSITY)] = { E (CONFUSION), E (SURPRISE), E (NEUTRAL) },
  [E (DESIRE)] = { E (LOVE), E (ADMIRATION), E (JOY), E (NEUTRAL) },
  [E (DISAPPOINTMENT)] = { E (SADNESS), E (DISAPPROVAL), E (NEUTRAL) },
  [E (DISAPPROVAL)] = { E (ANNOYANCE), E (DISAPPOINTMENT), E (ANGER), E (NEUTRAL) },
  [E (DISGUST)] = { E (DISAPPROVAL), E (ANGER), E (ANNOYANCE), E (NEUTRAL) },
  [E (EMBARRASSMENT)] = { E (NERVOUSNESS), E (REMORSE), E (NEUTRAL) },
  [E (EXCITEMENT)] = { E (JOY), E (AMUSEMENT), E (SURPRISE), E (NEUTRAL) },
  [E (FEAR)] = { E (NERVOUSNESS), E (SURPRISE), E (NEUTRAL) },
  [E (GRATITUDE)] = { E (JOY), E (LOVE), E (CARING), E (NEUTRAL) },
  [E (GRIEF)] = { E (SADNESS), E (REMORSE), E (NEUTRAL) },
  [E (JOY)] = { E (EXCITEMENT), E (AMUSEMENT), E (OPTIMISM), E (NEUTRAL) },
  [E (LOVE)] = { E (CARING), E (ADMIRATION), E (JOY), E (NEUTRAL) },
  [E (NERVOUSNESS)] = { E (FEAR), E (EMBARRASSMENT), E (NEUTRAL) },
  [E (OPTIMISM)] = { E (JOY), E (APPROVAL), E (RELIEF), E (NEUTRAL) },
  [E (PRIDE)] = { E (JOY), E (APPROVAL), E (NEUTRAL) },
  [E (REALIZATION)] = { E (SURPRISE), E (CURIOSITY), E (NEUTRAL) },
  [E (RELIEF)] = { E (GRATITUDE), E (JOY), E (NEUTRAL) },
  [E (REMORSE)] = { E (SADNESS), E (EMBARRASSMENT), E (GRIEF), E (NEUTRAL) },
  [E (SADNESS)] = { E (GRIEF), E (DISAPPOINTMENT), E (REMORSE), E (NEUTRAL) },
  [E (SURPRISE)] = { E (REALIZATION), E (EXCITEMENT), E (FEAR), E (NEUTRAL) },
  [E (NEUTRAL)] = { E (APPROVAL), E (RELIEF), E (CURIOSITY), E (NEUTRAL) },
};
#undef E

static LueurSprites *
new_sprites (void)
{
  LueurSprites *self = g_new0 (LueurSprites, 1);

  g_atomic_ref_count_init (&self->refs);
  for (guint i = 0; i < LUEUR_N_EXPRESSIONS; i++)
    self->files[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  return self;
}

/* "joy.png", "joy-1.webp", "joy_2.png" and "Joy.PNG" are joy. FALSE: something else. */
static gboolean
label_of (const char *path, LueurExpression *expression)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *lower = g_ascii_strdown (base, -1);
  char *dot = strrchr (lower, '.'), *dash;

  if (dot == NULL || !(g_str_equal (dot, ".png") || g_str_equal (dot, ".webp") || g_str_equal (dot, ".jpg") ||
                       g_str_equal (dot, ".jpeg")))
    return FALSE;
  *dot = '\0';
  dash = strpbrk (lower, "-_ ");
  if (dash != NULL && strspn (dash + 1, "0123456789") == strlen (dash + 1))
    *dash = '\0';
  return lueur_expression_from_name (lower, expression);
}

static gboolean
add_file (LueurSprites *self, LueurExpression expression, GBytes *bytes, GError **error)
{
  int width, height;

  if (self->files[expression]->len >= MAX_VARIANTS)
    return TRUE;
  if (!lueur_picture_probe (bytes, &width, &height, error))
    return FALSE;
  self->total += g_bytes_get_size (bytes);
  if (self->total > MAX_TOTAL)
    {
      g_set_error_literal (error, LUEUR_RIG_ERROR, LUEUR_RIG_ERROR_TOO_LARGE,
                           _("The pictures are larger than 64 MB together."));
      return FALSE;
    }
  if (self->files[expression]->len == 0)
    self->n_labels++;
  g_ptr_array_add (self->files[expression], g_bytes_ref (bytes));
  return TRUE;
}

static LueurSprites *
finish (LueurSprites *self, GError **error)
{
  if (self->n_labels > 0)
    return self;
  g_set_error_literal (error, LUEUR_RIG_ERROR, LUEUR_RIG_ERROR_NOT_A_RIG,
                       _("There is no picture named after a feeling, such as “joy.png”."));
  lueur_sprites_unref (self);
  return NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

LueurSprites *
lueur_sprites_new_from_zip (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  const LueurZipLimits limits = { 2000, LUEUR_PICTURE_MAX_BYTES, MAX_TOTAL };
  g_autoptr (GError) local = NULL;
  g_autoptr (GHashTable) files = lueur_zip_read (bytes, &limits, cancellable, &local);
  g_autoptr (GPtrArray) names = NULL;
  LueurSprites *self;

  if (files == NULL)
    {
      LueurRigError code = LUEUR_RIG_ERROR_MALFORMED;
      const char *message = _("The archive is damaged or locked.");

      if (g_error_matches (local, LUEUR_ZIP_ERROR, LUEUR_ZIP_ERROR_TOO_LARGE))
        {
          code = LUEUR_RIG_ERROR_TOO_LARGE;
          message = _("The archive unpacks to more than is allowed.");
        }
      else if (g_error_matches (local, LUEUR_ZIP_ERROR, LUEUR_ZIP_ERROR_ESCAPES))
        {
          code = LUEUR_RIG_ERROR_FORBIDDEN;
          message = _("The archive holds a file whose name leads out of it.");
        }
      g_set_error_literal (error, LUEUR_RIG_ERROR, code, message);
      return NULL;
    }
  self = new_sprites ();
  /* By name, so that variants keep their order. */
  names = g_hash_table_get_keys_as_ptr_array (files);
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      LueurExpression expression;

      if (label_of (name, &expression) && !add_file (self, expression, g_hash_table_lookup (files, name), error))
        {
          g_prefix_error (error, "%s: ", name);
          lueur_sprites_unref (self);
          return NULL;
        }
    }
  return finish (self, error);
}

/* At most @limit bytes of a regular file. */
static GBytes *
read_file (GFile *file, gsize limit, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GFileInfo) info = NULL;
  g_autofree char *data = NULL;
  gsize size, got = 0;

  if (stream == NULL)
    return NULL;
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, error);
  if (info == NULL)
    return NULL;
  size = (gsize) MAX (g_file_info_get_size (info), 0);
  if (size > limit)
    {
      g_set_error_literal (error, LUEUR_RIG_ERROR, LUEUR_RIG_ERROR_TOO_LARGE, _("The file is larger than is allowed."));
      return NULL;
    }
  data = g_malloc (size + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), data, size, &got, cancellable, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&data), got);
}

static LueurSprites *
read_folder (GFile *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileEnumerator) list = g_file_enumerate_children (
      folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS,
      cancellable, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  LueurSprites *self;

  if (list == NULL)
    return NULL;
  for (guint n = 0; n < 5000 && names->len < MAX_FILES; n++)
    {
      GFileInfo *info;
      LueurExpression expression;

      if (!g_file_enumerator_iterate (list, &info, NULL, cancellable, error))
        return NULL;
      if (info == NULL)
        break;
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR && label_of (g_file_info_get_name (info), &expression))
        g_ptr_array_add (names, g_strdup (g_file_info_get_name (info)));
    }
  g_ptr_array_sort (names, compare_names);
  self = new_sprites ();
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GFile) file = g_file_get_child (folder, g_ptr_array_index (names, i));
      g_autoptr (GBytes) bytes = read_file (file, LUEUR_PICTURE_MAX_BYTES, cancellable, error);
      LueurExpression expression;

      if (bytes == NULL || !label_of (g_ptr_array_index (names, i), &expression) ||
          !add_file (self, expression, bytes, error))
        {
          g_prefix_error (error, "%s: ", (const char *) g_ptr_array_index (names, i));
          lueur_sprites_unref (self);
          return NULL;
        }
    }
  return finish (self, error);
}

/**
 * lueur_sprites_new_from_file:
 * @path: a folder, an archive or a picture
 * @cancellable: (nullable): ends it early
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the pictures
 */
LueurSprites *
lueur_sprites_new_from_file (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = NULL;
  const guint8 *data;
  gsize size;
  LueurSprites *self;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY)
    return read_folder (file, cancellable, error);
  bytes = read_file (file, MAX_TOTAL, cancellable, error);
  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &size);
  if (size > 4 && memcmp (data, "PK", 2) == 0)
    return lueur_sprites_new_from_zip (bytes, cancellable, error);
  self = new_sprites ();
  self->still = TRUE;
  if (!add_file (self, LUEUR_EMOTION_NEUTRAL, bytes, error))
    {
      lueur_sprites_unref (self);
      return NULL;
    }
  return self;
}

LueurSprites *
lueur_sprites_ref (LueurSprites *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
lueur_sprites_unref (LueurSprites *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < LUEUR_N_EXPRESSIONS; i++)
    g_ptr_array_unref (self->files[i]);
  g_free (self);
}

gboolean
lueur_sprites_is_still (const LueurSprites *self)
{
  return self->still;
}

gboolean
lueur_sprites_takes (const char *name)
{
  LueurExpression expression;

  return label_of (name, &expression);
}

gboolean
lueur_sprites_has (const LueurSprites *self, LueurExpression expression)
{
  return expression < LUEUR_N_EXPRESSIONS && self->files[expression]->len > 0;
}

guint
lueur_sprites_get_n_labels (const LueurSprites *self)
{
  return self->n_labels;
}

GBytes *
lueur_sprites_get (const LueurSprites *self, LueurExpression expression, guint turn)
{
  const GPtrArray *files = expression < LUEUR_N_EXPRESSIONS ? self->files[expression] : self->files[0];

  if (files->len == 0 && expression < LUEUR_N_EMOTIONS)
    for (const LueurEmotion *near = nearest[expression]; files->len == 0; near++)
      {
        files = self->files[*near];
        if (*near == LUEUR_EMOTION_NEUTRAL)
          break;
      }
  if (files->len == 0)
    files = self->files[LUEUR_EMOTION_NEUTRAL];
  for (guint i = 0; i < LUEUR_N_EXPRESSIONS && files->len == 0; i++)
    files = self->files[i];
  return files->len > 0 ? g_ptr_array_index (files, turn % files->len) : NULL;
}
