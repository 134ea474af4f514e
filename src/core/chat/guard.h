/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/wellbeing/danger/care.h"

G_BEGIN_DECLS

/**
 * LueurGuard:
 * @LUEUR_GUARD_NONE: an ordinary message
 * @LUEUR_GUARD_GOODBYE: the person says goodbye
 * @LUEUR_GUARD_HUMAN: the person asks whether they talk to a human
 *
 * A message whose reply is held back until it was checked.
 */
typedef enum
{
  LUEUR_GUARD_NONE,
  LUEUR_GUARD_GOODBYE,
  LUEUR_GUARD_HUMAN,
} LueurGuard;

LueurGuard  lueur_guard_for (LueurCare *care, const char *question);
gboolean    lueur_guard_accepts (LueurGuard guard, LueurCare *care, const char *question, const char *reply);
const char *lueur_guard_get_note (LueurGuard guard, const char *language);
const char *lueur_guard_get_plain (LueurGuard guard, const char *language, gboolean formal);

G_END_DECLS
