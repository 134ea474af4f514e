/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The zip that everything is in. Out: one file after the other, none of them held in memory, into a file beside the one
 * that is wanted, which takes its place at the end. In: whichever file is asked for; as they are asked for in the order in
 * which they were written, the archive is gone through about once.
 */

#include "core/exchange/archive/zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/exchange/archive/common.h"
#include "core/exchange/file-out.h"
#include "core/exchange/zip.h"

/* A zip may unpack to this many times its own size, and a little more for small ones. */
#define RATIO_MAX 400
#define RATIO_FREE (64 * 1024 * 1024)
/* How many headers are looked at for each file that there is, before the order of the archive is refused. */
#define LOOKS_MAX 40

/* --- Names --------------------------------------------------------------------------------------------------- */

LueurArchiveLocale
lueur_archive_locale_enter (void)
{
  LueurArchiveLocale self = { NULL, NULL };
  locale_t base = duplocale (uselocale ((locale_t) 0));
  locale_t own = base != (locale_t) 0 ? newlocale (LC_CTYPE_MASK, "C.UTF-8", base) : (locale_t) 0;

  if (own == (locale_t) 0)
    {
      if (base != (locale_t) 0)
        freelocale (base);
      return self;
    }
  self.own = own;
  self.before = uselocale (own);
  return self;
}

void
lueur_archive_locale_leave (LueurArchiveLocale *self)
{
  if (self->own == NULL)
    return;
  uselocale (self->before);
  freelocale (self->own);
  self->own = NULL;
}

/* --- Out ------------------------------------------------------------------------------------------------- */

struct _LueurArchiveOut
{
  struct archive *archive;
  struct archive_entry *entry;
  LueurFileOut *file;
  gint64 now; /* seconds */
};

static gboolean
refuse (const char *reason, GError **error)
{
  g_set_error (error, LUEUR_ARCHIVE_ERROR, LUEUR_ARCHIVE_ERROR_IO, "The archive cannot be written: %s.", reason);
  return FALSE;
}

/* What the system said, or the archive's own words. */
static gboolean
cannot_write (LueurArchiveOut *self, int code, GError **error)
{
  return refuse (code != 0 ? g_strerror (code) : "the disk refused it", error);
}

static gboolean
set_up (LueurArchiveOut *self)
{
  return archive_write_set_format_zip (self->archive) == ARCHIVE_OK &&
         archive_write_zip_set_compression_deflate (self->archive) == ARCHIVE_OK &&
         archive_write_set_options (self->archive, "zip:compression-level=4,zip:hdrcharset=UTF-8") >= ARCHIVE_WARN &&
         archive_write_set_bytes_in_last_block (self->archive, 1) == ARCHIVE_OK &&
         archive_write_open_fd (self->archive, lueur_file_out_get_fd (self->file)) == ARCHIVE_OK;
}

LueurArchiveOut *
lueur_archive_out_new (const char *path, gint64 now, GError **error)
{
  g_autoptr (LueurArchiveOut) self = g_new0 (LueurArchiveOut, 1);
  g_autoptr (GError) reason = NULL;

  self->now = now / G_USEC_PER_SEC;
  self->file = lueur_file_out_new (path, &reason);
  if (self->file == NULL)
    {
      refuse (reason->message, error);
      return NULL;
    }
  self->archive = archive_write_new ();
  if (!set_up (self))
    {
      cannot_write (self, archive_errno (self->archive), error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

static gboolean
end_entry (LueurArchiveOut *self, GError **error)
{
  gboolean done = TRUE;

  if (self->entry != NULL)
    done = archive_write_finish_entry (self->archive) == ARCHIVE_OK;
  g_clear_pointer (&self->entry, archive_entry_free);
  return done || cannot_write (self, archive_errno (self->archive), error);
}

/* The size is told behind the data: it is not known yet. */
gboolean
lueur_archive_out_begin (LueurArchiveOut *self, const char *name, GError **error)
{
  if (!end_entry (self, error))
    return FALSE;
  self->entry = archive_entry_new ();
  archive_entry_set_pathname_utf8 (self->entry, name);
  archive_entry_set_filetype (self->entry, AE_IFREG);
  archive_entry_set_perm (self->entry, 0600);
  archive_entry_set_mtime (self->entry, self->now, 0);
  return archive_write_header (self->archive, self->entry) >= ARCHIVE_WARN ||
         cannot_write (self, archive_errno (self->archive), error);
}

gboolean
lueur_archive_out_write (LueurArchiveOut *self, gconstpointer data, gsize length, GError **error)
{
  const char *at = data;

  while (length > 0)
    {
      la_ssize_t n = archive_write_data (self->archive, at, length);

      if (n <= 0)
        return cannot_write (self, archive_errno (self->archive), error);
      at += n;
      length -= (gsize) n;
    }
  return TRUE;
}

gboolean
lueur_archive_out_finish (LueurArchiveOut *self, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (!end_entry (self, error))
    return FALSE;
  if (archive_write_close (self->archive) != ARCHIVE_OK)
    return cannot_write (self, archive_errno (self->archive), error);
  return lueur_file_out_finish (self->file, &reason) || refuse (reason->message, error);
}

void
lueur_archive_out_free (LueurArchiveOut *self)
{
  if (self->archive != NULL)
    {
      /* Given up: what packs a file is let go of with the end of that file alone. */
      if (self->entry != NULL)
        archive_write_finish_entry (self->archive);
      archive_write_free (self->archive);
    }
  g_clear_pointer (&self->entry, archive_entry_free);
  g_clear_pointer (&self->file, lueur_file_out_free);
  g_free (self);
}

/* --- In -------------------------------------------------------------------------------------------------- */

struct _LueurArchiveIn
{
  struct archive *archive; /* (nullable): gone through from its beginning */
  GHashTable *names;       /* to their places, counted from 1; the key is in order */
  GPtrArray *order;
  GCancellable *cancellable;
  guint at;                /* entries that were seen */
  guint64 looks;
  guint64 total;           /* bytes unpacked */
  guint64 size;            /* of the file */
  int fd;
};

static gboolean
is_damaged (GError **error)
{
  return lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_DAMAGED, "The archive is damaged or cut short.");
}

static gboolean
rewind_archive (LueurArchiveIn *self, GError **error)
{
  g_clear_pointer (&self->archive, archive_read_free);
  self->at = 0;
  self->archive = archive_read_new ();
  archive_read_support_format_zip (self->archive);
  if (lseek (self->fd, 0, SEEK_SET) != 0 || archive_read_open_fd (self->archive, self->fd, 64 * 1024) != ARCHIVE_OK)
    return lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_NOT_AN_ARCHIVE, "This is not an archive of Lueur’s.");
  return TRUE;
}

/* (nullable): at the end, and with @error for what is no archive */
static struct archive_entry *
next_entry (LueurArchiveIn *self, GError **error)
{
  struct archive_entry *entry;
  int code = archive_read_next_header (self->archive, &entry);

  if (code == ARCHIVE_EOF)
    return NULL;
  if (code != ARCHIVE_OK && code != ARCHIVE_WARN)
    {
      is_damaged (error);
      return NULL;
    }
  self->at++;
  self->looks++;
  return entry;
}

static gboolean
add_name (LueurArchiveIn *self, struct archive_entry *entry, GError **error)
{
  const char *name = archive_entry_pathname_utf8 (entry);
  char *copy;

  if (name == NULL || !lueur_zip_is_tame (name))
    return lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_ESCAPES,
                               "The archive holds a file whose name leads out of it.");
  if (self->at > LUEUR_ARCHIVE_FILES_MAX)
    return lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_TOO_LARGE, "The archive holds more files than is allowed.");
  if (archive_entry_filetype (entry) != AE_IFREG)
    return TRUE;
  if (g_hash_table_contains (self->names, name))
    return lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_DISORDER, "A file is in the archive twice.");
  copy = g_strdup (name);
  g_ptr_array_add (self->order, copy);
  g_hash_table_insert (self->names, copy, GUINT_TO_POINTER (self->at));
  return TRUE;
}

LueurArchiveIn *
lueur_archive_in_new (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (LueurArchiveIn) self = g_new0 (LueurArchiveIn, 1);
  g_autoptr (GError) local = NULL;
  struct archive_entry *entry;
  struct stat info;

  self->names = g_hash_table_new (g_str_hash, g_str_equal);
  self->order = g_ptr_array_new_with_free_func (g_free);
  g_set_object (&self->cancellable, cancellable);
  /* A pipe would keep whoever opens it. */
  self->fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (self->fd < 0 || fstat (self->fd, &info) != 0 || !S_ISREG (info.st_mode))
    {
      lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_IO, "The file cannot be read.");
      return NULL;
    }
  self->size = (guint64) info.st_size;
  if (!rewind_archive (self, error))
    return NULL;
  while ((entry = next_entry (self, &local)) != NULL)
    if (!add_name (self, entry, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;
  if (local != NULL)
    {
      /* What does not even begin as one is something else. */
      if (self->at == 0)
        lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_NOT_AN_ARCHIVE, "This is not an archive of Lueur’s.");
      else
        g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/* What is read once more was asked for by us, not by the archive. */
void
lueur_archive_in_forgive (LueurArchiveIn *self)
{
  self->looks = 0;
}

gboolean
lueur_archive_in_has (LueurArchiveIn *self, const char *name)
{
  return g_hash_table_contains (self->names, name);
}

GPtrArray *
lueur_archive_in_list (LueurArchiveIn *self, const char *prefix)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < self->order->len; i++)
    if (g_str_has_prefix (self->order->pdata[i], prefix))
      g_ptr_array_add (names, self->order->pdata[i]);
  return names;
}

static GBytes *
read_data (LueurArchiveIn *self, gsize max, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  guint8 buffer[32 * 1024];

  for (;;)
    {
      la_ssize_t n = archive_read_data (self->archive, buffer, sizeof buffer);

      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&data));
      if (n < 0)
        {
          is_damaged (error);
          return NULL;
        }
      self->total += (guint64) n;
      if (data->len + (gsize) n > max || self->total > RATIO_FREE + self->size * RATIO_MAX)
        {
          lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_TOO_LARGE, "The archive unpacks to more than is allowed.");
          return NULL;
        }
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return NULL;
      g_byte_array_append (data, buffer, (guint) n);
    }
}

/**
 * lueur_archive_in_read:
 * @name: of a file in it
 * @max: bytes that it may have, unpacked
 *
 * Returns: (transfer full) (nullable): what is in it
 */
GBytes *
lueur_archive_in_read (LueurArchiveIn *self, const char *name, gsize max, GError **error)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, name));
  g_autoptr (GError) local = NULL;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return NULL;
  if (place == 0)
    {
      lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_DAMAGED, "A part of the archive is missing.");
      return NULL;
    }
  if (place <= self->at && !rewind_archive (self, error))
    return NULL;
  while (self->at < place && next_entry (self, &local) != NULL)
    ;
  if (self->at < place || local != NULL)
    {
      is_damaged (error);
      return NULL;
    }
  /* One that jumps to and fro takes for ever to follow. */
  if (self->looks > 1000 + (guint64) self->order->len * LOOKS_MAX)
    {
      lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_DISORDER, "The files of the archive are in no order.");
      return NULL;
    }
  return read_data (self, max, error);
}

void
lueur_archive_in_free (LueurArchiveIn *self)
{
  g_clear_pointer (&self->archive, archive_read_free);
  if (self->fd >= 0)
    close (self->fd);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->order, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  g_free (self);
}

/* The name of the first file in a zip stands in its first hundred bytes. */
gboolean
lueur_archive_is (const char *path)
{
  static const char first[] = "lueur.json";
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  guint8 head[64];
  struct stat info;
  gssize n = 0;

  if (fd < 0)
    return FALSE;
  if (fstat (fd, &info) == 0 && S_ISREG (info.st_mode))
    n = read (fd, head, sizeof head);
  close (fd);
  return n >= 30 + (gssize) strlen (first) && memcmp (head, "PK\3\4", 4) == 0 && head[26] == strlen (first) &&
         head[27] == 0 && memcmp (head + 30, first, strlen (first)) == 0;
}
