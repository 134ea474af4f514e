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
 * Properties: selected (LueurConversation, nullable): the one that is open; set by whoever opens it, changed
 *   when the person picks another.
 */
void               lueur_sidebar_set_context (LueurSidebar *self, LueurContext *context);
void               lueur_sidebar_set_selected (LueurSidebar *self, LueurConversation *conversation);
LueurConversation *lueur_sidebar_get_selected (LueurSidebar *self);

G_END_DECLS
