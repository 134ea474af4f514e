/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* core/store/database.h, which those who only ask the library never see. */
typedef struct _LueurDatabase LueurDatabase;

/*
 * One file that holds everything: companions, conversations, what was kept about the person. It is theirs, and can be
 * read without this program; docs/archive.md tells what is where. The same that is written can be taken in again.
 */

/* What the name of such a file ends in. */
#define LUEUR_ARCHIVE_ENDING ".lueur.zip"
/* What lueur.json in it says it is, and the layout that this version writes and reads. */
#define LUEUR_ARCHIVE_FORMAT "io.github.lueur_app.Lueur/archive"
#define LUEUR_ARCHIVE_VERSION 1

#define LUEUR_ARCHIVE_ERROR (lueur_archive_error_quark ())
GQuark lueur_archive_error_quark (void);

/**
 * LueurArchiveError:
 *
 * Why an archive is not taken, or not written. The message of the error is one plain English sentence; the interface has
 * its own words for each code.
 */
typedef enum
{
  LUEUR_ARCHIVE_ERROR_NOT_AN_ARCHIVE, /* no zip, or one of something else */
  LUEUR_ARCHIVE_ERROR_NEWER,          /* of a layout that a later version made */
  LUEUR_ARCHIVE_ERROR_DAMAGED,        /* cut short, JSON that is none, a part that is missing */
  LUEUR_ARCHIVE_ERROR_NOT_TEXT,       /* text in it is not UTF-8, or holds a nul */
  LUEUR_ARCHIVE_ERROR_TOO_LARGE,      /* over a cap: size, number of files or rows, depth */
  LUEUR_ARCHIVE_ERROR_ESCAPES,        /* a file whose name leads out of it */
  LUEUR_ARCHIVE_ERROR_DISORDER,       /* numbers that are there twice, or lead nowhere, or in a circle */
  LUEUR_ARCHIVE_ERROR_IO,             /* the file cannot be read or written */
} LueurArchiveError;

/**
 * LueurArchiveProgress:
 *
 * How far it is: written by the thread that works, looked at by whoever shows it. Counted.
 */
typedef struct _LueurArchiveProgress LueurArchiveProgress;

LueurArchiveProgress *lueur_archive_progress_new (void);
LueurArchiveProgress *lueur_archive_progress_ref (LueurArchiveProgress *self);
void                  lueur_archive_progress_unref (LueurArchiveProgress *self);
double                lueur_archive_progress_get_fraction (LueurArchiveProgress *self); /* [0, 1] */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurArchiveProgress, lueur_archive_progress_unref)

/* Whether the file begins as an archive of ours does; looks at its beginning alone. Blocks. */
gboolean lueur_archive_is (const char *path);

/* --- Out --------------------------------------------------------------------------------------------- */

/**
 * LueurArchiveExport:
 * @path: of the archive; one that is there is replaced once the new one is whole
 * @avatars: (nullable): folder of the person's own pictures
 * @settings: (nullable): what they chose, lueur_archive_settings_to_json()
 * @language: of the words for people: "fr", else English
 * @now: µs since the epoch
 *
 * What is to be written. A plain value.
 */
typedef struct
{
  const char *path;
  const char *avatars;
  const char *settings;
  const char *language;
  gint64 now;
} LueurArchiveExport;

/**
 * LueurArchiveSummary:
 * @made: when, as the archive says (RFC 3339)
 * @program: what wrote it
 * @n_days: on which time was spent here
 * @n_people: of “My people”
 * @n_pictures: that the person brought
 * @n_left_out: of an export: requests and files too large or too damaged to be written
 *
 * What is in an archive.
 */
typedef struct
{
  char *made;
  char *program;
  guint n_companions;
  guint n_conversations;
  guint64 n_messages;
  guint n_days;
  guint n_people;
  guint n_pictures;
  guint n_left_out;
  gboolean has_settings;
} LueurArchiveSummary;

void lueur_archive_summary_free (LueurArchiveSummary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurArchiveSummary, lueur_archive_summary_free)

/* One look at @db, whatever is written to it meanwhile. Blocks: for a thread of its own. Errors: LUEUR_ARCHIVE_ERROR, the
 * store's, G_IO_ERROR_CANCELLED; none leaves anything behind. (transfer full) (nullable) */
LueurArchiveSummary *lueur_archive_write (LueurDatabase *db, const LueurArchiveExport *order,
                                          LueurArchiveProgress *progress, GCancellable *cancellable, GError **error);

/* --- In ---------------------------------------------------------------------------------------------- */

/* Reads all of it, and checks all of it; keeps nothing. Blocks. (transfer full) (nullable) */
LueurArchiveSummary *lueur_archive_check (const char *path, LueurArchiveProgress *progress, GCancellable *cancellable,
                                          GError **error);
void                 lueur_archive_check_async (const char *path, LueurArchiveProgress *progress, GCancellable *cancellable,
                                                GAsyncReadyCallback callback, gpointer data);
LueurArchiveSummary *lueur_archive_check_finish (GAsyncResult *result, GError **error);

/* Whether the figure (a drawing, a picture, a folder of pictures) at @path is one that Lueur would take in. */
typedef gboolean (*LueurArchiveFigureCheck) (const char *path, GCancellable *cancellable, GError **error);

/**
 * LueurArchiveImport:
 * @path: of the archive
 * @avatars: (nullable): folder that pictures go to
 * @check: (nullable): what they must pass; without it they are left out
 * @without_records: leaves out time, counts and records: the person keeps none
 * @replace: erases all that is here first: companions, conversations, the bin, time, counts and records, and pictures that
 *   are not in the archive (where @avatars and @check are given)
 *
 * What is to be taken in. A plain value.
 */
typedef struct
{
  const char *path;
  const char *avatars;
  LueurArchiveFigureCheck check;
  gboolean without_records;
  gboolean replace;
} LueurArchiveImport;

/**
 * LueurArchiveAccount:
 * @n_companions, @n_conversations, @n_messages, @n_records, @n_pictures: that were added
 * @n_companions_here, @n_conversations_here: that are here as they are in the archive, or have gone on since
 * @n_companions_beside, @n_conversations_beside: of those that were added, how many are here in another form too
 * @n_left_out: cards, books and pictures that did not pass the checks
 * @n_romances: romances with somebody under age, which are none any more
 * @replaced: whether what was here was erased for it
 * @traces_left: of what was erased, bytes may be left in the file of the database, because somebody else reads it; they go at
 *   the next start
 * @settings: (nullable): for lueur_archive_settings_apply()
 *
 * What became of an archive that was taken in.
 */
typedef struct
{
  guint n_companions, n_companions_here, n_companions_beside;
  guint n_conversations, n_conversations_here, n_conversations_beside;
  guint64 n_messages;
  guint n_records;
  guint n_pictures;
  guint n_left_out;
  guint n_romances;
  gboolean replaced;
  gboolean traces_left;
  char *settings;
} LueurArchiveAccount;

void lueur_archive_account_free (LueurArchiveAccount *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurArchiveAccount, lueur_archive_account_free)

/* Adds to @db, a writer, what is in the archive, in one transaction: what is there stays as it is, or goes in the same
 * transaction, for good. Blocks, on the thread of @db. What fails or is cancelled leaves everything as it was. (transfer full) (nullable) */
LueurArchiveAccount *lueur_archive_import (LueurDatabase *db, const LueurArchiveImport *order,
                                           LueurArchiveProgress *progress, GCancellable *cancellable, GError **error);

/* --- Settings ---------------------------------------------------------------------------------------- */

/* What the person chose otherwise than it is at first, as one JSON object. On the thread of @settings. */
char *lueur_archive_settings_to_json (GSettings *settings);
/* Takes over what of it may be: agreements and what was said of one's age are asked for again. */
void  lueur_archive_settings_apply (GSettings *settings, const char *json);
/* (nullable): why a key is not written; NULL when it is. */
const char *lueur_archive_settings_why_not (const char *key);

G_END_DECLS
