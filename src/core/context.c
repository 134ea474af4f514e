/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/context.h"

#include <glib/gstdio.h>

#include "lueur-config.h"

struct _LueurContext
{
  GObject parent_instance;

  LueurClock *clock;
  LueurSettings *settings;
  LueurSecrets *secrets;
  char *data_dir;
};

G_DEFINE_FINAL_TYPE (LueurContext, lueur_context, G_TYPE_OBJECT)

static void
lueur_context_finalize (GObject *object)
{
  LueurContext *self = LUEUR_CONTEXT (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->settings);
  g_clear_object (&self->secrets);
  g_clear_pointer (&self->data_dir, g_free);

  G_OBJECT_CLASS (lueur_context_parent_class)->finalize (object);
}

static void
lueur_context_class_init (LueurContextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lueur_context_finalize;
}

static void
lueur_context_init (LueurContext *self)
{
}

LueurContext *
lueur_context_new (LueurClock *clock, const char *data_dir)
{
  LueurContext *self = g_object_new (LUEUR_TYPE_CONTEXT, NULL);

  self->clock = clock != NULL ? g_object_ref (clock) : lueur_clock_new ();
  self->settings = lueur_settings_new ();
  self->secrets = lueur_secrets_new ();
  self->data_dir = data_dir != NULL ? g_strdup (data_dir) : g_build_filename (g_get_user_data_dir (), "lueur", NULL);
  return self;
}

LueurClock *
lueur_context_get_clock (LueurContext *self)
{
  return self->clock;
}

LueurSettings *
lueur_context_get_settings (LueurContext *self)
{
  return self->settings;
}

LueurSecrets *
lueur_context_get_secrets (LueurContext *self)
{
  return self->secrets;
}

const char *
lueur_context_get_data_dir (LueurContext *self)
{
  return self->data_dir;
}

/**
 * lueur_context_find_data:
 * @relative_path: a path below the folder of the data files that ship
 *
 * Returns: (transfer full): where it is; $LUEUR_DATA_DIR comes first, so that tests need no installing
 */
char *
lueur_context_find_data (const char *relative_path)
{
  const char *dir = g_getenv ("LUEUR_DATA_DIR");

  return g_build_filename (dir != NULL && *dir != '\0' ? dir : LUEUR_PKGDATADIR, relative_path, NULL);
}
