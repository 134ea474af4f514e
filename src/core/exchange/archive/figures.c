/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The person's own pictures and drawings: files, or folders of files, in one folder. On the way in each is put down beside
 * its place, looked at as any figure that is taken in, and only then given its name. */

#include "core/exchange/archive/figures.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/exchange/archive/common.h"
#include "core/exchange/zip.h"

#define PREFIX "avatars/"

/* --- Out ------------------------------------------------------------------------------------------------- */

/* 1: written, 0: left out, -1: the archive cannot be written */
static int
write_one (LueurArchiveOut *out, const char *path, const char *name, guint *n_left_out, GError **error)
{
  g_autofree char *inside = g_strconcat (PREFIX, name, NULL);
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);
  guint8 buffer[32 * 1024];
  struct stat info;
  gssize n = 0;

  if (fd < 0 || fstat (fd, &info) != 0 || !S_ISREG (info.st_mode) || info.st_size > LUEUR_ARCHIVE_FILE_MAX ||
      !lueur_zip_is_tame (inside))
    {
      if (fd >= 0)
        close (fd);
      (*n_left_out)++;
      return 0;
    }
  if (!lueur_archive_out_begin (out, inside, error))
    {
      close (fd);
      return -1;
    }
  while ((n = read (fd, buffer, sizeof buffer)) > 0)
    if (!lueur_archive_out_write (out, buffer, (gsize) n, error))
      {
        close (fd);
        return -1;
      }
  close (fd);
  if (n < 0)
    (*n_left_out)++;
  return 1;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* (transfer full): in order; nothing that is hidden */
static GPtrArray *
list_folder (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL && names->len < LUEUR_ARCHIVE_FIGURES_MAX)
    if (*name != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare);
  return names;
}

int
lueur_archive_write_figures (LueurArchiveOut *out, const char *folder, guint *n_left_out, GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (GPtrArray) names = list_folder (folder);
  int n = 0;

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);
      g_autoptr (GPtrArray) inner = NULL;
      gboolean is_folder = g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK);

      if (is_folder)
        inner = list_folder (path);
      for (guint j = 0; j < (is_folder ? inner->len : 1); j++)
        {
          g_autofree char *file = is_folder ? g_build_filename (path, inner->pdata[j], NULL) : g_strdup (path);
          g_autofree char *name = is_folder ? g_build_filename (names->pdata[i], inner->pdata[j], NULL)
                                            : g_strdup (names->pdata[i]);
          int written = write_one (out, file, name, n_left_out, error);

          if (written < 0 || g_cancellable_set_error_if_cancelled (cancellable, error))
            return -1;
          n += written;
        }
    }
  return n;
}

/* --- In -------------------------------------------------------------------------------------------------- */

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  if (dir != NULL)
    g_rmdir (path);
  else
    g_unlink (path);
}

static gboolean
same_file (const char *a, const char *b)
{
  g_autoptr (GMappedFile) one = g_mapped_file_new (a, FALSE, NULL);
  g_autoptr (GMappedFile) two = g_mapped_file_new (b, FALSE, NULL);
  g_autoptr (GBytes) x = one != NULL ? g_mapped_file_get_bytes (one) : NULL;
  g_autoptr (GBytes) y = two != NULL ? g_mapped_file_get_bytes (two) : NULL;

  return x != NULL && y != NULL && g_bytes_equal (x, y);
}

static gboolean
is_same (const char *a, const char *b)
{
  gboolean folder = g_file_test (a, G_FILE_TEST_IS_DIR);
  g_autoptr (GPtrArray) one = NULL, two = NULL;

  if (folder != g_file_test (b, G_FILE_TEST_IS_DIR))
    return FALSE;
  if (!folder)
    return same_file (a, b);
  one = list_folder (a);
  two = list_folder (b);
  if (one->len != two->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    {
      g_autofree char *x = g_build_filename (a, one->pdata[i], NULL);
      g_autofree char *y = g_build_filename (b, two->pdata[i], NULL);

      if (strcmp (one->pdata[i], two->pdata[i]) != 0 || !same_file (x, y))
        return FALSE;
    }
  return TRUE;
}

/* What a look calls the figure in a file of this name. */
static char *
figure_name (const char *name, gboolean folder)
{
  const char *dot = folder ? NULL : strrchr (name, '.');

  return dot != NULL && dot != name ? g_strndup (name, dot - name) : g_strdup (name);
}

static gboolean
cannot_keep (int code, GError **error)
{
  g_set_error (error, LUEUR_ARCHIVE_ERROR, LUEUR_ARCHIVE_ERROR_IO, "A picture cannot be kept: %s.", g_strerror (code));
  return FALSE;
}

/* Puts down what the archive has of one figure. @names: of its files */
static gboolean
put_down (LueurArchiveIn *in, const GPtrArray *names, const char *path, gboolean folder, GError **error)
{
  if (folder && g_mkdir (path, 0700) != 0)
    return cannot_keep (errno, error);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = names->pdata[i];
      g_autoptr (GBytes) bytes = lueur_archive_in_read (in, name, LUEUR_ARCHIVE_FILE_MAX, error);
      g_autofree char *base = g_path_get_basename (name);
      g_autofree char *file = folder ? g_build_filename (path, base, NULL) : g_strdup (path);

      if (bytes == NULL)
        return FALSE;
      if (!g_file_set_contents_full (file, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                     G_FILE_SET_CONTENTS_NONE, 0600, NULL))
        return cannot_keep (errno, error);
    }
  return TRUE;
}

/* What is called so here, whatever its ending. (transfer full) (nullable) */
static char *
find_figure (const GPtrArray *here, const char *folder, const char *figure)
{
  for (guint i = 0; i < here->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, here->pdata[i], NULL);
      g_autofree char *name = figure_name (here->pdata[i], g_file_test (path, G_FILE_TEST_IS_DIR));

      if (strcmp (name, figure) == 0)
        return g_steal_pointer (&path);
    }
  return NULL;
}

/* Under its own name, unless something else has that here. @figure: (out): the name it has now; @there: (out): it is there
 * already */
static char *
find_place (const char *folder, const char *name, gboolean is_folder, const char *put_down_at, char **figure,
            gboolean *there)
{
  g_autoptr (GPtrArray) here = list_folder (folder);
  g_autofree char *own = figure_name (name, is_folder);
  const char *ending = name + strlen (own);

  for (guint i = 1; i < 1000; i++)
    {
      g_autofree char *other = i == 1 ? g_strdup (own) : g_strdup_printf ("%s-%u", own, i);
      g_autofree char *found = find_figure (here, folder, other);
      g_autofree char *file = g_strconcat (other, ending, NULL);

      *there = found != NULL;
      if (found != NULL && !is_same (found, put_down_at))
        continue;
      *figure = g_steal_pointer (&other);
      return found != NULL ? g_steal_pointer (&found) : g_build_filename (folder, file, NULL);
    }
  return NULL;
}

static gboolean
take_one (LueurArchiveFigures *self, LueurArchiveIn *in, const LueurArchiveImport *order, const char *incoming,
          const char *name, const GPtrArray *files, gboolean folder, GCancellable *cancellable, GError **error)
{
  g_autofree char *down = g_build_filename (incoming, name, NULL);
  g_autofree char *own = figure_name (name, folder);
  g_autofree char *place = NULL, *figure = NULL;
  gboolean there;

  if (!put_down (in, files, down, folder, error))
    {
      remove_tree (down);
      return FALSE;
    }
  if (!order->check (down, cancellable, NULL) || 
      (place = find_place (order->avatars, name, folder, down, &figure, &there)) == NULL)
    {
      remove_tree (down);
      self->n_left_out++;
      return !g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  g_hash_table_add (self->here, g_path_get_basename (place));
  if (there)
    remove_tree (down);
  else if (g_rename (down, place) != 0)
    {
      int code = errno;

      remove_tree (down);
      return cannot_keep (code, error);
    }
  else
    g_ptr_array_add (self->paths, g_strdup (place));
  if (strcmp (figure, own) != 0)
    g_hash_table_replace (self->renamed, g_steal_pointer (&own), g_steal_pointer (&figure));
  return TRUE;
}

static gboolean
take_all (LueurArchiveFigures *self, LueurArchiveIn *in, const LueurArchiveImport *order, const char *incoming,
          GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) names = lueur_archive_in_list (in, PREFIX);

  g_ptr_array_sort (names, compare); /* so that those of one folder stand together */
  if (names->len > LUEUR_ARCHIVE_FIGURES_MAX)
    return lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_TOO_LARGE, "The archive holds more files than is allowed.");
  for (guint i = 0; i < names->len;)
    {
      g_auto (GStrv) steps = g_strsplit ((const char *) names->pdata[i] + strlen (PREFIX), "/", -1);
      gboolean folder = steps[0] != NULL && steps[1] != NULL;
      g_autofree char *prefix = folder ? g_strconcat (PREFIX, steps[0], "/", NULL) : NULL;
      g_autoptr (GPtrArray) files = g_ptr_array_new ();

      g_ptr_array_add (files, names->pdata[i++]);
      while (folder && i < names->len && g_str_has_prefix (names->pdata[i], prefix))
        g_ptr_array_add (files, names->pdata[i++]);
      /* Neither hidden ones nor folders in folders are any of ours. */
      if (steps[0] == NULL || *steps[0] == '.' || *steps[0] == '\0' || (folder && steps[2] != NULL))
        {
          self->n_left_out++;
          continue;
        }
      if (!take_one (self, in, order, incoming, steps[0], files, folder, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
lueur_archive_take_figures (LueurArchiveFigures *self, LueurArchiveIn *in, const LueurArchiveImport *order,
                            GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) names = lueur_archive_in_list (in, PREFIX);
  g_autofree char *incoming = NULL;
  gboolean done;

  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->renamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->here = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (names->len == 0)
    return TRUE;
  if (order->avatars == NULL || order->check == NULL)
    {
      self->n_left_out = names->len;
      return TRUE;
    }
  if (g_mkdir_with_parents (order->avatars, 0700) != 0)
    return cannot_keep (errno, error);
  incoming = g_build_filename (order->avatars, ".incoming-XXXXXX", NULL);
  if (g_mkdtemp_full (incoming, 0700) == NULL)
    return cannot_keep (errno, error);
  done = take_all (self, in, order, incoming, cancellable, error);
  g_rmdir (incoming);
  if (!done)
    lueur_archive_drop_figures (self);
  return done;
}

void
lueur_archive_keep_figures (LueurArchiveFigures *self, const char *folder)
{
  g_autoptr (GPtrArray) names = list_folder (folder);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

      if (!g_hash_table_contains (self->here, names->pdata[i]))
        remove_tree (path);
    }
}

void
lueur_archive_drop_figures (LueurArchiveFigures *self)
{
  for (guint i = 0; self->paths != NULL && i < self->paths->len; i++)
    remove_tree (self->paths->pdata[i]);
  if (self->paths != NULL)
    g_ptr_array_set_size (self->paths, 0);
}

void
lueur_archive_figures_clear (LueurArchiveFigures *self)
{
  g_clear_pointer (&self->paths, g_ptr_array_unref);
  g_clear_pointer (&self->renamed, g_hash_table_unref);
  g_clear_pointer (&self->here, g_hash_table_unref);
}
