/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/emotion/action.h"

#include <string.h>

#include "core/emotion/signs.h"

typedef struct
{
  const char *stems; /* beginnings of words, folded; all must occur, in any order; “=” before a whole word */
  LueurEmotion label;
  float strength; /* in [0, 1] */
} Action;

/* What people write between asterisks, in English and French. Entries of two stems stand before those of
 * one, and the first that fits counts: “smiles sadly” is no joy. */
static const Action actions[] = {
  /* Two stems. */
  { "smil sad", LUEUR_EMOTION_SADNESS, 0.8f },
  { "smil weak", LUEUR_EMOTION_SADNESS, 0.5f },
  { "smil nervous", LUEUR_EMOTION_NERVOUSNESS, 0.8f },
  { "smil shy", LUEUR_EMOTION_EMBARRASSMENT, 0.7f },
  { "smil sheepish", LUEUR_EMOTION_EMBARRASSMENT, 0.8f },
  { "smil proud", LUEUR_EMOTION_PRIDE, 0.9f },
  { "smil mischie", LUEUR_EMOTION_AMUSEMENT, 0.8f },
  { "smil gratef", LUEUR_EMOTION_GRATITUDE, 0.8f },
  { "smil reassur", LUEUR_EMOTION_CARING, 0.8f },
  { "smil warm", LUEUR_EMOTION_JOY, 0.8f },
  { "smil fond", LUEUR_EMOTION_LOVE, 0.7f },
  { "sour triste", LUEUR_EMOTION_SADNESS, 0.8f },
  { "sour faible", LUEUR_EMOTION_SADNESS, 0.5f },
  { "sour nerveu", LUEUR_EMOTION_NERVOUSNESS, 0.8f },
  { "sour timid", LUEUR_EMOTION_EMBARRASSMENT, 0.7f },
  { "sour gene", LUEUR_EMOTION_EMBARRASSMENT, 0.8f },
  { "sour fier", LUEUR_EMOTION_PRIDE, 0.9f },
  { "sour coin", LUEUR_EMOTION_AMUSEMENT, 0.7f },
  { "sour malic", LUEUR_EMOTION_AMUSEMENT, 0.8f },
  { "sour rassur", LUEUR_EMOTION_CARING, 0.8f },
  { "sour tendre", LUEUR_EMOTION_LOVE, 0.7f },
  { "laugh nervous", LUEUR_EMOTION_NERVOUSNESS, 0.8f },
  { "laugh bitter", LUEUR_EMOTION_DISAPPOINTMENT, 0.7f },
  { "=rit nerveu", LUEUR_EMOTION_NERVOUSNESS, 0.8f },
  { "=rire nerveu", LUEUR_EMOTION_NERVOUSNESS, 0.8f },
  { "=rit jaune", LUEUR_EMOTION_DISAPPOINTMENT, 0.7f },
  { "sigh relie", LUEUR_EMOTION_RELIEF, 1.0f },
  { "sigh content", LUEUR_EMOTION_JOY, 0.6f },
  { "sigh happ", LUEUR_EMOTION_JOY, 0.7f },
  { "sigh dream", LUEUR_EMOTION_DESIRE, 0.8f },
  { "sigh sad", LUEUR_EMOTION_SADNESS, 0.8f },
  { "soupir soulag", LUEUR_EMOTION_RELIEF, 1.0f },
  { "soupir aise", LUEUR_EMOTION_JOY, 0.6f },
  { "soupir reveu", LUEUR_EMOTION_DESIRE, 0.8f },
  { "soupir triste", LUEUR_EMOTION_SADNESS, 0.8f },
  { "breath relie", LUEUR_EMOTION_RELIEF, 0.9f },
  { "exhal relie", LUEUR_EMOTION_RELIEF, 0.9f },
  { "tears joy", LUEUR_EMOTION_JOY, 1.0f },
  { "tears laugh", LUEUR_EMOTION_AMUSEMENT, 1.0f },
  { "cr laugh", LUEUR_EMOTION_AMUSEMENT, 0.9f },
  { "larmes joie", LUEUR_EMOTION_JOY, 1.0f },
  { "pleur joie", LUEUR_EMOTION_JOY, 1.0f },
  { "pleur rire", LUEUR_EMOTION_AMUSEMENT, 1.0f },
  { "jump surpris", LUEUR_EMOTION_SURPRISE, 0.9f },
  { "jump joy", LUEUR_EMOTION_EXCITEMENT, 1.0f },
  { "jump excit", LUEUR_EMOTION_EXCITEMENT, 1.0f },
  { "jump up", LUEUR_EMOTION_EXCITEMENT, 0.9f },
  { "saut joie", LUEUR_EMOTION_EXCITEMENT, 1.0f },
  { "saut place", LUEUR_EMOTION_EXCITEMENT, 0.9f },
  { "shak head", LUEUR_EMOTION_DISAPPROVAL, 0.7f },
  { "shak fear", LUEUR_EMOTION_FEAR, 1.0f },
  { "shak rage", LUEUR_EMOTION_ANGER, 1.0f },
  { "trembl rage", LUEUR_EMOTION_ANGER, 1.0f },
  { "trembl col", LUEUR_EMOTION_ANGER, 1.0f },
  { "secou tete", LUEUR_EMOTION_DISAPPROVAL, 0.7f },
  { "hoch tete", LUEUR_EMOTION_APPROVAL, 0.7f },
  { "roll eyes", LUEUR_EMOTION_ANNOYANCE, 0.9f },
  { "lev yeux", LUEUR_EMOTION_ANNOYANCE, 0.8f },
  { "roul yeux", LUEUR_EMOTION_ANNOYANCE, 0.8f },
  { "eyes widen", LUEUR_EMOTION_SURPRISE, 0.8f },
  { "eyes sparkl", LUEUR_EMOTION_EXCITEMENT, 0.7f },
  { "ecarquil yeux", LUEUR_EMOTION_SURPRISE, 0.8f },
  { "ouvr grands yeux", LUEUR_EMOTION_SURPRISE, 0.8f },
  { "rais eyebrow", LUEUR_EMOTION_CURIOSITY, 0.6f },
  { "hauss sourcil", LUEUR_EMOTION_SURPRISE, 0.6f },
  { "fronc sourcil", LUEUR_EMOTION_CONFUSION, 0.5f },
  { "tilt head", LUEUR_EMOTION_CURIOSITY, 0.6f },
  { "pench tete", LUEUR_EMOTION_CURIOSITY, 0.6f },
  { "scratch head", LUEUR_EMOTION_CONFUSION, 0.8f },
  { "grat tete", LUEUR_EMOTION_CONFUSION, 0.8f },
  { "lean in", LUEUR_EMOTION_CURIOSITY, 0.6f },
  { "bit lip", LUEUR_EMOTION_NERVOUSNESS, 0.7f },
  { "bit nails", LUEUR_EMOTION_NERVOUSNESS, 0.9f },
  { "mord levre", LUEUR_EMOTION_NERVOUSNESS, 0.7f },
  { "rong ongles", LUEUR_EMOTION_NERVOUSNESS, 0.9f },
  { "cent pas", LUEUR_EMOTION_NERVOUSNESS, 0.8f },
  { "clench fist", LUEUR_EMOTION_ANGER, 0.8f },
  { "serr poing", LUEUR_EMOTION_ANGER, 0.8f },
  { "serr bras", LUEUR_EMOTION_CARING, 0.9f },
  { "prend bras", LUEUR_EMOTION_CARING, 0.9f },
  { "serr dents", LUEUR_EMOTION_ANGER, 0.7f },
  { "grit teeth", LUEUR_EMOTION_ANGER, 0.7f },
  { "slam door", LUEUR_EMOTION_ANGER, 0.9f },
  { "claqu porte", LUEUR_EMOTION_ANGER, 0.9f },
  { "cross arms", LUEUR_EMOTION_DISAPPROVAL, 0.7f },
  { "crois bras", LUEUR_EMOTION_DISAPPROVAL, 0.7f },
  { "hid face", LUEUR_EMOTION_EMBARRASSMENT, 0.8f },
  { "cach visage", LUEUR_EMOTION_EMBARRASSMENT, 0.8f },
  { "turn red", LUEUR_EMOTION_EMBARRASSMENT, 0.9f },
  { "look down", LUEUR_EMOTION_SADNESS, 0.4f },
  { "baiss yeux", LUEUR_EMOTION_SADNESS, 0.4f },
  { "baiss tete", LUEUR_EMOTION_SADNESS, 0.5f },
  { "hold hand", LUEUR_EMOTION_CARING, 0.8f },
  { "squeez hand", LUEUR_EMOTION_CARING, 0.9f },
  { "tak hand", LUEUR_EMOTION_CARING, 0.7f },
  { "prend main", LUEUR_EMOTION_CARING, 0.8f },
  { "tien main", LUEUR_EMOTION_CARING, 0.8f },
  { "thumbs up", LUEUR_EMOTION_APPROVAL, 0.9f },
  { "lev pouce", LUEUR_EMOTION_APPROVAL, 0.9f },
  { "clap hands", LUEUR_EMOTION_EXCITEMENT, 0.7f },
  { "tap mains", LUEUR_EMOTION_EXCITEMENT, 0.7f },
  { "bat mains", LUEUR_EMOTION_EXCITEMENT, 0.8f },
  { "eclat rir", LUEUR_EMOTION_AMUSEMENT, 1.0f },
  { "eclat sanglot", LUEUR_EMOTION_SADNESS, 1.0f },
  { "fond larmes", LUEUR_EMOTION_SADNESS, 1.0f },
  { "burst laugh", LUEUR_EMOTION_AMUSEMENT, 1.0f },
  { "burst tears", LUEUR_EMOTION_SADNESS, 1.0f },
  { "tears up", LUEUR_EMOTION_SADNESS, 0.8f },
  { "back away", LUEUR_EMOTION_FEAR, 0.7f },
  { "step back", LUEUR_EMOTION_FEAR, 0.4f },
  { "bouche bee", LUEUR_EMOTION_SURPRISE, 0.9f },
  { "jaw drop", LUEUR_EMOTION_SURPRISE, 0.9f },
  { "wrinkl nose", LUEUR_EMOTION_DISGUST, 0.8f },
  { "bouch nez", LUEUR_EMOTION_DISGUST, 0.9f },
  { "clin oeil", LUEUR_EMOTION_AMUSEMENT, 0.7f },
  /* One stem, English. */
  { "smil", LUEUR_EMOTION_JOY, 0.7f },
  { "grin", LUEUR_EMOTION_JOY, 0.8f },
  { "beam", LUEUR_EMOTION_JOY, 0.9f },
  { "giggl", LUEUR_EMOTION_AMUSEMENT, 0.9f },
  { "chuckl", LUEUR_EMOTION_AMUSEMENT, 0.8f },
  { "laugh", LUEUR_EMOTION_AMUSEMENT, 1.0f },
  { "snicker", LUEUR_EMOTION_AMUSEMENT, 0.8f },
  { "smirk", LUEUR_EMOTION_AMUSEMENT, 0.6f },
  { "wink", LUEUR_EMOTION_AMUSEMENT, 0.7f },
  { "teas", LUEUR_EMOTION_AMUSEMENT, 0.6f },
  { "blush", LUEUR_EMOTION_EMBARRASSMENT, 0.9f },
  { "fluster", LUEUR_EMOTION_EMBARRASSMENT, 0.8f },
  { "facepalm", LUEUR_EMOTION_EMBARRASSMENT, 0.6f },
  { "=cry", LUEUR_EMOTION_SADNESS, 0.9f },
  { "=cries", LUEUR_EMOTION_SADNESS, 0.9f },
  { "crying", LUEUR_EMOTION_SADNESS, 0.9f },
  { "sob", LUEUR_EMOTION_SADNESS, 1.0f },
  { "weep", LUEUR_EMOTION_SADNESS, 1.0f },
  { "sniff", LUEUR_EMOTION_SADNESS, 0.7f },
  { "pout", LUEUR_EMOTION_DISAPPOINTMENT, 0.7f },
  { "sulk", LUEUR_EMOTION_DISAPPOINTMENT, 0.7f },
  { "sigh", LUEUR_EMOTION_DISAPPOINTMENT, 0.5f },
  { "groan", LUEUR_EMOTION_ANNOYANCE, 0.8f },
  { "huff", LUEUR_EMOTION_ANNOYANCE, 0.8f },
  { "scoff", LUEUR_EMOTION_ANNOYANCE, 0.7f },
  { "frown", LUEUR_EMOTION_DISAPPROVAL, 0.6f },
  { "glare", LUEUR_EMOTION_ANGER, 0.8f },
  { "scowl", LUEUR_EMOTION_ANGER, 0.7f },
  { "growl", LUEUR_EMOTION_ANGER, 0.8f },
  { "snarl", LUEUR_EMOTION_ANGER, 0.9f },
  { "gasp", LUEUR_EMOTION_SURPRISE, 0.9f },
  { "startl", LUEUR_EMOTION_SURPRISE, 0.8f },
  { "gape", LUEUR_EMOTION_SURPRISE, 0.8f },
  { "flinch", LUEUR_EMOTION_FEAR, 0.7f },
  { "trembl", LUEUR_EMOTION_FEAR, 0.8f },
  { "shiver", LUEUR_EMOTION_FEAR, 0.6f },
  { "cower", LUEUR_EMOTION_FEAR, 0.9f },
  { "whimper", LUEUR_EMOTION_FEAR, 0.7f },
  { "gulp", LUEUR_EMOTION_NERVOUSNESS, 0.7f },
  { "fidget", LUEUR_EMOTION_NERVOUSNESS, 0.9f },
  { "pacing", LUEUR_EMOTION_NERVOUSNESS, 0.7f },
  { "nod", LUEUR_EMOTION_APPROVAL, 0.6f },
  { "hug", LUEUR_EMOTION_CARING, 0.9f },
  { "comfort", LUEUR_EMOTION_CARING, 0.8f },
  { "caress", LUEUR_EMOTION_LOVE, 0.8f },
  { "cuddl", LUEUR_EMOTION_LOVE, 0.8f },
  { "snuggl", LUEUR_EMOTION_LOVE, 0.8f },
  { "nuzzl", LUEUR_EMOTION_LOVE, 0.8f },
  { "kiss", LUEUR_EMOTION_LOVE, 0.9f },
  { "bounc", LUEUR_EMOTION_EXCITEMENT, 0.9f },
  { "squeal", LUEUR_EMOTION_EXCITEMENT, 0.9f },
  { "cheer", LUEUR_EMOTION_JOY, 0.9f },
  { "twirl", LUEUR_EMOTION_JOY, 0.7f },
  { "applaud", LUEUR_EMOTION_ADMIRATION, 0.8f },
  { "clap", LUEUR_EMOTION_ADMIRATION, 0.7f },
  { "grimac", LUEUR_EMOTION_DISGUST, 0.7f },
  { "gag", LUEUR_EMOTION_DISGUST, 0.9f },
  { "shudder", LUEUR_EMOTION_DISGUST, 0.6f },
  { "shrug", LUEUR_EMOTION_CONFUSION, 0.4f },
  { "ponder", LUEUR_EMOTION_CURIOSITY, 0.4f },
  /* One stem, French. */
  { "souri", LUEUR_EMOTION_JOY, 0.7f },
  { "rayonn", LUEUR_EMOTION_JOY, 0.9f },
  { "=rit", LUEUR_EMOTION_AMUSEMENT, 0.9f },
  { "=rire", LUEUR_EMOTION_AMUSEMENT, 0.9f },
  { "=rires", LUEUR_EMOTION_AMUSEMENT, 0.9f },
  { "rigol", LUEUR_EMOTION_AMUSEMENT, 0.9f },
  { "glouss", LUEUR_EMOTION_AMUSEMENT, 0.9f },
  { "pouff", LUEUR_EMOTION_AMUSEMENT, 0.9f },
  { "rican", LUEUR_EMOTION_AMUSEMENT, 0.7f },
  { "taquin", LUEUR_EMOTION_AMUSEMENT, 0.6f },
  { "rougi", LUEUR_EMOTION_EMBARRASSMENT, 0.9f },
  { "pleur", LUEUR_EMOTION_SADNESS, 0.9f },
  { "sanglot", LUEUR_EMOTION_SADNESS, 1.0f },
  { "larme", LUEUR_EMOTION_SADNESS, 0.8f },
  { "renifl", LUEUR_EMOTION_SADNESS, 0.7f },
  { "boud", LUEUR_EMOTION_DISAPPOINTMENT, 0.7f },
  { "soupir", LUEUR_EMOTION_DISAPPOINTMENT, 0.5f },
  { "souffl", LUEUR_EMOTION_ANNOYANCE, 0.5f },
  { "grogn", LUEUR_EMOTION_ANNOYANCE, 0.8f },
  { "hurl", LUEUR_EMOTION_ANGER, 0.9f },
  { "grond", LUEUR_EMOTION_ANGER, 0.8f },
  { "sursaut", LUEUR_EMOTION_SURPRISE, 0.8f },
  { "frissonn", LUEUR_EMOTION_FEAR, 0.6f },
  { "blotti", LUEUR_EMOTION_LOVE, 0.6f },
  { "acquiesc", LUEUR_EMOTION_APPROVAL, 0.7f },
  { "caliner", LUEUR_EMOTION_CARING, 0.8f },
  { "calin", LUEUR_EMOTION_CARING, 0.8f },
  { "enlac", LUEUR_EMOTION_CARING, 0.8f },
  { "etrein", LUEUR_EMOTION_CARING, 0.8f },
  { "console", LUEUR_EMOTION_CARING, 0.8f },
  { "embrass", LUEUR_EMOTION_LOVE, 0.8f },
  { "bisou", LUEUR_EMOTION_LOVE, 0.8f },
  { "sautil", LUEUR_EMOTION_EXCITEMENT, 0.9f },
  { "trepign", LUEUR_EMOTION_EXCITEMENT, 0.9f },
  { "applaudi", LUEUR_EMOTION_ADMIRATION, 0.8f },
};

/* Whether one of the words begins with the stem, or is the whole word. */
static gboolean
occurs (const LueurScan *scan, const char *stem, gsize length)
{
  gboolean whole = stem[0] == '=';

  if (whole)
    stem++, length--;
  for (guint i = 0; i < scan->n_tokens; i++)
    {
      const LueurToken *t = &scan->tokens[i];

      if (t->kind == LUEUR_TOKEN_WORD && (whole ? t->length == length : t->length >= length)
          && memcmp (scan->text + t->start, stem, length) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * lueur_action_read:
 * @scan: what stands between two asterisks
 * @label: (out): what it says
 * @strength: (out): how clearly, in [0, 1]
 *
 * Returns: whether the gesture is a known one
 */
gboolean
lueur_action_read (const LueurScan *scan, LueurEmotion *label, float *strength)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      const char *stem = actions[i].stems;
      gboolean all = TRUE;

      while (all && *stem)
        {
          gsize n = strcspn (stem, " ");

          all = occurs (scan, stem, n);
          stem += n + (stem[n] == ' ');
        }
      if (all)
        {
          *label = actions[i].label;
          *strength = actions[i].strength;
          return TRUE;
        }
    }
  return FALSE;
}

/* What a sign says that stands alone. */
static const struct
{
  LueurEmotion label;
  float strength;
} signs[LUEUR_N_SIGNS] = {
  [LUEUR_SIGN_SMILE] = { LUEUR_EMOTION_JOY, 0.7f },           [LUEUR_SIGN_GRIN] = { LUEUR_EMOTION_JOY, 0.9f },
  [LUEUR_SIGN_LAUGH] = { LUEUR_EMOTION_AMUSEMENT, 1.0f },     [LUEUR_SIGN_WINK] = { LUEUR_EMOTION_AMUSEMENT, 0.7f },
  [LUEUR_SIGN_TONGUE] = { LUEUR_EMOTION_AMUSEMENT, 0.7f },    [LUEUR_SIGN_LOVE] = { LUEUR_EMOTION_LOVE, 1.0f },
  [LUEUR_SIGN_KISS] = { LUEUR_EMOTION_LOVE, 1.0f },           [LUEUR_SIGN_HUG] = { LUEUR_EMOTION_CARING, 0.9f },
  [LUEUR_SIGN_SAD] = { LUEUR_EMOTION_SADNESS, 0.9f },         [LUEUR_SIGN_CRY] = { LUEUR_EMOTION_SADNESS, 1.0f },
  [LUEUR_SIGN_BROKEN] = { LUEUR_EMOTION_SADNESS, 1.0f },      [LUEUR_SIGN_ANGRY] = { LUEUR_EMOTION_ANGER, 0.9f },
  [LUEUR_SIGN_FEAR] = { LUEUR_EMOTION_FEAR, 0.9f },           [LUEUR_SIGN_SURPRISE] = { LUEUR_EMOTION_SURPRISE, 0.9f },
  [LUEUR_SIGN_THINK] = { LUEUR_EMOTION_CURIOSITY, 0.6f },     [LUEUR_SIGN_ROLL] = { LUEUR_EMOTION_ANNOYANCE, 0.8f },
  [LUEUR_SIGN_SICK] = { LUEUR_EMOTION_DISGUST, 0.9f },        [LUEUR_SIGN_SHY] = { LUEUR_EMOTION_EMBARRASSMENT, 0.8f },
  [LUEUR_SIGN_SWEAT] = { LUEUR_EMOTION_NERVOUSNESS, 0.8f },   [LUEUR_SIGN_PARTY] = { LUEUR_EMOTION_EXCITEMENT, 0.9f },
  [LUEUR_SIGN_CLAP] = { LUEUR_EMOTION_ADMIRATION, 0.8f },     [LUEUR_SIGN_YES] = { LUEUR_EMOTION_APPROVAL, 0.8f },
  [LUEUR_SIGN_NO] = { LUEUR_EMOTION_DISAPPROVAL, 0.8f },      [LUEUR_SIGN_PRAY] = { LUEUR_EMOTION_GRATITUDE, 0.7f },
  [LUEUR_SIGN_STRONG] = { LUEUR_EMOTION_OPTIMISM, 0.7f },     [LUEUR_SIGN_SHRUG] = { LUEUR_EMOTION_CONFUSION, 0.6f },
  [LUEUR_SIGN_FACEPALM] = { LUEUR_EMOTION_ANNOYANCE, 0.6f },  [LUEUR_SIGN_STAR] = { LUEUR_EMOTION_ADMIRATION, 0.8f },
  [LUEUR_SIGN_RELIEF] = { LUEUR_EMOTION_RELIEF, 0.9f },       [LUEUR_SIGN_YUM] = { LUEUR_EMOTION_DESIRE, 0.7f },
};

/**
 * lueur_action_of_signs:
 * @scan: a text
 * @label: (out): what its clearest emoji or emoticon says
 * @strength: (out): how clearly, in [0, 1]
 *
 * Returns: whether @scan has such signs and not a word
 */
gboolean
lueur_action_of_signs (const LueurScan *scan, LueurEmotion *label, float *strength)
{
  *strength = 0;
  for (guint i = 0; i < scan->n_tokens; i++)
    {
      const LueurToken *t = &scan->tokens[i];

      if (t->kind == LUEUR_TOKEN_WORD)
        return FALSE;
      if (t->sign && t->sign < LUEUR_N_SIGNS && signs[t->sign].strength > *strength)
        {
          *label = signs[t->sign].label;
          *strength = signs[t->sign].strength;
        }
    }
  return *strength > 0;
}
