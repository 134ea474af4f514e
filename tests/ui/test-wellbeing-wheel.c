/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words for feelings, on a wheel and in a list. */

#include <math.h>

#include "core/language.h"
#include "core/wellbeing/people/feeling-words.h"
#include "ui/pixels.h"
#include "ui/wellbeing/feeling-list.h"
#include "ui/wellbeing/wheel-shape.h"
#include "ui/wellbeing/wheel.h"
#include "ui/window.h"
#include "wellbeing-fixture.h"

static void
test_feelings (Fixture *f, gconstpointer data)
{
  LueurWellbeingDialog *dialog = open_dialog (f, "feelings");
  GtkWidget *page = FIND (dialog, ADW_TYPE_NAVIGATION_PAGE, "title", "Feelings");
  GtkWidget *wheel = find_in (page, LUEUR_TYPE_WHEEL, NULL, NULL);
  GtkWidget *journal = find_in (page, ADW_TYPE_SWITCH_ROW, "title", "Keep a Journal of Feelings");

  gtk_test_accessible_assert_role (wheel, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_window_set_focus (f->window, NULL);
  g_assert_true (gtk_widget_child_focus (wheel, GTK_DIR_TAB_FORWARD));
  gtk_test_accessible_assert_role (focus_of (f), GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (focus_of (f), GTK_ACCESSIBLE_PROPERTY_LABEL, "Joy");
  g_assert_true (press (focus_of (f), GDK_KEY_Left));
  g_assert_cmpstr (lueur_wheel_get_selected (LUEUR_WHEEL (wheel)), ==, "anger");
  for (guint i = 0; i < 3; i++)
    g_assert_true (press (focus_of (f), GDK_KEY_Left));
  g_assert_true (press (focus_of (f), GDK_KEY_Up));
  g_assert_true (press (focus_of (f), GDK_KEY_Up));
  g_assert_cmpstr (lueur_wheel_get_selected (LUEUR_WHEEL (wheel)), ==, "curiosity");
  gtk_test_accessible_assert_property (focus_of (f), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Wonder");
  g_assert_true (press (focus_of (f), GDK_KEY_Down));
  g_assert_cmpstr (lueur_wheel_get_selected (LUEUR_WHEEL (wheel)), ==, "wonder");
  lueur_test_shot (f->window, "wheel");

  /* Named, and nothing kept, while there is no journal. */
  g_assert_true (press (focus_of (f), GDK_KEY_Return));
  g_assert_nonnull (find_in (page, GTK_TYPE_LABEL, "label", "Wonder. It has a name now."));
  g_assert_false (lueur_records_has_journal (f->records));
  g_assert_false (adw_switch_row_get_active (ADW_SWITCH_ROW (journal)));
  adw_switch_row_set_active (ADW_SWITCH_ROW (journal), TRUE);
  lueur_wheel_select (LUEUR_WHEEL (wheel), "relief");
  g_signal_emit_by_name (wheel, "chosen", "relief");
  g_assert_nonnull (find_in (page, GTK_TYPE_LABEL, "label", "Relief: noted in your journal"));
  g_assert_true (lueur_records_has_journal (f->records));
  g_assert_nonnull (find_in (page, ADW_TYPE_ACTION_ROW, "subtitle", "Relief 1"));
  /* It does not come back: that is asked first. */
  g_assert_true (gtk_widget_activate_action (page, "feelings.erase", NULL));
  lueur_test_spin (100);
  g_assert_true (lueur_records_has_journal (f->records));
  g_signal_emit_by_name (find_alert (f), "response", "erase");
  adw_dialog_force_close (ADW_DIALOG (find_alert (f)));
  lueur_test_spin (200);
  g_assert_false (lueur_records_has_journal (f->records));
  g_assert_nonnull (find_in (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "label", "Nothing Is Noted Yet"));
}

/* What the pointer comes to rests as it was chosen; what it is moved to is chosen. */
static void
test_pointer (Fixture *f, gconstpointer data)
{
  GtkWidget *wheel = lueur_wheel_new ();
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (wheel);
  g_autoptr (GtkEventController) motion = NULL;
  double x, y;

  adw_window_set_content (ADW_WINDOW (f->window), wheel);
  lueur_test_spin (200);
  for (guint i = 0; motion == NULL; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        motion = g_steal_pointer (&controller);
    }
  g_assert_cmpstr (lueur_wheel_get_selected (LUEUR_WHEEL (wheel)), ==, "joy");
  x = gtk_widget_get_width (wheel) / 2.0;
  y = gtk_widget_get_height (wheel) / 2.0 + MIN (gtk_widget_get_width (wheel), gtk_widget_get_height (wheel)) / 4.0;
  /* A dialog closes above a pointer that rests: it enters, and GTK tells of a motion that was none. */
  g_signal_emit_by_name (motion, "enter", x, y);
  g_signal_emit_by_name (motion, "motion", x, y);
  g_assert_cmpstr (lueur_wheel_get_selected (LUEUR_WHEEL (wheel)), ==, "joy");
  g_signal_emit_by_name (motion, "motion", x + 1, y);
  g_assert_cmpstr (lueur_wheel_get_selected (LUEUR_WHEEL (wheel)), !=, "joy");
}

/* Each family's word reads at 4.5 to 1, pointed at or not, on a light page and on a dark one. */
static void
test_wheel_contrast (Fixture *f, gconstpointer data)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkWidget *wheel = lueur_wheel_new ();

  adw_window_set_content (ADW_WINDOW (f->window), wheel);
  for (guint dark = 0; dark < 2; dark++)
    {
      adw_style_manager_set_color_scheme (style, dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
      for (guint lit = 0; lit < 6; lit++)
        {
          lueur_wheel_select (LUEUR_WHEEL (wheel), lueur_feeling_words_get (lit)->id);
          lueur_test_spin (30);
          for (guint i = 0; i < 6; i++)
            {
              double angle = (i + 0.5) * G_PI / 3, width = gtk_widget_get_width (wheel), height = gtk_widget_get_height (wheel);
              double away = 0.27 * (MIN (width, height) / 2 - 3), got;
              graphene_point_t at;

              if (i != lit && lit > 0)
                continue;
              g_assert_true (gtk_widget_compute_point (wheel, GTK_WIDGET (f->window),
                                                       &GRAPHENE_POINT_INIT ((float) (width / 2 + away * sin (angle)),
                                                                             (float) (height / 2 - away * cos (angle))),
                                                       &at));
              got = lueur_test_contrast_at (f->window, &at, 16);
              g_test_message ("%s%s%s: %.2f", lueur_feeling_words_get (i)->id, dark ? ", dark" : "", i == lit ? ", lit" : "", got);
              g_assert_cmpfloat (got, >=, 4.5);
            }
        }
    }
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
}

/* Each word of both languages fits its place at any size; each is found again where it stands, and
 * those of the outer ring, left out where they could not be read, come with their family. */
static void
test_shape (Fixture *f, gconstpointer data)
{
  static const float radii[] = { 137, 165, 200, 240, 263, 377 };
  GtkWidget *wheel = lueur_wheel_new ();
  gboolean forms[LUEUR_WHEEL_OPEN + 1] = { FALSE };

  adw_window_set_content (ADW_WINDOW (f->window), wheel);
  lueur_test_spin (50);
  for (guint l = 0; l < 2; l++)
    {
      g_setenv ("LANGUAGE", l == 0 ? "en" : "fr", TRUE);
      g_assert_cmpstr (lueur_language_get_default (), ==, l == 0 ? "en" : "fr");
      for (guint r = 0; r < G_N_ELEMENTS (radii); r++)
        for (int open = -1; open < LUEUR_N_FAMILIES; open++)
          {
            LueurWheelShape shape;
            guint shown = 0;

            lueur_wheel_shape_init (&shape, wheel, radii[r], open);
            forms[shape.form] = TRUE;
            /* On a phone, and from where all of it is shown: sizes that can be read. */
            for (guint ring = 0; ring < LUEUR_FEELING_RINGS; ring++)
              g_assert_cmpfloat (shape.fonts[ring], >=, radii[r] >= 165 ? 9 : 7);
            for (guint i = 0; i < LUEUR_N_FEELING_WORDS; i++)
              {
                LueurWheelSector at;
                double middle, away;
                int width, height;
                float out;
                g_autoptr (PangoLayout) layout = NULL;

                if (!lueur_wheel_shape_get_sector (&shape, i, &at))
                  continue;
                shown++;
                middle = (at.from + at.to) / 2;
                away = (at.inner + at.outer) / 2;
                g_assert_cmpint (lueur_wheel_shape_get_word_at (&shape, away * sin (middle), -away * cos (middle)), ==, (int) i);
                layout = lueur_wheel_shape_get_layout (&shape, wheel, i, &out);
                pango_layout_get_pixel_size (layout, &width, &height);
                /* Two pixels for letters that are set on whole ones. */
                g_assert_cmpfloat (at.across ? height : width, <=, at.outer - (at.across ? MIN (at.inner, at.outer / 2) : at.inner) + 2);
              }
            g_assert_cmpuint (shown, ==,
                              shape.form == LUEUR_WHEEL_WHOLE    ? LUEUR_N_FEELING_WORDS
                              : shape.form == LUEUR_WHEEL_FOLDED ? 6 + 18
                                                                 : 6 + 3 + 6);
            g_assert_cmpint (shape.form == LUEUR_WHEEL_OPEN, ==, shape.form != LUEUR_WHEEL_WHOLE && open >= 0);
            g_assert_cmpint (lueur_wheel_shape_get_word_at (&shape, radii[r] + 1, 0), ==, -1);
          }
    }
  g_setenv ("LANGUAGE", "en", TRUE);
  g_assert_true (forms[LUEUR_WHEEL_WHOLE] && forms[LUEUR_WHEEL_FOLDED] && forms[LUEUR_WHEEL_OPEN]);
}

/* A small wheel: the arrow keys open a family where they go deeper, stay in it, and fold it again. */
static void
test_open (Fixture *f, gconstpointer data)
{
  GtkWidget *wheel = lueur_wheel_new (), *clamp = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 336);
  adw_clamp_set_child (ADW_CLAMP (clamp), wheel);
  gtk_widget_set_valign (clamp, GTK_ALIGN_CENTER);
  adw_window_set_content (ADW_WINDOW (f->window), clamp);
  lueur_test_spin (100);
  lueur_test_shot (f->window, "wheel-folded");
  g_assert_true (gtk_widget_child_focus (wheel, GTK_DIR_TAB_FORWARD));
  g_assert_true (press (focus_of (f), GDK_KEY_Left));
  g_assert_true (press (focus_of (f), GDK_KEY_Up));
  g_assert_true (press (focus_of (f), GDK_KEY_Up));
  g_assert_cmpstr (lueur_wheel_get_selected (LUEUR_WHEEL (wheel)), ==, "impatience");
  lueur_test_spin (50);
  lueur_test_shot (f->window, "wheel-open");
  /* Into the next family. */
  g_assert_true (press (focus_of (f), GDK_KEY_Left));
  g_assert_cmpstr (lueur_wheel_get_selected (LUEUR_WHEEL (wheel)), ==, "helplessness");
  lueur_test_spin (50);
  lueur_test_shot (f->window, "wheel-open-next");
  for (guint i = 0; i < 3; i++)
    g_assert_true (press (focus_of (f), GDK_KEY_Down));
  g_assert_cmpstr (lueur_wheel_get_selected (LUEUR_WHEEL (wheel)), ==, "fear");
  gtk_test_accessible_assert_property (focus_of (f), GTK_ACCESSIBLE_PROPERTY_LABEL, "Fear");
}

/* Nothing is shown before the window has read what it opens with: it is asked again. */
static gboolean
has_pages (gpointer window)
{
  if (find_in (GTK_WIDGET (window), LUEUR_TYPE_FEELING_LIST, NULL, NULL) != NULL)
    return TRUE;
  gtk_widget_activate_action (GTK_WIDGET (window), "win.wellbeing", "s", "feelings");
  return FALSE;
}

static gboolean
is_cramped (gpointer window)
{
  gboolean cramped;

  g_object_get (window, "cramped", &cramped, NULL);
  return cramped;
}

static gboolean
is_roomy (gpointer window)
{
  return !is_cramped (window);
}

/* In the app's own window, narrow and with large text: rows in the wheel's place, and one choice for both. */
static void
test_list (Fixture *f, gconstpointer data)
{
  g_autoptr (AdwApplication) application = adw_application_new ("io.github.lueur_app.LueurTest", G_APPLICATION_NON_UNIQUE);
  g_autofree char *dir = g_dir_make_tmp ("lueur-list-XXXXXX", NULL), *command = g_strdup_printf ("rm -rf '%s'", dir);
  g_autoptr (LueurContext) context = NULL;
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (f->window));
  GtkWidget *window, *wheel, *list, *family, *row, *other;
  int dpi;

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  g_settings_set_int (f->settings, "window-width", 360);
  context = lueur_context_new (NULL, dir);
  window = GTK_WIDGET (lueur_window_new (application, context));
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (lueur_test_wait_until (is_cramped, window, 5000));
  g_assert_true (lueur_test_wait_until (has_pages, window, 5000));
  lueur_test_spin (300);
  wheel = find_in (window, LUEUR_TYPE_WHEEL, NULL, NULL);
  list = find_in (window, LUEUR_TYPE_FEELING_LIST, NULL, NULL);
  g_assert_false (gtk_widget_get_visible (wheel));
  g_assert_true (gtk_widget_get_mapped (list));
  lueur_test_shot (GTK_WINDOW (window), "feelings-list");

  family = find_in (list, ADW_TYPE_EXPANDER_ROW, "title", "Sadness");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (family), TRUE);
  lueur_test_spin (300);
  /* The family itself comes first, a feeling before its shades. */
  g_assert_nonnull (find_in (family, ADW_TYPE_ACTION_ROW, "title", "Sadness"));
  row = find_in (family, ADW_TYPE_ACTION_ROW, "title", "Longing");
  other = find_in (family, ADW_TYPE_ACTION_ROW, "title", "Grief");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Loneliness");
  g_assert_true (gtk_widget_grab_focus (row));
  gtk_widget_activate (row);
  lueur_test_spin (100);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Loneliness, chosen");
  g_assert_true (gtk_widget_get_mapped (find_in (row, GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic")));
  g_assert_false (gtk_widget_get_mapped (find_in (other, GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic")));
  g_assert_nonnull (find_in (window, GTK_TYPE_LABEL, "label", "Longing. It has a name now."));
  g_assert_cmpstr (lueur_wheel_get_selected (LUEUR_WHEEL (wheel)), ==, "longing");
  lueur_test_shot (GTK_WINDOW (window), "feelings-list-chosen");

  /* Smaller text: the wheel, with the same word; what is chosen there is marked in the list. */
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  g_assert_true (lueur_test_wait_until (is_roomy, window, 5000));
  lueur_test_spin (300);
  g_assert_true (gtk_widget_get_mapped (wheel));
  g_assert_false (gtk_widget_get_visible (list));
  lueur_test_shot (GTK_WINDOW (window), "feelings-wheel-chosen");
  g_signal_emit_by_name (wheel, "chosen", "relief");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Loneliness");
  row = find_in (list, ADW_TYPE_ACTION_ROW, "title", "Relief");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Gratitude, chosen");

  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  lueur_test_drain ();
  lueur_context_close (context);
  g_clear_object (&context);
  lueur_test_drain ();
  g_settings_reset (f->settings, "window-width");
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

int
main (int argc, char **argv)
{
  lueur_test_init (&argc, &argv);
  g_test_add ("/wellbeing/pages/feelings", Fixture, NULL, set_up, test_feelings, tear_down);
  g_test_add ("/wellbeing/pages/wheel-pointer", Fixture, NULL, set_up, test_pointer, tear_down);
  g_test_add ("/wellbeing/pages/wheel-contrast", Fixture, NULL, set_up, test_wheel_contrast, tear_down);
  g_test_add ("/wellbeing/pages/wheel-shape", Fixture, NULL, set_up, test_shape, tear_down);
  g_test_add ("/wellbeing/pages/wheel-open", Fixture, NULL, set_up, test_open, tear_down);
  g_test_add ("/wellbeing/pages/feelings-list", Fixture, NULL, set_up, test_list, tear_down);
  return g_test_run ();
}
