/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "ui/chat/chat-item.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_HISTORY_MODEL (lueur_history_model_get_type ())
G_DECLARE_FINAL_TYPE (LueurHistoryModel, lueur_history_model, LUEUR, HISTORY_MODEL, GObject)

/*
 * LueurHistoryModel: the end of a list of messages, as LueurChatItem, with a section a day.
 *
 * Only a window of the list is shown, so that a long conversation opens as fast as a short one:
 * lueur_history_model_reveal() opens it towards the past. The zone is the clock's.
 *
 * Properties: messages (GListModel of LueurMessage, nullable), clock (construct only).
 */
LueurHistoryModel *lueur_history_model_new (LueurClock *clock);
void               lueur_history_model_set_messages (LueurHistoryModel *self, GListModel *messages);
GListModel        *lueur_history_model_get_messages (LueurHistoryModel *self);
guint              lueur_history_model_get_n_hidden (LueurHistoryModel *self);
guint              lueur_history_model_reveal (LueurHistoryModel *self, guint n);
/* Travel or a new day: days are told anew. */
void               lueur_history_model_update_days (LueurHistoryModel *self);

/* So many messages are shown at first. */
#define LUEUR_HISTORY_WINDOW 16
/* Messages of one sender that are further apart than this begin a new group; µs. */
#define LUEUR_HISTORY_GROUP_GAP (10 * G_TIME_SPAN_MINUTE)

G_END_DECLS
