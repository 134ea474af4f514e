/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of a face for the angles at which it was held. */

#include "ui/avatar/shelf.h"

#include <string.h>

/* Of all sets together, but for the one that shows: eight at 400x500, four on a display of twice the density. */
#define MOST_BYTES (24 * 1024 * 1024)

static void
to_front (LueurShelf *shelf, guint index)
{
  LueurPlates *plates = shelf->sets[index];

  memmove (shelf->sets + 1, shelf->sets, sizeof *shelf->sets * index);
  shelf->sets[0] = plates;
}

static void
trim (LueurShelf *shelf)
{
  gsize bytes = 0;
  guint keep = 0;

  while (keep < shelf->n && (keep == 0 || bytes <= MOST_BYTES))
    bytes += shelf->sets[keep++]->n_bytes;
  while (shelf->n > keep)
    lueur_plates_unref (shelf->sets[--shelf->n]);
}

LueurPlates *
lueur_shelf_find (LueurShelf *shelf, float lean, float roll)
{
  for (guint i = 0; i < shelf->n; i++)
    if (shelf->sets[i]->lean == lean && shelf->sets[i]->roll == roll)
      {
        to_front (shelf, i);
        return shelf->sets[0];
      }
  return NULL;
}

void
lueur_shelf_put (LueurShelf *shelf, LueurPlates *plates)
{
  if (lueur_shelf_find (shelf, plates->lean, plates->roll) == plates)
    return;
  if (shelf->n == LUEUR_SHELF_MOST)
    lueur_plates_unref (shelf->sets[--shelf->n]);
  shelf->sets[shelf->n] = lueur_plates_ref (plates);
  to_front (shelf, shelf->n++);
  trim (shelf);
}

void
lueur_shelf_clear (LueurShelf *shelf)
{
  while (shelf->n > 0)
    lueur_plates_unref (shelf->sets[--shelf->n]);
}
