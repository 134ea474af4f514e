/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/emotion/label.h"

G_BEGIN_DECLS

typedef enum
{
  LUEUR_ROLE_SYSTEM, /* said by the app in the conversation (a nudge, a notice); never sent to a model */
  LUEUR_ROLE_USER,
  LUEUR_ROLE_COMPANION,
} LueurRole;

typedef enum
{
  LUEUR_MESSAGE_COMPLETE,
  LUEUR_MESSAGE_WAITING,   /* asked for, nothing came yet */
  LUEUR_MESSAGE_STREAMING, /* text grows in place */
  LUEUR_MESSAGE_STOPPED,   /* the person stopped it, or the app ended while it grew */
  LUEUR_MESSAGE_FAILED,    /* see "error-code" */
} LueurMessageState;

GType lueur_role_get_type (void);
GType lueur_message_state_get_type (void);
#define LUEUR_TYPE_ROLE (lueur_role_get_type ())
#define LUEUR_TYPE_MESSAGE_STATE (lueur_message_state_get_type ())

#define LUEUR_TYPE_MESSAGE (lueur_message_get_type ())
G_DECLARE_FINAL_TYPE (LueurMessage, lueur_message, LUEUR, MESSAGE, GObject)

/*
 * Properties: id (int64), parent-id (int64, 0 for a root), role, state, text (grows: one "notify::text"
 * a main-loop turn at most), created-at (int64 µs), error-code (string: one of LueurFault's names, NULL when fine),
 * error-detail (string, what the server said, shortened and without the key), scripted (bool: Écho wrote it),
 * model (string: which model wrote it), label (LueurEmotion as int: what it was read as),
 * swipe-index / n-swipes (uint: which of the siblings with the same parent this is).
 */
LueurMessage     *lueur_message_new (LueurRole role, const char *text);
gint64            lueur_message_get_id (LueurMessage *self);
gint64            lueur_message_get_parent_id (LueurMessage *self);
LueurRole         lueur_message_get_role (LueurMessage *self);
LueurMessageState lueur_message_get_state (LueurMessage *self);
const char       *lueur_message_get_text (LueurMessage *self);
gint64            lueur_message_get_created_at (LueurMessage *self);
const char       *lueur_message_get_error_code (LueurMessage *self);
const char       *lueur_message_get_error_detail (LueurMessage *self);
gboolean          lueur_message_get_scripted (LueurMessage *self);
void              lueur_message_append (LueurMessage *self, const char *text, gssize length);

G_END_DECLS
