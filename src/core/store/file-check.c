/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What can be told of the file before SQLite opens it. A file that is not ours, or a later version's, is
 * told by its first hundred bytes (https://www.sqlite.org/fileformat.html, "The Database Header"), so that
 * nothing of ours ever writes to it.
 */

#include "core/store/file-check.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/store/schema.h"

#define HEADER_SIZE 100

static gboolean
fail_errno (GError **error, int errsv, const char *what)
{
  int code = LUEUR_STORE_ERROR_IO;

  if (errsv == EACCES || errsv == EPERM || errsv == EROFS)
    code = LUEUR_STORE_ERROR_READ_ONLY;
  else if (errsv == ENOSPC || errsv == EDQUOT)
    code = LUEUR_STORE_ERROR_FULL;
  g_set_error (error, LUEUR_STORE_ERROR, code, "%s: %s", what, g_strerror (errsv));
  return FALSE;
}

static guint32
read_be32 (const guchar *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gboolean
check_header (const guchar *header, gssize length, goffset size, gboolean unclean, GError **error)
{
  guint page_size;
  guint32 pages;

  if (length < HEADER_SIZE || memcmp (header, "SQLite format 3", 16) != 0)
    {
      g_set_error_literal (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_CORRUPT, "not a database");
      return FALSE;
    }
  page_size = (guint) header[16] << 8 | header[17];
  if (page_size == 1)
    page_size = 65536;
  if (page_size < 512 || (page_size & (page_size - 1)) != 0)
    {
      g_set_error_literal (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_CORRUPT, "a damaged header");
      return FALSE;
    }
  if (read_be32 (header + 68) != 0 && read_be32 (header + 68) != LUEUR_APPLICATION_ID)
    {
      g_set_error_literal (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_CORRUPT, "another program’s database");
      return FALSE;
    }
  if ((gint32) read_be32 (header + 60) > LUEUR_SCHEMA_VERSION)
    {
      g_set_error (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NEWER, "schema %d, this version knows %d",
                   (gint32) read_be32 (header + 60), LUEUR_SCHEMA_VERSION);
      return FALSE;
    }
  /* Shorter than it says, with no log that could hold the rest: cut off. The count is only good when
   * the two change counters agree. */
  pages = read_be32 (header + 28);
  if (!unclean && memcmp (header + 24, header + 92, 4) == 0 && size < (goffset) pages * page_size)
    {
      g_set_error_literal (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_CORRUPT, "cut short");
      return FALSE;
    }
  return TRUE;
}

/* Only what others may do is taken away, and only where it is ours to take. */
static void
make_private (const char *path, mode_t mode)
{
  struct stat st;

  if (stat (path, &st) == 0 && st.st_uid == geteuid () && (st.st_mode & 077) != 0)
    if (chmod (path, mode) != 0)
      g_debug ("%s stays open to others: %s", path, g_strerror (errno));
}

gboolean
lueur_file_inspect (const char *path, gboolean *unclean, GError **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  guchar header[HEADER_SIZE] = { 0 };
  struct stat st;
  gssize length;
  int fd;

  *unclean = stat (log, &st) == 0 && st.st_size > 0;
  fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return fail_errno (error, errno, "opening");
  if (fstat (fd, &st) != 0 || !S_ISREG (st.st_mode))
    {
      close (fd);
      g_set_error_literal (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_CORRUPT, "not a file");
      return FALSE;
    }
  length = pread (fd, header, sizeof header, 0);
  if (length < 0)
    {
      int errsv = errno;

      close (fd);
      return fail_errno (error, errsv, "reading");
    }
  close (fd);
  /* Nothing in it: killed between making it and the first write. */
  if (st.st_size == 0)
    return TRUE;
  return check_header (header, length, st.st_size, *unclean, error);
}

gboolean
lueur_file_prepare (const char *path, gboolean *unclean, GError **error)
{
  g_autofree char *dir = g_path_get_dirname (path);
  int fd;

  if (g_mkdir_with_parents (dir, 0700) != 0)
    return fail_errno (error, errno, "making the folder");
  make_private (dir, 0700);
  /* Made here, so that there is no instant at which others can read it; SQLite gives the log and
   * its index the same rights. */
  fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd >= 0)
    close (fd);
  else if (errno != EEXIST)
    return fail_errno (error, errno, "making the file");
  else
    make_private (path, 0600);
  if (!lueur_file_inspect (path, unclean, error))
    return FALSE;
  /* What SQLite would find out later, and say less clearly: WAL needs to write beside the file. */
  if (access (path, W_OK) != 0 || access (dir, W_OK | X_OK) != 0)
    return fail_errno (error, errno, "writing");
  return TRUE;
}
