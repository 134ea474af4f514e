/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LUEUR_ZIP_ERROR (lueur_zip_error_quark ())
GQuark lueur_zip_error_quark (void);

/**
 * LueurZipError:
 *
 * Why an archive is not taken.
 */
typedef enum
{
  LUEUR_ZIP_ERROR_DAMAGED,   /* no zip, cut short, or encrypted */
  LUEUR_ZIP_ERROR_TOO_LARGE, /* over one of the caps */
  LUEUR_ZIP_ERROR_ESCAPES,   /* a name that leads out of the archive */
} LueurZipError;

/**
 * LueurZipLimits:
 * @max_entries: files and folders
 * @max_entry_bytes: unpacked size of one file
 * @max_total_bytes: unpacked size of all files together
 *
 * What an archive may be at most. Sizes are counted while unpacking: what headers claim does not matter.
 */
typedef struct
{
  guint max_entries;
  gsize max_entry_bytes;
  gsize max_total_bytes;
} LueurZipLimits;

/* Whether a name stays inside of the folder that an archive is. */
gboolean    lueur_zip_is_tame (const char *name);
/* Reads every regular file of a zip: name to GBytes. Any thread. (transfer full) (nullable) */
GHashTable *lueur_zip_read (GBytes *bytes, const LueurZipLimits *limits, GCancellable *cancellable, GError **error);
/* (transfer full) (nullable): a zip of @files (utf8 to GBytes), not packed, @first in front, the others by name; the
 * same files give the same bytes. Any thread. */
GBytes     *lueur_zip_write (GHashTable *files, const char *first, GError **error);

G_END_DECLS
