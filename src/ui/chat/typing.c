/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/chat/typing.h"

#include <glib/gi18n.h>

struct _LueurTyping
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (LueurTyping, lueur_typing, GTK_TYPE_WIDGET)

static void
lueur_typing_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (lueur_typing_parent_class)->dispose (object);
}

static void
lueur_typing_class_init (LueurTypingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_typing_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "typing");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
lueur_typing_init (LueurTyping *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  for (int i = 0; i < 3; i++)
    {
      GtkWidget *dot = g_object_new (GTK_TYPE_BOX, "css-name", "dot", "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_CENTER, NULL);

      gtk_widget_set_parent (dot, widget);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("A reply is on its way"), -1);
}

GtkWidget *
lueur_typing_new (void)
{
  return g_object_new (LUEUR_TYPE_TYPING, NULL);
}
