/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>

#include "core/store/verbs.h"

/* A database of a test's own, in a folder that goes with it. */
typedef struct
{
  char *dir;
  char *path;
  LueurDatabase *db; /* NULL when closed */
} StoreFixture;

static inline void
store_fixture_close (StoreFixture *self)
{
  g_clear_pointer (&self->db, lueur_database_close);
}

static inline void
store_fixture_clear (StoreFixture *self)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  store_fixture_close (self);
  dir = g_dir_open (self->dir, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->dir, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->dir);
  g_clear_pointer (&self->dir, g_free);
  g_clear_pointer (&self->path, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StoreFixture, store_fixture_clear)

/* With a folder, and nothing in it. */
static inline StoreFixture
store_fixture_new (void)
{
  StoreFixture self = { 0 };

  self.dir = g_dir_make_tmp ("lueur-store-XXXXXX", NULL);
  g_assert_nonnull (self.dir);
  self.path = g_build_filename (self.dir, "lueur.db", NULL);
  return self;
}

static inline StoreFixture
store_fixture_open (void)
{
  StoreFixture self = store_fixture_new ();
  g_autoptr (GError) error = NULL;

  self.db = lueur_database_open (self.path, LUEUR_DATABASE_WRITER, &error);
  g_assert_no_error (error);
  return self;
}

static inline gint64
store_fixture_add_persona (StoreFixture *self, const char *body)
{
  LueurPersonaRow row = { .body = (char *) body, .created_at = 1, .updated_at = 1 };
  g_autoptr (GError) error = NULL;
  gint64 id = lueur_verb_save_persona (self->db, &row, &error);

  g_assert_no_error (error);
  return id;
}

/* @sibling: 0 to go on at the end */
static inline gint64
store_fixture_say (StoreFixture *self, gint64 conversation, LueurRole role, const char *text, gint64 sibling)
{
  g_autoptr (LueurMessageRow) row = lueur_message_row_new (role, text, 1000);
  g_autoptr (GError) error = NULL;

  row->conversation = conversation;
  lueur_verb_append_message (self->db, row, sibling, NULL, FALSE, FALSE, &error);
  g_assert_no_error (error);
  return row->id;
}

/* With @n messages, "message 1" to "message n". */
static inline gint64
store_fixture_add_conversation (StoreFixture *self, guint n)
{
  LueurConversationRow row = { .persona = store_fixture_add_persona (self, "{}"), .created_at = 1, .updated_at = 1 };
  g_autoptr (GError) error = NULL;

  lueur_verb_start_conversation (self->db, &row, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *text = g_strdup_printf ("message %u", i);

      store_fixture_say (self, row.id, i % 2 ? LUEUR_ROLE_USER : LUEUR_ROLE_COMPANION, text, 0);
    }
  return row.id;
}

/* That what is shown is @path: texts, joined by blanks. */
static inline void
store_fixture_assert_path (StoreFixture *self, gint64 conversation, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurPage) page = lueur_verb_read_page (self->db, conversation, 0, 200, &error);
  g_autoptr (GString) shown = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < page->messages->len; i++)
    g_string_append_printf (shown, "%s%s", i > 0 ? " " : "", ((LueurMessageRow *) page->messages->pdata[i])->text);
  g_assert_cmpstr (shown->str, ==, path);
}
