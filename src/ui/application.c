/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/application.h"

#include <glib/gi18n.h>

#include "lueur-config.h"
#include "ui/window.h"

struct _LueurApplication
{
  AdwApplication parent_instance;

  LueurContext *context;
};

G_DEFINE_FINAL_TYPE (LueurApplication, lueur_application, ADW_TYPE_APPLICATION)

static void
lueur_application_startup (GApplication *application)
{
  LueurApplication *self = LUEUR_APPLICATION (application);

  G_APPLICATION_CLASS (lueur_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (LUEUR_APP_ID);
  self->context = lueur_context_new (NULL, NULL);
}

static void
lueur_application_activate (GApplication *application)
{
  LueurApplication *self = LUEUR_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    window = GTK_WINDOW (lueur_window_new (ADW_APPLICATION (self), self->context));
  gtk_window_present (window);
}

static void
lueur_application_finalize (GObject *object)
{
  LueurApplication *self = LUEUR_APPLICATION (object);

  g_clear_object (&self->context);

  G_OBJECT_CLASS (lueur_application_parent_class)->finalize (object);
}

static void
lueur_application_class_init (LueurApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = lueur_application_finalize;
  application_class->startup = lueur_application_startup;
  application_class->activate = lueur_application_activate;
}

static void
lueur_application_init (LueurApplication *self)
{
}

/**
 * lueur_application_new:
 *
 * Returns: (transfer full): the app
 */
LueurApplication *
lueur_application_new (void)
{
  return g_object_new (LUEUR_TYPE_APPLICATION,
                       "application-id", LUEUR_APP_ID,
                       "resource-base-path", "/io/github/lueur_app/Lueur",
                       NULL);
}

LueurContext *
lueur_application_get_context (LueurApplication *self)
{
  return self->context;
}
