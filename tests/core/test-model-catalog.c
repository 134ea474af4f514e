/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Companions looked for and put in order, few and thousands. */

#include "core/model/catalog.h"
#include "model-fixture.h"

typedef struct
{
  ModelFixture model;
  LueurCatalog *catalog;
} Fixture;

static LueurPersona *
add (Fixture *f, const char *name, const char *tags)
{
  g_auto (GStrv) words = g_strsplit (tags, ",", -1);
  g_autoptr (LueurPersona) persona = g_object_new (LUEUR_TYPE_PERSONA, "name", name, "tags", words, NULL);

  lueur_fake_clock_advance_seconds (f->model.clock, 10);
  model_fixture_save (&f->model, persona);
  /* The list holds it. */
  return persona;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  model_fixture_set_up (&f->model, NULL);
  f->catalog = lueur_catalog_new (f->model.library);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (g_steal_pointer (&f->catalog));
  model_fixture_tear_down (&f->model, NULL);
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
  lueur_fake_clock_advance_seconds (f->model.clock, 10);
  {
    LUEUR_TEST_CALL (started, lueur_library_start_conversation, f->model.library, zoe);
    talk = lueur_library_start_conversation_finish (f->model.library, started, NULL);
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
  model_fixture_save (&f->model, lea);
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
  model_fixture_save (&f->model, ada);
  assert_names (f, "Léo");
  g_assert_cmpuint (lueur_catalog_get_n_archived (f->catalog), ==, 1);
  g_assert_cmpuint (lueur_catalog_get_n_all (f->catalog), ==, 2);
  g_object_set (f->catalog, "archived", TRUE, NULL);
  assert_names (f, "Ada");
  {
    LUEUR_TEST_CALL (deleted, lueur_library_delete_persona, f->model.library, ada);
    g_assert_true (lueur_library_delete_persona_finish (f->model.library, deleted, NULL));
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
