/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/store/store.h"

struct _LueurStore
{
  GObject parent_instance;

  char *data_dir;
  char *path;
};

G_DEFINE_QUARK (lueur-store-error, lueur_store_error)
G_DEFINE_FINAL_TYPE (LueurStore, lueur_store, G_TYPE_OBJECT)

static void
lueur_store_finalize (GObject *object)
{
  LueurStore *self = LUEUR_STORE (object);

  g_clear_pointer (&self->data_dir, g_free);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (lueur_store_parent_class)->finalize (object);
}

static void
lueur_store_class_init (LueurStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lueur_store_finalize;
}

static void
lueur_store_init (LueurStore *self)
{
}

LueurStore *
lueur_store_new (const char *data_dir)
{
  LueurStore *self = g_object_new (LUEUR_TYPE_STORE, NULL);

  self->data_dir = g_strdup (data_dir);
  self->path = g_build_filename (data_dir, "lueur.db", NULL);
  return self;
}

const char *
lueur_store_get_path (LueurStore *self)
{
  return self->path;
}

void
lueur_store_open_async (LueurStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_task_return_boolean (task, TRUE);
}

gboolean
lueur_store_open_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
lueur_store_close (LueurStore *self)
{
}
