/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/fault-vfs.h"

#include <sqlite3.h>
#include <string.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_io_methods methods; /* the real ones, with ours in some places */
  sqlite3_file *real;
  gboolean reader; /* opened to read alone */
} FaultFile;

static sqlite3_vfs fault_vfs;
static sqlite3_vfs *real_vfs;
static int fault_kind;  /* atomic */
static int countdown;   /* atomic */
static int happened;    /* atomic */

/* Whether this operation is the one, or comes after it on a full disk. */
static gboolean
fails (void)
{
  int kind = g_atomic_int_get (&fault_kind);

  if (kind != LUEUR_FAULT_VFS_FULL && kind != LUEUR_FAULT_VFS_IO)
    return FALSE;
  if (g_atomic_int_get (&happened))
    return kind == LUEUR_FAULT_VFS_FULL;
  if (!g_atomic_int_dec_and_test (&countdown))
    return FALSE;
  g_atomic_int_set (&happened, TRUE);
  return TRUE;
}

#define REAL(file) (((FaultFile *) (file))->real)
#define PASS(file, method, ...) REAL (file)->pMethods->method (REAL (file), ##__VA_ARGS__)

static int
fault_close (sqlite3_file *file)
{
  int code = PASS (file, xClose);

  g_free (REAL (file));
  return code;
}

static int
fault_read (sqlite3_file *file, void *buffer, int amount, sqlite3_int64 offset)
{
  return PASS (file, xRead, buffer, amount, offset);
}

static int
fault_write (sqlite3_file *file, const void *buffer, int amount, sqlite3_int64 offset)
{
  if (!fails ())
    return PASS (file, xWrite, buffer, amount, offset);
  /* As a disk does: half of it is there. */
  PASS (file, xWrite, buffer, amount / 2, offset);
  return g_atomic_int_get (&fault_kind) == LUEUR_FAULT_VFS_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

static int
fault_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  if (g_atomic_int_get (&fault_kind) == LUEUR_FAULT_VFS_IO && fails ())
    return SQLITE_IOERR_TRUNCATE;
  return PASS (file, xTruncate, size);
}

static int
fault_sync (sqlite3_file *file, int flags)
{
  if (g_atomic_int_get (&fault_kind) == LUEUR_FAULT_VFS_IO && fails ())
    return SQLITE_IOERR_FSYNC;
  return PASS (file, xSync, flags);
}

static int
fault_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return PASS (file, xFileSize, size);
}

static int
fault_lock (sqlite3_file *file, int lock)
{
  return PASS (file, xLock, lock);
}

static int
fault_unlock (sqlite3_file *file, int lock)
{
  return PASS (file, xUnlock, lock);
}

static int
fault_check_lock (sqlite3_file *file, int *held)
{
  return PASS (file, xCheckReservedLock, held);
}

static int
fault_control (sqlite3_file *file, int what, void *arg)
{
  return PASS (file, xFileControl, what, arg);
}

static int
fault_sector_size (sqlite3_file *file)
{
  return PASS (file, xSectorSize);
}

static int
fault_characteristics (sqlite3_file *file)
{
  return PASS (file, xDeviceCharacteristics);
}

static int
fault_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
  return PASS (file, xShmMap, page, size, extend, memory);
}

/* Whatever is read from a database with a write-ahead log begins here, be it in memory already or not. */
static int
fault_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  const int begins = SQLITE_SHM_LOCK | SQLITE_SHM_SHARED;
  gint64 end = g_get_monotonic_time () + g_atomic_int_get (&countdown) * G_TIME_SPAN_MILLISECOND;

  int kind = g_atomic_int_get (&fault_kind);

  if ((flags & begins) == begins &&
      (kind == LUEUR_FAULT_VFS_READ || (kind == LUEUR_FAULT_VFS_READER && ((FaultFile *) file)->reader)))
    {
      g_atomic_int_set (&happened, TRUE);
      return SQLITE_IOERR_SHMLOCK;
    }
  while ((flags & begins) == begins && g_atomic_int_get (&fault_kind) == LUEUR_FAULT_VFS_SLOW && g_get_monotonic_time () < end)
    {
      g_atomic_int_set (&happened, TRUE);
      g_usleep (10 * G_TIME_SPAN_MILLISECOND);
    }
  return PASS (file, xShmLock, offset, n, flags);
}

static void
fault_shm_barrier (sqlite3_file *file)
{
  PASS (file, xShmBarrier);
}

static int
fault_shm_unmap (sqlite3_file *file, int remove)
{
  return PASS (file, xShmUnmap, remove);
}

static int
fault_open (sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *out, int flags, int *out_flags)
{
  FaultFile *file = (FaultFile *) out;
  int code;

  memset (file, 0, sizeof *file);
  file->real = g_malloc0 (real_vfs->szOsFile);
  file->reader = (flags & SQLITE_OPEN_READONLY) != 0;
  code = real_vfs->xOpen (real_vfs, name, file->real, flags, out_flags);
  if (file->real->pMethods == NULL)
    {
      g_free (file->real);
      return code;
    }
  file->methods = (sqlite3_io_methods) {
    2, fault_close, fault_read, fault_write, fault_truncate, fault_sync, fault_size, fault_lock, fault_unlock,
    fault_check_lock, fault_control, fault_sector_size, fault_characteristics, fault_shm_map, fault_shm_lock,
    fault_shm_barrier, fault_shm_unmap, NULL, NULL,
  };
  file->base.pMethods = &file->methods;
  return code;
}

void
lueur_fault_vfs_install (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  g_assert_nonnull (real_vfs);
  fault_vfs = *real_vfs;
  fault_vfs.pNext = NULL;
  fault_vfs.zName = "lueur-fault";
  fault_vfs.szOsFile = sizeof (FaultFile);
  fault_vfs.xOpen = fault_open;
  g_assert_cmpint (sqlite3_vfs_register (&fault_vfs, TRUE), ==, SQLITE_OK);
}

void
lueur_fault_vfs_arm (LueurFaultVfsKind kind, guint at)
{
  g_atomic_int_set (&fault_kind, LUEUR_FAULT_VFS_NONE);
  g_atomic_int_set (&happened, FALSE);
  g_atomic_int_set (&countdown, (int) at);
  g_atomic_int_set (&fault_kind, kind);
}

gboolean
lueur_fault_vfs_disarm (void)
{
  g_atomic_int_set (&fault_kind, LUEUR_FAULT_VFS_NONE);
  return g_atomic_int_get (&happened);
}
