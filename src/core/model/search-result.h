/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/conversation.h"
#include "core/store/rows.h"

G_BEGIN_DECLS

/*
 * LueurSearchResult: a conversation in which what was looked for is said. Never changes.
 */
#define LUEUR_TYPE_SEARCH_RESULT (lueur_search_result_get_type ())
G_DECLARE_FINAL_TYPE (LueurSearchResult, lueur_search_result, LUEUR, SEARCH_RESULT, GObject)

LueurSearchResult *lueur_search_result_new (const LueurSearchHit *hit, LueurConversation *conversation);
LueurConversation *lueur_search_result_get_conversation (LueurSearchResult *self);
gint64             lueur_search_result_get_message (LueurSearchResult *self);    /* 0: title or name alone say it */
gint64             lueur_search_result_get_created_at (LueurSearchResult *self); /* µs */
const char        *lueur_search_result_get_excerpt (LueurSearchResult *self);    /* "" without a message */
/* (transfer none) (array length=n): the places in the excerpt */
const LueurSearchMark *lueur_search_result_get_marks (LueurSearchResult *self, guint *n);

G_END_DECLS
