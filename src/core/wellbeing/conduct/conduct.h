/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *lueur_conduct_get_block (const char *language);

G_END_DECLS
