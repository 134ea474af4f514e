/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who the person is and who the companions are: known again, or added. */

#include "core/exchange/archive/import-private.h"

#include "core/exchange/card-persona.h"
#include "core/lore/book.h"
#include "core/model/look.h"

/* A value of the store is at most 32 MiB. */
#define FILE_MAX_BYTES (30 * 1024 * 1024)

/* --- Who the person is --------------------------------------------------------------------------------------- */

gboolean
lueur_archive_import_person (LueurArchiveImporter *self, LueurArchiveRow *row, GError **error)
{
  const char *body = at (row, LUEUR_TABLE_PERSON, "body")->text;
  LueurArchiveValue *is_main = at (row, LUEUR_TABLE_PERSON, "main");
  gboolean was_main = is_main->number != 0;
  gint64 id, main_here;

  if (!lueur_database_get_int (
          self->db, error, &id, 0,
          "SELECT id FROM person WHERE id <= ?1 AND created_at = ?2 AND body = ?3 ORDER BY id LIMIT 1", "iis",
          self->last_person, at (row, LUEUR_TABLE_PERSON, "created_at")->number, body) ||
      !lueur_database_get_int (self->db, error, &main_here, 0, "SELECT id FROM person WHERE main", ""))
    return FALSE;
  if (id == 0)
    {
      is_main->number = was_main && main_here == 0;
      id = lueur_archive_row_insert (self->db, row, LUEUR_TABLE_PERSON, 0, NULL, error);
      if (id == 0)
        return FALSE;
    }
  if (was_main && main_here != 0 && main_here != id)
    self->main = id;
  g_array_append_val (self->persons, id);
  return TRUE;
}

/* --- Companions ------------------------------------------------------------------------------------------------ */

/* What any companion that comes in must bear: no romance with somebody under age; and a picture that has another name
 * here. @text stays byte for byte as it is where nothing of that is so. */
static void
amend_body (LueurArchiveImporter *self, char **text, gboolean counts)
{
  g_autoptr (LueurPersona) persona = lueur_persona_from_json (*text, -1, NULL);
  g_autoptr (LueurPersona) amended = NULL;
  g_autoptr (LueurLook) look = NULL;
  g_autofree char *minor = NULL;
  const char *other;

  if (persona == NULL)
    return;
  if (lueur_persona_is_romantic (persona) && (minor = lueur_persona_find_minor (persona)) != NULL)
    {
      amended = lueur_persona_without_romance (persona);
      self->account->n_romances += counts;
    }
  if (*lueur_persona_get_look (persona) != '\0' && g_hash_table_size (self->figures->renamed) > 0)
    {
      look = lueur_look_parse (lueur_persona_get_look (persona));
      other = g_hash_table_lookup (self->figures->renamed, look->rig);
      if (other != NULL)
        {
          g_autofree char *json = NULL;

          if (amended == NULL)
            amended = g_object_ref (persona);
          g_set_str (&look->rig, other);
          json = lueur_look_to_json (look);
          g_object_set (amended, "look", json, NULL);
        }
    }
  if (amended == NULL)
    return;
  g_free (*text);
  *text = lueur_persona_to_json (amended);
}

gboolean
lueur_archive_import_persona (LueurArchiveImporter *self, LueurArchiveRow *row, GError **error)
{
  char **body = &at (row, LUEUR_TABLE_PERSONA, "body")->text;
  gint64 created_at = at (row, LUEUR_TABLE_PERSONA, "created_at")->number;
  gint64 id, other;

  amend_body (self, body, TRUE);
  if (!lueur_database_get_int (
          self->db, error, &id, 0,
          "SELECT p.id FROM persona p WHERE p.id <= ?1 AND p.deleted_at IS NULL AND p.created_at = ?2"
          " AND (p.body = ?3 OR EXISTS (SELECT 1 FROM persona_version v WHERE v.persona = p.id"
          "  AND v.body = ?3)) ORDER BY p.id LIMIT 1",
          "iis", self->last_persona, created_at, *body) ||
      !lueur_database_get_int (
          self->db, error, &other, 0,
          "SELECT id FROM persona WHERE id <= ?1 AND deleted_at IS NULL AND created_at = ?2 LIMIT 1", "ii",
          self->last_persona, created_at))
    return FALSE;
  self->persona_state = id != 0 ? LUEUR_ARCHIVE_PASSING : LUEUR_ARCHIVE_ADDING;
  if (id != 0)
    self->account->n_companions_here++;
  else
    {
      id = lueur_archive_row_insert (self->db, row, LUEUR_TABLE_PERSONA, 0, NULL, error);
      if (id == 0)
        return FALSE;
      self->account->n_companions++;
      self->account->n_companions_beside += other != 0;
    }
  self->persona = id;
  g_array_append_val (self->personas, id);
  return TRUE;
}

/* What is taken as a card or a book when it comes alone is taken here. */
static gboolean
is_sound (LueurArchiveTableId table, GBytes *file)
{
  g_autoptr (LueurCard) card = NULL;
  g_autoptr (LueurBook) book = NULL;

  if (g_bytes_get_size (file) > FILE_MAX_BYTES)
    return FALSE;
  card = lueur_card_new_from_bytes (file, NULL);
  if (card == NULL || table == LUEUR_TABLE_CARD)
    return card != NULL && lueur_card_get_spec (card) != LUEUR_CARD_BOOK;
  book = lueur_book_new_from_card (card);
  return book != NULL;
}

gboolean
lueur_archive_import_of_persona (LueurArchiveImporter *self, LueurArchiveTableId table, LueurArchiveRow *row,
                                 GBytes *file, GError **error)
{
  if (self->persona_state != LUEUR_ARCHIVE_ADDING)
    return TRUE;
  if (file != NULL && !is_sound (table, file))
    {
      self->account->n_left_out++;
      return TRUE;
    }
  if (table == LUEUR_TABLE_VERSION)
    amend_body (self, &at (row, table, "body")->text, FALSE);
  return lueur_archive_row_insert (self->db, row, table, self->persona, file, error) != 0;
}
