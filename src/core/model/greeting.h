/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether @sentence says no more than that somebody is there: “Hello!”, “Bonjour Nora, ça va ?” */
gboolean lueur_greeting_is_all (const char *sentence);

G_END_DECLS
