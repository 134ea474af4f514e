/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * LueurAgent: what is left of Lueur while its window is closed, and only while some ritual is on. It sends what the
 * person scheduled as a notification, at its hour, and sleeps until the next. It has no window, no network and no GTK.
 *
 * Actions: "refresh" looks again, because companions changed; "ritual" (persona, kind) hands a click on a notification
 * on to the app.
 */
#define LUEUR_TYPE_AGENT (lueur_agent_get_type ())
G_DECLARE_FINAL_TYPE (LueurAgent, lueur_agent, LUEUR, AGENT, GApplication)

LueurAgent *lueur_agent_new (void);

G_END_DECLS
