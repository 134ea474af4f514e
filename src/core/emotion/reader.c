/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/emotion/reader.h"

#include <string.h>

struct _LueurReader
{
  gatomicrefcount ref_count;
  GMappedFile *file;
};

G_DEFINE_QUARK (lueur-reader-error-quark, lueur_reader_error)

/**
 * lueur_reader_open:
 * @path: the model file
 * @error: return location for an error of the domain %LUEUR_READER_ERROR or %G_FILE_ERROR
 *
 * Maps a model file into memory and checks it.
 *
 * Returns: (transfer full) (nullable): the reader
 */
LueurReader *
lueur_reader_open (const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);

  if (!file)
    return NULL;
  g_set_error (error, LUEUR_READER_ERROR, LUEUR_READER_ERROR_FOREIGN, "%s is not an emotion model", path);
  return NULL;
}

LueurReader *
lueur_reader_ref (LueurReader *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
lueur_reader_unref (LueurReader *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_mapped_file_unref (self->file);
  g_free (self);
}

/**
 * lueur_reader_read:
 * @self: (nullable): a reader; %NULL reads everything as neutral
 * @text: one sentence or a short message
 * @length: bytes of @text, or -1 when it is nul-terminated
 * @lang: the language of @text, when it is known
 * @feeling: (out caller-allocates): what it feels like
 */
void
lueur_reader_read (const LueurReader *self, const char *text, gssize length, LueurReaderLang lang,
                   LueurFeeling *feeling)
{
  lueur_feeling_init (feeling);
}
