/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LueurFileOut:
 *
 * A file that is written beside the place where it is wanted and takes that place once it is whole: what was there stays
 * until then, and one that is given up leaves nothing. Of mode 0600. For one thread; blocks.
 *
 * Errors are of %G_IO_ERROR, as the system said them: %G_IO_ERROR_NO_SPACE, %G_IO_ERROR_PERMISSION_DENIED…
 */
typedef struct _LueurFileOut LueurFileOut;

LueurFileOut *lueur_file_out_new (const char *path, GError **error);
/* For those who write to it in their own way. */
int           lueur_file_out_get_fd (LueurFileOut *self);
gboolean      lueur_file_out_write (LueurFileOut *self, const char *data, gsize length, GError **error);
/* All of it is on the disk, and in its place. Nothing is to be written after it, whether or not it worked. */
gboolean      lueur_file_out_finish (LueurFileOut *self, GError **error);
/* One that was not finished leaves nothing. */
void          lueur_file_out_free (LueurFileOut *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurFileOut, lueur_file_out_free)

G_END_DECLS
