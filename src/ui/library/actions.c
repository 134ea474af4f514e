/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/library/actions.h"

#include <glib/gi18n.h>

#include "ui/error-text.h"
#include "ui/library/bin-page.h"
#include "ui/library/companion-page.h"
#include "ui/library/export.h"
#include "ui/library/view.h"
#include "ui/persona/wizard.h"
#include "ui/toast.h"

#define PAGE "library"

static LueurLibrary *
library (LueurWindow *self)
{
  return lueur_context_get_library (self->context);
}

/* The companion with @id, archived or not. (transfer full) (nullable) */
static LueurPersona *
find (LueurWindow *self, GVariant *parameter)
{
  GListModel *everyone = lueur_library_get_everyone (library (self));
  gint64 id;

  if (g_variant_is_of_type (parameter, G_VARIANT_TYPE_INT64))
    id = g_variant_get_int64 (parameter);
  else
    g_variant_get_child (parameter, 0, "x", &id);
  for (guint i = 0; i < g_list_model_get_n_items (everyone); i++)
    {
      g_autoptr (LueurPersona) persona = g_list_model_get_item (everyone, i);

      if (lueur_persona_get_id (persona) == id)
        return g_steal_pointer (&persona);
    }
  return NULL;
}

static void
say (LueurWindow *self, const char *text)
{
  if (self->split != NULL)
    lueur_toast (GTK_WIDGET (self->toasts), text);
}

static void
say_error (LueurWindow *self, const GError *error)
{
  say (self, lueur_error_text_for_error (error).sentence);
}

/* --- Pages -------------------------------------------------------------------------------------- */

static LueurLibraryView *
view_of (LueurWindow *self)
{
  GtkWidget *view = gtk_stack_get_child_by_name (self->states, PAGE);

  if (view == NULL)
    {
      view = lueur_library_view_new (self->context);
      gtk_stack_add_named (self->states, view, PAGE);
    }
  return LUEUR_LIBRARY_VIEW (view);
}

gboolean
lueur_library_is_shown (LueurWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->states), PAGE) == 0;
}

void
lueur_library_show (LueurWindow *self)
{
  LueurLibraryView *view = view_of (self);

  gtk_stack_set_visible_child_name (self->states, PAGE);
  lueur_library_view_enter (view);
}

void
lueur_library_leave (LueurWindow *self)
{
  if (!lueur_library_is_shown (self))
    return;
  lueur_window_show_state (self);
}

static void
on_library (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);

  lueur_library_view_pop_all (view_of (self));
  lueur_library_show (self);
}

/* One page back, and from the grid to the conversations. */
static void
on_leave (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);

  if (lueur_library_is_shown (self) && !lueur_library_view_pop (view_of (self)))
    lueur_library_leave (self);
}

static void
on_bin (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);

  if (!LUEUR_IS_BIN_PAGE (lueur_library_view_get_page (view_of (self))))
    lueur_library_view_push (view_of (self), lueur_bin_page_new (self->context));
  gtk_stack_set_visible_child_name (self->states, PAGE);
}

static void
on_companion (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  gint64 id = g_variant_get_int64 (parameter);
  LueurConversation *open = lueur_chat_view_get_conversation (self->chat);
  g_autoptr (LueurPersona) persona = NULL;

  if (id == 0 && open != NULL)
    persona = g_object_ref (lueur_conversation_get_persona (open));
  else
    persona = find (self, parameter);
  if (persona == NULL)
    return;
  lueur_library_view_pop_all (view_of (self));
  lueur_library_view_push (view_of (self), lueur_companion_page_new (self->context, persona));
  gtk_stack_set_visible_child_name (self->states, PAGE);
}

/* The page of somebody who is gone goes too. */
static void
forget_page (LueurWindow *self, LueurPersona *persona)
{
  AdwNavigationPage *page = lueur_library_view_get_page (view_of (self));

  if (LUEUR_IS_COMPANION_PAGE (page) && lueur_companion_page_get_persona (LUEUR_COMPANION_PAGE (page)) == persona)
    lueur_library_view_pop_all (view_of (self));
}

/* --- Saving what changed ------------------------------------------------------------------------ */

typedef struct
{
  LueurWindow *self;
  LueurPersona *persona;
  char *text; /* (nullable): said when it is done */
} Saving;

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;

  if (!lueur_library_save_persona_finish (LUEUR_LIBRARY (source), result, &error))
    say_error (saving->self, error);
  else if (saving->text != NULL)
    say (saving->self, saving->text);
  g_object_unref (saving->self);
  g_object_unref (saving->persona);
  g_free (saving->text);
  g_free (saving);
}

static void
save (LueurWindow *self, LueurPersona *persona, const char *text)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->self = g_object_ref (self);
  saving->persona = g_object_ref (persona);
  saving->text = g_strdup (text);
  lueur_library_save_persona_async (library (self), persona, NULL, on_saved, saving);
}

static void
save_copy (LueurWindow *self, LueurPersona *persona, LueurPersona *original, const char *text)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->self = g_object_ref (self);
  saving->persona = g_object_ref (persona);
  saving->text = g_strdup (text);
  lueur_library_save_copy_async (library (self), persona, original, NULL, on_saved, saving);
}

static void
set_archived (LueurWindow *self, LueurPersona *persona, gboolean archived, const char *text)
{
  g_autoptr (LueurPersona) copy = lueur_persona_copy (persona);

  g_object_set (copy, "archived", archived, NULL);
  save (self, copy, text);
}

/* --- Simple ones -------------------------------------------------------------------------------- */

static void
on_talk (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurPersona) persona = find (self, parameter);

  if (persona == NULL)
    return;
  /* Whoever is talked to is not put away any more. */
  if (lueur_persona_get_archived (persona))
    set_archived (self, persona, FALSE, NULL);
  lueur_library_leave (self);
  lueur_window_talk_to (self, persona);
}

static void
on_edit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurPersona) persona = find (self, parameter);

  if (persona != NULL)
    adw_dialog_present (ADW_DIALOG (lueur_wizard_new (self->context, persona)), widget);
}

static void
on_duplicate (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurPersona) persona = find (self, parameter);
  g_autoptr (LueurPersona) copy = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (persona == NULL)
    return;
  copy = lueur_persona_copy (persona);
  /* Translators: the name of a companion that was made after another */
  name = g_strdup_printf (_("%s (copy)"), lueur_persona_get_name (persona));
  text = g_strdup_printf (_("%s is in the library"), name);
  g_object_set (copy, "id", (gint64) 0, "name", name, "archived", FALSE, "used-at", (gint64) 0, "reviewed-at",
                (gint64) 0, NULL);
  save_copy (self, copy, persona, text);
}

static void
on_archive (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurPersona) persona = find (self, parameter);
  g_autofree char *text = NULL;
  gboolean archived;

  if (persona == NULL)
    return;
  archived = !lueur_persona_get_archived (persona);
  /* Translators: %s is a companion's name */
  text = g_strdup_printf (archived ? _("%s is in the archive") : _("%s is out of the archive"),
                          lueur_persona_get_name (persona));
  set_archived (self, persona, archived, text);
}

static void
on_export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurPersona) persona = find (self, parameter);
  const char *container;

  g_variant_get_child (parameter, 1, "&s", &container);
  if (persona != NULL)
    lueur_export_companion (GTK_WIDGET (self->toasts), self->context, persona, container);
}

/* --- Pausing and ending ------------------------------------------------------------------------- */

/* A dialog about @persona; its name is in the data "lueur-persona". */
static AdwDialog *
ask (LueurPersona *persona, const char *heading, const char *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"));
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "lueur-persona", g_object_ref (persona), g_object_unref);
  return dialog;
}

static void
on_pause_answer (AdwAlertDialog *dialog, const char *response, LueurWindow *self)
{
  LueurPersona *persona = g_object_get_data (G_OBJECT (dialog), "lueur-persona");
  g_autofree char *text = NULL;

  if (!g_str_equal (response, "pause"))
    return;
  /* Translators: %s is a companion's name */
  text = g_strdup_printf (_("Paused. %s is in the archive."), lueur_persona_get_name (persona));
  set_archived (self, persona, TRUE, text);
}

static void
on_pause (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurPersona) persona = find (self, parameter);
  g_autofree char *body = NULL;
  AdwDialog *dialog;

  if (persona == NULL)
    return;
  /* Translators: %s is a companion's name */
  body = g_strdup_printf (_("%s goes to the archive with all conversations, and writes nothing until you take it out."),
                          lueur_persona_get_name (persona));
  dialog = ask (persona, _("Pause This Relationship?"), body);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "pause", _("_Pause"));
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "pause");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_pause_answer), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, widget);
}

static void
on_talks_erased (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!lueur_library_erase_talks_finish (LUEUR_LIBRARY (source), result, &error))
    say_error (self, error);
  else
    say (self, _("Ended. The conversations were erased."));
}

static void
on_end_answer (AdwAlertDialog *dialog, const char *response, LueurWindow *self)
{
  LueurPersona *persona = g_object_get_data (G_OBJECT (dialog), "lueur-persona");

  if (g_str_equal (response, "keep"))
    set_archived (self, persona, TRUE, _("Ended. The conversations are kept in the archive."));
  else if (g_str_equal (response, "erase"))
    {
      set_archived (self, persona, TRUE, NULL);
      lueur_library_erase_talks_async (library (self), persona, NULL, on_talks_erased, g_object_ref (self));
    }
}

static void
on_end (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurPersona) persona = find (self, parameter);
  g_autofree char *heading = NULL;
  AdwDialog *dialog;

  if (persona == NULL)
    return;
  /* Translators: %s is a companion's name */
  heading = g_strdup_printf (_("End It with %s?"), lueur_persona_get_name (persona));
  dialog = ask (persona, heading,
                _("The companion goes to the archive. You choose what happens to what was said: keep it there, or erase "
                  "every conversation for good."));
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
  g_autoptr (LueurPersona) persona = find (self, parameter);

  if (persona == NULL)
    return;
  forget_page (self, persona);
  lueur_window_delete_companion (self, persona);
}

static void
on_erased (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!lueur_library_erase_persona_finish (LUEUR_LIBRARY (source), result, &error))
    say_error (self, error);
  else
    say (self, _("Erased for good"));
}

static void
on_erase_answer (AdwAlertDialog *dialog, const char *response, LueurWindow *self)
{
  LueurPersona *persona = g_object_get_data (G_OBJECT (dialog), "lueur-persona");

  if (!g_str_equal (response, "erase"))
    return;
  forget_page (self, persona);
  lueur_library_erase_persona_async (library (self), persona, NULL, on_erased, g_object_ref (self));
}

static guint
count_talks (LueurWindow *self, LueurPersona *persona)
{
  GListModel *conversations = lueur_library_get_conversations (library (self));
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
  g_autoptr (LueurPersona) persona = find (self, parameter);
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  AdwDialog *dialog;
  guint n;

  if (persona == NULL)
    return;
  n = count_talks (self, persona);
  /* Translators: %s is a companion's name */
  heading = g_strdup_printf (_("Erase %s for Good?"), lueur_persona_get_name (persona));
  body = g_strdup_printf (ngettext ("Erased at once: who they are, every version of it, %u conversation with its "
                                    "drafts, thumbs and notes. Nothing of it stays in Lueur, not even in the bin. Files that you "
                                    "exported are yours and stay.",
                                    "Erased at once: who they are, every version of it, %u conversations with their "
                                    "drafts, thumbs and notes. Nothing of it stays in Lueur, not even in the bin. Files that you "
                                    "exported are yours and stay.",
                                    n),
                          n);
  dialog = ask (persona, heading, body);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "erase", _("_Erase"));
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "erase", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_erase_answer), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, widget);
}

void
lueur_library_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.library", NULL, on_library);
  gtk_widget_class_install_action (widget_class, "win.leave-library", NULL, on_leave);
  gtk_widget_class_install_action (widget_class, "win.bin", NULL, on_bin);
  gtk_widget_class_install_action (widget_class, "win.companion", "x", on_companion);
  gtk_widget_class_install_action (widget_class, "win.companion-talk", "x", on_talk);
  gtk_widget_class_install_action (widget_class, "win.companion-edit", "x", on_edit);
  gtk_widget_class_install_action (widget_class, "win.companion-duplicate", "x", on_duplicate);
  gtk_widget_class_install_action (widget_class, "win.companion-archive", "x", on_archive);
  gtk_widget_class_install_action (widget_class, "win.companion-pause", "x", on_pause);
  gtk_widget_class_install_action (widget_class, "win.companion-end", "x", on_end);
  gtk_widget_class_install_action (widget_class, "win.companion-delete", "x", on_delete);
  gtk_widget_class_install_action (widget_class, "win.companion-erase", "x", on_erase);
  gtk_widget_class_install_action (widget_class, "win.companion-export", "(xs)", on_export);
}
