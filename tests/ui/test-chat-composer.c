/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where one writes: keys, limits, what is said to a screen reader. */

#include <adwaita.h>
#include <string.h>

#include "support/loop.h"
#include "ui/chat/composer.h"
#include "ui/shot.h"

typedef struct
{
  GtkWindow *window;
  LueurComposer *composer;
  char *sent;
  guint n_sent;
  guint n_stops;
  guint n_overflows;
} Fixture;

static void
on_send (LueurComposer *composer, const char *text, Fixture *f)
{
  g_set_str (&f->sent, text);
  f->n_sent++;
}

static void
count (guint *n)
{
  (*n)++;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->window = GTK_WINDOW (gtk_window_new ());
  f->composer = LUEUR_COMPOSER (lueur_composer_new ());
  g_signal_connect (f->composer, "send", G_CALLBACK (on_send), f);
  g_signal_connect_swapped (f->composer, "stop", G_CALLBACK (count), &f->n_stops);
  g_signal_connect_swapped (f->composer, "overflow", G_CALLBACK (count), &f->n_overflows);
  lueur_composer_set_placeholder (f->composer, "Write");
  gtk_window_set_child (f->window, GTK_WIDGET (f->composer));
  gtk_window_set_default_size (f->window, 400, 300);
  gtk_window_present (f->window);
  lueur_test_spin (50);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (f->composer), (gpointer *) &f->composer);
  gtk_window_destroy (f->window);
  lueur_test_drain ();
  g_assert_null (f->composer);
  g_free (f->sent);
}

/* The key as the text view's own controller gets it. */
static gboolean
press (Fixture *f, guint key, GdkModifierType mods)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (lueur_composer_get_view (f->composer));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller) ||
          gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      g_signal_emit_by_name (controller, "key-pressed", key, 0, mods, &handled);
      if (handled)
        return TRUE;
    }
  return FALSE;
}

static void
assert_text (Fixture *f, const char *expected)
{
  g_autofree char *text = lueur_composer_dup_text (f->composer);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_enter_sends (Fixture *f, gconstpointer data)
{
  lueur_composer_set_text (f->composer, "hello");
  g_assert_true (press (f, GDK_KEY_Return, 0));
  g_assert_cmpstr (f->sent, ==, "hello");
  /* Whoever sends empties it: a text that was refused is not lost. */
  assert_text (f, "hello");
  g_assert_true (press (f, GDK_KEY_KP_Enter, 0));
  g_assert_cmpuint (f->n_sent, ==, 2);
  g_assert_false (press (f, GDK_KEY_a, 0));
}

static void
test_shift_breaks (Fixture *f, gconstpointer data)
{
  lueur_composer_set_text (f->composer, "one");
  g_assert_true (press (f, GDK_KEY_Return, GDK_SHIFT_MASK));
  g_assert_cmpuint (f->n_sent, ==, 0);
  assert_text (f, "one\n");
}

static void
test_enter_breaks (Fixture *f, gconstpointer data)
{
  g_object_set (f->composer, "enter-sends", FALSE, NULL);
  lueur_composer_set_text (f->composer, "one");
  /* Left to the text view, which breaks the line. */
  g_assert_false (press (f, GDK_KEY_Return, 0));
  g_assert_cmpuint (f->n_sent, ==, 0);
  g_assert_true (press (f, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_cmpstr (f->sent, ==, "one");
}

/* While an input method composes, Enter is its own. */
static void
test_input_method (Fixture *f, gconstpointer data)
{
  GtkWidget *view = lueur_composer_get_view (f->composer);

  lueur_composer_set_text (f->composer, "ni");
  g_signal_emit_by_name (view, "preedit-changed", "にほ");
  g_assert_false (press (f, GDK_KEY_Return, 0));
  g_assert_cmpuint (f->n_sent, ==, 0);
  g_signal_emit_by_name (view, "preedit-changed", "");
  g_assert_true (press (f, GDK_KEY_Return, 0));
  g_assert_cmpuint (f->n_sent, ==, 1);
}

static void
test_blank (Fixture *f, gconstpointer data)
{
  const char *const blanks[] = { "", " ", "\n\t ", "\u200b\u00a0", "\u3000" };

  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    {
      lueur_composer_set_text (f->composer, blanks[i]);
      g_assert_true (press (f, GDK_KEY_Return, 0));
      gtk_widget_activate_action (GTK_WIDGET (f->composer), "composer.send", NULL);
    }
  g_assert_cmpuint (f->n_sent, ==, 0);
}

static void
test_busy (Fixture *f, gconstpointer data)
{
  lueur_composer_set_text (f->composer, "next");
  lueur_composer_set_busy (f->composer, TRUE);
  g_assert_true (press (f, GDK_KEY_Return, 0));
  g_assert_cmpuint (f->n_sent, ==, 0);
  assert_text (f, "next");
  gtk_widget_activate_action (GTK_WIDGET (f->composer), "composer.stop", NULL);
  g_assert_cmpuint (f->n_stops, ==, 1);
  lueur_composer_set_busy (f->composer, FALSE);
  g_assert_true (press (f, GDK_KEY_Return, 0));
  g_assert_cmpuint (f->n_sent, ==, 1);
}

/* However much is pasted, a message stays within its limit, cut between characters. */
static void
test_overflow (Fixture *f, gconstpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (lueur_composer_get_view (f->composer)));
  g_autoptr (GString) much = g_string_new ("x");
  g_autofree char *text = NULL;

  while (much->len < 300 * 1024)
    g_string_append (much, "é");
  gtk_text_buffer_insert_at_cursor (buffer, much->str, much->len);
  text = lueur_composer_dup_text (f->composer);
  g_assert_cmpuint (strlen (text), <=, LUEUR_COMPOSER_MAX_BYTES);
  g_assert_cmpuint (strlen (text), >, LUEUR_COMPOSER_MAX_BYTES - 4);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpuint (f->n_overflows, ==, 1);

  /* Nothing more fits, by whatever way it comes. */
  gtk_text_buffer_insert_at_cursor (buffer, "ab", 2);
  g_assert_cmpuint (f->n_overflows, ==, 2);
  g_free (text);
  text = lueur_composer_dup_text (f->composer);
  g_assert_cmpuint (strlen (text), <=, LUEUR_COMPOSER_MAX_BYTES);
  g_assert_true (press (f, GDK_KEY_Return, 0));
  g_assert_cmpuint (f->n_sent, ==, 1);
}

/* Eight lines, then it scrolls. */
static void
test_grows (Fixture *f, gconstpointer data)
{
  GtkWidget *widget = GTK_WIDGET (f->composer);
  int one, four, eight, twenty;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, 400, NULL, &one, NULL, NULL);
  lueur_composer_set_text (f->composer, "1\n2\n3\n4");
  lueur_test_spin (50);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, 400, NULL, &four, NULL, NULL);
  lueur_composer_set_text (f->composer, "1\n2\n3\n4\n5\n6\n7\n8");
  lueur_test_spin (50);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, 400, NULL, &eight, NULL, NULL);
  lueur_composer_set_text (f->composer, "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n20");
  lueur_test_spin (50);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, 400, NULL, &twenty, NULL, NULL);
  lueur_test_shot (f->window, "composer-full");
  g_test_message ("%d %d %d %d", one, four, eight, twenty);
  g_assert_cmpint (one, <, four);
  g_assert_cmpint (four, <, eight);
  g_assert_cmpint (twenty - eight, <, (eight - four) / 4 + 2);
}

static void
test_draft_is_valid (Fixture *f, gconstpointer data)
{
  lueur_composer_set_text (f->composer, "a\xff");
  assert_text (f, "a\uFFFD");
  lueur_composer_set_text (f->composer, NULL);
  assert_text (f, "");
}

static void
test_accessible (Fixture *f, gconstpointer data)
{
  GtkAccessible *view = GTK_ACCESSIBLE (lueur_composer_get_view (f->composer));

  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Message");
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, TRUE);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, "Write");
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (f->composer)));
  g_assert_true (gtk_window_get_focus (f->window) == GTK_WIDGET (view));
}

/* A picture as text, a key, one letter held down: nothing in it to break a line at. */
static void
test_endless_word (Fixture *f, gconstpointer data)
{
  GtkTextView *view = GTK_TEXT_VIEW (lueur_composer_get_view (f->composer));
  g_autofree char *word = g_strnfill (LUEUR_COMPOSER_MAX_BYTES - 1, 'x');
  gint64 before = lueur_test_cpu_time ();

  lueur_composer_set_text (f->composer, word);
  lueur_test_spin (300);
  /* Some hundredths of a second; breaking such a line by words takes ten. */
  g_assert_cmpint (lueur_test_cpu_time () - before, <, 4 * G_USEC_PER_SEC);

  /* Words are kept whole again as soon as there are words. */
  lueur_composer_set_text (f->composer, "Good evening");
  g_assert_cmpint (gtk_text_view_get_wrap_mode (view), ==, GTK_WRAP_WORD_CHAR);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, func) g_test_add ("/composer/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("endless-word", test_endless_word);
  ADD ("enter-sends", test_enter_sends);
  ADD ("shift-breaks", test_shift_breaks);
  ADD ("enter-breaks", test_enter_breaks);
  ADD ("input-method", test_input_method);
  ADD ("blank", test_blank);
  ADD ("busy", test_busy);
  ADD ("overflow", test_overflow);
  ADD ("grows", test_grows);
  ADD ("draft-is-valid", test_draft_is_valid);
  ADD ("accessible", test_accessible);
#undef ADD

  return g_test_run ();
}
