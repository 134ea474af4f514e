/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/clock.h"
#include "core/model/conversation.h"
#include "core/model/search-result.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_SIDEBAR_ROW (lueur_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (LueurSidebarRow, lueur_sidebar_row, LUEUR, SIDEBAR_ROW, GtkWidget)

/*
 * LueurSidebarRow: one conversation in the list: whose face, what about, what was said last, and when.
 *
 * Actions: row.rename, row.export (s: "md" or "jsonl"), row.delete, row.menu.
 * Properties: conversation (nullable).
 */
GtkWidget         *lueur_sidebar_row_new (LueurClock *clock);
void               lueur_sidebar_row_set_conversation (LueurSidebarRow *self, LueurConversation *conversation);
/* The conversation in which something was found: what was said there, and when, in the place of what was said last. */
void               lueur_sidebar_row_set_result (LueurSidebarRow *self, LueurSearchResult *result);
LueurConversation *lueur_sidebar_row_get_conversation (LueurSidebarRow *self);
/* Tells the time anew: "Yesterday" comes at midnight. */
void               lueur_sidebar_row_update_time (LueurSidebarRow *self);

G_END_DECLS
