/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture or an archive of pictures that somebody chose as a companion's face. */

#include <gdk/gdk.h>

#include "fuzz/fuzz.h"
#include "ui/avatar/rig-document.h"
#include "ui/avatar/sprites.h"

static void
decode (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurPicture) picture = NULL;
  int width, height;

  /* What a lying header asks for is bounded; a fuzzer has better things to do than to fill it. */
  if (!lueur_picture_probe (bytes, &width, &height, NULL) || (gint64) width * height > 250000)
    return;
  picture = lueur_picture_decode (bytes, 32, 32, &error);
  g_assert_true ((picture == NULL) == (error != NULL));
  if (picture != NULL)
    {
      g_assert_true (picture->width >= 1 && picture->width <= 32 && picture->height >= 1 && picture->height <= 32);
      g_assert_cmpuint (g_bytes_get_size (picture->pixels), ==, picture->stride * picture->height);
    }
}

/* GTK's PNG loader lets go of nothing when a file is damaged half-way: some hundred bytes a picture. */
const char *__lsan_default_suppressions (void);

const char *
__lsan_default_suppressions (void)
{
  return "leak:libgtk-4\nleak:libfontconfig\n";
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurSprites) sprites = NULL;

  decode (bytes);
  sprites = lueur_sprites_new_from_zip (bytes, NULL, &error);
  g_assert_true ((sprites == NULL) == (error != NULL));
  if (sprites == NULL)
    {
      g_assert_true (error->domain == LUEUR_RIG_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_cmpuint (lueur_sprites_get_n_labels (sprites), >, 0);
  for (LueurExpression i = 0; i < LUEUR_N_EXPRESSIONS; i++)
    decode (lueur_sprites_get (sprites, i, i));
  return 0;
}
