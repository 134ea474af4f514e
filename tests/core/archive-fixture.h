/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A store with one of everything in it, and archives taken apart and put together. */

#include <string.h>

#include "card-fixture.h"
#include "core/exchange/archive/json.h"
#include "core/exchange/archive/row.h"
#include "core/exchange/archive/zip.h"
#include "core/exchange/archive.h"
#include "core/exchange/zip.h"
#include "core/model/persona.h"
#include "core/model/person.h"
#include "core/wellbeing/conduct/findings.h"
#include "store-fixture.h"
#include "support/persona-fill.h"

#define MADE G_GINT64_CONSTANT (1790000000123456)
/* Wide characters, typographic ones, right to left, and what JSON and Markdown would stumble over. */
#define ODD "Élodie « ça va ? » — 👩🏽‍🚀 \"quoted\" \\ back\nline\ttab <b>*x*</b> שלום \xc2\xa0\xe2\x80\xaf; #"

static inline void
sql (LueurDatabase *db, const char *script)
{
  g_autoptr (GError) error = NULL;

  if (!lueur_database_script (db, script, &error))
    g_error ("%s: %s", script, error->message);
}

static inline char *
archive_path (StoreFixture *f, const char *name)
{
  return g_build_filename (f->dir, name, NULL);
}

static inline gint64
archive_add_companion (StoreFixture *f, const char *name, const char *mark, gint64 created_at)
{
  g_autoptr (LueurPersona) persona = lueur_persona_new ();
  g_autofree char *body = NULL, *second = NULL, *third = NULL;
  LueurPersonaRow row = { .created_at = created_at, .updated_at = created_at };
  g_autoptr (GError) error = NULL;

  g_object_set (persona, "name", name, "age", 30, NULL);
  row.body = body = lueur_persona_to_json (persona);
  row.id = lueur_verb_save_persona (f->db, &row, &error);
  g_assert_no_error (error);
  for (LueurPersonaField field = 0; field < LUEUR_N_PERSONA_FIELDS; field++)
    if (field != LUEUR_PERSONA_NAME && field != LUEUR_PERSONA_ARCHIVED)
      lueur_persona_fill (persona, field, mark);
  row.body = second = lueur_persona_to_json (persona);
  row.updated_at += 1000001;
  g_assert_cmpint (lueur_verb_save_persona (f->db, &row, &error), ==, row.id);
  g_object_set (persona, "about", ODD, NULL);
  row.body = third = lueur_persona_to_json (persona);
  row.updated_at += 77;
  g_assert_cmpint (lueur_verb_save_persona (f->db, &row, &error), ==, row.id);
  g_assert_no_error (error);
  return row.id;
}

static inline void
archive_add_piece (LueurRequestRow *row, LueurPieceKind kind, const char *text)
{
  LueurRequestPiece *piece = g_new0 (LueurRequestPiece, 1);

  piece->kind = kind;
  piece->text = g_strdup (text);
  g_ptr_array_add (row->pieces, piece);
}

/* What was sent for @message: @system, and before it @said. */
static inline void
archive_add_request (StoreFixture *f, gint64 message, gint64 person, const char *system, const char *said)
{
  g_autoptr (LueurRequestRow) row = g_new0 (LueurRequestRow, 1);
  g_autoptr (GError) error = NULL;

  row->message = message;
  row->person = person;
  row->account = g_strdup ("{\"sha256\":\"00\",\"to\":\"Écho\",\"tokens\":12,\"parts\":[{\"kind\":\"rules\"}]}");
  row->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_request_piece_free);
  archive_add_piece (row, LUEUR_PIECE_LITERAL, "{\"messages\":[{\"role\":\"system\",\"content\":\"");
  archive_add_piece (row, LUEUR_PIECE_TEXT, system);
  archive_add_piece (row, LUEUR_PIECE_LITERAL, "\\n\\n");
  archive_add_piece (row, LUEUR_PIECE_TEXT, "The same rules for everybody.");
  archive_add_piece (row, LUEUR_PIECE_LITERAL, "\"},{\"role\":\"user\",\"content\":\"");
  archive_add_piece (row, LUEUR_PIECE_SAID, said);
  archive_add_piece (row, LUEUR_PIECE_LITERAL, "\"}]}");
  lueur_verb_save_request (f->db, row, &error);
  g_assert_no_error (error);
}

static inline gint64
archive_add_talk (StoreFixture *f, gint64 persona, gint64 person, const char *title, gint64 created_at)
{
  LueurConversationRow row = { .persona = persona, .person = person, .title = (char *) title, .created_at = created_at,
                               .updated_at = created_at + 5 };
  g_autoptr (GError) error = NULL;

  lueur_verb_start_conversation (f->db, &row, NULL, &error);
  g_assert_no_error (error);
  return row.id;
}

static inline gint64
archive_say (StoreFixture *f, gint64 conversation, LueurRole role, const char *text, gint64 sibling, gint64 time)
{
  g_autoptr (LueurMessageRow) row = lueur_message_row_new (role, text, time);
  g_autoptr (GError) error = NULL;

  row->conversation = conversation;
  row->model = role == LUEUR_ROLE_COMPANION ? g_strdup ("little-model:8b") : NULL;
  row->label = role == LUEUR_ROLE_COMPANION ? LUEUR_EMOTION_JOY : LUEUR_EMOTION_NEUTRAL;
  row->findings = role == LUEUR_ROLE_COMPANION ? LUEUR_FINDING_READ | LUEUR_FINDING_DISAGREES : 0;
  lueur_verb_append_message (f->db, row, sibling, NULL, FALSE, FALSE, &error);
  g_assert_no_error (error);
  return row->id;
}

static inline void
archive_add_records (StoreFixture *f, gint64 persona, gint64 gone)
{
  g_autofree char *script = g_strdup_printf (
    "INSERT INTO usage_hour VALUES (20260901, 8, %" G_GINT64_FORMAT ", 600, 2, 1790000000000001);"
    "INSERT INTO usage_hour VALUES (20260901, 9, 0, 60, 1, 1790000000000002);"
    "INSERT INTO usage_hour VALUES (20260901, 9, %" G_GINT64_FORMAT ", 90, 1, 1790000000000003);"
    "INSERT INTO usage_hour VALUES (20260902, 23, %" G_GINT64_FORMAT ", 30, 1, 0);"
    "INSERT INTO tally VALUES ('nudge', 20260901, 'taken', 3, 0);"
    "INSERT INTO tally VALUES ('read', 20260901, 'joy', 2, 0.1 + 0.2);"
    "INSERT INTO tally VALUES ('chosen', 20260902, 'longing', 1, -1e-7);"
    "INSERT INTO record VALUES ('person', 'a', '{\"name\":\"Inès\",\"mail\":\"i@example.org\"}', 5);"
    "INSERT INTO record VALUES ('check-in', '20260901', '{ \"answers\" : [1,2,3], \"n\":1.50e0 }', 6);"
    "INSERT INTO record VALUES ('exercise', 'x', 'no JSON: \"kept all the same\"', -7);"
    "INSERT INTO ritual_log VALUES (%" G_GINT64_FORMAT ", 'morning', 1790000000000009, 2461000, 'boot', 5, 2461000);"
    "INSERT INTO ritual_log VALUES (%" G_GINT64_FORMAT ", 'evening', 1790000000000010, 2461000, 'boot', 6, NULL);"
    "INSERT INTO review VALUES (%" G_GINT64_FORMAT ", 'Écoute bien', 'trop long', 1790000000000011, 0);"
    "INSERT OR IGNORE INTO chore VALUES ('scrub');",
    persona, gone, persona, persona, persona, persona);

  sql (f->db, script);
}

/* One of everything that the store can hold. */
static inline void
archive_fill (StoreFixture *f)
{
  g_autoptr (GError) error = NULL;
  LueurPersonRow me = { .body = (char *) "{\"name\":\"Sam\",\"agreement\":\"neutral\"}", .created_at = 11, .updated_at = 12, .main = TRUE };
  LueurPersonRow other = { .body = (char *) "{\"name\":\"Capitaine\"}", .created_at = 13, .updated_at = 14 };
  gint64 main_person = lueur_verb_save_person (f->db, &me, &error), captain = lueur_verb_save_person (f->db, &other, &error);
  gint64 mira = archive_add_companion (f, "Mira", "mark", MADE), vex = archive_add_companion (f, "Vex 🦊", "marque", MADE + 1);
  gint64 gone = archive_add_companion (f, "Gone", "gone", MADE + 2);
  gint64 talk, long_talk, captains, binned, hers, first, reply, second, other_reply;
  g_autoptr (GBytes) card = bytes_of (CARD_V3), book = bytes_of ("{ \"spec\" :\"lorebook_v3\", \"data\": {\"name\": \"Harbour\", \"entries\": [{\"keys\": [\"lamp\"], \"content\": \"Green.\", \"enabled\": true, \"insertion_order\": 1}]}}");
  LueurBookRow book_row = { .persona = mira, .name = (char *) "Port d’attache", .file = book, .saved_at = 21 };
  LueurOpinionRow opinion = { .thumb = -1, .reason = (char *) "too-long", .words = (char *) ODD, .created_at = 22 };

  g_assert_true (lueur_verb_save_card (f->db, mira, card, 20, &error));
  g_assert_cmpint (lueur_verb_add_book (f->db, &book_row, &error), !=, 0);
  book_row.name = (char *) "";
  g_assert_cmpint (lueur_verb_add_book (f->db, &book_row, &error), !=, 0);
  sql (f->db, "UPDATE persona SET archived = 1 WHERE id = 2");

  /* Swipes, of which the second is shown, each with what followed it; what was sent; an opinion; a draft. */
  talk = archive_add_talk (f, mira, 0, "", MADE + 100);
  captains = archive_add_talk (f, vex, captain, "À l’abordage !", MADE + 50);
  first = archive_say (f, talk, LUEUR_ROLE_COMPANION, "Hello.", 0, MADE + 101);
  archive_say (f, talk, LUEUR_ROLE_COMPANION, "You again?", first, MADE + 101);
  second = archive_say (f, talk, LUEUR_ROLE_USER, ODD, 0, MADE + 102);
  reply = archive_say (f, talk, LUEUR_ROLE_COMPANION, "One.", 0, MADE + 103);
  archive_add_request (f, reply, main_person, "zzz: You are Mira.", ODD);
  archive_say (f, talk, LUEUR_ROLE_USER, "After one.", 0, MADE + 104);
  other_reply = archive_say (f, talk, LUEUR_ROLE_COMPANION, "Two, " ODD, reply, MADE + 105);
  archive_add_request (f, other_reply, 0, "aaa: You are Mira, changed.", ODD);
  archive_say (f, talk, LUEUR_ROLE_COMPANION, "Three.", reply, MADE + 106);
  lueur_page_free (lueur_verb_select_swipe (f->db, reply, 1, &error));
  opinion.message = other_reply;
  g_assert_true (lueur_verb_set_opinion (f->db, &opinion, &error));
  g_assert_true (lueur_verb_set_draft (f->db, talk, "Not sent yet… " ODD, MADE + 107, &error));
  sql (f->db, "UPDATE message SET scripted = 1, model = NULL WHERE text = 'Three.'");

  /* A name that was chosen, somebody else in it, a reply that failed and one that never ended. */
  g_free (lueur_verb_rename_conversation (f->db, captains, "La *grande* traversée", &error));
  archive_say (f, captains, LUEUR_ROLE_USER, "Qu’est-ce qu’on voit ?", 0, 0);
  reply = archive_say (f, captains, LUEUR_ROLE_COMPANION, "", 0, -5);
  sql (f->db, "UPDATE message SET state = 'failed', error_code = 'offline', error_detail = 'Détail' WHERE text = ''");
  archive_say (f, captains, LUEUR_ROLE_SYSTEM, "A notice.", 0, MADE + 108);
  archive_add_request (f, archive_say (f, captains, LUEUR_ROLE_COMPANION, "Growing", 0, MADE + 109), captain,
                       "zzz: You are Mira.", "Something else");
  sql (f->db, "UPDATE message SET state = 'streaming', label = NULL WHERE text = 'Growing'");

  /* Longer than a part; one without a word; what is in the bin, three ways. */
  long_talk = archive_add_talk (f, mira, main_person, "Long", MADE + 200);
  g_assert_true (lueur_database_begin (f->db, FALSE, &error));
  for (guint i = 0; i < 2300; i++)
    {
      g_autofree char *script = g_strdup_printf (
        "INSERT INTO message (conversation, parent, depth, role, state, text, created_at, label) VALUES (%" G_GINT64_FORMAT
        ", %s, %u, '%s', 'complete', 'line %u', %u, 'neutral');", long_talk, i == 0 ? "NULL" : "(SELECT max (id) FROM message)",
        i + 1, i % 2 ? "companion" : "user", i, 1000 + i);

      sql (f->db, script);
    }
  sql (f->db, "UPDATE message SET chosen = id + 1 WHERE text LIKE 'line %' AND text <> 'line 2299'");
  g_assert_true (lueur_verb_refresh_conversation (f->db, long_talk, lueur_database_get_last_id (f->db), &error));
  g_assert_true (lueur_database_commit (f->db, &error));
  archive_add_talk (f, vex, 0, "Empty", MADE + 300);
  binned = archive_add_talk (f, mira, 0, "In the bin", MADE + 301);
  archive_say (f, binned, LUEUR_ROLE_USER, "binned words", 0, 1);
  g_assert_true (lueur_verb_set_deleted (f->db, LUEUR_KIND_CONVERSATION, binned, MADE + 302, &error));
  hers = archive_add_talk (f, gone, 0, "Hers", MADE + 303);
  archive_say (f, hers, LUEUR_ROLE_USER, "binned words", 0, 1);
  g_assert_true (lueur_verb_set_deleted (f->db, LUEUR_KIND_PERSONA, gone, MADE + 304, &error));
  second = archive_say (f, talk, LUEUR_ROLE_USER, "binned words", 0, MADE + 305);
  g_assert_cmpint (lueur_verb_delete_message (f->db, second, MADE + 306, &error), !=, 0);
  g_assert_no_error (error);
  archive_add_records (f, mira, gone);
}

/* --- Archives -------------------------------------------------------------------------------------------- */

static inline LueurArchiveSummary *
archive_export (StoreFixture *f, const char *path)
{
  g_autofree char *avatars = archive_path (f, "avatars");
  LueurArchiveExport order = { path, avatars, "{\n  \"daily-goal-minutes\": 45\n}\n", "en", MADE };
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurDatabase) db = lueur_database_open (f->path, LUEUR_DATABASE_READER, &error);
  LueurArchiveSummary *summary;

  g_assert_no_error (error);
  summary = lueur_archive_write (db, &order, NULL, NULL, &error);
  g_assert_no_error (error);
  return summary;
}

static inline gboolean
archive_takes_any (const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *base = g_path_get_basename (path);

  return !g_str_has_prefix (base, "bad");
}

static inline LueurArchiveAccount *
archive_import (StoreFixture *f, const char *path, GError **error)
{
  g_autofree char *avatars = archive_path (f, "avatars");
  LueurArchiveImport order = { path, avatars, archive_takes_any, FALSE };

  return lueur_archive_import (f->db, &order, NULL, NULL, error);
}

static inline LueurArchiveAccount *
archive_import_well (StoreFixture *f, const char *path)
{
  g_autoptr (GError) error = NULL;
  LueurArchiveAccount *account = archive_import (f, path, &error);

  g_assert_no_error (error);
  return account;
}

/* Ends what works in the middle, by how far it is. */
typedef struct
{
  LueurArchiveProgress *progress;
  GCancellable *cancellable;
  double at;
} ArchiveWatch;

static inline gboolean
archive_watch_stop (gpointer data)
{
  ArchiveWatch *watch = data;

  if (lueur_archive_progress_get_fraction (watch->progress) >= watch->at)
    g_cancellable_cancel (watch->cancellable);
  return FALSE;
}

/* (element-type utf8 GBytes) */
static inline GHashTable *
archive_files (const char *path)
{
  g_auto (LueurArchiveLocale) locale = lueur_archive_locale_enter ();
  const LueurZipLimits limits = { 10000, 200 * 1024 * 1024, 400 * 1024 * 1024 };
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;
  g_autoptr (GBytes) bytes = NULL;
  GHashTable *files;

  g_assert_true (g_file_get_contents (path, &contents, &length, &error));
  bytes = g_bytes_new (contents, length);
  files = lueur_zip_read (bytes, &limits, NULL, &error);
  g_assert_no_error (error);
  return files;
}

/* The text of one file; fails where there is none. */
static inline char *
archive_text (GHashTable *files, const char *name)
{
  GBytes *bytes = g_hash_table_lookup (files, name);

  if (bytes == NULL)
    g_error ("there is no %s", name);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static inline guint
archive_count (LueurDatabase *db, const char *query)
{
  g_autoptr (GError) error = NULL;
  gint64 n;

  lueur_database_get_int (db, &error, &n, 0, query, "");
  g_assert_no_error (error);
  return (guint) n;
}

/* That both hold the same, file by file and byte by byte. */
static inline void
archive_assert_same (const char *one, const char *two)
{
  g_autoptr (GHashTable) a = archive_files (one), b = archive_files (two);
  GHashTableIter iter;
  const char *name;
  GBytes *bytes;

  g_assert_cmpuint (g_hash_table_size (a), ==, g_hash_table_size (b));
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, (gpointer *) &name, (gpointer *) &bytes))
    {
      g_autofree char *x = archive_text (a, name), *y = archive_text (b, name);

      g_assert_cmpstr (x, ==, y);
      g_assert_true (g_bytes_equal (bytes, g_hash_table_lookup (b, name)));
    }
}

static inline void
archive_fixture_clear (StoreFixture *f)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s/avatars'", f->dir);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}
