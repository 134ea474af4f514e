/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/emotion/tag-name.h"

#include <string.h>

#include "core/emotion/scan.h"

/* What people and models call the labels beside their own names, folded, in English and French. A gesture
 * is a tag wherever it stands in round brackets; another word only where a sentence could begin. */
static const struct
{
  LueurEmotion label;
  const char *gestures;
  const char *words;
} names[] = {
  { LUEUR_EMOTION_JOY, "smile smiles smiling grin grins grinning beaming sourire sourit souriant",
    "joyful happy happiness cheerful glad joie joyeux joyeuse heureux heureuse bonheur" },
  { LUEUR_EMOTION_AMUSEMENT,
    "laugh laughs laughing laughter giggle giggles chuckle chuckles wink winks smirk rire rires rit clin rigole",
    "amused playful teasing amuse amusee" },
  { LUEUR_EMOTION_SADNESS, "cry cries crying tears sob sobs weeps pleure pleurs larmes sanglote",
    "sad tristesse triste unhappy" },
  { LUEUR_EMOTION_GRIEF, "", "mourning deuil chagrin" },
  { LUEUR_EMOTION_ANGER, "glare glares growl growls", "angry mad furious rage colere fache fachee furieux furieuse" },
  { LUEUR_EMOTION_ANNOYANCE, "eyeroll huff huffs", "annoyed irritated agace agacee agacement" },
  { LUEUR_EMOTION_FEAR, "trembles shivers tremble", "scared afraid fearful terrified peur effraye effrayee apeure apeuree" },
  { LUEUR_EMOTION_NERVOUSNESS, "gulp gulps", "nervous anxious worried worry nervosite nerveux nerveuse inquiet inquiete" },
  { LUEUR_EMOTION_SURPRISE, "gasp gasps sursaute", "surprised shocked shock amazed astonished surpris etonne etonnee" },
  { LUEUR_EMOTION_CURIOSITY, "", "curious interested thinking curiosite curieux curieuse" },
  { LUEUR_EMOTION_CONFUSION, "shrug shrugs", "confused puzzled perplexe perplexite" },
  { LUEUR_EMOTION_EMBARRASSMENT, "blush blushes blushing rougit rougis",
    "embarrassed shy ashamed gene genee timide honte" },
  { LUEUR_EMOTION_EXCITEMENT, "squeal squeals", "excited enthusiastic excitation excite excitee enthousiaste" },
  { LUEUR_EMOTION_LOVE, "kiss kisses heart bisou coeur", "loving affection affectionate tender amour tendresse tendre" },
  { LUEUR_EMOTION_CARING, "hug hugs calin caline",
    "care concern concerned compassion compassionate empathy empathetic gentle comforting bienveillance bienveillant" },
  { LUEUR_EMOTION_GRATITUDE, "", "grateful thankful reconnaissance reconnaissant reconnaissante" },
  { LUEUR_EMOTION_PRIDE, "", "proud fierte fier fiere" },
  { LUEUR_EMOTION_RELIEF, "", "relieved soulagement soulage soulagee" },
  { LUEUR_EMOTION_REMORSE, "", "remorseful guilty guilt regret apologetic remords desole desolee" },
  { LUEUR_EMOTION_DISGUST, "gag gags", "disgusted degout degoute degoutee" },
  { LUEUR_EMOTION_DISAPPOINTMENT, "sigh sighs pout pouts soupir soupire", "disappointed deception decu decue" },
  { LUEUR_EMOTION_ADMIRATION, "claps applause applaudit", "admiring impressed admiratif admirative" },
  { LUEUR_EMOTION_APPROVAL, "nod nods acquiesce", "approving agree" },
  { LUEUR_EMOTION_DISAPPROVAL, "frown frowns", "disapproving" },
  { LUEUR_EMOTION_OPTIMISM, "", "hopeful optimistic espoir optimiste optimisme" },
  { LUEUR_EMOTION_DESIRE, "", "longing desir envie" },
  { LUEUR_EMOTION_NEUTRAL, "", "calm relaxed neutre calme" },
};

/* “[emotion: joy]” */
static const char prefixes[] = "emotion emotions expression mood feeling face act action emote humeur visage name";
/* Commands between “<|” and “|>” that are for the face alone. */
static const char *const commands[] = { "ACT", "EMOTE", "EMOTION", "EXPRESSION", "MOOD", "DELAY" };

static gboolean
is_in (const char *list, const char *word, gsize length)
{
  for (gsize n; *list != '\0'; list += n + (list[n] == ' '))
    {
      n = strcspn (list, " ");
      if (n == length && memcmp (list, word, n) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
find (const char *word, gsize length, LueurEmotion *label, gboolean *gesture)
{
  *gesture = FALSE;
  if (lueur_emotion_from_name (word, (gssize) length, label))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      *gesture = is_in (names[i].gestures, word, length);
      if (*gesture || is_in (names[i].words, word, length))
        {
          *label = names[i].label;
          return TRUE;
        }
    }
  return FALSE;
}

/* “0.7”, “70” and “70%” are seven tenths; what is no such number is everything. */
static float
read_strength (const char *inner, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (inner[i]))
      {
        char digits[12] = { 0 };
        double value;

        memcpy (digits, inner + i, MIN (length - i, sizeof digits - 1));
        value = g_ascii_strtod (digits, NULL);
        if (value > 1)
          value /= value <= 10 ? 10 : 100;
        return (float) CLAMP (value, 0.1, 1.0);
      }
  return 1;
}

/* The one name among the words; FALSE when there is none, or when @strict and anything else stands there. */
static gboolean
read_words (const char *inner, gsize length, gboolean strict, LueurEmotion *label, float *strength, gboolean *gesture)
{
  LueurScan scan;
  gboolean found = FALSE;

  lueur_scan_text (&scan, inner, length);
  for (guint i = 0; i < scan.n_tokens; i++)
    {
      const LueurToken *t = &scan.tokens[i];
      const char *word = scan.text + t->start;
      LueurEmotion one;
      gboolean is_gesture;

      if (t->kind != LUEUR_TOKEN_WORD)
        continue;
      if (!found && find (word, t->length, &one, &is_gesture))
        {
          *label = one;
          *gesture = is_gesture;
          found = TRUE;
        }
      else if (strict && !(i == 0 && is_in (prefixes, word, t->length)))
        return FALSE;
    }
  *strength = read_strength (inner, length);
  return found;
}

gboolean
lueur_tag_name_read_square (const char *inner, gsize length, LueurEmotion *label, float *strength)
{
  gboolean gesture;

  return read_words (inner, length, TRUE, label, strength, &gesture);
}

/* @alone: it stands where a sentence could begin. */
gboolean
lueur_tag_name_read_round (const char *inner, gsize length, gboolean alone, LueurEmotion *label, float *strength)
{
  gboolean gesture;

  return read_words (inner, length, TRUE, label, strength, &gesture) && (gesture || alone);
}

gboolean
lueur_tag_name_read_act (const char *inner, gsize length, LueurEmotion *label, float *strength)
{
  gboolean gesture;

  return read_words (inner, length, FALSE, label, strength, &gesture);
}

gboolean
lueur_tag_name_may_be_act (const char *inner, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      gsize n = strlen (commands[i]);

      if (g_ascii_strncasecmp (inner, commands[i], MIN (n, length)) == 0
          && (length <= n || !g_ascii_isalnum (inner[n])))
        return TRUE;
    }
  return FALSE;
}
