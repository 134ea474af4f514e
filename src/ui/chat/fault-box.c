/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/chat/fault-box.h"

#include "ui/error-text.h"
#include "ui/widget.h"

struct _LueurFaultBox
{
  GtkWidget parent_instance;

  GtkLabel *sentence;
  GtkLabel *hint;
  GtkExpander *details;
  GtkLabel *detail;
  GtkWidget *consent;
  GtkWidget *preferences;
  GtkWidget *fresh;
  GtkWidget *retry;
};

G_DEFINE_FINAL_TYPE (LueurFaultBox, lueur_fault_box, GTK_TYPE_WIDGET)

static void
lueur_fault_box_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LUEUR_TYPE_FAULT_BOX);
  lueur_widget_clear (GTK_WIDGET (object));

  G_OBJECT_CLASS (lueur_fault_box_parent_class)->dispose (object);
}

static void
lueur_fault_box_class_init (LueurFaultBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_fault_box_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/chat/fault-box.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurFaultBox, sentence);
  gtk_widget_class_bind_template_child (widget_class, LueurFaultBox, hint);
  gtk_widget_class_bind_template_child (widget_class, LueurFaultBox, details);
  gtk_widget_class_bind_template_child (widget_class, LueurFaultBox, detail);
  gtk_widget_class_bind_template_child (widget_class, LueurFaultBox, consent);
  gtk_widget_class_bind_template_child (widget_class, LueurFaultBox, preferences);
  gtk_widget_class_bind_template_child (widget_class, LueurFaultBox, fresh);
  gtk_widget_class_bind_template_child (widget_class, LueurFaultBox, retry);
  gtk_widget_class_set_css_name (widget_class, "fault");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
lueur_fault_box_init (LueurFaultBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* A server's own words, as code is: from left to right whichever way the person reads. */
  gtk_widget_set_direction (GTK_WIDGET (self->detail), GTK_TEXT_DIR_LTR);
}

GtkWidget *
lueur_fault_box_new (void)
{
  return g_object_new (LUEUR_TYPE_FAULT_BOX, NULL);
}

/**
 * lueur_fault_box_set:
 * @error_code: (nullable): the name of a [enum@Fault]
 * @detail: (nullable): what the server said, as text
 */
void
lueur_fault_box_set (LueurFaultBox *self, const char *error_code, const char *detail)
{
  LueurErrorText text = lueur_error_text_for_name (error_code);
  GtkWidget *const buttons[] = { self->consent, self->preferences, self->fresh, self->retry };
  guint wait; /* said in words by the hint */
  const LueurWay ways[] = { LUEUR_WAY_CONSENT, LUEUR_WAY_PREFERENCES, LUEUR_WAY_NEW_CONVERSATION, LUEUR_WAY_RETRY };

  detail = lueur_fault_detail_parse (detail, &wait);
  gtk_label_set_text (self->sentence, text.sentence);
  gtk_label_set_text (self->hint, text.hint);
  /* What somebody has opened to read stays open while it says the same. */
  if (g_strcmp0 (gtk_label_get_text (self->detail), detail) != 0)
    gtk_expander_set_expanded (self->details, FALSE);
  gtk_label_set_text (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->details), *detail != '\0');
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_widget_set_visible (buttons[i], (text.ways & ways[i]) != 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text.sentence,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text.hint, -1);
}
