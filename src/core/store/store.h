/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LueurStoreError:
 *
 * What can go wrong with the database, as the person would tell one case from another. Whatever the
 * case, the person's file is where it was: nothing is renamed, replaced or emptied.
 */
typedef enum
{
  LUEUR_STORE_ERROR_NEWER,     /* written by a later version; not touched */
  LUEUR_STORE_ERROR_CORRUPT,   /* damaged, or no database of Lueur's */
  LUEUR_STORE_ERROR_READ_ONLY, /* the file, its folder or its disk cannot be written */
  LUEUR_STORE_ERROR_FULL,      /* no room left on the disk */
  LUEUR_STORE_ERROR_LOCKED,    /* another program holds it */
  LUEUR_STORE_ERROR_IO,        /* the disk failed in another way */
  LUEUR_STORE_ERROR_NOT_FOUND, /* what was to be changed is not there (any more) */
  LUEUR_STORE_ERROR_CLOSED,    /* not open yet, or closed */
  LUEUR_STORE_ERROR_FAILED,    /* anything else */
} LueurStoreError;

#define LUEUR_STORE_ERROR (lueur_store_error_quark ())
GQuark lueur_store_error_quark (void);

#define LUEUR_TYPE_STORE (lueur_store_get_type ())
G_DECLARE_FINAL_TYPE (LueurStore, lueur_store, LUEUR, STORE, GObject)

/* @data_dir: a folder, made (0700) when it is opened; the database is lueur.db in it (0600) */
LueurStore *lueur_store_new (const char *data_dir);
const char *lueur_store_get_path (LueurStore *self);
void        lueur_store_open_async (LueurStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean    lueur_store_open_finish (LueurStore *self, GAsyncResult *result, GError **error);
/* Writes what waits and ends the threads; blocks for at most two seconds. */
void        lueur_store_close (LueurStore *self);

G_END_DECLS
