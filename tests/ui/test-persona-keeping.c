/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed in the wizard is kept, or given back, and nothing else is. */

#include "wizard-fixture.h"

#include "support/fault-vfs.h"

static void
test_a_name_is_needed (Fixture *f, gconstpointer data)
{
  GtkWidget *save;

  open_wizard (f, NULL);
  save = find (GTK_WIDGET (f->wizard), GTK_TYPE_BUTTON, "action-name", "wizard.save");
  g_assert_true (gtk_widget_get_sensitive (save));
  g_object_set (f->persona, "name", "   ", NULL);
  g_assert_false (gtk_widget_get_sensitive (save));
}

/* The editor: the same pages in a list, and no steps. */
static void
test_editor_is_a_list (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) stored = g_object_new (LUEUR_TYPE_PERSONA, "name", "Inès", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  GtkWidget *list;

  lueur_library_save_persona_async (lueur_context_get_library (f->context), stored, NULL, lueur_test_keep_result, &result);
  lueur_test_await (&result);
  g_assert_true (lueur_library_save_persona_finish (lueur_context_get_library (f->context), result, NULL));
  open_wizard (f, stored);
  lueur_test_shot (f->window, "wizard-editor");
  g_assert_null (find (GTK_WIDGET (f->wizard), g_type_from_name ("LueurPageStart"), NULL, NULL));
  list = find (GTK_WIDGET (f->wizard), GTK_TYPE_LIST_BOX, NULL, NULL);
  gtk_list_box_select_row (GTK_LIST_BOX (list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 5));
  lueur_test_spin (200);
  g_assert_true (gtk_widget_get_mapped (find (GTK_WIDGET (f->wizard), g_type_from_name ("LueurTextRow"), "title", "Tastes")));
  g_assert_false (gtk_widget_get_visible (find (GTK_WIDGET (f->wizard), GTK_TYPE_BUTTON, "action-name", "wizard.next")));
}

static void
test_editing_changes_nothing_until_saved (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) stored = g_object_new (LUEUR_TYPE_PERSONA, "name", "Inès", "language", "fr", NULL);
  g_autoptr (GAsyncResult) result = NULL;

  lueur_library_save_persona_async (lueur_context_get_library (f->context), stored, NULL, lueur_test_keep_result, &result);
  lueur_test_await (&result);
  g_assert_true (lueur_library_save_persona_finish (lueur_context_get_library (f->context), result, NULL));

  open_wizard (f, stored);
  g_object_set (f->persona, "name", "Jeanne", NULL);
  g_assert_cmpstr (lueur_persona_get_name (stored), ==, "Inès");
  act (f, "wizard.save");
  lueur_test_spin (300);
  g_assert_cmpstr (lueur_persona_get_name (stored), ==, "Jeanne");
  g_assert_true (f->saved == stored);
}

/* No question: it closes, and the same dialog with all that was made comes back. */
static void
test_closing_can_be_undone (Fixture *f, gconstpointer data)
{
  GtkWidget *toast, *button;

  open_wizard (f, NULL);
  g_assert_true (adw_dialog_get_can_close (ADW_DIALOG (f->wizard)));
  g_object_set (f->persona, "name", "Jeanne-Marie", NULL);
  act (f, "wizard.next");
  act (f, "wizard.next");
  g_assert_false (adw_dialog_get_can_close (ADW_DIALOG (f->wizard)));
  adw_dialog_close (ADW_DIALOG (f->wizard));
  lueur_test_spin (300);
  g_assert_null (find (GTK_WIDGET (f->window), ADW_TYPE_ALERT_DIALOG, NULL, NULL));
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (f->window)));
  lueur_test_shot (f->window, "wizard-closed");
  toast = find (GTK_WIDGET (f->window), g_type_from_name ("AdwToastWidget"), NULL, NULL);
  g_assert_nonnull (toast);
  button = find (toast, GTK_TYPE_BUTTON, "label", "_Undo");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  lueur_test_spin (300);
  g_assert_true (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (f->window)) == ADW_DIALOG (f->wizard));
  lueur_test_shot (f->window, "wizard-back-again");
  g_assert_nonnull (find (GTK_WIDGET (f->wizard), ADW_TYPE_ENTRY_ROW, "text", "Jeanne-Marie"));
  /* As good as before: it can be gone on with, and saved. */
  act (f, "wizard.next");
  act (f, "wizard.save");
  lueur_test_spin (300);
  g_assert_true (f->saved == f->persona);
}

/* What cannot be seen is no name; what is drawn is one, in whatever writing. */
static void
test_names_of_all_kinds (Fixture *f, gconstpointer data)
{
  static const char *const blank[] = { "", "   ", "\u00a0\u202f", "\u200b\u200d\ufe0f", "\u2800", "\u3164" };
  static const char *const names[] = { "😀", "👩‍🚀", "🇫🇷", "愛", "أمل", "é", "O’Neill & <b>Co</b>" };
  GtkWidget *save, *row;

  open_wizard (f, NULL);
  act (f, "wizard.next");
  act (f, "wizard.next");
  save = find (GTK_WIDGET (f->wizard), GTK_TYPE_BUTTON, "action-name", "wizard.save");
  row = find (GTK_WIDGET (f->wizard), ADW_TYPE_ENTRY_ROW, "title", "Name");
  for (guint i = 0; i < G_N_ELEMENTS (blank); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (row), blank[i]);
      g_assert_false (gtk_widget_get_sensitive (save));
      g_assert_cmpstr (gtk_widget_get_tooltip_text (save), ==, "They need a name first");
      g_assert_true (gtk_widget_has_css_class (row, "error"));
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (row), names[i]);
      g_assert_true (gtk_widget_get_sensitive (save));
      g_assert_false (gtk_widget_has_css_class (row, "error"));
      g_assert_nonnull (find (GTK_WIDGET (f->wizard), GTK_TYPE_LABEL, "label", names[i]));
    }
  act (f, "wizard.save");
  lueur_test_spin (300);
  g_assert_cmpstr (lueur_persona_get_name (f->saved), ==, names[G_N_ELEMENTS (names) - 1]);
}

static char *
repeat (const char *text, guint n)
{
  GString *all = g_string_new (NULL);

  while (n-- > 0)
    g_string_append (all, text);
  return g_string_free_and_steal (all);
}

/* What is seen in a field is what is kept. What has no room is not taken in, and that is said. */
static void
test_long_pastes (Fixture *f, gconstpointer data)
{
  static const char *const titles[] = { "Background", "Tastes", "Habits", "What You Have in Common", "Anything Else About Them",
                                        "Their First Words" };
  static const LueurPersonaField fields[] = { LUEUR_PERSONA_BACKGROUND, LUEUR_PERSONA_TASTES, LUEUR_PERSONA_HABITS,
                                              LUEUR_PERSONA_SHARED, LUEUR_PERSONA_DESCRIPTION, LUEUR_PERSONA_GREETING };
  g_autofree char *paste = repeat ("é😀", 15000), *lines = repeat ("one\n", 100);
  GtkWidget *row, *widget;
  GtkTextBuffer *buffer;

  open_wizard (f, NULL);
  for (guint i = 0; i < 6; i++)
    act (f, "wizard.next");
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *shown = NULL;
      guint room;

      row = find (GTK_WIDGET (f->wizard), g_type_from_name ("LueurTextRow"), "title", titles[i]);
      widget = find (row, GTK_TYPE_TEXT_VIEW, NULL, NULL);
      buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
      g_object_get (row, "max-chars", &room, NULL);
      gtk_text_buffer_insert_at_cursor (buffer, "Before. ", -1);
      gtk_text_buffer_insert_at_cursor (buffer, paste, -1);
      g_object_get (buffer, "text", &shown, NULL);
      g_assert_cmpint (g_utf8_strlen (shown, -1), ==, room);
      g_assert_cmpstr (lueur_persona_get_text (f->persona, fields[i]), ==, shown);
      g_assert_nonnull (strstr (shown, "Before. é😀"));
      widget = gtk_widget_get_last_child (gtk_widget_get_first_child (row));
      g_assert_true (gtk_widget_get_visible (widget));
      /* One less, and there is room again. */
      gtk_text_buffer_set_text (buffer, "short", -1);
      g_assert_false (gtk_widget_get_visible (widget));
    }
  act (f, "wizard.back");
  row = find (GTK_WIDGET (f->wizard), g_type_from_name ("LueurTextRow"), "title", "Never Talk About");
  widget = gtk_widget_get_last_child (gtk_widget_get_first_child (row));
  g_object_set (row, "text", lines, NULL);
  g_assert_true (gtk_widget_get_visible (widget));
  g_object_set (row, "text", "one\ntwo", NULL);
  g_assert_false (gtk_widget_get_visible (widget));
  g_assert_cmpuint (g_strv_length ((char **) lueur_persona_get_words (f->persona, LUEUR_PERSONA_LIMITS)), ==, 2);
}

/* Not only the companion: the sentence they come from, and who the person is, cost time to write, too. */
static void
test_all_that_is_typed_can_be_had_back (Fixture *f, gconstpointer data)
{
  GtkWidget *row;

  open_wizard (f, NULL);
  g_assert_true (adw_dialog_get_can_close (ADW_DIALOG (f->wizard)));
  row = find (GTK_WIDGET (f->wizard), g_type_from_name ("LueurTextRow"), "title", "I would like…");
  g_object_set (row, "text", "Somebody who knows the sea", NULL);
  g_assert_false (adw_dialog_get_can_close (ADW_DIALOG (f->wizard)));
  adw_dialog_force_close (ADW_DIALOG (f->wizard));
  lueur_test_spin (100);

  open_wizard (f, NULL);
  act (f, "wizard.next");
  act (f, "wizard.next");
  g_assert_true (adw_dialog_get_can_close (ADW_DIALOG (f->wizard)));
  row = find (GTK_WIDGET (f->wizard), ADW_TYPE_ENTRY_ROW, "title", "Your Name");
  gtk_editable_set_text (GTK_EDITABLE (row), "Noor");
  g_assert_false (adw_dialog_get_can_close (ADW_DIALOG (f->wizard)));
}

/* A change that cannot be stored is not shown anywhere as if it were. */
static void
test_what_cannot_be_saved (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) stored = store (f, g_object_new (LUEUR_TYPE_PERSONA, "name", "Inès", NULL));

  open_wizard (f, stored);
  g_object_set (f->persona, "name", "Jeanne", NULL);
  lueur_fault_vfs_arm (LUEUR_FAULT_VFS_FULL, 1);
  act (f, "wizard.save");
  lueur_test_spin (500);
  lueur_fault_vfs_disarm ();
  g_assert_null (f->saved);
  g_assert_cmpstr (lueur_persona_get_name (stored), ==, "Inès");
  /* And what was typed is there, to be tried again. */
  g_assert_cmpstr (lueur_persona_get_name (f->persona), ==, "Jeanne");
  act (f, "wizard.save");
  lueur_test_spin (500);
  g_assert_true (f->saved == stored);
  g_assert_cmpstr (lueur_persona_get_name (stored), ==, "Jeanne");
}

static void
add_tests (void)
{
#define ADD(name) g_test_add ("/persona/keeping/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (a_name_is_needed);
  ADD (editor_is_a_list);
  ADD (editing_changes_nothing_until_saved);
  ADD (closing_can_be_undone);
  ADD (names_of_all_kinds);
  ADD (long_pastes);
  ADD (all_that_is_typed_can_be_had_back);
  ADD (what_cannot_be_saved);
#undef ADD
}

int
main (int argc, char **argv)
{
  lueur_fault_vfs_install ();
  return run_wizard_tests (&argc, &argv, add_tests);
}
