/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/settings.h"
#include "core/store/store.h"
#include "core/wellbeing/people/check-in.h"
#include "core/wellbeing/people/contact.h"
#include "core/wellbeing/people/journal.h"
#include "core/wellbeing/time/usage-report.h"
#include "core/wellbeing/wellbeing.h"

G_BEGIN_DECLS

/*
 * LueurRecords: what the person keeps about themselves, between the store and the views: time spent, pauses, monthly
 * check-ins, the feelings journal, their people, and exercises that were begun. It writes only what its switch allows:
 *
 *   "keep-figures"      time and pauses (14 weeks); turned off: nothing is recorded
 *   "feelings-journal"  what was felt, counted by day; off unless asked for
 *
 * Nothing is read before lueur_records_load_async(): a start costs one small query for today's minutes.
 *
 * Properties: loaded (bool, read only). Signal: "changed": something the getters tell has changed.
 */
#define LUEUR_TYPE_RECORDS (lueur_records_get_type ())
G_DECLARE_FINAL_TYPE (LueurRecords, lueur_records, LUEUR, RECORDS, GObject)

LueurRecords *lueur_records_new (LueurStore *store, LueurClock *clock, LueurSettings *settings, LueurWellbeing *wellbeing);
/* The store is open: today's count goes on where an earlier run left it. */
void          lueur_records_start (LueurRecords *self);
void          lueur_records_load_async (LueurRecords *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* What the store keeps was replaced by something else: nothing of what was read before holds. Ends with
 * lueur_records_load_finish(). */
void          lueur_records_reread_async (LueurRecords *self, GAsyncReadyCallback callback, gpointer data);
gboolean      lueur_records_load_finish (LueurRecords *self, GAsyncResult *result, GError **error);
gboolean      lueur_records_get_loaded (LueurRecords *self);

/* --- What is kept. Empty until it is loaded. --- */

LueurUsageReport *lueur_records_get_usage (LueurRecords *self, guint n_days);
/* Suggestions of the last @n_days that ended so; NULL for all of them */
guint             lueur_records_count_nudges (LueurRecords *self, guint n_days, const char *outcome);
LueurJournal     *lueur_records_get_journal (LueurRecords *self, guint n_days);
gboolean          lueur_records_has_journal (LueurRecords *self); /* whether anything was ever noted in it */
const GArray     *lueur_records_get_check_ins (LueurRecords *self); /* of LueurCheckIn, oldest first */
gboolean          lueur_records_is_check_in_due (LueurRecords *self);
/* For how many days time and pauses are kept. */
guint             lueur_records_kept_days (LueurRecords *self);
GListModel       *lueur_records_get_people (LueurRecords *self); /* (transfer none) of LueurContact, by name */
/* Somebody to write to: another one each day, NULL where there is nobody. (transfer none) (nullable) */
LueurContact     *lueur_records_suggest_person (LueurRecords *self);
const char       *lueur_records_get_exercise (LueurRecords *self, const char *id); /* (nullable): JSON of one that was begun */

/* --- What is added, and taken away --- */

void lueur_records_note_feeling (LueurRecords *self, const LueurFeeling *feeling);
/* @valence: of the word, in [-1, 1]. Nothing is kept while the journal is off. */
void lueur_records_note_word (LueurRecords *self, const char *word, double valence);
void lueur_records_add_check_in (LueurRecords *self, const LueurCheckIn *check_in);
void lueur_records_save_person (LueurRecords *self, LueurContact *person);
void lueur_records_erase_person (LueurRecords *self, LueurContact *person);
/* @json: (nullable): NULL erases it */
void lueur_records_save_exercise (LueurRecords *self, const char *id, const char *json);
/* At once and for good: the journal; or all that is kept here. The callback comes when no byte of it is left. */
void     lueur_records_erase_journal_async (LueurRecords *self, GAsyncReadyCallback callback, gpointer data);
void     lueur_records_erase_all_async (LueurRecords *self, GAsyncReadyCallback callback, gpointer data);
gboolean lueur_records_erase_finish (LueurRecords *self, GAsyncResult *result, GError **error);

G_END_DECLS
