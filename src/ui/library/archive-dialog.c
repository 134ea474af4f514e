/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/library/archive-dialog.h"

#include <glib/gi18n.h>

#include "core/language.h"
#include "core/model/library-archive.h"
#include "ui/avatar/wardrobe.h"
#include "ui/library/archive-words.h"

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
  GtkWidget *choice;
  GtkCheckButton *replace;
  GtkWidget *add;
  GtkButton *close;
};

enum
{
  EXPORTED,
  REPLACED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LueurArchiveDialog, lueur_archive_dialog, ADW_TYPE_DIALOG)

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
show_fault (LueurArchiveDialog *self, const GError *error)
{
  adw_status_page_set_description (self->failed, lueur_archive_fault_text (error));
  show_end (self, "failed");
}

/* Whatever it is that is done with the file: (transfer full) (nullable): where it is; NULL where it is no place on this
 * computer, which is told. */
static char *
begin (LueurArchiveDialog *self, const char *text)
{
  char *path = g_file_get_path (self->file);

  if (path == NULL)
    {
      g_autoptr (GError) error = g_error_new_literal (LUEUR_ARCHIVE_ERROR, LUEUR_ARCHIVE_ERROR_IO, "");

      show_fault (self, error);
    }
  else
    show_work (self, text);
  return path;
}

/* And how it ended. @error: (nullable). Returns: whether it worked out, and somebody still looks at it */
static gboolean
went_well (LueurArchiveDialog *self, const GError *error)
{
  if (self->stack == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  if (error != NULL)
    show_fault (self, error);
  return error == NULL;
}

static const char *
avatars_folder (LueurArchiveDialog *self)
{
  return lueur_wardrobe_get_folder (lueur_wardrobe_get_for_display (gtk_widget_get_display (GTK_WIDGET (self))));
}

/* --- Out ---------------------------------------------------------------------------------------- */

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurArchiveDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurArchiveSummary) summary = lueur_library_export_finish (LUEUR_LIBRARY (source), result, &error);

  if (!went_well (self, error))
    return;
  stop_looking (self);
  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[EXPORTED], 0, self->file);
}

static void
start_export (LueurArchiveDialog *self)
{
  g_autofree char *path = begin (self, _("Writing everything into one file…"));
  g_autofree char *settings =
      lueur_archive_settings_to_json (lueur_settings_get_gsettings (lueur_context_get_settings (self->context)));
  LueurArchiveExport order = { path, avatars_folder (self), settings, lueur_language_get_default (),
                               lueur_clock_get_wall (lueur_context_get_clock (self->context)) };

  if (path != NULL)
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

/* Whether there is something to replace. */
static gboolean
has_anything (LueurArchiveDialog *self)
{
  LueurLibrary *library = lueur_context_get_library (self->context);

  return g_list_model_get_n_items (lueur_library_get_everyone (library)) > 0 ||
         g_list_model_get_n_items (lueur_library_get_persons (library)) > 0 ||
         g_list_model_get_n_items (lueur_records_get_people (lueur_context_get_records (self->context))) > 0;
}

static void
show_contents (LueurArchiveDialog *self, const LueurArchiveSummary *summary)
{
  gboolean anything = has_anything (self);
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
  add_count (self, _("Your People"), summary->n_people);
  add_count (self, _("Pictures of Your Own"), summary->n_pictures);
  gtk_widget_set_visible (GTK_WIDGET (self->settings), summary->has_settings);
  /* Where nothing is yet, the person starts here with what they had. */
  adw_switch_row_set_active (self->settings, summary->has_settings && !anything);
  gtk_widget_set_visible (self->choice, anything);
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

  if (went_well (self, error))
    show_contents (self, summary);
}

static void
start_check (LueurArchiveDialog *self)
{
  g_autofree char *path = begin (self, _("Looking at what is in it…"));

  if (path != NULL)
    lueur_archive_check_async (path, self->progress, self->cancellable, on_checked, g_object_ref (self));
}

/* --- In ------------------------------------------------------------------------------------------ */

static void
on_records_read (GObject *source, GAsyncResult *result, gpointer data)
{
  /* What cannot be read now is read when its page is opened. */
  lueur_records_load_finish (LUEUR_RECORDS (source), result, NULL);
}

/* Whoever looks at it or not: what else there is in this run hears of it. */
static void
take_over (LueurArchiveDialog *self, const LueurArchiveAccount *account)
{
  LueurRecords *records = lueur_context_get_records (self->context);

  if (account->settings != NULL && self->settings != NULL && adw_switch_row_get_active (self->settings))
    lueur_archive_settings_apply (lueur_settings_get_gsettings (lueur_context_get_settings (self->context)),
                                  account->settings);
  /* Who is close to the person is known at once. */
  if (account->replaced)
    lueur_records_reread_async (records, on_records_read, NULL);
  else if (account->n_records > 0)
    lueur_records_load_async (records, NULL, on_records_read, NULL);
  if (account->replaced)
    g_signal_emit (self, signals[REPLACED], 0);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurArchiveDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurArchiveAccount) account = lueur_library_import_finish (LUEUR_LIBRARY (source), result, &error);
  g_autofree char *text = NULL;
  const char *title;

  if (account != NULL)
    take_over (self, account);
  if (!went_well (self, error))
    return;
  text = lueur_archive_account_text (account);
  if (account->replaced)
    title = _("Replaced");
  else if (account->n_companions + account->n_conversations + account->n_records > 0)
    title = _("Added");
  else
    title = _("Nothing New");
  adw_status_page_set_title (self->done, title);
  adw_status_page_set_description (self->done, text);
  show_end (self, "done");
}

static void
start_import (LueurArchiveDialog *self, gboolean replace)
{
  GSettings *settings = lueur_settings_get_gsettings (lueur_context_get_settings (self->context));
  g_autofree char *path =
      begin (self, replace ? _("Replacing what is here…") : _("Adding it to what is here…"));
  LueurArchiveImport order = { path, avatars_folder (self), lueur_wardrobe_is_figure,
                               !g_settings_get_boolean (settings, "keep-figures"), replace };

  if (path != NULL)
    lueur_library_import_async (lueur_context_get_library (self->context), &order, self->progress, self->cancellable,
                                on_imported, g_object_ref (self));
}

static void
on_answer (AdwAlertDialog *question, const char *response, LueurArchiveDialog *self)
{
  /* Closed in the meantime. */
  if (self->stack == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  if (g_str_equal (response, "replace"))
    start_import (self, TRUE);
  else if (g_str_equal (response, "export"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.export-everything", NULL);
}

/* What is binned can be taken back, and what is exported comes again: this has neither. */
static void
ask_to_replace (LueurArchiveDialog *self)
{
  AdwDialog *question = adw_alert_dialog_new (
      _("Replace Everything Here?"),
      _("What is here is erased for good: companions, conversations, the bin, your time, feelings and people, and your own "
        "pictures. The only way back is to export it first."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "cancel", _("_Cancel"), "export", _("_Export First…"),
                                  "replace", _("_Replace"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "cancel");
  g_signal_connect_object (question, "response", G_CALLBACK (on_answer), self, G_CONNECT_DEFAULT);
  adw_dialog_present (question, GTK_WIDGET (self));
}

static gboolean
is_to_replace (LueurArchiveDialog *self)
{
  return gtk_widget_get_visible (self->choice) && gtk_check_button_get_active (self->replace);
}

static void
on_add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurArchiveDialog *self = LUEUR_ARCHIVE_DIALOG (widget);

  if (!gtk_widget_get_visible (self->add))
    return;
  if (is_to_replace (self))
    ask_to_replace (self);
  else
    start_import (self, FALSE);
}

/* The button says what it does. */
static void
on_choice (LueurArchiveDialog *self)
{
  gboolean replace = gtk_check_button_get_active (self->replace);

  gtk_button_set_label (GTK_BUTTON (self->add), replace ? _("_Replace…") : _("_Add"));
  gtk_widget_remove_css_class (self->add, replace ? "suggested-action" : "destructive-action");
  gtk_widget_add_css_class (self->add, replace ? "destructive-action" : "suggested-action");
  /* Whoever has it all back has their settings back. */
  if (gtk_widget_get_visible (GTK_WIDGET (self->settings)))
    adw_switch_row_set_active (self->settings, replace);
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
  /**
   * LueurArchiveDialog::replaced:
   *
   * Nothing that was here is here any more; the lists say what is.
   */
  signals[REPLACED] = g_signal_new ("replaced", LUEUR_TYPE_ARCHIVE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/library/archive-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurArchiveDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LueurArchiveDialog, working);
  gtk_widget_class_bind_template_child (widget_class, LueurArchiveDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, LueurArchiveDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, LueurArchiveDialog, contents);
  gtk_widget_class_bind_template_child (widget_class, LueurArchiveDialog, settings);
  gtk_widget_class_bind_template_child (widget_class, LueurArchiveDialog, done);
  gtk_widget_class_bind_template_child (widget_class, LueurArchiveDialog, choice);
  gtk_widget_class_bind_template_child (widget_class, LueurArchiveDialog, replace);
  gtk_widget_class_bind_template_child (widget_class, LueurArchiveDialog, add);
  gtk_widget_class_bind_template_child (widget_class, LueurArchiveDialog, close);
  gtk_widget_class_bind_template_callback (widget_class, on_choice);
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
make (LueurContext *context, GFile *file, const char *title, const char *fault)
{
  LueurArchiveDialog *self = g_object_new (LUEUR_TYPE_ARCHIVE_DIALOG, "title", title, NULL);

  self->context = g_object_ref (context);
  self->file = g_object_ref (file);
  adw_status_page_set_title (self->failed, fault);
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
  LueurArchiveDialog *self = make (context, file, _("Export Everything"), _("Nothing Was Exported"));

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
  LueurArchiveDialog *self = make (context, file, _("Import an Archive"), _("Nothing Was Imported"));

  start_check (self);
  return ADW_DIALOG (self);
}
