/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LueurPng:
 *
 * The chunks of a PNG file, none of them decoded: where each is, and that its checksum is right.
 */
typedef struct _LueurPng LueurPng;

gboolean  lueur_png_is (GBytes *file);
/* Errors: LUEUR_CARD_ERROR. */
LueurPng *lueur_png_read (GBytes *file, GError **error);
void      lueur_png_free (LueurPng *self);
GBytes   *lueur_png_get_file (const LueurPng *self); /* (transfer none) */
/* Where the picture ends; what follows is none of it. */
gsize     lueur_png_get_end (const LueurPng *self);

/* Keywords of text chunks, in their order; without a terminator in the file, hence copies. */
guint     lueur_png_get_n_texts (const LueurPng *self);
char     *lueur_png_dup_keyword (const LueurPng *self, guint text);
/* What base64 the text holds; NULL with @error when it holds none, or more than @max bytes of it. */
GBytes   *lueur_png_decode_text (const LueurPng *self, guint text, gsize max, GError **error);

/* Whether a text chunk of this keyword is to be left out. */
typedef gboolean (*LueurPngDrop) (const char *keyword, gpointer data);
/* All chunks byte for byte but the dropped ones, with more text chunks before the last. @texts: keyword, GBytes, … */
GBytes   *lueur_png_write (const LueurPng *self, LueurPngDrop drop, gpointer data, const char *const *keywords,
                           GBytes *const *texts, guint n_texts);
/* A plain picture, for a card that has none. */
GBytes   *lueur_png_make_plain (guint width, guint height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurPng, lueur_png_free)

G_END_DECLS
