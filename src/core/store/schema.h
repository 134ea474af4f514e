/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store/database.h"

G_BEGIN_DECLS

/* What this version reads and writes; kept in the file's user_version. */
#define LUEUR_SCHEMA_VERSION 10

/* Brings the file from whatever version it has to ours, in one transaction. */
gboolean lueur_schema_migrate (LueurDatabase *database, GError **error);
/* LUEUR_STORE_ERROR_NEWER, or _CORRUPT for a file that is not ours, told by what it says of itself now, log included. */
gboolean lueur_schema_check (LueurDatabase *database, int *version, GError **error);

G_END_DECLS
