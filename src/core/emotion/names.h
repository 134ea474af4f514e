/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/emotion/scan.h"

G_BEGIN_DECLS

void lueur_names_mask (LueurScan *scan, const char *const *names);

G_END_DECLS
