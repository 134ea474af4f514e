/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The avatar's widget: what it draws, when it wakes, what it tells a screen reader. */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "support/loop.h"
#include "ui/avatar/avatar-private.h"
#include "ui/avatar/portrait.h"
#include "ui/avatar/wardrobe.h"
#include "ui/shot.h"

typedef struct
{
  GtkWindow *window;
  LueurAvatar *avatar;
} Fixture;

static void
set_animations (gboolean on)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", on, NULL);
}

/* The pictures of the tests lie in tests/ui/rigs. */
static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *rigs = g_test_build_filename (G_TEST_DIST, "ui", "rigs", NULL);

  lueur_wardrobe_set_folder (lueur_wardrobe_get_for_display (gdk_display_get_default ()), rigs);
  set_animations (TRUE);
  f->window = GTK_WINDOW (adw_window_new ());
  f->avatar = LUEUR_AVATAR (lueur_avatar_new ());
  lueur_avatar_set_person (f->avatar, "Léa");
  gtk_widget_set_size_request (GTK_WIDGET (f->avatar), 240, 300);
  adw_window_set_content (ADW_WINDOW (f->window), GTK_WIDGET (f->avatar));
  gtk_window_set_default_size (f->window, 240, 300);
  gtk_window_present (f->window);
  lueur_test_spin (150);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  GtkWidget *avatar = GTK_WIDGET (f->avatar);

  g_object_add_weak_pointer (G_OBJECT (avatar), (gpointer *) &avatar);
  gtk_window_destroy (f->window);
  lueur_test_spin (100);
  g_assert_null (avatar);
}

static void
wait_ready (Fixture *f)
{
  for (guint i = 0; i < 100 && !lueur_avatar_is_ready (f->avatar); i++)
    lueur_test_spin (30);
  g_assert_true (lueur_avatar_is_ready (f->avatar));
}

static void
feel (Fixture *f, LueurEmotion label)
{
  LueurFeeling feeling;

  lueur_feeling_init (&feeling);
  feeling.label = feeling.second = label;
  feeling.intensity = 1;
  lueur_avatar_set_feeling (f->avatar, &feeling);
}

static void
assert_label (Fixture *f, const char *label)
{
  g_autofree char *error = gtk_test_accessible_check_property (GTK_ACCESSIBLE (f->avatar),
                                                               GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  g_assert_cmpstr (error, ==, NULL);
}

static void
test_initial (Fixture *f, gconstpointer data)
{
  g_assert_false (lueur_avatar_is_ready (f->avatar));
  g_assert_cmpuint (lueur_avatar_get_stats (f->avatar)->n_frames, >, 0);
  lueur_test_shot (f->window, "avatar-initial");
}

static void
test_rig (Fixture *f, gconstpointer data)
{
  gboolean loading;
  g_autofree char *error = NULL;

  lueur_avatar_set_look (f->avatar, "{\"rig\":\"plain\"}");
  g_object_get (f->avatar, "loading", &loading, NULL);
  g_assert_true (loading);
  wait_ready (f);
  g_object_get (f->avatar, "loading", &loading, "error", &error, NULL);
  g_assert_false (loading);
  g_assert_null (error);
  g_assert_nonnull (lueur_avatar_get_face (f->avatar));
  feel (f, LUEUR_EMOTION_JOY);
  lueur_test_spin (900);
  lueur_test_shot (f->window, "avatar-joy");
}

static void
on_loading (LueurAvatar *avatar, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

/* From the moment that a look is set until its face is there, nothing stands in for it: it is loading all the while. */
static void
test_no_stand_in (Fixture *f, gconstpointer data)
{
  guint n = 0;
  gboolean loading;

  g_signal_connect (f->avatar, "notify::loading", G_CALLBACK (on_loading), &n);
  lueur_avatar_set_look (f->avatar, "{\"rig\":\"plain\"}");
  for (guint i = 0; i < 2000 && lueur_avatar_get_face (f->avatar) == NULL; i++)
    {
      g_object_get (f->avatar, "loading", &loading, NULL);
      g_assert_true (loading);
      lueur_test_spin (1);
    }
  g_assert_nonnull (lueur_avatar_get_face (f->avatar));
  g_object_get (f->avatar, "loading", &loading, NULL);
  g_assert_false (loading);
  g_assert_cmpuint (n, ==, 2);
}

static void
test_keeps_old (Fixture *f, gconstpointer data)
{
  LueurFace *face;
  g_autofree char *error = NULL;

  lueur_avatar_set_look (f->avatar, "{\"rig\":\"plain\"}");
  wait_ready (f);
  face = lueur_avatar_get_face (f->avatar);
  lueur_avatar_set_look (f->avatar, "{\"rig\":\"there-is-no-such-rig\"}");
  lueur_test_spin (300);
  g_object_get (f->avatar, "error", &error, NULL);
  g_assert_nonnull (error);
  g_assert_true (lueur_avatar_get_face (f->avatar) == face);
}

static void
test_steady (Fixture *f, gconstpointer data)
{
  const LueurAvatarStats *stats;
  guint wakes;

  lueur_avatar_set_look (f->avatar, "{\"rig\":\"plain\"}");
  wait_ready (f);
  lueur_test_spin (2500);
  stats = lueur_avatar_get_stats (f->avatar);

  /* Breathing: no more than 20 frames a second, a little more for blinks. */
  wakes = stats->n_frames;
  lueur_test_spin (3000);
  g_assert_cmpuint (stats->n_frames - wakes, >, 3);
  g_assert_cmpuint (stats->n_frames - wakes, <, 90);

  /* Out of sight: nothing at all. */
  gtk_widget_set_visible (GTK_WIDGET (f->avatar), FALSE);
  lueur_test_spin (50);
  wakes = stats->n_wakes;
  lueur_test_spin (1200);
  g_assert_cmpuint (stats->n_wakes, ==, wakes);
  gtk_widget_set_visible (GTK_WIDGET (f->avatar), TRUE);
  lueur_test_spin (600);
  g_assert_cmpuint (stats->n_wakes, >, wakes);
}

/* Once it was in every state, it makes no texture in any of them, however its head is held. */
static void
test_no_textures (Fixture *f, gconstpointer data)
{
  guint at_first, warm;

  lueur_avatar_set_look (f->avatar, "{\"rig\":\"plain\"}");
  wait_ready (f);
  at_first = lueur_plates_get_n_textures ();
  for (guint round = 0; round < 2; round++)
    {
      warm = lueur_plates_get_n_textures ();
      for (LueurAvatarState state = 0; state <= LUEUR_AVATAR_AWAY; state++)
        {
          lueur_avatar_set_state (f->avatar, state);
          if (state == LUEUR_AVATAR_SPEAKING)
            lueur_avatar_speak (f->avatar, "And how was it?");
          lueur_test_spin (900);
        }
    }
  g_assert_cmpuint (warm, >, at_first);
  g_assert_cmpuint (lueur_plates_get_n_textures (), ==, warm);
}

static void
test_no_animations (Fixture *f, gconstpointer data)
{
  const LueurAvatarStats *stats = lueur_avatar_get_stats (f->avatar);
  guint frames, wakes;

  set_animations (FALSE);
  lueur_avatar_set_look (f->avatar, "{\"rig\":\"plain\"}");
  wait_ready (f);
  lueur_test_spin (600);
  frames = stats->n_frames;
  wakes = stats->n_wakes;
  lueur_test_spin (1500);
  g_assert_cmpuint (stats->n_frames, ==, frames);
  g_assert_cmpuint (stats->n_wakes, ==, wakes);

  /* A feeling fades in, and then all is still again. */
  feel (f, LUEUR_EMOTION_SADNESS);
  lueur_test_spin (500);
  g_assert_cmpuint (stats->n_frames, >, frames);
  g_assert_cmpuint (stats->n_frames, <, frames + 60);
  frames = stats->n_frames;
  lueur_test_spin (700);
  g_assert_cmpuint (stats->n_frames, ==, frames);
  lueur_test_shot (f->window, "avatar-sadness-still");
}

static void
test_frozen (Fixture *f, gconstpointer data)
{
  const LueurAvatarStats *stats = lueur_avatar_get_stats (f->avatar);
  guint wakes;

  g_object_set (f->avatar, "animate", FALSE, NULL);
  lueur_avatar_set_look (f->avatar, "{\"rig\":\"plain\"}");
  wait_ready (f);
  lueur_test_spin (500);
  wakes = stats->n_wakes;
  lueur_test_spin (1000);
  g_assert_cmpuint (stats->n_wakes, ==, wakes);
}

static void
test_label (Fixture *f, gconstpointer data)
{
  const LueurAvatarStats *stats = lueur_avatar_get_stats (f->avatar);
  guint changes;
  gint64 start;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (f->avatar), GTK_ACCESSIBLE_ROLE_IMG);
  assert_label (f, "Léa, calm");
  lueur_test_spin (2100);
  feel (f, LUEUR_EMOTION_JOY);
  assert_label (f, "Léa, smiling");

  /* However often the face changes, words change once in two seconds. */
  changes = stats->n_label_changes;
  start = g_get_monotonic_time ();
  for (guint i = 0; g_get_monotonic_time () - start < 5 * G_TIME_SPAN_SECOND; i++)
    {
      feel (f, i % LUEUR_N_EMOTIONS);
      lueur_test_spin (40);
    }
  g_assert_cmpuint (stats->n_label_changes - changes, >=, 1);
  g_assert_cmpuint (stats->n_label_changes - changes, <=, 2);

  /* The last word is told in the end. */
  feel (f, LUEUR_EMOTION_ANGER);
  lueur_test_spin (2200);
  assert_label (f, "Léa, angry");
  lueur_avatar_set_person (f->avatar, "Tom");
  assert_label (f, "Tom, angry");
}

static void
test_states (Fixture *f, gconstpointer data)
{
  LueurAvatarState state;

  lueur_avatar_set_look (f->avatar, "{\"rig\":\"plain\"}");
  wait_ready (f);
  lueur_avatar_set_state (f->avatar, LUEUR_AVATAR_THINKING);
  g_object_get (f->avatar, "state", &state, NULL);
  g_assert_cmpint (state, ==, LUEUR_AVATAR_THINKING);
  lueur_test_spin (2300);
  assert_label (f, "Léa, thinking");
  lueur_avatar_set_state (f->avatar, LUEUR_AVATAR_SPEAKING);
  lueur_avatar_speak (f->avatar, "Bonjour, je suis là. Hello there!");
  lueur_avatar_look_at (f->avatar, 0.4, 1);
  lueur_test_spin (400);
  lueur_avatar_set_loudness (f->avatar, 0.7);
  lueur_test_spin (200);
  lueur_avatar_set_loudness (f->avatar, -1);
  lueur_avatar_look_at (f->avatar, NAN, INFINITY);
  lueur_test_spin (100);
}

static void
test_answers (Fixture *f, gconstpointer data)
{
  LueurFeeling feeling;

  lueur_feeling_init (&feeling);
  feeling.label = feeling.second = LUEUR_EMOTION_GRIEF;
  feeling.intensity = 0.9f;
  lueur_test_spin (2100);
  lueur_avatar_hear (f->avatar, &feeling);
  assert_label (f, "Léa, looking at you with concern");
}

static void
on_thumbnail (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;
  *kept = g_object_ref (result);
}

static GdkTexture *
thumbnail (const char *look, LueurExpression expression)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GdkTexture *texture;

  lueur_avatar_render_thumbnail_async (gdk_display_get_default (), look, expression, 64, 64, LUEUR_PORTRAIT_HEAD, NULL,
                                       on_thumbnail, &result);
  lueur_test_await (&result);
  texture = lueur_avatar_render_thumbnail_finish (result, &error);
  g_assert_no_error (error);
  return texture;
}

static void
test_thumbnail (Fixture *f, gconstpointer data)
{
  g_autoptr (GdkTexture) one = thumbnail ("{\"rig\":\"plain\"}", LUEUR_EMOTION_JOY);
  g_autoptr (GdkTexture) other = thumbnail ("{\"rig\":\"plain\"}", LUEUR_EMOTION_SADNESS);
  g_autoptr (GdkTexture) again = thumbnail ("{\"rig\":\"plain\"}", LUEUR_EMOTION_JOY);
  guchar a[64 * 64 * 4], b[64 * 64 * 4];

  g_assert_cmpint (gdk_texture_get_width (one), ==, 64);
  g_assert_true (one == again);
  gdk_texture_download (one, a, 64 * 4);
  gdk_texture_download (other, b, 64 * 4);
  g_assert_cmpint (memcmp (a, b, sizeof a), !=, 0);
}

static void
test_default_looks (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *look = lueur_avatar_dup_default_look (i), *next = lueur_avatar_dup_default_look (i + 1);

      g_assert_cmpstr (look, !=, next);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, test) g_test_add ("/avatar/widget/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("initial", test_initial);
  ADD ("rig", test_rig);
  ADD ("no-stand-in", test_no_stand_in);
  ADD ("keeps-old", test_keeps_old);
  ADD ("steady", test_steady);
  ADD ("no-textures", test_no_textures);
  ADD ("no-animations", test_no_animations);
  ADD ("frozen", test_frozen);
  ADD ("label", test_label);
  ADD ("states", test_states);
  ADD ("answers", test_answers);
  ADD ("thumbnail", test_thumbnail);
  ADD ("default-looks", test_default_looks);
  return g_test_run ();
}
