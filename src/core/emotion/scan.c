/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/emotion/scan.h"
#include "core/emotion/chars.h"
#include "core/emotion/idioms.h"
#include "core/emotion/signs.h"

#include <string.h>

/* What stands before an apostrophe in French and is a word of its own. */
static const char *const elided[] = { "c", "d", "j", "l", "m", "n", "qu", "s", "t", "jusqu", "lorsqu", "puisqu", "quelqu" };

static const char *const denying[] = {
  "not", "no", "never", "dont", "doesnt", "didnt", "cant", "cannot", "wont", "isnt", "arent", "wasnt", "werent",
  "havent", "hasnt", "hadnt", "wouldnt", "couldnt", "shouldnt", "aint", "without", "hardly", "barely", "neither",
  "nor", "nothing", "nobody", "nowhere", /* English */
  "pas", "jamais", "aucun", "aucune", "aucunement", "sans", "guere", "nullement", "ni", "rien", "point", /* French */
};
static const char *const contrasting[] = { "but", "mais", "however", "pourtant", "though", "because", "car", "parce", "if", "si" };

#define SCOPE 4 /* words under a “not” */

uint32_t
lueur_hash_bytes (const char *bytes, size_t length)
{
  uint32_t h = 2166136261u;

  for (size_t i = 0; i < length; i++)
    h = (h ^ (unsigned char) bytes[i]) * 16777619u;
  return lueur_hash_mix (h, 0);
}

uint32_t
lueur_hash_mix (uint32_t a, uint32_t b)
{
  uint32_t h = a + 0x9E3779B9u * (b + 1);

  h ^= h >> 16;
  h *= 0x85EBCA6Bu;
  h ^= h >> 13;
  h *= 0xC2B2AE35u;
  h ^= h >> 16;
  return h;
}

static int
is_letter (char c)
{
  return c >= 'a' && c <= 'z';
}

static int
is_digit (char c)
{
  return c >= '0' && c <= '9';
}

/* --- Tokens -------------------------------------------------------------------------------------- */

typedef struct
{
  char text[LUEUR_WORD_MAX];
  unsigned length, seen, upper, letters, digits;
  int first_upper, elongated;
} Word;

static LueurToken *
push (LueurScan *self, LueurTokenKind kind, const char *text, size_t length)
{
  LueurToken *t;

  if (self->n_tokens >= LUEUR_SCAN_TOKENS || self->used + length > LUEUR_SCAN_BYTES)
    return NULL;
  t = &self->tokens[self->n_tokens++];
  memset (t, 0, sizeof *t);
  t->kind = (uint8_t) kind;
  t->start = (uint16_t) self->used;
  t->length = (uint8_t) length;
  t->hash = lueur_hash_mix (lueur_hash_bytes (text, length), (uint32_t) kind);
  memcpy (self->text + self->used, text, length);
  self->used += (unsigned) length;
  return t;
}

static void
flush (LueurScan *self, Word *word)
{
  LueurToken *t;

  while (word->length && word->text[word->length - 1] == '*')
    word->length--;
  if (word->length)
    {
      LueurTokenKind kind = word->letters ? LUEUR_TOKEN_WORD : LUEUR_TOKEN_NUMBER;

      if (kind == LUEUR_TOKEN_NUMBER && word->length > 2)
        {
          memset (word->text, '0', word->length > 4 ? 4 : word->length);
          word->length = word->length > 4 ? 4 : word->length;
        }
      t = push (self, kind, word->text, word->length);
      if (t && kind == LUEUR_TOKEN_WORD)
        {
          self->n_words++;
          if (word->letters >= 2 && word->upper == word->seen)
            {
              t->flags |= LUEUR_TOKEN_LOUD;
              self->n_loud++;
            }
          else if (word->first_upper)
            t->flags |= LUEUR_TOKEN_TITLE;
          if (word->elongated)
            t->flags |= LUEUR_TOKEN_LONG;
        }
    }
  memset (word, 0, sizeof *word);
}

static void
add_letter (Word *word, char c, int upper)
{
  if (word->length >= LUEUR_WORD_MAX)
    {
      word->seen += is_letter (c) != 0; /* what is cut off still counts against LOUD */
      return;
    }
  if (word->length >= 2 && word->text[word->length - 1] == c && word->text[word->length - 2] == c && !is_digit (c))
    {
      word->elongated = 1;
      return;
    }
  if (c == '*' && word->length && word->text[word->length - 1] == '*')
    return;
  if (!word->length)
    word->first_upper = upper;
  word->text[word->length++] = c;
  if (is_letter (c))
    {
      word->letters++;
      word->seen++;
      word->upper += upper != 0;
    }
}

static void
push_mark (LueurScan *self, char c)
{
  LueurToken *last = self->n_tokens ? &self->tokens[self->n_tokens - 1] : NULL;
  char text[4];
  size_t n = 0;

  /* Runs become one mark: "!", "!!", "?", "??", "?!", "..". */
  if (last && last->kind == LUEUR_TOKEN_MARK && last->start + last->length == self->used)
    {
      const char *prev = self->text + last->start;
      char a = prev[0];

      if ((a == '!' || a == '?') && (c == '!' || c == '?'))
        {
          text[n++] = a == c ? a : '?';
          text[n++] = a == c ? a : '!';
          if (last->length == 2 && prev[0] != prev[1])
            text[1] = '!', text[0] = '?';
        }
      else if (a == '.' && c == '.')
        text[n++] = '.', text[n++] = '.';
      else if (a == c)
        return;
      if (n)
        {
          self->used = last->start;
          self->n_tokens--;
        }
    }
  if (!n)
    text[n++] = c;
  push (self, LUEUR_TOKEN_MARK, text, n);
}

static int
starts_with (const unsigned char *s, size_t left, const char *prefix)
{
  size_t n = strlen (prefix);

  if (n > left)
    return 0;
  for (size_t i = 0; i < n; i++)
    if ((s[i] >= 'A' && s[i] <= 'Z' ? s[i] + 32 : s[i]) != (unsigned char) prefix[i])
      return 0;
  return 1;
}

static size_t
until_space (const unsigned char *s, size_t left)
{
  size_t n = 0;

  while (n < left && s[n] > ' ')
    n++;
  return n;
}

/* “[NAME]” as the corpora mask it; returns its bytes. */
static size_t
masked_name (const unsigned char *s, size_t left)
{
  size_t n = 1;

  while (n < left && n < 16 && s[n] >= 'A' && s[n] <= 'Z')
    n++;
  return n >= 4 && n < left && s[n] == ']' ? n + 1 : 0;
}

static int
is_one_of (const char *word, size_t length, const char *const *list, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (strlen (list[i]) == length && memcmp (list[i], word, length) == 0)
      return 1;
  return 0;
}

#define IS_ONE_OF(word, length, list) is_one_of (word, length, list, sizeof list / sizeof *list)

/* Marks the words that a “not” turns round: those after it up to the next mark or “but”, and in French
 * the verb between “ne” and “pas”. */
static void
deny (LueurScan *self)
{
  unsigned scope = 0, ne = 0, ne_at = 0;

  for (unsigned i = 0; i < self->n_tokens; i++)
    {
      LueurToken *t = &self->tokens[i];
      const char *w = self->text + t->start;

      if (ne)
        ne--;
      if (t->kind == LUEUR_TOKEN_MARK)
        {
          if (w[0] != '"' && w[0] != '-')
            scope = ne = 0;
          continue;
        }
      if (t->kind != LUEUR_TOKEN_WORD)
        continue;
      if (t->length == 1 ? w[0] == 'n' : (t->length == 2 && w[0] == 'n' && w[1] == 'e'))
        {
          ne = 5;
          ne_at = i;
          continue;
        }
      if (IS_ONE_OF (w, t->length, contrasting))
        {
          scope = 0;
          continue;
        }
      if (IS_ONE_OF (w, t->length, denying) || (ne && t->length == 4 && memcmp (w, "plus", 4) == 0))
        {
          t->flags |= LUEUR_TOKEN_DENIES;
          scope = SCOPE;
          if (ne)
            for (unsigned j = ne_at + 1; j < i; j++)
              self->tokens[j].flags |= LUEUR_TOKEN_DENIED;
          ne = 0;
          continue;
        }
      if (scope)
        {
          t->flags |= LUEUR_TOKEN_DENIED;
          scope--;
        }
    }
}

/**
 * lueur_scan_text:
 * @self: (out caller-allocates): where to put the tokens
 * @text: any bytes
 * @length: how many
 *
 * Cuts a sentence into tokens. Any bytes are safe: what is not UTF-8 separates words. Reads at most
 * LUEUR_SCAN_READ bytes and makes at most LUEUR_SCAN_TOKENS tokens.
 */
void
lueur_scan_text (LueurScan *self, const char *text, size_t length)
{
  const unsigned char *s = (const unsigned char *) text;
  Word word = { 0 };
  size_t i = 0;

  self->n_tokens = self->n_words = self->n_loud = self->n_letters = self->n_strangers = self->used = 0;
  if (length > LUEUR_SCAN_READ)
    length = LUEUR_SCAN_READ;

  while (i < length && self->n_tokens < LUEUR_SCAN_TOKENS)
    {
      unsigned char before = i ? s[i - 1] : 0;
      size_t size, n;
      int32_t c;
      char buffer[2] = { 0 };
      const char *folded;
      LueurSign sign;

      if (!word.length)
        {
          if ((s[i] == 'h' || s[i] == 'H' || s[i] == 'w' || s[i] == 'W')
              && (starts_with (s + i, length - i, "http://") || starts_with (s + i, length - i, "https://")
                  || starts_with (s + i, length - i, "www.")))
            {
              push (self, LUEUR_TOKEN_LINK, "", 0);
              i += until_space (s + i, length - i);
              continue;
            }
          if (s[i] == '@' && i + 1 < length && (s[i + 1] == '_' || lueur_char_fold (s[i + 1], buffer)[0] >= 'a'))
            {
              push (self, LUEUR_TOKEN_LINK, "@", 1);
              i += until_space (s + i, length - i);
              continue;
            }
          if (s[i] == '[' && (n = masked_name (s + i, length - i)))
            {
              push (self, LUEUR_TOKEN_NAME, "", 0);
              i += n;
              continue;
            }
        }
      if (strchr (":;=<>^xXToO-\\(\xC2\xE0", s[i]) && s[i]
          && (sign = lueur_sign_of_emoticon (text + i, length - i, before, &n)) != LUEUR_SIGN_NONE)
        {
          LueurToken *t;
          char name[2] = { 's', (char) ('A' + sign) };

          flush (self, &word);
          if ((t = push (self, LUEUR_TOKEN_SIGN, name, 2)))
            {
              t->sign = (uint8_t) sign;
              t->length = 0;
            }
          i += n;
          continue;
        }

      c = lueur_char_decode (s + i, length - i, &size);
      if (c < 0)
        {
          flush (self, &word);
          i += size;
          continue;
        }
      if (lueur_char_is_invisible ((uint32_t) c))
        {
          i += size;
          continue;
        }
      if (c >= 0x203C && (sign = lueur_sign_of_emoji ((uint32_t) c)) != LUEUR_SIGN_NONE)
        {
          LueurToken *t, *last;

          flush (self, &word);
          last = self->n_tokens ? &self->tokens[self->n_tokens - 1] : NULL;
          /* “😂😂😂” is one sign. */
          if (!(last && last->kind == LUEUR_TOKEN_SIGN && last->hash == lueur_hash_mix ((uint32_t) c, 77)))
            if ((t = push (self, LUEUR_TOKEN_SIGN, "", 0)))
              {
                t->hash = lueur_hash_mix ((uint32_t) c, 77);
                t->sign = (uint8_t) sign;
              }
          i += size;
          continue;
        }
      folded = lueur_char_fold ((uint32_t) c, buffer);
      if (!folded[0])
        {
          flush (self, &word);
          if (lueur_char_is_stranger ((uint32_t) c))
            self->n_strangers++;
          i += size;
          continue;
        }
      i += size;

      if (is_letter (folded[0]) || is_digit (folded[0]))
        {
          self->n_letters += is_letter (folded[0]) != 0;
          for (; *folded; folded++)
            add_letter (&word, *folded, lueur_char_is_upper ((uint32_t) c));
        }
      else if (folded[0] == '\'')
        {
          /* “j’ai” is two words, “don’t” is one. */
          if (word.length && IS_ONE_OF (word.text, word.length, elided))
            flush (self, &word);
          else if (!word.length || i >= length || s[i] <= ' ')
            flush (self, &word);
        }
      else if (folded[0] == '*' && word.length && i < length
               && (lueur_char_fold (s[i], buffer)[0] == '*' || is_letter (lueur_char_fold (s[i], buffer)[0])))
        add_letter (&word, '*', 0); /* f**k */
      else
        {
          flush (self, &word);
          if (strchr (".!?,:;\"()/&%$-+=", folded[0]))
            for (; *folded; folded++)
              push_mark (self, *folded);
        }
    }
  flush (self, &word);
  lueur_idioms_replace (self);
  deny (self);
}
