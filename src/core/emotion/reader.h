/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/emotion/label.h"
#include "core/emotion/splitter.h"

G_BEGIN_DECLS

/**
 * LueurReader:
 *
 * The emotion reader: text in, [struct@Feeling] out. Immutable once opened, so any thread may use it;
 * it maps one model file and allocates nothing while it reads (some 100 KB of the caller’s stack serve
 * as scratch space).
 */
typedef struct _LueurReader LueurReader;

/* The model that ships, under emotion/ of the application's data. */
#define LUEUR_READER_MODEL_FILE "reader.bin"

#define LUEUR_READER_ERROR (lueur_reader_error_quark ())
GQuark lueur_reader_error_quark (void);

typedef enum
{
  LUEUR_READER_ERROR_FOREIGN, /* not a model of ours, or of another version */
  LUEUR_READER_ERROR_DAMAGED, /* sizes or checksum do not agree */
} LueurReaderError;

typedef enum
{
  LUEUR_READER_LANG_AUTO, /* told a sentence at a time */
  LUEUR_READER_LANG_EN,
  LUEUR_READER_LANG_FR,
} LueurReaderLang;

LueurReader *lueur_reader_open (const char *path, GError **error);
LueurReader *lueur_reader_ref (LueurReader *self);
void         lueur_reader_unref (LueurReader *self);

/* One sentence, or a short message. @length -1: @text is nul-terminated. NULL @self: always neutral. */
void lueur_reader_read (const LueurReader *self, const char *text, gssize length, LueurReaderLang lang,
                        LueurFeeling *feeling);
/* The same for what a LueurSplitter gave. @names: of people, who are not what their names mean; or NULL. */
void lueur_reader_read_span (const LueurReader *self, const char *text, gssize length, LueurSpanKind kind,
                             LueurReaderLang lang, const char *const *names, LueurFeeling *feeling);
/* A whole text of any length, with Markdown, code, quotes and *actions*. */
void lueur_reader_read_text (const LueurReader *self, const char *text, gssize length, LueurReaderLang lang,
                             const char *const *names, LueurFeeling *feeling);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurReader, lueur_reader_unref)

G_END_DECLS
