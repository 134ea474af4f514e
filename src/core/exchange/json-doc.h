/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/net/json.h"

G_BEGIN_DECLS

/* Caps on a JSON text of somebody else's: bytes, brackets in brackets, values in all. */
#define LUEUR_JSON_DOC_MAX_BYTES (32 * 1024 * 1024)
#define LUEUR_JSON_DOC_MAX_DEPTH 128
#define LUEUR_JSON_DOC_MAX_VALUES (1024 * 1024)

/* No value: a member that is not there. Every function takes it and answers as for something missing. */
#define LUEUR_JSON_NOWHERE G_MAXUINT

/**
 * LueurJsonDoc:
 *
 * A JSON text that stays as it is, with an index of where its values are. A parser that makes a tree
 * loses how numbers were spelt, integers beyond 64 bits, `\u0000`, members named twice and all white space;
 * here a value is a span of the text, known by its number (the root is 0). Strict: what JSON does not
 * allow, and what is not UTF-8, is refused. Of members named twice the last counts, as it does elsewhere.
 * Counted; never changes.
 */
typedef struct _LueurJsonDoc LueurJsonDoc;

/* Errors: G_IO_ERROR_INVALID_DATA (not JSON, too deep), G_IO_ERROR_NO_SPACE (over another cap). */
LueurJsonDoc *lueur_json_doc_new (GBytes *text, GError **error);
LueurJsonDoc *lueur_json_doc_ref (LueurJsonDoc *self);
void          lueur_json_doc_unref (LueurJsonDoc *self);
GBytes       *lueur_json_doc_get_text (const LueurJsonDoc *self); /* (transfer none) */

LueurJsonType lueur_json_doc_get_type (const LueurJsonDoc *self, guint value);
/* The value of the last member called @name of an object. */
guint         lueur_json_doc_find (const LueurJsonDoc *self, guint object, const char *name);
guint         lueur_json_doc_get_first (const LueurJsonDoc *self, guint container);
guint         lueur_json_doc_get_next (const LueurJsonDoc *self, guint container, guint value);
guint         lueur_json_doc_count (const LueurJsonDoc *self, guint container);
char         *lueur_json_doc_dup_key (const LueurJsonDoc *self, guint value); /* (nullable) */
/* Valid UTF-8 without nul; NULL when @value is no string. */
char         *lueur_json_doc_dup_string (const LueurJsonDoc *self, guint value);
/* An array's strings, or nothing; never NULL. */
GStrv         lueur_json_doc_dup_strings (const LueurJsonDoc *self, guint value);
double        lueur_json_doc_get_number (const LueurJsonDoc *self, guint value, double otherwise);
gboolean      lueur_json_doc_get_boolean (const LueurJsonDoc *self, guint value, gboolean otherwise);
/* (transfer none): the text of a value, not nul-terminated */
const char   *lueur_json_doc_get_raw (const LueurJsonDoc *self, guint value, gsize *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurJsonDoc, lueur_json_doc_unref)

/**
 * LueurJsonEdit:
 *
 * Changes to a document: spans to be written anew, and members to be added; everything else comes out
 * byte for byte as it went in.
 */
typedef struct _LueurJsonEdit LueurJsonEdit;

LueurJsonEdit *lueur_json_edit_new (LueurJsonDoc *doc);
void           lueur_json_edit_free (LueurJsonEdit *self);
/* @raw: JSON text */
void           lueur_json_edit_replace (LueurJsonEdit *self, guint value, const char *raw);
/* Writes the last member called @name anew, or adds one at the end in the manner of its neighbours. */
void           lueur_json_edit_set (LueurJsonEdit *self, guint object, const char *name, const char *raw);
/* One more element at the end of an array. */
void           lueur_json_edit_append (LueurJsonEdit *self, guint array, const char *raw);
GBytes        *lueur_json_edit_apply (LueurJsonEdit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurJsonEdit, lueur_json_edit_free)

G_END_DECLS
