/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/model/persona.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_THUMBNAIL (lueur_thumbnail_get_type ())
G_DECLARE_FINAL_TYPE (LueurThumbnail, lueur_thumbnail, LUEUR, THUMBNAIL, GtkWidget)

/*
 * LueurThumbnail: a companion's face in a small circle, at rest. Beside a name, and so silent to screen
 * readers.
 *
 * Properties: persona (LueurPersona, nullable), size (int, px).
 */
GtkWidget *lueur_thumbnail_new (int size);
void       lueur_thumbnail_set_persona (LueurThumbnail *self, LueurPersona *persona);

G_END_DECLS
