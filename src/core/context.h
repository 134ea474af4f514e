/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/chat/session.h"
#include "core/clock.h"
#include "core/emotion/reader.h"
#include "core/model/library.h"
#include "core/net/net.h"
#include "core/secrets.h"
#include "core/settings.h"
#include "core/wellbeing/age/age.h"
#include "core/wellbeing/time/records.h"
#include "core/wellbeing/danger/care.h"
#include "core/wellbeing/wellbeing.h"

G_BEGIN_DECLS

/*
 * LueurContext: builds and owns every service and is handed down by construct property. There is one
 * in the app and one a test; nothing reaches a service but through it.
 */
#define LUEUR_TYPE_CONTEXT (lueur_context_get_type ())
G_DECLARE_FINAL_TYPE (LueurContext, lueur_context, LUEUR, CONTEXT, GObject)

/* @clock: (nullable): the system's when NULL. @data_dir: (nullable): the user's own when NULL; made 0700. */
LueurContext *lueur_context_new (LueurClock *clock, const char *data_dir);

/* Opens the store and reads what the first window shows. Fails with an error of the store's domain. */
void     lueur_context_open_async (LueurContext *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean lueur_context_open_finish (LueurContext *self, GAsyncResult *result, GError **error);
/* Signal "closing": emitted first; whoever has something to write hands it over now. Then closes connections,
 * writes what waits to be written and ends the threads; blocks for at most two seconds. */
void     lueur_context_close (LueurContext *self);

LueurClock        *lueur_context_get_clock (LueurContext *self);
LueurSettings     *lueur_context_get_settings (LueurContext *self);
LueurLibrary      *lueur_context_get_library (LueurContext *self);
LueurNet          *lueur_context_get_net (LueurContext *self);
LueurSecrets      *lueur_context_get_secrets (LueurContext *self);
const LueurReader *lueur_context_get_reader (LueurContext *self); /* (nullable): NULL when its file is damaged */
LueurWellbeing    *lueur_context_get_wellbeing (LueurContext *self);
LueurCare         *lueur_context_get_care (LueurContext *self);
LueurAge          *lueur_context_get_age (LueurContext *self);
LueurRecords      *lueur_context_get_records (LueurContext *self);
const char        *lueur_context_get_data_dir (LueurContext *self);
/* Folder of the data files that ship: $LUEUR_DATA_DIR in tests, else where they were installed. (transfer full) */
char              *lueur_context_find_data (const char *relative_path);

G_END_DECLS
