/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window can be asked to do with companions and conversations. */

#include <glib/gi18n.h>

#include "core/language.h"
#include "core/wellbeing/exercises/starters.h"
#include "ui/about.h"
#include "ui/avatar/avatar.h"
#include "ui/chat/export.h"
#include "ui/direction.h"
#include "ui/error-text.h"
#include "ui/help/help-dialog.h"
#include "ui/help/help-topic.h"
#include "ui/library/actions.h"
#include "ui/persona/names.h"
#include "ui/persona/wizard.h"
#include "ui/preferences/preferences.h"
#include "ui/shortcuts.h"
#include "ui/toast.h"
#include "ui/tour.h"
#include "ui/wellbeing/exercise-dialog.h"
#include "ui/wellbeing/wellbeing-dialog.h"
#include "ui/window-private.h"

/* Where a name is written: so wide at most, and what stands around it in the window at least (px). */
#define NAME_WIDTH 400
#define NAME_SURROUNDINGS 108

static LueurLibrary *
library (LueurWindow *self)
{
  return lueur_context_get_library (self->context);
}

static void
say_error (LueurWindow *self, const GError *error)
{
  lueur_toast (GTK_WIDGET (self->toasts), lueur_error_text_for_error (error).sentence);
}

/* The conversation with @id, or the open one for 0. (transfer full) (nullable) */
static LueurConversation *
find_conversation (LueurWindow *self, gint64 id)
{
  GListModel *model = lueur_library_get_conversations (library (self));
  LueurConversation *open = lueur_chat_view_get_conversation (self->chat);

  if (id == 0)
    return open != NULL ? g_object_ref (open) : NULL;
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (LueurConversation) item = g_list_model_get_item (model, i);

      if (lueur_conversation_get_id (item) == id)
        return g_steal_pointer (&item);
    }
  return NULL;
}

/* The companion with @id, or the one in sight for 0. (transfer full) (nullable) */
static LueurPersona *
find_persona (LueurWindow *self, gint64 id)
{
  GListModel *model = lueur_library_get_personas (library (self));
  LueurConversation *open = lueur_chat_view_get_conversation (self->chat);

  if (id == 0 && open != NULL)
    return g_object_ref (lueur_conversation_get_persona (open));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (LueurPersona) item = g_list_model_get_item (model, i);

      if (id == 0 || lueur_persona_get_id (item) == id)
        return g_steal_pointer (&item);
    }
  return NULL;
}

static void
keep_for_undo (LueurWindow *self, gint64 id, gpointer object)
{
  g_hash_table_replace (self->binned, g_memdup2 (&id, sizeof id), g_object_ref (object));
}

/* --- Beginning ---------------------------------------------------------------------------------- */

/* Once the conversation has settled: nothing jumps while somebody looks for what just opened. */
#define TOUR_DELAY 900

static void
on_tour_ended (LueurWindow *self)
{
  lueur_chat_view_set_note (self->chat, NULL);
}

static void
begin_tour (gpointer data)
{
  LueurWindow *self = LUEUR_WINDOW (data);
  LueurConversation *open = lueur_chat_view_get_conversation (self->chat);
  GtkWidget *tour;

  self->tour = 0;
  /* Somebody who has begun to talk, or who is shown who can help, is not told about menus. */
  if (open == NULL || lueur_conversation_get_n_messages (open) > 1 ||
      lueur_care_get_card (lueur_context_get_care (self->context)))
    return;
  tour = lueur_tour_new ();
  g_signal_connect_object (tour, "ended", G_CALLBACK (on_tour_ended), self, G_CONNECT_SWAPPED);
  lueur_chat_view_set_note (self->chat, tour);
}

/* The first conversation ever, and never again. */
static void
offer_tour (LueurWindow *self)
{
  GSettings *settings = lueur_settings_get_gsettings (lueur_context_get_settings (self->context));

  if (self->tour != 0 || g_settings_get_boolean (settings, "tour-seen") ||
      g_list_model_get_n_items (lueur_library_get_conversations (library (self))) != 1)
    return;
  g_settings_set_boolean (settings, "tour-seen", TRUE);
  self->tour = g_timeout_add_once (TOUR_DELAY, begin_tour, self);
  g_source_set_name_by_id (self->tour, "lueur-window-tour");
}

static void
on_started (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurWindow) self = LUEUR_WINDOW (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurConversation) conversation =
      lueur_library_start_conversation_finish (LUEUR_LIBRARY (source), result, &error);

  if (self->split == NULL)
    return;
  if (conversation == NULL)
    {
      say_error (self, error);
      return;
    }
  lueur_window_open (self, conversation, TRUE);
  offer_tour (self);
}

void
lueur_window_talk_to (LueurWindow *self, LueurPersona *persona)
{
  lueur_library_start_conversation_async (library (self), persona, NULL, on_started, g_object_ref (self));
}

static void
on_talk_to (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurPersona) persona = find_persona (self, g_variant_get_int64 (parameter));

  if (persona != NULL)
    lueur_window_talk_to (self, persona);
}

static void
on_saved (LueurWizard *wizard, LueurPersona *persona, LueurWindow *self)
{
  lueur_window_talk_to (self, persona);
}

static void
on_new_companion (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  LueurWizard *wizard = lueur_wizard_new (self->context, NULL);

  g_signal_connect_object (wizard, "saved", G_CALLBACK (on_saved), self, G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (wizard), widget);
}

static void
on_new_conversation (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurPersona) persona = find_persona (self, 0);

  if (persona != NULL)
    lueur_window_talk_to (self, persona);
  else
    on_new_companion (widget, action, NULL);
}

typedef struct
{
  LueurWindow *self;
  LueurPersona *persona;
} Saving;

static void
on_default_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Saving *saving = data;
  g_autoptr (LueurWindow) self = saving->self;
  g_autoptr (LueurPersona) persona = saving->persona;
  g_autoptr (GError) error = NULL;

  if (self->split == NULL)
    return;
  if (lueur_library_save_persona_finish (LUEUR_LIBRARY (source), result, &error))
    lueur_window_talk_to (self, persona);
  else
    say_error (self, error);
}

/* Somebody to talk to without a question asked. */
static void
on_just_talk (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autofree char *look = lueur_avatar_dup_default_look (0);
  g_autoptr (LueurPersona) persona = find_persona (self, 0);
  const char *language = lueur_language_get_default ();
  Saving *saving;

  if (persona != NULL)
    {
      lueur_window_talk_to (self, persona);
      return;
    }
  persona = lueur_persona_new ();
  g_object_set (persona,
                "name", lueur_names_suggest (language, LUEUR_GENDER_FEMININE, NULL),
                "gender", LUEUR_GENDER_FEMININE,
                "relation", LUEUR_RELATION_FRIEND,
                "language", language,
                "look", look,
                NULL);
  saving = g_new0 (Saving, 1);
  saving->self = g_object_ref (self);
  saving->persona = g_object_ref (persona);
  lueur_library_save_persona_async (library (self), persona, NULL, on_default_saved, saving);
}

static void
on_edit_companion (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurPersona) persona = find_persona (self, 0);

  if (persona != NULL)
    adw_dialog_present (ADW_DIALOG (lueur_wizard_new (self->context, persona)), widget);
}

/* --- Conversations ------------------------------------------------------------------------------ */

static void
on_open_conversation (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurConversation) conversation = find_conversation (self, g_variant_get_int64 (parameter));

  if (conversation != NULL)
    lueur_window_open (self, conversation, TRUE);
}

static void
on_renamed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurWindow) self = LUEUR_WINDOW (data);
  g_autoptr (GError) error = NULL;

  if (!lueur_library_rename_conversation_finish (LUEUR_LIBRARY (source), result, &error) && self->split != NULL)
    say_error (self, error);
}

static void
on_rename_response (AdwAlertDialog *dialog, const char *response, LueurWindow *self)
{
  GtkEditable *entry = GTK_EDITABLE (gtk_widget_get_first_child (adw_alert_dialog_get_extra_child (dialog)));
  LueurConversation *conversation = g_object_get_data (G_OBJECT (dialog), "lueur-conversation");
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (g_str_equal (response, "rename"))
    lueur_library_rename_conversation_async (library (self), conversation, title, NULL, on_renamed,
                                             g_object_ref (self));
}

/* A question is as wide as its words by itself: too little for a name of some length, where the window has the room. */
static void
measure_name (GtkWidget *place, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
              int *natural_baseline)
{
  GtkRoot *root = gtk_widget_get_root (place);

  gtk_widget_measure (gtk_widget_get_first_child (place), orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && root != NULL)
    *minimum = *natural = MAX (*minimum, MIN (NAME_WIDTH, gtk_widget_get_width (GTK_WIDGET (root)) - NAME_SURROUNDINGS));
}

static void
allocate_name (GtkWidget *place, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (place), width, height, baseline, NULL);
}

static gboolean
show_start (GtkWidget *entry, GdkFrameClock *frame_clock, gpointer data)
{
  gtk_editable_select_region (GTK_EDITABLE (entry), -1, 0);
  return G_SOURCE_REMOVE;
}

/* All of it is chosen, to be written over; with its beginning in sight, where it is too long. What is given the focus shows its
 * end, a moment later. */
static void
on_focus (GtkWindow *window, GParamSpec *pspec, GtkWidget *entry)
{
  if (gtk_window_get_focus (window) == GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry))))
    gtk_widget_add_tick_callback (entry, show_start, NULL, NULL);
}

static void
rename_conversation (LueurWindow *self, LueurConversation *conversation)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Rename Conversation"), NULL);
  GtkWidget *entry = gtk_entry_new (), *place = adw_bin_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), lueur_conversation_get_title (conversation));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_max_length (GTK_ENTRY (entry), 120);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry),
                                  lueur_persona_get_name (lueur_conversation_get_persona (conversation)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  adw_bin_set_child (ADW_BIN (place), entry);
  gtk_widget_set_layout_manager (place, gtk_custom_layout_new (NULL, measure_name, allocate_name));
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), place);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "rename", _("_Rename"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "rename", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "rename");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "lueur-conversation", g_object_ref (conversation), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_rename_response), self, G_CONNECT_DEFAULT);
  adw_dialog_set_focus (dialog, entry);
  g_signal_connect_object (self, "notify::focus-widget", G_CALLBACK (on_focus), entry, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
on_rename (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurConversation) conversation =
      find_conversation (self, parameter != NULL ? g_variant_get_int64 (parameter) : 0);

  if (conversation != NULL)
    rename_conversation (self, conversation);
}

static void
on_deleted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurWindow) self = LUEUR_WINDOW (data);
  g_autoptr (GError) error = NULL;

  if (!lueur_library_delete_conversation_finish (LUEUR_LIBRARY (source), result, &error) && self->split != NULL)
    say_error (self, error);
}

static void
on_delete (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurConversation) conversation =
      find_conversation (self, parameter != NULL ? g_variant_get_int64 (parameter) : 0);
  gint64 id;

  if (conversation == NULL)
    return;
  id = lueur_conversation_get_id (conversation);
  keep_for_undo (self, id, conversation);
  lueur_library_delete_conversation_async (library (self), conversation, NULL, on_deleted, g_object_ref (self));
  lueur_toast_undo (GTK_WIDGET (self->toasts), _("Conversation moved to the bin"), "win.restore",
                    g_variant_new_int64 (id));
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurWindow) self = LUEUR_WINDOW (data);
  g_autoptr (GError) error = NULL;

  if (!lueur_library_restore_conversation_finish (LUEUR_LIBRARY (source), result, &error) && self->split != NULL)
    say_error (self, error);
}

static void
on_restore (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  gint64 id = g_variant_get_int64 (parameter);
  LueurConversation *conversation = g_hash_table_lookup (self->binned, &id);

  if (conversation == NULL)
    return;
  lueur_library_restore_conversation_async (library (self), conversation, NULL, on_restored, g_object_ref (self));
  lueur_window_open (self, conversation, FALSE);
  g_hash_table_remove (self->binned, &id);
}

static void
on_message_restored (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurWindow) self = LUEUR_WINDOW (data);
  g_autoptr (GError) error = NULL;

  if (!lueur_library_restore_message_finish (LUEUR_LIBRARY (source), result, &error) && self->split != NULL)
    say_error (self, error);
}

static void
on_restore_message (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);

  lueur_library_restore_message_async (library (self), g_variant_get_int64 (parameter), NULL, on_message_restored,
                                       g_object_ref (self));
}

/* --- Companions --------------------------------------------------------------------------------- */

static void
on_companion_deleted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurWindow) self = LUEUR_WINDOW (data);
  g_autoptr (GError) error = NULL;

  if (!lueur_library_delete_persona_finish (LUEUR_LIBRARY (source), result, &error) && self->split != NULL)
    say_error (self, error);
}

static void
on_delete_companion (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurPersona) persona = find_persona (self, 0);

  if (persona != NULL)
    lueur_window_delete_companion (self, persona);
}

void
lueur_window_delete_companion (LueurWindow *self, LueurPersona *persona)
{
  g_autofree char *text = NULL;
  gint64 id;

  id = lueur_persona_get_id (persona);
  keep_for_undo (self, id, persona);
  lueur_library_delete_persona_async (library (self), persona, NULL, on_companion_deleted, g_object_ref (self));
  /* Translators: %s is a companion's name */
  text = lueur_sentence (_("%s and all conversations moved to the bin"), lueur_persona_get_name (persona));
  lueur_toast_undo (GTK_WIDGET (self->toasts), text, "win.restore-companion", g_variant_new_int64 (id));
}

/* The open one, or (xs) the one with an id. */
static void
on_export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  LueurTranscriptFormat format = LUEUR_TRANSCRIPT_MARKDOWN;
  g_autoptr (LueurConversation) conversation = NULL;
  const char *ending = NULL;
  gint64 id = 0;

  if (g_variant_is_of_type (parameter, G_VARIANT_TYPE_STRING))
    ending = g_variant_get_string (parameter, NULL);
  else
    g_variant_get (parameter, "(x&s)", &id, &ending);
  conversation = find_conversation (self, id);
  if (conversation != NULL && lueur_transcript_format_from_name (ending, &format))
    lueur_export_conversation (GTK_WIDGET (self->toasts), self->context, conversation, format);
}

static void
on_companion_restored (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurWindow) self = LUEUR_WINDOW (data);
  g_autoptr (GError) error = NULL;

  if (!lueur_library_restore_persona_finish (LUEUR_LIBRARY (source), result, &error) && self->split != NULL)
    say_error (self, error);
}

static void
on_restore_companion (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  gint64 id = g_variant_get_int64 (parameter);
  LueurPersona *persona = g_hash_table_lookup (self->binned, &id);

  if (!LUEUR_IS_PERSONA (persona))
    return;
  lueur_library_restore_persona_async (library (self), persona, NULL, on_companion_restored, g_object_ref (self));
  g_hash_table_remove (self->binned, &id);
}

/* --- The rest ----------------------------------------------------------------------------------- */

static void
on_preferences (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  LueurPreferences *preferences = lueur_preferences_new (self->context);
  const char *page = g_variant_get_string (parameter, NULL);

  if (*page != '\0')
    lueur_preferences_show_page (preferences, page);
  adw_dialog_present (ADW_DIALOG (preferences), widget);
}

static void
on_wellbeing (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  LueurWellbeingDialog *dialog = lueur_wellbeing_dialog_new (self->context);

  lueur_wellbeing_dialog_show_page (dialog, g_variant_get_string (parameter, NULL));
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
on_exercises (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurPersona) persona = find_persona (self, 0);

  adw_dialog_present (ADW_DIALOG (lueur_exercise_dialog_new (self->context, persona)), widget);
}

typedef struct
{
  LueurWindow *self;
  LueurStarter starter;
} Topic;

static void
on_topic_started (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Topic *topic = data;
  g_autoptr (LueurWindow) self = topic->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurConversation) conversation =
      lueur_library_start_conversation_finish (LUEUR_LIBRARY (source), result, &error);
  LueurPersona *persona;

  if (self->split == NULL)
    return;
  if (conversation == NULL)
    {
      say_error (self, error);
      return;
    }
  persona = lueur_conversation_get_persona (conversation);
  lueur_window_open (self, conversation, TRUE);
  lueur_chat_view_send (self->chat, lueur_starter_get_question (topic->starter, lueur_persona_get_language (persona),
                                                                lueur_persona_get_formal (persona)));
}

static void
on_start_topic (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurPersona) persona = find_persona (self, 0);
  LueurStarter starter;
  Topic *topic;

  if (persona == NULL || !lueur_starter_from_id (g_variant_get_string (parameter, NULL), &starter))
    return;
  topic = g_new0 (Topic, 1);
  topic->self = g_object_ref (self);
  topic->starter = starter;
  lueur_library_start_conversation_async (library (self), persona, NULL, on_topic_started, topic);
}

static void
on_retry_writing (GtkWidget *widget, const char *action, GVariant *parameter)
{
  lueur_library_retry_writing (library (LUEUR_WINDOW (widget)));
}

static void
on_shortcuts (GtkWidget *widget, const char *action, GVariant *parameter)
{
  lueur_shortcuts_present (widget);
}

static void
show_help (GtkWidget *widget, const char *page)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (widget));

  if (!LUEUR_IS_HELP_DIALOG (dialog))
    {
      dialog = lueur_help_dialog_new ();
      adw_dialog_present (dialog, widget);
    }
  lueur_help_dialog_show_page (LUEUR_HELP_DIALOG (dialog), page);
}

static void
on_help (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_help (widget, g_variant_get_string (parameter, NULL));
}

/* About what is in sight. */
static void
on_help_here (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (widget);

  if (!LUEUR_IS_HELP_DIALOG (adw_application_window_get_visible_dialog (window)))
    show_help (widget, lueur_help_find_topic (window));
}

static void
on_about (GtkWidget *widget, const char *action, GVariant *parameter)
{
  lueur_about_present (widget);
}

static void
on_toggle_sidebar (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  gboolean shows_content = adw_navigation_split_view_get_show_content (self->split);

  if (self->narrow)
    {
      adw_navigation_split_view_set_show_content (self->split, !shows_content);
      return;
    }
  self->hidden = !self->hidden;
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  lueur_window_apply_layout (self);
}

static void
on_step_conversation (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  GListModel *model = lueur_library_get_conversations (library (self));
  LueurConversation *open = lueur_chat_view_get_conversation (self->chat);
  guint n = g_list_model_get_n_items (model);
  int step = g_variant_get_int32 (parameter);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LueurConversation) item = g_list_model_get_item (model, i);

      if (item != open)
        continue;
      /* Past those with companions in the archive, which the list does not show. */
      for (gint64 at = (gint64) i + step; at >= 0 && at < n; at += step)
        {
          g_autoptr (LueurConversation) other = g_list_model_get_item (model, (guint) at);

          if (lueur_persona_get_archived (lueur_conversation_get_persona (other)))
            continue;
          lueur_window_open (self, other, TRUE);
          return;
        }
    }
}

static void
on_open_message (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurConversation) conversation = NULL;
  gint64 id, message;

  g_variant_get (parameter, "(xx)", &id, &message);
  conversation = id != 0 ? find_conversation (self, id) : NULL;
  if (conversation != NULL)
    lueur_window_open_at (self, conversation, message);
}

/* Among the companions, for one of them; else in what was said. */
static void
on_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);

  if (lueur_library_find (self) || g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "main") != 0)
    return;
  self->hidden = FALSE;
  lueur_sidebar_search (self->sidebar);
  lueur_window_apply_layout (self);
  adw_navigation_split_view_set_show_content (self->split, FALSE);
  lueur_sidebar_search (self->sidebar);
  /* Where the list comes back just now, it is the field that gets the focus then. */
  if (self->refocus > 0)
    g_set_weak_pointer (&self->focus, lueur_sidebar_get_search (self->sidebar));
}

static void
on_leave_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  lueur_sidebar_leave_search (LUEUR_WINDOW (widget)->sidebar);
}

static void
on_focus_composer (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);

  adw_navigation_split_view_set_show_content (self->split, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->chat), "chat.focus-composer", NULL);
}

/* Those who can help, whatever is on the screen. */
static void
on_help_lines (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);

  adw_navigation_split_view_set_show_content (self->split, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->chat), "chat.help", NULL);
}

/* Which actions make sense depends on whether anything is open. */
void
lueur_window_update_actions (LueurWindow *self)
{
  static const char *const need_ready[] = { "win.new-conversation", "win.new-companion", "win.just-talk",
                                            "win.preferences", "win.wellbeing", "win.exercises", "win.start-topic", "win.library",
                                            "win.bin", "win.companion", "win.import-card", "win.paste-card",
                                            "win.ready-companions", "win.persons", "win.search" };
  static const char *const need_open[] = { "win.rename-conversation", "win.export-conversation",
                                           "win.delete-conversation", "win.edit-companion",
                                           "win.delete-companion", "win.focus-composer", "win.person-here",
                                           "win.companion-here" };
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = self->ready && lueur_chat_view_get_conversation (self->chat) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (need_ready); i++)
    gtk_widget_action_set_enabled (widget, need_ready[i], self->ready);
  for (guint i = 0; i < G_N_ELEMENTS (need_open); i++)
    gtk_widget_action_set_enabled (widget, need_open[i], open);
}

void
lueur_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new-conversation", NULL, on_new_conversation);
  gtk_widget_class_install_action (widget_class, "win.talk-to", "x", on_talk_to);
  gtk_widget_class_install_action (widget_class, "win.just-talk", NULL, on_just_talk);
  gtk_widget_class_install_action (widget_class, "win.new-companion", NULL, on_new_companion);
  gtk_widget_class_install_action (widget_class, "win.edit-companion", NULL, on_edit_companion);
  gtk_widget_class_install_action (widget_class, "win.delete-companion", NULL, on_delete_companion);
  gtk_widget_class_install_action (widget_class, "win.restore-companion", "x", on_restore_companion);
  gtk_widget_class_install_action (widget_class, "win.open-conversation", "x", on_open_conversation);
  gtk_widget_class_install_action (widget_class, "win.open-message", "(xx)", on_open_message);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, on_search);
  gtk_widget_class_install_action (widget_class, "win.leave-search", NULL, on_leave_search);
  gtk_widget_class_install_action (widget_class, "win.step-conversation", "i", on_step_conversation);
  gtk_widget_class_install_action (widget_class, "win.rename-conversation", NULL, on_rename);
  gtk_widget_class_install_action (widget_class, "win.rename", "x", on_rename);
  gtk_widget_class_install_action (widget_class, "win.export-conversation", "s", on_export);
  gtk_widget_class_install_action (widget_class, "win.export", "(xs)", on_export);
  gtk_widget_class_install_action (widget_class, "win.delete-conversation", NULL, on_delete);
  gtk_widget_class_install_action (widget_class, "win.delete", "x", on_delete);
  gtk_widget_class_install_action (widget_class, "win.restore", "x", on_restore);
  gtk_widget_class_install_action (widget_class, "win.preferences", "s", on_preferences);
  gtk_widget_class_install_action (widget_class, "win.wellbeing", "s", on_wellbeing);
  gtk_widget_class_install_action (widget_class, "win.exercises", NULL, on_exercises);
  gtk_widget_class_install_action (widget_class, "win.start-topic", "s", on_start_topic);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, on_shortcuts);
  gtk_widget_class_install_action (widget_class, "win.help", "s", on_help);
  gtk_widget_class_install_action (widget_class, "win.help-here", NULL, on_help_here);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, on_about);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, on_toggle_sidebar);
  gtk_widget_class_install_action (widget_class, "win.focus-composer", NULL, on_focus_composer);
  gtk_widget_class_install_action (widget_class, "win.restore-message", "x", on_restore_message);
  gtk_widget_class_install_action (widget_class, "win.help-lines", NULL, on_help_lines);
  gtk_widget_class_install_action (widget_class, "win.retry-writing", NULL, on_retry_writing);
  lueur_library_install_actions (widget_class);
}
