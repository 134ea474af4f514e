/* SPDX-License-Identifier: GPL-3.0-or-later */

/* To pause and to delete, which can be taken back; to end and to erase, which is asked first. */

#include "ui/direction.h"
#include "ui/library/actions-private.h"

#include <glib/gi18n.h>

/* --- Pausing and ending ------------------------------------------------------------------------- */

/* A dialog about @persona; its name is in the data "lueur-persona". */
static AdwDialog *
ask (LueurPersona *persona, const char *heading, const char *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"));
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "lueur-persona", g_object_ref (persona), g_object_unref);
  return dialog;
}

/* Nothing is lost by it, and one press brings them back: there is nothing to ask. */
static void
on_pause (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurPersona) persona = lueur_actions_find (self, parameter);
  g_autofree char *text = NULL;

  if (persona == NULL)
    return;
  /* Translators: %s is a companion's name */
  text = lueur_sentence (_("Paused: %s is in the archive and will not write"), lueur_persona_get_name (persona));
  lueur_actions_set_archived (self, persona, TRUE, text);
}

static void
on_talks_erased (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!lueur_library_erase_talks_finish (LUEUR_LIBRARY (source), result, &error))
    lueur_actions_say_error (self, error);
  else
    lueur_actions_say (self, _("Ended. The conversations were erased."));
}

static void
on_end_answer (AdwAlertDialog *dialog, const char *response, LueurWindow *self)
{
  LueurPersona *persona = g_object_get_data (G_OBJECT (dialog), "lueur-persona");

  if (g_str_equal (response, "keep"))
    lueur_actions_set_archived (self, persona, TRUE, _("Ended. The conversations are kept in the archive."));
  else if (g_str_equal (response, "erase"))
    {
      lueur_actions_set_archived (self, persona, TRUE, NULL);
      lueur_library_erase_talks_async (lueur_actions_library (self), persona, NULL, on_talks_erased, g_object_ref (self));
    }
}

static void
on_end (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurPersona) persona = lueur_actions_find (self, parameter);
  g_autofree char *body = NULL;
  AdwDialog *dialog;

  if (persona == NULL)
    return;
  /* Translators: %s is a companion's name. It stands in the text, which wraps: a heading does not. */
  body = lueur_sentence (_("%s goes to the archive. You choose what happens to what was said: keep it there, or erase "
                           "every conversation for good."),
                         lueur_persona_get_name (persona));
  dialog = ask (persona, _("End This Relationship?"), body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "erase", _("End, _Erase Conversations"), "keep",
                                  _("End, _Keep Conversations"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_prefer_wide_layout (ADW_ALERT_DIALOG (dialog), FALSE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_end_answer), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, widget);
}

/* --- Deleting and erasing ----------------------------------------------------------------------- */

static void
on_delete (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurPersona) persona = lueur_actions_find (self, parameter);

  if (persona == NULL)
    return;
  lueur_actions_forget_page (self, persona);
  lueur_window_delete_companion (self, persona);
}

static void
on_erased (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!lueur_library_erase_persona_finish (LUEUR_LIBRARY (source), result, &error))
    lueur_actions_say_error (self, error);
  else
    lueur_actions_say (self, _("Erased for good"));
}

static void
on_erase_answer (AdwAlertDialog *dialog, const char *response, LueurWindow *self)
{
  LueurPersona *persona = g_object_get_data (G_OBJECT (dialog), "lueur-persona");

  if (!g_str_equal (response, "erase"))
    return;
  lueur_actions_forget_page (self, persona);
  lueur_library_erase_persona_async (lueur_actions_library (self), persona, NULL, on_erased, g_object_ref (self));
}

static guint
count_talks (LueurWindow *self, LueurPersona *persona)
{
  GListModel *conversations = lueur_library_get_conversations (lueur_actions_library (self));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (conversations); i++)
    {
      g_autoptr (LueurConversation) conversation = g_list_model_get_item (conversations, i);

      if (lueur_conversation_get_persona (conversation) == persona)
        n++;
    }
  return n;
}

static void
on_erase (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurPersona) persona = lueur_actions_find (self, parameter);
  g_autofree char *body = NULL;
  AdwDialog *dialog;
  guint n;

  if (persona == NULL)
    return;
  n = count_talks (self, persona);
  /* Translators: %s is a companion's name */
  body = lueur_sentence (ngettext ("This erases %s, every version and %u conversation with its drafts, thumbs and notes. "
                                   "Nothing of it stays in Lueur, not even in the bin. Files that you exported are yours, and "
                                   "stay.",
                                   "This erases %s, every version and %u conversations with their drafts, thumbs and notes. "
                                   "Nothing of it stays in Lueur, not even in the bin. Files that you exported are yours, and "
                                   "stay.",
                                   n),
                         lueur_persona_get_name (persona), n);
  dialog = ask (persona, _("Erase for Good?"), body);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "erase", _("_Erase"));
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "erase", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_erase_answer), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, widget);
}

void
lueur_actions_install_asking (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.companion-pause", "x", on_pause);
  gtk_widget_class_install_action (widget_class, "win.companion-end", "x", on_end);
  gtk_widget_class_install_action (widget_class, "win.companion-delete", "x", on_delete);
  gtk_widget_class_install_action (widget_class, "win.companion-erase", "x", on_erase);
}
