/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/persona/choice.h"

struct _LueurChoice
{
  GtkCheckButton parent_instance;
};

G_DEFINE_FINAL_TYPE (LueurChoice, lueur_choice, GTK_TYPE_CHECK_BUTTON)

static void
on_choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate (widget);
}

static void
lueur_choice_class_init (LueurChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "checkbutton");
  gtk_widget_class_install_action (widget_class, "choice.choose", NULL, on_choose);
}

static void
lueur_choice_init (LueurChoice *self)
{
}
