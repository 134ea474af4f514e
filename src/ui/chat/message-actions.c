/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/chat/message-actions.h"

#include <glib/gi18n.h>

#include "ui/widget.h"

struct _LueurMessageActions
{
  GtkWidget parent_instance;

  GtkWidget *like;
  GtkWidget *dislike;
  GtkWidget *copy;
  GtkWidget *retry;
  GtkWidget *swipes;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (LueurMessageActions, lueur_message_actions, GTK_TYPE_WIDGET)

static void
lueur_message_actions_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LUEUR_TYPE_MESSAGE_ACTIONS);
  lueur_widget_clear (GTK_WIDGET (object));

  G_OBJECT_CLASS (lueur_message_actions_parent_class)->dispose (object);
}

static void
lueur_message_actions_class_init (LueurMessageActionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_message_actions_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/chat/message-actions.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurMessageActions, like);
  gtk_widget_class_bind_template_child (widget_class, LueurMessageActions, dislike);
  gtk_widget_class_bind_template_child (widget_class, LueurMessageActions, copy);
  gtk_widget_class_bind_template_child (widget_class, LueurMessageActions, retry);
  gtk_widget_class_bind_template_child (widget_class, LueurMessageActions, swipes);
  gtk_widget_class_bind_template_child (widget_class, LueurMessageActions, count);
  gtk_widget_class_set_css_name (widget_class, "actions");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
lueur_message_actions_init (LueurMessageActions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lueur_message_actions_new (void)
{
  return g_object_new (LUEUR_TYPE_MESSAGE_ACTIONS, NULL);
}

/**
 * lueur_message_actions_set:
 * @index: which of the siblings is shown, from 0
 * @n_swipes: how many there are
 * @copy: whether to offer copying it
 * @retry: (nullable): what asking for a reply is called here, NULL where it may not be asked for
 */
void
lueur_message_actions_set (LueurMessageActions *self, guint index, guint n_swipes, gboolean copy, const char *retry)
{
  /* Translators: which of several replies is shown: the second of three is "2/3" */
  g_autofree char *count = g_strdup_printf (C_("reply of replies", "%u/%u"), index + 1, n_swipes);
  g_autofree char *spoken = g_strdup_printf (_("Reply %u of %u"), index + 1, n_swipes);

  gtk_widget_set_visible (self->swipes, n_swipes > 1);
  gtk_widget_set_visible (self->copy, copy);
  gtk_widget_set_visible (self->retry, retry != NULL);
  gtk_widget_set_tooltip_text (self->retry, retry);
  gtk_label_set_text (self->count, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
set_pressed (GtkWidget *button, gboolean pressed)
{
  if (pressed)
    gtk_widget_add_css_class (button, "pressed");
  else
    gtk_widget_remove_css_class (button, "pressed");
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED,
                               pressed ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

/**
 * lueur_message_actions_set_thumb:
 * @shown: whether a thumb may be given here
 * @thumb: -1, 0 or 1
 */
void
lueur_message_actions_set_thumb (LueurMessageActions *self, gboolean shown, int thumb)
{
  gtk_widget_set_visible (self->like, shown);
  gtk_widget_set_visible (self->dislike, shown);
  set_pressed (self->like, thumb > 0);
  set_pressed (self->dislike, thumb < 0);
}

GtkWidget *
lueur_message_actions_get_thumb (LueurMessageActions *self, int thumb)
{
  return thumb > 0 ? self->like : self->dislike;
}
