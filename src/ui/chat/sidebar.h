/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/context.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_SIDEBAR (lueur_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (LueurSidebar, lueur_sidebar, LUEUR, SIDEBAR, GtkWidget)

/*
 * LueurSidebar: every conversation, latest first, and a way to begin another with any companion.
 *
 * While something is looked for, the list shows where it was said; one of these opens there.
 *
 * Properties: selected (LueurConversation, nullable): the one that is open; set by whoever opens it, changed
 *   when the person picks another.
 */
void               lueur_sidebar_set_context (LueurSidebar *self, LueurContext *context);
void               lueur_sidebar_set_selected (LueurSidebar *self, LueurConversation *conversation);
LueurConversation *lueur_sidebar_get_selected (LueurSidebar *self);

/* Opens the field in which one looks for something that was said, and takes the focus there. */
void               lueur_sidebar_search (LueurSidebar *self);
/* Gives the list back; FALSE where nothing is looked for. */
gboolean           lueur_sidebar_leave_search (LueurSidebar *self);
/* (transfer none): what the focus is on then */
GtkWidget         *lueur_sidebar_get_search (LueurSidebar *self);

G_END_DECLS
