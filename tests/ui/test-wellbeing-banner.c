/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "support/fake-clock.h"
#include "support/loop.h"
#include "ui/wellbeing/age-line.h"
#include "ui/wellbeing/notice-row.h"
#include "ui/wellbeing/nudge-banner.h"

typedef struct
{
  LueurFakeClock *clock;
  LueurSettings *settings;
  LueurWellbeing *wellbeing;
  GtkWidget *window;
  GtkWidget *banner;
  GtkWidget *notice;
} Fixture;

static void
setup (Fixture *f, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GSettings *gsettings;

  f->clock = lueur_fake_clock_new ("Europe/Paris", 2026, 5, 4, 10, 0);
  f->settings = lueur_settings_new ();
  gsettings = lueur_settings_get_gsettings (f->settings);
  g_settings_reset (gsettings, "nudge-silent-until");
  g_settings_reset (gsettings, "wellbeing-state");
  g_settings_reset (gsettings, "daily-goal-minutes");
  g_settings_reset (gsettings, "wind-down");
  f->wellbeing = lueur_wellbeing_new (LUEUR_CLOCK (f->clock), f->settings);
  lueur_wellbeing_set_focused (f->wellbeing, TRUE);
  f->banner = lueur_nudge_banner_new (f->wellbeing);
  f->notice = lueur_notice_row_new (f->wellbeing);
  f->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 360, 294);
  gtk_box_append (GTK_BOX (box), f->notice);
  gtk_box_append (GTK_BOX (box), f->banner);
  adw_window_set_content (ADW_WINDOW (f->window), box);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  gtk_window_present (GTK_WINDOW (f->window));
  lueur_test_spin (50);
}

static void
teardown (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  lueur_test_drain ();
  g_assert_finalize_object (f->wellbeing);
  g_assert_finalize_object (f->settings);
  g_assert_finalize_object (f->clock);
}

static void
use (Fixture *f, guint minutes)
{
  for (guint i = 0; i < minutes * 3; i++)
    {
      lueur_fake_clock_advance_seconds (f->clock, 20);
      lueur_wellbeing_note_input (f->wellbeing, FALSE);
    }
  lueur_test_spin (50);
}

/* The first widget of @type below @widget that is to be seen and, where @label is given, bears it. */
static GtkWidget *
find (GtkWidget *widget, GType type, const char *label)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    {
      g_autofree char *text = NULL;

      if (label == NULL)
        return widget;
      g_object_get (widget, "label", &text, NULL);
      if (g_strcmp0 (text, label) == 0)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
click (Fixture *f, const char *label)
{
  GtkWidget *button = find (f->banner, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  lueur_test_spin (50);
}

/* Set LUEUR_TEST_PNG to a folder to look at what was tested. */
static void
picture (Fixture *f, const char *name)
{
  const char *dir = g_getenv ("LUEUR_TEST_PNG");
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *path = NULL;

  if (dir == NULL)
    return;
  paintable = gtk_widget_paintable_new (f->window);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (f->window), gtk_widget_get_height (f->window));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (f->window)), node, NULL);
  path = g_strdup_printf ("%s/banner-%s.png", dir, name);
  gdk_texture_save_to_png (texture, path);
}

static void
test_nudge (Fixture *f, gconstpointer data)
{
  GtkWidget *status;

  g_assert_null (find (f->banner, GTK_TYPE_BUTTON, NULL));
  use (f, 30);
  picture (f, "nudge");
  g_assert_nonnull (find (f->banner, GTK_TYPE_LABEL, "30 minutes since the last pause"));
  g_assert_nonnull (find (f->banner, GTK_TYPE_LABEL, "How about 5 minutes away from the screen?"));
  status = gtk_widget_get_parent (find (f->banner, GTK_TYPE_LABEL, "30 minutes since the last pause"));
  gtk_test_accessible_assert_role (status, GTK_ACCESSIBLE_ROLE_STATUS);
  /* It does not take the focus from where the person writes. */
  g_assert_null (gtk_widget_get_focus_child (f->banner));

  click (f, "In 5 Minutes");
  g_assert_null (find (f->banner, GTK_TYPE_BUTTON, NULL));
  g_assert_false (lueur_wellbeing_get_nudge (f->wellbeing));
  use (f, 5);
  click (f, "Take a Break");
  g_assert_null (find (f->banner, GTK_TYPE_BUTTON, NULL));
  use (f, 30);
  click (f, "Not Today");
  use (f, 120);
  g_assert_null (find (f->banner, GTK_TYPE_BUTTON, NULL));
}

/* What was understood of an age is said in one line, with the way to correct it. */
static void
test_age (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurAge) age = lueur_age_new (LUEUR_CLOCK (f->clock), f->settings);
  GtkWidget *line = lueur_age_line_new (age), *status;

  lueur_settings_set_adulthood (f->settings, LUEUR_ADULTHOOD_UNKNOWN);
  gtk_box_append (GTK_BOX (adw_window_get_content (ADW_WINDOW (f->window))), line);
  lueur_test_spin (50);
  g_assert_null (find (line, GTK_TYPE_BUTTON, NULL));
  lueur_age_note (age, "je suis en 4e", "");
  lueur_test_spin (50);
  picture (f, "age");
  g_assert_nonnull (find (line, GTK_TYPE_BUTTON, "My Age in the Preferences…"));
  status = gtk_widget_get_parent (gtk_widget_get_parent (find (line, GTK_TYPE_LABEL, NULL)));
  gtk_test_accessible_assert_role (status, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_widget_activate_action (line, "age.dismiss", NULL);
  lueur_test_spin (50);
  g_assert_null (find (line, GTK_TYPE_BUTTON, NULL));

  /* Corrected while it stands: nothing is left to say. */
  lueur_settings_set_adulthood (f->settings, LUEUR_ADULTHOOD_ADULT);
  lueur_age_note (age, "I'm 16", "");
  lueur_test_spin (50);
  g_assert_nonnull (find (line, GTK_TYPE_BUTTON, "My Age in the Preferences…"));
  lueur_settings_set_adulthood (f->settings, LUEUR_ADULTHOOD_UNKNOWN);
  lueur_test_spin (50);
  g_assert_null (find (line, GTK_TYPE_BUTTON, NULL));
  gtk_box_remove (GTK_BOX (adw_window_get_content (ADW_WINDOW (f->window))), line);
}

static void
test_lines (Fixture *f, gconstpointer data)
{
  GSettings *gsettings = lueur_settings_get_gsettings (f->settings);

  g_settings_set_uint (gsettings, "daily-goal-minutes", 20);
  g_settings_set_boolean (gsettings, "wind-down", TRUE);
  use (f, 10);
  picture (f, "goal");
  g_assert_nonnull (find (f->banner, GTK_TYPE_LABEL, "About 10 minutes are left of the goal you set for today."));
  g_signal_emit_by_name (find (f->banner, GTK_TYPE_BUTTON, NULL), "clicked");
  lueur_test_spin (50);
  g_assert_null (find (f->banner, GTK_TYPE_BUTTON, NULL));
  use (f, 10);
  picture (f, "wind-down");
  click (f, "Back to Normal");
  g_assert_null (find (f->banner, GTK_TYPE_BUTTON, NULL));
}

static void
test_notice (Fixture *f, gconstpointer data)
{
  GtkWidget *label = find (f->notice, GTK_TYPE_LABEL, "You are talking to an AI, not a human. It does not feel emotions.");

  picture (f, "notice");
  g_assert_nonnull (label);
  gtk_test_accessible_assert_role (gtk_widget_get_parent (label), GTK_ACCESSIBLE_ROLE_STATUS);
  /* There is nothing to dismiss it with. */
  g_assert_null (find (f->notice, GTK_TYPE_BUTTON, NULL));
  use (f, 10);
  g_assert_null (find (f->notice, GTK_TYPE_LABEL, NULL));
}

static void
test_without_wellbeing (void)
{
  GtkWidget *banner = g_object_ref_sink (lueur_nudge_banner_new (NULL));
  GtkWidget *notice = g_object_ref_sink (lueur_notice_row_new (NULL));

  gtk_widget_activate_action (banner, "nudge.break", NULL);
  g_assert_finalize_object (banner);
  g_assert_finalize_object (notice);
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkCssProvider) style = NULL;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  style = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (style, "/io/github/lueur_app/Lueur/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  g_test_add ("/wellbeing/banner/nudge", Fixture, NULL, setup, test_nudge, teardown);
  g_test_add ("/wellbeing/banner/age", Fixture, NULL, setup, test_age, teardown);
  g_test_add ("/wellbeing/banner/lines", Fixture, NULL, setup, test_lines, teardown);
  g_test_add ("/wellbeing/banner/notice", Fixture, NULL, setup, test_notice, teardown);
  g_test_add_func ("/wellbeing/banner/without-wellbeing", test_without_wellbeing);

  return g_test_run ();
}
