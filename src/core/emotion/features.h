/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/emotion/tokens.h"
#define LUEUR_FEATURES_MAX 6144
/* experiment version */
enum { FX_SHAPE=1, FX_SKIP=2, FX_NEGADD=4, FX_NEGREPL=8, FX_TRI=16, FX_CHARSPAN=32, FX_LANGSALT=64, FX_CHAR2=128, FX_SENT=256, FX_CHAR6=512 };
unsigned lueur_features_words (const LueurTokens *t, unsigned opts, uint32_t salt, uint32_t *out, unsigned max);
unsigned lueur_features_chars (const LueurTokens *t, unsigned opts, uint32_t salt, uint32_t *out, unsigned max);
