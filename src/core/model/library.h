/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/conversation.h"

G_BEGIN_DECLS

/*
 * LueurLibrary: the companions and the conversations that the store holds, as live list models, and
 * every change a view may ask for. Views know the library, never the store. All functions are
 * asynchronous GTasks; models change at once and are put back if the store refuses.
 */
#define LUEUR_TYPE_LIBRARY (lueur_library_get_type ())
G_DECLARE_FINAL_TYPE (LueurLibrary, lueur_library, LUEUR, LIBRARY, GObject)

GListModel *lueur_library_get_personas (LueurLibrary *self);      /* (transfer none) of LueurPersona, not archived, newest first */
GListModel *lueur_library_get_conversations (LueurLibrary *self); /* (transfer none) of LueurConversation, latest first */

/* Inserts (id 0) or updates. */
void     lueur_library_save_persona_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_save_persona_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
/* To the bin, with the companion's conversations; lueur_library_restore_persona_async() undoes it. */
void     lueur_library_delete_persona_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_delete_persona_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
void     lueur_library_restore_persona_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_restore_persona_finish (LueurLibrary *self, GAsyncResult *result, GError **error);

/* A new conversation, with the companion's greeting as its first message. */
void               lueur_library_start_conversation_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable,
                                                           GAsyncReadyCallback callback, gpointer data);
LueurConversation *lueur_library_start_conversation_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
/* Reads the end of it (200 messages), or the 200 before the first loaded one. */
void     lueur_library_load_async (LueurLibrary *self, LueurConversation *conversation, gboolean older, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_load_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
void     lueur_library_rename_conversation_async (LueurLibrary *self, LueurConversation *conversation, const char *title,
                                                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_rename_conversation_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
void     lueur_library_delete_conversation_async (LueurLibrary *self, LueurConversation *conversation, GCancellable *cancellable,
                                                  GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_delete_conversation_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
void     lueur_library_restore_conversation_async (LueurLibrary *self, LueurConversation *conversation, GCancellable *cancellable,
                                                   GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_restore_conversation_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
/* Keeps the composer's text; cheap, coalesced, written within a second. */
void     lueur_library_set_draft (LueurLibrary *self, LueurConversation *conversation, const char *text);
/* Shows another of the siblings of @message (its swipes) and what follows it. */
void     lueur_library_select_swipe_async (LueurLibrary *self, LueurConversation *conversation, LueurMessage *message, int step,
                                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_select_swipe_finish (LueurLibrary *self, GAsyncResult *result, GError **error);

G_END_DECLS
