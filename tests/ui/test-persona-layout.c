/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The wizard where there is little room, and by keyboard alone. */

#include "wizard-fixture.h"

#include "ui/avatar/editor.h"
#include "ui/avatar/tiles.h"
#include "ui/press.h"

/* --- Helpers ------------------------------------------------------------------------------------ */

#define N_PAGES 10
#define LOOK_PAGE 8

typedef struct
{
  GtkWidget *window;
  int width;
} Size;

static gboolean
has_width (gpointer data)
{
  const Size *size = data;

  /* A window where nothing composes the screen has a frame of its own. */
  return ABS (gtk_widget_get_width (size->window) - size->width) <= 12;
}

static void
resize (Fixture *f, int width, int height)
{
  Size size = { GTK_WIDGET (f->window), width };

  lueur_test_spin (300);
  gtk_window_set_default_size (f->window, width, height);
  lueur_test_wait_until (has_width, &size, 5000);
  g_assert_cmpint (ABS (gtk_widget_get_width (size.window) - width), <=, 12);
  lueur_test_spin (250);
}

/* As the desktop does it; the text that it was is set again by 1. */
static void
scale_text (Fixture *f, guint by)
{
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (f->window)), "gtk-xft-dpi", (int) by * 96 * 1024, NULL);
  lueur_test_spin (100);
}

static graphene_rect_t
place_of (Fixture *f, GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (f->window), &bounds));
  return bounds;
}

static GtkWidget *
button_for (Fixture *f, const char *action)
{
  return find (GTK_WIDGET (f->wizard), GTK_TYPE_BUTTON, "action-name", action);
}

/* The one beside or above the pages. */
static GtkWidget *
portrait (Fixture *f)
{
  return find (GTK_WIDGET (f->wizard), LUEUR_TYPE_AVATAR, NULL, NULL);
}

static gboolean
is_same (float a, float b)
{
  return ABS (a - b) < 1.5;
}

static void
test_narrow (Fixture *f, gconstpointer data)
{
  resize (f, 360, 720);
  open_wizard (f, NULL);
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *name = g_strdup_printf ("wizard-narrow-%u", i);
      GtkWidget *visible;

      lueur_test_spin (i == 8 ? 600 : 100);
      lueur_test_shot (f->window, name);
      visible = find (GTK_WIDGET (f->wizard), GTK_TYPE_STACK, NULL, NULL);
      g_assert_cmpint (gtk_widget_get_width (visible), <=, 360);
      if (i < 9)
        act (f, "wizard.next");
    }
}

/* --- Large text --------------------------------------------------------------------------------- */

/* The portrait leaves the room to the words, but where it is what the page is about; the buttons stand in two even lines. */
static void
test_large_text (Fixture *f, gconstpointer data)
{
  scale_text (f, 2);
  resize (f, 360, 720);
  open_wizard (f, NULL);
  for (guint i = 0; i < N_PAGES; i++)
    {
      g_autofree char *name = g_strdup_printf ("wizard-large-%u", i);
      graphene_rect_t back, save, next, page;

      lueur_test_spin (i == LOOK_PAGE ? 600 : 100);
      lueur_test_shot (f->window, name);
      g_assert_false (gtk_widget_get_mapped (portrait (f)));
      page = place_of (f, find (GTK_WIDGET (f->wizard), GTK_TYPE_STACK, NULL, NULL));
      back = place_of (f, button_for (f, "wizard.back"));
      save = place_of (f, button_for (f, "wizard.save"));
      g_assert_true (is_same (back.origin.y, save.origin.y));
      g_assert_true (is_same (back.size.width, save.size.width));
      g_assert_cmpfloat (page.size.height, >, 360);
      if (i < N_PAGES - 1)
        {
          next = place_of (f, button_for (f, "wizard.next"));
          g_assert_true (is_same (next.origin.x, back.origin.x));
          g_assert_true (is_same (next.origin.x + next.size.width, save.origin.x + save.size.width));
        }
      if (i == LOOK_PAGE)
        {
          GtkWidget *editor = find (GTK_WIDGET (f->wizard), LUEUR_TYPE_AVATAR_EDITOR, NULL, NULL);
          graphene_rect_t stage = place_of (f, find (editor, LUEUR_TYPE_AVATAR, NULL, NULL));
          graphene_rect_t choices = place_of (f, find (editor, LUEUR_TYPE_TILES, NULL, NULL));

          g_assert_cmpfloat (stage.size.height, >, 100);
          /* All of the first row of choices is in sight with it. */
          g_assert_cmpfloat (choices.origin.y + choices.size.height, <=, page.origin.y + page.size.height);
        }
      if (i < N_PAGES - 1)
        act (f, "wizard.next");
    }
  scale_text (f, 1);
}

/* --- Steady ------------------------------------------------------------------------------------- */

static void
test_steps_stay_where_they_are (Fixture *f, gconstpointer data)
{
  GtkWidget *steps;
  float top = 0;

  open_wizard (f, NULL);
  act (f, "wizard.next");
  steps = find (GTK_WIDGET (f->wizard), GTK_TYPE_LIST_BOX, "css-name", "list");
  for (guint i = 1; i < N_PAGES; i++)
    {
      float now = place_of (f, steps).origin.y;

      g_assert_true (gtk_widget_get_mapped (steps));
      if (i > 1)
        g_assert_true (is_same (top, now));
      top = now;
      /* As far from the edge as what stands below. */
      g_assert_true (is_same (place_of (f, gtk_widget_get_first_child (steps)).origin.x,
                              place_of (f, button_for (f, "wizard.back")).origin.x));
      if (i < N_PAGES - 1)
        act (f, "wizard.next");
    }
}

/* --- The look ----------------------------------------------------------------------------------- */

/* At the narrowest too, a picture of one's own is a tile like the others, in their row; the tools are beside the shoulders. */
static void
test_figures_in_one_row (Fixture *f, gconstpointer data)
{
  GtkWidget *editor, *tiles, *box, *child, *stage;
  graphene_rect_t first, tool;

  /* 360 without the frame. */
  resize (f, 370, 720);
  open_wizard (f, NULL);
  gtk_widget_activate_action (GTK_WIDGET (f->wizard), "wizard.page", "s", "look");
  lueur_test_spin (900);
  editor = find (GTK_WIDGET (f->wizard), LUEUR_TYPE_AVATAR_EDITOR, NULL, NULL);
  tiles = find (editor, LUEUR_TYPE_TILES, NULL, NULL);
  box = find (tiles, ADW_TYPE_WRAP_BOX, NULL, NULL);
  child = gtk_widget_get_first_child (box);
  first = place_of (f, child);
  g_assert_cmpuint (lueur_tiles_get_n_tiles (LUEUR_TILES (tiles)), ==, 4);
  for (guint n = 0; child != NULL; child = gtk_widget_get_next_sibling (child), n++)
    {
      graphene_rect_t tile = place_of (f, child);

      g_assert_true (is_same (tile.origin.y, first.origin.y));
      g_assert_true (is_same (tile.size.width, first.size.width));
      g_assert_true (is_same (tile.size.height, first.size.height));
    }
  /* Two thirds of the width are the face's alone. */
  stage = find (editor, LUEUR_TYPE_AVATAR, NULL, NULL);
  tool = place_of (f, find (editor, GTK_TYPE_BUTTON, "action-name", "avatar-editor.undo"));
  g_assert_cmpfloat (tool.origin.x, >, place_of (f, stage).origin.x + place_of (f, stage).size.width * 5 / 6 - 12);
}

/* The window gets narrower and wider under the hands of whoever makes somebody: the page and what is on it stay. */
static void
test_resizing (Fixture *f, gconstpointer data)
{
  static const int widths[] = { 360, 1100, 500, 1100 };
  GtkWidget *row, *editor;

  open_wizard (f, NULL);
  act (f, "wizard.next");
  act (f, "wizard.next");
  row = find (GTK_WIDGET (f->wizard), ADW_TYPE_ENTRY_ROW, "title", "Name");
  gtk_editable_set_text (GTK_EDITABLE (row), "Ottoline");
  gtk_widget_activate_action (GTK_WIDGET (f->wizard), "wizard.page", "s", "look");
  lueur_test_spin (600);
  editor = find (GTK_WIDGET (f->wizard), LUEUR_TYPE_AVATAR_EDITOR, NULL, NULL);
  gtk_widget_activate_action (editor, "avatar-editor.randomise", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autofree char *look = g_strdup (lueur_persona_get_look (f->persona));

      resize (f, widths[i], 760);
      g_assert_true (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (f->window)) == ADW_DIALOG (f->wizard));
      g_assert_true (gtk_widget_get_mapped (editor));
      g_assert_cmpstr (lueur_persona_get_look (f->persona), ==, look);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Ottoline");
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (f->wizard)), <=, widths[i]);
      /* Beside the steps the small face stays; above the page one is enough. */
      g_assert_cmpint (gtk_widget_get_mapped (portrait (f)), ==, widths[i] == 1100);
    }
}

/* --- By keyboard alone -------------------------------------------------------------------------- */

static void
assert_focus (Fixture *f)
{
  GtkWidget *focus = gtk_window_get_focus (f->window);

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_get_mapped (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (f->wizard)));
}

static void
test_keyboard (Fixture *f, gconstpointer data)
{
  scale_text (f, 2);
  resize (f, 360, 720);
  open_wizard (f, NULL);
  for (guint i = 0; i < N_PAGES; i++)
    {
      assert_focus (f);
      if (i < N_PAGES - 1)
        g_assert_true (lueur_test_press (f->window, "<Alt>Right"));
      lueur_test_spin (150);
    }
  assert_focus (f);
  for (guint i = 0; i < N_PAGES - 1; i++)
    {
      g_assert_true (lueur_test_press (f->window, "<Alt>Left"));
      lueur_test_spin (150);
      assert_focus (f);
    }
  g_assert_nonnull (find (GTK_WIDGET (f->wizard), g_type_from_name ("LueurPageStart"), NULL, NULL));
  for (guint i = 0; i < N_PAGES - 1; i++)
    lueur_test_press (f->window, "<Alt>Right");
  g_assert_true (lueur_test_press (f->window, "<Control>Return"));
  lueur_test_spin (400);
  g_assert_nonnull (f->saved);
  g_assert_cmpuint (g_list_model_get_n_items (lueur_library_get_personas (lueur_context_get_library (f->context))), ==, 1);
  scale_text (f, 1);
}

/* From wherever the focus is, and nothing is lost by it. */
static void
test_escape_on_each_page (Fixture *f, gconstpointer data)
{
  resize (f, 360, 720);
  for (guint i = 0; i < N_PAGES; i++)
    {
      g_autoptr (LueurWizard) wizard = NULL;

      open_wizard (f, NULL);
      wizard = g_object_ref (f->wizard);
      g_object_set (f->persona, "name", "Jeanne", NULL);
      for (guint n = 0; n < i; n++)
        act (f, "wizard.next");
      g_assert_true (lueur_test_press (f->window, "Escape"));
      lueur_test_spin (200);
      g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (f->window)));
      g_assert_nonnull (find (GTK_WIDGET (f->window), GTK_TYPE_BUTTON, "label", "_Undo"));
      g_signal_emit_by_name (find (GTK_WIDGET (f->window), GTK_TYPE_BUTTON, "label", "_Undo"), "clicked");
      lueur_test_spin (200);
      g_assert_true (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (f->window)) == ADW_DIALOG (wizard));
      assert_focus (f);
      adw_dialog_force_close (ADW_DIALOG (wizard));
      lueur_test_spin (100);
    }
}

static void
add_tests (void)
{
#define ADD(name) g_test_add ("/persona/layout/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (narrow);
  ADD (large_text);
  ADD (steps_stay_where_they_are);
  ADD (figures_in_one_row);
  ADD (resizing);
  ADD (keyboard);
  ADD (escape_on_each_page);
#undef ADD
}

int
main (int argc, char **argv)
{
  return run_wizard_tests (&argc, &argv, add_tests);
}
