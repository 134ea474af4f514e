/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Steps that are rows and nothing else: what each row is bound to stands in its name. */

#include "ui/persona/pages.h"

#include "ui/closures.h"
#include "ui/persona/choice.h"
#include "ui/persona/text-row.h"

#define DEFINE_PLAIN_PAGE(Type, type, TYPE, file) \
  struct _##Type \
  { \
    LueurWizardPage parent_instance; \
  }; \
  G_DEFINE_FINAL_TYPE (Type, type, LUEUR_TYPE_WIZARD_PAGE) \
  static void type##_dispose (GObject *object) \
  { \
    gtk_widget_dispose_template (GTK_WIDGET (object), TYPE); \
    G_OBJECT_CLASS (type##_parent_class)->dispose (object); \
  } \
  static void type##_class_init (Type##Class *klass) \
  { \
    G_OBJECT_CLASS (klass)->dispose = type##_dispose; \
    g_type_ensure (LUEUR_TYPE_TEXT_ROW); \
    g_type_ensure (LUEUR_TYPE_CHOICE); \
    gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), \
                                                 "/io/github/lueur_app/Lueur/persona/" file ".ui"); \
    lueur_closures_bind (GTK_WIDGET_CLASS (klass)); \
  } \
  static void type##_init (Type *self) \
  { \
    gtk_widget_init_template (GTK_WIDGET (self)); \
  }

DEFINE_PLAIN_PAGE (LueurPageRelation, lueur_page_relation, LUEUR_TYPE_PAGE_RELATION, "page-relation")
DEFINE_PLAIN_PAGE (LueurPageIntimacy, lueur_page_intimacy, LUEUR_TYPE_PAGE_INTIMACY, "page-intimacy")
DEFINE_PLAIN_PAGE (LueurPageLimits, lueur_page_limits, LUEUR_TYPE_PAGE_LIMITS, "page-limits")
DEFINE_PLAIN_PAGE (LueurPageDetails, lueur_page_details, LUEUR_TYPE_PAGE_DETAILS, "page-details")
