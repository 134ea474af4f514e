/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who the person is and who the companions are, as an archive tells it. */

#include "core/exchange/archive/read-private.h"

#include "core/store/verbs.h"
#include "core/wellbeing/rituals/ritual-words.h"

static gboolean
on_person (LueurArchiveReader *self, const LueurJsonDoc *doc, guint value, GError **error)
{
  g_auto (LueurArchiveRow) row = { 0 };

  if (!lueur_archive_row_read (&row, LUEUR_TABLE_PERSON, doc, value, error))
    return FALSE;
  if (number_in (&row, LUEUR_TABLE_PERSON, "id") != self->n_persons + 1 ||
      (self->main && number_in (&row, LUEUR_TABLE_PERSON, "main")))
    return lueur_archive_fail_miscounted (error);
  if (++self->n_persons > LUEUR_SHELF_MAX)
    return lueur_archive_fail_too_much (error);
  self->main = self->main || number_in (&row, LUEUR_TABLE_PERSON, "main");
  return lueur_archive_reader_tell (self, LUEUR_TABLE_PERSON, &row, NULL, error);
}

gboolean
lueur_archive_reader_persons (LueurArchiveReader *self, GError **error)
{
  return lueur_archive_reader_list (self, "data/about-you", LUEUR_TABLE_PERSON, on_person, error);
}

/* A file beside: the card or a book. */
static gboolean
read_with_file (LueurArchiveReader *self, LueurArchiveTableId table, const LueurJsonDoc *doc, guint value,
                GError **error)
{
  g_auto (LueurArchiveRow) row = { 0 };
  g_autoptr (GBytes) file = NULL;
  const char *name;

  if (!lueur_archive_row_read (&row, table, doc, value, error))
    return FALSE;
  name = text_in (&row, table, "file");
  if (!g_str_has_prefix (name, "data/companions/"))
    return lueur_archive_fail_nowhere (error);
  file = lueur_archive_in_read (self->reading->in, name, LUEUR_ARCHIVE_FILE_MAX, error);
  return file != NULL && lueur_archive_reader_tell (self, table, &row, file, error);
}

static gboolean
on_book (LueurArchiveReader *self, const LueurJsonDoc *doc, guint value, GError **error)
{
  return read_with_file (self, LUEUR_TABLE_BOOK, doc, value, error);
}

static gboolean
on_ritual (LueurArchiveReader *self, const LueurJsonDoc *doc, guint value, GError **error)
{
  g_auto (LueurArchiveRow) row = { 0 };
  LueurRitual ritual;

  if (!lueur_archive_row_read (&row, LUEUR_TABLE_RITUAL, doc, value, error))
    return FALSE;
  if (!lueur_ritual_from_word (text_in (&row, LUEUR_TABLE_RITUAL, "kind"), &ritual))
    return TRUE;
  if (self->rituals & (1u << ritual))
    return lueur_archive_fail_miscounted (error);
  self->rituals |= 1u << ritual;
  return lueur_archive_reader_tell (self, LUEUR_TABLE_RITUAL, &row, NULL, error);
}

static gboolean
on_version (LueurArchiveReader *self, const LueurJsonDoc *doc, guint value, GError **error)
{
  g_auto (LueurArchiveRow) row = { 0 };

  if (!lueur_archive_row_read (&row, LUEUR_TABLE_VERSION, doc, value, error))
    return FALSE;
  if (number_in (&row, LUEUR_TABLE_VERSION, "version") <= self->shown)
    return lueur_archive_fail_miscounted (error);
  self->shown = number_in (&row, LUEUR_TABLE_VERSION, "version");
  return lueur_archive_reader_tell (self, LUEUR_TABLE_VERSION, &row, NULL, error);
}

gboolean
lueur_archive_reader_companion (LueurArchiveReader *self, guint number, GError **error)
{
  g_autofree char *name = g_strdup_printf ("data/companions/%05u/companion.json", number);
  g_autofree char *versions = g_strdup_printf ("data/companions/%05u/versions", number);
  g_autoptr (LueurJsonDoc) doc = lueur_archive_read_doc (self->reading->in, name, LUEUR_JSON_DOC_MAX_BYTES, error);
  g_auto (LueurArchiveRow) row = { 0 };
  guint card, review, books, rituals;

  if (doc == NULL ||
      !lueur_archive_row_read (&row, LUEUR_TABLE_PERSONA, doc, lueur_json_doc_find (doc, 0, "companion"), error))
    return FALSE;
  if (number_in (&row, LUEUR_TABLE_PERSONA, "id") != number)
    return lueur_archive_fail_miscounted (error);
  if (!lueur_archive_reader_tell (self, LUEUR_TABLE_PERSONA, &row, NULL, error))
    return FALSE;
  card = lueur_json_doc_find (doc, 0, "card");
  review = lueur_json_doc_find (doc, 0, "review");
  books = lueur_json_doc_find (doc, 0, "books");
  rituals = lueur_json_doc_find (doc, 0, "rituals");
  if (lueur_json_doc_count (doc, books) > LUEUR_BOOKS_MAX || lueur_json_doc_count (doc, rituals) > 100)
    return lueur_archive_fail_too_much (error);
  self->shown = 0;
  self->rituals = 0;
  return (card == LUEUR_JSON_NOWHERE || read_with_file (self, LUEUR_TABLE_CARD, doc, card, error)) &&
         lueur_archive_reader_each (self, doc, books, on_book, error) &&
         (review == LUEUR_JSON_NOWHERE || lueur_archive_reader_plain (self, LUEUR_TABLE_REVIEW, doc, review, error)) &&
         lueur_archive_reader_each (self, doc, rituals, on_ritual, error) &&
         lueur_archive_reader_list (self, versions, LUEUR_TABLE_VERSION, on_version, error);
}
