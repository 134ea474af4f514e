/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store/database.h"

G_BEGIN_DECLS

/* Fourteen weeks of somebody's use, ending at @now (µs), with @persona: times, pauses, check-ins, feelings, people. */
gboolean lueur_seed_figures (LueurDatabase *db, GRand *rand, gint64 now, gint64 persona, gboolean french, GError **error);

G_END_DECLS
