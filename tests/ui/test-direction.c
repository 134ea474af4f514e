/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Right to left: in the interface, in what is said in it, and in the values of its sentences. */

#include <adwaita.h>
#include <string.h>

#include "core/wellbeing/danger/care.h"
#include "core/wellbeing/danger/crisis-lines.h"
#include "support/fake-clock.h"
#include "support/loop.h"
#include "ui/chat/code-block.h"
#include "ui/chat/markdown-view.h"
#include "ui/direction.h"
#include "ui/help/help-page.h"
#include "ui/shot.h"
#include "ui/wellbeing/crisis-card.h"

#define HEBREW "שלום, מה שלומך היום?"
#define ARABIC "مساء الخير، كيف كان يومك؟"

static void
collect (GtkWidget *widget, GType type, const char *class, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (class == NULL || gtk_widget_has_css_class (widget, class)))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, class, found);
}

static GPtrArray *
all_in (GtkWidget *widget, GType type, const char *class)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (widget, type, class, found);
  return found;
}

/* Whether the characters of @value, at its place in the text of @layout, stand from left to right in the order of writing. */
static gboolean
is_in_order (PangoLayout *layout, const char *value)
{
  const char *text = pango_layout_get_text (layout), *from = strstr (text, value);
  int before = G_MININT;

  g_assert_nonnull (from);
  for (const char *p = from; p < from + strlen (value); p = g_utf8_next_char (p))
    {
      PangoRectangle at;
      int left;

      pango_layout_index_to_pos (layout, (int) (p - text), &at);
      left = MIN (at.x, at.x + at.width);
      if (g_unichar_isspace (g_utf8_get_char (p)))
        continue;
      if (left <= before)
        return FALSE;
      before = left;
    }
  return TRUE;
}

static PangoLayout *
lay_out (const char *text, PangoDirection base)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoLayout *layout;

  pango_context_set_base_dir (context, base);
  layout = pango_layout_new (context);
  g_object_unref (context);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* --- Values ------------------------------------------------------------------------------------- */

static void
test_first_letter (void)
{
  g_assert_cmpint (lueur_direction_of ("Good evening"), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpint (lueur_direction_of ("« Écho »"), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpint (lueur_direction_of ("今晩は"), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpint (lueur_direction_of (HEBREW), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (lueur_direction_of ("— 3. 🌻 " ARABIC), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (lueur_direction_of ("\u200fEcho"), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (lueur_direction_of ("116 123 – 24/7"), ==, GTK_TEXT_DIR_NONE);
  g_assert_cmpint (lueur_direction_of (""), ==, GTK_TEXT_DIR_NONE);
  g_assert_cmpint (lueur_direction_of (NULL), ==, GTK_TEXT_DIR_NONE);
}

/* Where all runs from left to right, a sentence is what printf makes of it, byte by byte. */
static void
test_sentence_ltr (void)
{
  g_autofree char *plain = lueur_sentence ("%s, %u of %d (%s), 100%%, %02u", "Noé", 3u, -4, "a\nb", 7u);
  g_autofree char *turned = lueur_sentence ("%2$s and %1$u", 5u, "Ana");
  g_autofree char *without = lueur_sentence ("Nothing in it");
  /* More than it reads is still what printf makes of it. */
  g_autofree char *other = lueur_sentence ("%.2f, %s", 0.5, "x");
  g_autofree char *number = lueur_isolate ("09 72 39 40 50");

  g_assert_cmpstr (plain, ==, "Noé, 3 of -4 (a\nb), 100%, 07");
  g_assert_cmpstr (turned, ==, "Ana and 5");
  g_assert_cmpstr (without, ==, "Nothing in it");
  g_assert_cmpstr (other, ==, "0.50, x");
  g_assert_cmpstr (number, ==, "09 72 39 40 50");
}

/* A name from the right turns no sentence from the left, not even one that begins with it. */
static void
test_sentence_foreign (void)
{
  g_autofree char *sentence = lueur_sentence ("%s est dans l’archive, %u sur %u", "דנה", 4u, 9u);
  g_autofree char *torn = g_strdup_printf ("%s est dans l’archive, %u sur %u", "דנה", 4u, 9u);
  g_autoptr (PangoLayout) layout = lay_out (sentence, PANGO_DIRECTION_LTR);
  g_autoptr (PangoLayout) without = lay_out (torn, PANGO_DIRECTION_LTR);
  PangoRectangle name, end;

  g_assert_cmpint (pango_layout_get_direction (without, 0), ==, PANGO_DIRECTION_RTL);
  g_assert_true (is_in_order (layout, "est dans l’archive, 4 sur 9"));
  pango_layout_index_to_pos (layout, (int) (strstr (sentence, "ד") - sentence), &name);
  pango_layout_index_to_pos (layout, (int) (strstr (sentence, "9") - sentence), &end);
  g_assert_cmpint (name.x, <, end.x);
}

/* A name with marks of direction in it keeps what they do to itself, whether they are ended there or not. */
static void
test_sentence_hostile (void)
{
  static const char *const names[] = {
    "Ana\u202e", "Ana\u2069\u202e", "\u2069\u202eAna", "Ana\u2067", "\u2066Ana\u2067\u2068", "\u202dAna\u2069\u2069",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *sentence = lueur_sentence ("%s est dans l’archive, %u sur %u", names[i], 4u, 9u);
      g_autoptr (PangoLayout) layout = lay_out (sentence, PANGO_DIRECTION_LTR);

      g_test_message ("name %u", i);
      g_assert_true (is_in_order (layout, "est dans l’archive, 4 sur 9"));
    }
  /* A sentence within a sentence stays as it is. */
  {
    g_autofree char *inner = lueur_sentence ("%s (%s)", "דנה", "Ana");
    g_autofree char *outer = lueur_isolate (inner);

    g_assert_nonnull (strstr (outer, inner));
  }
}

static void
test_values (void)
{
  static const char *const values[] = {
    "116 123", "0800 32 123", "09 72 39 40 50", "15 / 112", "+33 1 23 45 67", "988 (call or text)", "7:00 PM",
    "22 November 2026", "/home/ana/Documents/a b",
  };

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *alone = lueur_isolate (values[i]);
      g_autofree char *sentence = lueur_sentence ("ההתקשרות אל %s אפשרית ביום ובלילה", values[i]);
      g_autofree char *first = lueur_sentence ("\u200f%s، ليلاً ونهاراً", values[i]);
      g_autoptr (PangoLayout) one = lay_out (alone, PANGO_DIRECTION_RTL);
      g_autoptr (PangoLayout) two = lay_out (sentence, PANGO_DIRECTION_RTL);
      g_autoptr (PangoLayout) three = lay_out (first, PANGO_DIRECTION_RTL);

      g_assert_true (is_in_order (one, values[i]));
      g_assert_true (is_in_order (two, values[i]));
      g_assert_true (is_in_order (three, values[i]));
    }
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (PangoLayout) torn = lay_out (values[i], PANGO_DIRECTION_RTL);

      /* What would be without. */
      g_assert_false (is_in_order (torn, values[i]));
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* --- Widgets ------------------------------------------------------------------------------------ */

static GtkWidget *
say (GtkWidget *view, const char *text)
{
  GtkWidget *first;

  lueur_markdown_view_set_text (LUEUR_MARKDOWN_VIEW (view), text, FALSE);
  first = gtk_widget_get_first_child (view);
  g_assert_nonnull (first);
  return first;
}

/* Messages run as they are written, in a window of either direction. */
static void
test_messages (void)
{
  static const GtkTextDirection windows[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };
  g_autoptr (GtkWidget) view = g_object_ref_sink (lueur_markdown_view_new ());

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      g_autoptr (GPtrArray) items = NULL;
      GtkWidget *block;

      gtk_widget_set_default_direction (windows[i]);
      g_assert_cmpint (gtk_widget_get_direction (say (view, "**" HEBREW "**")), ==, GTK_TEXT_DIR_RTL);
      g_assert_cmpint (gtk_widget_get_direction (say (view, "> " ARABIC)), ==, GTK_TEXT_DIR_RTL);
      g_assert_cmpint (gtk_widget_get_direction (say (view, "Bonsoir !")), ==, GTK_TEXT_DIR_LTR);
      g_assert_cmpint (gtk_widget_get_direction (say (view, "3, 2, 1 …")), ==, windows[i]);

      /* The marks of a list stand at the side of the whole; a paragraph in another language has its own. */
      block = say (view, HEBREW "\n\n1. Dune\n2. ספר\n\nGood night then.");
      items = all_in (view, GTK_TYPE_BOX, "item");
      g_assert_cmpuint (items->len, ==, 2);
      for (guint k = 0; k < items->len; k++)
        {
          g_autoptr (GPtrArray) labels = all_in (items->pdata[k], GTK_TYPE_LABEL, NULL);

          g_assert_cmpint (gtk_widget_get_direction (items->pdata[k]), ==, GTK_TEXT_DIR_RTL);
          for (guint l = 0; l < labels->len; l++)
            g_assert_cmpint (gtk_widget_get_direction (labels->pdata[l]), ==, GTK_TEXT_DIR_RTL);
        }
      g_assert_cmpint (gtk_widget_get_direction (block), ==, GTK_TEXT_DIR_RTL);
      g_assert_cmpint (gtk_widget_get_direction (gtk_widget_get_last_child (view)), ==, GTK_TEXT_DIR_LTR);
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* While it grows: what stood there before the first letter turns with it. */
static void
test_growing (void)
{
  g_autoptr (GtkWidget) view = g_object_ref_sink (lueur_markdown_view_new ());

  lueur_markdown_view_set_text (LUEUR_MARKDOWN_VIEW (view), "1. 25\n\n", TRUE);
  g_assert_cmpint (gtk_widget_get_direction (gtk_widget_get_first_child (view)), ==, GTK_TEXT_DIR_LTR);
  lueur_markdown_view_set_text (LUEUR_MARKDOWN_VIEW (view), "1. 25\n\n" ARABIC, TRUE);
  g_assert_cmpint (gtk_widget_get_direction (gtk_widget_get_first_child (view)), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (gtk_widget_get_direction (gtk_widget_get_last_child (view)), ==, GTK_TEXT_DIR_RTL);
}

static void
test_follow (void)
{
  g_autoptr (GtkWidget) row = g_object_ref_sink (adw_action_row_new ());
  g_autoptr (GPtrArray) subtitles = NULL;

  lueur_direction_follow (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), "Rôle");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), HEBREW);
  subtitles = all_in (row, GTK_TYPE_LABEL, "subtitle");
  g_assert_cmpuint (subtitles->len, ==, 1);
  g_assert_cmpint (gtk_widget_get_direction (subtitles->pdata[0]), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (gtk_widget_get_direction (row), ==, GTK_TEXT_DIR_LTR);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), "Une amie");
  g_assert_cmpint (gtk_widget_get_direction (subtitles->pdata[0]), ==, GTK_TEXT_DIR_LTR);
}

/* The pages of help are in English or French, bullets and all. */
static void
test_help (void)
{
  g_autoptr (GtkWidget) page = NULL;
  g_autoptr (GPtrArray) labels = NULL;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  page = g_object_ref_sink (lueur_help_page_new ("en", "start"));
  labels = all_in (page, GTK_TYPE_LABEL, NULL);
  g_assert_cmpuint (labels->len, >, 10);
  for (guint i = 0; i < labels->len; i++)
    g_assert_cmpint (gtk_widget_get_direction (labels->pdata[i]), ==, GTK_TEXT_DIR_LTR);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Every number of every country, as it is dialled, in the card itself. */
static void
test_crisis_card (void)
{
  g_autoptr (LueurFakeClock) clock = lueur_fake_clock_new ("Europe/Paris", 2026, 3, 10, 14, 0);
  g_autoptr (LueurCare) care = lueur_care_new (LUEUR_CLOCK (clock));
  static const char *const expected[][3] = {
    { "GB", "116 123", "999" }, { "BE", "0800 32 123", "112" }, { "FR", "09 72 39 40 50", "15 / 112" },
  };
  GtkWidget *window, *card;
  guint n = 0;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window = gtk_window_new ();
  card = lueur_crisis_card_new (care);
  gtk_window_set_child (GTK_WINDOW (window), card);
  gtk_window_set_default_size (GTK_WINDOW (window), 420, 700);
  lueur_care_set_card (care, TRUE);
  gtk_window_present (GTK_WINDOW (window));
  for (guint r = 0; lueur_crisis_regions[r] != NULL; r++)
    {
      g_autoptr (GPtrArray) subtitles = NULL;

      lueur_crisis_card_set_region (LUEUR_CRISIS_CARD (card), lueur_crisis_regions[r]);
      lueur_test_spin (60);
      subtitles = all_in (card, GTK_TYPE_LABEL, "subtitle");
      for (guint i = 0; i < subtitles->len; i++)
        {
          PangoLayout *layout = gtk_label_get_layout (subtitles->pdata[i]);
          g_autoptr (GRegex) number = g_regex_new ("[0-9][0-9 /]*[0-9]", 0, 0, NULL);
          g_autoptr (GMatchInfo) match = NULL;

          if (g_regex_match (number, pango_layout_get_text (layout), 0, &match))
            {
              g_autofree char *groups = g_match_info_fetch (match, 0);

              g_assert_true (is_in_order (layout, groups));
              for (guint k = 0; k < G_N_ELEMENTS (expected); k++)
                if (g_str_equal (expected[k][0], lueur_crisis_regions[r]))
                  n += g_str_equal (groups, expected[k][1]) || g_str_equal (groups, expected[k][2]);
            }
        }
      if (g_str_equal (lueur_crisis_regions[r], "FR"))
        lueur_test_shot (GTK_WINDOW (window), "direction-crisis");
    }
  /* Those with several groups were among them. */
  g_assert_cmpuint (n, >=, 4);
  gtk_window_destroy (GTK_WINDOW (window));
  lueur_test_spin (50);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_entry (void)
{
  g_autoptr (GtkWidget) row = NULL;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  row = g_object_ref_sink (adw_entry_row_new ());
  lueur_direction_keep_ltr (GTK_EDITABLE (row));
  gtk_editable_set_text (GTK_EDITABLE (row), "+33 1 23 45 67");
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row)))), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpint (gtk_widget_get_direction (row), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpfloat (gtk_editable_get_alignment (GTK_EDITABLE (row)), ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "+33 1 23 45 67");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Code that is wider than its place shows where its lines begin. */
static void
test_code (void)
{
  GtkWidget *window, *code;
  g_autoptr (GPtrArray) scrollers = NULL;
  GtkAdjustment *adjustment;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 300);
  code = lueur_code_block_new ();
  lueur_code_block_set (LUEUR_CODE_BLOCK (code), "for breath in range (4): print (\"in, and out, and in, and out, and in again\")", "python");
  gtk_window_set_child (GTK_WINDOW (window), code);
  gtk_window_present (GTK_WINDOW (window));
  lueur_test_spin (300);
  scrollers = all_in (code, GTK_TYPE_SCROLLED_WINDOW, NULL);
  g_assert_cmpuint (scrollers->len, ==, 1);
  adjustment = gtk_scrolled_window_get_hadjustment (scrollers->pdata[0]);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, gtk_adjustment_get_page_size (adjustment) + 50);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), <, 1);
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/direction/first-letter", test_first_letter);
  g_test_add_func ("/direction/sentence-ltr", test_sentence_ltr);
  g_test_add_func ("/direction/sentence-foreign", test_sentence_foreign);
  g_test_add_func ("/direction/sentence-hostile", test_sentence_hostile);
  g_test_add_func ("/direction/values", test_values);
  g_test_add_func ("/direction/messages", test_messages);
  g_test_add_func ("/direction/growing", test_growing);
  g_test_add_func ("/direction/follow", test_follow);
  g_test_add_func ("/direction/help", test_help);
  g_test_add_func ("/direction/crisis-card", test_crisis_card);
  g_test_add_func ("/direction/entry", test_entry);
  g_test_add_func ("/direction/code", test_code);
  return g_test_run ();
}
