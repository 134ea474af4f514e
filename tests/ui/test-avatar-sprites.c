/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Packs of pictures and single ones, kind and hostile. */

#include <adwaita.h>
#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <webp/encode.h>

#include "support/loop.h"
#include "ui/avatar/avatar-private.h"
#include "ui/avatar/sprites.h"
#include "ui/avatar/wardrobe.h"

/* --- Making pictures and archives ------------------------------------------------------------------- */

static GBytes *
make_png (int width, int height, guint32 colour)
{
  g_autofree guint32 *pixels = g_new (guint32, (gsize) width * height);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  for (int i = 0; i < width * height; i++)
    pixels[i] = colour;
  bytes = g_bytes_new (pixels, (gsize) width * height * 4);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) width * 4);
  return gdk_texture_save_to_png_bytes (texture);
}

static GBytes *
make_webp (int width, int height)
{
  g_autofree guint8 *pixels = g_malloc0 ((gsize) width * height * 4);
  guint8 *out = NULL;
  gsize n;

  memset (pixels, 0x80, (gsize) width * height * 4);
  n = WebPEncodeRGBA (pixels, width, height, width * 4, 60, &out);
  g_assert_cmpuint (n, >, 0);
  return g_bytes_new_with_free_func (out, n, WebPFree, out);
}

/* A PNG of 30 kB whose header claims to be 100,000 pixels wide. */
static GBytes *
make_lying_png (guint32 width, guint32 height)
{
  g_autoptr (GBytes) png = make_png (8, 8, 0xff336699);
  gsize size;
  guint8 *data = g_memdup2 (g_bytes_get_data (png, &size), g_bytes_get_size (png));
  guint32 w = GUINT32_TO_BE (width), h = GUINT32_TO_BE (height);

  memcpy (data + 16, &w, 4);
  memcpy (data + 20, &h, 4);
  return g_bytes_new_take (data, size);
}

static GBytes *
cut (GBytes *bytes, gsize length)
{
  return g_bytes_new (g_bytes_get_data (bytes, NULL), MIN (length, g_bytes_get_size (bytes)));
}

typedef struct
{
  const char *name;
  GBytes *bytes;
} Entry;

static GBytes *
make_zip (const Entry *entries, guint n)
{
  struct archive *archive = archive_write_new ();
  gsize used = 0, room = 64 * 1024;
  guint8 *buffer;

  for (guint i = 0; i < n; i++)
    room += g_bytes_get_size (entries[i].bytes) + 1024;
  buffer = g_malloc (room);
  archive_write_set_format_zip (archive);
  archive_write_set_bytes_per_block (archive, 0);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, room, &used), ==, ARCHIVE_OK);
  for (guint i = 0; i < n; i++)
    {
      struct archive_entry *entry = archive_entry_new ();

      archive_entry_set_pathname (entry, entries[i].name);
      archive_entry_set_size (entry, g_bytes_get_size (entries[i].bytes));
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      archive_write_header (archive, entry);
      archive_write_data (archive, g_bytes_get_data (entries[i].bytes, NULL), g_bytes_get_size (entries[i].bytes));
      archive_entry_free (entry);
    }
  archive_write_close (archive);
  archive_write_free (archive);
  return g_bytes_new_take (buffer, used);
}

static void
assert_refused (GBytes *zip, int code)
{
  g_autoptr (GError) error = NULL;
  gint64 start = lueur_test_cpu_time ();
  struct rusage before, after;
  LueurSprites *sprites;

  getrusage (RUSAGE_SELF, &before);
  sprites = lueur_sprites_new_from_zip (zip, NULL, &error);
  getrusage (RUSAGE_SELF, &after);
  g_assert_null (sprites);
  g_assert_error (error, LUEUR_RIG_ERROR, code);
  g_assert_null (strchr (error->message, '\n'));
  g_assert_cmpint (lueur_test_cpu_time () - start, <, 2 * G_TIME_SPAN_SECOND);
  g_assert_cmpint (after.ru_maxrss - before.ru_maxrss, <, 256 * 1024);
}

/* --- Packs ------------------------------------------------------------------------------------------- */

static void
test_pack (void)
{
  g_autoptr (GBytes) joy = make_png (60, 80, 0xffffcc00), joy2 = make_png (61, 80, 0xffffcc00),
                     neutral = make_webp (40, 40), readme = g_bytes_new_static ("hello", 5);
  const Entry entries[] = { { "pack/Joy-1.png", joy }, { "pack/joy-2.png", joy2 }, { "pack/neutral.webp", neutral },
                            { "pack/readme.txt", readme }, { "pack/unknown.png", joy } };
  g_autoptr (GBytes) zip = make_zip (entries, G_N_ELEMENTS (entries));
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurSprites) sprites = lueur_sprites_new_from_zip (zip, NULL, &error);
  g_autoptr (LueurPicture) picture = NULL;

  g_assert_no_error (error);
  g_assert_false (lueur_sprites_is_still (sprites));
  g_assert_cmpuint (lueur_sprites_get_n_labels (sprites), ==, 2);
  /* Variants take turns; a feeling without a picture borrows the nearest. */
  g_assert_true (lueur_sprites_get (sprites, LUEUR_EMOTION_JOY, 0) != lueur_sprites_get (sprites, LUEUR_EMOTION_JOY, 1));
  g_assert_true (lueur_sprites_get (sprites, LUEUR_EMOTION_JOY, 0) == lueur_sprites_get (sprites, LUEUR_EMOTION_JOY, 2));
  g_assert_true (lueur_sprites_get (sprites, LUEUR_EMOTION_AMUSEMENT, 0) == lueur_sprites_get (sprites, LUEUR_EMOTION_JOY, 0));
  g_assert_true (lueur_sprites_get (sprites, LUEUR_EMOTION_ANGER, 0) == lueur_sprites_get (sprites, LUEUR_EMOTION_NEUTRAL, 0));
  g_assert_nonnull (lueur_sprites_get (sprites, LUEUR_EXPRESSION_OF_STATE (LUEUR_AVATAR_THINKING), 0));

  picture = lueur_picture_decode (lueur_sprites_get (sprites, LUEUR_EMOTION_NEUTRAL, 0), 20, 20, &error);
  g_assert_no_error (error);
  g_assert_cmpint (picture->width, ==, 20);
}

static void
test_hostile_packs (void)
{
  g_autoptr (GBytes) png = make_png (10, 10, 0xff00ff00), wide = make_lying_png (100000, 10), area = make_lying_png (5000, 5000),
                     bomb = g_bytes_new_take (g_malloc0 (200 * 1024 * 1024), 200 * 1024 * 1024), noise = g_bytes_new_static ("PKxxxxxxxxxxxx", 14),
                     text = g_bytes_new_static ("no picture", 10);
  const Entry up = { "../joy.png", png }, root = { "/etc/joy.png", png }, back = { "a\\..\\joy.png", png },
              drive = { "c:joy.png", png }, dots = { "a/b/../../../joy.png", png }, too_wide = { "joy.png", wide },
              too_much = { "joy.png", area }, bombed = { "joy.png", bomb }, nothing = { "holiday.png", png }, not_png = { "joy.png", text };
  const Entry *single[] = { &up, &root, &back, &drive, &dots };
  g_autoptr (GBytes) zip = NULL, half = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (single); i++)
    {
      g_autoptr (GBytes) bad = make_zip (single[i], 1);
      assert_refused (bad, LUEUR_RIG_ERROR_FORBIDDEN);
    }
#define REFUSED(entry, code) \
  G_STMT_START { g_autoptr (GBytes) z = make_zip (&(entry), 1); assert_refused (z, code); } G_STMT_END
  REFUSED (too_wide, LUEUR_RIG_ERROR_TOO_LARGE);
  REFUSED (too_much, LUEUR_RIG_ERROR_TOO_LARGE);
  REFUSED (nothing, LUEUR_RIG_ERROR_NOT_A_RIG);
  REFUSED (not_png, LUEUR_RIG_ERROR_MALFORMED);
  zip = make_zip (&bombed, 1);
  g_assert_cmpuint (g_bytes_get_size (zip), <, 1024 * 1024);
  assert_refused (zip, LUEUR_RIG_ERROR_TOO_LARGE);
  assert_refused (noise, LUEUR_RIG_ERROR_MALFORMED);
  half = cut (zip, g_bytes_get_size (zip) / 2);
  assert_refused (half, LUEUR_RIG_ERROR_TOO_LARGE);
}

static void
test_many_entries (void)
{
  g_autoptr (GBytes) png = make_png (4, 4, 0xff00ff00), zip = NULL;
  g_autofree Entry *entries = g_new (Entry, 3000);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 3000; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("%u/joy.png", i));
      entries[i] = (Entry){ g_ptr_array_index (names, i), png };
    }
  zip = make_zip (entries, 3000);
  assert_refused (zip, LUEUR_RIG_ERROR_TOO_LARGE);
}

/* Cut anywhere, a picture is either refused or decoded, and nothing else happens. */
static void
test_truncated (void)
{
  g_autoptr (GBytes) png = make_png (64, 64, 0xff8844cc), webp = make_webp (64, 64);
  GBytes *whole[] = { png, webp };

  for (guint w = 0; w < G_N_ELEMENTS (whole); w++)
    for (gsize n = 0; n + 1 < g_bytes_get_size (whole[w]); n += MAX (1, g_bytes_get_size (whole[w]) / 40))
      {
        g_autoptr (GBytes) part = cut (whole[w], n);
        g_autoptr (GError) error = NULL;
        g_autoptr (LueurPicture) picture = lueur_picture_decode (part, 100, 100, &error);

        g_assert_true ((picture == NULL) == (error != NULL));
        if (n < g_bytes_get_size (whole[w]) / 2)
          g_assert_null (picture);
      }
}

/* --- In the widget -------------------------------------------------------------------------------------- */

static void
write_file (const char *folder, const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));
}

static void
wait_ready (LueurAvatar *avatar)
{
  for (guint i = 0; i < 100 && !lueur_avatar_is_ready (avatar); i++)
    lueur_test_spin (30);
  g_assert_true (lueur_avatar_is_ready (avatar));
}

static char *
import (LueurWardrobe *wardrobe, const char *folder, const char *name, GError **error)
{
  g_autoptr (GFile) file = g_file_new_build_filename (folder, name, NULL);
  g_autoptr (GAsyncResult) result = NULL;

  lueur_wardrobe_import_async (wardrobe, file, NULL, lueur_test_keep_result, &result);
  lueur_test_await (&result);
  return lueur_wardrobe_import_finish (wardrobe, result, error);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_import (void)
{
  LueurWardrobe *wardrobe = lueur_wardrobe_get_for_display (gdk_display_get_default ());
  g_autofree char *from = g_dir_make_tmp ("lueur-from-XXXXXX", NULL), *to = g_dir_make_tmp ("lueur-to-XXXXXX", NULL);
  g_autofree char *pack = g_build_filename (from, "My Pack", NULL), *look = NULL, *still = NULL, *bad = NULL, *rig_look = NULL, *copied = NULL;
  g_autofree char *rig = g_test_build_filename (G_TEST_DIST, "ui", "rigs", NULL);
  g_autoptr (GBytes) joy = make_png (60, 80, 0xffffcc00), sad = make_png (60, 80, 0xff3355aa),
                     lying = make_lying_png (100000, 100000), half = NULL;
  g_autoptr (GError) error = NULL;
  GtkWindow *window = GTK_WINDOW (adw_window_new ());
  GtkWidget *avatar = lueur_avatar_new ();
  LueurFeeling feeling;
  guint frames;

  lueur_wardrobe_set_folder (wardrobe, to);
  g_mkdir (pack, 0700);
  write_file (pack, "neutral.png", sad);
  write_file (pack, "Joy-1.PNG", joy);
  write_file (pack, "notes.txt", joy);
  write_file (from, "Léa (1).png", joy);
  write_file (from, "huge.png", lying);

  look = import (wardrobe, from, "My Pack", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (look, ==, "{\"rig\":\"my-pack\"}");
  copied = g_build_filename (to, "my-pack", NULL);
  g_assert_cmpuint (count_files (copied), ==, 2);
  still = import (wardrobe, from, "Léa (1).png", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (still, ==, "{\"rig\":\"léa-1-\"}");
  rig_look = import (wardrobe, rig, "plain.svg", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rig_look, ==, "{\"rig\":\"plain\"}");

  /* What is refused leaves nothing behind. */
  g_assert_cmpuint (count_files (to), ==, 3);
  bad = import (wardrobe, from, "huge.png", &error);
  g_assert_null (bad);
  g_assert_error (error, LUEUR_RIG_ERROR, LUEUR_RIG_ERROR_TOO_LARGE);
  g_clear_error (&error);
  half = cut (joy, g_bytes_get_size (joy) / 2);
  write_file (from, "half.png", half);
  bad = import (wardrobe, from, "half.png", &error);
  g_assert_null (bad);
  g_assert_error (error, LUEUR_RIG_ERROR, LUEUR_RIG_ERROR_MALFORMED);
  g_assert_cmpuint (count_files (to), ==, 3);

  gtk_widget_set_size_request (avatar, 200, 260);
  adw_window_set_content (ADW_WINDOW (window), avatar);
  lueur_avatar_set_look (LUEUR_AVATAR (avatar), look);
  gtk_window_present (window);
  wait_ready (LUEUR_AVATAR (avatar));
  lueur_feeling_init (&feeling);
  feeling.label = feeling.second = LUEUR_EMOTION_JOY;
  feeling.intensity = 1;
  frames = lueur_avatar_get_stats (LUEUR_AVATAR (avatar))->n_frames;
  lueur_avatar_set_feeling (LUEUR_AVATAR (avatar), &feeling);
  lueur_test_spin (500);
  g_assert_cmpuint (lueur_avatar_get_stats (LUEUR_AVATAR (avatar))->n_frames, >, frames);

  lueur_avatar_set_look (LUEUR_AVATAR (avatar), still);
  lueur_test_spin (400);
  wait_ready (LUEUR_AVATAR (avatar));
  gtk_window_destroy (window);
  lueur_test_spin (50);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/avatar/sprites/pack", test_pack);
  g_test_add_func ("/avatar/sprites/hostile", test_hostile_packs);
  g_test_add_func ("/avatar/sprites/many-entries", test_many_entries);
  g_test_add_func ("/avatar/sprites/truncated", test_truncated);
  g_test_add_func ("/avatar/sprites/import", test_import);
  return g_test_run ();
}
