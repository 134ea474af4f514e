/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/context.h"

G_BEGIN_DECLS

/*
 * Adds app.ritual (persona, kind) to @application: what a click on a ritual's notification asks for. It opens the window on
 * the latest conversation with that companion, or a new one, in which what the notification said stands as theirs.
 */
void lueur_ritual_guest_install (GApplication *application, LueurContext *context);

G_END_DECLS
