/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/wellbeing/contact-dialog.h"

#include <glib/gi18n.h>

#include "ui/closures.h"
#include "ui/direction.h"
#include "ui/foot-button.h"
#include "ui/window.h"

struct _LueurContactDialog
{
  AdwDialog parent_instance;

  LueurRecords *records;
  LueurContact *contact;
  gboolean is_new;

  AdwToolbarView *view;
  AdwHeaderBar *bar;
  GtkWidget *save;
  GtkEditable *name;
  GtkEditable *relation;
  GtkEditable *mail;
  GtkEditable *phone;
  GtkWidget *erase_group;
};

enum
{
  ERASED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LueurContactDialog, lueur_contact_dialog, ADW_TYPE_DIALOG)

static void
on_changed (LueurContactDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "contact.save", *name != '\0');
}

static void
on_cancel (LueurContactDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_activated (LueurContactDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "contact.save", NULL);
}

static void
on_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurContactDialog *self = LUEUR_CONTACT_DIALOG (widget);

  g_object_set (self->contact, "name", gtk_editable_get_text (self->name), "relation",
                gtk_editable_get_text (self->relation), "mail", gtk_editable_get_text (self->mail), "phone",
                gtk_editable_get_text (self->phone), NULL);
  lueur_records_save_person (self->records, self->contact);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_erase (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (LueurContactDialog) self = g_object_ref (LUEUR_CONTACT_DIALOG (widget));

  lueur_records_erase_person (self->records, self->contact);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[ERASED], 0, self->contact);
}

static void
lueur_contact_dialog_dispose (GObject *object)
{
  LueurContactDialog *self = LUEUR_CONTACT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_CONTACT_DIALOG);
  g_clear_object (&self->records);
  g_clear_object (&self->contact);
  G_OBJECT_CLASS (lueur_contact_dialog_parent_class)->dispose (object);
}

static void
lueur_contact_dialog_class_init (LueurContactDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_contact_dialog_dispose;

  /**
   * LueurContactDialog::erased:
   * @contact: who was taken off the list, and can be put back on it
   */
  signals[ERASED] = g_signal_new ("erased", LUEUR_TYPE_CONTACT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, LUEUR_TYPE_CONTACT);
  g_type_ensure (LUEUR_TYPE_WINDOW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/wellbeing/contact-dialog.ui");
  lueur_closures_bind (widget_class);
  gtk_widget_class_bind_template_child (widget_class, LueurContactDialog, view);
  gtk_widget_class_bind_template_child (widget_class, LueurContactDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, LueurContactDialog, save);
  gtk_widget_class_bind_template_child (widget_class, LueurContactDialog, name);
  gtk_widget_class_bind_template_child (widget_class, LueurContactDialog, relation);
  gtk_widget_class_bind_template_child (widget_class, LueurContactDialog, mail);
  gtk_widget_class_bind_template_child (widget_class, LueurContactDialog, phone);
  gtk_widget_class_bind_template_child (widget_class, LueurContactDialog, erase_group);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_install_action (widget_class, "contact.save", NULL, on_save);
  gtk_widget_class_install_action (widget_class, "contact.erase", NULL, on_erase);
}

static void
lueur_contact_dialog_init (LueurContactDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lueur_foot_button_add (self->view, self->bar, self->save, GTK_PACK_END);
  adw_header_bar_set_show_end_title_buttons (self->bar, FALSE);
  lueur_direction_keep_ltr (self->mail);
  lueur_direction_keep_ltr (self->phone);
}

/**
 * lueur_contact_dialog_new:
 * @contact: (nullable): who is changed; NULL to add somebody
 *
 * Returns: (transfer floating): the dialog
 */
LueurContactDialog *
lueur_contact_dialog_new (LueurRecords *records, LueurContact *contact)
{
  LueurContactDialog *self = g_object_new (LUEUR_TYPE_CONTACT_DIALOG, NULL);
  static const char *const names[] = { "name", "relation", "mail", "phone" };
  GtkEditable *const entries[] = { self->name, self->relation, self->mail, self->phone };

  self->records = g_object_ref (records);
  self->is_new = contact == NULL;
  self->contact = contact != NULL ? g_object_ref (contact) : lueur_contact_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autofree char *text = NULL;

      g_object_get (self->contact, names[i], &text, NULL);
      gtk_editable_set_text (entries[i], text);
    }
  gtk_widget_set_visible (self->erase_group, !self->is_new);
  if (!self->is_new)
    adw_dialog_set_title (ADW_DIALOG (self), _("Edit Person"));
  on_changed (self);
  return self;
}
