/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * An archive, gone through from one end to the other: hostile until it was checked. What each row says is checked by
 * row.c, what they say together by the read-*.c: that numbers are counted, that what they refer to is there and came before,
 * that there is no more of anything than the store has room for. Whoever only wants to know what is in it reads the same.
 */

#include "core/exchange/archive/read-private.h"

#include "core/store/verbs.h"

#define MANIFEST_MAX_BYTES (256 * 1024)

LueurArchiveSummary *
lueur_archive_read_manifest (LueurArchiveIn *in, GError **error)
{
  g_autoptr (LueurArchiveSummary) summary = g_new0 (LueurArchiveSummary, 1);
  g_autoptr (LueurJsonDoc) doc = NULL;
  g_autofree char *format = NULL;
  double version;

  if (!lueur_archive_in_has (in, "lueur.json"))
    {
      lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_NOT_AN_ARCHIVE, "This is not an archive of Lueur’s.");
      return NULL;
    }
  doc = lueur_archive_read_doc (in, "lueur.json", MANIFEST_MAX_BYTES, error);
  if (doc == NULL)
    return NULL;
  format = lueur_json_doc_dup_string (doc, lueur_json_doc_find (doc, 0, "format"));
  version = lueur_json_doc_get_number (doc, lueur_json_doc_find (doc, 0, "version"), 0);
  if (g_strcmp0 (format, LUEUR_ARCHIVE_FORMAT) != 0 || version < 1)
    {
      lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_NOT_AN_ARCHIVE, "This is not an archive of Lueur’s.");
      return NULL;
    }
  if (version > LUEUR_ARCHIVE_VERSION)
    {
      lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_NEWER, "A later version of Lueur wrote this archive.");
      return NULL;
    }
  summary->made = lueur_json_doc_dup_string (doc, lueur_json_doc_find (doc, 0, "made"));
  summary->program = lueur_json_doc_dup_string (doc, lueur_json_doc_find (doc, 0, "program"));
  summary->n_companions =
      (guint) CLAMP (lueur_json_doc_get_number (doc, lueur_json_doc_find (doc, 0, "companions"), 0), 0, 1e9);
  summary->n_conversations =
      (guint) CLAMP (lueur_json_doc_get_number (doc, lueur_json_doc_find (doc, 0, "conversations"), 0), 0, 1e9);
  summary->n_messages =
      (guint64) CLAMP (lueur_json_doc_get_number (doc, lueur_json_doc_find (doc, 0, "messages"), 0), 0, 1e12);
  if (summary->n_companions > LUEUR_SHELF_MAX || summary->n_conversations > LUEUR_SHELF_MAX ||
      summary->n_messages > LUEUR_ARCHIVE_MESSAGES_MAX)
    {
      lueur_archive_fail_too_much (error);
      return NULL;
    }
  return g_steal_pointer (&summary);
}

GBytes *
lueur_archive_read_settings (LueurArchiveIn *in, GError **error)
{
  g_autoptr (LueurJsonDoc) doc = lueur_archive_read_doc (in, "data/settings.json", MANIFEST_MAX_BYTES, error);

  return doc != NULL ? g_bytes_ref (lueur_json_doc_get_text (doc)) : NULL;
}

static gboolean
read_all (LueurArchiveReader *self, const LueurArchiveSummary *told, GError **error)
{
  LueurArchiveSummary *summary = self->summary;

  if (!lueur_archive_reader_persons (self, error))
    return FALSE;
  for (guint i = 1; i <= told->n_companions; i++)
    {
      if (!lueur_archive_reader_companion (self, i, error))
        return FALSE;
      summary->n_companions++;
    }
  for (guint i = 1; i <= told->n_conversations; i++)
    {
      gboolean again;

      /* Again for each that it may be here, which are few. */
      do
        {
          if (!lueur_archive_reader_conversation (self, i, &again, error))
            return FALSE;
          if (again)
            lueur_archive_in_forgive (self->reading->in);
        }
      while (again);
      summary->n_conversations++;
    }
  if (summary->n_messages != told->n_messages)
    return lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_DAMAGED, "A part of the archive is missing.");
  return lueur_archive_reader_records (self, error);
}

LueurArchiveSummary *
lueur_archive_read (LueurArchiveReading *reading, GError **error)
{
  g_autoptr (LueurArchiveSummary) told = lueur_archive_read_manifest (reading->in, error);
  g_autoptr (LueurArchiveSummary) summary = g_new0 (LueurArchiveSummary, 1);
  g_autoptr (GPtrArray) pictures = NULL;
  LueurArchiveReader self = { .reading = reading, .summary = summary };
  gboolean done;

  if (told == NULL)
    return NULL;
  summary->made = g_strdup (told->made != NULL ? told->made : "");
  summary->program = g_strdup (told->program != NULL ? told->program : "");
  lueur_archive_progress_set_total (reading->progress, told->n_messages + 1);
  self.parents = g_array_new (FALSE, FALSE, sizeof (gint64));
  self.chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  done = read_all (&self, told, error);
  g_array_unref (self.parents);
  g_array_unref (self.chosen);
  if (!done)
    return NULL;
  pictures = lueur_archive_in_list (reading->in, "avatars/");
  summary->n_pictures = pictures->len;
  summary->has_settings = lueur_archive_in_has (reading->in, "data/settings.json");
  if (summary->has_settings)
    {
      g_autoptr (GBytes) settings = lueur_archive_read_settings (reading->in, error);

      if (settings == NULL)
        return NULL;
    }
  return g_steal_pointer (&summary);
}

/**
 * lueur_archive_check:
 * @path: of a file from anywhere
 * @progress: (nullable): told how far it is
 * @cancellable: (nullable): ends it early
 * @error: domain %LUEUR_ARCHIVE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what is in it, all of which was looked at
 */
LueurArchiveSummary *
lueur_archive_check (const char *path, LueurArchiveProgress *progress, GCancellable *cancellable, GError **error)
{
  g_auto (LueurArchiveLocale) locale = lueur_archive_locale_enter ();
  g_autoptr (LueurArchiveIn) in = lueur_archive_in_new (path, cancellable, error);
  LueurArchiveReading reading = { .in = in, .progress = progress, .cancellable = cancellable };

  return in != NULL ? lueur_archive_read (&reading, error) : NULL;
}
