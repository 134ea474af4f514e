/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/context.h"
#include "core/exchange/transcript.h"

G_BEGIN_DECLS

/* Asks for a file and writes @conversation there, as @format unless the person gives it the ending of another. @from: a
 * widget of the window, for dialogs and toasts. */
void lueur_export_conversation (GtkWidget *from, LueurContext *context, LueurConversation *conversation,
                                LueurTranscriptFormat format);
/* The same without asking. Where it takes long it shows how far it is, and can be ended. */
void lueur_export_conversation_to_file (GtkWidget *from, LueurContext *context, LueurConversation *conversation, GFile *file,
                                        LueurTranscriptFormat format);
/* One clear sentence on why it did not work. */
const char *lueur_export_fault_text (const GError *error);

G_END_DECLS
