/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Companions looked for and put in order, few and thousands. */

#include "core/model/catalog.h"
#include "store-fixture.h"
#include "support/fake-clock.h"
#include "support/loop.h"

typedef struct
{
  StoreFixture files;
  LueurFakeClock *clock;
  LueurStore *store;
  LueurLibrary *library;
  LueurCatalog *catalog;
} Fixture;

#define CALL(result, call, ...) \
  g_autoptr (GAsyncResult) result = NULL; \
  call##_async (__VA_ARGS__, NULL, lueur_test_keep_result, &result); \
  lueur_test_await (&result)

static LueurPersona *
add (Fixture *f, const char *name, const char *tags)
{
  g_auto (GStrv) words = g_strsplit (tags, ",", -1);
  g_autoptr (LueurPersona) persona = g_object_new (LUEUR_TYPE_PERSONA, "name", name, "tags", words, NULL);

  lueur_fake_clock_advance_seconds (f->clock, 10);
  CALL (saved, lueur_library_save_persona, f->library, persona);
  g_assert_true (lueur_library_save_persona_finish (f->library, saved, NULL));
  /* The list holds it. */
  return persona;
}

static void
save (Fixture *f, LueurPersona *persona)
{
  CALL (saved, lueur_library_save_persona, f->library, persona);
  g_assert_true (lueur_library_save_persona_finish (f->library, saved, NULL));
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->files = store_fixture_new ();
  f->clock = lueur_fake_clock_new ("Europe/Paris", 2025, 3, 10, 20, 0);
  f->store = lueur_store_new (f->files.dir);
  f->library = lueur_library_new (f->store, LUEUR_CLOCK (f->clock));
  {
    CALL (opened, lueur_store_open, f->store);
    g_assert_true (lueur_store_open_finish (f->store, opened, NULL));
  }
  {
    CALL (read, lueur_library_open, f->library);
    g_assert_true (lueur_library_open_finish (f->library, read, NULL));
  }
  f->catalog = lueur_catalog_new (f->library);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (g_steal_pointer (&f->catalog));
  g_assert_true (lueur_store_close (f->store));
  lueur_test_drain ();
  g_assert_finalize_object (g_steal_pointer (&f->library));
  g_assert_finalize_object (g_steal_pointer (&f->store));
  g_assert_finalize_object (g_steal_pointer (&f->clock));
  store_fixture_clear (&f->files);
}

static void
assert_names (Fixture *f, const char *names)
{
  g_autoptr (GString) all = g_string_new (NULL);

  lueur_catalog_flush (f->catalog);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (f->catalog)); i++)
    {
      g_autoptr (LueurPersona) persona = g_list_model_get_item (G_LIST_MODEL (f->catalog), i);

      g_string_append_printf (all, "%s%s", i > 0 ? " " : "", lueur_persona_get_name (persona));
    }
  g_assert_cmpstr (all->str, ==, names);
}

static void
test_orders (Fixture *f, gconstpointer data)
{
  LueurPersona *zoe = add (f, "zoé", "");
  g_autoptr (LueurConversation) talk = NULL;

  add (f, "Ada", "");
  add (f, "Émile", "");
  assert_names (f, "Émile Ada zoé");
  g_object_set (f->catalog, "order", LUEUR_CATALOG_NAME, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->catalog)), ==, 3);
  g_object_set (f->catalog, "order", LUEUR_CATALOG_RECENT, NULL);
  lueur_fake_clock_advance_seconds (f->clock, 10);
  {
    CALL (started, lueur_library_start_conversation, f->library, zoe);
    talk = lueur_library_start_conversation_finish (f->library, started, NULL);
  }
  assert_names (f, "zoé Émile Ada");
  g_assert_cmpint (lueur_catalog_get_last_talk (f->catalog, zoe), ==, lueur_conversation_get_updated_at (talk));
  g_object_set (f->catalog, "order", LUEUR_CATALOG_MADE, NULL);
  assert_names (f, "Émile Ada zoé");
}

static void
test_search (Fixture *f, gconstpointer data)
{
  LueurPersona *lea = add (f, "Léa", "art,voyage");

  g_object_set (lea, "background", "Elle vient de l’Île de Ré.", NULL);
  save (f, lea);
  add (f, "Marc", "sport");
  g_object_set (f->catalog, "search", "lea", NULL);
  assert_names (f, "Léa");
  g_object_set (f->catalog, "search", "l'ile VOYAGE", NULL);
  assert_names (f, "Léa");
  g_object_set (f->catalog, "search", "ile sport", NULL);
  assert_names (f, "");
  g_object_set (f->catalog, "search", "", NULL);
  assert_names (f, "Marc Léa");
  /* What is found follows what it says. */
  g_object_set (f->catalog, "search", "marc", NULL);
  g_object_set (lea, "name", "Marcelle", NULL);
  assert_names (f, "Marc Marcelle");
}

static void
test_tags (Fixture *f, gconstpointer data)
{
  g_auto (GStrv) tags = NULL;

  add (f, "Ada", "art,voyage");
  add (f, "Léo", "art");
  tags = lueur_catalog_dup_tags (f->catalog, 10);
  g_assert_cmpstr (tags[0], ==, "art");
  g_assert_cmpstr (tags[1], ==, "voyage");
  g_assert_null (tags[2]);
  g_object_set (f->catalog, "tag", "voyage", NULL);
  assert_names (f, "Ada");
  g_object_set (f->catalog, "tag", "", NULL);
  assert_names (f, "Léo Ada");
}

static void
test_archived (Fixture *f, gconstpointer data)
{
  LueurPersona *ada = add (f, "Ada", "");

  add (f, "Léo", "");
  g_object_set (ada, "archived", TRUE, NULL);
  save (f, ada);
  assert_names (f, "Léo");
  g_assert_cmpuint (lueur_catalog_get_n_archived (f->catalog), ==, 1);
  g_assert_cmpuint (lueur_catalog_get_n_all (f->catalog), ==, 2);
  g_object_set (f->catalog, "archived", TRUE, NULL);
  assert_names (f, "Ada");
  {
    CALL (deleted, lueur_library_delete_persona, f->library, ada);
    g_assert_true (lueur_library_delete_persona_finish (f->library, deleted, NULL));
  }
  assert_names (f, "");
  g_assert_cmpuint (lueur_catalog_get_n_all (f->catalog), ==, 1);
}

static void
on_changed_items (GListModel *model, guint position, guint removed, guint added, guint *total)
{
  *total += removed + added;
}

/* One that is added is told as one that is added: a view keeps all others. */
static void
test_small_changes (Fixture *f, gconstpointer data)
{
  guint total = 0;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("C%02u", i);

      add (f, name, "");
    }
  lueur_catalog_flush (f->catalog);
  g_object_set (f->catalog, "order", LUEUR_CATALOG_NAME, NULL);
  g_signal_connect (f->catalog, "items-changed", G_CALLBACK (on_changed_items), &total);
  add (f, "C09b", "");
  lueur_catalog_flush (f->catalog);
  g_assert_cmpuint (total, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/model/catalog/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("orders", test_orders);
  ADD ("search", test_search);
  ADD ("tags", test_tags);
  ADD ("archived", test_archived);
  ADD ("small-changes", test_small_changes);
#undef ADD
  return g_test_run ();
}
