/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/context.h"
#include "core/net/sink.h"
#include "core/model/persona.h"

G_BEGIN_DECLS

/* Exchanges that a companion may be tried with before it is kept. */
#define LUEUR_REHEARSAL_EXCHANGES 3

/*
 * LueurRehearsal: a few exchanges with a companion that is not stored yet. Nothing of them is kept anywhere; they go to
 * whoever answers in conversations, Écho or the connected model.
 */
#define LUEUR_TYPE_REHEARSAL (lueur_rehearsal_get_type ())
G_DECLARE_FINAL_TYPE (LueurRehearsal, lueur_rehearsal, LUEUR, REHEARSAL, GObject)

/* @persona is read anew for every exchange. @person: (nullable): who the person is */
LueurRehearsal *lueur_rehearsal_new (LueurContext *context, LueurPersona *persona, LueurPerson *person);
guint           lueur_rehearsal_get_n_left (LueurRehearsal *self);
/* Ends when the reply is complete. Errors: of LUEUR_FAULT_ERROR; G_IO_ERROR_CANCELLED; G_IO_ERROR_PERMISSION_DENIED when
 * what was said sounds like danger and was not sent anywhere; G_IO_ERROR_BUSY when none is left or one goes on. */
void            lueur_rehearsal_say_async (LueurRehearsal *self, const char *text, GCancellable *cancellable,
                                           LueurNetTextFunc text_func, gpointer text_data, GAsyncReadyCallback callback,
                                           gpointer data);
/* (transfer full) (nullable): the whole reply */
char           *lueur_rehearsal_say_finish (LueurRehearsal *self, GAsyncResult *result, GError **error);

G_END_DECLS
