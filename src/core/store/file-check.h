/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store/store.h"

G_BEGIN_DECLS

/* "LuEr": tells Lueur's databases from all others. */
#define LUEUR_APPLICATION_ID 0x4c754572

/* Makes the folder (0700) and an empty file (0600) where there is none, and looks at the first bytes of one that is
 * there, without SQLite and without writing. @unclean: a log is left from a run that did not end well. */
gboolean lueur_file_prepare (const char *path, gboolean *unclean, GError **error);
/* The same for who only reads: makes nothing. */
gboolean lueur_file_inspect (const char *path, gboolean *unclean, GError **error);

G_END_DECLS
