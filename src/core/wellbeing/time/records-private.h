/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of this object share: records.c (the object, and what is kept), records-read.c (reads it all from the
 * store), records-write.c (adds and takes away). */

#include "core/wellbeing/time/records.h"
#include "core/wellbeing/time/usage.h"

G_BEGIN_DECLS

/* Kinds of what is counted, and of records with a key. */
#define KIND_NUDGE "nudge"
#define KIND_CHECK_IN "check-in"
#define KIND_PERSON "person"
#define KIND_EXERCISE "exercise"

typedef enum
{
  TALLY_NUDGE,
  TALLY_READ,
  TALLY_CHOSEN,
  N_TALLIES,
} Tally;

/* The kind under which each is stored. */
extern const char *const lueur_records_tally_kinds[N_TALLIES];

struct _LueurRecords
{
  GObject parent_instance;

  LueurStore *store;
  LueurClock *clock;
  GSettings *settings;
  LueurWellbeing *wellbeing;

  gboolean started;
  guint asked_today;  /* times that today's count was asked of the store and is not there yet: */
  GArray *held;       /* LueurUsageRow: what is counted meanwhile is written after, lest it be read and told twice */
  gboolean restoring; /* what the store answers is today's count; not so once all was erased */
  gboolean loaded;
  guint serial; /* grows with every write: what was read before it is read again */
  GPtrArray *usage;
  GPtrArray *tallies[N_TALLIES];
  GArray *check_ins;
  GListStore *people;
  GHashTable *exercises;
};

/* Writes what was held back. */
void    lueur_records_write_held (LueurRecords *self);
void    lueur_records_tell_changed (LueurRecords *self);
void    lueur_records_tell_loaded (LueurRecords *self);
guint32 lueur_records_today (LueurRecords *self);
/* A GCompareDataFunc, of LueurContact by name. */
int     lueur_records_compare_contacts (gconstpointer a, gconstpointer b, gpointer data);

/* A LueurUsageSink. */
void lueur_records_on_time (guint32 day, guint hour, gint64 companion, guint seconds, gpointer data);
void lueur_records_on_nudge (guint32 day, const char *outcome, gpointer data);

G_END_DECLS
