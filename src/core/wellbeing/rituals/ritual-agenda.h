/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/persona.h"
#include "core/wellbeing/rituals/ritual-schedule.h"

G_BEGIN_DECLS

/**
 * LueurRitualEntry:
 * @persona: who is to say it; with its id
 * @kind: which ritual
 * @plan: when
 * @mark: when it last came; to be settled before it is believed
 *
 * One ritual that is turned on.
 */
typedef struct
{
  LueurPersona *persona;
  LueurRitual kind;
  LueurRitualPlan plan;
  LueurRitualMark mark;
} LueurRitualEntry;

void lueur_ritual_entry_free (LueurRitualEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurRitualEntry, lueur_ritual_entry_free)

/*
 * What lueur-agent knows of the database, on a thread that may wait for the disk: it reads it on a connection that cannot
 * write, and writes nothing but the log of when a ritual came.
 */

/* All that are turned on, of the database @path. No database is none; errors are the store's. (transfer full)
 * (element-type LueurRitualEntry) */
GPtrArray *lueur_ritual_agenda_read (const char *path, GError **error);
/* Keeps the mark of @entry. */
gboolean   lueur_ritual_agenda_keep (const char *path, const LueurRitualEntry *entry, GError **error);

G_END_DECLS
