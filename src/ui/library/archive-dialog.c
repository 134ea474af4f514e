/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/library/archive-dialog.h"

#include <glib/gi18n.h>

#include "core/language.h"
#include "core/model/library-archive.h"
#include "ui/avatar/wardrobe.h"
#include "ui/error-text.h"

/* How often it is looked how far it is, in milliseconds. */
#define LOOK_EVERY 100

struct _LueurArchiveDialog
{
  AdwDialog parent_instance;

  LueurContext *context;
  GFile *file;
  GCancellable *cancellable;
  LueurArchiveProgress *progress;
  guint look; /* the source that looks at it; 0 while nothing is done */

  GtkStack *stack;
  GtkLabel *working;
  GtkProgressBar *bar;
  AdwStatusPage *failed;
  AdwPreferencesGroup *contents;
  AdwSwitchRow *settings;
  AdwStatusPage *done;
  GtkWidget *add;
  GtkButton *close;
};

enum
{
  EXPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LueurArchiveDialog, lueur_archive_dialog, ADW_TYPE_DIALOG)

const char *
lueur_archive_fault_text (const GError *error)
{
  if (error->domain != LUEUR_ARCHIVE_ERROR)
    return lueur_error_text_for_error (error).sentence;
  switch ((LueurArchiveError) error->code)
    {
    case LUEUR_ARCHIVE_ERROR_NOT_AN_ARCHIVE:
      return _("This file is no archive of Lueur’s.");
    case LUEUR_ARCHIVE_ERROR_NEWER:
      return _("A later version of Lueur made this archive. Update Lueur, then try again.");
    case LUEUR_ARCHIVE_ERROR_DAMAGED:
      return _("The file is damaged or cut short.");
    case LUEUR_ARCHIVE_ERROR_NOT_TEXT:
      return _("There is text in it that cannot be read.");
    case LUEUR_ARCHIVE_ERROR_TOO_LARGE:
      return _("The archive holds more than there is room for.");
    case LUEUR_ARCHIVE_ERROR_ESCAPES:
      return _("The archive tries to write outside of its own folder, so it was not opened.");
    case LUEUR_ARCHIVE_ERROR_DISORDER:
      return _("The parts of this archive do not fit together. Somebody may have changed it.");
    case LUEUR_ARCHIVE_ERROR_IO:
    default:
      return _("The file cannot be read or written. Is there room, and do you have permission?");
    }
}

/* --- While it works ----------------------------------------------------------------------------- */

static void
stop_looking (LueurArchiveDialog *self)
{
  g_clear_handle_id (&self->look, g_source_remove);
  g_clear_pointer (&self->progress, lueur_archive_progress_unref);
}

static gboolean
on_look (gpointer data)
{
  LueurArchiveDialog *self = data;

  gtk_progress_bar_set_fraction (self->bar, lueur_archive_progress_get_fraction (self->progress));
  return G_SOURCE_CONTINUE;
}

static void
show_work (LueurArchiveDialog *self, const char *text)
{
  stop_looking (self);
  self->progress = lueur_archive_progress_new ();
  gtk_label_set_text (self->working, text);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_widget_set_visible (self->add, FALSE);
  gtk_button_set_label (self->close, _("_Cancel"));
  gtk_stack_set_visible_child_name (self->stack, "working");
  self->look = g_timeout_add (LOOK_EVERY, on_look, self);
  g_source_set_name_by_id (self->look, "lueur-archive-look");
}

static void
show_end (LueurArchiveDialog *self, const char *page)
{
  stop_looking (self);
  gtk_button_set_label (self->close, _("_Close"));
  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_grab_focus (GTK_WIDGET (self->close));
}

static void
show_fault (LueurArchiveDialog *self, const char *title, const GError *error)
{
  adw_status_page_set_title (self->failed, title);
  adw_status_page_set_description (self->failed, lueur_archive_fault_text (error));
  show_end (self, "failed");
}

/* --- Out ---------------------------------------------------------------------------------------- */

static const char *
avatars_folder (LueurArchiveDialog *self)
{
  return lueur_wardrobe_get_folder (lueur_wardrobe_get_for_display (gtk_widget_get_display (GTK_WIDGET (self))));
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurArchiveDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurArchiveSummary) summary = lueur_library_export_finish (LUEUR_LIBRARY (source), result, &error);

  if (self->stack == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (summary == NULL)
    {
      show_fault (self, _("Nothing Was Exported"), error);
      return;
    }
  stop_looking (self);
  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[EXPORTED], 0, self->file);
}

static void
start_export (LueurArchiveDialog *self)
{
  g_autofree char *path = g_file_get_path (self->file);
  g_autofree char *settings =
      lueur_archive_settings_to_json (lueur_settings_get_gsettings (lueur_context_get_settings (self->context)));
  LueurArchiveExport order = { path, avatars_folder (self), settings, lueur_language_get_default (),
                               lueur_clock_get_wall (lueur_context_get_clock (self->context)) };

  if (path == NULL)
    {
      g_autoptr (GError) error = g_error_new_literal (LUEUR_ARCHIVE_ERROR, LUEUR_ARCHIVE_ERROR_IO, "");

      show_fault (self, _("Nothing Was Exported"), error);
      return;
    }
  show_work (self, _("Writing everything into one file…"));
  lueur_library_export_async (lueur_context_get_library (self->context), &order, self->progress, self->cancellable,
                              on_exported, g_object_ref (self));
}

/* --- What is in it ------------------------------------------------------------------------------- */

static void
add_row (LueurArchiveDialog *self, const char *title, const char *value)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (self->contents, row);
}

static void
add_count (LueurArchiveDialog *self, const char *title, guint64 n)
{
  /* Grouped as the person's locale does. */
  g_autofree char *text = g_strdup_printf ("%'" G_GUINT64_FORMAT, n);

  if (n > 0)
    add_row (self, title, text);
}

static char *
format_date (const char *made)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (made, NULL);
  g_autoptr (GDateTime) local = date != NULL ? g_date_time_to_local (date) : NULL;

  return local != NULL ? g_date_time_format (local, "%x") : NULL;
}

static void
show_contents (LueurArchiveDialog *self, const LueurArchiveSummary *summary)
{
  GListModel *here = lueur_library_get_everyone (lueur_context_get_library (self->context));
  g_autofree char *date = format_date (summary->made);
  g_autofree char *program = g_utf8_substring (summary->program, 0, MIN (g_utf8_strlen (summary->program, -1), 80));

  if (date != NULL)
    add_row (self, _("Made"), date);
  if (*program != '\0')
    add_row (self, _("By"), program);
  add_count (self, _("Companions"), summary->n_companions);
  add_count (self, _("Conversations"), summary->n_conversations);
  add_count (self, _("Messages"), summary->n_messages);
  add_count (self, _("Days on Which Time Was Recorded"), summary->n_days);
  add_count (self, _("People of Yours"), summary->n_people);
  add_count (self, _("Pictures of Your Own"), summary->n_pictures);
  gtk_widget_set_visible (GTK_WIDGET (self->settings), summary->has_settings);
  /* Where nothing is yet, the person starts here with what they had. */
  adw_switch_row_set_active (self->settings, summary->has_settings && g_list_model_get_n_items (here) == 0);
  stop_looking (self);
  gtk_widget_set_visible (self->add, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "contents");
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->add);
  gtk_widget_grab_focus (self->add);
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurArchiveDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurArchiveSummary) summary = lueur_archive_check_finish (result, &error);

  if (self->stack == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (summary == NULL)
    show_fault (self, _("Nothing Was Imported"), error);
  else
    show_contents (self, summary);
}

static void
start_check (LueurArchiveDialog *self)
{
  g_autofree char *path = g_file_get_path (self->file);

  if (path == NULL)
    {
      g_autoptr (GError) error = g_error_new_literal (LUEUR_ARCHIVE_ERROR, LUEUR_ARCHIVE_ERROR_IO, "");

      show_fault (self, _("Nothing Was Imported"), error);
      return;
    }
  show_work (self, _("Looking at what is in it…"));
  lueur_archive_check_async (path, self->progress, self->cancellable, on_checked, g_object_ref (self));
}

/* --- In ------------------------------------------------------------------------------------------ */

static void
say (GString *text, const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, sentence);
}

/* @format: for @n, which may be 0: then there is nothing to say */
static void
say_count (GString *text, const char *format, guint n)
{
  g_autofree char *sentence = NULL;

  if (n == 0)
    return;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  sentence = g_strdup_printf (format, n);
#pragma GCC diagnostic pop
  say (text, sentence);
}

static char *
tell_account (const LueurArchiveAccount *account)
{
  g_autoptr (GString) text = g_string_new (NULL);

  say_count (text, ngettext ("%u companion was added.", "%u companions were added.", account->n_companions),
             account->n_companions);
  say_count (text, ngettext ("%u conversation was added.", "%u conversations were added.", account->n_conversations),
             account->n_conversations);
  say_count (text, ngettext ("%u note about your time, feelings or people was added.", "%u notes about your time, feelings or people were added.", account->n_records),
             account->n_records);
  say_count (text, ngettext ("%u companion was here already.", "%u companions were here already.", account->n_companions_here),
             account->n_companions_here);
  say_count (text, ngettext ("%u conversation was here already.", "%u conversations were here already.", account->n_conversations_here),
             account->n_conversations_here);
  say_count (text, ngettext ("%u companion is different here: both are kept.", "%u companions are different here: both are kept.", account->n_companions_beside),
             account->n_companions_beside);
  say_count (text, ngettext ("%u conversation is different here: both are kept.", "%u conversations are different here: both are kept.", account->n_conversations_beside),
             account->n_conversations_beside);
  say_count (text, ngettext ("%u file could not be used and was left out.", "%u files could not be used and were left out.", account->n_left_out),
             account->n_left_out);
  say_count (text, ngettext ("%u romance with somebody under 18 was not taken over.", "%u romances with somebody under 18 were not taken over.", account->n_romances),
             account->n_romances);
  if (text->len == 0)
    say (text, _("There was nothing in it."));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
on_records_read (GObject *source, GAsyncResult *result, gpointer data)
{
  /* What cannot be read now is read when its page is opened. */
  lueur_records_load_finish (LUEUR_RECORDS (source), result, NULL);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurArchiveDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurArchiveAccount) account = lueur_library_import_finish (LUEUR_LIBRARY (source), result, &error);
  g_autofree char *text = NULL;

  if (account != NULL && account->settings != NULL && self->settings != NULL &&
      adw_switch_row_get_active (self->settings))
    lueur_archive_settings_apply (lueur_settings_get_gsettings (lueur_context_get_settings (self->context)),
                                  account->settings);
  /* Who is close to the person is known at once. */
  if (account != NULL && account->n_records > 0)
    lueur_records_load_async (lueur_context_get_records (self->context), NULL, on_records_read, NULL);
  if (self->stack == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (account == NULL)
    {
      show_fault (self, _("Nothing Was Imported"), error);
      return;
    }
  text = tell_account (account);
  adw_status_page_set_title (self->done, account->n_companions + account->n_conversations + account->n_records > 0
                                           ? _("Added") : _("Nothing New"));
  adw_status_page_set_description (self->done, text);
  show_end (self, "done");
}

static void
on_add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurArchiveDialog *self = LUEUR_ARCHIVE_DIALOG (widget);
  GSettings *settings = lueur_settings_get_gsettings (lueur_context_get_settings (self->context));
  g_autofree char *path = g_file_get_path (self->file);
  LueurArchiveImport order = { path, avatars_folder (self), lueur_wardrobe_is_figure,
                               !g_settings_get_boolean (settings, "keep-figures") };

  if (!gtk_widget_get_visible (self->add))
    return;
  show_work (self, _("Adding it to what is here…"));
  lueur_library_import_async (lueur_context_get_library (self->context), &order, self->progress, self->cancellable,
                              on_imported, g_object_ref (self));
}

static void
on_close (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

/* --- The widget ---------------------------------------------------------------------------------- */

static void
lueur_archive_dialog_closed (AdwDialog *dialog)
{
  LueurArchiveDialog *self = LUEUR_ARCHIVE_DIALOG (dialog);

  g_cancellable_cancel (self->cancellable);
  stop_looking (self);
}

static void
lueur_archive_dialog_dispose (GObject *object)
{
  LueurArchiveDialog *self = LUEUR_ARCHIVE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  stop_looking (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_ARCHIVE_DIALOG);
  self->stack = NULL;
  self->settings = NULL;

  G_OBJECT_CLASS (lueur_archive_dialog_parent_class)->dispose (object);
}

static void
lueur_archive_dialog_finalize (GObject *object)
{
  LueurArchiveDialog *self = LUEUR_ARCHIVE_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (lueur_archive_dialog_parent_class)->finalize (object);
}

static void
lueur_archive_dialog_class_init (LueurArchiveDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_archive_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = lueur_archive_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = lueur_archive_dialog_closed;

  /**
   * LueurArchiveDialog::exported:
   * @file: where it is
   *
   * Everything is in the file.
   */
  signals[EXPORTED] = g_signal_new ("exported", LUEUR_TYPE_ARCHIVE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_FILE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/library/archive-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurArchiveDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LueurArchiveDialog, working);
  gtk_widget_class_bind_template_child (widget_class, LueurArchiveDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, LueurArchiveDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, LueurArchiveDialog, contents);
  gtk_widget_class_bind_template_child (widget_class, LueurArchiveDialog, settings);
  gtk_widget_class_bind_template_child (widget_class, LueurArchiveDialog, done);
  gtk_widget_class_bind_template_child (widget_class, LueurArchiveDialog, add);
  gtk_widget_class_bind_template_child (widget_class, LueurArchiveDialog, close);
  gtk_widget_class_install_action (widget_class, "archive.add", NULL, on_add);
  gtk_widget_class_install_action (widget_class, "archive.close", NULL, on_close);
  /* Keys of the window do not reach a dialog. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, 0, "win.help", "s", "memory-and-privacy");
}

static void
lueur_archive_dialog_init (LueurArchiveDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static LueurArchiveDialog *
make (LueurContext *context, GFile *file, const char *title)
{
  LueurArchiveDialog *self = g_object_new (LUEUR_TYPE_ARCHIVE_DIALOG, "title", title, NULL);

  self->context = g_object_ref (context);
  self->file = g_object_ref (file);
  return self;
}

/**
 * lueur_archive_dialog_new_export:
 * @file: where everything is to be; one that is there is replaced
 *
 * Returns: (transfer floating): the dialog, which is at work already
 */
AdwDialog *
lueur_archive_dialog_new_export (LueurContext *context, GFile *file)
{
  LueurArchiveDialog *self = make (context, file, _("Export Everything"));

  start_export (self);
  return ADW_DIALOG (self);
}

/**
 * lueur_archive_dialog_new_import:
 * @file: an archive, or what is said to be one
 *
 * Returns: (transfer floating): the dialog, which looks at it already
 */
AdwDialog *
lueur_archive_dialog_new_import (LueurContext *context, GFile *file)
{
  LueurArchiveDialog *self = make (context, file, _("Import an Archive"));

  start_check (self);
  return ADW_DIALOG (self);
}
