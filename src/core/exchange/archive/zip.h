/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Files in and out of the zip. */

#include <gio/gio.h>

G_BEGIN_DECLS

/* Names of files are UTF-8 whatever the person's locale is, for this thread and as long as this is in scope: libarchive
 * turns them to and fro. */
typedef struct
{
  gpointer before;
  gpointer own;
} LueurArchiveLocale;

LueurArchiveLocale lueur_archive_locale_enter (void);
void               lueur_archive_locale_leave (LueurArchiveLocale *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LueurArchiveLocale, lueur_archive_locale_leave)

typedef struct _LueurArchiveOut LueurArchiveOut;

/* In a file beside @path, which takes its place at the end. */
LueurArchiveOut *lueur_archive_out_new (const char *path, gint64 now, GError **error);
gboolean         lueur_archive_out_begin (LueurArchiveOut *self, const char *name, GError **error);
gboolean         lueur_archive_out_write (LueurArchiveOut *self, gconstpointer data, gsize length, GError **error);
gboolean         lueur_archive_out_finish (LueurArchiveOut *self, GError **error);
/* One that was not finished leaves nothing. */
void             lueur_archive_out_free (LueurArchiveOut *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurArchiveOut, lueur_archive_out_free)

typedef struct _LueurArchiveIn LueurArchiveIn;

LueurArchiveIn *lueur_archive_in_new (const char *path, GCancellable *cancellable, GError **error);
/* How much was gone to and fro until now does not count. */
void            lueur_archive_in_forgive (LueurArchiveIn *self);
gboolean        lueur_archive_in_has (LueurArchiveIn *self, const char *name);
/* (transfer container) (element-type utf8): names that begin so, in the order of the archive */
GPtrArray      *lueur_archive_in_list (LueurArchiveIn *self, const char *prefix);
GBytes         *lueur_archive_in_read (LueurArchiveIn *self, const char *name, gsize max, GError **error);
void            lueur_archive_in_free (LueurArchiveIn *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurArchiveIn, lueur_archive_in_free)

G_END_DECLS
