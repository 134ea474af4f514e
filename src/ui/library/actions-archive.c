/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything out into one file, and in out of one. */

#include "ui/library/actions-private.h"

#include <glib/gi18n.h>

#include "core/exchange/archive.h"
#include "ui/library/archive-dialog.h"
#include "ui/toast.h"

static GListModel *
make_filters (void)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _("Archives of Lueur"));
  gtk_file_filter_add_pattern (filter, "*.zip");
  g_list_store_append (filters, filter);
  return G_LIST_MODEL (filters);
}

/* --- Out ---------------------------------------------------------------------------------------- */

static void
on_exported (LueurArchiveDialog *dialog, GFile *file, LueurWindow *self)
{
  if (self->split != NULL)
    lueur_toast_file (GTK_WIDGET (self->toasts), _("Everything is in one file now"), file);
}

static void
on_show_file (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (widget), NULL, NULL, NULL);
}

static void
on_place_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurWindow) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  AdwDialog *dialog;

  if (file == NULL || self->split == NULL)
    return;
  dialog = lueur_archive_dialog_new_export (self->context, file);
  g_signal_connect_object (dialog, "exported", G_CALLBACK (on_exported), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
on_export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GDateTime) now =
      g_date_time_new_from_unix_local (lueur_clock_get_wall (lueur_context_get_clock (self->context)) / G_USEC_PER_SEC);
  /* Translators: the name of a file, with the date it was made; without slashes and colons */
  g_autofree char *base = now != NULL ? g_date_time_format (now, _("Lueur %Y-%m-%d")) : NULL;
  g_autofree char *name = g_strconcat (base != NULL ? base : "Lueur", LUEUR_ARCHIVE_ENDING, NULL);
  g_autoptr (GListModel) filters = make_filters ();

  gtk_file_dialog_set_title (dialog, _("Export Everything"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_save (dialog, GTK_WINDOW (widget), NULL, on_place_chosen, g_object_ref (widget));
}

/* --- In ----------------------------------------------------------------------------------------- */

/* Away from the page of a companion that is no more. */
static void
on_replaced (LueurArchiveDialog *dialog, LueurWindow *self)
{
  if (self->split != NULL)
    lueur_library_leave (self);
}

static void
present_import (LueurWindow *self, GFile *file)
{
  AdwDialog *dialog = lueur_archive_dialog_new_import (self->context, file);

  g_signal_connect_object (dialog, "replaced", G_CALLBACK (on_replaced), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurWindow) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && self->split != NULL)
    present_import (self, file);
}

static void
on_import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = make_filters ();

  gtk_file_dialog_set_title (dialog, _("Import an Archive"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, on_file_chosen, g_object_ref (widget));
}

/* Told by its name: a card in a zip is called “.charx”. */
gboolean
lueur_actions_import_archive (LueurWindow *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  if (lower == NULL || !g_str_has_suffix (lower, ".zip"))
    return FALSE;
  present_import (self, file);
  return TRUE;
}

void
lueur_actions_install_archive (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export-everything", NULL, on_export);
  gtk_widget_class_install_action (widget_class, "win.import-everything", NULL, on_import);
  gtk_widget_class_install_action (widget_class, "win.show-file", "s", on_show_file);
}
