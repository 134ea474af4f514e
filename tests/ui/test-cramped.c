/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 360 px and text at twice its size: what stood beside each other, and no longer fits, stands below. And the same places with
 * room enough. */

#include <locale.h>
#include <math.h>

#include "library-fixture.h"

#include "core/wellbeing/danger/crisis-lines.h"
#include "ui/chat/chat-row.h"
#include "ui/chat/chat-view.h"
#include "ui/chat/companion-pane.h"
#include "ui/chat/composer.h"
#include "ui/chat/history.h"
#include "ui/library/bin-page.h"
#include "ui/preferences/preferences.h"
#include "ui/press.h"
#include "ui/shot.h"
#include "ui/toast.h"
#include "ui/wellbeing/crisis-card.h"

static void
resize (Fixture *f, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (f->window), width, height);
  lueur_test_spin (300);
}

static void
set_cramped (Fixture *f, gboolean cramped)
{
  gboolean is;

  g_object_set (gtk_widget_get_settings (GTK_WIDGET (f->window)), "gtk-xft-dpi", (cramped ? 2 : 1) * 96 * 1024, NULL);
  resize (f, cramped ? 360 : 1100, cramped ? 720 : 800);
  g_object_get (f->window, "cramped", &is, NULL);
  g_assert_cmpint (is, ==, cramped);
}

/* As GNOME has it: one button of the window. */
static void
enter (Fixture *f, gconstpointer data)
{
  set_up (f, data);
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (f->window)), "gtk-decoration-layout", ":close", NULL);
}

static void
leave (Fixture *f, gconstpointer data)
{
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (f->window)), "gtk-xft-dpi", 96 * 1024, NULL);
  tear_down (f, data);
}

static LueurPersona *
talk (Fixture *f)
{
  LueurPersona *ada = add (f, "Ada", "", 0);

  act (f, "win.companion-talk", "x", lueur_persona_get_id (ada));
  wait_for (f, LUEUR_TYPE_CHAT_ROW);
  lueur_test_spin (300);
  return ada;
}

/* What is in sight, of this type and with this text in this property. */
static GtkWidget *
find_text (GtkWidget *widget, GType type, const char *property, const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    {
      g_autofree char *value = NULL;

      g_object_get (widget, property, &value, NULL);
      if (g_strcmp0 (value, text) == 0)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_text (child, type, property, text);
  return found;
}

typedef struct
{
  GtkWidget *top;
  GType type;
  const char *property;
  const char *text;
} Words;

static gboolean
are_seen (gpointer data)
{
  Words *words = data;

  return find_text (words->top, words->type, words->property, words->text) != NULL;
}

/* The same, once it is there: what changes its place is out of sight for a moment. */
static GtkWidget *
see (gpointer top, GType type, const char *property, const char *text)
{
  Words words = { top, type, property, text };

  if (!lueur_test_wait_until (are_seen, &words, 5000))
    g_error ("“%s” did not come", text);
  return find_text (top, type, property, text);
}

static graphene_rect_t
place_of (Fixture *f, gpointer widget)
{
  graphene_rect_t bounds;

  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (f->window), &bounds));
  return bounds;
}

/* --- Buttons with a word, beside a title ---------------------------------------------------------- */

/* Below, and the title whole; with room enough beside it again. */
static void
see_below (Fixture *f, const char *button_text, const char *title_text, const char *shot)
{
  GtkWidget *top = dialog (f) != NULL ? GTK_WIDGET (dialog (f)) : GTK_WIDGET (f->window);
  GtkWidget *button, *title;

  g_test_message ("%s", shot);
  set_cramped (f, TRUE);
  lueur_test_shot (GTK_WINDOW (f->window), shot);
  button = find_text (top, GTK_TYPE_BUTTON, "label", button_text);
  title = find_text (top, GTK_TYPE_LABEL, "label", title_text);
  g_assert_nonnull (button);
  g_assert_nonnull (title);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (title))));
  g_assert_null (gtk_widget_get_ancestor (button, ADW_TYPE_HEADER_BAR));
  g_assert_cmpfloat (place_of (f, button).origin.y, >, 500);
  g_assert_cmpfloat (place_of (f, button).size.width, >, 300);

  set_cramped (f, FALSE);
  g_assert_true (see (top, GTK_TYPE_BUTTON, "label", button_text) == button);
  g_assert_nonnull (gtk_widget_get_ancestor (button, ADW_TYPE_HEADER_BAR));
}

static void
test_buttons (Fixture *f, gconstpointer data)
{
  talk (f);
  act (f, "win.bin", NULL);
  wait_for (f, LUEUR_TYPE_BIN_PAGE);
  see_below (f, "_Empty…", "Bin", "cramped-bin");
  act (f, "win.leave-library", NULL);

  act (f, "win.persons", NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog (f)), "persons.add", NULL));
  lueur_test_spin (200);
  see_below (f, "_Save", "New Profile", "cramped-person");
  adw_dialog_force_close (dialog (f));
  lueur_test_spin (100);

  act (f, "win.wellbeing", "s", "people");
  lueur_test_spin (300);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_focus (GTK_WINDOW (f->window))), "people.add", NULL));
  lueur_test_spin (200);
  see_below (f, "_Save", "New Person", "cramped-contact");
  /* With “Cancel” gone there is a cross, and the other way about. */
  g_assert_nonnull (find_text (GTK_WIDGET (dialog (f)), GTK_TYPE_BUTTON, "label", "_Cancel"));
  g_assert_null (find_text (GTK_WIDGET (dialog (f)), GTK_TYPE_IMAGE, "icon-name", "window-close-symbolic"));
  set_cramped (f, TRUE);
  g_assert_null (find_text (GTK_WIDGET (dialog (f)), GTK_TYPE_BUTTON, "label", "_Cancel"));
  see (dialog (f), GTK_TYPE_IMAGE, "icon-name", "window-close-symbolic");
  adw_dialog_force_close (dialog (f));
}

/* Somebody of whom nothing is said is nobody to save; a name is not what it takes. */
static void
test_nobody (Fixture *f, gconstpointer data)
{
  GtkWidget *save, *name, *combo;

  talk (f);
  act (f, "win.persons", NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog (f)), "persons.add", NULL));
  lueur_test_spin (200);
  save = find_text (GTK_WIDGET (dialog (f)), GTK_TYPE_BUTTON, "label", "_Save");
  name = find (GTK_WIDGET (dialog (f)), ADW_TYPE_ENTRY_ROW);
  combo = find (GTK_WIDGET (dialog (f)), ADW_TYPE_COMBO_ROW);
  g_assert_false (gtk_widget_get_sensitive (save));
  g_assert_nonnull (find_text (GTK_WIDGET (dialog (f)), GTK_TYPE_LABEL, "label",
                               "Tell as much as you like: one line is enough to save."));
  gtk_editable_set_text (GTK_EDITABLE (name), "  ");
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (GTK_EDITABLE (name), "Camille");
  g_assert_true (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (GTK_EDITABLE (name), "");
  g_assert_false (gtk_widget_get_sensitive (save));
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), LUEUR_GENDER_FEMININE);
  g_assert_true (gtk_widget_get_sensitive (save));
}

/* --- Preferences ---------------------------------------------------------------------------------- */

static const char *
shown_page (Fixture *f)
{
  return adw_preferences_dialog_get_visible_page_name (ADW_PREFERENCES_DIALOG (dialog (f)));
}

static gboolean
is_in (Fixture *f, GType type)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (f->window));

  return focus != NULL && gtk_widget_get_mapped (focus) &&
         (g_type_is_a (G_OBJECT_TYPE (focus), type) || gtk_widget_get_ancestor (focus, type) != NULL);
}

static void
test_preferences (Fixture *f, gconstpointer data)
{
  GtkWidget *row;

  talk (f);
  set_cramped (f, TRUE);
  act (f, "win.preferences", "s", "");
  lueur_test_spin (300);
  lueur_test_shot (GTK_WINDOW (f->window), "cramped-preferences");
  row = find_text (GTK_WIDGET (dialog (f)), ADW_TYPE_ACTION_ROW, "title", "Wellbeing");
  g_assert_nonnull (row);
  g_assert_null (seen (f, ADW_TYPE_VIEW_SWITCHER_BAR));

  /* There and back, by keys: what can be set has the focus there, the row has it here. */
  gtk_widget_grab_focus (row);
  g_signal_emit_by_name (row, "activate");
  lueur_test_spin (300);
  g_assert_cmpstr (shown_page (f), ==, "wellbeing");
  g_assert_cmpstr (adw_dialog_get_title (dialog (f)), ==, "Wellbeing");
  see (dialog (f), ADW_TYPE_SWITCH_ROW, "title", "Suggest a Pause");
  g_assert_null (seen (f, ADW_TYPE_VIEW_SWITCHER_BAR));
  g_assert_true (is_in (f, ADW_TYPE_PREFERENCES_PAGE));
  g_assert_true (lueur_test_press (GTK_WINDOW (f->window), "Escape"));
  lueur_test_spin (300);
  g_assert_true (gtk_widget_get_mapped (row));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window)) == row);
  g_assert_cmpstr (adw_dialog_get_title (dialog (f)), ==, "Preferences");

  /* The page stays, whatever the width. */
  g_assert_true (gtk_widget_activate_action (row, "preferences.show-page", "s", "privacy"));
  lueur_test_spin (200);
  for (guint i = 0; i < 2; i++)
    {
      set_cramped (f, FALSE);
      g_assert_cmpstr (shown_page (f), ==, "privacy");
      g_assert_cmpstr (adw_dialog_get_title (dialog (f)), ==, "Preferences");
      see (dialog (f), ADW_TYPE_ACTION_ROW, "title", "Server Keys");
      g_assert_nonnull (seen (f, ADW_TYPE_VIEW_SWITCHER));
      set_cramped (f, TRUE);
      g_assert_cmpstr (shown_page (f), ==, "privacy");
      see (dialog (f), ADW_TYPE_ACTION_ROW, "title", "Server Keys");
    }
  g_assert_true (lueur_test_press (GTK_WINDOW (f->window), "Escape"));
  lueur_test_spin (200);
  g_assert_true (gtk_widget_get_mapped (row));

  /* The search goes from the list through all pages, and leads back there. */
  g_assert_true (lueur_test_press (GTK_WINDOW (f->window), "<Control>f"));
  lueur_test_spin (300);
  g_assert_true (is_in (f, GTK_TYPE_SEARCH_ENTRY));
  gtk_editable_set_text (GTK_EDITABLE (seen (f, GTK_TYPE_SEARCH_ENTRY)), "liveli");
  g_signal_emit_by_name (seen (f, GTK_TYPE_SEARCH_ENTRY), "search-changed");
  lueur_test_spin (300);
  see (dialog (f), ADW_TYPE_ACTION_ROW, "title", "Liveliness");
  g_assert_true (lueur_test_press (GTK_WINDOW (f->window), "Escape"));
  lueur_test_spin (300);
  g_assert_true (gtk_widget_get_mapped (row));

  /* From the list, out. */
  {
    g_autoptr (AdwDialog) held = g_object_ref (dialog (f));

    g_assert_true (lueur_test_press (GTK_WINDOW (f->window), "Escape"));
  }
  lueur_test_spin (200);
  g_assert_null (dialog (f));

  /* Who asked for a page has it at once, with the list behind it. */
  act (f, "win.preferences", "s", "chat");
  lueur_test_spin (300);
  see (dialog (f), ADW_TYPE_SWITCH_ROW, "title", "Enter Sends");
  g_assert_true (lueur_test_press (GTK_WINDOW (f->window), "Escape"));
  lueur_test_spin (300);
  see (dialog (f), ADW_TYPE_ACTION_ROW, "title", "Wellbeing");
  adw_dialog_force_close (dialog (f));
  lueur_test_spin (100);

  /* Tabs that go while the dialog is open leave one where one was. */
  set_cramped (f, FALSE);
  act (f, "win.preferences", "s", "");
  lueur_test_spin (300);
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog (f)), "chat");
  set_cramped (f, TRUE);
  see (dialog (f), ADW_TYPE_SWITCH_ROW, "title", "Enter Sends");
}

/* A number stands below its words, and beside them where there is room. */
static void
test_numbers (Fixture *f, gconstpointer data)
{
  GtkWidget *row, *label, *number;

  talk (f);
  act (f, "win.preferences", "s", "wellbeing");
  for (guint i = 0; i < 2; i++)
    {
      set_cramped (f, i == 0);
      row = see (dialog (f), ADW_TYPE_SPIN_ROW, "title", "Minutes Before a Pause");
      label = find_text (row, GTK_TYPE_LABEL, "label", "Minutes Before a Pause");
      number = find (row, GTK_TYPE_SPIN_BUTTON);
      if (i == 0)
        {
          g_assert_cmpfloat (place_of (f, number).origin.y, >=, place_of (f, label).origin.y + place_of (f, label).size.height);
          g_assert_cmpfloat (place_of (f, label).size.width, >, 250);
        }
      else
        g_assert_cmpfloat (place_of (f, number).origin.x, >=, place_of (f, label).origin.x + place_of (f, label).size.width);
    }
}

/* The slider ends where the words for its ends do. */
static void
test_slider (Fixture *f, gconstpointer data)
{
  graphene_rect_t scale, still, lively, trough;

  talk (f);
  act (f, "win.preferences", "s", "chat");
  lueur_test_spin (300);
  scale = place_of (f, seen (f, GTK_TYPE_SCALE));
  trough = place_of (f, gtk_widget_get_last_child (seen (f, GTK_TYPE_SCALE)));
  still = place_of (f, find_text (GTK_WIDGET (dialog (f)), GTK_TYPE_LABEL, "label", "Still"));
  lively = place_of (f, find_text (GTK_WIDGET (dialog (f)), GTK_TYPE_LABEL, "label", "Lively"));
  g_assert_cmpfloat (fabs (scale.origin.x - still.origin.x), <, 2);
  g_assert_cmpfloat (fabs (trough.origin.x - still.origin.x), <, 2);
  g_assert_cmpfloat (fabs (trough.origin.x + trough.size.width - lively.origin.x - lively.size.width), <, 2);
}

/* --- Keys, names ------------------------------------------------------------------------------------ */

static guint
see_chords (Fixture *f, GtkWidget *widget)
{
  guint n = 0;

  if (gtk_widget_has_css_class (widget, "keycap"))
    {
      GtkWidget *first = gtk_widget_get_first_child (gtk_widget_get_parent (widget));

      g_assert_cmpfloat (fabs (place_of (f, widget).origin.y - place_of (f, first).origin.y), <, 1);
      n++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += see_chords (f, child);
  return n;
}

/* The caps of a chord in one line, at either size. */
static void
test_chords (Fixture *f, gconstpointer data)
{
  talk (f);
  for (guint cramped = 0; cramped < 2; cramped++)
    {
      set_cramped (f, cramped);
      act (f, "win.shortcuts", NULL);
      lueur_test_spin (300);
      lueur_test_shot (GTK_WINDOW (f->window), cramped ? "cramped-shortcuts" : "roomy-shortcuts");
      g_assert_cmpuint (see_chords (f, GTK_WIDGET (dialog (f))), >, 30);
      adw_dialog_force_close (dialog (f));
      lueur_test_spin (100);
    }
}

static void
test_rename (Fixture *f, gconstpointer data)
{
  const char *title = "A name that is a good deal longer than what an entry of some width can show of it at once, from end to end";
  LueurConversation *open;
  GtkWidget *entry;
  int from, to, offset;

  talk (f);
  open = lueur_chat_view_get_conversation (seen (f, LUEUR_TYPE_CHAT_VIEW));
  {
    CALL (renamed, lueur_library_rename_conversation, library (f), open, title);
    g_assert_true (lueur_library_rename_conversation_finish (library (f), renamed, NULL));
  }
  for (guint narrow = 0; narrow < 2; narrow++)
    {
      resize (f, narrow ? 360 : 1100, 720);
      act (f, "win.rename-conversation", NULL);
      lueur_test_spin (300);
      lueur_test_shot (GTK_WINDOW (f->window), narrow ? "narrow-rename" : "roomy-rename");
      entry = find (GTK_WIDGET (dialog (f)), GTK_TYPE_ENTRY);
      g_assert_true (is_in (f, GTK_TYPE_ENTRY));
      g_assert_cmpint (gtk_widget_get_width (entry), >=, narrow ? 220 : 380);
      g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (entry), &from, &to));
      g_object_get (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "scroll-offset", &offset, NULL);
      g_assert_cmpint (from, ==, 0);
      g_assert_cmpint (to, ==, g_utf8_strlen (title, -1));
      g_assert_cmpint (offset, ==, 0);
      adw_dialog_force_close (dialog (f));
      lueur_test_spin (100);
    }
}

/* --- The conversation ------------------------------------------------------------------------------- */

/* The name stays where it is, with the mark below it or without, in each shape. */
static void
test_name (Fixture *f, gconstpointer data)
{
  static const int sizes[][2] = { { 360, 720 }, { 720, 720 }, { 1100, 760 }, { 360, 500 } };
  GtkWidget *pane, *name;

  talk (f);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      graphene_rect_t with, without, face, face_without;

      resize (f, sizes[i][0], sizes[i][1]);
      pane = seen (f, LUEUR_TYPE_COMPANION_PANE);
      lueur_companion_pane_set_scripted (LUEUR_COMPANION_PANE (pane), TRUE);
      lueur_test_spin (150);
      name = find_text (pane, GTK_TYPE_LABEL, "label", "Ada");
      /* Where the band is one line high, the title alone has it. */
      g_assert_true ((name == NULL) == gtk_widget_has_css_class (pane, "thin"));
      with = name != NULL ? place_of (f, name) : *graphene_rect_zero ();
      face = place_of (f, find (pane, LUEUR_TYPE_AVATAR));
      lueur_companion_pane_set_scripted (LUEUR_COMPANION_PANE (pane), FALSE);
      lueur_companion_pane_set_status (LUEUR_COMPANION_PANE (pane), "Thinking…");
      lueur_test_spin (150);
      without = name != NULL ? place_of (f, name) : *graphene_rect_zero ();
      face_without = place_of (f, find (pane, LUEUR_TYPE_AVATAR));
      g_test_message ("%d × %d: name %.1f px, face %.1f px", sizes[i][0], sizes[i][1], without.origin.y - with.origin.y,
                      face_without.size.height - face.size.height);
      g_assert_cmpfloat (fabs (without.origin.y - with.origin.y), <, 1.5);
      g_assert_cmpfloat (fabs (face_without.size.height - face.size.height), <, 1.5);
      lueur_companion_pane_set_status (LUEUR_COMPANION_PANE (pane), "");
    }
}

/* Large letters leave the title to the name; the way to help has its word where there is room. */
static void
test_header (Fixture *f, gconstpointer data)
{
  LueurConversation *open;
  GtkWidget *title;

  talk (f);
  open = lueur_chat_view_get_conversation (seen (f, LUEUR_TYPE_CHAT_VIEW));
  {
    CALL (renamed, lueur_library_rename_conversation, library (f), open, "About the sea");
    g_assert_true (lueur_library_rename_conversation_finish (library (f), renamed, NULL));
  }
  lueur_care_set_card (lueur_context_get_care (f->context), TRUE);
  set_cramped (f, FALSE);
  title = find (seen (f, LUEUR_TYPE_CHAT_VIEW), ADW_TYPE_WINDOW_TITLE);
  g_assert_cmpstr (adw_window_title_get_subtitle (ADW_WINDOW_TITLE (title)), ==, "About the sea");
  g_assert_nonnull (find_text (seen (f, LUEUR_TYPE_CHAT_VIEW), GTK_TYPE_LABEL, "label", "Help"));
  set_cramped (f, TRUE);
  g_assert_cmpstr (adw_window_title_get_subtitle (ADW_WINDOW_TITLE (title)), ==, "");
  g_assert_null (find_text (seen (f, LUEUR_TYPE_CHAT_VIEW), GTK_TYPE_LABEL, "label", "Help"));
  g_assert_nonnull (find_text (seen (f, LUEUR_TYPE_CHAT_VIEW), GTK_TYPE_BUTTON, "tooltip-text", "Someone to Talk To"));
}

static GtkWidget *
find_toast (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_str_equal (gtk_widget_get_css_name (widget), "toast"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_toast (child);
  return found;
}

static gboolean
is_told (gpointer data)
{
  return find_toast (data) != NULL;
}

/* However much is pasted, and however large: what is told about it leaves the button that sends free. */
static void
test_toast (Fixture *f, gconstpointer data)
{
  g_autofree char *paste = g_strnfill (1024 * 1024, 'a');

  for (guint i = 39; i < 1024 * 1024; i += 40)
    paste[i] = '\n';

  talk (f);
  for (guint i = 0; i < 3; i++)
    {
      GtkTextBuffer *buffer;
      GtkWidget *toast, *send;
      graphene_rect_t words, button, none;

      set_cramped (f, i == 2);
      if (i == 1)
        resize (f, 360, 720);
      lueur_composer_set_text (seen (f, LUEUR_TYPE_COMPOSER), "");
      buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (seen (f, LUEUR_TYPE_COMPOSER), GTK_TYPE_TEXT_VIEW)));
      gtk_text_buffer_insert_at_cursor (buffer, paste, -1);
      g_assert_true (lueur_test_wait_until (is_told, f->window, 5000));
      lueur_test_spin (50);
      lueur_test_shot (GTK_WINDOW (f->window), i == 2 ? "cramped-toast" : i == 1 ? "narrow-toast" : "roomy-toast");
      toast = find_toast (GTK_WIDGET (f->window));
      g_assert_nonnull (toast);
      send = find_text (seen (f, LUEUR_TYPE_COMPOSER), GTK_TYPE_BUTTON, "icon-name", "go-up-symbolic");
      g_assert_nonnull (send);
      words = place_of (f, toast);
      button = place_of (f, send);
      g_assert_false (graphene_rect_intersection (&words, &button, &none));
      adw_toast_overlay_dismiss_all (ADW_TOAST_OVERLAY (gtk_widget_get_ancestor (toast, ADW_TYPE_TOAST_OVERLAY)));
      lueur_test_spin (300);
    }
}

/* --- The card with those who can help ----------------------------------------------------------------- */

static gboolean
is_in_sight (Fixture *f, GtkWidget *card, const char *property, const char *text)
{
  GtkWidget *row = find_text (card, ADW_TYPE_ACTION_ROW, property, text);
  graphene_rect_t all = place_of (f, card), bounds;

  if (row == NULL)
    return FALSE;
  bounds = place_of (f, row);
  return bounds.origin.y >= all.origin.y && bounds.origin.y + bounds.size.height <= all.origin.y + all.size.height;
}

/* A conversation goes on above it, and the numbers that matter are read without scrolling. */
static void
test_card (Fixture *f, gconstpointer data)
{
  static const struct
  {
    int width, height, most;
  } sizes[] = { { 1100, 800, 220 }, { 720, 720, 260 }, { 360, 720, 300 } };
  LueurCare *care = lueur_context_get_care (f->context);
  GtkWidget *card, *more;

  talk (f);
  lueur_care_set_card (care, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      resize (f, sizes[i].width, sizes[i].height);
      card = seen (f, LUEUR_TYPE_CRISIS_CARD);
      lueur_crisis_card_set_region (LUEUR_CRISIS_CARD (card), "FR");
      lueur_test_spin (300);
      g_test_message ("%d × %d: card %d px, history %d px", sizes[i].width, sizes[i].height, gtk_widget_get_height (card),
                      gtk_widget_get_height (seen (f, LUEUR_TYPE_HISTORY)));
      g_assert_cmpint (gtk_widget_get_height (card), <=, sizes[i].most);
      g_assert_cmpint (gtk_widget_get_height (seen (f, LUEUR_TYPE_HISTORY)), >=, 120);
      g_assert_true (is_in_sight (f, card, "subtitle", "3114, day and night"));
      g_assert_true (is_in_sight (f, card, "title", "Emergency"));
      g_assert_null (find_text (card, ADW_TYPE_ACTION_ROW, "title", "SOS Amitié"));
    }
  /* The others, and other countries, one step further. */
  more = find (card, GTK_TYPE_EXPANDER);
  gtk_expander_set_expanded (GTK_EXPANDER (more), TRUE);
  lueur_test_spin (300);
  lueur_test_shot (GTK_WINDOW (f->window), "card-more");
  g_assert_nonnull (find_text (card, ADW_TYPE_ACTION_ROW, "title", "SOS Amitié"));
  {
    graphene_rect_t all = place_of (f, card), country = place_of (f, find (card, GTK_TYPE_DROP_DOWN));

    g_assert_cmpfloat (country.origin.y + country.size.height, <=, all.origin.y + all.size.height);
  }
  gtk_expander_set_expanded (GTK_EXPANDER (more), FALSE);

  /* Where a country has no number of its own here for danger, one stands there all the same. */
  for (guint i = 0; lueur_crisis_regions[i] != NULL; i++)
    {
      lueur_crisis_card_set_region (LUEUR_CRISIS_CARD (card), lueur_crisis_regions[i]);
      lueur_test_spin (50);
      g_assert_true (find_text (card, ADW_TYPE_ACTION_ROW, "title", "Emergency") != NULL ||
                     find_text (card, GTK_TYPE_LABEL, "label",
                                "For immediate danger, call the emergency number of the place where you are: 112 in the "
                                "European Union.") != NULL);
    }

  /* Large letters: the first number at least, and the rest by scrolling. */
  lueur_crisis_card_set_region (LUEUR_CRISIS_CARD (card), "US");
  set_cramped (f, TRUE);
  lueur_test_shot (GTK_WINDOW (f->window), "cramped-card");
  g_assert_true (is_in_sight (f, card, "subtitle", "988, day and night"));
  g_assert_cmpint (gtk_widget_get_height (seen (f, LUEUR_TYPE_HISTORY)), >=, 90);
}

/* Where nothing composes the screen a window has a frame of 5 px, which no desktop of today has. */
static void
take_frame_off (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_string (provider, "window.solid-csd { margin: 0; padding: 0; border: none; box-shadow: none; }");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_TIME, "C.UTF-8");
  application = g_object_new (ADW_TYPE_APPLICATION, "application-id", "io.github.lueur_app.Test", "flags",
                              G_APPLICATION_NON_UNIQUE, "resource-base-path", "/io/github/lueur_app/Lueur", NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);
  take_frame_off ();

#define ADD(name) g_test_add ("/cramped/" #name, Fixture, NULL, enter, test_##name, leave)
  ADD (buttons);
  ADD (nobody);
  ADD (preferences);
  ADD (numbers);
  ADD (slider);
  ADD (chords);
  ADD (rename);
  ADD (name);
  ADD (header);
  ADD (toast);
  ADD (card);
#undef ADD

  result = g_test_run ();
  g_clear_object (&application);
  return result;
}
