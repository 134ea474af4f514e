/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/press.h"

static gboolean
offer (GtkWidget *widget, GListModel *shortcuts, GtkShortcutTrigger *key)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);

      if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), key) &&
          gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), GTK_SHORTCUT_ACTION_EXCLUSIVE, widget,
                                        gtk_shortcut_get_arguments (shortcut)))
        return TRUE;
    }
  return FALSE;
}

gboolean
lueur_test_press (GtkWindow *window, const char *accel)
{
  g_autoptr (GtkShortcutTrigger) key = gtk_shortcut_trigger_parse_string (accel);

  g_assert_nonnull (key);
  for (GtkWidget *widget = gtk_window_get_focus (window); widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

          if (GTK_IS_SHORTCUT_CONTROLLER (controller) && offer (widget, G_LIST_MODEL (controller), key))
            return TRUE;
        }
    }
  return FALSE;
}
