/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Renders views of the real application to PNG, one process a language, colour scheme and width:
 *
 *   gallery DIR SUFFIX WIDTH HEIGHT light|dark VIEW[=ACTION,ACTION…]…
 *
 * Each view is what stands in the window after its actions ("app.…", or any action that the open dialog or the
 * window knows; "key=value" cannot be confused with one) were activated in turn; dialogs are closed in
 * between. Pictures are taken when every avatar is loaded and nothing moves. */

#include <adwaita.h>
#include <locale.h>
#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lueur-config.h"
#include "ui/application.h"
#include "ui/avatar/avatar.h"
#include "ui/library/face.h"

#define SETTLE_MS 350
#define LONGEST_MS 20000

typedef struct
{
  GtkApplication *app;
  const char *dir;
  const char *suffix;
  int width;
  int height;
  char **views;
  guint view;
  char **actions;
  guint action;
  gint64 since;
  int status;
} Gallery;

static gboolean step (gpointer data);

/* $LUEUR_SHOT_SETTLE: as many ms instead, where a machine is busy or a face must have come in. */
static guint
settle_ms (void)
{
  const char *given = g_getenv ("LUEUR_SHOT_SETTLE");

  return given != NULL ? (guint) CLAMP (g_ascii_strtoll (given, NULL, 10), 1, 60000) : SETTLE_MS;
}

static void
later (Gallery *self, guint ms)
{
  g_timeout_add (ms, step, self);
}

/* Whether something below @widget still loads. */
static gboolean
is_busy (GtkWidget *widget)
{
  gboolean loading = FALSE;

  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (LUEUR_IS_AVATAR (widget))
    {
      g_object_get (widget, "loading", &loading, NULL);
      return loading;
    }
  if (LUEUR_IS_FACE_TILE (widget) && lueur_face_tile_is_loading (LUEUR_FACE_TILE (widget)))
    return TRUE;
  if (ADW_IS_SPINNER (widget))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_busy (child))
      return TRUE;
  return FALSE;
}

/* FALSE while the window is being laid out: ask again after the next frame. */
static gboolean
save (Gallery *self, GtkWindow *window, const char *name)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file = g_strdup_printf ("%s-%s.png", name, self->suffix);
  g_autofree char *path = g_build_filename (self->dir, file, NULL);
  int width = gtk_widget_get_width (GTK_WIDGET (window)), height = gtk_widget_get_height (GTK_WIDGET (window));

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node == NULL)
    {
      gtk_widget_queue_draw (GTK_WIDGET (window));
      return FALSE;
    }
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (!gdk_texture_save_to_png (texture, path))
    {
      g_printerr ("%s: could not be written\n", path);
      self->status = 1;
    }
  return TRUE;
}

static void
close_dialogs (GtkWindow *window)
{
  AdwDialog *dialog;

  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))) != NULL)
    adw_dialog_force_close (dialog);
}

/* “gallery.end”: to the end of whatever scrolls in sight. */
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

static gboolean
activate (Gallery *self, GtkWindow *window, const char *action)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_auto (GStrv) parts = g_strsplit (action, "::", 2);
  GVariant *target = parts[1] != NULL ? g_variant_new_string (parts[1]) : NULL;

  if (g_str_equal (action, "gallery.end"))
    {
      scroll_to_end (dialog != NULL ? GTK_WIDGET (dialog) : GTK_WIDGET (window));
      return TRUE;
    }
  if (g_str_has_prefix (action, "app."))
    {
      if (!g_action_group_has_action (G_ACTION_GROUP (self->app), parts[0] + 4))
        return FALSE;
      g_action_group_activate_action (G_ACTION_GROUP (self->app), parts[0] + 4, target);
      return TRUE;
    }
  /* What a page of the dialog knows, is known from where the focus is. */
  if (dialog != NULL && gtk_window_get_focus (window) != NULL &&
      gtk_widget_is_ancestor (gtk_window_get_focus (window), GTK_WIDGET (dialog)) && target == NULL &&
      gtk_widget_activate_action_variant (gtk_window_get_focus (window), parts[0], NULL))
    return TRUE;
  return gtk_widget_activate_action_variant (dialog != NULL ? GTK_WIDGET (dialog) : GTK_WIDGET (window), parts[0], target);
}

static gboolean
step (gpointer data)
{
  Gallery *self = data;
  GtkWindow *window = gtk_application_get_active_window (self->app);
  const char *view = self->views[self->view];
  g_autofree char *name = NULL;

  if (view == NULL)
    {
      _exit (self->status);
    }
  name = g_strndup (view, strcspn (view, "="));

  if (window == NULL || (is_busy (GTK_WIDGET (window)) && g_get_monotonic_time () - self->since < LONGEST_MS * 1000))
    {
      later (self, 100);
      return G_SOURCE_REMOVE;
    }
  if (self->actions == NULL)
    {
      const char *list = strchr (view, '=');

      close_dialogs (window);
      /* Pictures show what people get, not the stripes of a development build. */
      gtk_widget_remove_css_class (GTK_WIDGET (window), "devel");
      self->actions = g_strsplit (list != NULL ? list + 1 : "", ",", -1);
      self->action = 0;
      self->since = g_get_monotonic_time ();
      later (self, settle_ms ());
      return G_SOURCE_REMOVE;
    }
  /* All of a page that is longer than the window, for the eyes of whoever works on it. */
  if (g_getenv ("LUEUR_SHOT_TALL") != NULL && adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL)
    adw_dialog_set_content_height (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)), self->height);
  if (self->actions[self->action] != NULL)
    {
      const char *action = self->actions[self->action++];

      if (!activate (self, window, action))
        {
          g_printerr ("%s: there is no action “%s”\n", name, action);
          self->status = 1;
        }
      self->since = g_get_monotonic_time ();
      later (self, settle_ms ());
      return G_SOURCE_REMOVE;
    }
  if (!save (self, window, name) && g_get_monotonic_time () - self->since < LONGEST_MS * 1000)
    {
      later (self, 100);
      return G_SOURCE_REMOVE;
    }
  g_clear_pointer (&self->actions, g_strfreev);
  self->view++;
  later (self, 20);
  return G_SOURCE_REMOVE;
}

static void
on_window_added (GtkApplication *app, GtkWindow *window, Gallery *self)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (window));
  const char *scale = g_getenv ("LUEUR_TEXT_SCALE");

  gtk_window_set_default_size (window, self->width, self->height);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  /* As the desktop's “large text” does it: by the resolution that fonts are told. */
  if (scale != NULL)
    g_object_set (settings, "gtk-xft-dpi", (int) (96 * 1024 * g_ascii_strtod (scale, NULL)), NULL);
}

int
main (int argc, char **argv)
{
  Gallery self = { 0 };
  g_autoptr (LueurApplication) app = NULL;

  if (argc < 7)
    {
      g_printerr ("usage: gallery DIR SUFFIX WIDTH HEIGHT light|dark VIEW[=ACTION,…]…\n");
      return 2;
    }
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LUEUR_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  self.dir = argv[1];
  self.suffix = argv[2];
  self.width = atoi (argv[3]);
  self.height = atoi (argv[4]);
  self.views = argv + 6;
  self.since = g_get_monotonic_time ();

  app = lueur_application_new ();
  g_application_set_flags (G_APPLICATION (app), G_APPLICATION_NON_UNIQUE);
  self.app = GTK_APPLICATION (app);
  g_application_register (G_APPLICATION (app), NULL, NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), strcmp (argv[5], "dark") == 0
                                                                            ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                            : ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_signal_connect (app, "window-added", G_CALLBACK (on_window_added), &self);
  later (&self, 1200);
  return g_application_run (G_APPLICATION (app), 1, argv);
}
