/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Name, pronouns, language, and what is good to know. */

#include "ui/persona/names.h"
#include "ui/persona/pages.h"
#include "ui/persona/text-row.h"

struct _LueurPageIdentity
{
  LueurWizardPage parent_instance;

  AdwEntryRow *name_row;
  AdwSwitchRow *formal_row;
  LueurTextRow *description_row;
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

static gboolean
speaks_french (LueurPageIdentity *self, const char *language)
{
  return g_strcmp0 (language, "fr") == 0;
}

static void
lueur_page_identity_bind (LueurWizardPage *page, LueurPersona *persona)
{
  LueurPageIdentity *self = LUEUR_PAGE_IDENTITY (page);
  GBindingFlags flags = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  g_object_bind_property (persona, "name", self->name_row, "text", flags);
  g_object_bind_property (persona, "formal", self->formal_row, "active", flags);
  g_object_bind_property (persona, "description", self->description_row, "text", flags);
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

  g_type_ensure (LUEUR_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/persona/page-identity.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurPageIdentity, name_row);
  gtk_widget_class_bind_template_child (widget_class, LueurPageIdentity, formal_row);
  gtk_widget_class_bind_template_child (widget_class, LueurPageIdentity, description_row);
  gtk_widget_class_bind_template_callback (widget_class, on_suggest);
  gtk_widget_class_bind_template_callback (widget_class, speaks_french);
}

static void
lueur_page_identity_init (LueurPageIdentity *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
