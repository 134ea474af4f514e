/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/message.h"

G_BEGIN_DECLS

/* For the library alone: where a message stands in the tree. */
void lueur_message_set_id (LueurMessage *self, gint64 id);
void lueur_message_set_parent_id (LueurMessage *self, gint64 parent_id);
void lueur_message_set_created_at (LueurMessage *self, gint64 created_at);
void lueur_message_set_swipes (LueurMessage *self, guint index, guint n);
void lueur_message_set_opinion (LueurMessage *self, int thumb, const char *reason);

G_END_DECLS
