/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who the companion is to the person. The choice is an action of the wizard's "persona" group. */

#include "ui/persona/pages.h"

struct _LueurPageRelation
{
  LueurWizardPage parent_instance;
};

G_DEFINE_FINAL_TYPE (LueurPageRelation, lueur_page_relation, LUEUR_TYPE_WIZARD_PAGE)

static void
lueur_page_relation_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LUEUR_TYPE_PAGE_RELATION);

  G_OBJECT_CLASS (lueur_page_relation_parent_class)->dispose (object);
}

static void
lueur_page_relation_class_init (LueurPageRelationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lueur_page_relation_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/lueur_app/Lueur/persona/page-relation.ui");
}

static void
lueur_page_relation_init (LueurPageRelation *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
