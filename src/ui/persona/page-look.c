/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The avatar's editor, as a step. */

#include "ui/persona/pages.h"

#include "ui/avatar/editor.h"

struct _LueurPageLook
{
  LueurWizardPage parent_instance;

  AdwBin *editor_bin;
};

G_DEFINE_FINAL_TYPE (LueurPageLook, lueur_page_look, LUEUR_TYPE_WIZARD_PAGE)

static void
lueur_page_look_bind (LueurWizardPage *page, LueurPersona *persona)
{
  LueurPageLook *self = LUEUR_PAGE_LOOK (page);
  GtkWidget *editor = lueur_avatar_editor_new ();

  g_object_bind_property (persona, "look", editor, "look", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (persona, "name", editor, "person", G_BINDING_SYNC_CREATE);
  adw_bin_set_child (self->editor_bin, editor);
}

static void
lueur_page_look_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LUEUR_TYPE_PAGE_LOOK);

  G_OBJECT_CLASS (lueur_page_look_parent_class)->dispose (object);
}

static void
lueur_page_look_class_init (LueurPageLookClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_page_look_dispose;
  LUEUR_WIZARD_PAGE_CLASS (klass)->bind = lueur_page_look_bind;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/persona/page-look.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurPageLook, editor_bin);
}

static void
lueur_page_look_init (LueurPageLook *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
