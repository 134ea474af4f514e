/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From ink on a page to pictures as small as it. */

#include "ui/avatar/plates-private.h"

#include <string.h>

static int n_textures; /* made since the start */

static gboolean
row_is_empty (const LueurInk *ink, int y, int x0, int x1)
{
  const guint32 *row = ink->data + (gsize) y * ink->stride;

  for (int x = x0; x < x1; x++)
    if (row[x] != 0)
      return FALSE;
  return TRUE;
}

/* Marks the columns of a box that hold ink. */
static void
find_columns (const LueurInk *ink, const cairo_rectangle_int_t *box, guint8 *columns)
{
  memset (columns, 0, box->width);
  for (int y = box->y; y < box->y + box->height; y++)
    {
      const guint32 *row = ink->data + (gsize) y * ink->stride + box->x;

      for (int x = 0; x < box->width; x++)
        columns[x] |= row[x] != 0;
    }
}

static void
cut_out (LueurPlates *self, int part, const LueurInk *ink, const cairo_rectangle_int_t *box, double margin)
{
  LueurPlate plate = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  guint8 *pixels;
  gsize stride;

  /* One empty pixel around it, so that its edge stays soft when it turns. */
  plate.part = part;
  plate.width = box->width + 2;
  plate.height = box->height + 2;
  stride = (gsize) plate.width * 4;
  pixels = g_malloc0 (stride * plate.height);
  for (int y = 0; y < box->height; y++)
    memcpy (pixels + (gsize) (y + 1) * stride + 4, ink->data + (gsize) (box->y + y) * ink->stride + box->x,
            (gsize) box->width * 4);
  bytes = g_bytes_new_take (pixels, stride * plate.height);
  plate.texture = gdk_memory_texture_new (plate.width, plate.height, GDK_MEMORY_DEFAULT, bytes, stride);
  g_atomic_int_inc (&n_textures);
  plate.x = (float) ((box->x - 1) / self->scale - margin);
  plate.y = (float) ((box->y - 1) / self->scale - margin);
  plate.w = (float) (plate.width / self->scale);
  plate.h = (float) (plate.height / self->scale);
  self->n_bytes += stride * plate.height;
  g_array_append_val (self->plates, plate);
}

/* The longest run of 0 in @marks that has ink on both sides; 0 when there is none. */
static int
find_gap (const guint8 *marks, int n, int *from)
{
  int best = 0, since = 0;

  for (int i = 0; i < n; i++)
    if (marks[i])
      {
        if (i - since > best && since > 0)
          {
            best = i - since;
            *from = since;
          }
        since = i + 1;
      }
  return best;
}

/* Crops @box to its ink; ears, and whatever else is two things far apart, become two pictures. */
void
lueur_plates_crop (LueurPlates *self, int part, const LueurInk *ink, cairo_rectangle_int_t box, double margin, guint depth)
{
  g_autofree guint8 *columns = g_malloc (MAX (box.width, 1)), *rows = NULL;
  int left = 0, right, gap, from = 0;

  while (box.height > 0 && row_is_empty (ink, box.y, box.x, box.x + box.width))
    {
      box.y++;
      box.height--;
    }
  if (box.height == 0)
    return;
  while (row_is_empty (ink, box.y + box.height - 1, box.x, box.x + box.width))
    box.height--;
  find_columns (ink, &box, columns);
  for (right = box.width; !columns[right - 1]; right--)
    ;
  while (!columns[left])
    left++;

  if (depth > 0)
    {
      cairo_rectangle_int_t one, other;

      /* A gap has to be worth a picture of its own. */
      gap = find_gap (columns + left, right - left, &from);
      if (gap * box.height > 2500)
        {
          one = other = box;
          one.x += left;
          one.width = from;
          other.x = one.x + from + gap;
          other.width = right - left - from - gap;
          lueur_plates_crop (self, part, ink, one, margin, depth - 1);
          lueur_plates_crop (self, part, ink, other, margin, depth - 1);
          return;
        }
      rows = g_malloc (box.height);
      for (int y = 0; y < box.height; y++)
        rows[y] = !row_is_empty (ink, box.y + y, box.x + left, box.x + right);
      gap = find_gap (rows, box.height, &from);
      if (gap * (right - left) > 2500)
        {
          one = other = box;
          one.height = from;
          other.y += from + gap;
          other.height -= from + gap;
          lueur_plates_crop (self, part, ink, one, margin, depth - 1);
          lueur_plates_crop (self, part, ink, other, margin, depth - 1);
          return;
        }
    }
  box.x += left;
  box.width = right - left;
  cut_out (self, part, ink, &box, margin);
}

guint
lueur_plates_get_n_textures (void)
{
  return (guint) g_atomic_int_get (&n_textures);
}
