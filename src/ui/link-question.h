/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window-private.h"

G_BEGIN_DECLS

/* Asks whether to do what @uri, of the scheme “lueur”, wants; says in one sentence that it is not known. Nothing happens
 * before the answer, and while one question stands no other comes. Before the window is ready it waits. */
void lueur_link_question_ask (LueurWindow *self, const char *uri);

G_END_DECLS
