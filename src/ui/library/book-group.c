/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/library/book-group.h"

#include <glib/gi18n.h>

#include "core/exchange/card-reading.h"
#include "ui/library/card-contents.h"

struct _LueurBookGroup
{
  AdwPreferencesGroup parent_instance;

  LueurContext *context;
  LueurPersona *persona;
  GCancellable *cancellable;
  GPtrArray *rows;  /* of the group */
  GPtrArray *found; /* Found: what is being shown */
};

G_DEFINE_FINAL_TYPE (LueurBookGroup, lueur_book_group, ADW_TYPE_PREFERENCES_GROUP)

/* One book, read on a thread. */
typedef struct
{
  gint64 id;  /* 0: the card's own */
  char *name; /* (nullable) */
  LueurCard *card;
  LueurCardReading *reading;
} Found;

static void
found_free (Found *self)
{
  g_free (self->name);
  g_clear_pointer (&self->card, lueur_card_unref);
  g_clear_pointer (&self->reading, lueur_card_reading_free);
  g_free (self);
}

/* --- Looking into one --------------------------------------------------------------------------- */

static void
present_contents (GtkWidget *from, const Found *found)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new (), *page = adw_preferences_page_new ();
  GtkWidget *contents = adw_preferences_group_new (), *asks = adw_preferences_group_new ();
  GtkWidget *concerns = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (contents), _("What It Contains"));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (asks), _("What It Asks of the Model"));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (concerns), _("Against the Rules of Lueur"));
  lueur_card_contents_fill_concerns (ADW_PREFERENCES_GROUP (concerns), found->reading);
  lueur_card_contents_fill (ADW_PREFERENCES_GROUP (contents), found->card, found->reading);
  lueur_card_contents_fill_asks (ADW_PREFERENCES_GROUP (asks), found->reading);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (concerns));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (contents));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (asks));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, found->name != NULL ? found->name : _("Lorebook"));
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, 560);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, from);
}

static void
on_activated (AdwActionRow *row, LueurBookGroup *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "lueur-index"));

  if (index < self->found->len)
    present_contents (GTK_WIDGET (self), g_ptr_array_index (self->found, index));
}

/* --- Rows --------------------------------------------------------------------------------------- */

static void
put (LueurBookGroup *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static GtkWidget *
make_button (const char *icon, const char *tooltip, const char *action, gint64 persona, gint64 book)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xx)", persona, book);
  return button;
}

static void
add_book (LueurBookGroup *self, guint index)
{
  const Found *found = g_ptr_array_index (self->found, index);
  guint n = found->reading->n_entries, broken = found->reading->n_broken;
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *entries = g_strdup_printf (ngettext ("%u entry", "%u entries", n), n);
  g_autofree char *bad = g_strdup_printf (ngettext ("%u key is not understood", "%u keys are not understood", broken), broken);
  g_autofree char *subtitle = broken > 0 ? g_strjoin (" · ", entries, bad, NULL) : g_strdup (entries);
  gint64 persona = lueur_persona_get_id (self->persona);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), found->id == 0            ? _("From Their Card")
                                                            : *found->name != '\0' ? found->name
                                                                                   : _("Lorebook"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  g_object_set_data (G_OBJECT (row), "lueur-index", GUINT_TO_POINTER (index));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated), self, G_CONNECT_DEFAULT);
  if (found->id != 0)
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button ("document-save-symbolic", _("Export This Lorebook"),
                                                                    "win.export-book", persona, found->id));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button ("user-trash-symbolic", _("Take This Lorebook Away"),
                                                                    "win.remove-book", persona, found->id));
    }
  put (self, row);
}

static void
show_found (LueurBookGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->found->len; i++)
    add_book (self, i);
}

/* A button, and not a row: assistive technology finds nothing to press in a row. */
static void
add_giver (LueurBookGroup *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_set_tooltip_text (button, _("Give a Lorebook"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Give a Lorebook"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.give-book");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", lueur_persona_get_id (self->persona));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);
}

/* --- Reading ------------------------------------------------------------------------------------ */

typedef struct
{
  GBytes *card;    /* (nullable) */
  GPtrArray *rows; /* LueurBookRow */
} Files;

static void
files_free (Files *self)
{
  g_clear_pointer (&self->card, g_bytes_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

static void
take (GPtrArray *all, gint64 id, const char *name, GBytes *file)
{
  g_autoptr (LueurCard) card = lueur_card_new_from_bytes (file, NULL);
  g_autoptr (LueurCardReading) reading = card != NULL ? lueur_card_read (card) : NULL;
  Found *found;

  /* A card without a book has none to show. */
  if (reading == NULL || (id == 0 && reading->n_entries == 0))
    return;
  found = g_new0 (Found, 1);
  found->id = id;
  found->name = g_strdup (name);
  found->card = g_steal_pointer (&card);
  found->reading = g_steal_pointer (&reading);
  g_ptr_array_add (all, found);
}

static void
run_parse (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Files *files = data;
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) found_free);

  if (files->card != NULL)
    take (all, 0, NULL, files->card);
  for (guint i = 0; i < files->rows->len; i++)
    {
      const LueurBookRow *row = g_ptr_array_index (files->rows, i);

      take (all, row->id, row->name, row->file);
    }
  g_task_return_pointer (task, all, (GDestroyNotify) g_ptr_array_unref);
}

static void
on_parsed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurBookGroup) self = data;
  g_autoptr (GPtrArray) found = g_task_propagate_pointer (G_TASK (result), NULL);

  if (found == NULL || self->context == NULL)
    return;
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = g_steal_pointer (&found);
  show_found (self);
}

static void
on_books (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Files *files = g_task_get_task_data (task);

  files->rows = lueur_library_read_books_finish (LUEUR_LIBRARY (source), result, NULL);
  if (files->rows != NULL)
    g_task_run_in_thread (task, run_parse);
  else
    g_task_return_pointer (task, NULL, NULL);
}

static void
on_card (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Files *files = g_task_get_task_data (task);
  LueurBookGroup *self = g_task_get_source_object (task);

  files->card = lueur_library_read_card_finish (LUEUR_LIBRARY (source), result, NULL);
  if (self->persona == NULL)
    g_task_return_pointer (task, NULL, NULL);
  else
    lueur_library_read_books_async (LUEUR_LIBRARY (source), self->persona, self->cancellable, on_books,
                                    g_object_ref (task));
}

static void
reread (LueurBookGroup *self)
{
  GTask *task = g_task_new (self, self->cancellable, on_parsed, g_object_ref (self));

  g_task_set_source_tag (task, reread);
  g_task_set_task_data (task, g_new0 (Files, 1), (GDestroyNotify) files_free);
  lueur_library_read_card_async (lueur_context_get_library (self->context), self->persona, self->cancellable, on_card,
                                 task);
}

static void
on_books_changed (LueurBookGroup *self, LueurPersona *persona)
{
  if (lueur_persona_get_id (persona) == lueur_persona_get_id (self->persona))
    reread (self);
}

/* --- The widget --------------------------------------------------------------------------------- */

static void
lueur_book_group_dispose (GObject *object)
{
  LueurBookGroup *self = LUEUR_BOOK_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->persona);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (lueur_book_group_parent_class)->dispose (object);
}

static void
lueur_book_group_finalize (GObject *object)
{
  LueurBookGroup *self = LUEUR_BOOK_GROUP (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);

  G_OBJECT_CLASS (lueur_book_group_parent_class)->finalize (object);
}

static void
lueur_book_group_class_init (LueurBookGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lueur_book_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = lueur_book_group_finalize;
}

static void
lueur_book_group_init (LueurBookGroup *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) found_free);
}

/**
 * lueur_book_group_set:
 * @context: an open one
 * @persona: one of its library
 *
 * Shows the lorebooks of @persona. Called once.
 */
void
lueur_book_group_set (LueurBookGroup *self, LueurContext *context, LueurPersona *persona)
{
  g_return_if_fail (LUEUR_IS_BOOK_GROUP (self) && self->context == NULL);

  self->context = g_object_ref (context);
  self->persona = g_object_ref (persona);
  g_signal_connect_object (lueur_context_get_library (context), "books-changed", G_CALLBACK (on_books_changed), self,
                           G_CONNECT_SWAPPED);
  add_giver (self);
  reread (self);
}
