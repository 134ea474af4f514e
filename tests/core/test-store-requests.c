/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was sent for a reply: kept in little room, put together again byte for byte, and gone with what it quotes. */

#include <string.h>

#include "core/chat/account.h"
#include "store-fixture.h"

#define MARK "q7Zx"
#define RULES "The rules are the same for everybody, and they are long enough to be worth keeping once."

static guint
count_marks (StoreFixture *f, const char *mark)
{
  static const char *const names[] = { "lueur.db", "lueur.db-wal" };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (f->dir, names[i], NULL);
      g_autofree char *contents = NULL;
      gsize length;

      if (!g_file_get_contents (path, &contents, &length, NULL))
        continue;
      for (char *p = contents; (p = memmem (p, length - (p - contents), mark, strlen (mark))) != NULL; p++)
        n++;
    }
  return n;
}

static void
add_piece (LueurRequestRow *row, LueurPieceKind kind, const char *text)
{
  LueurRequestPiece *piece = g_new0 (LueurRequestPiece, 1);

  piece->kind = kind;
  piece->text = g_strdup (text);
  g_ptr_array_add (row->pieces, piece);
}

/* A request of @system, which may be NULL, and what was @said, a NULL at its end. */
static LueurRequestRow *
make_request (gint64 message, const char *system, const char *const *said)
{
  LueurRequestRow *row = g_new0 (LueurRequestRow, 1);

  row->message = message;
  row->account = g_strdup ("{\"tokens\":12}");
  row->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_request_piece_free);
  add_piece (row, LUEUR_PIECE_LITERAL, "{\"messages\":[{\"role\":\"system\",\"content\":\"");
  if (system != NULL)
    {
      add_piece (row, LUEUR_PIECE_TEXT, system);
      add_piece (row, LUEUR_PIECE_LITERAL, "\\n\\n");
    }
  add_piece (row, LUEUR_PIECE_TEXT, RULES);
  for (guint i = 0; said[i] != NULL; i++)
    {
      add_piece (row, LUEUR_PIECE_LITERAL, "\"},{\"role\":\"user\",\"content\":\"");
      add_piece (row, LUEUR_PIECE_SAID, said[i]);
    }
  add_piece (row, LUEUR_PIECE_LITERAL, "\"}]}");
  return row;
}

static char *
join (const LueurRequestRow *row)
{
  g_autoptr (LueurAccount) account = lueur_account_new_from_row (row);

  return g_strdup (lueur_account_get_request (account));
}

static void
save (StoreFixture *f, const LueurRequestRow *row)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lueur_verb_save_request (f->db, row, &error));
  g_assert_no_error (error);
}

/* That what is known of @message is @row, or, for NULL, nothing. */
static void
assert_known (StoreFixture *f, gint64 message, const LueurRequestRow *row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurRequestRow) known = lueur_verb_read_request (f->db, message, &error);
  g_autofree char *is = NULL;
  g_autofree char *was = NULL;

  g_assert_no_error (error);
  if (row == NULL)
    {
      g_assert_null (known->pieces);
      return;
    }
  g_assert_nonnull (known->pieces);
  g_assert_cmpstr (known->account, ==, row->account);
  g_assert_cmpint (known->person, ==, row->person);
  is = join (known);
  was = join (row);
  g_assert_cmpstr (is, ==, was);
}

static gint64
count_rows (StoreFixture *f, const char *sql)
{
  gint64 n;

  g_assert_true (lueur_database_get_int (f->db, NULL, &n, -1, sql, ""));
  return n;
}

static void
test_kept (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  gint64 conversation = store_fixture_add_conversation (&f, 0);
  gint64 one, two, three;
  g_autoptr (LueurRequestRow) first = NULL, second = NULL, third = NULL, none = g_new0 (LueurRequestRow, 1);

  store_fixture_say (&f, conversation, LUEUR_ROLE_USER, "Bonjour \"toi\"\n\nÇa va ?", 0);
  one = store_fixture_say (&f, conversation, LUEUR_ROLE_COMPANION, "Oui", 0);
  store_fixture_say (&f, conversation, LUEUR_ROLE_USER, "Tant mieux", 0);
  two = store_fixture_say (&f, conversation, LUEUR_ROLE_COMPANION, "N’est-ce pas", 0);
  three = store_fixture_say (&f, conversation, LUEUR_ROLE_COMPANION, "Une autre", two);
  first = make_request (one, "Mira\tis\\here.", (const char *[]) { "Bonjour \"toi\"\n\nÇa va ?", NULL });
  /* Several in one turn, one that was never said, and one that is only like what was said. */
  second = make_request (two, "Mira\tis\\here.",
                         (const char *[]) { "Bonjour \"toi\"\n\nÇa va ?\n\nOui", "A note.\n\nTant mieux\n\nAnother note.",
                                            "Oui, and more", NULL });
  third = make_request (three, NULL, (const char *[]) { "", "\n\n", "Tant mieux", NULL });
  second->person = 3;
  save (&f, first);
  save (&f, second);
  save (&f, third);
  assert_known (&f, one, first);
  assert_known (&f, two, second);
  assert_known (&f, three, third);
  /* What two of them say is there once; messages are not there a second time. */
  g_assert_cmpint (count_rows (&f, "SELECT count (*) FROM request_text WHERE text LIKE 'Mira%'"), ==, 1);
  g_assert_cmpint (count_rows (&f, "SELECT count (*) FROM request_text WHERE text LIKE '%Bonjour%'"), ==, 0);
  g_assert_cmpint (count_rows (&f, "SELECT count (*) FROM request_text WHERE text = '" RULES "'"), ==, 1);

  /* Asked again: what is known is the latest; and nothing, when nothing was sent. */
  g_clear_pointer (&first, lueur_request_row_free);
  first = make_request (one, "Somebody else.", (const char *[]) { "Bonjour \"toi\"\n\nÇa va ?", NULL });
  save (&f, first);
  assert_known (&f, one, first);
  none->message = two;
  save (&f, none);
  assert_known (&f, two, NULL);
  g_assert_cmpint (count_rows (&f, "SELECT count (*) FROM request_text WHERE text LIKE 'Mira%'"), ==, 0);
  assert_known (&f, 9999, NULL);
  none->message = 9999;
  save (&f, none);
}

/* Of a long conversation: what a reply costs. */
static void
test_room (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  gint64 conversation = store_fixture_add_conversation (&f, 0);
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  gint64 before, after, packed;
  enum { REPLIES = 300, WINDOW = 60 };

  for (guint i = 0; i < REPLIES; i++)
    {
      g_autofree char *question = g_strdup_printf ("Question %u, of some length, as people ask them of an evening", i);
      g_autofree char *answer = g_strdup_printf ("Answer %u, which is a little longer than what was asked, as they are", i);

      store_fixture_say (&f, conversation, LUEUR_ROLE_USER, question, 0);
      g_ptr_array_add (said, g_steal_pointer (&question));
      g_ptr_array_add (said, g_strdup (answer));
      store_fixture_say (&f, conversation, LUEUR_ROLE_COMPANION, answer, 0);
    }
  g_ptr_array_add (said, NULL);
  lueur_database_script (f.db, "PRAGMA wal_checkpoint (TRUNCATE)", NULL);
  before = count_rows (&f, "SELECT sum (pgsize) FROM dbstat");
  for (guint i = WINDOW / 2; i < REPLIES; i++)
    {
      g_autofree char *last = g_steal_pointer (&said->pdata[2 * i + 1]);
      g_autoptr (LueurRequestRow) row =
          make_request (2 * i + 2, "Mira", (const char *const *) &said->pdata[2 * i + 1 - WINDOW]);

      save (&f, row);
      assert_known (&f, 2 * i + 2, row);
      said->pdata[2 * i + 1] = g_steal_pointer (&last);
    }
  after = count_rows (&f, "SELECT sum (pgsize) FROM dbstat");
  packed = count_rows (&f, "SELECT avg (length (template) + length (account)) FROM request");
  g_test_message ("a request of %u turns takes %" G_GINT64_FORMAT " bytes, %" G_GINT64_FORMAT " of the file", WINDOW,
                  packed, before > 0 ? (after - before) / (REPLIES - WINDOW / 2) : 0);
  g_assert_cmpint (packed, <, 600);
  g_assert_cmpint (count_rows (&f, "SELECT count (*) FROM request_text"), ==, 2);
}

/* A message goes: so does all that was sent after it, and the copies that only that had. */
static void
test_erase_message (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  g_autoptr (GError) error = NULL;
  gint64 conversation = store_fixture_add_conversation (&f, 0);
  gint64 kept, said, reply;
  g_autoptr (LueurRequestRow) first = NULL, second = NULL;

  store_fixture_say (&f, conversation, LUEUR_ROLE_USER, "Hello", 0);
  kept = store_fixture_say (&f, conversation, LUEUR_ROLE_COMPANION, "Hello you", 0);
  said = store_fixture_say (&f, conversation, LUEUR_ROLE_USER, MARK " is my secret", 0);
  reply = store_fixture_say (&f, conversation, LUEUR_ROLE_COMPANION, "I see", 0);
  first = make_request (kept, "Mira", (const char *[]) { "Hello", NULL });
  second = make_request (reply, "The last that was said: " MARK, (const char *[]) { "Hello", MARK " is my secret", NULL });
  save (&f, first);
  save (&f, second);
  assert_known (&f, reply, second);
  g_assert_cmpuint (count_marks (&f, MARK), >, 1);
  g_assert_true (lueur_verb_erase (f.db, LUEUR_KIND_MESSAGE, said, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_marks (&f, MARK), ==, 0);
  assert_known (&f, kept, first);
  assert_known (&f, reply, NULL);
}

/* What came after it is in the bin by now, and comes back without what it had quoted. */
static void
test_erase_before_bin (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  g_autoptr (GError) error = NULL;
  gint64 conversation = store_fixture_add_conversation (&f, 0);
  gint64 said, middle, asked, reply, bin_1, bin_2;
  g_autoptr (LueurRequestRow) row = NULL;

  said = store_fixture_say (&f, conversation, LUEUR_ROLE_USER, MARK " is my secret", 0);
  middle = store_fixture_say (&f, conversation, LUEUR_ROLE_COMPANION, "I see", 0);
  asked = store_fixture_say (&f, conversation, LUEUR_ROLE_USER, "Do you?", 0);
  reply = store_fixture_say (&f, conversation, LUEUR_ROLE_COMPANION, "I do", 0);
  row = make_request (reply, "First of all: " MARK, (const char *[]) { MARK " is my secret", "I see", "Do you?", NULL });
  save (&f, row);
  bin_1 = lueur_verb_delete_message (f.db, asked, 10, &error);
  bin_2 = lueur_verb_delete_message (f.db, middle, 20, &error);
  g_assert_no_error (error);
  assert_known (&f, reply, row);
  g_assert_true (lueur_verb_erase (f.db, LUEUR_KIND_MESSAGE, said, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_marks (&f, MARK), ==, 0);
  assert_known (&f, reply, NULL);
  g_assert_cmpint (lueur_verb_restore_message (f.db, bin_2, &error), ==, conversation);
  g_assert_cmpint (lueur_verb_restore_message (f.db, bin_1, &error), ==, conversation);
  g_assert_no_error (error);
}

/* A companion, and who the person is. */
static void
test_erase_others (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  g_autoptr (GError) error = NULL;
  gint64 going = store_fixture_add_conversation (&f, 2), staying = store_fixture_add_conversation (&f, 2);
  LueurPersonRow person = { .body = (char *) "{\"name\":\"" MARK "\"}", .created_at = 1, .updated_at = 1 };
  gint64 persona, who = lueur_verb_save_person (f.db, &person, &error);
  g_autoptr (LueurRequestRow) one = make_request (2, "I am " MARK, (const char *[]) { "message 1", NULL });
  g_autoptr (LueurRequestRow) two = make_request (4, "They are " MARK, (const char *[]) { "message 1", NULL });
  g_autoptr (LueurRequestRow) other = make_request (3, "Nobody", (const char *[]) { "message 1", NULL });

  g_assert_true (lueur_database_get_int (f.db, NULL, &persona, 0, "SELECT persona FROM conversation WHERE id = ?1", "i", going));
  two->person = who;
  save (&f, one);
  save (&f, two);
  save (&f, other);
  g_assert_true (lueur_verb_erase (f.db, LUEUR_KIND_PERSON, who, &error));
  g_assert_no_error (error);
  assert_known (&f, 4, NULL);
  assert_known (&f, 2, one);
  g_assert_true (lueur_verb_erase (f.db, LUEUR_KIND_PERSONA, persona, &error));
  g_assert_no_error (error);
  assert_known (&f, 2, NULL);
  assert_known (&f, 3, other);
  g_assert_cmpuint (count_marks (&f, MARK), ==, 0);
  /* By way of the bin, too. */
  two->person = 0;
  save (&f, two);
  g_assert_true (lueur_verb_set_deleted (f.db, LUEUR_KIND_CONVERSATION, staying, 100, &error));
  g_assert_cmpuint (count_marks (&f, MARK), >, 0);
  g_assert_true (lueur_verb_purge (f.db, 200, TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_marks (&f, MARK), ==, 0);
}

/* What the file says may be anything. */
static void
test_damaged (void)
{
  static const char *const damage[] = {
    "UPDATE request SET template = x'00'",
    "UPDATE request SET account = x'789c0300000000ff'",
    "UPDATE request SET template = zeroblob (100000)",
    "UPDATE request_text SET text = 'other'",
    "PRAGMA foreign_keys = OFF; DELETE FROM request_text",
    "UPDATE message SET text = 'other'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (damage); i++)
    {
      g_auto (StoreFixture) f = store_fixture_open ();
      g_autoptr (GError) error = NULL;
      g_autoptr (LueurRequestRow) row = make_request (2, "Mira", (const char *[]) { "message 1", NULL });
      g_autoptr (LueurRequestRow) read = NULL;

      store_fixture_add_conversation (&f, 2);
      save (&f, row);
      g_assert_true (lueur_database_script (f.db, damage[i], &error));
      read = lueur_verb_read_request (f.db, 2, &error);
      g_assert_no_error (error);
      if (read->pieces != NULL)
        {
          g_autoptr (LueurAccount) account = lueur_account_new_from_row (read);

          g_assert_false (lueur_account_is_exact (account));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/requests/kept", test_kept);
  g_test_add_func ("/store/requests/room", test_room);
  g_test_add_func ("/store/requests/erase-message", test_erase_message);
  g_test_add_func ("/store/requests/erase-before-bin", test_erase_before_bin);
  g_test_add_func ("/store/requests/erase-others", test_erase_others);
  g_test_add_func ("/store/requests/damaged", test_damaged);
  return g_test_run ();
}
