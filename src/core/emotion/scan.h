/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Plain C without GLib: the training builds it by itself. */
#include <stddef.h>
#include <stdint.h>

/* What one reading looks at: the rest of a longer text is left unread. */
#define LUEUR_SCAN_TOKENS 192
#define LUEUR_SCAN_BYTES 1536
#define LUEUR_SCAN_READ 4096 /* bytes of text looked at */
#define LUEUR_WORD_MAX 32

typedef enum
{
  LUEUR_TOKEN_WORD,
  LUEUR_TOKEN_NUMBER,
  LUEUR_TOKEN_MARK, /* punctuation */
  LUEUR_TOKEN_SIGN, /* emoji, emoticon */
  LUEUR_TOKEN_NAME, /* somebody’s name, as far as the caller or the text tells */
  LUEUR_TOKEN_LINK, /* an address or an @account */
} LueurTokenKind;

typedef enum
{
  LUEUR_TOKEN_LOUD = 1 << 0,   /* WRITTEN SO */
  LUEUR_TOKEN_LONG = 1 << 1,   /* writtennnn so */
  LUEUR_TOKEN_TITLE = 1 << 2,  /* Written so */
  LUEUR_TOKEN_DENIED = 1 << 3, /* under a “not” */
  LUEUR_TOKEN_DENIES = 1 << 4, /* “not” itself */
} LueurTokenFlags;

/**
 * LueurToken:
 * @hash: of the token as it was folded
 * @start: where it stands in the text of its LueurScan
 * @length: bytes there; 0 for what is no word
 * @kind: a LueurTokenKind
 * @flags: LueurTokenFlags
 * @sign: for LUEUR_TOKEN_SIGN, the LueurSign
 */
typedef struct
{
  uint32_t hash;
  uint16_t start;
  uint8_t length;
  uint8_t kind;
  uint8_t flags;
  uint8_t sign;
} LueurToken;

/**
 * LueurScan:
 *
 * A sentence cut into tokens: lower case, without accents, apostrophes, invisible characters and
 * letters repeated for effect. Lives on the caller’s stack.
 */
typedef struct
{
  LueurToken tokens[LUEUR_SCAN_TOKENS];
  char text[LUEUR_SCAN_BYTES];
  unsigned n_tokens, n_words, n_loud;
  unsigned n_letters;  /* in Latin script */
  unsigned n_strangers; /* letters of other scripts */
  unsigned used; /* bytes of text */
} LueurScan;

void     lueur_scan_text (LueurScan *self, const char *text, size_t length);
uint32_t lueur_hash_bytes (const char *bytes, size_t length);
uint32_t lueur_hash_mix (uint32_t a, uint32_t b);
