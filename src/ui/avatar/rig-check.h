/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/avatar/plates.h"

G_BEGIN_DECLS

/**
 * LueurRigReport:
 * @missing: (element-type utf8): what a face needs and this one has not
 * @odd: (element-type utf8): what can be drawn and yet looks like an oversight
 *
 * What an illustrator has to know about a rig, in plain sentences.
 */
typedef struct
{
  GPtrArray *missing;
  GPtrArray *odd;
} LueurRigReport;

LueurRigReport *lueur_rig_check (LueurRig *rig);
void            lueur_rig_report_free (LueurRigReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurRigReport, lueur_rig_report_free)

G_END_DECLS
