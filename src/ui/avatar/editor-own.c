/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of one's own in the editor: chosen, dropped or pasted. */

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "ui/avatar/editor-private.h"
#include "ui/avatar/wardrobe.h"

/* --- Taking in ---------------------------------------------------------------------------------- */

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurAvatarEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = lueur_wardrobe_import_finish (LUEUR_WARDROBE (source), result, &error);

  lueur_avatar_editor_take_own (self, json, error);
}

static void
take_file (LueurAvatarEditor *self, GFile *file)
{
  lueur_wardrobe_import_async (lueur_wardrobe_get_for_display (gtk_widget_get_display (GTK_WIDGET (self))), file, NULL,
                               on_imported, g_object_ref (self));
}

/* --- A picture that is no file yet ---------------------------------------------------------------- */

/* A file of its own, in a folder of its own, for as long as it takes to read it. */
static void
remove_file (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  g_file_delete (file, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
}

static void
on_texture_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = lueur_wardrobe_import_finish (LUEUR_WARDROBE (source), result, &error);

  remove_file (g_task_get_task_data (task));
  lueur_avatar_editor_take_own (g_task_get_source_object (task), json, error);
}

static void
on_texture_written (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = G_TASK (result);
  g_autoptr (GError) error = NULL;
  GFile *file = g_task_get_task_data (task);

  if (!g_task_propagate_boolean (task, &error))
    {
      remove_file (file);
      lueur_avatar_editor_take_own (LUEUR_AVATAR_EDITOR (source), NULL, error);
      return;
    }
  lueur_wardrobe_import_async (lueur_wardrobe_get_for_display (gtk_widget_get_display (GTK_WIDGET (source))), file, NULL,
                               on_texture_imported, g_object_ref (task));
}

static void
run_write (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GdkTexture *texture = g_object_get_data (G_OBJECT (task), "texture");
  g_autoptr (GBytes) bytes = gdk_texture_save_to_png_bytes (texture);
  GError *error = NULL;

  if (g_file_replace_contents (data, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                               G_FILE_CREATE_PRIVATE, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
take_texture (LueurAvatarEditor *self, GdkTexture *texture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("lueur-picture-XXXXXX", &error);
  /* Translators: name of a picture that somebody pasted or dragged here */
  g_autofree char *name = g_strconcat (_("Pasted picture"), ".png", NULL);
  g_autoptr (GTask) task = NULL;

  if (folder == NULL)
    {
      lueur_avatar_editor_take_own (self, NULL, error);
      return;
    }
  task = g_task_new (self, NULL, on_texture_written, NULL);
  g_task_set_source_tag (task, take_texture);
  g_task_set_task_data (task, g_file_new_build_filename (folder, name, NULL), g_object_unref);
  g_object_set_data_full (G_OBJECT (task), "texture", g_object_ref (texture), g_object_unref);
  g_task_run_in_thread (task, run_write);
}

/* Whether @value held something that may be a picture. */
static gboolean
take_value (LueurAvatarEditor *self, const GValue *value)
{
  GObject *object = G_VALUE_HOLDS_OBJECT (value) ? g_value_get_object (value) : NULL;

  if (G_IS_FILE (object))
    take_file (self, G_FILE (object));
  else if (GDK_IS_TEXTURE (object))
    take_texture (self, GDK_TEXTURE (object));
  else
    return FALSE;
  return TRUE;
}

/* --- Dropping and pasting ------------------------------------------------------------------------- */

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  return take_value (LUEUR_AVATAR_EDITOR (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target))), value);
}

static void
on_pasted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurAvatarEditor) self = data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);

  if (value == NULL || !take_value (self, value))
    lueur_avatar_editor_take_own (self, NULL, error);
}

static void
paste (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  g_autoptr (GError) nothing = NULL;
  GType type = G_TYPE_INVALID;

  /* A picture that was copied in a file manager is both: the file is the picture itself. */
  formats = gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (formats));
  if (gdk_content_formats_contain_gtype (formats, G_TYPE_FILE))
    type = G_TYPE_FILE;
  else if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE))
    type = GDK_TYPE_TEXTURE;
  gdk_content_formats_unref (formats);
  if (type != G_TYPE_INVALID)
    {
      gdk_clipboard_read_value_async (clipboard, type, G_PRIORITY_DEFAULT, NULL, on_pasted, g_object_ref (widget));
      return;
    }
  nothing = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is no picture to paste. Copy one first."));
  lueur_avatar_editor_take_own (LUEUR_AVATAR_EDITOR (widget), NULL, nothing);
}

/* --- Choosing --------------------------------------------------------------------------------------- */

static GtkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* Takes @file; whoever closed the dialog without choosing is told nothing. */
static void
take_chosen (LueurAvatarEditor *self, GFile *file, const GError *error)
{
  if (file != NULL)
    take_file (self, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
           !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    lueur_avatar_editor_take_own (self, NULL, error);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurAvatarEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  take_chosen (self, file, error);
}

static void
on_folder_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurAvatarEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);

  take_chosen (self, folder, error);
}

static void
open_folder (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Choose a Folder"));
  gtk_file_dialog_select_folder (dialog, window_of (widget), NULL, on_folder_chosen, g_object_ref (widget));
}

static void
open_file (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const suffixes[] = { "svg", "zip", "png", "webp", "jpg", "jpeg" };
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Pictures and packs of pictures"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _("Choose a Picture"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, window_of (widget), NULL, on_file_chosen, g_object_ref (widget));
}

/* --- For the editor --------------------------------------------------------------------------------- */

void
lueur_editor_own_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "avatar-editor.open", NULL, open_file);
  gtk_widget_class_install_action (widget_class, "avatar-editor.open-folder", NULL, open_folder);
  gtk_widget_class_install_action (widget_class, "avatar-editor.paste", NULL, paste);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "avatar-editor.paste", NULL);
}

void
lueur_editor_own_attach (LueurAvatarEditor *editor)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (drop, (GType[]){ G_TYPE_FILE, GDK_TYPE_TEXTURE }, 2);
  g_signal_connect (drop, "drop", G_CALLBACK (on_drop), NULL);
  gtk_widget_add_controller (GTK_WIDGET (editor), GTK_EVENT_CONTROLLER (drop));
}
