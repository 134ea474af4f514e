/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a label of the emotion reader is called: its own name, where it is none of them. */
const char *lueur_feeling_names_get (const char *label);

G_END_DECLS
