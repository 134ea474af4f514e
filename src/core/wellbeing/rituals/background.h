/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/library.h"
#include "core/settings.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_BACKGROUND (lueur_background_get_type ())
G_DECLARE_FINAL_TYPE (LueurBackground, lueur_background, LUEUR, BACKGROUND, GObject)

/*
 * LueurBackground: sees to it that lueur-agent starts with the desktop while some companion has a ritual turned on, and not
 * otherwise; and tells it when something changed. In a sandbox it asks the Background portal for that; elsewhere it is a
 * file in the person's autostart folder, which goes with the last ritual.
 *
 * @bus: (nullable): the session bus. @reason: why, in the person's language, as a portal may show it.
 */
LueurBackground *lueur_background_new (LueurLibrary *library, LueurSettings *settings, GDBusConnection *bus,
                                       const char *reason);

G_END_DECLS
