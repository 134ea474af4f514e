/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was deleted can be seen and taken back, after a restart too; what the person thinks is kept; a disk that
 * refuses is told of until it works again. */

#include <string.h>

#include "model-fixture.h"
#include "support/fault-vfs.h"

typedef ModelFixture Fixture;

static LueurConversation *
find (Fixture *f, gint64 id)
{
  GListModel *list = lueur_library_get_conversations (f->library);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LueurConversation) conversation = g_list_model_get_item (list, i);

      if (lueur_conversation_get_id (conversation) == id)
        return conversation;
    }
  return NULL;
}

static GListModel *
bin (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  GListModel *list;

  LUEUR_TEST_CALL (read, lueur_library_read_bin, f->library);
  list = lueur_library_read_bin_finish (f->library, read, &error);
  g_assert_no_error (error);
  return list;
}

static guint
n_bin (Fixture *f)
{
  g_autoptr (GListModel) list = bin (f);

  return g_list_model_get_n_items (list);
}

static void
restore (Fixture *f, guint position)
{
  g_autoptr (GListModel) list = bin (f);
  g_autoptr (LueurBinItem) item = g_list_model_get_item (list, position);
  g_autoptr (GError) error = NULL;

  LUEUR_TEST_CALL (restored, lueur_library_restore_item, f->library, item);
  g_assert_true (lueur_library_restore_item_finish (f->library, restored, &error));
  g_assert_no_error (error);
}

static void
delete_conversation (Fixture *f, LueurConversation *conversation)
{
  LUEUR_TEST_CALL (deleted, lueur_library_delete_conversation, f->library, conversation);
  g_assert_true (lueur_library_delete_conversation_finish (f->library, deleted, NULL));
}

static void
delete_persona (Fixture *f, LueurPersona *persona)
{
  LUEUR_TEST_CALL (deleted, lueur_library_delete_persona, f->library, persona);
  g_assert_true (lueur_library_delete_persona_finish (f->library, deleted, NULL));
}

static gint64
delete_message (Fixture *f, LueurConversation *conversation, LueurMessage *message)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  LUEUR_TEST_CALL (deleted, lueur_library_delete_message, f->library, conversation, message);
  id = lueur_library_delete_message_finish (f->library, deleted, &error);
  g_assert_no_error (error);
  return id;
}

/* All three kinds, told in the order in which they went, and all come back after a restart. */
static void
test_after_a_restart (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) ada = model_fixture_add_persona (f, "Ada", NULL);
  g_autoptr (LueurPersona) leo = model_fixture_add_persona (f, "Léo", NULL);
  g_autoptr (LueurConversation) one = model_fixture_start (f, ada);
  g_autoptr (LueurConversation) two = model_fixture_start (f, ada);
  g_autoptr (LueurConversation) three = model_fixture_start (f, leo);
  g_autoptr (LueurMessage) said = model_fixture_say (f, one, LUEUR_ROLE_USER, "First thing. And more.");
  g_autoptr (LueurMessage) reply = model_fixture_say (f, one, LUEUR_ROLE_COMPANION, "Yes.");
  g_autoptr (LueurMessage) later = model_fixture_say (f, one, LUEUR_ROLE_USER, "Second thing.");
  gint64 one_id = lueur_conversation_get_id (one), two_id = lueur_conversation_get_id (two);
  gint64 leo_id = lueur_persona_get_id (leo), deleted_at;

  g_assert_cmpuint (n_bin (f), ==, 0);
  g_assert_cmpint (delete_message (f, one, reply), !=, 0);
  model_fixture_assert_texts (one, "Bonsoir.|First thing. And more.");
  g_assert_cmpuint (lueur_conversation_get_n_messages (one), ==, 2);
  lueur_fake_clock_advance_seconds (f->clock, 1);
  delete_conversation (f, two);
  lueur_fake_clock_advance_seconds (f->clock, 1);
  deleted_at = lueur_clock_get_wall (LUEUR_CLOCK (f->clock));
  delete_persona (f, leo);
  g_assert_cmpuint (g_list_model_get_n_items (lueur_library_get_everyone (f->library)), ==, 1);

  model_fixture_reopen (f);
  {
    g_autoptr (GListModel) list = bin (f);
    g_autoptr (LueurBinItem) first = g_list_model_get_item (list, 0);
    g_autoptr (LueurBinItem) second = g_list_model_get_item (list, 1);
    g_autoptr (LueurBinItem) third = g_list_model_get_item (list, 2);

    g_assert_cmpuint (g_list_model_get_n_items (list), ==, 3);
    g_assert_cmpint (lueur_bin_item_get_kind (first), ==, LUEUR_KIND_PERSONA);
    g_assert_cmpstr (lueur_persona_get_name (lueur_bin_item_get_persona (first)), ==, "Léo");
    g_assert_cmpuint (lueur_bin_item_get_n (first), ==, 1);
    g_assert_cmpint (lueur_bin_item_get_deleted_at (first), ==, deleted_at);
    g_assert_cmpint (lueur_bin_item_get_ends_at (first), ==, deleted_at + 30 * G_TIME_SPAN_DAY);
    g_assert_cmpint (lueur_bin_item_get_kind (second), ==, LUEUR_KIND_CONVERSATION);
    g_assert_cmpstr (lueur_persona_get_name (lueur_bin_item_get_persona (second)), ==, "Ada");
    g_assert_cmpstr (lueur_bin_item_get_title (second), ==, "Bonsoir.");
    g_assert_cmpint (lueur_bin_item_get_kind (third), ==, LUEUR_KIND_MESSAGE);
    g_assert_cmpstr (lueur_bin_item_get_title (third), ==, "Yes.");
    g_assert_cmpuint (lueur_bin_item_get_n (third), ==, 2);
    g_assert_cmpint (lueur_bin_item_get_conversation (third), ==, one_id);
  }
  g_assert_cmpuint (g_list_model_get_n_items (lueur_library_get_conversations (f->library)), ==, 1);
  model_fixture_load (f, find (f, one_id), FALSE);
  model_fixture_assert_texts (find (f, one_id), "Bonsoir.|First thing. And more.");

  restore (f, 2);
  model_fixture_assert_texts (find (f, one_id), "Bonsoir.|First thing. And more.|Yes.|Second thing.");
  g_assert_cmpuint (lueur_conversation_get_n_messages (find (f, one_id)), ==, 4);
  restore (f, 1);
  g_assert_nonnull (find (f, two_id));
  restore (f, 0);
  g_assert_cmpuint (n_bin (f), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (lueur_library_get_conversations (f->library)), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (lueur_library_get_personas (f->library)), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (LueurPersona) persona = g_list_model_get_item (lueur_library_get_personas (f->library), i);

      if (lueur_persona_get_id (persona) == leo_id)
        leo_id = 0;
    }
  g_assert_cmpint (leo_id, ==, 0);
}

/* Taken back in the run in which it went: views get the objects that they know. */
static void
test_same_objects (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) ada = model_fixture_add_persona (f, "Ada", NULL);
  g_autoptr (LueurConversation) one = model_fixture_start (f, ada);

  delete_conversation (f, one);
  restore (f, 0);
  g_assert_true (find (f, lueur_conversation_get_id (one)) == one);
  delete_persona (f, ada);
  g_assert_cmpuint (n_bin (f), ==, 1);
  restore (f, 0);
  g_assert_true (find (f, lueur_conversation_get_id (one)) == one);
  g_assert_cmpuint (g_list_model_get_n_items (lueur_library_get_everyone (f->library)), ==, 1);
}

/* What a message answered went in the meantime: it comes back all the same. */
static void
test_message_without_parent (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) ada = model_fixture_add_persona (f, "Ada", NULL);
  g_autoptr (LueurConversation) one = model_fixture_start (f, ada);
  g_autoptr (LueurMessage) a = model_fixture_say (f, one, LUEUR_ROLE_USER, "A");
  g_autoptr (LueurMessage) b = model_fixture_say (f, one, LUEUR_ROLE_COMPANION, "B");
  g_autoptr (LueurMessage) c = model_fixture_say (f, one, LUEUR_ROLE_USER, "C");
  gint64 of_b = delete_message (f, one, b), of_a = delete_message (f, one, a);

  model_fixture_assert_texts (one, "Bonsoir.");
  g_assert_cmpuint (n_bin (f), ==, 2);
  {
    LUEUR_TEST_CALL (restored, lueur_library_restore_message, f->library, of_b);
    g_assert_true (lueur_library_restore_message_finish (f->library, restored, NULL));
  }
  model_fixture_assert_texts (one, "B|C");
  {
    LUEUR_TEST_CALL (restored, lueur_library_restore_message, f->library, of_a);
    g_assert_true (lueur_library_restore_message_finish (f->library, restored, NULL));
  }
  model_fixture_assert_texts (one, "Bonsoir.|A");
  g_assert_cmpuint (lueur_conversation_get_n_messages (one), ==, 2);
  /* Once is enough. */
  {
    g_autoptr (GError) error = NULL;

    LUEUR_TEST_CALL (restored, lueur_library_restore_message, f->library, of_a);
    g_assert_false (lueur_library_restore_message_finish (f->library, restored, &error));
    g_assert_error (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NOT_FOUND);
  }
}

static void
test_erase_item (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) ada = model_fixture_add_persona (f, "Ada", NULL);
  g_autoptr (LueurConversation) one = model_fixture_start (f, ada);
  g_autoptr (LueurMessage) said = model_fixture_say (f, one, LUEUR_ROLE_USER, "a very particular secret");
  g_autofree char *contents = NULL;
  gsize length;

  delete_message (f, one, said);
  {
    g_autoptr (GListModel) list = bin (f);
    g_autoptr (LueurBinItem) item = g_list_model_get_item (list, 0);

    LUEUR_TEST_CALL (erased, lueur_library_erase_item, f->library, item);
    g_assert_true (lueur_library_erase_item_finish (f->library, erased, NULL));
  }
  g_assert_cmpuint (n_bin (f), ==, 0);
  model_fixture_assert_texts (one, "Bonsoir.");
  model_fixture_close (f);
  g_assert_true (g_file_get_contents (f->files.path, &contents, &length, NULL));
  g_assert_null (memmem (contents, length, "particular secret", 17));
  model_fixture_open (f);
}

/* 30 days, then it is gone, whatever it is; and a conversation that is erased takes with it what was deleted of it. */
static void
test_ends (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) ada = model_fixture_add_persona (f, "Ada", NULL);
  g_autoptr (LueurConversation) one = model_fixture_start (f, ada);
  g_autoptr (LueurConversation) two = model_fixture_start (f, ada);
  g_autoptr (LueurMessage) said = model_fixture_say (f, one, LUEUR_ROLE_USER, "gone");
  g_autoptr (LueurMessage) other = model_fixture_say (f, two, LUEUR_ROLE_USER, "gone with it");

  delete_message (f, one, said);
  delete_message (f, two, other);
  g_assert_cmpuint (n_bin (f), ==, 2);
  {
    LUEUR_TEST_CALL (erased, lueur_library_erase_conversation, f->library, two);
    g_assert_true (lueur_library_erase_conversation_finish (f->library, erased, NULL));
  }
  g_assert_cmpuint (n_bin (f), ==, 1);
  lueur_fake_clock_advance_seconds (f->clock, 29 * 24 * 3600);
  model_fixture_reopen (f);
  lueur_test_spin (50);
  g_assert_cmpuint (n_bin (f), ==, 1);
  lueur_fake_clock_advance_seconds (f->clock, 2 * 24 * 3600);
  model_fixture_reopen (f);
  lueur_test_spin (50);
  g_assert_cmpuint (n_bin (f), ==, 0);
}

/* Put away: not among those one talks to, but still in the library. */
static void
test_everyone (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) ada = model_fixture_add_persona (f, "Ada", NULL);
  g_autoptr (LueurPersona) leo = model_fixture_add_persona (f, "Léo", NULL);
  GListModel *shown = lueur_library_get_personas (f->library), *all = lueur_library_get_everyone (f->library);

  g_object_set (ada, "archived", TRUE, NULL);
  {
    LUEUR_TEST_CALL (saved, lueur_library_save_persona, f->library, ada);
    g_assert_true (lueur_library_save_persona_finish (f->library, saved, NULL));
  }
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 2);
  model_fixture_reopen (f);
  g_assert_cmpuint (g_list_model_get_n_items (lueur_library_get_personas (f->library)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (lueur_library_get_everyone (f->library)), ==, 2);
}

static void
test_greetings (Fixture *f, gconstpointer data)
{
  const char *const greetings[] = { "Salut !", "", "Te voilà.", NULL };
  g_autoptr (LueurPersona) ada = model_fixture_add_persona (f, "Ada", greetings);
  g_autoptr (LueurConversation) one = model_fixture_start (f, ada);
  LueurMessage *first = lueur_conversation_get_message (one, 0);

  model_fixture_assert_texts (one, "Bonsoir.");
  g_assert_cmpuint (lueur_message_get_n_swipes (first), ==, 3);
  g_assert_cmpuint (lueur_message_get_swipe_index (first), ==, 0);
  for (guint i = 1; i < 3; i++)
    {
      LUEUR_TEST_CALL (selected, lueur_library_select_swipe, f->library, one, lueur_conversation_get_message (one, 0), 1);
      g_assert_true (lueur_library_select_swipe_finish (f->library, selected, NULL));
      model_fixture_assert_texts (one, i == 1 ? "Salut !" : "Te voilà.");
      g_assert_cmpuint (lueur_message_get_swipe_index (lueur_conversation_get_message (one, 0)), ==, i);
    }
  /* What is said goes on from the one that is shown. */
  {
    g_autoptr (LueurMessage) said = model_fixture_say (f, one, LUEUR_ROLE_USER, "Oui.");
    gint64 id = lueur_conversation_get_id (one);

    model_fixture_reopen (f);
    model_fixture_load (f, find (f, id), FALSE);
    model_fixture_assert_texts (find (f, id), "Te voilà.|Oui.");
  }
}

static void
test_opinions (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) ada = model_fixture_add_persona (f, "Ada", NULL);
  g_autoptr (LueurConversation) one = model_fixture_start (f, ada);
  g_autoptr (LueurMessage) said = model_fixture_say (f, one, LUEUR_ROLE_USER, "A");
  g_autoptr (LueurMessage) reply = model_fixture_say (f, one, LUEUR_ROLE_COMPANION, "A long and winding answer.");
  gint64 id = lueur_conversation_get_id (one);

  {
    LUEUR_TEST_CALL (set, lueur_library_set_opinion, f->library, reply, -1, "too-long", "it goes on\nand on");
    g_assert_cmpint (lueur_message_get_thumb (reply), ==, -1);
    g_assert_true (lueur_library_set_opinion_finish (f->library, set, NULL));
  }
  model_fixture_reopen (f);
  model_fixture_load (f, find (f, id), FALSE);
  g_assert_cmpint (lueur_message_get_thumb (lueur_conversation_get_message (find (f, id), 2)), ==, -1);
  g_assert_cmpstr (lueur_message_get_thumb_reason (lueur_conversation_get_message (find (f, id), 2)), ==, "too-long");
  {
    g_autoptr (GPtrArray) rows = NULL;
    const LueurOpinionRow *row;

    LUEUR_TEST_CALL (read, lueur_library_read_opinions, f->library, ada);
    rows = lueur_library_read_opinions_finish (f->library, read, NULL);
    g_assert_cmpuint (rows->len, ==, 1);
    row = rows->pdata[0];
    g_assert_cmpint (row->thumb, ==, -1);
    g_assert_cmpstr (row->words, ==, "it goes on\nand on");
    g_assert_cmpstr (row->excerpt, ==, "A long and winding answer.");
  }
  {
    LueurMessage *message = lueur_conversation_get_message (find (f, id), 2);

    LUEUR_TEST_CALL (set, lueur_library_set_opinion, f->library, message, 0, NULL, NULL);
    g_assert_true (lueur_library_set_opinion_finish (f->library, set, NULL));
  }
  {
    g_autoptr (GPtrArray) rows = NULL;

    LUEUR_TEST_CALL (read, lueur_library_read_opinions, f->library, ada);
    rows = lueur_library_read_opinions_finish (f->library, read, NULL);
    g_assert_cmpuint (rows->len, ==, 0);
  }
  /* Of what is not there there is none, and it is put back. */
  {
    g_autoptr (LueurMessage) stray = lueur_message_new (LUEUR_ROLE_COMPANION, "?");
    g_autoptr (GError) error = NULL;

    LUEUR_TEST_CALL (set, lueur_library_set_opinion, f->library, stray, 1, NULL, NULL);
    g_assert_false (lueur_library_set_opinion_finish (f->library, set, &error));
    g_assert_error (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NOT_FOUND);
    g_assert_cmpint (lueur_message_get_thumb (stray), ==, 0);
  }
}

static LueurReviewRow *
read_review (Fixture *f, LueurPersona *persona)
{
  LueurReviewRow *row;

  LUEUR_TEST_CALL (read, lueur_library_read_review, f->library, persona);
  row = lueur_library_read_review_finish (f->library, read, NULL);
  g_assert_nonnull (row);
  return row;
}

/* Days are the person's own: half past eleven and half past midnight are two. */
static void
test_review (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) ada = model_fixture_add_persona (f, "Ada", NULL);
  g_autoptr (LueurConversation) one = model_fixture_start (f, ada);

  {
    g_autoptr (LueurReviewRow) row = read_review (f, ada);

    g_assert_cmpint (row->n_days, ==, 0);
    g_assert_cmpint (row->answered_at, ==, 0);
  }
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (LueurMessage) said = model_fixture_say (f, one, LUEUR_ROLE_USER, "A");

      lueur_fake_clock_advance_seconds (f->clock, (i == 0 ? 3 : 2) * 3600 + 1800);
    }
  {
    g_autoptr (LueurReviewRow) row = read_review (f, ada);

    g_assert_cmpint (row->n_days, ==, 2);
  }
  {
    LUEUR_TEST_CALL (set, lueur_library_set_review, f->library, ada, "humour", "too long", 5, 6);
    g_assert_true (lueur_library_set_review_finish (f->library, set, NULL));
  }
  {
    g_autoptr (LueurReviewRow) row = read_review (f, ada);

    g_assert_cmpstr (row->works, ==, "humour");
    g_assert_cmpstr (row->bothers, ==, "too long");
    g_assert_cmpint (row->answered_at, ==, 5);
    g_assert_cmpint (row->wait_until, ==, 6);
  }
}

/* The file a companion came in, byte for byte; and what was said with it goes without it. */
static void
test_card (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) ada = model_fixture_add_persona (f, "Ada", NULL);
  g_autoptr (LueurConversation) one = model_fixture_start (f, ada);
  g_autoptr (GBytes) file = g_bytes_new_static ("{\"n\": 1.0e0}\0x", 14);

  {
    g_autoptr (GError) error = NULL;

    LUEUR_TEST_CALL (read, lueur_library_read_card, f->library, ada);
    g_assert_null (lueur_library_read_card_finish (f->library, read, &error));
    g_assert_no_error (error);
  }
  {
    LUEUR_TEST_CALL (saved, lueur_library_save_card, f->library, ada, file);
    g_assert_true (lueur_library_save_card_finish (f->library, saved, NULL));
  }
  {
    g_autoptr (GBytes) kept = NULL;

    LUEUR_TEST_CALL (read, lueur_library_read_card, f->library, ada);
    kept = lueur_library_read_card_finish (f->library, read, NULL);
    g_assert_true (g_bytes_equal (kept, file));
  }
  {
    LUEUR_TEST_CALL (erased, lueur_library_erase_talks, f->library, ada);
    g_assert_true (lueur_library_erase_talks_finish (f->library, erased, NULL));
  }
  g_assert_cmpuint (g_list_model_get_n_items (lueur_library_get_conversations (f->library)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (lueur_library_get_everyone (f->library)), ==, 1);
}

static gboolean
has_failed (gpointer data)
{
  return ((Fixture *) data)->n_failed > 0;
}

static gboolean
has_recovered (gpointer data)
{
  return ((Fixture *) data)->n_recovered > 0;
}

/* Told once; and as soon as there is room again what stands in the composer is written. */
static void
test_full_disk (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) ada = model_fixture_add_persona (f, "Ada", NULL);
  g_autoptr (LueurConversation) one = model_fixture_start (f, ada);
  gint64 id = lueur_conversation_get_id (one);

  g_assert_false (lueur_library_get_trouble (f->library));
  lueur_fault_vfs_arm (LUEUR_FAULT_VFS_FULL, 1);
  lueur_library_set_draft (f->library, one, "half a thought");
  lueur_library_flush (f->library);
  g_assert_true (lueur_test_wait_until (has_failed, f, 5000));
  g_assert_true (lueur_library_get_trouble (f->library));
  /* Still full: nothing is told twice. */
  lueur_library_retry_writing (f->library);
  lueur_library_set_draft (f->library, one, "half a thought more");
  lueur_library_flush (f->library);
  lueur_test_spin (100);
  g_assert_cmpuint (f->n_failed, ==, 1);
  g_assert_cmpuint (f->n_recovered, ==, 0);

  g_assert_true (lueur_fault_vfs_disarm ());
  /* Tried again without anybody’s doing. */
  lueur_fake_clock_advance_seconds (f->clock, 20);
  g_assert_true (lueur_test_wait_until (has_recovered, f, 5000));
  g_assert_false (lueur_library_get_trouble (f->library));
  model_fixture_reopen (f);
  g_assert_cmpstr (lueur_conversation_get_draft (find (f, id)), ==, "half a thought more");
}

/* A companion that cannot be saved is told to who saves it; that nothing can be saved, to all. */
static void
test_full_disk_for_all (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) persona = lueur_persona_new ();

  lueur_fault_vfs_arm (LUEUR_FAULT_VFS_FULL, 1);
  {
    LUEUR_TEST_CALL (saved, lueur_library_save_persona, f->library, persona);
    g_assert_false (lueur_library_save_persona_finish (f->library, saved, NULL));
  }
  g_assert_cmpuint (f->n_failed, ==, 1);
  lueur_fault_vfs_disarm ();
  {
    LUEUR_TEST_CALL (saved, lueur_library_save_persona, f->library, persona);
    g_assert_true (lueur_library_save_persona_finish (f->library, saved, NULL));
  }
  g_assert_cmpuint (f->n_recovered, ==, 1);
}

int
main (int argc, char **argv)
{
  lueur_fault_vfs_install ();
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/model/bin/" name, Fixture, NULL, model_fixture_set_up, func, model_fixture_tear_down)
  ADD ("after-a-restart", test_after_a_restart);
  ADD ("same-objects", test_same_objects);
  ADD ("message-without-parent", test_message_without_parent);
  ADD ("erase-item", test_erase_item);
  ADD ("ends", test_ends);
  ADD ("everyone", test_everyone);
  ADD ("greetings", test_greetings);
  ADD ("opinions", test_opinions);
  ADD ("review", test_review);
  ADD ("card", test_card);
  ADD ("full-disk", test_full_disk);
  ADD ("full-disk-for-all", test_full_disk_for_all);
#undef ADD

  return g_test_run ();
}
