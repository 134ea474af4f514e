/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/wellbeing/conduct/conduct-check.h"

G_BEGIN_DECLS

/*
 * What was found in a reply, as one number that is kept with it: bits `1 << LueurTactic`, and these. 0: it was not looked
 * at. Nothing of what the person said is in it.
 */
#define LUEUR_FINDING_CLAIMS_HUMAN (1u << 16)
#define LUEUR_FINDING_DISAGREES (1u << 17)
#define LUEUR_FINDING_ASKED_AGAIN (1u << 18) /* a first answer was not fit to be shown: this is the second */
#define LUEUR_FINDING_REPLACED (1u << 19)    /* neither was the second: these are plain words in its place */
#define LUEUR_FINDING_READ (1u << 20)        /* it was looked at */

#define LUEUR_FINDING_TACTICS ((1u << LUEUR_N_TACTICS) - 1)
/* What another answer may be asked for. */
#define LUEUR_FINDING_BAD (LUEUR_FINDING_TACTICS | LUEUR_FINDING_CLAIMS_HUMAN)
/* All that there is: whatever else a file holds is none. */
#define LUEUR_FINDING_ALL (LUEUR_FINDING_BAD | 0x1e0000u)

guint lueur_findings_of (const LueurConduct *conduct, const char *question, const char *reply);
char *lueur_findings_dup_reminder (guint findings, const char *language);

G_END_DECLS
