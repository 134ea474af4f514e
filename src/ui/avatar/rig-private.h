/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/avatar/rig.h"

G_BEGIN_DECLS

void     lueur_rig_warn (LueurRig *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean lueur_rig_read_morphs (LueurRig *self, const GPtrArray *nodes, GError **error);
void     lueur_morph_clear (LueurMorph *morph);

G_END_DECLS
