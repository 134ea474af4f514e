/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A window with a library of its own, in a folder that goes away with it. */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "support/loop.h"
#include "ui/avatar/avatar.h"
#include "ui/welcome.h"
#include "ui/window.h"

typedef struct
{
  char *dir;
  LueurContext *context;
  LueurWindow *window;
} Fixture;

#define CALL(result, call, ...) \
  g_autoptr (GAsyncResult) result = NULL; \
  call##_async (__VA_ARGS__, NULL, lueur_test_keep_result, &result); \
  lueur_test_await (&result)

static AdwApplication *application;

static inline GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static inline gpointer
seen (Fixture *f, GType type)
{
  return find (GTK_WIDGET (f->window), type);
}

typedef struct
{
  Fixture *f;
  GType type;
} Wanted;

static inline gboolean
is_seen (gpointer data)
{
  Wanted *wanted = data;

  return seen (wanted->f, wanted->type) != NULL;
}

static inline gpointer
wait_for (Fixture *f, GType type)
{
  Wanted wanted = { f, type };

  g_assert_true (lueur_test_wait_until (is_seen, &wanted, 10000));
  return seen (f, type);
}

static inline LueurLibrary *
library (Fixture *f)
{
  return lueur_context_get_library (f->context);
}

static inline void
open_window (Fixture *f)
{
  f->context = lueur_context_new (NULL, f->dir);
  f->window = lueur_window_new (application, f->context);
  gtk_window_present (GTK_WINDOW (f->window));
}

static inline gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static inline void
close_window (Fixture *f)
{
  gpointer window = f->window, context = f->context;

  g_object_add_weak_pointer (G_OBJECT (window), &window);
  g_object_add_weak_pointer (G_OBJECT (context), &context);
  gtk_window_destroy (GTK_WINDOW (f->window));
  lueur_test_drain ();
  lueur_context_close (f->context);
  g_clear_object (&f->context);
  f->window = NULL;
  g_assert_true (lueur_test_wait_until (is_gone, &window, 20000));
  g_assert_true (lueur_test_wait_until (is_gone, &context, 20000));
}

static inline void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.lueur_app.Lueur");

  g_settings_reset (settings, "conversation");
  g_settings_set_int (settings, "window-width", 1100);
  g_settings_set_int (settings, "window-height", 760);
  f->dir = g_dir_make_tmp ("lueur-library-XXXXXX", NULL);
  open_window (f);
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (f->window)), "gtk-enable-animations", FALSE, NULL);
  wait_for (f, LUEUR_TYPE_WELCOME);
}

static inline void
tear_down (Fixture *f, gconstpointer data)
{
  const char *const names[] = { "lueur.db", "lueur.db-wal", "lueur.db-shm" };

  close_window (f);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (f->dir, names[i], NULL);

      g_remove (path);
    }
  g_rmdir (f->dir);
  g_clear_pointer (&f->dir, g_free);
}

static inline LueurPersona *
add (Fixture *f, const char *name, const char *tags, guint look)
{
  g_auto (GStrv) words = g_strsplit (tags, ",", -1);
  g_autofree char *json = lueur_avatar_dup_default_look (look);
  g_autoptr (LueurPersona) persona = g_object_new (LUEUR_TYPE_PERSONA, "name", name, "tags", words, "look", json,
                                                   "age", 28, "background", "Raised by the sea, reads at night.", NULL);

  CALL (saved, lueur_library_save_persona, library (f), persona);
  g_assert_true (lueur_library_save_persona_finish (library (f), saved, NULL));
  return persona;
}

static inline void
act (Fixture *f, const char *action, const char *format, ...)
{
  va_list list;
  GVariant *target = NULL;
  GtkWidget *from = gtk_window_get_focus (GTK_WINDOW (f->window));

  if (format != NULL)
    {
      va_start (list, format);
      target = g_variant_new_va (format, NULL, &list);
      va_end (list);
    }
  g_assert_true (gtk_widget_activate_action_variant (
      g_str_has_prefix (action, "win.") || from == NULL ? GTK_WIDGET (f->window) : from, action, target));
  lueur_test_spin (50);
}

static inline AdwDialog *
dialog (Fixture *f)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (f->window));
}
