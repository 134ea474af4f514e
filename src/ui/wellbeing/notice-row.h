/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/wellbeing/wellbeing.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_NOTICE_ROW (lueur_notice_row_get_type ())
G_DECLARE_FINAL_TYPE (LueurNoticeRow, lueur_notice_row, LUEUR, NOTICE_ROW, GtkWidget)

/*
 * LueurNoticeRow: the line that one talks to a program, whenever LueurWellbeing:notice says that it is
 * due. It has no button, because it is not to be dismissed, and goes by itself. Place it at the top of
 * the chat.
 *
 * Property: wellbeing (LueurWellbeing; may be NULL, and set later).
 */
GtkWidget *lueur_notice_row_new (LueurWellbeing *wellbeing);

G_END_DECLS
