/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/emotion/label.h"
#include "core/emotion/scan.h"

G_BEGIN_DECLS

/* What a gesture, “smiles softly”, says by itself. FALSE for one that says nothing known. */
gboolean lueur_action_of_signs (const LueurScan *scan, LueurEmotion *label, float *strength);
gboolean lueur_action_read (const LueurScan *scan, LueurEmotion *label, float *strength);

G_END_DECLS
