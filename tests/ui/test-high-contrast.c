/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where high contrast is asked for (ADW_DEBUG_HIGH_CONTRAST), lines say what tints say elsewhere. Measured in pixels: 3 to 1
 * is what WCAG 2.2 asks of what is not text. */

#include <adwaita.h>

#include "support/loop.h"
#include "ui/pixels.h"

typedef struct
{
  GtkWindow *window;
  GtkWidget *box;
} Fixture;

static AdwApplication *application;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->window = GTK_WINDOW (adw_window_new ());
  f->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  g_object_set (f->box, "margin-top", 24, "margin-start", 24, "margin-end", 24, NULL);
  g_object_set (gtk_widget_get_settings (f->box), "gtk-enable-animations", FALSE, NULL);
  gtk_window_set_default_size (f->window, 360, 300);
  adw_window_set_content (ADW_WINDOW (f->window), f->box);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  gtk_window_destroy (f->window);
  lueur_test_drain ();
}

/* Of what is from @from to @to px beyond the left edge, halfway down. */
static double
contrast_at_edge (GtkWidget *widget, float from, float to)
{
  graphene_rect_t area;

  /* With its border and padding: those lie outside its own coordinates. */
  g_assert_true (gtk_widget_compute_bounds (widget, widget, &area));
  graphene_rect_init (&area, area.origin.x + from, area.origin.y + area.size.height / 2 - 2, to - from, 4);
  return lueur_test_contrast_in (widget, &area);
}

static void
show (Fixture *f, gboolean dark)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  gtk_window_present (f->window);
  lueur_test_spin (300);
}

/* Inside its border the chosen button has a ring; the others have nothing. */
static void
test_chosen (Fixture *f, gconstpointer data)
{
  GtkWidget *chosen = gtk_toggle_button_new_with_label ("She"), *other = gtk_toggle_button_new_with_label ("He");

  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (other), GTK_TOGGLE_BUTTON (chosen));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chosen), TRUE);
  gtk_box_append (GTK_BOX (f->box), chosen);
  gtk_box_append (GTK_BOX (f->box), other);
  for (guint dark = 0; dark < 2; dark++)
    {
      show (f, dark);
      g_assert_cmpfloat (contrast_at_edge (chosen, 1.5f, 9.5f), >=, 3);
      g_assert_cmpfloat (contrast_at_edge (other, 1.5f, 9.5f), <, 1.2);
    }
}

/* A stage that is as light as its page has an edge: the line that libadwaita puts around everything then, which is half as dark
 * as words (2.9 to 1). */
static void
test_stage (Fixture *f, gconstpointer data)
{
  GtkWidget *stage = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_size_request (stage, -1, 120);
  gtk_widget_add_css_class (stage, data);
  gtk_box_append (GTK_BOX (f->box), stage);
  for (guint dark = 0; dark < 2; dark++)
    {
      show (f, dark);
      g_assert_cmpfloat (contrast_at_edge (stage, -4, 4), >=, 2.8);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  gtk_test_init (&argc, &argv, NULL);
  application = g_object_new (ADW_TYPE_APPLICATION, "application-id", "io.github.lueur_app.Test", "flags",
                              G_APPLICATION_NON_UNIQUE, "resource-base-path", "/io/github/lueur_app/Lueur", NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);
  g_assert_true (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()));
  g_test_add ("/high-contrast/chosen", Fixture, NULL, set_up, test_chosen, tear_down);
  g_test_add ("/high-contrast/companion-stage", Fixture, "companion-stage", set_up, test_stage, tear_down);
  g_test_add ("/high-contrast/editor-stage", Fixture, "lueur-editor-stage", set_up, test_stage, tear_down);
  result = g_test_run ();
  g_clear_object (&application);
  return result;
}
