/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The short tour beside the first conversation: three cards, by keyboard, once, and out of the way. */

#include <adwaita.h>
#include <locale.h>

#include "support/loop.h"
#include "ui/chat/chat-view.h"
#include "ui/chat/composer.h"
#include "ui/shot.h"
#include "ui/tour.h"
#include "ui/welcome.h"
#include "ui/window.h"

static AdwApplication *application;

typedef struct
{
  char *dir;
  LueurContext *context;
  LueurWindow *window;
} Fixture;

static GSettings *
settings (void)
{
  static GSettings *all;

  if (all == NULL)
    all = g_settings_new ("io.github.lueur_app.Lueur");
  return all;
}

static void
open_window (Fixture *f)
{
  f->context = lueur_context_new (NULL, f->dir);
  f->window = lueur_window_new (application, f->context);
  gtk_window_present (GTK_WINDOW (f->window));
}

static void
close_window (Fixture *f)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  lueur_test_drain ();
  lueur_context_close (f->context);
  g_clear_object (&f->context);
  lueur_test_drain ();
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_settings_reset (settings (), "tour-seen");
  g_settings_set_int (settings (), "window-width", 1100);
  f->dir = g_dir_make_tmp ("lueur-tour-XXXXXX", NULL);
  open_window (f);
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (f->window)), "gtk-enable-animations", FALSE, NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  const char *argv[] = { "rm", "-rf", f->dir, NULL };

  close_window (f);
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL));
  g_free (f->dir);
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget) || G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return gtk_widget_get_mapped (widget) ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

typedef struct
{
  Fixture *f;
  GType type;
} Sight;

static gboolean
is_seen (gpointer data)
{
  Sight *sight = data;

  return find (GTK_WIDGET (sight->f->window), sight->type) != NULL;
}

static gboolean
is_gone (gpointer data)
{
  return !is_seen (data);
}

static gpointer
wait_for (Fixture *f, GType type)
{
  Sight sight = { f, type };

  g_assert_true (lueur_test_wait_until (is_seen, &sight, 8000));
  return find (GTK_WIDGET (f->window), type);
}

static void
wait_gone (Fixture *f)
{
  Sight sight = { f, LUEUR_TYPE_TOUR };

  g_assert_true (lueur_test_wait_until (is_gone, &sight, 3000));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (f->window), "tour-face"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (f->window), "tour-menu"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (f->window), "tour-time"));
}

static GtkWidget *
begin (Fixture *f)
{
  wait_for (f, LUEUR_TYPE_WELCOME);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->window), "win.just-talk", NULL));
  return wait_for (f, LUEUR_TYPE_TOUR);
}

/* Three cards; the composer keeps the focus. */
static void
test_through (Fixture *f, gconstpointer data)
{
  GtkWidget *tour = begin (f), *window = GTK_WIDGET (f->window);
  LueurComposer *composer = wait_for (f, LUEUR_TYPE_COMPOSER);

  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window)) == lueur_composer_get_view (composer));
  gtk_test_accessible_assert_role (tour, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (tour, GTK_ACCESSIBLE_PROPERTY_LABEL, "A short tour");
  g_assert_true (gtk_widget_has_css_class (window, "tour-face"));
  lueur_test_spin (200);
  lueur_test_shot (GTK_WINDOW (f->window), "tour-1");
  gtk_widget_activate_action (tour, "tour.next", NULL);
  g_assert_true (gtk_widget_has_css_class (window, "tour-menu") && !gtk_widget_has_css_class (window, "tour-face"));
  lueur_test_spin (200);
  lueur_test_shot (GTK_WINDOW (f->window), "tour-2");
  gtk_widget_activate_action (tour, "tour.next", NULL);
  g_assert_true (gtk_widget_has_css_class (window, "tour-time"));
  gtk_widget_activate_action (tour, "tour.next", NULL);
  wait_gone (f);
  g_assert_true (g_settings_get_boolean (settings (), "tour-seen"));
}

/* Skipped with the keys; the focus goes back to where one writes, and it never comes again. */
static void
test_skipped (Fixture *f, gconstpointer data)
{
  GtkWidget *tour = begin (f);
  Sight sight = { f, LUEUR_TYPE_TOUR };

  g_assert_true (gtk_widget_child_focus (tour, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_activate_action (gtk_window_get_focus (GTK_WINDOW (f->window)), "tour.end", NULL));
  wait_gone (f);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window)) ==
                 lueur_composer_get_view (wait_for (f, LUEUR_TYPE_COMPOSER)));
  close_window (f);
  open_window (f);
  wait_for (f, LUEUR_TYPE_COMPOSER);
  g_assert_false (lueur_test_wait_until (is_seen, &sight, 1500));
}

/* Who sends something has found out already. */
static void
test_written (Fixture *f, gconstpointer data)
{
  LueurComposer *composer;

  begin (f);
  composer = wait_for (f, LUEUR_TYPE_COMPOSER);
  lueur_composer_set_text (composer, "Hello.");
  gtk_widget_activate_action (GTK_WIDGET (composer), "composer.send", NULL);
  wait_gone (f);
}

/* Closed with the tour on its way, and with it in sight. */
static void
test_closed (Fixture *f, gconstpointer data)
{
  wait_for (f, LUEUR_TYPE_WELCOME);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.just-talk", NULL);
  wait_for (f, LUEUR_TYPE_COMPOSER);
  close_window (f);
  lueur_test_spin (1200);
  g_settings_reset (settings (), "tour-seen");
  open_window (f);
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "C.UTF-8");
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);
  application = adw_application_new ("io.github.lueur_app.LueurTest", G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
#define ADD(name, func) g_test_add ("/tour/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("through", test_through);
  ADD ("skipped", test_skipped);
  ADD ("written", test_written);
  ADD ("closed", test_closed);
  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
