/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/emotion/features.h"

#include <string.h>

/* What keeps features of different kinds apart. Part of the model: a change needs a new training. */
enum
{
  SALT_WORD = 1,
  SALT_PAIR,
  SALT_SIGN,
  SALT_LOUD_WORD,
  SALT_SHAPE,
  SALT_DENIED,
  SALT_PIECE = 16, /* + length */
};

enum
{
  SHAPE_LONG = 1,
  SHAPE_LOUD,
  SHAPE_ALL_LOUD,
  SHAPE_LENGTH = 16, /* + logarithm of the number of words */
};

#define EDGE 0x5EED5EEDu /* before the first token and after the last */

static void
add (LueurFeatures *self, uint32_t id)
{
  if (self->n < LUEUR_FEATURES_MAX)
    self->ids[self->n++] = id;
}

/* “happy” and “not … happy” are two words. */
static uint32_t
token_hash (const LueurToken *token)
{
  return token->flags & LUEUR_TOKEN_DENIED ? lueur_hash_mix (token->hash, SALT_DENIED) : token->hash;
}

/* And so are their pieces. */
static uint32_t
piece_salt (const LueurToken *token)
{
  return token->flags & LUEUR_TOKEN_DENIED ? SALT_DENIED * 64 : 0;
}

/* “<word>”, for its pieces. */
static unsigned
frame (const LueurScan *scan, const LueurToken *token, char buffer[LUEUR_WORD_MAX + 2])
{
  unsigned n = token->length;

  buffer[0] = '<';
  memcpy (buffer + 1, scan->text + token->start, n);
  buffer[n + 1] = '>';
  return n + 2;
}

static uint32_t
hash_step (uint32_t hash, char c)
{
  return (hash ^ (unsigned char) c) * 16777619u;
}

/**
 * lueur_features_of_word:
 * @token: a word
 *
 * Returns: the feature that the word is by itself, “not” before it or not
 */
uint32_t
lueur_features_of_word (const LueurToken *token)
{
  return lueur_hash_mix (token->hash, SALT_WORD);
}

/**
 * lueur_features_read:
 * @self: (out caller-allocates): where to put the features
 * @scan: a sentence
 */
void
lueur_features_read (LueurFeatures *self, const LueurScan *scan)
{
  uint32_t before = EDGE;
  unsigned length = 0;

  self->n = 0;
  for (unsigned i = 0; i <= scan->n_tokens; i++)
    {
      uint32_t here = EDGE;

      if (i < scan->n_tokens)
        {
          const LueurToken *t = &scan->tokens[i];

          here = token_hash (t);
          add (self, lueur_hash_mix (here, SALT_WORD));
          if (t->sign)
            add (self, lueur_hash_mix (t->sign, SALT_SIGN));
          if (t->flags & LUEUR_TOKEN_LOUD)
            {
              add (self, lueur_hash_mix (here, SALT_LOUD_WORD));
              add (self, lueur_hash_mix (SHAPE_LOUD, SALT_SHAPE));
            }
          if (t->flags & LUEUR_TOKEN_LONG)
            add (self, lueur_hash_mix (SHAPE_LONG, SALT_SHAPE));
        }
      add (self, lueur_hash_mix (before * 31 + here, SALT_PAIR));
      before = here;
    }
  for (unsigned n = scan->n_words; n; n >>= 1)
    length++;
  add (self, lueur_hash_mix (SHAPE_LENGTH + length, SALT_SHAPE));
  if (scan->n_loud * 2 > scan->n_words)
    add (self, lueur_hash_mix (SHAPE_ALL_LOUD, SALT_SHAPE));
  self->n_words = self->n;

  for (unsigned i = 0; i < scan->n_tokens; i++)
    if (scan->tokens[i].kind == LUEUR_TOKEN_WORD)
      {
        char word[LUEUR_WORD_MAX + 2];
        unsigned n = frame (scan, &scan->tokens[i], word);
        uint32_t salt = piece_salt (&scan->tokens[i]);

        for (unsigned from = 0; from + 3 <= n; from++)
          {
            uint32_t h = 2166136261u;

            for (unsigned k = 0; k < 6 && from + k < n; k++)
              {
                h = hash_step (h, word[from + k]);
                if (k >= 2 && k + 1 < n)
                  add (self, lueur_hash_mix (h, salt + SALT_PIECE + k));
              }
          }
      }
}

/**
 * lueur_features_of_token:
 * @scan: a sentence
 * @index: which of its tokens
 * @ids: (out): the token’s own hash, its sign’s, its pieces’
 *
 * Returns: how many there are, at least one
 */
unsigned
lueur_features_of_token (const LueurScan *scan, unsigned index, uint32_t ids[LUEUR_PIECES_MAX])
{
  const LueurToken *t = &scan->tokens[index];
  char word[LUEUR_WORD_MAX + 2];
  unsigned count = 0, n;
  uint32_t salt = piece_salt (t);

  ids[count++] = token_hash (t);
  if (t->sign)
    ids[count++] = lueur_hash_mix (t->sign, SALT_SIGN);
  if (t->kind != LUEUR_TOKEN_WORD)
    return count;
  n = frame (scan, t, word);
  for (unsigned from = 0; from + 3 <= n; from++)
    {
      uint32_t h = 2166136261u;

      for (unsigned k = 0; k < 5 && from + k < n; k++)
        {
          h = hash_step (h, word[from + k]);
          if (k >= 2 && k + 1 < n)
            ids[count++] = lueur_hash_mix (h, salt + SALT_PIECE + k);
        }
    }
  return count;
}
