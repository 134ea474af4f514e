/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/emotion/denial.h"

#include <string.h>

#define REACH 3     /* words after “not” */
#define CARRIES 1.2f /* log odds that words must add for a label to be theirs */

/* “Not” that turns round what follows it; “never been so happy” and “can’t believe how happy” do not. */
static const char *const plain_not[] = { "not", "isnt", "arent", "wasnt", "werent", "aint", "pas" };
/* After these, “not” does not deny: “not only sad”. */
static const char *const however[] = { "only", "just", "so", "as", "sure", "that", "because", "seulement", "que", "si", "aussi", "parce" };

static gboolean
is_one_of (const LueurScan *scan, const LueurToken *token, const char *const *list, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (strlen (list[i]) == token->length && memcmp (list[i], scan->text + token->start, token->length) == 0)
      return TRUE;
  return FALSE;
}

/* Marks the words under a plain “not” in @under, and the “not” itself in @nots. */
static gboolean
mark (const LueurScan *scan, gboolean under[LUEUR_SCAN_TOKENS], gboolean nots[LUEUR_SCAN_TOKENS])
{
  gboolean any = FALSE;

  for (guint i = 0; i < scan->n_tokens; i++)
    {
      const LueurToken *t = &scan->tokens[i];

      if (!(t->flags & LUEUR_TOKEN_DENIES) || !is_one_of (scan, t, plain_not, G_N_ELEMENTS (plain_not)))
        continue;
      nots[i] = TRUE;
      for (guint k = i + 1; k <= i + REACH && k < scan->n_tokens; k++)
        {
          const LueurToken *word = &scan->tokens[k];

          if (word->kind != LUEUR_TOKEN_WORD || !(word->flags & LUEUR_TOKEN_DENIED)
              || is_one_of (scan, word, however, G_N_ELEMENTS (however)))
            break;
          under[k] = any = TRUE;
        }
    }
  return any;
}

/* Reads @scan without any “not”, with the words under it or without. */
static void
score (const LueurModel *model, const LueurScan *scan, const gboolean *under, const gboolean *nots, gboolean with,
       float out[LUEUR_MODEL_OUT])
{
  LueurScan some = *scan;
  LueurFeatures features;

  some.n_tokens = 0;
  for (guint i = 0; i < scan->n_tokens; i++)
    if (!nots[i] && (with || !under[i]))
      {
        some.tokens[some.n_tokens] = scan->tokens[i];
        if (under[i])
          some.tokens[some.n_tokens].flags &= (guint8) ~LUEUR_TOKEN_DENIED;
        some.n_tokens++;
      }
  lueur_features_read (&features, &some);
  lueur_model_score_linear (model, &features, out);
}

/**
 * lueur_denial_find:
 * @scan: a sentence
 *
 * Which feelings are named only to be denied: “I am not sad” is not sad, however sad the word is.
 *
 * Returns: a bit for each label (1 << LueurEmotion)
 */
guint32
lueur_denial_find (const LueurModel *model, const LueurScan *scan)
{
  gboolean under[LUEUR_SCAN_TOKENS] = { FALSE }, nots[LUEUR_SCAN_TOKENS] = { FALSE };
  float with[LUEUR_MODEL_OUT], without[LUEUR_MODEL_OUT];
  guint32 denied = 0;

  if (!mark (scan, under, nots))
    return 0;
  score (model, scan, under, nots, TRUE, with);
  score (model, scan, under, nots, FALSE, without);
  for (guint k = 0; k < LUEUR_EMOTION_NEUTRAL; k++)
    if (with[k] > without[k] + CARRIES && without[k] < 0)
      denied |= 1u << k;
  return denied;
}
