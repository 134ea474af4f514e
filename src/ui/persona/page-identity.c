/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who they are, how they speak, and, once, who the person is. */

#include "ui/closures.h"
#include "ui/cramped.h"
#include "ui/persona/names.h"
#include "ui/persona/pages.h"

struct _LueurPageIdentity
{
  LueurWizardPage parent_instance;

  GtkWidget *name_row;
  GtkWidget *person_group;
  AdwEntryRow *person_row;
};

G_DEFINE_FINAL_TYPE (LueurPageIdentity, lueur_page_identity, LUEUR_TYPE_WIZARD_PAGE)

static void
on_suggest (LueurPageIdentity *self)
{
  LueurPersona *persona = lueur_wizard_page_get_persona (LUEUR_WIZARD_PAGE (self));
  const char *name = lueur_names_suggest (lueur_persona_get_language (persona), lueur_persona_get_gender (persona),
                                          lueur_persona_get_name (persona));

  g_object_set (persona, "name", name, NULL);
}

/* Why nothing can be saved has to be seen where it can be mended. */
static void
on_name (LueurPageIdentity *self, GParamSpec *pspec, LueurPersona *persona)
{
  if (lueur_names_is_blank (lueur_persona_get_name (persona)))
    gtk_widget_add_css_class (self->name_row, "error");
  else
    gtk_widget_remove_css_class (self->name_row, "error");
}

static void
lueur_page_identity_bind (LueurWizardPage *page, LueurPersona *persona)
{
  LueurPageIdentity *self = LUEUR_PAGE_IDENTITY (page);
  LueurPerson *person = lueur_wizard_page_get_person (page);

  g_signal_connect_object (persona, "notify::name", G_CALLBACK (on_name), self, G_CONNECT_SWAPPED);
  on_name (self, NULL, persona);
  gtk_widget_set_visible (self->person_group, person != NULL);
  if (person != NULL)
    g_object_bind_property (person, "name", self->person_row, "text", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

static void
lueur_page_identity_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LUEUR_TYPE_PAGE_IDENTITY);

  G_OBJECT_CLASS (lueur_page_identity_parent_class)->dispose (object);
}

static void
lueur_page_identity_class_init (LueurPageIdentityClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_page_identity_dispose;
  LUEUR_WIZARD_PAGE_CLASS (klass)->bind = lueur_page_identity_bind;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/persona/page-identity.ui");
  lueur_closures_bind (widget_class);
  gtk_widget_class_bind_template_child (widget_class, LueurPageIdentity, name_row);
  gtk_widget_class_bind_template_child (widget_class, LueurPageIdentity, person_group);
  gtk_widget_class_bind_template_child (widget_class, LueurPageIdentity, person_row);
  gtk_widget_class_bind_template_callback (widget_class, on_suggest);
}

static void
lueur_page_identity_init (LueurPageIdentity *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lueur_cramped_stack_rows (GTK_WIDGET (self));
}
