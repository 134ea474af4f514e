/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/window.h"

struct _LueurWindow
{
  AdwApplicationWindow parent_instance;

  LueurContext *context;
};

G_DEFINE_FINAL_TYPE (LueurWindow, lueur_window, ADW_TYPE_APPLICATION_WINDOW)

static void
lueur_window_dispose (GObject *object)
{
  LueurWindow *self = LUEUR_WINDOW (object);

  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_WINDOW);

  G_OBJECT_CLASS (lueur_window_parent_class)->dispose (object);
}

static void
lueur_window_class_init (LueurWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lueur_window_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/io/github/lueur_app/Lueur/window.ui");
}

static void
lueur_window_init (LueurWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

LueurWindow *
lueur_window_new (AdwApplication *application, LueurContext *context)
{
  LueurWindow *self = g_object_new (LUEUR_TYPE_WINDOW, "application", application, NULL);

  self->context = g_object_ref (context);
  return self;
}
