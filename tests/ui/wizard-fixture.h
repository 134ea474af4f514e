/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The wizard in the window of the app, with a library of its own. */

#include <adwaita.h>
#include <string.h>

#include "support/loop.h"
#include "ui/avatar/avatar.h"
#include "ui/persona/wizard.h"
#include "ui/shot.h"
#include "ui/welcome.h"
#include "ui/window.h"

typedef struct
{
  char *dir;
  LueurContext *context;
  GtkWindow *window;
  LueurWizard *wizard;
  LueurPersona *persona;
  LueurPersona *saved;
} Fixture;

static AdwApplication *application;

static inline void
on_saved (LueurWizard *wizard, LueurPersona *persona, Fixture *f)
{
  g_set_object (&f->saved, persona);
}

static inline void
open_wizard (Fixture *f, LueurPersona *persona)
{
  g_clear_object (&f->persona);
  f->wizard = lueur_wizard_new (f->context, persona);
  g_signal_connect (f->wizard, "saved", G_CALLBACK (on_saved), f);
  g_object_get (f->wizard, "persona", &f->persona, NULL);
  adw_dialog_present (ADW_DIALOG (f->wizard), GTK_WIDGET (f->window));
  lueur_test_spin (200);
}

static inline GtkWidget *
find (GtkWidget *widget, GType type, const char *property, const char *value)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    {
      g_autofree char *text = NULL;

      if (property == NULL)
        return widget;
      g_object_get (widget, property, &text, NULL);
      if (g_strcmp0 (text, value) == 0)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, property, value);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static inline gboolean
is_open (gpointer data)
{
  Fixture *f = data;

  return find (GTK_WIDGET (f->window), LUEUR_TYPE_WELCOME, NULL, NULL) != NULL;
}

static inline void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.lueur_app.Lueur");

  g_settings_set_int (settings, "window-width", 1100);
  g_settings_set_int (settings, "window-height", 760);
  f->dir = g_dir_make_tmp ("lueur-wizard-XXXXXX", NULL);
  f->context = lueur_context_new (NULL, f->dir);
  f->window = GTK_WINDOW (lueur_window_new (application, f->context));
  gtk_window_present (f->window);
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (f->window)), "gtk-enable-animations", FALSE, NULL);
  g_assert_true (lueur_test_wait_until (is_open, f, 10000));
}

static inline void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", f->dir);

  gtk_window_destroy (f->window);
  lueur_test_drain ();
  g_clear_object (&f->persona);
  g_clear_object (&f->saved);
  lueur_context_close (f->context);
  g_clear_object (&f->context);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (f->dir);
}

static inline GtkWidget *
find_relation (Fixture *f, const char *title)
{
  GtkWidget *row = find (GTK_WIDGET (f->wizard), ADW_TYPE_ACTION_ROW, "title", title);

  g_assert_nonnull (row);
  return GTK_WIDGET (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)));
}

static inline void
act (Fixture *f, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->wizard), action, NULL));
  lueur_test_spin (150);
}

static inline LueurSettings *
settings (Fixture *f)
{
  return lueur_context_get_settings (f->context);
}

static inline GtkWidget *
find_question (Fixture *f)
{
  return find (GTK_WIDGET (f->window), ADW_TYPE_ALERT_DIALOG, NULL, NULL);
}

static inline void
answer (Fixture *f, const char *response)
{
  GtkWidget *question = find_question (f);

  g_assert_nonnull (question);
  g_signal_emit_by_name (question, "response", response);
  adw_dialog_force_close (ADW_DIALOG (question));
  lueur_test_spin (200);
}

/* A companion that is stored already. */
static inline LueurPersona *
store (Fixture *f, LueurPersona *persona)
{
  g_autoptr (GAsyncResult) result = NULL;

  lueur_library_save_persona_async (lueur_context_get_library (f->context), persona, NULL, lueur_test_keep_result, &result);
  lueur_test_await (&result);
  g_assert_true (lueur_library_save_persona_finish (lueur_context_get_library (f->context), result, NULL));
  return persona;
}

static inline void
wish (Fixture *f, const char *sentence)
{
  GtkWidget *row = find (GTK_WIDGET (f->wizard), g_type_from_name ("LueurTextRow"), "title", "I would like…");
  GtkWidget *read = find (GTK_WIDGET (f->wizard), ADW_TYPE_BUTTON_ROW, NULL, NULL);

  g_assert_false (gtk_widget_get_sensitive (read));
  g_object_set (row, "text", sentence, NULL);
  g_assert_true (gtk_widget_get_sensitive (read));
  g_signal_emit_by_name (read, "activated");
  lueur_test_spin (400);
}

static inline int
run_wizard_tests (int *argc, char ***argv, void (*add) (void))
{
  g_autoptr (GError) error = NULL;
  int result;

  gtk_test_init (argc, argv, NULL);
  application = g_object_new (ADW_TYPE_APPLICATION, "application-id", "io.github.lueur_app.Test", "flags",
                              G_APPLICATION_NON_UNIQUE, "resource-base-path", "/io/github/lueur_app/Lueur", NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);
  add ();
  result = g_test_run ();
  g_clear_object (&application);
  return result;
}
