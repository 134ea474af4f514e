/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lorebooks of their own: given to a companion, taken away with a way back, exported as they came. */

#include "ui/direction.h"
#include "ui/library/actions-private.h"

#include <glib/gi18n.h>

#include "core/exchange/card-write.h"
#include "ui/library/import-dialog.h"
#include "ui/toast.h"

/* A book that somebody had, and may have again. */
typedef struct
{
  LueurWindow *self;
  LueurPersona *persona;
  gint64 id;
  char *name;
  GBytes *file;
  gboolean exporting;
} Book;

static void
book_free (Book *book)
{
  g_clear_object (&book->self);
  g_clear_object (&book->persona);
  g_clear_pointer (&book->file, g_bytes_unref);
  g_free (book->name);
  g_free (book);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Book, book_free)

/* --- Giving ------------------------------------------------------------------------------------- */

static void
on_given (LueurImportDialog *dialog, LueurPersona *persona, LueurWindow *self)
{
  /* Translators: %s is a companion's name */
  g_autofree char *text = lueur_sentence (_("%s has the lorebook now"), lueur_persona_get_name (persona));

  if (self->split != NULL)
    lueur_actions_say (self, text);
}

void
lueur_actions_watch_book (LueurWindow *self, AdwDialog *dialog)
{
  g_signal_connect_object (dialog, "given", G_CALLBACK (on_given), self, G_CONNECT_DEFAULT);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Book) book = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && book->self->split != NULL)
    lueur_actions_import (book->self, file, book->persona);
}

static void
on_give (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (LueurPersona) persona = lueur_actions_find (self, parameter);
  Book *book;

  if (persona == NULL)
    return;
  gtk_file_filter_set_name (filter, _("Lorebooks"));
  gtk_file_filter_add_pattern (filter, "*.json");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _("Give a Lorebook"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  book = g_new0 (Book, 1);
  book->self = g_object_ref (self);
  book->persona = g_steal_pointer (&persona);
  gtk_file_dialog_open (dialog, GTK_WINDOW (self), NULL, on_file_chosen, book);
}

/* --- Taking away, and back ---------------------------------------------------------------------- */

static GHashTable *
get_removed (LueurWindow *self)
{
  GHashTable *removed = g_object_get_data (G_OBJECT (self), "lueur-removed-books");

  if (removed == NULL)
    {
      removed = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) book_free);
      g_object_set_data_full (G_OBJECT (self), "lueur-removed-books", removed, (GDestroyNotify) g_hash_table_unref);
    }
  return removed;
}

static void
on_removed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Book) book = data;
  LueurWindow *self = book->self;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 id = book->id;

  if (!lueur_library_remove_book_finish (LUEUR_LIBRARY (source), result, &error))
    {
      lueur_actions_say_error (self, error);
      return;
    }
  if (self->split == NULL)
    return;
  /* Translators: %s is the name of a lorebook */
  text = lueur_sentence (_("“%s” was taken away"), book->name);
  /* The window itself keeps it, and is not to be kept by it. */
  g_clear_object (&book->self);
  g_hash_table_replace (get_removed (self), &book->id, book);
  book = NULL;
  lueur_toast_undo (GTK_WIDGET (self->toasts), text, "win.restore-book", g_variant_new_int64 (id));
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (lueur_library_add_book_finish (LUEUR_LIBRARY (source), result, &error) == 0)
    lueur_actions_say_error (self, error);
}

static void
on_restore (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  gint64 id = g_variant_get_int64 (parameter);
  Book *book = g_hash_table_lookup (get_removed (self), &id);

  if (book == NULL)
    return;
  lueur_library_add_book_async (lueur_actions_library (self), book->persona, book->name, book->file, NULL, on_restored,
                                g_object_ref (self));
  g_hash_table_remove (get_removed (self), &id);
}

/* --- Exporting ---------------------------------------------------------------------------------- */

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Book) book = data;
  g_autofree char *text = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, NULL))
    /* Translators: %s is a name */
    text = lueur_sentence (_("%s was exported"), book->name);
  else
    text = g_strdup (_("The file could not be written. Is there room, and do you have permission to write there?"));
  lueur_actions_say (book->self, text);
}

static void
on_target_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Book) book = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  GBytes *bytes = book->file;

  if (file != NULL)
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, on_written,
                                         g_steal_pointer (&book));
}

/* Byte for byte as it came, under the ending that it has. */
static void
ask_where (Book *book)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (LueurCard) card = lueur_card_new_from_bytes (book->file, NULL);
  g_autofree char *name = g_strdup (book->name);
  g_autofree char *whole = NULL;

  g_strdelimit (name, "/\\:*?\"<>|", '_');
  g_strstrip (name);
  if (*name == '\0' || *name == '.')
    g_set_str (&name, "lorebook");
  whole = g_strconcat (name, card != NULL ? lueur_card_container_get_ending (lueur_card_get_container (card)) : ".json", NULL);
  gtk_file_dialog_set_title (dialog, _("Export Lorebook"));
  gtk_file_dialog_set_initial_name (dialog, whole);
  gtk_file_dialog_save (dialog, GTK_WINDOW (book->self), NULL, on_target_chosen, book);
}

/* --- Both need the book itself ------------------------------------------------------------------ */

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Book) book = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = lueur_library_read_books_finish (LUEUR_LIBRARY (source), result, &error);

  if (rows == NULL)
    {
      lueur_actions_say_error (book->self, error);
      return;
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const LueurBookRow *row = g_ptr_array_index (rows, i);

      if (row->id != book->id)
        continue;
      book->name = g_strdup (*row->name != '\0' ? row->name : _("Lorebook"));
      book->file = g_bytes_ref (row->file);
    }
  if (book->file == NULL || book->self->split == NULL)
    return;
  if (book->exporting)
    ask_where (g_steal_pointer (&book));
  else
    {
      LueurPersona *persona = book->persona;
      gint64 id = book->id;

      lueur_library_remove_book_async (LUEUR_LIBRARY (source), persona, id, NULL, on_removed, g_steal_pointer (&book));
    }
}

static void
on_one (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurPersona) persona = lueur_actions_find (self, parameter);
  Book *book;

  if (persona == NULL)
    return;
  book = g_new0 (Book, 1);
  book->self = g_object_ref (self);
  book->persona = g_object_ref (persona);
  book->exporting = g_str_equal (action, "win.export-book");
  g_variant_get_child (parameter, 1, "x", &book->id);
  lueur_library_read_books_async (lueur_actions_library (self), persona, NULL, on_read, book);
}

void
lueur_actions_install_books (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.give-book", "x", on_give);
  gtk_widget_class_install_action (widget_class, "win.remove-book", "(xx)", on_one);
  gtk_widget_class_install_action (widget_class, "win.restore-book", "x", on_restore);
  gtk_widget_class_install_action (widget_class, "win.export-book", "(xx)", on_one);
}
