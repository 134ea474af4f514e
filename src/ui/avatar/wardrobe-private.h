/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/avatar/wardrobe.h"

G_BEGIN_DECLS

/* The file of the figure called @name, Lueur's own or one in @folder. Any thread. (transfer full) (nullable) */
char *lueur_wardrobe_find_file (const char *folder, const char *name);

G_END_DECLS
