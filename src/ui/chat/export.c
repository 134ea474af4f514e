/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A conversation as a file of the person's own. */

#include "ui/chat/export.h"

#include <glib/gi18n.h>

#include "core/language.h"
#include "core/model/library-transcript.h"
#include "ui/error-text.h"
#include "ui/toast.h"

/* In milliseconds: how often it is looked how far it is, and from when on it is shown. */
#define LOOK_EVERY 100
#define SHOW_AFTER 1000

typedef struct
{
  GtkWidget *from;
  LueurContext *context;
  LueurConversation *conversation;
  LueurTranscriptFormat format;
  GFile *file;
  LueurArchiveProgress *progress;
  GCancellable *cancellable;
  AdwDialog *dialog; /* (weak) (nullable): shows how far it is */
  GtkProgressBar *bar;
  guint look;
  guint waited;
} Export;

static void
export_free (Export *self)
{
  g_clear_handle_id (&self->look, g_source_remove);
  g_clear_weak_pointer (&self->dialog);
  g_clear_pointer (&self->progress, lueur_archive_progress_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);
  g_object_unref (self->conversation);
  g_object_unref (self->context);
  g_object_unref (self->from);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static Export *
export_new (GtkWidget *from, LueurContext *context, LueurConversation *conversation, LueurTranscriptFormat format)
{
  Export *self = g_new0 (Export, 1);

  self->from = g_object_ref (from);
  self->context = g_object_ref (context);
  self->conversation = g_object_ref (conversation);
  self->format = format;
  return self;
}

/* Whether there is still a window to show something in. */
static gboolean
is_in_sight (Export *self)
{
  return gtk_widget_get_root (self->from) != NULL;
}

/* --- Words -------------------------------------------------------------------------------------- */

/**
 * lueur_export_fault_text:
 * @error: of an export that was not cancelled
 *
 * Returns: why it did not work, and what helps
 */
const char *
lueur_export_fault_text (const GError *error)
{
  if (g_error_matches (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NOT_FOUND))
    return _("This conversation is not there any more.");
  if (error->domain != G_IO_ERROR)
    return lueur_error_text_for_error (error).sentence;
  switch (error->code)
    {
    case G_IO_ERROR_NO_SPACE:
      return _("The disk is full. Free some space, then try again.");
    case G_IO_ERROR_PERMISSION_DENIED:
    case G_IO_ERROR_READ_ONLY:
      return _("Lueur may not write in this folder. Choose another one.");
    case G_IO_ERROR_NOT_FOUND:
    case G_IO_ERROR_NOT_DIRECTORY:
      return _("This folder is not there any more. Choose another one.");
    default:
      return _("The file could not be written. Is there room, and do you have permission to write there?");
    }
}

static void
say_fault (Export *self, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Nothing Was Exported"), lueur_export_fault_text (error));

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, self->from);
}

/* --- While it works ----------------------------------------------------------------------------- */

static void
show_work (Export *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Writing the conversation…"), NULL);
  GtkWidget *bar = gtk_progress_bar_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Writing the conversation…"), -1);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), bar);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Cancel"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (g_cancellable_cancel), self->cancellable, G_CONNECT_SWAPPED);
  self->bar = GTK_PROGRESS_BAR (bar);
  g_set_weak_pointer (&self->dialog, dialog);
  adw_dialog_present (dialog, self->from);
}

static gboolean
on_look (gpointer data)
{
  Export *self = data;

  self->waited += LOOK_EVERY;
  if (self->waited == SHOW_AFTER && is_in_sight (self))
    show_work (self);
  if (self->dialog != NULL)
    gtk_progress_bar_set_fraction (self->bar, lueur_archive_progress_get_fraction (self->progress));
  return G_SOURCE_CONTINUE;
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) self = data;
  g_autoptr (GError) error = NULL;
  gint64 n = lueur_library_export_conversation_finish (LUEUR_LIBRARY (source), result, &error);

  if (self->dialog != NULL)
    adw_dialog_force_close (self->dialog);
  if (!is_in_sight (self) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (n >= 0)
    lueur_toast_file (self->from, _("Conversation exported"), self->file);
  else
    say_fault (self, error);
}

static void
start (Export *self)
{
  g_autofree char *path = g_file_get_path (self->file);
  LueurTranscriptOrder order = { path, lueur_conversation_get_id (self->conversation), self->format,
                                 lueur_language_get_default () };

  if (path == NULL)
    {
      g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "");

      say_fault (self, error);
      export_free (self);
      return;
    }
  self->progress = lueur_archive_progress_new ();
  self->cancellable = g_cancellable_new ();
  self->look = g_timeout_add (LOOK_EVERY, on_look, self);
  g_source_set_name_by_id (self->look, "lueur-export-look");
  lueur_library_export_conversation_async (lueur_context_get_library (self->context), &order, self->progress,
                                           self->cancellable, on_exported, self);
}

void
lueur_export_conversation_to_file (GtkWidget *from, LueurContext *context, LueurConversation *conversation, GFile *file,
                                   LueurTranscriptFormat format)
{
  Export *self = export_new (from, context, conversation, format);

  self->file = g_object_ref (file);
  start (self);
}

/* --- Asking where ------------------------------------------------------------------------------- */

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) self = data;
  g_autofree char *name = NULL;

  self->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  if (self->file == NULL || !is_in_sight (self))
    return;
  /* What the person calls it is what they want, whichever of the two they began with. */
  name = g_file_get_basename (self->file);
  lueur_transcript_format_from_name (name, &self->format);
  start (g_steal_pointer (&self));
}

static GtkFileFilter *
add_filter (GListStore *filters, const char *name, LueurTranscriptFormat format)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, lueur_transcript_format_get_ending (format));
  g_list_store_append (filters, filter);
  return filter;
}

void
lueur_export_conversation (GtkWidget *from, LueurContext *context, LueurConversation *conversation,
                           LueurTranscriptFormat format)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autofree char *name = lueur_transcript_make_name (lueur_persona_get_name (lueur_conversation_get_persona (conversation)),
                                                      lueur_conversation_get_title (conversation),
                                                      lueur_conversation_get_updated_at (conversation), format);
  GtkFileFilter *page = add_filter (filters, _("Page to read (.md)"), LUEUR_TRANSCRIPT_MARKDOWN);
  GtkFileFilter *lines = add_filter (filters, _("Chat for other programs (.jsonl)"), LUEUR_TRANSCRIPT_LINES);
  GtkRoot *root = gtk_widget_get_root (from);

  gtk_file_dialog_set_title (dialog, _("Export Conversation"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_default_filter (dialog, format == LUEUR_TRANSCRIPT_LINES ? lines : page);
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, on_chosen,
                        export_new (from, context, conversation, format));
}
