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
 * Properties: id (int64, 0 until it is stored), parent-id (int64, 0 for a root), role, state, text (grows: one
 * "notify::text" a main-loop turn at most, none left over once it is complete), created-at (int64 µs, 0 until it
 * is in a conversation), error-code (string: one of LueurFault's names, NULL when fine), error-detail (string,
 * what the server said, shortened and without the key), scripted (bool: Écho wrote it), model (string: which
 * model wrote it, NULL when none), label (LueurEmotion as int: what it was read as, neutral at first),
 * swipe-index / n-swipes (uint: which of the siblings with the same parent this is; 0 of 1 when alone),
 * thumb (int: what the person thinks of it: -1, 0 or 1), findings (uint: what was found in a reply, see
 * core/wellbeing/conduct/findings.h; 0 where it was not looked at).
 * What has no setter below is the library's to set.
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
const char       *lueur_message_get_model (LueurMessage *self);
LueurEmotion      lueur_message_get_label (LueurMessage *self);
guint             lueur_message_get_swipe_index (LueurMessage *self);
guint             lueur_message_get_n_swipes (LueurMessage *self);
int               lueur_message_get_thumb (LueurMessage *self);
const char       *lueur_message_get_thumb_reason (LueurMessage *self); /* "" for none */
guint             lueur_message_get_findings (LueurMessage *self);

/* @text: whole characters of UTF-8. What would make the message longer than LUEUR_MESSAGE_MAX_BYTES (4 MiB) is
 * left out. */
void              lueur_message_append (LueurMessage *self, const char *text, gssize length);
void              lueur_message_set_text (LueurMessage *self, const char *text);
void              lueur_message_set_state (LueurMessage *self, LueurMessageState state);
/* Does not touch the state. NULL @code: nothing is wrong (any more). */
void              lueur_message_set_error (LueurMessage *self, const char *code, const char *detail);
void              lueur_message_set_scripted (LueurMessage *self, gboolean scripted);
void              lueur_message_set_model (LueurMessage *self, const char *model);
void              lueur_message_set_label (LueurMessage *self, LueurEmotion label);
void              lueur_message_set_findings (LueurMessage *self, guint findings);

G_END_DECLS
