/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Renders views of the real application to PNG, one process a language, colour scheme and width:
 *
 *   gallery DIR SUFFIX WIDTH HEIGHT light|dark VIEW[=ACTION,ACTION…]…
 *
 * Each view is what stands in the window after its actions (act.h) were done in turn; dialogs are closed in
 * between. Pictures are taken when every avatar is loaded and nothing moves.
 *
 * LUEUR_INSPECT names what is looked for in each view (inspect.h); what is wrong is printed, a line each, as
 * "view: kind: what", and "@view" on standard error before each. Without a folder ("-") nothing is rendered.
 *
 * With LUEUR_STEPS each view is printed as "@view" when it has settled, after "!title" for each row that can be pressed, and
 * stands until a line comes in: for whoever looks at it through the accessibility bus. */

#include <adwaita.h>
#include <glib-unix.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "act.h"
#include "support/fault-vfs.h"
#include "ui/inspect.h"
#include "lueur-config.h"
#include "ui/application.h"
#include "ui/avatar/avatar.h"
#include "ui/chat/chat-view.h"
#include "ui/chat/composer.h"
#include "ui/library/face.h"
#include "ui/waiting.h"

/* How often it is looked whether a view has settled, how long nothing is drawn before it has, how many frames it gets at
 * least (what opens is laid out in the first one, and often again in the second), and after how long it counts as settled
 * all the same. */
#define LOOK_MS 15
#define STILL_MS 60
#define FRAMES 3
#define RESTLESS_MS 900
#define LONGEST_MS 20000
/* What the start of the program gets. */
#define FIRST_MS 600
/* After which something that is waited for is taken to be so on purpose. */
#define WAITING_MS 1500
/* What is waited for where nothing is. */
#define AT_ONCE_MS 1
/* How often, and after how long each time, it is tried again to do what cannot be done yet. */
#define MOST_TRIES 10
#define RETRY_MS 200

typedef struct
{
  GtkApplication *app;
  const char *dir; /* NULL: no pictures */
  const char *suffix;
  char **kinds;
  int width;
  int height;
  char **views;
  guint view;
  char **actions;
  guint action;
  gint64 since;
  gint64 painted;
  guint frames; /* since the last step */
  guint wait;
  guint tries; /* to do what is next */
  gboolean begun; /* the program has started */
  int status;
} Gallery;

static gboolean step (gpointer data);

/* $LUEUR_SHOT_SETTLE: as many ms at least, where a machine is busy or a face must have come in. */
static guint
settle_ms (void)
{
  const char *given = g_getenv ("LUEUR_SHOT_SETTLE");

  return given != NULL ? (guint) CLAMP (g_ascii_strtoll (given, NULL, 10), 1, 60000) : STILL_MS;
}

static void
later (Gallery *self, guint ms)
{
  g_timeout_add (ms, step, self);
}

static void
on_painted (GdkFrameClock *frame_clock, Gallery *self)
{
  self->painted = g_get_monotonic_time ();
  self->frames++;
}

/* Whether something below @widget still loads, or a reply is still written. What is waited for may be what the picture is to
 * show: see WAITING_MS. */
static gboolean
is_busy (GtkWidget *widget, gboolean waits)
{
  gboolean loading = FALSE, busy = FALSE;

  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (LUEUR_IS_AVATAR (widget))
    {
      g_object_get (widget, "loading", &loading, NULL);
      return loading;
    }
  if (LUEUR_IS_FACE_TILE (widget) && lueur_face_tile_is_loading (LUEUR_FACE_TILE (widget)))
    return TRUE;
  if (ADW_IS_SPINNER (widget) || LUEUR_IS_WAITING (widget))
    return waits;
  if (LUEUR_IS_COMPOSER (widget))
    {
      g_object_get (widget, "busy", &busy, NULL);
      return busy;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_busy (child, waits))
      return TRUE;
  return FALSE;
}

/* Whether a thread beside this one has something to do: what it reads or draws will show. */
static gboolean
works_aside (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc/self/task", 0, NULL);
  g_autofree char *own = g_strdup_printf ("%d", (int) getpid ());
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename ("/proc/self/task", name, "stat", NULL);
      g_autofree char *stat = NULL;
      const char *state;

      /* “number (name) state …” */
      if (!g_str_equal (name, own) && g_file_get_contents (path, &stat, NULL, NULL) && (state = strrchr (stat, ')')) != NULL &&
          (g_str_has_prefix (state, ") R") || g_str_has_prefix (state, ") D")))
        return TRUE;
    }
  return FALSE;
}

/* Whether everything is where it will stay. */
static gboolean
has_settled (Gallery *self, GtkWindow *window)
{
  gint64 now = g_get_monotonic_time (), passed = (now - self->since) / 1000;

  if (window == NULL)
    return FALSE;
  if (self->wait == AT_ONCE_MS)
    return passed >= self->wait;
  /* Frames come by themselves only while something moves. */
  if (self->frames < FRAMES && gtk_widget_get_realized (GTK_WIDGET (window)))
    gdk_frame_clock_request_phase (gtk_widget_get_frame_clock (GTK_WIDGET (window)), GDK_FRAME_CLOCK_PHASE_PAINT);
  if (self->wait > 0)
    return passed >= self->wait && (self->frames >= FRAMES || passed >= LONGEST_MS);
  if (passed < (self->begun ? settle_ms () : FIRST_MS) ||
      ((is_busy (GTK_WIDGET (window), passed < WAITING_MS) || works_aside ()) && passed < LONGEST_MS))
    return FALSE;
  /* What was done before has to have been drawn: a picture is of the last frame, and on a busy machine that may still be the
   * one of the view before, however much time has passed. */
  return (self->frames >= FRAMES && (passed >= RESTLESS_MS || now - self->painted >= STILL_MS * 1000)) || passed >= LONGEST_MS;
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
  g_autofree char *path = self->dir != NULL ? g_build_filename (self->dir, file, NULL) : NULL;
  int width = gtk_widget_get_width (GTK_WIDGET (window)), height = gtk_widget_get_height (GTK_WIDGET (window));

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node == NULL)
    {
      gtk_widget_queue_draw (GTK_WIDGET (window));
      return FALSE;
    }
  if (path == NULL)
    return TRUE;
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
inspect (Gallery *self, GtkWindow *window, const char *name)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  GtkWidget *root = dialog != NULL ? GTK_WIDGET (dialog) : GTK_WIDGET (window);

  for (guint i = 0; self->kinds[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) wrong = lueur_inspect (root, self->kinds[i]);

      for (guint j = 0; j < wrong->len; j++)
        g_print ("%s: %s: %s\n", name, self->kinds[i], (char *) g_ptr_array_index (wrong, j));
    }
}

/* Whether there were any. */
static gboolean
close_dialogs (GtkWindow *window)
{
  AdwDialog *dialog;
  gboolean closed = FALSE;

  for (; (dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))) != NULL; closed = TRUE)
    adw_dialog_force_close (dialog);
  return closed;
}

/* All of a page that is longer than the window, for the eyes of whoever works on it. */
static gboolean
make_tall (Gallery *self, GtkWindow *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  if (g_getenv ("LUEUR_SHOT_TALL") == NULL || dialog == NULL || adw_dialog_get_content_height (dialog) == self->height)
    return FALSE;
  adw_dialog_set_content_height (dialog, self->height);
  return TRUE;
}

/* Pictures are looked at, whatever a virtual display says: no companion dozes in the middle of them. */
static void
keep_awake (GtkWidget *widget)
{
  if (LUEUR_IS_CHAT_VIEW (widget))
    {
      if (lueur_chat_view_get_conversation (LUEUR_CHAT_VIEW (widget)) != NULL)
        lueur_chat_view_set_looked_at (LUEUR_CHAT_VIEW (widget), TRUE);
    }
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
      keep_awake (child);
}

static void
next_view (Gallery *self)
{
  g_clear_pointer (&self->actions, g_strfreev);
  self->view++;
  /* The next one begins at once, whatever still goes on in this one. */
  self->wait = AT_ONCE_MS;
  later (self, 1);
}

static gboolean
on_line (int fd, GIOCondition condition, gpointer data)
{
  char c = 0;

  /* Nobody is there any more. */
  if (read (fd, &c, 1) != 1)
    _exit (1);
  if (c != '\n')
    return G_SOURCE_CONTINUE;
  next_view (data);
  return G_SOURCE_REMOVE;
}

/* What a click on a row does something for, so that whoever looks can tell it from a row that only tells something. */
static void
tell_rows (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (ADW_IS_PREFERENCES_ROW (widget) && lueur_inspect_is_target (widget))
    {
      const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
      g_auto (GStrv) parts = g_strsplit (title, "_", adw_preferences_row_get_use_underline (ADW_PREFERENCES_ROW (widget)) ? 2 : 1);
      g_autofree char *plain = g_strjoinv ("", parts);

      g_print ("!%s\n", plain);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    tell_rows (child);
}

static void
let_be_seen (Gallery *self, GtkWindow *window, const char *name)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  tell_rows (dialog != NULL ? GTK_WIDGET (dialog) : GTK_WIDGET (window));
  g_print ("@%s\n", name);
  fflush (stdout);
  g_unix_fd_add (STDIN_FILENO, G_IO_IN | G_IO_HUP, on_line, self);
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
      fflush (stdout);
      _exit (self->status);
    }
  /* Pictures show what people get, not the stripes of a development build, which take their time to go. */
  gtk_widget_remove_css_class (GTK_WIDGET (window), "devel");
  keep_awake (GTK_WIDGET (window));
  if (!has_settled (self, window))
    {
      later (self, LOOK_MS);
      return G_SOURCE_REMOVE;
    }
  self->begun = TRUE;
  name = g_strndup (view, strcspn (view, "="));
  self->since = g_get_monotonic_time ();
  self->frames = 0;
  self->wait = 0;
  if (self->actions == NULL)
    {
      const char *list = strchr (view, '=');

      /* So that what GTK complains of can be told by view. */
      if (self->kinds != NULL)
        g_printerr ("@%s\n", name);
      self->actions = g_strsplit (list != NULL ? list + 1 : "", ",", -1);
      self->action = 0;
      if (close_dialogs (window))
        {
          later (self, LOOK_MS);
          return G_SOURCE_REMOVE;
        }
    }
  if (make_tall (self, window))
    {
      later (self, LOOK_MS);
      return G_SOURCE_REMOVE;
    }
  if (self->actions[self->action] != NULL && *self->actions[self->action] != '\0')
    {
      const char *action = self->actions[self->action++];

      if (!lueur_gallery_act (self->app, window, action, &self->wait))
        {
          /* On a busy machine what it is for may still come. */
          if (self->tries++ < MOST_TRIES)
            {
              self->action--;
              self->wait = RETRY_MS;
              later (self, LOOK_MS);
              return G_SOURCE_REMOVE;
            }
          g_printerr ("%s: there is no action “%s”\n", name, action);
          self->status = 1;
        }
      self->tries = 0;
      make_tall (self, window);
      /* Then it is not for what was done before to end. */
      if (self->actions[self->action] != NULL && g_str_has_prefix (self->actions[self->action], "gallery.wait::"))
        lueur_gallery_act (self->app, window, self->actions[self->action++], &self->wait);
      later (self, LOOK_MS);
      return G_SOURCE_REMOVE;
    }
  if (!save (self, window, name))
    {
      later (self, LOOK_MS);
      return G_SOURCE_REMOVE;
    }
  if (self->kinds != NULL)
    inspect (self, window, name);
  if (g_getenv ("LUEUR_STEPS") != NULL)
    let_be_seen (self, window, name);
  else
    next_view (self);
  return G_SOURCE_REMOVE;
}

/* A window where nothing composes the screen has a frame of 5 px, which no desktop of today has. */
static void
take_frame_off (GdkDisplay *display)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_string (provider, "window.solid-csd { margin: 0; padding: 0; border: none; box-shadow: none; }");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_USER);
}

static void
on_realize (GtkWidget *window, Gallery *self)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_painted), self);
}

static void
on_window_added (GtkApplication *app, GtkWindow *window, Gallery *self)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (window));
  const char *scale = g_getenv ("LUEUR_TEXT_SCALE");

  gtk_window_set_default_size (window, self->width, self->height);
  /* As GNOME has it; and nothing moves by itself. */
  g_object_set (settings, "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, "gtk-decoration-layout", ":close", NULL);
  /* As the desktop's “large text” does it: by the resolution that fonts are told. */
  if (scale != NULL)
    g_object_set (settings, "gtk-xft-dpi", (int) (96 * 1024 * g_ascii_strtod (scale, NULL)), NULL);
  take_frame_off (gtk_widget_get_display (GTK_WIDGET (window)));
  g_signal_connect (window, "realize", G_CALLBACK (on_realize), self);
}

int
main (int argc, char **argv)
{
  Gallery self = { 0 };
  g_autoptr (LueurApplication) app = NULL;
  const char *folder = g_getenv ("LUEUR_LOCALE_DIR"), *kinds = g_getenv ("LUEUR_INSPECT"), *fault = g_getenv ("LUEUR_SHOT_FAULT");

  if (argc < 7)
    {
      g_printerr ("usage: gallery DIR SUFFIX WIDTH HEIGHT light|dark VIEW[=ACTION,…]…\n");
      return 2;
    }
  setlocale (LC_ALL, "");
  /* Pseudo-languages are where nothing is installed from. */
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LUEUR_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  self.dir = g_str_equal (argv[1], "-") ? NULL : argv[1];
  self.suffix = argv[2];
  self.kinds = kinds != NULL ? g_strsplit (kinds, " ", -1) : NULL;
  self.width = atoi (argv[3]);
  self.height = atoi (argv[4]);
  self.views = argv + 6;
  self.since = g_get_monotonic_time ();

  lueur_fault_vfs_install ();
  /* From the very start, for the views of a window that opens. */
  if (fault != NULL)
    lueur_fault_vfs_arm (g_str_equal (fault, "read") ? LUEUR_FAULT_VFS_READ : LUEUR_FAULT_VFS_SLOW, LONGEST_MS);
  app = lueur_application_new ();
  g_application_set_flags (G_APPLICATION (app), G_APPLICATION_NON_UNIQUE);
  self.app = GTK_APPLICATION (app);
  g_application_register (G_APPLICATION (app), NULL, NULL);
  if (g_getenv ("LUEUR_RTL") != NULL)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), strcmp (argv[5], "dark") == 0
                                                                            ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                            : ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_signal_connect (app, "window-added", G_CALLBACK (on_window_added), &self);
  later (&self, LOOK_MS);
  return g_application_run (G_APPLICATION (app), 1, argv);
}
