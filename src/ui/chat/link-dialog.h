/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks before a link of a message is opened, showing where it really leads. An unsafe @uri is ignored. */
void lueur_link_dialog_present (GtkWidget *parent, const char *uri);

G_END_DECLS
