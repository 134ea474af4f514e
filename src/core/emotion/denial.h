/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/emotion/model.h"

G_BEGIN_DECLS

guint32 lueur_denial_find (const LueurModel *model, const LueurScan *scan);

G_END_DECLS
