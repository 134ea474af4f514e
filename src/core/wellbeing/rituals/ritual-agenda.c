/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/rituals/ritual-agenda.h"

#include "core/model/persona-private.h"
#include "core/store/verbs.h"
#include "core/wellbeing/rituals/ritual-words.h"

#define BOOT_ID "/proc/sys/kernel/random/boot_id"

void
lueur_ritual_entry_free (LueurRitualEntry *self)
{
  g_object_unref (self->persona);
  g_free (self);
}

/* Which boot this is; "" where the system does not say. (transfer full) */
static char *
read_boot (void)
{
  g_autofree char *id = NULL;

  if (!g_file_get_contents (BOOT_ID, &id, NULL, NULL))
    return g_strdup ("");
  return g_strdup (g_strstrip (id));
}

static LueurRitualMark
find_mark (GPtrArray *log, gint64 persona, const char *kind, const char *boot)
{
  for (guint i = 0; i < log->len; i++)
    {
      const LueurRitualRow *row = g_ptr_array_index (log, i);
      gboolean same_boot = *boot != '\0' && g_str_equal (row->boot, boot);

      if (row->persona == persona && g_str_equal (row->kind, kind))
        return (LueurRitualMark){ row->fired_at, same_boot ? row->boottime : 0, row->day };
    }
  return (LueurRitualMark){ 0 };
}

static void
add_entry (GPtrArray *entries, LueurPersona *persona, LueurRitual kind, GPtrArray *log, const char *boot)
{
  LueurRitualEntry *entry;
  guint minute;

  if (!lueur_persona_get_ritual (persona, kind, &minute))
    return;
  entry = g_new0 (LueurRitualEntry, 1);
  entry->persona = g_object_ref (persona);
  entry->kind = kind;
  g_object_get (persona, "updated-at", &entry->plan.since, NULL);
  entry->plan.minute = minute;
  entry->plan.quiet = lueur_persona_get_number (persona, LUEUR_PERSONA_QUIET) != 0;
  entry->plan.quiet_from = (guint) lueur_persona_get_number (persona, LUEUR_PERSONA_QUIET_FROM);
  entry->plan.quiet_to = (guint) lueur_persona_get_number (persona, LUEUR_PERSONA_QUIET_TO);
  entry->mark = find_mark (log, lueur_persona_get_id (persona), lueur_ritual_to_word (kind), boot);
  g_ptr_array_add (entries, entry);
}

/**
 * lueur_ritual_agenda_read:
 * @path: the database
 * @error: of the store's domain
 *
 * Returns: (transfer full) (nullable) (element-type LueurRitualEntry):
 */
GPtrArray *
lueur_ritual_agenda_read (const char *path, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_ritual_entry_free);
  g_autoptr (GPtrArray) rows = NULL, log = NULL;
  g_autoptr (LueurDatabase) db = NULL;
  g_autofree char *boot = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&entries);
  db = lueur_database_open (path, LUEUR_DATABASE_READER, error);
  if (db == NULL)
    return NULL;
  rows = lueur_verb_read_ritual_personas (db, error);
  if (rows == NULL || (log = lueur_verb_read_rituals (db, error)) == NULL)
    return NULL;
  boot = read_boot ();
  for (guint i = 0; i < rows->len; i++)
    {
      const LueurPersonaRow *row = g_ptr_array_index (rows, i);
      g_autoptr (LueurPersona) persona = lueur_persona_from_json (row->body, -1, NULL);

      if (persona == NULL)
        continue;
      lueur_persona_set_id (persona, row->id);
      g_object_set (persona, "updated-at", MAX (row->updated_at, 0), NULL);
      for (guint kind = 0; kind < LUEUR_N_RITUALS; kind++)
        add_entry (entries, persona, kind, log, boot);
    }
  return g_steal_pointer (&entries);
}

/* Whatever a statement tries to change but the log is refused by SQLite itself. */
static int
allow_the_log (void *data, int action, const char *first, const char *second, const char *database, const char *trigger)
{
  switch (action)
    {
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
      return g_strcmp0 (first, "ritual_log") == 0 ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_TRANSACTION:
    case SQLITE_FUNCTION:
    case SQLITE_PRAGMA:
      return SQLITE_OK;
    default:
      return SQLITE_DENY;
    }
}

/**
 * lueur_ritual_agenda_keep:
 * @error: of the store's domain
 *
 * Blocks for at most two seconds when the app holds the file.
 *
 * Returns: whether it is on the disk
 */
gboolean
lueur_ritual_agenda_keep (const char *path, const LueurRitualEntry *entry, GError **error)
{
  g_autoptr (LueurDatabase) db = lueur_database_open (path, LUEUR_DATABASE_WRITER, error);
  g_autofree char *boot = read_boot ();
  LueurRitualRow row = { lueur_persona_get_id (entry->persona), (char *) lueur_ritual_to_word (entry->kind),
                         entry->mark.wall, entry->mark.day, boot, entry->mark.boottime };

  if (db == NULL)
    return FALSE;
  sqlite3_set_authorizer (lueur_database_get_handle (db), allow_the_log, NULL);
  return lueur_verb_put_ritual (db, &row, error);
}
