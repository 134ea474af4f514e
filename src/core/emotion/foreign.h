/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/emotion/model.h"

G_BEGIN_DECLS

/* Whether a sentence is in neither English nor French. */
gboolean lueur_scan_is_foreign (const LueurScan *scan, const LueurModel *model);

G_END_DECLS
