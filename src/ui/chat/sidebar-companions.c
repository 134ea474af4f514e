/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of conversations begins another: with whom. */

#include "ui/chat/sidebar-private.h"

#include "ui/chat/thumbnail.h"

static GtkWidget *
make_companion (gpointer item, gpointer data)
{
  LueurPersona *persona = LUEUR_PERSONA (item);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *face = lueur_thumbnail_new (32);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *row = gtk_list_box_row_new ();

  lueur_thumbnail_set_persona (LUEUR_THUMBNAIL (face), persona);
  g_object_bind_property (persona, "name", label, "label", G_BINDING_SYNC_CREATE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), face);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  return row;
}

static void
on_pick (LueurSidebar *self)
{
  gtk_popover_popdown (self->companions_popover);
}

static void
on_companion (GtkListBox *list, GtkListBoxRow *row, LueurSidebar *self)
{
  GListModel *personas = lueur_library_get_personas (lueur_context_get_library (self->context));
  g_autoptr (LueurPersona) persona = g_list_model_get_item (personas, gtk_list_box_row_get_index (row));

  on_pick (self);
  if (persona != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.talk-to", "x", lueur_persona_get_id (persona));
}

/* A row a companion, from when the list is first opened. */
static void
list_companions (GtkMenuButton *button, gpointer data)
{
  LueurSidebar *self = LUEUR_SIDEBAR (data);

  if (self->listed || self->context == NULL)
    return;
  self->listed = TRUE;
  gtk_list_box_bind_model (self->companions, lueur_library_get_personas (lueur_context_get_library (self->context)),
                           make_companion, NULL, NULL);
}

void
lueur_sidebar_bind_companions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LueurSidebar, new_button);
  gtk_widget_class_bind_template_child (widget_class, LueurSidebar, companions);
  gtk_widget_class_bind_template_child (widget_class, LueurSidebar, companions_popover);
  gtk_widget_class_bind_template_callback (widget_class, on_companion);
  gtk_widget_class_bind_template_callback (widget_class, on_pick);
}

void
lueur_sidebar_init_companions (LueurSidebar *self)
{
  gtk_menu_button_set_create_popup_func (self->new_button, list_companions, self, NULL);
}
