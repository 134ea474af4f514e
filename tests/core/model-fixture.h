/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/conversation-private.h"
#include "core/model/library.h"
#include "core/model/message-private.h"
#include "store-fixture.h"
#include "support/fake-clock.h"
#include "support/loop.h"

/* A library over a real store, which can be closed and opened again to see what was kept. It is the evening of
 * 10 March 2025 in Paris. */
typedef struct
{
  StoreFixture files;
  LueurFakeClock *clock;
  LueurStore *store;
  LueurLibrary *library;
  guint n_failed;    /* times that something could not be written */
  guint n_recovered; /* times that it was written after all */
} ModelFixture;

static inline void
model_fixture_on_failed (ModelFixture *f, const GError *error)
{
  g_assert_nonnull (error);
  f->n_failed++;
}

static inline void
model_fixture_on_recovered (ModelFixture *f)
{
  f->n_recovered++;
}

static inline void
model_fixture_open (ModelFixture *f)
{
  g_autoptr (GError) error = NULL;

  f->store = lueur_store_new (f->files.dir);
  f->library = lueur_library_new (f->store, LUEUR_CLOCK (f->clock));
  g_signal_connect_swapped (f->library, "write-failed", G_CALLBACK (model_fixture_on_failed), f);
  g_signal_connect_swapped (f->library, "write-recovered", G_CALLBACK (model_fixture_on_recovered), f);
  {
    LUEUR_TEST_CALL (opened, lueur_store_open, f->store);
    g_assert_true (lueur_store_open_finish (f->store, opened, &error));
    g_assert_no_error (error);
  }
  {
    LUEUR_TEST_CALL (read, lueur_library_open, f->library);
    g_assert_true (lueur_library_open_finish (f->library, read, &error));
    g_assert_no_error (error);
  }
}

/* Nobody else holds on to the library or the store. */
static inline void
model_fixture_close (ModelFixture *f)
{
  lueur_library_flush (f->library);
  g_assert_true (lueur_store_close (f->store));
  lueur_test_drain ();
  g_assert_finalize_object (g_steal_pointer (&f->library));
  g_assert_finalize_object (g_steal_pointer (&f->store));
}

static inline void
model_fixture_reopen (ModelFixture *f)
{
  model_fixture_close (f);
  model_fixture_open (f);
}

static inline void
model_fixture_set_up (ModelFixture *f, gconstpointer data)
{
  f->files = store_fixture_new ();
  f->clock = lueur_fake_clock_new ("Europe/Paris", 2025, 3, 10, 20, 0);
  model_fixture_open (f);
}

static inline void
model_fixture_tear_down (ModelFixture *f, gconstpointer data)
{
  model_fixture_close (f);
  g_assert_finalize_object (g_steal_pointer (&f->clock));
  store_fixture_clear (&f->files);
}

static inline void
model_fixture_save (ModelFixture *f, LueurPersona *persona)
{
  g_autoptr (GError) error = NULL;

  LUEUR_TEST_CALL (saved, lueur_library_save_persona, f->library, persona);
  g_assert_true (lueur_library_save_persona_finish (f->library, saved, &error));
  g_assert_no_error (error);
  g_assert_cmpint (lueur_persona_get_id (persona), !=, 0);
}

/* @greetings: (nullable): more than the first. (transfer full) */
static inline LueurPersona *
model_fixture_add_persona (ModelFixture *f, const char *name, const char *const *greetings)
{
  LueurPersona *persona = lueur_persona_new ();

  g_object_set (persona, "name", name, "greeting", "Bonsoir.", "alternate-greetings", greetings, NULL);
  model_fixture_save (f, persona);
  return persona;
}

/* (transfer full) */
static inline LueurConversation *
model_fixture_start (ModelFixture *f, LueurPersona *persona)
{
  g_autoptr (GError) error = NULL;
  LueurConversation *conversation;

  LUEUR_TEST_CALL (started, lueur_library_start_conversation, f->library, persona);
  conversation = lueur_library_start_conversation_finish (f->library, started, &error);
  g_assert_no_error (error);
  return conversation;
}

/* (transfer full) */
static inline LueurMessage *
model_fixture_say (ModelFixture *f, LueurConversation *conversation, LueurRole role, const char *text)
{
  LueurMessage *message = lueur_message_new (role, text);
  g_autoptr (GError) error = NULL;

  LUEUR_TEST_CALL (appended, lueur_library_append_message, f->library, conversation, message);
  g_assert_true (lueur_library_append_message_finish (f->library, appended, &error));
  g_assert_no_error (error);
  g_assert_cmpint (lueur_message_get_id (message), !=, 0);
  return message;
}

static inline void
model_fixture_load (ModelFixture *f, LueurConversation *conversation, gboolean older)
{
  g_autoptr (GError) error = NULL;

  LUEUR_TEST_CALL (loaded, lueur_library_load, f->library, conversation, older);
  g_assert_true (lueur_library_load_finish (f->library, loaded, &error));
  g_assert_no_error (error);
}

/* The first of the list, lent. */
static inline LueurConversation *
model_fixture_first (ModelFixture *f)
{
  g_autoptr (LueurConversation) conversation = g_list_model_get_item (lueur_library_get_conversations (f->library), 0);

  return conversation;
}

/* That @conversation shows these, "one|after|another". */
static inline void
model_fixture_assert_texts (LueurConversation *conversation, const char *texts)
{
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (conversation)); i++)
    g_string_append_printf (shown, "%s%s", i > 0 ? "|" : "",
                            lueur_message_get_text (lueur_conversation_get_message (conversation, i)));
  g_assert_cmpstr (shown->str, ==, texts);
}

/* @data: a GString, which gets “1-0+2 ”: at 1, none less, two more. */
static inline void
model_fixture_on_items_changed (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  g_string_append_printf (data, "%u-%u+%u ", position, removed, added);
}
