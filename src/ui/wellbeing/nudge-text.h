/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/wellbeing/wellbeing.h"

G_BEGIN_DECLS

/*
 * The words of a suggested pause, which the banner and the notification share: facts and a question,
 * no "I", no reproach.
 */
char       *lueur_nudge_text_title (LueurWellbeing *wellbeing); /* (transfer full) */
char       *lueur_nudge_text_body (LueurWellbeing *wellbeing);  /* (transfer full) */
char       *lueur_nudge_text_later (LueurWellbeing *wellbeing); /* (transfer full) */
char       *lueur_nudge_text_line (LueurWellbeing *wellbeing);  /* (transfer full): "" for none */

G_END_DECLS
