/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/wellbeing/exercises/starters.h"

G_BEGIN_DECLS

/* What Écho says to each of the six questions: the case against it, what can be said for it, and what to take along. */
#define LUEUR_ECHO_DEBATE_STEPS 3

extern const char *const lueur_echo_debate_en[LUEUR_N_STARTERS][LUEUR_ECHO_DEBATE_STEPS];
extern const char *const lueur_echo_debate_fr[LUEUR_N_STARTERS][LUEUR_ECHO_DEBATE_STEPS];

G_END_DECLS
