/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/library/actions.h"

#include <glib/gi18n.h>

#include "core/model/review.h"
#include "ui/error-text.h"
#include "ui/library/bin-page.h"
#include "ui/library/companion-page.h"
#include "ui/library/export.h"
#include "ui/library/import-dialog.h"
#include "ui/library/persons-dialog.h"
#include "ui/library/ready-dialog.h"
#include "ui/library/review-dialog.h"
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
  LueurConversation *open = lueur_chat_view_get_conversation (self->chat);
  g_autoptr (LueurPersona) persona = NULL;

  if (parameter != NULL)
    persona = find (self, parameter);
  else if (open != NULL)
    persona = g_object_ref (lueur_conversation_get_persona (open));
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

/* --- Coming in ---------------------------------------------------------------------------------- */

/* The first page of the wizard leads here as well: it has done its part. */
static void
close_wizards (LueurWindow *self)
{
  g_autoptr (GListModel) dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (self));

  for (guint i = g_list_model_get_n_items (dialogs); i > 0; i--)
    {
      g_autoptr (AdwDialog) dialog = g_list_model_get_item (dialogs, i - 1);

      if (LUEUR_IS_WIZARD (dialog))
        adw_dialog_force_close (dialog);
    }
}

static void
on_imported (LueurImportDialog *dialog, LueurPersona *persona, LueurWindow *self)
{
  g_autofree char *text = NULL;

  if (self->split == NULL)
    return;
  /* Translators: %s is a companion's name */
  text = g_strdup_printf (_("%s is in the library"), lueur_persona_get_name (persona));
  close_wizards (self);
  lueur_library_view_pop_all (view_of (self));
  lueur_library_view_push (view_of (self), lueur_companion_page_new (self->context, persona));
  gtk_stack_set_visible_child_name (self->states, PAGE);
  say (self, text);
}

static void
present_import (LueurWindow *self, AdwDialog *dialog)
{
  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_imported), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

void
lueur_library_import_file (LueurWindow *self, GFile *file)
{
  if (self->ready)
    present_import (self, lueur_import_dialog_new (self->context, file));
  else
    g_set_object (&self->coming, file);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurWindow) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && self->split != NULL)
    lueur_library_import_file (self, file);
}

static void
on_import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const patterns[] = { "*.png", "*.json", "*.charx", "*.jpg", "*.jpeg" };
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _("Character cards"));
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _("Import a Card"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, on_file_chosen, g_object_ref (widget));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, LueurWindow *self)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL || !self->ready)
    return FALSE;
  lueur_library_import_file (self, files->data);
  return TRUE;
}

void
lueur_library_accept_drops (LueurWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
on_pasted_text (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (text == NULL || self->split == NULL || strchr (text, '{') == NULL)
    {
      say (self, _("There is no card to paste"));
      return;
    }
  bytes = g_bytes_new (text, strlen (text));
  present_import (self, lueur_import_dialog_new_for_bytes (self->context, bytes));
}

static void
on_pasted_files (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurWindow) self = data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);
  GSList *files = value != NULL ? g_value_get_boxed (value) : NULL;

  if (files != NULL && self->split != NULL)
    lueur_library_import_file (self, files->data);
}

static void
on_paste (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);

  if (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, on_pasted_files,
                                    g_object_ref (widget));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, on_pasted_text, g_object_ref (widget));
}

static void
on_ready_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurPersona) persona = data;
  g_autoptr (LueurWindow) self = g_object_steal_data (G_OBJECT (persona), "lueur-window");
  g_autoptr (GError) error = NULL;

  if (self->split == NULL)
    return;
  if (!lueur_library_save_persona_finish (LUEUR_LIBRARY (source), result, &error))
    {
      say_error (self, error);
      return;
    }
  lueur_library_leave (self);
  lueur_window_talk_to (self, persona);
}

static void
on_ready_chosen (AdwDialog *dialog, LueurPersona *persona, LueurWindow *self)
{
  close_wizards (self);
  g_object_set_data (G_OBJECT (persona), "lueur-window", g_object_ref (self));
  lueur_library_save_persona_async (library (self), persona, NULL, on_ready_saved, g_object_ref (persona));
}

static void
on_wizard_saved (LueurWizard *wizard, LueurPersona *persona, LueurWindow *self)
{
  lueur_library_leave (self);
  lueur_window_talk_to (self, persona);
}

static void
on_ready_edit (AdwDialog *dialog, LueurPersona *persona, LueurWindow *self)
{
  LueurWizard *wizard = lueur_wizard_new (self->context, persona);

  close_wizards (self);
  g_signal_connect_object (wizard, "saved", G_CALLBACK (on_wizard_saved), self, G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (wizard), GTK_WIDGET (self));
}

static void
on_ready (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  AdwDialog *dialog = lueur_ready_dialog_new (self->context);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_ready_chosen), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (dialog, "edit", G_CALLBACK (on_ready_edit), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, widget);
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
  text = g_strdup_printf (archived ? _("%s is in the archive") : _("%s is back from the archive"),
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

static void
on_review (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurPersona) persona = find (self, parameter);

  if (persona != NULL)
    adw_dialog_present (lueur_review_dialog_new (self->context, persona), widget);
}

/* Offered once in a week at most, and never in the way: it goes by itself. */
#define OFFER_AGAIN (7 * G_TIME_SPAN_DAY)

static void
on_offer_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  /* One that cannot be noted down is offered once more. */
  lueur_library_set_review_finish (LUEUR_LIBRARY (source), result, NULL);
}

typedef struct
{
  LueurWindow *self;
  LueurPersona *persona;
} Offer;

static void
on_offer_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Offer *offer = data;
  g_autoptr (LueurPersona) persona = offer->persona;
  g_autoptr (LueurWindow) self = offer->self;
  g_autoptr (LueurReviewRow) row = lueur_library_read_review_finish (LUEUR_LIBRARY (source), result, NULL);
  gint64 now;
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (row == NULL || self->split == NULL || row->n_days < LUEUR_REVIEW_DAYS || row->answered_at != 0)
    return;
  now = lueur_clock_get_wall (lueur_context_get_clock (self->context));
  if (row->wait_until > now)
    return;
  /* Translators: %s is a companion's name */
  text = g_strdup_printf (_("You have talked with %s on several days. What works, and what doesn’t?"),
                          lueur_persona_get_name (persona));
  toast = adw_toast_new (text);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 15);
  adw_toast_set_button_label (toast, _("_Answer"));
  adw_toast_set_action_name (toast, "win.companion-review");
  adw_toast_set_action_target_value (toast, g_variant_new_int64 (lueur_persona_get_id (persona)));
  adw_toast_overlay_add_toast (self->toasts, toast);
  lueur_library_set_review_async (library (self), persona, row->works, row->bothers, 0, now + OFFER_AGAIN, NULL,
                                  on_offer_kept, NULL);
}

void
lueur_library_offer_review (LueurWindow *self, LueurPersona *persona)
{
  Offer *offer = g_new0 (Offer, 1);

  offer->self = g_object_ref (self);
  offer->persona = g_object_ref (persona);
  lueur_library_read_review_async (library (self), persona, NULL, on_offer_read, offer);
}

static void
on_persons (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  gboolean here = g_str_has_suffix (action, "here");

  adw_dialog_present (lueur_persons_dialog_new (self->context,
                                                here ? lueur_chat_view_get_conversation (self->chat) : NULL),
                      widget);
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
  g_autofree char *body = NULL;
  AdwDialog *dialog;

  if (persona == NULL)
    return;
  /* Translators: %s is a companion's name. It stands in the text, which wraps: a heading does not. */
  body = g_strdup_printf (_("%s goes to the archive. You choose what happens to what was said: keep it there, or erase "
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
  body = g_strdup_printf (ngettext ("This erases who they are, every version of it, and %u conversation with its drafts, "
                                    "thumbs and notes. Nothing of it stays in Lueur, not even in the bin. Files that you exported "
                                    "are yours, and stay.",
                                    "This erases who they are, every version of it, and %u conversations with their drafts, "
                                    "thumbs and notes. Nothing of it stays in Lueur, not even in the bin. Files that you exported "
                                    "are yours, and stay.",
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
  gtk_widget_class_install_action (widget_class, "win.import-card", NULL, on_import);
  gtk_widget_class_install_action (widget_class, "win.paste-card", NULL, on_paste);
  gtk_widget_class_install_action (widget_class, "win.ready-companions", NULL, on_ready);
  gtk_widget_class_install_action (widget_class, "win.companion", "x", on_companion);
  gtk_widget_class_install_action (widget_class, "win.companion-here", NULL, on_companion);
  gtk_widget_class_install_action (widget_class, "win.companion-talk", "x", on_talk);
  gtk_widget_class_install_action (widget_class, "win.companion-edit", "x", on_edit);
  gtk_widget_class_install_action (widget_class, "win.companion-duplicate", "x", on_duplicate);
  gtk_widget_class_install_action (widget_class, "win.companion-archive", "x", on_archive);
  gtk_widget_class_install_action (widget_class, "win.companion-review", "x", on_review);
  gtk_widget_class_install_action (widget_class, "win.persons", NULL, on_persons);
  gtk_widget_class_install_action (widget_class, "win.person-here", NULL, on_persons);
  gtk_widget_class_install_action (widget_class, "win.companion-pause", "x", on_pause);
  gtk_widget_class_install_action (widget_class, "win.companion-end", "x", on_end);
  gtk_widget_class_install_action (widget_class, "win.companion-delete", "x", on_delete);
  gtk_widget_class_install_action (widget_class, "win.companion-erase", "x", on_erase);
  gtk_widget_class_install_action (widget_class, "win.companion-export", "(xs)", on_export);
}
