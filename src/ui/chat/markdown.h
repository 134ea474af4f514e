/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LueurBlockKind:
 * @LUEUR_BLOCK_TEXT: a paragraph, a heading, a list item's text; Pango markup
 * @LUEUR_BLOCK_CODE: verbatim text
 * @LUEUR_BLOCK_RULE: a line across
 * @LUEUR_BLOCK_PICTURE: a picture that ships with the app, in a page of its own only: its file's name, and in words as
 *   @info
 */
typedef enum
{
  LUEUR_BLOCK_TEXT,
  LUEUR_BLOCK_CODE,
  LUEUR_BLOCK_RULE,
  LUEUR_BLOCK_PICTURE,
} LueurBlockKind;

/**
 * LueurBlock:
 * @kind: what it is
 * @content: Pango markup for text, the text itself for code, "" for a rule
 * @marker: (nullable): what stands before a list item, on its first block: "•" or "3."
 * @info: (nullable): the language that a block of code names; what a picture shows
 * @heading: 0, or the level of a heading in [1, 6]
 * @indent: how deep in lists, at most %LUEUR_BLOCK_MAX_INDENT
 * @quotes: how deep in quotes, at most %LUEUR_BLOCK_MAX_QUOTES
 * @start: where the outermost block that holds it begins, in bytes of the text that was parsed
 *
 * One thing to show of a message; nesting is flattened.
 */
typedef struct
{
  LueurBlockKind kind;
  char *content;
  char *marker;
  char *info;
  guint heading;
  guint indent;
  guint quotes;
  gsize start;
} LueurBlock;

#define LUEUR_BLOCK_MAX_INDENT 6
#define LUEUR_BLOCK_MAX_QUOTES 4
/* A message is shown up to so many bytes and blocks; a view of all of it is one button away. */
#define LUEUR_MARKDOWN_MAX_BYTES (20 * 1024)
#define LUEUR_MARKDOWN_MAX_BLOCKS 300

void       lueur_block_free (LueurBlock *self);
gboolean   lueur_block_equal (const LueurBlock *a, const LueurBlock *b);
GPtrArray *lueur_markdown_parse (const char *text, gssize length, gboolean *truncated);
/* A page that ships with the app: its lines flow, it may link to other such pages and show pictures. */
GPtrArray *lueur_markdown_parse_page (const char *text);
char      *lueur_markdown_to_plain (const char *text, gsize max_chars);
gboolean   lueur_markdown_is_safe_uri (const char *uri);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurBlock, lueur_block_free)

G_END_DECLS
