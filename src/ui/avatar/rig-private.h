/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/avatar/rig.h"

G_BEGIN_DECLS

void     lueur_rig_warn (LueurRig *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean lueur_rig_read_morphs (LueurRig *self, const GPtrArray *nodes, GError **error);
void     lueur_morph_clear (LueurMorph *morph);

/* What can be chosen. */
void lueur_rig_read_slot (LueurRig *self, LueurPart *part, const LueurNode *node);
/* "a:b; c:d" from the root: what is worn, and which colours, unless a look says otherwise. */
void lueur_rig_read_choices (LueurRig *self, const char *text);
void lueur_rig_read_palette (LueurRig *self, const char *text);
/* @optional: (nullable): names of slots that may be left empty */
void lueur_rig_finish_slots (LueurRig *self, const char *optional);
/* From the metadata. */
void lueur_rig_read_slot_titles (LueurRig *self, const LueurNode *node);
void lueur_rig_read_offer (LueurRig *self, const LueurNode *node);

G_END_DECLS
