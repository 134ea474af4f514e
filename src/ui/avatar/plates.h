/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/model/look.h"
#include "ui/avatar/rig.h"

G_BEGIN_DECLS

/* How far beyond the page parts are drawn, in page units: what a turn of the head may bring in. */
#define LUEUR_PLATES_MARGIN 48

typedef struct
{
  GdkTexture *texture;
  int width, height; /* in pixels */
  float x, y, w, h; /* on the page */
  int part;         /* whose it is: of several that move alike, the first */
} LueurPlate;

/**
 * LueurPlatesFlags:
 * @LUEUR_PLATES_APART: every part for itself, even where neighbours always move together
 */
typedef enum
{
  LUEUR_PLATES_DEFAULT = 0,
  LUEUR_PLATES_APART = 1 << 0,
} LueurPlatesFlags;

/**
 * LueurPlates:
 *
 * The parts of a rig, dressed and coloured as a look says, drawn into pictures cropped to their ink, at
 * one size. Neighbours that always move together share one; ink in two far corners makes two. Never
 * changes.
 */
typedef struct
{
  gatomicrefcount refs;
  LueurRig *rig;
  double scale; /* pixels a page unit */
  float lean, roll; /* of the pose that they were drawn for */
  gboolean *worn;     /* one a part */
  GArray *plates; /* of LueurPlate, in the order of painting */
  GdkRGBA tones[8][LUEUR_N_TONES];
  guint coloured; /* bit set of the materials whose tones are not the rig's own */
  gsize n_bytes;
  gint64 load_us;      /* time taken to read the document, in microseconds */
  gint64 rasterise_us; /* … and to draw all parts */
} LueurPlates;

/**
 * LueurPlatesOrder:
 * @scale: pixels a page unit, more than 0; brought down where the pictures would be too large
 * @lean: value of body.lean for which the pictures are drawn
 * @roll: value of head.roll for which they are drawn
 * @flags: how
 *
 * What pictures are wanted. Software renderers draw a picture that is only shifted seven times as fast as one that
 * is turned: a head that is held at an angle for seconds is drawn at that angle.
 */
typedef struct
{
  double scale;
  float lean, roll;
  LueurPlatesFlags flags;
} LueurPlatesOrder;

/* Draws all parts; takes tens of milliseconds. Any thread. */
LueurPlates *lueur_plates_new (LueurRig *rig, const LueurLook *look, const LueurPlatesOrder *order,
                               GCancellable *cancellable, GError **error);
LueurPlates *lueur_plates_ref (LueurPlates *self);
void         lueur_plates_unref (LueurPlates *self);

/* The same on a thread of its own. */
void         lueur_plates_new_async (LueurRig *rig, const LueurLook *look, const LueurPlatesOrder *order,
                                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
LueurPlates *lueur_plates_new_finish (GAsyncResult *result, GError **error);

/* How many textures were made since the program began: what a steady state does not add to. */
guint lueur_plates_get_n_textures (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurPlates, lueur_plates_unref)

G_END_DECLS
