/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/library/opinion-popover.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/error-text.h"
#include "ui/library/words.h"
#include "ui/toast.h"

typedef struct
{
  LueurContext *context;
  LueurMessage *message;
  GtkWidget *popover;
  GtkEditable *words;
  LueurReason reason;
  int thumb;
} Asked;

static void
on_set (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) from = data;
  g_autoptr (GError) error = NULL;

  if (!lueur_library_set_opinion_finish (LUEUR_LIBRARY (source), result, &error) && gtk_widget_get_root (from) != NULL)
    lueur_toast (from, lueur_error_text_for_error (error).sentence);
}

static void
keep (Asked *self)
{
  /* Taken back in the meantime. */
  if (lueur_message_get_thumb (self->message) != self->thumb)
    return;
  lueur_library_set_opinion_async (lueur_context_get_library (self->context), self->message, self->thumb,
                                   lueur_reason_get_name (self->reason), gtk_editable_get_text (self->words), NULL,
                                   on_set, g_object_ref (self->popover));
}

static void
on_reason (GtkToggleButton *button, Asked *self)
{
  LueurReason reason = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "lueur-reason"));

  if (gtk_toggle_button_get_active (button))
    self->reason = reason;
  else if (self->reason == reason)
    self->reason = LUEUR_REASON_NONE;
  keep (self);
}

static void
on_done (Asked *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
part (GtkWidget *popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
}

static gboolean
drop (gpointer data)
{
  part (GTK_WIDGET (data));
  return G_SOURCE_REMOVE;
}

static void
on_closed (Asked *self)
{
  if (*gtk_editable_get_text (self->words) != '\0')
    keep (self);
  /* Not while it is still closing. */
  g_idle_add_full (G_PRIORITY_DEFAULT, drop, g_object_ref (self->popover), g_object_unref);
}

static void
asked_free (gpointer data)
{
  Asked *self = data;

  g_object_unref (self->context);
  g_object_unref (self->message);
  g_free (self);
}

void
lueur_opinion_popover_present (GtkWidget *button, LueurContext *context, LueurMessage *message)
{
  Asked *self = g_new0 (Asked, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9), *wrap = adw_wrap_box_new ();
  GtkWidget *heading, *entry = gtk_entry_new (), *done = gtk_button_new_with_mnemonic (_("_Done"));
  GtkToggleButton *first = NULL;

  self->context = g_object_ref (context);
  self->message = g_object_ref (message);
  self->thumb = lueur_message_get_thumb (message);
  self->popover = gtk_popover_new ();
  self->words = GTK_EDITABLE (entry);
  g_object_set_data_full (G_OBJECT (self->popover), "lueur-asked", self, asked_free);

  heading = gtk_label_new (self->thumb > 0 ? _("What Is Good About It?") : _("What Is Wrong With It?"));
  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_box_append (GTK_BOX (box), heading);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (wrap), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (wrap), 6);
  for (guint i = 1; i < LUEUR_N_REASONS; i++)
    {
      GtkWidget *chip;

      if (lueur_reason_is_good (i) != (self->thumb > 0))
        continue;
      chip = gtk_toggle_button_new_with_label (lueur_words_reason (i));
      if (first == NULL)
        first = GTK_TOGGLE_BUTTON (chip);
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), first);
      gtk_widget_add_css_class (chip, "tag");
      g_object_set_data (G_OBJECT (chip), "lueur-reason", GUINT_TO_POINTER (i));
      g_signal_connect (chip, "toggled", G_CALLBACK (on_reason), self);
      adw_wrap_box_append (ADW_WRAP_BOX (wrap), chip);
    }
  gtk_box_append (GTK_BOX (box), wrap);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("In your words, if you like"));
  gtk_entry_set_max_length (GTK_ENTRY (entry), 400);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("In your words"), -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_done), self);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_widget_set_halign (done, GTK_ALIGN_END);
  g_signal_connect_swapped (done, "clicked", G_CALLBACK (on_done), self);
  gtk_box_append (GTK_BOX (box), done);

  gtk_widget_set_size_request (box, 280, -1);
  gtk_widget_add_css_class (box, "opinion");
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_widget_set_parent (self->popover, button);
  /* The row may be needed for another message, or go. */
  g_signal_connect_object (button, "unrealize", G_CALLBACK (part), self->popover, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (on_closed), self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}
