/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/model/message.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_MESSAGE_ACTIONS (lueur_message_actions_get_type ())
G_DECLARE_FINAL_TYPE (LueurMessageActions, lueur_message_actions, LUEUR, MESSAGE_ACTIONS, GtkWidget)

/*
 * LueurMessageActions: the small buttons under a reply: copy, another one, and the way through its
 * siblings. They activate the actions of the row that they stand in.
 */
GtkWidget *lueur_message_actions_new (void);
void       lueur_message_actions_set (LueurMessageActions *self, guint index, guint n_swipes, gboolean copy,
                                      const char *retry);
void       lueur_message_actions_set_thumb (LueurMessageActions *self, gboolean shown, int thumb);
/* The button of a thumb up (1) or down (-1). */
GtkWidget *lueur_message_actions_get_thumb (LueurMessageActions *self, int thumb);

G_END_DECLS
