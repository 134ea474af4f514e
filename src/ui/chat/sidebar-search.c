/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of conversations, while something is looked for that was said. */

#include "ui/chat/sidebar-private.h"

#include <glib/gi18n.h>

#include "ui/chat/sidebar-row.h"
#include "ui/error-text.h"
#include "ui/toast.h"

/* More characters are not looked for; a book that is pasted by mistake would take seconds to be laid out. */
#define SEARCH_CHARS 200

/* --- Where it was said --------------------------------------------------------------------------- */

static void
on_found_bind (GtkSignalListItemFactory *factory, GtkListItem *item, LueurSidebar *self)
{
  LueurSidebarRow *row = LUEUR_SIDEBAR_ROW (gtk_list_item_get_child (item));

  lueur_sidebar_row_set_result (row, gtk_list_item_get_item (item));
  g_ptr_array_add (self->rows, row);
}

static void
on_found_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, LueurSidebar *self)
{
  LueurSidebarRow *row = LUEUR_SIDEBAR_ROW (gtk_list_item_get_child (item));

  g_ptr_array_remove_fast (self->rows, row);
  lueur_sidebar_row_set_result (row, NULL);
}

static void
open_result (LueurSidebar *self, guint position)
{
  g_autoptr (LueurSearchResult) result = self->results != NULL ? g_list_model_get_item (self->results, position) : NULL;
  gint64 id;

  if (result == NULL)
    return;
  id = lueur_conversation_get_id (lueur_search_result_get_conversation (result));
  if (lueur_search_result_get_message (result) != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-message", "(xx)", id, lueur_search_result_get_message (result));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-conversation", "x", id);
}

static void
on_found_activate (GtkListView *list, guint position, LueurSidebar *self)
{
  open_result (self, position);
}

static void
set_results (LueurSidebar *self, GListModel *results)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  if (!g_set_object (&self->results, results))
    return;
  if (results != NULL)
    selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (results)));
  gtk_list_view_set_model (self->found, selection);
  lueur_sidebar_show_page (self);
}

/* --- Looking for something ----------------------------------------------------------------------- */

gboolean
lueur_sidebar_is_searching (LueurSidebar *self)
{
  return gtk_search_bar_get_search_mode (self->search_bar) && *gtk_editable_get_text (self->search) != '\0';
}

/* A screen reader hears how many there are. */
static void
say_how_many (LueurSidebar *self, guint n)
{
  g_autofree char *words = n == 0 ? g_strdup (_("Nothing Found"))
                                  : g_strdup_printf (ngettext ("%u conversation found", "%u conversations found", n), n);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurSidebar) self = LUEUR_SIDEBAR (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) results = lueur_library_search_finish (LUEUR_LIBRARY (source), result, &error);
  gboolean enter;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->searching);
  enter = self->enter;
  self->enter = FALSE;
  if (results == NULL)
    {
      g_clear_pointer (&self->asked, g_free);
      lueur_toast (GTK_WIDGET (self), lueur_error_text_for_reading (error));
      return;
    }
  set_results (self, results);
  say_how_many (self, g_list_model_get_n_items (results));
  if (enter)
    open_result (self, 0);
}

static void
stop_looking (LueurSidebar *self)
{
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_pointer (&self->asked, g_free);
  self->enter = FALSE;
}

void
lueur_sidebar_look (LueurSidebar *self)
{
  stop_looking (self);
  self->asked = g_strdup (gtk_editable_get_text (self->search));
  self->searching = g_cancellable_new ();
  lueur_library_search_async (lueur_context_get_library (self->context), self->asked, self->searching, on_looked,
                              g_object_ref (self));
}

/* What was deleted in the conversation that is open, or gave way to another version, is not shown as found any more. */
static void
on_said_changed (LueurSidebar *self, guint position, guint removed, guint added)
{
  if (removed > 0 && lueur_sidebar_is_searching (self))
    lueur_sidebar_look (self);
}

static void
on_search (LueurSidebar *self)
{
  if (self->context == NULL)
    return;
  if (!lueur_sidebar_is_searching (self))
    {
      stop_looking (self);
      set_results (self, NULL);
      lueur_sidebar_show_page (self);
    }
  else if (g_strcmp0 (self->asked, gtk_editable_get_text (self->search)) != 0)
    lueur_sidebar_look (self);
}

/* Enter, before or after there is something to open. */
static void
on_search_activate (LueurSidebar *self)
{
  if (self->context == NULL || !lueur_sidebar_is_searching (self))
    return;
  on_search (self);
  if (self->searching != NULL)
    self->enter = TRUE;
  else
    open_result (self, 0);
}

static void
on_search_mode (LueurSidebar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (gtk_search_bar_get_search_mode (self->search_bar))
    return;
  gtk_editable_set_text (self->search, "");
  on_search (self);
  /* Back where one was, if that can still be seen, or to the button that finds it again; what was opened meanwhile keeps the
   * focus. */
  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_grab_focus (self->before != NULL && gtk_widget_get_mapped (self->before) ? self->before : self->search_button);
  g_clear_weak_pointer (&self->before);
}

/* --- The parts of the widget ---------------------------------------------------------------------- */

/* From among what was found, too. */
static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return lueur_sidebar_leave_search (LUEUR_SIDEBAR (widget));
}

void
lueur_sidebar_bind_search (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_bind_template_child (widget_class, LueurSidebar, found);
  gtk_widget_class_bind_template_child (widget_class, LueurSidebar, search_bar);
  gtk_widget_class_bind_template_child (widget_class, LueurSidebar, search_button);
  gtk_widget_class_bind_template_child (widget_class, LueurSidebar, search);
  gtk_widget_class_bind_template_callback (widget_class, on_found_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_search_mode);
}

void
lueur_sidebar_init_search (LueurSidebar *self)
{
  self->said = g_signal_group_new (LUEUR_TYPE_CONVERSATION);
  g_signal_group_connect_swapped (self->said, "items-changed", G_CALLBACK (on_said_changed), self);
  gtk_text_set_max_length (GTK_TEXT (gtk_editable_get_delegate (self->search)), SEARCH_CHARS);
}

void
lueur_sidebar_begin_search (LueurSidebar *self)
{
  g_autoptr (GtkListItemFactory) factory = lueur_sidebar_make_factory (self, G_CALLBACK (on_found_bind),
                                                                       G_CALLBACK (on_found_unbind));

  gtk_list_view_set_factory (self->found, factory);
}

/* Before the template goes. */
void
lueur_sidebar_dispose_search (LueurSidebar *self)
{
  stop_looking (self);
  if (self->found != NULL)
    gtk_list_view_set_model (self->found, NULL);
  g_clear_object (&self->results);
  g_clear_weak_pointer (&self->before);
  g_clear_object (&self->said);
}

/**
 * lueur_sidebar_search:
 *
 * Escape gives the list back, and the focus to what has it now.
 */
void
lueur_sidebar_search (LueurSidebar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!gtk_search_bar_get_search_mode (self->search_bar) && root != NULL)
    g_set_weak_pointer (&self->before, gtk_root_get_focus (root));
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

gboolean
lueur_sidebar_leave_search (LueurSidebar *self)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar))
    return FALSE;
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  return TRUE;
}

GtkWidget *
lueur_sidebar_get_search (LueurSidebar *self)
{
  return GTK_WIDGET (self->search);
}
