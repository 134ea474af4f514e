/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/emotion/names.h"

#include <string.h>

/* First names that are also words with a feeling. They are names when they are written like names, and
 * not where every sentence begins with a capital letter. */
static const char *const telling[] = {
  "joy",   "grace",  "hope",   "faith",   "angel",   "bliss",    "felicity",  "charity",   "mercy",   "honor",
  "sunny", "happy",  "merry",  "melody",  "patience", "prudence", "constance", "clemence", "victoire", "felicite",
  "aime",  "aimee",  "desire", "desiree", "amour",   "ange",     "placide",   "juste",     "clement", "dolores",
  "gay",   "blaise", "noel",   "modeste", "fortune", "serenity", "harmony",   "trinity",   "charm",   "love",
};

static gboolean
is_telling (const char *word, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (telling); i++)
    if (strlen (telling[i]) == length && memcmp (telling[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_given (const char *word, gsize length, const char *const *names)
{
  for (; names && *names; names++)
    {
      LueurScan name;

      /* A name is folded like any text: “Chloé” is “chloe”. */
      lueur_scan_text (&name, *names, strlen (*names));
      for (guint i = 0; i < name.n_tokens; i++)
        if (name.tokens[i].kind == LUEUR_TOKEN_WORD && name.tokens[i].length == length && length >= 2
            && memcmp (name.text + name.tokens[i].start, word, length) == 0)
          return TRUE;
    }
  return FALSE;
}

/**
 * lueur_names_mask:
 * @scan: a sentence
 * @names: (nullable) (array zero-terminated=1): names that the caller knows
 *
 * Makes people’s names what the training knows as names: “Grace” calls for no gratitude.
 */
void
lueur_names_mask (LueurScan *scan, const char *const *names)
{
  for (guint i = 0; i < scan->n_tokens; i++)
    {
      LueurToken *t = &scan->tokens[i];
      const char *word = scan->text + t->start;
      gboolean first, addressed;

      if (t->kind != LUEUR_TOKEN_WORD || !(t->flags & (LUEUR_TOKEN_TITLE | LUEUR_TOKEN_LOUD)))
        continue;
      first = i == 0 || (scan->tokens[i - 1].kind == LUEUR_TOKEN_MARK && strchr (".!?\"", scan->text[scan->tokens[i - 1].start]));
      addressed = i + 1 < scan->n_tokens && scan->tokens[i + 1].kind == LUEUR_TOKEN_MARK
                  && scan->text[scan->tokens[i + 1].start] == ',';
      if (is_given (word, t->length, names)
          || (t->flags & LUEUR_TOKEN_TITLE && is_telling (word, t->length) && (!first || addressed)))
        {
          t->kind = LUEUR_TOKEN_NAME;
          t->length = 0;
          t->flags = 0;
          t->hash = lueur_hash_mix (lueur_hash_bytes ("", 0), LUEUR_TOKEN_NAME);
          scan->n_words--;
        }
    }
}
