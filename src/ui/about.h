/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What Lueur is, under which licence, and what it is built on. */
void lueur_about_present (GtkWidget *parent);

G_END_DECLS
