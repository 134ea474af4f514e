/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The avatar's editor, used as a person uses it. */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "core/model/look.h"
#include "support/loop.h"
#include "ui/avatar/editor.h"
#include "ui/avatar/mood-strip.h"
#include "ui/avatar/swatches.h"
#include "ui/avatar/tiles.h"
#include "ui/avatar/wardrobe.h"
#include "ui/shot.h"

typedef struct
{
  GtkWindow *window;
  LueurAvatarEditor *editor;
  guint changes;
} Fixture;

static void
on_changed (LueurAvatarEditor *editor, Fixture *f)
{
  f->changes++;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *rigs = g_test_build_filename (G_TEST_DIST, "ui", "rigs", NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  lueur_wardrobe_set_folder (lueur_wardrobe_get_for_display (gdk_display_get_default ()), rigs);
  f->changes = 0;
  f->window = GTK_WINDOW (adw_window_new ());
  f->editor = LUEUR_AVATAR_EDITOR (lueur_avatar_editor_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (f->editor));
  adw_window_set_content (ADW_WINDOW (f->window), scroller);
  gtk_window_set_default_size (f->window, 480, 980);
  g_object_set (f->editor, "person", "Léa", NULL);
  lueur_avatar_editor_set_look (f->editor, "{\"rig\":\"plain\"}");
  g_signal_connect (f->editor, "look-changed", G_CALLBACK (on_changed), f);
  gtk_window_present (f->window);
  lueur_test_spin (900);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  GtkWidget *editor = GTK_WIDGET (f->editor);

  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &editor);
  gtk_window_destroy (f->window);
  lueur_test_spin (100);
  g_assert_null (editor);
}

static LueurTiles *
find_tiles (GtkWidget *below, const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      LueurTiles *found;

      if (LUEUR_IS_TILES (child))
        {
          g_autofree char *own = NULL;

          g_object_get (child, "title", &own, NULL);
          if (g_str_equal (own, title))
            return LUEUR_TILES (child);
        }
      if ((found = find_tiles (child, title)) != NULL)
        return found;
    }
  return NULL;
}

static char *
worn (Fixture *f, const char *slot)
{
  g_autoptr (LueurLook) look = lueur_look_parse (lueur_avatar_editor_get_look (f->editor));

  return g_strdup (lueur_look_get_choice (look, slot));
}

/* Whether the look is another after @action. */
static gboolean
can (Fixture *f, const char *action)
{
  g_autofree char *before = g_strdup (lueur_avatar_editor_get_look (f->editor));

  gtk_widget_activate_action (GTK_WIDGET (f->editor), action, NULL);
  return g_strcmp0 (before, lueur_avatar_editor_get_look (f->editor)) != 0;
}

static void
test_choose (Fixture *f, gconstpointer data)
{
  LueurTiles *hair = find_tiles (GTK_WIDGET (f->editor), "Hair");
  LueurTiles *skin = find_tiles (GTK_WIDGET (f->editor), "Skin");
  LueurTiles *rest = find_tiles (GTK_WIDGET (f->editor), "At Rest");
  g_autoptr (LueurLook) look = NULL;
  g_autofree char *choice = NULL;

  g_assert_nonnull (hair);
  g_assert_nonnull (skin);
  g_assert_cmpstr (lueur_tiles_get_selected (hair), ==, "short");
  g_assert_cmpstr (lueur_tiles_get_selected (skin), ==, "#e8b48f");
  g_assert_cmpuint (lueur_tiles_get_n_tiles (skin), ==, 10);
  lueur_test_shot (f->window, "avatar-editor");

  g_assert_true (lueur_tiles_pick (hair, "long"));
  g_assert_cmpuint (f->changes, ==, 1);
  choice = worn (f, "hair");
  g_assert_cmpstr (choice, ==, "long");
  g_assert_true (lueur_tiles_pick (skin, "#8d5a3c"));
  g_assert_true (lueur_tiles_pick (rest, "shy"));
  g_assert_cmpuint (f->changes, ==, 3);
  look = lueur_look_parse (lueur_avatar_editor_get_look (f->editor));
  g_assert_cmpstr (lueur_look_get_colour (look, "skin"), ==, "#8d5a3c");
  g_assert_cmpstr (look->mood, ==, "shy");
  lueur_test_spin (900);
  lueur_test_shot (f->window, "avatar-editor-changed");
}

static void
test_undo (Fixture *f, gconstpointer data)
{
  g_autofree char *first = g_strdup (lueur_avatar_editor_get_look (f->editor)), *second = NULL;

  g_assert_false (can (f, "avatar-editor.undo"));
  lueur_tiles_pick (find_tiles (GTK_WIDGET (f->editor), "Glasses"), "round");
  second = g_strdup (lueur_avatar_editor_get_look (f->editor));
  g_assert_cmpstr (first, !=, second);
  g_assert_true (can (f, "avatar-editor.undo"));
  g_assert_cmpstr (lueur_avatar_editor_get_look (f->editor), ==, first);
  lueur_test_spin (200);
  g_assert_cmpstr (lueur_tiles_get_selected (find_tiles (GTK_WIDGET (f->editor), "Glasses")), ==, "none");
  g_assert_true (can (f, "avatar-editor.redo"));
  g_assert_cmpstr (lueur_avatar_editor_get_look (f->editor), ==, second);
  g_assert_false (can (f, "avatar-editor.redo"));
}

static void
test_chance (Fixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 12; i++)
    {
      can (f, "avatar-editor.randomise");
      g_hash_table_add (seen, g_strdup (lueur_avatar_editor_get_look (f->editor)));
    }
  g_assert_cmpuint (g_hash_table_size (seen), >, 8);
}

static void
test_spoken (Fixture *f, gconstpointer data)
{
  LueurTiles *hair = find_tiles (GTK_WIDGET (f->editor), "Hair");
  GtkWidget *button;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (hair), GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (hair), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  button = gtk_widget_get_first_child (gtk_widget_get_last_child (GTK_WIDGET (hair)));
  g_assert_true (GTK_IS_TOGGLE_BUTTON (button));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Short");
  g_assert_true (gtk_widget_get_focusable (button));
}

static GtkWidget *
first_tile (LueurTiles *tiles)
{
  return gtk_widget_get_first_child (gtk_widget_get_last_child (GTK_WIDGET (tiles)));
}

/* Tab goes to what is chosen and on to the next row, arrows from tile to tile; what is down is told as checked. */
static void
test_keys (Fixture *f, gconstpointer data)
{
  LueurTiles *hair = find_tiles (GTK_WIDGET (f->editor), "Hair"), *skin = find_tiles (GTK_WIDGET (f->editor), "Skin");
  GtkWidget *tile = first_tile (hair), *other = gtk_widget_get_next_sibling (tile), *focus;

  g_assert_true (gtk_widget_grab_focus (tile));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->window), GTK_DIR_RIGHT));
  g_assert_true (gtk_window_get_focus (f->window) == other);
  g_assert_true (gtk_widget_activate (other));
  lueur_test_spin (400); /* as long as a button stays down */
  g_assert_cmpstr (lueur_tiles_get_selected (hair), !=, "short");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (other), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE);

  /* One key leaves the row, however many tiles are left in it, and one comes back to what is chosen. */
  g_assert_true (gtk_widget_grab_focus (tile));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->window), GTK_DIR_TAB_FORWARD));
  g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (f->window), GTK_WIDGET (hair)));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->window), GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_window_get_focus (f->window) == other);

  /* Behind the colours that are offered lies any other: one key further, and one key back. */
  g_assert_true (gtk_widget_grab_focus (first_tile (skin)));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->window), GTK_DIR_TAB_FORWARD));
  focus = gtk_window_get_focus (f->window);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (skin)));
  g_assert_false (GTK_IS_TOGGLE_BUTTON (focus) && gtk_widget_get_parent (focus) == gtk_widget_get_parent (first_tile (skin)));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->window), GTK_DIR_TAB_BACKWARD));
  focus = gtk_window_get_focus (f->window);
  g_assert_true (gtk_widget_get_parent (focus) == gtk_widget_get_parent (first_tile (skin)));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (focus)));
}

/* People come first among what can be chosen, then whatever else ships, one's own last. */
static void
test_figures (Fixture *f, gconstpointer data)
{
  LueurTiles *figures = find_tiles (GTK_WIDGET (f->editor), "Figure");
  const char *const order[] = { "ambre", "sorel", "lueur", "renard" };
  guint n = lueur_tiles_get_n_tiles (figures);

  g_assert_cmpuint (n, >, G_N_ELEMENTS (order));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpstr (lueur_tiles_get_id (figures, i), ==, order[i]);
  g_assert_cmpstr (lueur_tiles_get_id (figures, n - 1), ==, "plain");
}

/* A fox has fur, in the colours that a fox comes in, and no human skin. */
static void
test_own_colours (Fixture *f, gconstpointer data)
{
  LueurTiles *fur;

  lueur_avatar_editor_set_look (f->editor, "{\"rig\":\"renard\"}");
  lueur_test_spin (900);
  g_assert_null (find_tiles (GTK_WIDGET (f->editor), "Skin"));
  fur = find_tiles (GTK_WIDGET (f->editor), "Fur");
  g_assert_nonnull (fur);
  for (const LueurSwatch *human = lueur_swatches_get ("skin"); human->colour != NULL; human++)
    g_assert_false (lueur_tiles_pick (fur, human->colour));
  g_assert_cmpstr (lueur_tiles_get_selected (fur), !=, "");

  /* Chance keeps to them, too. */
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (LueurLook) look = NULL;
      gboolean offered = FALSE;

      can (f, "avatar-editor.randomise");
      look = lueur_look_parse (lueur_avatar_editor_get_look (f->editor));
      for (guint t = 0; t < lueur_tiles_get_n_tiles (fur); t++)
        offered |= g_ascii_strcasecmp (lueur_tiles_get_id (fur, t), lueur_look_get_colour (look, "skin")) == 0;
      g_assert_true (offered);
    }
}

/* Whatever a figure was drawn with, one colour of each row is down. */
static void
test_one_is_down (Fixture *f, gconstpointer data)
{
  const char *const rigs[] = { "ambre", "sorel", "lueur", "renard" };

  for (guint r = 0; r < G_N_ELEMENTS (rigs); r++)
    {
      g_autofree char *look = g_strdup_printf ("{\"rig\":\"%s\"}", rigs[r]);
      guint rows = 0;

      lueur_avatar_editor_set_look (f->editor, look);
      lueur_test_spin (900);
      for (GtkWidget *row = gtk_widget_get_first_child (gtk_widget_get_last_child (GTK_WIDGET (f->editor))); row != NULL;
           row = gtk_widget_get_next_sibling (row))
        {
          gboolean down = FALSE;

          for (guint t = 0; t < lueur_tiles_get_n_tiles (LUEUR_TILES (row)); t++)
            down |= g_strcmp0 (lueur_tiles_get_id (LUEUR_TILES (row), t), lueur_tiles_get_selected (LUEUR_TILES (row))) == 0;
          g_assert_true (down);
          rows++;
        }
      g_assert_cmpuint (rows, >, 5);
    }
}

static gboolean
tells_sad (gpointer preview)
{
  g_autofree char *other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (preview), GTK_ACCESSIBLE_PROPERTY_LABEL, "Léa, sad");

  return other == NULL;
}

/* Tab comes to the feelings once and leaves with the next press; arrows go along. */
static void
test_moods (Fixture *f, gconstpointer data)
{
  GtkWidget *strip = gtk_widget_get_next_sibling (gtk_widget_get_first_child (GTK_WIDGET (f->editor))), *first, *second;
  LueurAvatar *preview = LUEUR_AVATAR (gtk_overlay_get_child (GTK_OVERLAY (gtk_widget_get_first_child (GTK_WIDGET (f->editor)))));

  g_assert_true (LUEUR_IS_MOOD_STRIP (strip));
  gtk_window_set_focus (f->window, NULL);
  g_assert_true (gtk_widget_child_focus (strip, GTK_DIR_TAB_FORWARD));
  first = gtk_window_get_focus (f->window);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (first)), ==, "Joy");
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->window), GTK_DIR_RIGHT));
  second = gtk_window_get_focus (f->window);
  g_assert_true (second == gtk_widget_get_next_sibling (first));
  g_assert_true (gtk_widget_activate (second));
  /* What a screen reader is told may wait for two seconds. */
  lueur_test_wait_until (tells_sad, preview, 10000);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (preview), GTK_ACCESSIBLE_PROPERTY_LABEL, "Léa, sad");
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->window), GTK_DIR_TAB_FORWARD));
  g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (f->window), strip));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->window), GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_window_get_focus (f->window) == second);
}

/* --- One's own pictures --------------------------------------------------------------------------- */

/* The person's folder is one that may be written to. (transfer full) */
static char *
empty_folder (void)
{
  char *folder = g_dir_make_tmp ("lueur-editor-XXXXXX", NULL);

  lueur_wardrobe_set_folder (lueur_wardrobe_get_for_display (gdk_display_get_default ()), folder);
  return folder;
}

static char *
write_file (const char *folder, const char *name, const void *data, gssize length)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, data, length, NULL));
  return path;
}

static GBytes *
make_png (void)
{
  const guint8 pixels[4 * 6 * 4] = { 255, 0, 0, 255 };
  g_autoptr (GBytes) bytes = g_bytes_new (pixels, sizeof pixels);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (4, 6, GDK_MEMORY_R8G8B8A8, bytes, 16);

  return gdk_texture_save_to_png_bytes (texture);
}

static void
wait_changes (Fixture *f, guint n)
{
  for (guint i = 0; i < 100 && f->changes < n; i++)
    lueur_test_spin (30);
  g_assert_cmpuint (f->changes, ==, n);
}

static GtkLabel *
error_of (Fixture *f)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (f->editor)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child))
      return GTK_LABEL (child);
  return NULL;
}

/* Drops @value as somebody's hand does. */
static gboolean
drop (Fixture *f, const GValue *value)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (f->editor));
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", value, 10.0, 10.0, &taken);
    }
  return taken;
}

static gboolean
drop_file (Fixture *f, const char *path)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_FILE);
  g_value_take_object (&value, g_file_new_for_path (path));
  return drop (f, &value);
}

static void
test_drop (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = empty_folder (), *elsewhere = g_dir_make_tmp ("lueur-editor-XXXXXX", NULL);
  g_autoptr (GBytes) png = make_png ();
  g_autofree char *path = write_file (elsewhere, "Her photo.png", g_bytes_get_data (png, NULL), (gssize) g_bytes_get_size (png));
  g_autofree char *broken = write_file (elsewhere, "broken.svg", "<svg", 4), *before = NULL;
  g_autofree char *pack = g_build_filename (elsewhere, "pack", NULL), *joy = NULL, *sad = NULL;
  g_autoptr (LueurLook) look = NULL;

  /* A still picture. */
  g_assert_true (drop_file (f, path));
  wait_changes (f, 1);
  look = lueur_look_parse (lueur_avatar_editor_get_look (f->editor));
  g_assert_cmpstr (look->rig, ==, "her-photo");
  lueur_test_spin (300);
  g_assert_cmpstr (lueur_tiles_get_selected (find_tiles (GTK_WIDGET (f->editor), "Figure")), ==, "her-photo");
  g_assert_null (find_tiles (GTK_WIDGET (f->editor), "Hair"));

  /* What cannot be read: one sentence, and what was there stays. */
  before = g_strdup (lueur_avatar_editor_get_look (f->editor));
  g_assert_true (drop_file (f, broken));
  for (guint i = 0; i < 100 && !gtk_widget_get_visible (GTK_WIDGET (error_of (f))); i++)
    lueur_test_spin (30);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (error_of (f))));
  g_assert_cmpstr (gtk_label_get_label (error_of (f)), !=, "");
  g_assert_cmpstr (lueur_avatar_editor_get_look (f->editor), ==, before);
  g_assert_cmpuint (f->changes, ==, 1);

  /* A folder of pictures; the sentence goes away. */
  g_assert_cmpint (g_mkdir (pack, 0700), ==, 0);
  joy = write_file (pack, "joy.png", g_bytes_get_data (png, NULL), (gssize) g_bytes_get_size (png));
  sad = write_file (pack, "sadness.png", g_bytes_get_data (png, NULL), (gssize) g_bytes_get_size (png));
  g_assert_true (drop_file (f, pack));
  wait_changes (f, 2);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (error_of (f))));

  /* And back. */
  g_assert_true (can (f, "avatar-editor.undo"));
  g_assert_cmpstr (lueur_avatar_editor_get_look (f->editor), ==, before);
}

static void
test_paste (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = empty_folder ();
  g_autoptr (GBytes) png = make_png ();
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (png, NULL);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (f->editor));
  g_autoptr (LueurLook) look = NULL;

  gdk_clipboard_set_text (clipboard, "no picture");
  g_assert_false (can (f, "avatar-editor.paste"));
  lueur_test_spin (100);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (error_of (f))));

  gdk_clipboard_set_texture (clipboard, texture);
  gtk_widget_activate_action (GTK_WIDGET (f->editor), "avatar-editor.paste", NULL);
  wait_changes (f, 1);
  look = lueur_look_parse (lueur_avatar_editor_get_look (f->editor));
  g_assert_cmpstr (look->rig, ==, "pasted-picture");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (error_of (f))));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, test) g_test_add ("/avatar/editor/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("choose", test_choose);
  ADD ("undo", test_undo);
  ADD ("chance", test_chance);
  ADD ("spoken", test_spoken);
  ADD ("keys", test_keys);
  ADD ("figures", test_figures);
  ADD ("own-colours", test_own_colours);
  ADD ("one-is-down", test_one_is_down);
  ADD ("moods", test_moods);
  ADD ("drop", test_drop);
  ADD ("paste", test_paste);
  return g_test_run ();
}
