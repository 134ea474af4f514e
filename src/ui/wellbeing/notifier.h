/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/settings.h"
#include "core/wellbeing/wellbeing.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_NOTIFIER (lueur_notifier_get_type ())
G_DECLARE_FINAL_TYPE (LueurNotifier, lueur_notifier, LUEUR, NOTIFIER, GObject)

/*
 * LueurNotifier: puts the suggested pause on the desktop, once a suggestion, and takes it back as soon
 * as it is answered or stale. Adds app.nudge-break, app.nudge-later and app.nudge-not-today to
 * @application; a click on the notification itself activates the application, which opens its window.
 * It also tells @wellbeing when the desktop asks not to be disturbed, where that can be known.
 */
LueurNotifier *lueur_notifier_new (GApplication *application, LueurWellbeing *wellbeing, LueurSettings *settings);

G_END_DECLS
