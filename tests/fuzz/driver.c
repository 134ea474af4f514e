/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a fuzz target without a fuzzer: over every file of its corpus, and over what becomes of each when bytes
 * of it are changed, doubled and cut. The changes are the same in every run, so that a failure comes back. */

#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "fuzz/fuzz.h"

#define ROUNDS 300

static guint32 state;

static guint32
next_random (guint32 below)
{
  state = state * 1664525u + 1013904223u;
  return below > 0 ? (state >> 8) % below : 0;
}

static void
change (GByteArray *bytes)
{
  guint n = 1 + next_random (4);

  while (n-- > 0)
    {
      guint at = next_random (bytes->len);

      switch (bytes->len > 0 ? next_random (5) : 4)
        {
        case 0:
          bytes->data[at] ^= (guint8) (1u << next_random (8));
          break;
        case 1:
          bytes->data[at] = (guint8) next_random (256);
          break;
        case 2:
          g_byte_array_set_size (bytes, at);
          break;
        case 3:
          {
            guint wanted = 1 + next_random (64);
            guint length = MIN (wanted, bytes->len - at);
            g_autofree guint8 *piece = g_memdup2 (bytes->data + at, length);

            g_byte_array_append (bytes, piece, length);
            break;
          }
        default:
          {
            static const char *const words[] = {
              "\n\n", "\r", "\"", "\\", "{", "}", "[", "]", "\xff", "\xed\xa0\xbd", "0", "-", "e9",
            };
            const char *word = words[next_random (G_N_ELEMENTS (words))];

            g_byte_array_append (bytes, (const guint8 *) word, (guint) strlen (word));
          }
        }
    }
}

static guint
run_file (const char *path)
{
  g_autofree char *raw = NULL;
  gsize length;

  if (!g_file_get_contents (path, &raw, &length, NULL))
    g_error ("cannot read %s", path);
  LLVMFuzzerTestOneInput ((const uint8_t *) raw, length);
  state = g_str_hash (path + (strrchr (path, '/') != NULL ? strrchr (path, '/') - path : 0));
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, (const guint8 *) raw, (guint) length);
      change (bytes);
      LLVMFuzzerTestOneInput (bytes->data, bytes->len);
    }
  return ROUNDS + 1;
}

int
main (int argc, char **argv)
{
  guint n = 0;

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GDir) dir = g_dir_open (argv[i], 0, NULL);
      const char *name;

      if (dir == NULL)
        n += run_file (argv[i]);
      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (argv[i], name, NULL);

          n += run_file (path);
        }
    }
  printf ("%u inputs\n", n);
  return n > 0 ? 0 : 1;
}
