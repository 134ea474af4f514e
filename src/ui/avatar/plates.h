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
  GBytes *pixels; /* (nullable): premultiplied ARGB in the machine's byte order; NULL where nothing is drawn */
  int width, height;
  gsize stride;
  float x, y, w, h; /* on the page */
} LueurPlate;

/**
 * LueurPlates:
 *
 * The parts of a rig, dressed and coloured as a look says, each drawn into one picture cropped to its
 * ink, at one size. Never changes.
 */
typedef struct
{
  gatomicrefcount refs;
  LueurRig *rig;
  double scale; /* pixels a page unit */
  gboolean *worn;     /* one a part */
  LueurPlate *plates; /* one a part */
  GdkRGBA tones[8][LUEUR_N_TONES];
  guint coloured; /* bit set of the materials whose tones are not the rig's own */
  gsize n_bytes;
  gint64 load_us;      /* time taken to read the document, in microseconds */
  gint64 rasterise_us; /* … and to draw all parts */
} LueurPlates;

/* Draws all parts; takes tens of milliseconds. Any thread. */
LueurPlates *lueur_plates_new (LueurRig *rig, const LueurLook *look, double scale, GCancellable *cancellable,
                               GError **error);
LueurPlates *lueur_plates_ref (LueurPlates *self);
void         lueur_plates_unref (LueurPlates *self);

/* The same on a thread of its own. */
void         lueur_plates_new_async (LueurRig *rig, const LueurLook *look, double scale, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer data);
LueurPlates *lueur_plates_new_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurPlates, lueur_plates_unref)

G_END_DECLS
