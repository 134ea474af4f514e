/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The pages about time and wellbeing over a home of their own. */

#include <adwaita.h>
#include <string.h>

#include "support/fake-clock.h"
#include "support/loop.h"
#include "ui/press.h"
#include "ui/shot.h"
#include "ui/wellbeing/wellbeing-dialog.h"

typedef struct
{
  char *dir;
  LueurFakeClock *clock;
  LueurContext *context;
  LueurRecords *records;
  GSettings *settings;
  GtkWindow *window;
} Fixture;

static inline void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;

  f->dir = g_dir_make_tmp ("lueur-pages-XXXXXX", NULL);
  f->clock = lueur_fake_clock_new ("Europe/Paris", 2026, 3, 10, 14, 0);
  f->context = lueur_context_new (LUEUR_CLOCK (f->clock), f->dir);
  f->records = lueur_context_get_records (f->context);
  f->settings = lueur_settings_get_gsettings (lueur_context_get_settings (f->context));
  lueur_context_open_async (f->context, NULL, lueur_test_keep_result, &result);
  lueur_test_await (&result);
  g_assert_true (lueur_context_open_finish (f->context, result, NULL));
  f->window = GTK_WINDOW (adw_window_new ());
  adw_window_set_content (ADW_WINDOW (f->window), adw_toolbar_view_new ());
  gtk_window_set_default_size (f->window, 760, 900);
  gtk_window_present (f->window);
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (f->window)), "gtk-enable-animations", FALSE, NULL);
  lueur_test_spin (50);
}

static inline void
tear_down (Fixture *f, gconstpointer data)
{
  static const char *const keys[] = { "keep-figures", "feelings-journal", "check-in", "wellbeing-state",
                                      "daily-goal-minutes", "late-hour", "wind-down" };
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", f->dir);

  gtk_window_destroy (f->window);
  lueur_test_spin (50);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (f->settings, keys[i]);
  lueur_context_close (f->context);
  lueur_test_drain ();
  g_clear_object (&f->context);
  lueur_test_drain ();
  g_clear_object (&f->clock);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (f->dir);
}

static inline GtkWidget *
find_in (GtkWidget *widget, GType type, const char *property, const char *text)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    {
      g_autofree char *value = NULL;

      if (property == NULL)
        return widget;
      g_object_get (widget, property, &value, NULL);
      if (g_strcmp0 (value, text) == 0)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_in (child, type, property, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

#define FIND(dialog, type, property, text) find_in (GTK_WIDGET (dialog), type, property, text)

static inline gboolean
is_loaded (gpointer records)
{
  return lueur_records_get_loaded (records);
}

static inline LueurWellbeingDialog *
open_dialog (Fixture *f, const char *page)
{
  LueurWellbeingDialog *dialog = lueur_wellbeing_dialog_new (f->context);

  lueur_wellbeing_dialog_show_page (dialog, page);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (f->window));
  g_assert_true (lueur_test_wait_until (is_loaded, f->records, 3000));
  lueur_test_spin (100);
  return dialog;
}

/* What a key does to who listens, from @widget up. */
static inline gboolean
press (GtkWidget *widget, guint key)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

          if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
            continue;
          for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
            {
              g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
              GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

              if (GTK_IS_KEYVAL_TRIGGER (trigger) &&
                  gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key &&
                  gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == 0 &&
                  gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                gtk_shortcut_get_arguments (shortcut)))
                return TRUE;
            }
        }
    }
  return FALSE;
}

static inline GtkWidget *
focus_of (Fixture *f)
{
  return gtk_window_get_focus (f->window);
}

static inline AdwAlertDialog *
find_alert (Fixture *f)
{
  GtkWidget *found = find_in (GTK_WIDGET (f->window), ADW_TYPE_ALERT_DIALOG, NULL, NULL);

  g_assert_nonnull (found);
  return ADW_ALERT_DIALOG (found);
}


/* The button of the toast in sight. */
static inline void
press_undo (Fixture *f)
{
  GtkWidget *toast = find_in (GTK_WIDGET (f->window), g_type_from_name ("AdwToastWidget"), NULL, NULL);
  GtkWidget *button = toast != NULL ? find_in (toast, GTK_TYPE_BUTTON, "label", "_Undo") : NULL;

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  lueur_test_spin (200);
}

/* Shows what the app looks like. */
static inline void
lueur_test_init (int *argc, char ***argv)
{
  GtkCssProvider *style;

  gtk_test_init (argc, argv, NULL);
  adw_init ();
  style = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (style, "/io/github/lueur_app/Lueur/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_unref (style);
}
