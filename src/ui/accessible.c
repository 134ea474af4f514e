/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What GTK 4.18 and libadwaita 1.7 leave out on the accessibility bus, put in at one place for every row and menu of the app.
 *
 * A row of a list answers Return, space and a click, but has nothing that a screen reader, a switch or a voice could press:
 * on the bus, a widget’s actions are all there is to press, and rows have none. Nor have check buttons. So each gets one.
 *
 * A row with a number says that it is for show alone, and with it all that is in it is gone from the bus. A plain
 * row does not tell its title; the buttons of a number have no name, nor has what a choice can be set to.
 *
 * An item of a menu points to the label inside it for its name, and no name comes of that. So every item is called what
 * stands on it. */

#include "ui/accessible.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* --- Words -------------------------------------------------------------------------------------- */

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What stands on the first label in @widget. (transfer none) (nullable) */
static const char *
find_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const char *text = find_text (child);

      if (text != NULL && *text != '\0')
        return text;
    }
  return NULL;
}

/* --- What can be pressed ------------------------------------------------------------------------ */

static void
on_click (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (!gtk_widget_is_sensitive (widget))
    return;
  /* As a pointer does it: the focus is where something was pressed. */
  gtk_widget_grab_focus (widget);
  gtk_widget_activate (widget);
}

static void
update_row (GtkWidget *row)
{
  gtk_widget_action_set_enabled (row, LUEUR_ACTION_CLICK, gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
}

/* --- Rows with a number -------------------------------------------------------------------------- */

static void
name_buttons (GtkWidget *widget)
{
  const char *icon = GTK_IS_BUTTON (widget) ? gtk_button_get_icon_name (GTK_BUTTON (widget)) : NULL;

  if (g_strcmp0 (icon, "value-decrease-symbolic") == 0)
    set_name (widget, _("Decrease"));
  else if (g_strcmp0 (icon, "value-increase-symbolic") == 0)
    set_name (widget, _("Increase"));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_buttons (child);
}

/* --- Rows with a choice -------------------------------------------------------------------------- */

static void
on_choose (GSimpleAction *action, GVariant *parameter, gpointer cell)
{
  gtk_widget_activate (GTK_WIDGET (cell));
}

static void
on_choice_bound (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  static const GActionEntry entries[] = { { .name = LUEUR_ACTION_CLICK, .activate = on_choose } };
  GtkWidget *child = gtk_list_item_get_child (item);
  GtkWidget *cell = child != NULL ? gtk_widget_get_parent (child) : NULL;
  const char *text = child != NULL ? find_text (child) : NULL;

  gtk_list_item_set_accessible_label (item, text != NULL ? text : "");
  /* What stands on the row itself is shown by the same means, and is not there to be pressed. */
  if (cell != NULL && gtk_widget_get_ancestor (cell, GTK_TYPE_POPOVER) != NULL)
    {
      g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

      g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), cell);
      gtk_widget_insert_action_group (cell, "choice", G_ACTION_GROUP (group));
    }
}

static void
name_choices (GtkWidget *widget)
{
  if (GTK_IS_LIST_VIEW (widget))
    {
      GtkListView *list = GTK_LIST_VIEW (widget);
      g_autoptr (GtkListItemFactory) factory = g_object_ref (gtk_list_view_get_factory (list));

      if (!GTK_IS_SIGNAL_LIST_ITEM_FACTORY (factory) || g_object_get_data (G_OBJECT (list), "lueur-named") == factory)
        return;
      g_object_set_data (G_OBJECT (list), "lueur-named", factory);
      /* The row and its list may have one factory between them. */
      g_signal_handlers_disconnect_by_func (factory, on_choice_bound, NULL);
      g_signal_connect_after (factory, "bind", G_CALLBACK (on_choice_bound), NULL);
      /* Those that are there were bound before. */
      gtk_list_view_set_factory (list, NULL);
      gtk_list_view_set_factory (list, factory);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_choices (child);
}

/* --- Rows --------------------------------------------------------------------------------------- */

static void
update_title (GtkWidget *row)
{
  set_name (row, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

/* A plain row has a title, and does not tell it. What unfolds holds the row that is pressed for that, which has the name. */
static gboolean
keeps_its_title (GtkWidget *row)
{
  return ADW_IS_PREFERENCES_ROW (row) && !ADW_IS_ACTION_ROW (row) && !ADW_IS_ENTRY_ROW (row) &&
         !ADW_IS_BUTTON_ROW (row) && !ADW_IS_EXPANDER_ROW (row);
}

/* A list makes a row around what is put in without one. Text that can be selected takes the focus itself. */
static gboolean
is_only_text (GtkWidget *row)
{
  GtkWidget *child = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

  return G_OBJECT_TYPE (row) == GTK_TYPE_LIST_BOX_ROW && GTK_IS_LABEL (child) && gtk_label_get_selectable (GTK_LABEL (child));
}

static void
on_row_mapped (GtkWidget *row)
{
  if (is_only_text (row))
    {
      gtk_widget_set_focusable (row, FALSE);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
    }
  /* Most are told what they are after they were made; from here on it is followed. */
  g_signal_handlers_disconnect_by_func (row, update_row, NULL);
  g_signal_connect (row, "notify::activatable", G_CALLBACK (update_row), NULL);
  update_row (row);
  if (keeps_its_title (row))
    {
      g_signal_handlers_disconnect_by_func (row, update_title, NULL);
      g_signal_connect (row, "notify::title", G_CALLBACK (update_title), NULL);
      update_title (row);
    }
  if (ADW_IS_SPIN_ROW (row))
    name_buttons (row);
  if (ADW_IS_COMBO_ROW (row))
    name_choices (row);
  g_signal_chain_from_overridden_handler (row);
}

/* --- Menus -------------------------------------------------------------------------------------- */

static gboolean
is_item (GtkWidget *widget)
{
  switch ((int) gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)))
    {
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM:
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM_CHECKBOX:
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM_RADIO:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
name_items (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const char *text = is_item (child) ? find_text (child) : NULL;

      if (text != NULL && *text != '\0')
        {
          gtk_accessible_reset_relation (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
          set_name (child, text);
        }
      else
        name_items (child);
    }
}

static void
on_menu_mapped (GtkWidget *menu)
{
  g_signal_chain_from_overridden_handler (menu);
  name_items (menu);
}

/* --- All of it ----------------------------------------------------------------------------------- */

void
lueur_accessible_install (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      const GType pressed[] = { GTK_TYPE_LIST_BOX_ROW, GTK_TYPE_FLOW_BOX_CHILD, GTK_TYPE_CHECK_BUTTON };

      for (guint i = 0; i < G_N_ELEMENTS (pressed); i++)
        gtk_widget_class_install_action (g_type_class_ref (pressed[i]), LUEUR_ACTION_CLICK, NULL, on_click);
      gtk_widget_class_set_accessible_role (g_type_class_ref (ADW_TYPE_SPIN_ROW), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      g_signal_override_class_handler ("map", GTK_TYPE_LIST_BOX_ROW, G_CALLBACK (on_row_mapped));
      g_signal_override_class_handler ("map", GTK_TYPE_POPOVER_MENU, G_CALLBACK (on_menu_mapped));
      g_once_init_leave (&done, 1);
    }
}
