/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever the store can hold is in an archive, or is named with the reason why it is not; so is every setting. */

#include "archive-fixture.h"

static const LueurArchiveTable *
find_table (const char *name)
{
  for (LueurArchiveTableId id = 0; id < LUEUR_N_TABLES; id++)
    if (g_str_equal (lueur_archive_table (id)->name, name))
      return lueur_archive_table (id);
  return NULL;
}

static const LueurArchiveColumn *
find_column (const LueurArchiveTable *table, const char *name)
{
  for (const LueurArchiveColumn *column = table->columns; column != NULL && column->name != NULL; column++)
    if (g_str_equal (column->name, name))
      return column;
  return NULL;
}

/* What of @db an archive knows nothing of. */
static GStrv
find_gaps (LueurDatabase *db)
{
  g_autoptr (GStrvBuilder) gaps = g_strv_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurStatement) query = lueur_database_query (
    db, &error,
    "SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info (t.name) c"
    " WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY t.name, c.cid",
    "");

  g_assert_no_error (error);
  while (lueur_database_step (db, query, &error) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (query, 0);
      const char *member = (const char *) sqlite3_column_text (query, 1);
      const LueurArchiveTable *table = find_table (name);

      if (table == NULL || (table->columns == NULL && table->why == NULL) ||
          (table->columns != NULL && find_column (table, member) == NULL))
        g_strv_builder_take (gaps, g_strdup_printf ("%s.%s", name, member));
    }
  g_assert_no_error (error);
  return g_strv_builder_end (gaps);
}

static void
test_store (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  g_auto (GStrv) gaps = find_gaps (f.db), found = NULL;
  g_autofree char *told = g_strjoinv (", ", gaps);

  if (*told != '\0')
    g_error ("not in an archive, and no reason why (core/exchange/archive/tables.c): %s", told);
  /* And this would notice. */
  sql (f.db, "ALTER TABLE message ADD COLUMN mood TEXT; CREATE TABLE memory (id INTEGER PRIMARY KEY, text TEXT) STRICT;");
  found = find_gaps (f.db);
  g_assert_cmpuint (g_strv_length (found), ==, 3);
  g_assert_cmpstr (found[0], ==, "memory.id");
  g_assert_cmpstr (found[1], ==, "memory.text");
  g_assert_cmpstr (found[2], ==, "message.mood");
}

/* The other way round: nothing is told that is not there, and every exception has its reason. */
static void
test_tables (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();

  for (LueurArchiveTableId id = 0; id < LUEUR_N_TABLES; id++)
    {
      const LueurArchiveTable *table = lueur_archive_table (id);
      guint n = 0;

      g_assert_true (table->member != NULL || table->why != NULL);
      for (const LueurArchiveColumn *column = table->columns; column != NULL && column->name != NULL; column++)
        {
          g_autofree char *query = g_strdup_printf ("SELECT count (*) FROM pragma_table_info ('%s') WHERE name = '%s'",
                                                    table->name, column->name);

          g_assert_cmpuint (archive_count (f.db, query), ==, 1);
          g_assert_true (lueur_archive_column_is_written (column) == (column->member != NULL));
          g_assert_true (lueur_archive_column_is_written (column) || column->kind == LUEUR_COLUMN_OWNER ||
                         column->why != NULL);
          n++;
        }
      g_assert_cmpuint (n, <=, LUEUR_ARCHIVE_COLUMNS_MAX);
    }
}

static void
test_settings (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.lueur_app.Lueur");
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (GSettingsSchemaKey) key = g_settings_schema_get_key (schema, keys[i]);
      const GVariantType *type = g_settings_schema_key_get_value_type (key);
      g_autofree char *spelt = g_variant_type_dup_string (type);

      if (lueur_archive_settings_why_not (keys[i]) == NULL && !g_str_equal (spelt, "as") && strlen (spelt) != 1)
        g_error ("the setting “%s” is of a kind that no archive can hold (core/exchange/archive/settings.c)", keys[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/archive-schema/store", test_store);
  g_test_add_func ("/archive-schema/tables", test_tables);
  g_test_add_func ("/archive-schema/settings", test_settings);

  return g_test_run ();
}
