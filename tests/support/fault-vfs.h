/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A disk that fails on demand: SQLite's own way to files, with one operation that goes wrong. Made the
 * default for the whole test program.
 */

typedef enum
{
  LUEUR_FAULT_VFS_NONE,
  LUEUR_FAULT_VFS_FULL, /* no room: writes fail, and go on failing */
  LUEUR_FAULT_VFS_IO,   /* one write, sync or truncation fails */
  LUEUR_FAULT_VFS_READ, /* nothing can be read */
  LUEUR_FAULT_VFS_READER, /* nothing can be read by who only reads: writing goes on */
  LUEUR_FAULT_VFS_SLOW, /* each reading waits */
} LueurFaultVfsKind;

void     lueur_fault_vfs_install (void);
/* The @at-th operation that changes a file from now on fails, counted from 1. Of SLOW, @at is how long (ms) a reading waits,
 * or until it is disarmed. */
void     lueur_fault_vfs_arm (LueurFaultVfsKind kind, guint at);
/* Whether it came to that; disarms. */
gboolean lueur_fault_vfs_disarm (void);

G_END_DECLS
