/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of help in a window: what they link to and show, by keyboard, wide and narrow. */

#include <adwaita.h>
#include <locale.h>
#include <string.h>

#include "support/loop.h"
#include "ui/chat/markdown.h"
#include "ui/help/help-book.h"
#include "ui/help/help-dialog.h"
#include "ui/help/help-page.h"
#include "ui/shot.h"
#include "ui/wellbeing/drawing.h"

static AdwApplication *application;
static const char *const languages[] = { "en", "fr" };

typedef struct
{
  GtkWidget *window;
  AdwDialog *dialog;
} Fixture;

static void
set_up (Fixture *f, gconstpointer width)
{
  f->window = adw_application_window_new (GTK_APPLICATION (application));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (f->window), adw_bin_new ());
  gtk_window_set_default_size (GTK_WINDOW (f->window), GPOINTER_TO_INT (width), 720);
  g_object_set (gtk_widget_get_settings (f->window), "gtk-enable-animations", FALSE, NULL);
  gtk_window_present (GTK_WINDOW (f->window));
  f->dialog = lueur_help_dialog_new ();
  adw_dialog_present (f->dialog, f->window);
  lueur_test_drain ();
}

static void
tear_down (Fixture *f, gconstpointer width)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  lueur_test_drain ();
}

typedef gboolean (*Check) (GtkWidget *widget, gpointer data);

static GtkWidget *
find (GtkWidget *widget, Check check, gpointer data)
{
  GtkWidget *found = NULL;

  if (check (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, check, data);
  return found;
}

static gboolean
has_type (GtkWidget *widget, gpointer data)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, *(GType *) data);
}

static gboolean
has_role (GtkWidget *widget, gpointer data)
{
  return gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == (GtkAccessibleRole) GPOINTER_TO_INT (data);
}

static GtkWidget *
page_of (Fixture *f)
{
  GType type = LUEUR_TYPE_HELP_PAGE;

  return find (GTK_WIDGET (f->dialog), has_type, &type);
}

/* Whatever a page shows or links to is there, in both languages, and both name the same. */
static void
test_book (void)
{
  const char *const *names = lueur_help_get_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GString) english = g_string_new (NULL), french = g_string_new (NULL);
      GString *shown[] = { english, french };

      for (guint l = 0; l < 2; l++)
        {
          g_autofree char *text = lueur_help_dup_text (languages[l], names[i]);
          g_autofree char *title = lueur_help_dup_title (languages[l], names[i]);
          g_autoptr (GPtrArray) blocks = NULL;

          if (text == NULL)
            continue;
          g_assert_nonnull (title);
          blocks = lueur_markdown_parse_page (text);
          for (guint b = 0; b < blocks->len; b++)
            {
              const LueurBlock *block = g_ptr_array_index (blocks, b);

              if (block->kind == LUEUR_BLOCK_PICTURE)
                {
                  g_autofree char *light = lueur_help_dup_picture (languages[l], block->content, FALSE);
                  g_autofree char *dark = lueur_help_dup_picture (languages[l], block->content, TRUE);

                  g_assert_nonnull (light);
                  g_assert_nonnull (dark);
                  g_assert_nonnull (block->info);
                  g_string_append_printf (shown[l], "%s ", block->content);
                }
            }
        }
      g_assert_cmpstr (shown[0]->str, ==, shown[1]->str);
    }
  g_assert_null (lueur_help_dup_text ("en", "../en/start"));
  g_assert_null (lueur_help_dup_text ("xx", "start"));
  g_assert_null (lueur_help_dup_picture ("en", "none.png", FALSE));
  g_assert_null (lueur_help_dup_picture ("en", "none", FALSE));
}

static void
test_parse (void)
{
  g_autoptr (GPtrArray) blocks = lueur_markdown_parse_page ("# T\n\none\ntwo [a page](talk.md) [no](../x.md) [web](https://a.org)\n\n"
                                                            "![Tom & *Ann*](a.png)\n\n![x](/etc/a.png)\n\nsee ![in](b.png)\n");
  static const char *const expected[] = { "T", "one two <a href=\"talk.md\">a page</a> no <a href=\"https://a.org\">web</a>",
                                          "a.png", "x", "see in" };

  g_assert_cmpuint (blocks->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < blocks->len; i++)
    g_assert_cmpstr (((LueurBlock *) g_ptr_array_index (blocks, i))->content, ==, expected[i]);
  g_assert_cmpint (((LueurBlock *) g_ptr_array_index (blocks, 2))->kind, ==, LUEUR_BLOCK_PICTURE);
  g_assert_cmpstr (((LueurBlock *) g_ptr_array_index (blocks, 2))->info, ==, "Tom &amp; <i>Ann</i>");
  g_assert_cmpint (((LueurBlock *) g_ptr_array_index (blocks, 3))->kind, ==, LUEUR_BLOCK_TEXT);
}

/* The first page is there, and can be read by a screen reader and scrolled by the keys. */
static void
test_page (Fixture *f, gconstpointer width)
{
  GtkWidget *page = page_of (f), *heading, *scrolled;
  GType drawing = LUEUR_TYPE_DRAWING, scroller = GTK_TYPE_SCROLLED_WINDOW;
  GtkAdjustment *adjustment;

  g_assert_cmpstr (lueur_help_dialog_get_page (LUEUR_HELP_DIALOG (f->dialog)), ==, "start");
  g_assert_cmpstr (lueur_help_page_get_title (LUEUR_HELP_PAGE (page)), ==, "First Steps");
  gtk_test_accessible_assert_property (find (page, has_role, GINT_TO_POINTER (GTK_ACCESSIBLE_ROLE_ARTICLE)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "First Steps");
  heading = find (page, has_role, GINT_TO_POINTER (GTK_ACCESSIBLE_ROLE_HEADING));
  g_assert_nonnull (heading);
  gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_LEVEL, 2);
  g_assert_nonnull (find (page, has_role, GINT_TO_POINTER (GTK_ACCESSIBLE_ROLE_LIST_ITEM)));
  g_assert_nonnull (find (page, has_type, &drawing));
  lueur_test_shot (GTK_WINDOW (f->window), "help");

  lueur_help_dialog_show_page (LUEUR_HELP_DIALOG (f->dialog), "start");
  lueur_test_drain ();
  scrolled = find (page, has_type, &scroller);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window)) == scrolled);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  if (gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment))
    {
      gboolean handled;

      g_signal_emit_by_name (scrolled, "scroll-child", GTK_SCROLL_END, FALSE, &handled);
      lueur_test_drain ();
      g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);
    }
  /* A page that is not there changes nothing. */
  lueur_help_dialog_show_page (LUEUR_HELP_DIALOG (f->dialog), "nothing");
  g_assert_true (gtk_widget_activate_action (page, "help.page", "s", "../start"));
  g_assert_cmpstr (lueur_help_dialog_get_page (LUEUR_HELP_DIALOG (f->dialog)), ==, "start");
  g_assert_true (page_of (f) == page);
}

/* Every page can be opened from the index and by its name. */
static void
test_index (Fixture *f, gconstpointer width)
{
  const char *const *names = lueur_help_get_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *title = lueur_help_dup_title ("en", names[i]);

      if (title == NULL)
        continue;
      g_assert_true (gtk_widget_activate_action (page_of (f), "help.page", "s", names[i]));
      lueur_test_drain ();
      g_assert_cmpstr (lueur_help_dialog_get_page (LUEUR_HELP_DIALOG (f->dialog)), ==, names[i]);
      g_assert_cmpstr (lueur_help_page_get_title (LUEUR_HELP_PAGE (page_of (f))), ==, title);
      lueur_test_shot (GTK_WINDOW (f->window), names[i]);
    }
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

  g_test_add_func ("/help/book", test_book);
  g_test_add_func ("/help/parse", test_parse);
  g_test_add ("/help/page", Fixture, GINT_TO_POINTER (1000), set_up, test_page, tear_down);
  g_test_add ("/help/page-narrow", Fixture, GINT_TO_POINTER (360), set_up, test_page, tear_down);
  g_test_add ("/help/index", Fixture, GINT_TO_POINTER (1000), set_up, test_index, tear_down);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
