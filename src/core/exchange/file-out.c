/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/exchange/file-out.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

struct _LueurFileOut
{
  char *path;
  char *temporary; /* (nullable): there, and not yet in its place */
  int fd;          /* -1: closed */
};

static gboolean
fail (int code, GError **error)
{
  /* A quota that is used up is a disk that is full for who may not use more of it. */
  g_set_error_literal (error, G_IO_ERROR, code == EDQUOT ? G_IO_ERROR_NO_SPACE : (gint) g_io_error_from_errno (code),
                       g_strerror (code));
  return FALSE;
}

/**
 * lueur_file_out_new:
 * @path: where it is wanted; a file that is there is replaced at the end
 * @error: where it cannot be written at all
 *
 * Returns: (transfer full) (nullable): an empty file beside @path
 */
LueurFileOut *
lueur_file_out_new (const char *path, GError **error)
{
  g_autoptr (LueurFileOut) self = g_new0 (LueurFileOut, 1);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_strdup_printf (".%.200s.XXXXXX", base);

  self->path = g_strdup (path);
  self->temporary = g_build_filename (folder, name, NULL);
  self->fd = g_mkstemp_full (self->temporary, O_RDWR | O_CLOEXEC, 0600);
  if (self->fd < 0)
    {
      int code = errno;

      g_clear_pointer (&self->temporary, g_free);
      fail (code, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

int
lueur_file_out_get_fd (LueurFileOut *self)
{
  return self->fd;
}

/**
 * lueur_file_out_write:
 * @data: (array length=length): what comes next
 *
 * Returns: whether it was taken
 */
gboolean
lueur_file_out_write (LueurFileOut *self, const char *data, gsize length, GError **error)
{
  while (length > 0)
    {
      ssize_t n = write (self->fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return fail (n < 0 ? errno : ENOSPC, error);
      data += n;
      length -= (gsize) n;
    }
  return TRUE;
}

/**
 * lueur_file_out_finish:
 *
 * Returns: whether it is where it is wanted
 */
gboolean
lueur_file_out_finish (LueurFileOut *self, GError **error)
{
  int fd = self->fd;

  self->fd = -1;
  if (fsync (fd) != 0 && errno != EINVAL)
    {
      int code = errno;

      close (fd);
      return fail (code, error);
    }
  if (close (fd) != 0 || g_rename (self->temporary, self->path) != 0)
    return fail (errno, error);
  g_clear_pointer (&self->temporary, g_free);
  return TRUE;
}

void
lueur_file_out_free (LueurFileOut *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}
