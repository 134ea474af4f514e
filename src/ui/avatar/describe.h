/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/emotion/label.h"
#include "ui/avatar/avatar.h"

G_BEGIN_DECLS

/* What a face shows, in one sentence of the interface's language. (transfer full) */
char *lueur_avatar_describe (const char *name, LueurEmotion label, LueurAvatarState state);
/* What a feeling is called on a button. (transfer none) */
const char *lueur_emotion_get_title (LueurEmotion label);

G_END_DECLS
