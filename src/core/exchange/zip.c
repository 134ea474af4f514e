/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Zip archives from anywhere, unpacked into memory under caps and never onto the disk. */

#include "core/exchange/zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

G_DEFINE_QUARK (lueur-zip-error-quark, lueur_zip_error)

typedef struct archive LueurArchive;

static void
close_archive (LueurArchive *archive)
{
  archive_read_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurArchive, close_archive)

/* A name such as "a/b.png", and nothing that could ever be read as a way up or out. */
gboolean
lueur_zip_is_tame (const char *name)
{
  g_auto (GStrv) steps = NULL;

  if (*name == '\0' || *name == '/' || strchr (name, '\\') != NULL || strchr (name, ':') != NULL ||
      strlen (name) > 512 || !g_utf8_validate (name, -1, NULL))
    return FALSE;
  steps = g_strsplit (name, "/", -1);
  for (guint i = 0; steps[i] != NULL; i++)
    if (strcmp (steps[i], "..") == 0)
      return FALSE;
  return TRUE;
}

static GBytes *
read_entry (LueurArchive *archive, const LueurZipLimits *limits, gsize *total, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  guint8 buffer[16 * 1024];

  for (;;)
    {
      la_ssize_t n = archive_read_data (archive, buffer, sizeof buffer);

      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&data));
      if (n < 0)
        {
          g_set_error_literal (error, LUEUR_ZIP_ERROR, LUEUR_ZIP_ERROR_DAMAGED, "The archive is damaged or locked.");
          return NULL;
        }
      *total += (gsize) n;
      if (data->len + (gsize) n > limits->max_entry_bytes || *total > limits->max_total_bytes)
        {
          g_set_error_literal (error, LUEUR_ZIP_ERROR, LUEUR_ZIP_ERROR_TOO_LARGE,
                               "The archive unpacks to more than is allowed.");
          return NULL;
        }
      g_byte_array_append (data, buffer, (guint) n);
    }
}

/**
 * lueur_zip_read:
 * @bytes: the archive
 * @limits: caps
 * @cancellable: (nullable): ends it early
 * @error: return location, domain %LUEUR_ZIP_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type utf8 GBytes): the files by their path in the archive
 */
GHashTable *
lueur_zip_read (GBytes *bytes, const LueurZipLimits *limits, GCancellable *cancellable, GError **error)
{
  g_autoptr (LueurArchive) archive = archive_read_new ();
  g_autoptr (GHashTable) files
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  struct archive_entry *entry;
  guint n_entries = 0;
  gsize size, total = 0;
  const void *data = g_bytes_get_data (bytes, &size);
  int rc;

  archive_read_support_format_zip (archive);
  if (size == 0 || archive_read_open_memory (archive, data, size) != ARCHIVE_OK)
    {
      g_set_error_literal (error, LUEUR_ZIP_ERROR, LUEUR_ZIP_ERROR_DAMAGED, "This is not a zip archive.");
      return NULL;
    }

  while ((rc = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || rc == ARCHIVE_WARN)
    {
      const char *name = archive_entry_pathname_utf8 (entry);
      GBytes *content;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (++n_entries > limits->max_entries)
        {
          g_set_error_literal (error, LUEUR_ZIP_ERROR, LUEUR_ZIP_ERROR_TOO_LARGE,
                               "The archive holds more files than is allowed.");
          return NULL;
        }
      if (name == NULL || !lueur_zip_is_tame (name))
        {
          g_set_error_literal (error, LUEUR_ZIP_ERROR, LUEUR_ZIP_ERROR_ESCAPES,
                               "The archive holds a file whose name leads out of it.");
          return NULL;
        }
      if (archive_entry_filetype (entry) != AE_IFREG)
        continue;
      content = read_entry (archive, limits, &total, error);
      if (content == NULL)
        return NULL;
      g_hash_table_replace (files, g_strdup (name), content);
    }
  if (rc != ARCHIVE_EOF)
    {
      g_set_error_literal (error, LUEUR_ZIP_ERROR, LUEUR_ZIP_ERROR_DAMAGED, "The archive is damaged.");
      return NULL;
    }
  return g_steal_pointer (&files);
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer first)
{
  const char *x = *(const char *const *) a, *y = *(const char *const *) b;

  if (g_strcmp0 (x, first) == 0 || g_strcmp0 (y, first) == 0)
    return g_strcmp0 (x, first) == 0 ? -1 : 1;
  return strcmp (x, y);
}

static la_ssize_t
take_bytes (struct archive *archive, void *data, const void *buffer, size_t length)
{
  g_byte_array_append (data, buffer, (guint) length);
  return (la_ssize_t) length;
}

static gboolean
write_entry (struct archive *archive, const char *name, GBytes *bytes)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  gboolean done;

  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_size (entry, (la_int64_t) size);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  /* The first day a zip can tell, whenever it is made. */
  archive_entry_set_mtime (entry, 315532800, 0);
  done = archive_write_header (archive, entry) == ARCHIVE_OK &&
         (size == 0 || archive_write_data (archive, data, size) == (la_ssize_t) size);
  archive_entry_free (entry);
  return done;
}

/**
 * lueur_zip_write:
 * @files: (element-type utf8 GBytes): by their path in the archive
 * @first: (nullable): the one that comes first
 * @error: return location, domain %LUEUR_ZIP_ERROR
 *
 * Returns: (transfer full) (nullable): the archive
 */
GBytes *
lueur_zip_write (GHashTable *files, const char *first, GError **error)
{
  struct archive *archive = archive_write_new ();
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autoptr (GPtrArray) names = g_hash_table_get_keys_as_ptr_array (files);
  gboolean done;

  g_ptr_array_sort_with_data (names, compare_names, (gpointer) first);
  done = archive_write_set_format_zip (archive) == ARCHIVE_OK &&
         archive_write_zip_set_compression_store (archive) == ARCHIVE_OK &&
         archive_write_set_options (archive, "zip:hdrcharset=UTF-8") >= ARCHIVE_WARN &&
         archive_write_set_bytes_per_block (archive, 0) == ARCHIVE_OK &&
         archive_write_open (archive, out, NULL, take_bytes, NULL) == ARCHIVE_OK;
  for (guint i = 0; done && i < names->len; i++)
    done = write_entry (archive, names->pdata[i], g_hash_table_lookup (files, names->pdata[i]));
  done = archive_write_close (archive) == ARCHIVE_OK && done;
  archive_write_free (archive);
  if (!done)
    {
      g_set_error_literal (error, LUEUR_ZIP_ERROR, LUEUR_ZIP_ERROR_DAMAGED, "The archive cannot be written.");
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
