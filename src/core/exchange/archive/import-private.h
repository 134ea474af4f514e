/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What those share who take an archive in. */

#include "core/exchange/archive/common.h"
#include "core/exchange/archive/figures.h"
#include "core/exchange/archive/row.h"

G_BEGIN_DECLS

typedef enum
{
  LUEUR_ARCHIVE_ADDING,
  LUEUR_ARCHIVE_COMPARING, /* with one that was made at the same moment */
  LUEUR_ARCHIVE_PASSING,   /* it is here */
} LueurArchiveFate;

typedef struct
{
  LueurDatabase *db;
  const LueurArchiveImport *order;
  LueurArchiveAccount *account;
  LueurArchiveFigures *figures;
  gint64 last_persona, last_person, last_conversation; /* what was here before */

  GArray *personas; /* ids, by the numbers of the archive */
  GArray *persons;
  gint64 main;      /* the main person of the archive, where another is the main one here; else 0 */
  gint64 persona;   /* the companion that is being told */
  LueurArchiveFate persona_state;

  LueurArchiveFate state;
  gint64 conversation;
  gint64 person;
  gint64 shown;       /* a number */
  GArray *candidates; /* ids of conversations it may be */
  guint at;           /* of them, the one that it is compared with */
  guint number;       /* of the conversation; each is told until it is clear what becomes of it */
  gboolean differs;
  GArray *messages;   /* ids, by their numbers */
  GArray *depths;
  GArray *chosen;
  GArray *texts;
} LueurArchiveImporter;

/* By the number of the archive, what it is here; 0: nothing. */
static inline gint64
id_at (const GArray *ids, gint64 number)
{
  return number > 0 && number <= (gint64) ids->len ? g_array_index (ids, gint64, number - 1) : 0;
}

static inline LueurArchiveValue *
at (LueurArchiveRow *row, LueurArchiveTableId table, const char *name)
{
  return lueur_archive_row_at (row, table, name);
}

/* --- import-companions.c --- */

gboolean lueur_archive_import_person (LueurArchiveImporter *self, LueurArchiveRow *row, GError **error);
gboolean lueur_archive_import_persona (LueurArchiveImporter *self, LueurArchiveRow *row, GError **error);
/* A row of the companion that was told last. */
gboolean lueur_archive_import_of_persona (LueurArchiveImporter *self, LueurArchiveTableId table, LueurArchiveRow *row,
                                          GBytes *file, GError **error);

/* --- import-conversations.c: as a LueurArchiveVisitor has them --- */

gboolean lueur_archive_import_conversation (LueurArchiveImporter *self, LueurArchiveRow *row, GError **error);
/* A row of the conversation that was told last: a message, what was typed, what was thought of a reply. */
gboolean lueur_archive_import_of_conversation (LueurArchiveImporter *self, LueurArchiveTableId table, LueurArchiveRow *row,
                                               GError **error);
gboolean lueur_archive_import_text (gpointer importer, const char *text, GError **error);
gint64   lueur_archive_import_reference (gpointer importer, char mark, gint64 number);
gboolean lueur_archive_import_request (gpointer importer, LueurArchiveRow *row, const char *account, const char *template,
                                       GArray *texts, GError **error);
gboolean lueur_archive_import_ended (gpointer importer, gboolean *again, GError **error);

G_END_DECLS
