/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Everything into one archive. What the store holds is looked at once, in one transaction of a reader; rows go from SQLite
 * into the zip one by one, so that the longest conversation costs no more memory than its longest message.
 */

#include "core/exchange/archive/write-private.h"

#include <string.h>

#include "core/exchange/archive/figures.h"
#include "core/exchange/archive/json.h"
#include "core/exchange/archive/markdown.h"
#include "lueur-config.h"

/* --- What the archive says of itself ---------------------------------------------------------------------- */

static gboolean
count_one (LueurArchiveWriter *self, guint *n, const char *sql, GError **error)
{
  gint64 counted;

  if (!lueur_database_get_int (self->db, error, &counted, 0, sql, ""))
    return FALSE;
  *n = (guint) CLAMP (counted, 0, G_MAXINT);
  return TRUE;
}

static gboolean
count (LueurArchiveWriter *self, GError **error)
{
  LueurArchiveSummary *summary = self->summary;

  self->persons = lueur_archive_writer_ids (self, "SELECT id FROM person ORDER BY id", 0, error);
  self->personas =
      self->persons == NULL
          ? NULL
          : lueur_archive_writer_ids (
                self, "SELECT id FROM persona WHERE deleted_at IS NULL AND octet_length (body) <= 4194304 ORDER BY id",
                0, error);
  self->conversations =
      self->personas == NULL
          ? NULL
          : lueur_archive_writer_ids (
                self,
                "SELECT c.id FROM conversation c JOIN persona p ON p.id = c.persona AND p.deleted_at IS NULL"
                "  AND octet_length (p.body) <= 4194304"
                " WHERE c.deleted_at IS NULL ORDER BY c.id",
                0, error);
  if (self->conversations == NULL)
    return FALSE;
  for (guint i = 0; i < self->conversations->len; i++)
    {
      gint64 n;

      if (!lueur_database_get_int (self->db, error, &n, 0, "SELECT count (*) FROM message WHERE conversation = ?1", "i",
                                   g_array_index (self->conversations, gint64, i)))
        return FALSE;
      summary->n_messages += (guint64) n;
    }
  if (!count_one (self, &summary->n_days, "SELECT count (DISTINCT day) FROM usage_hour", error) ||
      !count_one (self, &summary->n_people, "SELECT count (*) FROM record WHERE kind = 'person'", error))
    return FALSE;
  summary->n_companions = self->personas->len;
  summary->n_conversations = self->conversations->len;
  /* Each message twice: as JSON, and in what people read. */
  lueur_archive_progress_set_total (self->progress, summary->n_messages * 2 + 1);
  return TRUE;
}

static gboolean
write_manifest (LueurArchiveWriter *self, GError **error)
{
  static const char *const left_out[] = {
    "what is in the bin",
    "the keys of model servers: they are in the keyring and in no file",
    NULL,
  };
  GString *text = self->buffer;

  g_string_assign (text, "{\n  \"format\": ");
  lueur_json_write_string (text, LUEUR_ARCHIVE_FORMAT);
  g_string_append_printf (text,
                          ",\n  \"version\": %d,\n  \"made\": \"%s\",\n  \"program\": \"Lueur %s\",\n  \"notice\": ",
                          LUEUR_ARCHIVE_VERSION, self->summary->made, LUEUR_VERSION);
  lueur_json_write_string (text, lueur_archive_get_notice (self->order->language));
  g_string_append_printf (
      text,
      ",\n  \"generated\": {\"by\": \"AI\", \"mark\": \"generated\", \"where\": \"every message of a "
      "companion\"},\n  \"companions\": %u,\n  \"conversations\": %u,\n  \"messages\": %" G_GUINT64_FORMAT
      ",\n  \"left_out\": [",
      self->summary->n_companions, self->summary->n_conversations, self->summary->n_messages);
  for (guint i = 0; left_out[i] != NULL; i++)
    {
      g_string_append (text, i > 0 ? ", " : "");
      lueur_json_write_string (text, left_out[i]);
    }
  g_string_append (text, "]\n}\n");
  return lueur_archive_writer_file (self, "lueur.json", text->str, error);
}

/* --- All of it --------------------------------------------------------------------------------------------------- */

static gboolean
write_all (LueurArchiveWriter *self, GError **error)
{
  g_autofree char *readme = lueur_archive_make_readme (self->order->language, self->order->now);
  int n_figures = 0;

  if (!count (self, error) || !write_manifest (self, error) ||
      !lueur_archive_writer_file (self, "README.md", readme, error))
    return FALSE;
  if (self->order->avatars != NULL)
    n_figures = lueur_archive_write_figures (self->out, self->order->avatars, &self->summary->n_left_out,
                                             self->cancellable, error);
  if (n_figures < 0)
    return FALSE;
  self->summary->n_pictures = (guint) n_figures;
  for (guint i = 0; i < self->conversations->len; i++)
    if (!lueur_archive_write_markdown (self->db, self->out, g_array_index (self->conversations, gint64, i), i + 1,
                                       self->order->language, self->progress, self->cancellable, error))
      return FALSE;
  if (!lueur_archive_writer_list (self, LUEUR_TABLE_PERSON, "data/about-you", "ORDER BY id", 0, error))
    return FALSE;
  for (guint i = 0; i < self->personas->len; i++)
    if (!lueur_archive_writer_companion (self, g_array_index (self->personas, gint64, i), i + 1, error))
      return FALSE;
  for (guint i = 0; i < self->conversations->len; i++)
    if (!lueur_archive_writer_conversation (self, g_array_index (self->conversations, gint64, i), i + 1, error))
      return FALSE;
  self->summary->has_settings = self->order->settings != NULL && strlen (self->order->settings) > strlen ("{}\n");
  if (self->summary->has_settings &&
      !lueur_archive_writer_file (self, "data/settings.json", self->order->settings, error))
    return FALSE;
  return lueur_archive_writer_list (self, LUEUR_TABLE_USAGE, "data/wellbeing/hours",
                                    "GROUP BY 1, 2, 3 ORDER BY 1, 2, 3", 0, error) &&
         lueur_archive_writer_list (self, LUEUR_TABLE_TALLY, "data/wellbeing/counts", "ORDER BY kind, day, word", 0,
                                    error) &&
         lueur_archive_writer_list (self, LUEUR_TABLE_RECORD, "data/wellbeing/records",
                                    "WHERE octet_length (body) <= 262144 ORDER BY kind, key", 0, error);
}

static void
clear (LueurArchiveWriter *self)
{
  g_clear_pointer (&self->out, lueur_archive_out_free);
  g_clear_pointer (&self->personas, g_array_unref);
  g_clear_pointer (&self->persons, g_array_unref);
  g_clear_pointer (&self->conversations, g_array_unref);
  g_clear_pointer (&self->messages, g_array_unref);
  g_clear_pointer (&self->texts, g_array_unref);
  g_string_free (self->buffer, TRUE);
}

/**
 * lueur_archive_write:
 * @db: a connection of its own, not in a transaction
 * @order: what, and where to
 * @progress: (nullable): told how far it is
 * @cancellable: (nullable): ends it early, with nothing left behind
 * @error: of the archive's or the store's domain, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what is in it
 */
LueurArchiveSummary *
lueur_archive_write (LueurDatabase *db, const LueurArchiveExport *order, LueurArchiveProgress *progress,
                     GCancellable *cancellable, GError **error)
{
  g_auto (LueurArchiveLocale) locale = lueur_archive_locale_enter ();
  g_autoptr (LueurArchiveSummary) summary = g_new0 (LueurArchiveSummary, 1);
  LueurArchiveWriter writing = {
    .db = db, .order = order, .progress = progress, .cancellable = cancellable, .summary = summary
  };
  gboolean done;

  summary->made = lueur_archive_time_to_text (order->now);
  if (summary->made == NULL)
    summary->made = g_strdup ("");
  summary->program = g_strdup ("Lueur " LUEUR_VERSION);
  writing.out = lueur_archive_out_new (order->path, order->now, error);
  if (writing.out == NULL)
    return NULL;
  writing.texts = g_array_new (FALSE, FALSE, sizeof (gint64));
  writing.buffer = g_string_new (NULL);
  done = lueur_database_script (db, "BEGIN", error) && write_all (&writing, error);
  lueur_database_rollback (db);
  done = done && lueur_archive_out_finish (writing.out, error);
  clear (&writing);
  return done ? g_steal_pointer (&summary) : NULL;
}
