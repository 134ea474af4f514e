/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How companions come into the library: files that are chosen, dropped or pasted, and the ready ones. */

#include "ui/direction.h"
#include "ui/library/actions-private.h"

#include <glib/gi18n.h>

#include "ui/library/companion-page.h"
#include "ui/library/import-dialog.h"
#include "ui/library/ready-dialog.h"
#include "ui/persona/wizard.h"

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
  text = lueur_sentence (_("%s is in the library"), lueur_persona_get_name (persona));
  close_wizards (self);
  lueur_library_view_pop_all (lueur_actions_view (self));
  lueur_library_view_push (lueur_actions_view (self), lueur_companion_page_new (self->context, persona));
  lueur_actions_show_library (self);
  lueur_actions_say (self, text);
}

/* Whose page, or whose conversation, is in sight. (transfer none) (nullable) */
static LueurPersona *
get_companion_in_sight (LueurWindow *self)
{
  AdwNavigationPage *page = lueur_library_view_get_page (lueur_actions_view (self));
  LueurConversation *open = lueur_chat_view_get_conversation (self->chat);

  if (lueur_library_is_shown (self))
    return LUEUR_IS_COMPANION_PAGE (page) ? lueur_companion_page_get_persona (LUEUR_COMPANION_PAGE (page)) : NULL;
  return open != NULL ? lueur_conversation_get_persona (open) : NULL;
}

static void
present_import (LueurWindow *self, AdwDialog *dialog, LueurPersona *companion)
{
  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_imported), self, G_CONNECT_DEFAULT);
  lueur_actions_watch_book (self, dialog);
  lueur_import_dialog_set_companion (LUEUR_IMPORT_DIALOG (dialog),
                                     companion != NULL ? companion : get_companion_in_sight (self));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

void
lueur_actions_import (LueurWindow *self, GFile *file, LueurPersona *companion)
{
  if (!lueur_actions_import_archive (self, file))
    present_import (self, lueur_import_dialog_new (self->context, file), companion);
}

void
lueur_library_import_file (LueurWindow *self, GFile *file)
{
  if (self->ready)
    lueur_actions_import (self, file, NULL);
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
take_pasted (LueurWindow *self, GBytes *bytes)
{
  present_import (self, lueur_import_dialog_new_for_bytes (self->context, bytes), NULL);
}

static void
on_pasted_text (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (self->split == NULL)
    return;
  if (text == NULL || strchr (text, '{') == NULL)
    {
      lueur_actions_say (self, _("There is no card to paste"));
      return;
    }
  bytes = g_bytes_new (text, strlen (text));
  take_pasted (self, bytes);
}

/* A picture as it was copied, with the card in it: as a texture it would have lost it. */
typedef struct
{
  LueurWindow *self;
  GByteArray *bytes;
} Pasted;

static void
pasted_free (Pasted *pasted)
{
  g_object_unref (pasted->self);
  g_byte_array_unref (pasted->bytes);
  g_free (pasted);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pasted, pasted_free)

#define PASTE_STEP (256 * 1024)

static void
on_picture_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Pasted) pasted = data;
  GInputStream *in = G_INPUT_STREAM (source);
  g_autoptr (GBytes) more = g_input_stream_read_bytes_finish (in, result, NULL);

  if (pasted->self->split == NULL)
    return;
  /* One byte too many is enough to be refused, in the words of any other file. */
  if (more != NULL && g_bytes_get_size (more) > 0 && pasted->bytes->len <= LUEUR_CARD_MAX_BYTES)
    {
      g_byte_array_append (pasted->bytes, g_bytes_get_data (more, NULL), (guint) g_bytes_get_size (more));
      g_input_stream_read_bytes_async (in, PASTE_STEP, G_PRIORITY_DEFAULT, NULL, on_picture_read,
                                       g_steal_pointer (&pasted));
      return;
    }
  if (pasted->bytes->len == 0)
    lueur_actions_say (pasted->self, _("There is no card to paste"));
  else
    {
      g_autoptr (GBytes) bytes = g_bytes_new (pasted->bytes->data, pasted->bytes->len);

      take_pasted (pasted->self, bytes);
    }
}

static void
on_pasted_picture (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurWindow) self = data;
  g_autoptr (GInputStream) in = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  Pasted *pasted;

  if (self->split == NULL)
    return;
  if (in == NULL)
    {
      lueur_actions_say (self, _("There is no card to paste"));
      return;
    }
  pasted = g_new0 (Pasted, 1);
  pasted->self = g_steal_pointer (&self);
  pasted->bytes = g_byte_array_new ();
  g_input_stream_read_bytes_async (in, PASTE_STEP, G_PRIORITY_DEFAULT, NULL, on_picture_read, pasted);
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
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  const char *picture[] = { "image/png", NULL };

  if (gdk_content_formats_contain_mime_type (formats, picture[0]))
    gdk_clipboard_read_async (clipboard, picture, G_PRIORITY_DEFAULT, NULL, on_pasted_picture, g_object_ref (widget));
  else if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
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
      lueur_actions_say_error (self, error);
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
  lueur_library_save_persona_async (lueur_actions_library (self), persona, NULL, on_ready_saved, g_object_ref (persona));
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

void
lueur_actions_install_coming_in (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import-card", NULL, on_import);
  gtk_widget_class_install_action (widget_class, "win.paste-card", NULL, on_paste);
  gtk_widget_class_install_action (widget_class, "win.ready-companions", NULL, on_ready);
}
