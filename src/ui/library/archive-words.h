/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/archive.h"

G_BEGIN_DECLS

/* What is said of an archive. */
const char *lueur_archive_fault_text (const GError *error);
char       *lueur_archive_account_text (const LueurArchiveAccount *account);

G_END_DECLS
