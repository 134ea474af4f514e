/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is in an archive, added to what is here, in one transaction. Ids are the store's own, so that things are known again
 * by when they were made, to the microsecond, and by what they say. What is here stays as it is: a companion that says
 * something else by now, or a conversation that does not have all that the archive has of it, is kept beside.
 *
 * Or it takes the place of what is here, which is erased in the same transaction, and whose traces go after it.
 */

#include "core/exchange/archive/import-private.h"

#include "core/exchange/archive/read.h"
#include "core/store/verbs.h"

/* --- What is of no conversation -------------------------------------------------------------------------------------- */

static gboolean
take_record (LueurArchiveImporter *self, LueurArchiveTableId table, LueurArchiveRow *row, GError **error)
{
  if (self->order->without_records)
    return TRUE;
  if (table == LUEUR_TABLE_USAGE)
    {
      LueurArchiveValue *persona = at (row, table, "persona");

      persona->number = id_at (self->personas, persona->number);
    }
  if (lueur_archive_row_insert (self->db, row, table, 0, NULL, error) == 0)
    return FALSE;
  self->account->n_records += lueur_database_get_changes (self->db) > 0;
  return TRUE;
}

static gboolean
take_row (gpointer data, LueurArchiveTableId table, LueurArchiveRow *row, GBytes *file, GError **error)
{
  LueurArchiveImporter *self = data;

  switch ((int) table)
    {
    case LUEUR_TABLE_PERSON:
      return lueur_archive_import_person (self, row, error);
    case LUEUR_TABLE_PERSONA:
      return lueur_archive_import_persona (self, row, error);
    case LUEUR_TABLE_VERSION:
    case LUEUR_TABLE_CARD:
    case LUEUR_TABLE_BOOK:
    case LUEUR_TABLE_REVIEW:
    case LUEUR_TABLE_RITUAL:
      return lueur_archive_import_of_persona (self, table, row, file, error);
    case LUEUR_TABLE_CONVERSATION:
      return lueur_archive_import_conversation (self, row, error);
    case LUEUR_TABLE_MESSAGE:
    case LUEUR_TABLE_DRAFT:
    case LUEUR_TABLE_OPINION:
      return lueur_archive_import_of_conversation (self, table, row, error);
    case LUEUR_TABLE_USAGE:
    case LUEUR_TABLE_TALLY:
    case LUEUR_TABLE_RECORD:
      return take_record (self, table, row, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static const LueurArchiveVisitor visitor = { take_row, lueur_archive_import_text, lueur_archive_import_reference,
                                             lueur_archive_import_request, lueur_archive_import_ended };

/* --- All of it --------------------------------------------------------------------------------------------------------- */

static gboolean
has_room (LueurArchiveImporter *self, LueurArchiveIn *in, GError **error)
{
  g_autoptr (LueurArchiveSummary) told = lueur_archive_read_manifest (in, error);
  gint64 n_personas, n_conversations;

  if (told == NULL || !lueur_database_get_int (self->db, error, &n_personas, 0, "SELECT count (*) FROM persona", "") ||
      !lueur_database_get_int (self->db, error, &n_conversations, 0, "SELECT count (*) FROM conversation", ""))
    return FALSE;
  if (n_personas + told->n_companions > LUEUR_SHELF_MAX || n_conversations + told->n_conversations > LUEUR_SHELF_MAX)
    return lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_TOO_LARGE,
                               "Together with what is here, that is more than there is room for.");
  return TRUE;
}

/* Every table that an archive knows of, so that none that the store gets is forgotten: what refers to others stands behind
 * them. What must be done even after a kill is noted with it, as whenever something is erased. */
static gboolean
erase_all (LueurDatabase *db, GError **error)
{
  for (int id = LUEUR_N_TABLES - 1; id >= 0; id--)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM %s", lueur_archive_table (id)->name);

      if (id != LUEUR_TABLE_CHORE && !lueur_database_run (db, error, sql, ""))
        return FALSE;
    }
  return lueur_database_run (db, error, "INSERT OR IGNORE INTO chore (name) VALUES ('scrub')", "");
}

/* It is done by then, whatever becomes of this. */
static void
leave_no_trace (LueurArchiveImporter *self)
{
  const LueurArchiveImport *order = self->order;
  g_autoptr (GError) error = NULL;

  self->account->replaced = TRUE;
  if (order->avatars != NULL && order->check != NULL)
    lueur_archive_keep_figures (self->figures, order->avatars);
  self->account->traces_left = !lueur_database_scrub (self->db, &error);
  if (self->account->traces_left)
    g_message ("Traces of what was replaced are left until the next start: %s", error->message);
}

static gboolean
add_all (LueurArchiveImporter *self, LueurArchiveReading *reading, GError **error)
{
  g_autoptr (LueurArchiveSummary) summary = NULL;

  if (!lueur_database_get_int (self->db, error, &self->last_persona, 0, "SELECT max (id) FROM persona", "") ||
      !lueur_database_get_int (self->db, error, &self->last_person, 0, "SELECT max (id) FROM person", "") ||
      !lueur_database_get_int (self->db, error, &self->last_conversation, 0, "SELECT max (id) FROM conversation", "") ||
      !has_room (self, reading->in, error))
    return FALSE;
  summary = lueur_archive_read (reading, error);
  if (summary == NULL)
    return FALSE;
  if (summary->has_settings)
    {
      g_autoptr (GBytes) settings = lueur_archive_read_settings (reading->in, error);

      if (settings == NULL)
        return FALSE;
      self->account->settings = g_strndup (g_bytes_get_data (settings, NULL), g_bytes_get_size (settings));
    }
  return !g_cancellable_set_error_if_cancelled (reading->cancellable, error);
}

static gboolean
run (LueurArchiveImporter *self, LueurArchiveReading *reading, GError **error)
{
  GArray **arrays[] = { &self->personas, &self->persons, &self->candidates, &self->messages,
                        &self->depths,   &self->chosen,  &self->texts };
  gboolean done;

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    *arrays[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
  done = lueur_database_begin (self->db, TRUE, error) &&
         (!self->order->replace || erase_all (self->db, error)) && add_all (self, reading, error) &&
         lueur_database_commit (self->db, error);
  if (!done)
    lueur_database_rollback (self->db);
  else if (self->order->replace)
    leave_no_trace (self);
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (*arrays[i]);
  return done;
}

LueurArchiveAccount *
lueur_archive_import (LueurDatabase *db, const LueurArchiveImport *order, LueurArchiveProgress *progress,
                      GCancellable *cancellable, GError **error)
{
  g_auto (LueurArchiveLocale) locale = lueur_archive_locale_enter ();
  g_autoptr (LueurArchiveIn) in = lueur_archive_in_new (order->path, cancellable, error);
  g_autoptr (LueurArchiveAccount) account = g_new0 (LueurArchiveAccount, 1);
  g_auto (LueurArchiveFigures) figures = { 0 };
  LueurArchiveImporter import = { .db = db, .order = order, .account = account, .figures = &figures };
  LueurArchiveReading reading = { in, &visitor, &import, progress, cancellable };
  g_autoptr (LueurArchiveSummary) told = NULL;

  if (in == NULL || (told = lueur_archive_read_manifest (in, error)) == NULL ||
      !lueur_archive_take_figures (&figures, in, order, cancellable, error))
    return NULL;
  account->n_pictures = figures.paths->len;
  account->n_left_out = figures.n_left_out;
  if (run (&import, &reading, error))
    return g_steal_pointer (&account);
  lueur_archive_drop_figures (&figures);
  return NULL;
}
