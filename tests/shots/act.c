/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "act.h"

#include <stdlib.h>
#include <string.h>

#include "support/fault-vfs.h"
#include "ui/chat/composer.h"
#include "ui/window.h"

typedef gboolean (*Matches) (GtkWidget *widget, gconstpointer what);

/* The first one in sight, parents before children. */
static GtkWidget *
find (GtkWidget *widget, Matches matches, gconstpointer what)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (matches (widget, what))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, matches, what);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_composer (GtkWidget *widget, gconstpointer what)
{
  return LUEUR_IS_COMPOSER (widget);
}

static gboolean
is_search (GtkWidget *widget, gconstpointer what)
{
  return GTK_IS_SEARCH_ENTRY (widget);
}

static gboolean
is_called (GtkWidget *widget, gconstpointer what)
{
  return GTK_IS_BUILDABLE (widget) && g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), what) == 0;
}

/* The rows and cards in sight that can be opened, in their order. */
static void
list_rows (GtkWidget *widget, GPtrArray *rows)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_FLOW_BOX_CHILD (widget) ||
      (ADW_IS_ACTION_ROW (widget) && gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget))))
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    list_rows (child, rows);
}

static gboolean
open_row (GtkWidget *top, int n)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GtkWidget *row;

  list_rows (top, rows);
  if (n < 0)
    n += (int) rows->len;
  if (n < 0 || n >= (int) rows->len)
    return FALSE;
  row = g_ptr_array_index (rows, n);
  if (ADW_IS_ACTION_ROW (row))
    adw_action_row_activate (ADW_ACTION_ROW (row));
  else
    g_signal_emit_by_name (row, "activate");
  return TRUE;
}

static void
scroll_to_end (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_SCROLLED_WINDOW (widget))
    {
      GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    scroll_to_end (child);
}

static void
set (const char *assignment)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.lueur_app.Lueur");
  g_auto (GStrv) parts = g_strsplit (assignment, "=", 2);

  g_settings_set_string (settings, parts[0], parts[1]);
}

static void
turn (const char *assignment)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.lueur_app.Lueur");
  g_auto (GStrv) parts = g_strsplit (assignment, "=", 2);

  g_settings_set_boolean (settings, parts[0], g_strcmp0 (parts[1], "true") == 0);
}

/* What the disk does from now on. */
static gboolean
break_disk (const char *how)
{
  if (g_str_equal (how, "read"))
    lueur_fault_vfs_arm (LUEUR_FAULT_VFS_READER, 0);
  else if (g_str_equal (how, "slow"))
    lueur_fault_vfs_arm (LUEUR_FAULT_VFS_SLOW, 20000);
  else if (g_str_equal (how, "none"))
    lueur_fault_vfs_disarm ();
  else
    return FALSE;
  return TRUE;
}

/* "field=words", or "choices=3" for the one at that place. */
static gboolean
fill (GtkWidget *top, const char *assignment)
{
  g_auto (GStrv) parts = g_strsplit (assignment, "=", 2);
  GtkWidget *widget = find (top, is_called, parts[0]);

  if (GTK_IS_DROP_DOWN (widget))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (widget), (guint) atoi (parts[1]));
  else if (GTK_IS_EDITABLE (widget))
    gtk_editable_set_text (GTK_EDITABLE (widget), parts[1]);
  else
    return FALSE;
  return TRUE;
}

static gboolean
own (GtkWindow *window, GtkWidget *top, const char *verb, const char *what, guint *wait)
{
  GtkWidget *widget = NULL;

  if (g_str_equal (verb, "end"))
    scroll_to_end (top);
  else if (g_str_equal (verb, "wait"))
    *wait = atoi (what);
  else if (g_str_equal (verb, "set"))
    set (what);
  else if (g_str_equal (verb, "fault"))
    return break_disk (what);
  else if (g_str_equal (verb, "switch"))
    turn (what);
  else if (g_str_equal (verb, "open"))
    {
      g_autoptr (GFile) file = g_file_new_for_path (what);

      lueur_window_open_file (LUEUR_WINDOW (window), file);
    }
  else if (g_str_equal (verb, "say") || g_str_equal (verb, "write"))
    {
      widget = find (GTK_WIDGET (window), is_composer, NULL);
      if (widget == NULL)
        return FALSE;
      lueur_composer_set_text (LUEUR_COMPOSER (widget), what);
      if (g_str_equal (verb, "say"))
        gtk_widget_activate_action (widget, "composer.send", NULL);
    }
  else if (g_str_equal (verb, "search"))
    {
      widget = find (top, is_search, NULL);
      if (widget == NULL)
        return FALSE;
      gtk_editable_set_text (GTK_EDITABLE (widget), what);
    }
  else if (g_str_equal (verb, "press"))
    {
      widget = find (top, is_called, what);
      if (widget == NULL)
        return FALSE;
      if (GTK_IS_MENU_BUTTON (widget))
        gtk_menu_button_popup (GTK_MENU_BUTTON (widget));
      else
        gtk_widget_activate (widget);
    }
  else if (g_str_equal (verb, "fill"))
    return fill (top, what);
  else if (g_str_equal (verb, "row"))
    return open_row (top, atoi (what));
  else
    return FALSE;
  return TRUE;
}

gboolean
lueur_gallery_act (GtkApplication *app, GtkWindow *window, const char *action, guint *wait)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  GtkWidget *top = dialog != NULL ? GTK_WIDGET (dialog) : GTK_WIDGET (window);
  GtkWidget *focus = gtk_window_get_focus (window);
  g_autoptr (GVariant) target = NULL;
  g_autofree char *name = NULL;

  if (g_str_has_prefix (action, "gallery."))
    {
      g_auto (GStrv) parts = g_strsplit (action + strlen ("gallery."), "::", 2);

      return own (window, top, parts[0], parts[1] != NULL ? parts[1] : "", wait);
    }
  if (!g_action_parse_detailed_name (action, &name, &target, NULL))
    return FALSE;
  if (g_str_has_prefix (name, "app."))
    {
      if (!g_action_group_has_action (G_ACTION_GROUP (app), name + 4))
        return FALSE;
      g_action_group_activate_action (G_ACTION_GROUP (app), name + 4, target);
      return TRUE;
    }
  /* What a page knows, is known from where the focus is. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, top) && gtk_widget_activate_action_variant (focus, name, target))
    return TRUE;
  return gtk_widget_activate_action_variant (top, name, target);
}
