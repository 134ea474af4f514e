/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/context.h"

G_BEGIN_DECLS

/* Asks, from @button, why @message is liked or not: a reason to pick, own words, or nothing at all. Goes by itself. */
void lueur_opinion_popover_present (GtkWidget *button, LueurContext *context, LueurMessage *message);

G_END_DECLS
