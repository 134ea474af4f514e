/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *lueur_pages_get (GtkStack *stack, const char *resource, const char *name);

G_END_DECLS
