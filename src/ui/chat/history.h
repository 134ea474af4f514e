/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/context.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_HISTORY (lueur_history_get_type ())
G_DECLARE_FINAL_TYPE (LueurHistory, lueur_history, LUEUR, HISTORY, GtkWidget)

/*
 * LueurHistory: what was said, in a list that stays at its end while words come, unless the person
 * scrolled up to read; then a button leads back. Older messages appear as one scrolls towards them,
 * without a jump.
 *
 * Properties: at-end (bool, read only).
 */
void     lueur_history_set_context (LueurHistory *self, LueurContext *context);
void     lueur_history_set_session (LueurHistory *self, LueurChatSession *session);
void     lueur_history_scroll_to_end (LueurHistory *self);
/* Goes to the message with @id, however far up, and marks it for a moment; nothing where it is not shown. */
void     lueur_history_show_message (LueurHistory *self, gint64 id);
gboolean lueur_history_get_at_end (LueurHistory *self);

G_END_DECLS
