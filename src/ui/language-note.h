/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (nullable): what is not in the language of the interface; NULL in English and in French, where all of it is. */
const char *lueur_language_note (void);

/* For blueprints: a label or a group with the note, hidden where there is none. */
char *lueur_closure_language_note (GObject *self);
gboolean lueur_closure_has_language_note (GObject *self);

G_END_DECLS
