/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/emotion/label.h"

G_BEGIN_DECLS

/* Whether what stands between “[” and “]”, “(” and “)” or “<|” and “|>” names an expression. */
gboolean lueur_tag_name_read_square (const char *inner, gsize length, LueurEmotion *label, float *strength);
gboolean lueur_tag_name_read_round (const char *inner, gsize length, gboolean alone, LueurEmotion *label, float *strength);
gboolean lueur_tag_name_read_act (const char *inner, gsize length, LueurEmotion *label, float *strength);
/* Whether @inner may be the beginning of a command between “<|” and “|>” that is for the face alone. */
gboolean lueur_tag_name_may_be_act (const char *inner, gsize length);

G_END_DECLS
