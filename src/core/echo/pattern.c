/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/echo/pattern.h"

#include <string.h>

#include "core/echo/content.h"

typedef enum
{
  TOKEN_WORDS, /* one of the alternatives */
  TOKEN_GAP,
  TOKEN_ANY,
  TOKEN_START,
  TOKEN_END,
} TokenKind;

typedef struct
{
  TokenKind kind;
  gboolean optional;
  gboolean or_end;  /* the end of the clause does as well */
  guint first_word; /* into the matcher's words */
  guint n_words;
} Token;

typedef struct
{
  guint key;
  guint first_token;
  guint n_tokens;
} Compiled;

typedef struct
{
  const char *word;
  gsize prefix; /* length to compare where only the beginning counts, else 0 */
} Alternative;

struct _LueurEchoMatcher
{
  GPtrArray *texts;     /* copies of the tables, cut into words in place */
  GArray *alternatives; /* of Alternative */
  GArray *tokens;       /* of Token */
  GArray *patterns;     /* of Compiled */
  GHashTable *by_word;  /* first word -> GArray of pattern numbers */
  GArray *loose;        /* patterns whose first word is only a beginning */
};

#define MAX_GAP 3

/* @text up to @length: alternatives between bars. Cut in place, each ended where its bar was: a set is compiled
 * whenever an engine is made, and there are thousands of them. */
static void
compile_words (LueurEchoMatcher *self, char *text, gsize length, Token *token)
{
  char *end = text + length;

  token->kind = TOKEN_WORDS;
  token->first_word = self->alternatives->len;
  while (text < end)
    {
      char *bar = memchr (text, '|', (gsize) (end - text));
      gsize size = (gsize) ((bar != NULL ? bar : end) - text);
      Alternative alternative = { NULL, 0 };

      if (size == 1 && *text == '?')
        token->optional = TRUE;
      else if (size == 1 && *text == '$')
        token->or_end = TRUE;
      else if (size > 0)
        {
          if (size > 1 && text[size - 1] == '~')
            alternative.prefix = --size;
          text[size] = '\0';
          alternative.word = text;
          g_array_append_val (self->alternatives, alternative);
        }
      text = bar != NULL ? bar + 1 : end;
    }
  token->n_words = self->alternatives->len - token->first_word;
}

static void
index_token (LueurEchoMatcher *self, const Token *token, guint number)
{
  for (guint i = 0; i < token->n_words; i++)
    {
      const Alternative *alternative = &g_array_index (self->alternatives, Alternative, token->first_word + i);
      GArray *list;

      if (alternative->prefix > 0)
        {
          g_array_append_val (self->loose, number);
          continue;
        }
      list = g_hash_table_lookup (self->by_word, alternative->word);
      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (self->by_word, (gpointer) alternative->word, list);
        }
      g_array_append_val (list, number);
    }
}

static void
index_pattern (LueurEchoMatcher *self, guint number)
{
  const Compiled *pattern = &g_array_index (self->patterns, Compiled, number);
  const Token *token = &g_array_index (self->tokens, Token, pattern->first_token);

  /* Looked up by its first word, or, where that may be missing, by the second as well. */
  for (guint t = 0; t < pattern->n_tokens; t++)
    {
      /* A gap may be empty. */
      if (token[t].kind == TOKEN_START || token[t].kind == TOKEN_GAP)
        continue;
      g_assert (token[t].kind == TOKEN_WORDS);
      index_token (self, &token[t], number);
      if (!token[t].optional)
        return;
    }
  g_assert_not_reached ();
}

static void
compile (LueurEchoMatcher *self, guint key, char *line, gsize length)
{
  Compiled pattern = { key, self->tokens->len, 0 };
  char *end = line + length;

  while (line < end)
    {
      char *space = memchr (line, ' ', (gsize) (end - line));
      gsize size = (gsize) ((space != NULL ? space : end) - line);
      Token token = { 0 };

      if (size == 1 && *line == '*')
        token.kind = TOKEN_GAP;
      else if (size == 1 && *line == '+')
        token.kind = TOKEN_ANY;
      else if (size == 1 && *line == '^')
        token.kind = TOKEN_START;
      else if (size == 1 && *line == '$')
        token.kind = TOKEN_END;
      else if (size > 0)
        {
          token.optional = *line == '?';
          compile_words (self, line + (token.optional ? 1 : 0), size - (token.optional ? 1 : 0), &token);
        }
      if (size > 0)
        g_array_append_val (self->tokens, token);
      line = space != NULL ? space + 1 : end;
    }
  pattern.n_tokens = self->tokens->len - pattern.first_token;
  if (pattern.n_tokens == 0)
    return;
  g_array_append_val (self->patterns, pattern);
  index_pattern (self, self->patterns->len - 1);
}

LueurEchoMatcher *
lueur_echo_matcher_new (const LueurEchoPattern *const *tables)
{
  LueurEchoMatcher *self = g_new0 (LueurEchoMatcher, 1);

  self->texts = g_ptr_array_new_with_free_func (g_free);
  /* About as many as there are, so that they need not be moved while they grow. */
  self->alternatives = g_array_sized_new (FALSE, FALSE, sizeof (Alternative), 16384);
  self->tokens = g_array_sized_new (FALSE, FALSE, sizeof (Token), 8192);
  self->patterns = g_array_sized_new (FALSE, FALSE, sizeof (Compiled), 4096);
  self->by_word = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  self->loose = g_array_new (FALSE, FALSE, sizeof (guint));

  for (; *tables != NULL; tables++)
    for (const LueurEchoPattern *p = *tables; p->text != NULL; p++)
      {
        char *line = g_strdup (p->text);

        g_ptr_array_add (self->texts, line);
        while (*line != '\0')
          {
            gsize length = strcspn (line, "\n");
            gboolean more = line[length] == '\n';

            compile (self, p->key, line, length);
            line += length + (more ? 1 : 0);
            if (!more)
              break;
          }
      }
  return self;
}

void
lueur_echo_matcher_free (LueurEchoMatcher *self)
{
  g_hash_table_unref (self->by_word);
  g_array_unref (self->loose);
  g_array_unref (self->patterns);
  g_array_unref (self->tokens);
  g_array_unref (self->alternatives);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

static gboolean
word_fits (const LueurEchoMatcher *self, const Token *token, const char *word)
{
  for (guint i = 0; i < token->n_words; i++)
    {
      const Alternative *alternative = &g_array_index (self->alternatives, Alternative, token->first_word + i);

      if (alternative->prefix > 0 ? strncmp (word, alternative->word, alternative->prefix) == 0
                                  : strcmp (word, alternative->word) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What a gap may not pass over where somebody tells something: “a nice day” is none when it was not. */
static gboolean
denies (const LueurEchoWord *word)
{
  static const char *const denials[] = { "pas", "jamais", "aucun", "aucune", "not", "never", "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "wont" };

  for (guint i = 0; word != NULL && i < G_N_ELEMENTS (denials); i++)
    if (strcmp (word->fold, denials[i]) == 0)
      return TRUE;
  return FALSE;
}

/* @told: a feeling or an event. Returns: one past the last word that is matched, or -1. */
static int
match (const LueurEchoMatcher *self, const Token *token, const Token *end, const LueurEchoText *text, guint at, guint sentence,
       gboolean told)
{
  const LueurEchoWord *word;

  if (token == end)
    return (int) at;

  word = lueur_echo_text_word (text, at);
  if (word != NULL && word->sentence != sentence)
    word = NULL;
  switch (token->kind)
    {
    case TOKEN_START:
      return word != NULL && word->clause_start ? match (self, token + 1, end, text, at, sentence, told) : -1;
    case TOKEN_END:
      if (at > 0 && lueur_echo_text_word (text, at - 1)->clause_end)
        return match (self, token + 1, end, text, at, sentence, told);
      return -1;
    case TOKEN_ANY:
      return word != NULL ? match (self, token + 1, end, text, at + 1, sentence, told) : -1;
    case TOKEN_GAP:
      for (guint skip = 0; skip <= MAX_GAP; skip++)
        {
          int found = match (self, token + 1, end, text, at + skip, sentence, told);

          if (found >= 0)
            return found;
          if (told && denies (lueur_echo_text_word (text, at + skip)))
            return -1;
        }
      return -1;
    case TOKEN_WORDS:
    default:
      if (word != NULL && word_fits (self, token, word->fold))
        {
          int found = match (self, token + 1, end, text, at + 1, sentence, told);

          if (found >= 0)
            return found;
        }
      if (token->or_end && at > 0 && lueur_echo_text_word (text, at - 1)->clause_end)
        return match (self, token + 1, end, text, at, sentence, told);
      return token->optional ? match (self, token + 1, end, text, at, sentence, told) : -1;
    }
}

static void
try_pattern (const LueurEchoMatcher *self, guint number, const LueurEchoText *text, guint at, GArray *hits)
{
  const Compiled *pattern = &g_array_index (self->patterns, Compiled, number);
  const Token *first = &g_array_index (self->tokens, Token, pattern->first_token);
  LueurEchoKind kind = ECHO_KEY_KIND (pattern->key);
  int end = match (self, first, first + pattern->n_tokens, text, at, lueur_echo_text_word (text, at)->sentence,
                   kind == ECHO_KIND_FEELING || kind == ECHO_KIND_EVENT);

  if (end > (int) at)
    {
      LueurEchoHit hit = { pattern->key, at, (guint) end - 1 };

      g_array_append_val (hits, hit);
    }
}

void
lueur_echo_matcher_run (const LueurEchoMatcher *self, const LueurEchoText *text, GArray *hits)
{
  for (guint at = 0; at < text->words->len; at++)
    {
      GArray *list = g_hash_table_lookup (self->by_word, lueur_echo_text_word (text, at)->fold);

      for (guint i = 0; list != NULL && i < list->len; i++)
        try_pattern (self, g_array_index (list, guint, i), text, at, hits);
      for (guint i = 0; i < self->loose->len; i++)
        {
          guint number = g_array_index (self->loose, guint, i);

          try_pattern (self, number, text, at, hits);
        }
    }
}
