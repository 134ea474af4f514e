/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/chat/reply-account.h"

#include <glib/gi18n.h>

struct _LueurReplyAccount
{
  AdwDialog parent_instance;

  LueurContext *context;
  LueurMessage *reply;

  AdwActionRow *writer_row;
  AdwActionRow *sent_row;
  AdwPreferencesGroup *findings;
};

G_DEFINE_FINAL_TYPE (LueurReplyAccount, lueur_reply_account, ADW_TYPE_DIALOG)

static void
show_writer (LueurReplyAccount *self)
{
  const char *model = lueur_message_get_model (self->reply);
  gboolean scripted = lueur_message_get_scripted (self->reply);

  adw_action_row_set_subtitle (self->writer_row, model != NULL && *model != '\0' ? model
                                                 : scripted ? _("Lueur itself, on this computer")
                                                            : _("A model that did not say its name"));
  adw_action_row_set_subtitle (self->sent_row, scripted && model == NULL
                                                   ? _("Nothing. These words were chosen on this computer, without a model.")
                                                   : _("This was not kept."));
}

/* --- The dialog --------------------------------------------------------------------------------- */

static void
lueur_reply_account_dispose (GObject *object)
{
  LueurReplyAccount *self = LUEUR_REPLY_ACCOUNT (object);

  g_clear_object (&self->context);
  g_clear_object (&self->reply);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_REPLY_ACCOUNT);

  G_OBJECT_CLASS (lueur_reply_account_parent_class)->dispose (object);
}

static void
lueur_reply_account_class_init (LueurReplyAccountClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_reply_account_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/chat/reply-account.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurReplyAccount, writer_row);
  gtk_widget_class_bind_template_child (widget_class, LueurReplyAccount, sent_row);
  gtk_widget_class_bind_template_child (widget_class, LueurReplyAccount, findings);
}

static void
lueur_reply_account_init (LueurReplyAccount *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lueur_reply_account_new:
 * @reply: a message of a companion's
 *
 * Returns: (transfer floating): to be presented
 */
AdwDialog *
lueur_reply_account_new (LueurContext *context, LueurMessage *reply)
{
  LueurReplyAccount *self = g_object_new (LUEUR_TYPE_REPLY_ACCOUNT, NULL);

  self->context = g_object_ref (context);
  self->reply = g_object_ref (reply);
  show_writer (self);
  return ADW_DIALOG (self);
}

/**
 * lueur_reply_account_add_finding:
 * @row: (transfer floating): a row of a list
 *
 * Adds a row of what was found in the reply, and shows the group that it stands in.
 */
void
lueur_reply_account_add_finding (LueurReplyAccount *self, GtkWidget *row)
{
  g_return_if_fail (LUEUR_IS_REPLY_ACCOUNT (self));

  adw_preferences_group_add (self->findings, row);
  gtk_widget_set_visible (GTK_WIDGET (self->findings), TRUE);
}
