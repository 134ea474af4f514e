/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a message is by its shape and its pictures, whatever its words mean. */

#include "core/echo/reading-private.h"

/* A message is long from here on. */
#define LONG_BYTES 700
#define LONG_SENTENCES 8

static const char *const verbs_of_subject[] = { "am", "is", "are", "was", "were", "have", "has", "had", "do", "does", "did", "dont", "doesnt", "didnt", "can", "cant", "feel", "says", "said", "will", "wont", "isnt", "its", "thats", "suis", "est", "ai", "sont", "a", "ont", "ne", "n", "va", "vont", "dit", "fait", "peut", "veut", "faut", "etait", NULL };

static const struct
{
  const char *emoticon;
  LueurEchoFeeling feeling;
} emoticons[] = {
  { ":(", ECHO_FEEL_SAD },    { ":'(", ECHO_FEEL_SAD },  { ":-(", ECHO_FEEL_SAD },  { "😢", ECHO_FEEL_SAD },   { "😭", ECHO_FEEL_SAD },
  { "😔", ECHO_FEEL_SAD },    { "💔", ECHO_FEEL_SAD },   { "😞", ECHO_FEEL_SAD },   { "😡", ECHO_FEEL_ANGRY }, { "🤬", ECHO_FEEL_ANGRY },
  { "😠", ECHO_FEEL_ANGRY },  { "😱", ECHO_FEEL_AFRAID }, { "😨", ECHO_FEEL_AFRAID }, { "😰", ECHO_FEEL_ANXIOUS }, { "😴", ECHO_FEEL_TIRED },
  { "🥱", ECHO_FEEL_TIRED },  { "🤒", ECHO_FEEL_SICK },  { "🤢", ECHO_FEEL_SICK },  { "😳", ECHO_FEEL_ASHAMED }, { ":)", ECHO_FEEL_HAPPY },
  { ":-)", ECHO_FEEL_HAPPY }, { ":D", ECHO_FEEL_HAPPY }, { "😀", ECHO_FEEL_HAPPY }, { "😃", ECHO_FEEL_HAPPY }, { "😄", ECHO_FEEL_HAPPY },
  { "😊", ECHO_FEEL_HAPPY },  { "🙂", ECHO_FEEL_HAPPY }, { "😁", ECHO_FEEL_HAPPY }, { "🥳", ECHO_FEEL_EXCITED }, { "🎉", ECHO_FEEL_EXCITED },
  { "❤", ECHO_FEEL_HAPPY },   { "💕", ECHO_FEEL_HAPPY }, { "💖", ECHO_FEEL_HAPPY }, { "💙", ECHO_FEEL_HAPPY }, { "💜", ECHO_FEEL_HAPPY },
  { "🧡", ECHO_FEEL_HAPPY },  { "💛", ECHO_FEEL_HAPPY }, { "💚", ECHO_FEEL_HAPPY }, { "☺", ECHO_FEEL_HAPPY },  { "😉", ECHO_FEEL_HAPPY },
  { "😎", ECHO_FEEL_HAPPY },  { "😘", ECHO_FEEL_HAPPY }, { "🤗", ECHO_FEEL_HAPPY }, { "✨", ECHO_FEEL_HAPPY }, { "😥", ECHO_FEEL_SAD },
  { "☹", ECHO_FEEL_SAD },     { "🙁", ECHO_FEEL_SAD },   { "😩", ECHO_FEEL_TIRED }, { "😫", ECHO_FEEL_TIRED }, { "😤", ECHO_FEEL_ANGRY },
  { "🤩", ECHO_FEEL_EXCITED }, { "🥰", ECHO_FEEL_IN_LOVE }, { "😍", ECHO_FEEL_IN_LOVE }, { "😮‍💨", ECHO_FEEL_RELIEVED },
};

gboolean
lueur_echo_reading_does_anything (const LueurEchoReading *reading)
{
  for (guint i = 0; i < ECHO_N_INTENTS; i++)
    if (reading->intents[i])
      return TRUE;
  return FALSE;
}

/* Pictures tell a feeling where there are hardly any words; with words, the words tell it: a smile behind a “thank
 * you” is a thank you. */
void
lueur_echo_reading_take_pictures (LueurEchoReading *reading, const LueurEchoText *text)
{
  if (reading->feeling != ECHO_FEEL_NONE || reading->n_words > 2)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (emoticons); i++)
    if (strstr (text->clean, emoticons[i].emoticon) != NULL && !(ECHO_FEEL_IS_GOOD (emoticons[i].feeling) && lueur_echo_reading_does_anything (reading)))
      {
        reading->feeling = emoticons[i].feeling;
        return;
      }
}

/* Pictures that do what a word would. */
static const struct
{
  const char *picture;
  LueurEchoIntent intent;
} signs[] = {
  { "👍", ECHO_INTENT_OKAY },   { "👌", ECHO_INTENT_OKAY },  { "👎", ECHO_INTENT_NO },    { "🙏", ECHO_INTENT_THANKS }, { "😂", ECHO_INTENT_LAUGH },
  { "🤣", ECHO_INTENT_LAUGH },  { "😆", ECHO_INTENT_LAUGH }, { "😹", ECHO_INTENT_LAUGH }, { "🤷", ECHO_INTENT_DUNNO },  { "👋", ECHO_INTENT_GREET },
};

static gboolean
read_sign (LueurEchoReading *reading, const LueurEchoText *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (text->clean, signs[i].picture) != NULL)
      {
        reading->intents[signs[i].intent] = TRUE;
        return TRUE;
      }
  return FALSE;
}

/* “17 x 23”, “12 times 4”, « 3 fois 7 ». */
static gboolean
is_sum (const LueurEchoText *text)
{
  static const char *const operators[] = { "times", "plus", "minus", "x", "divided", "multiplied", "fois", "moins", "divise", "multiplie", NULL };

  if (text->words->len > 14)
    return FALSE;
  for (guint i = 0; i + 1 < text->words->len; i++)
    {
      const LueurEchoWord *word = lueur_echo_text_word (text, i), *next = lueur_echo_text_word (text, i + 1), *after = lueur_echo_text_word (text, i + 2);
      const char *between = text->clean + word->end;

      if (!g_ascii_isdigit (word->fold[0]))
        continue;
      if (lueur_echo_is_among (operators, next->fold) && after != NULL &&
          (g_ascii_isdigit (after->fold[0]) || strcmp (after->fold, "by") == 0 || strcmp (after->fold, "par") == 0))
        return TRUE;
      if (next->start - word->end <= 4 && g_ascii_isdigit (next->fold[0]))
        for (; between < text->clean + next->start; between++)
          /* A dash or a stroke alone may be a span or a date. */
          if (strchr ("+*^=", *between) != NULL || g_str_has_prefix (between, "×") || g_str_has_prefix (between, "÷"))
            return TRUE;
    }
  return FALSE;
}

static gboolean
looks_like_code (const char *text)
{
  guint marks = 0, length = 0;

  if (strstr (text, "```") != NULL || strstr (text, "#include") != NULL || strstr (text, "</") != NULL)
    return TRUE;
  for (const char *p = text; *p != '\0'; p++, length++)
    if (strchr ("{};=<>[]|&\\$_", *p) != NULL)
      marks++;
  return length >= 20 && marks * 12 > length;
}

gboolean
lueur_echo_reading_speaks_to_echo (const LueurEchoText *text)
{
  static const char *const you[] = { "you", "your", "yours", "u", "youre", "yourself", "tu", "te", "t", "toi", "ton", "ta", "tes", "vous", "votre", "vos", NULL };

  for (guint i = 0; i < text->words->len; i++)
    if (lueur_echo_is_among (you, lueur_echo_text_word (text, i)->fold))
      return TRUE;
  return FALSE;
}

/* A question about nobody and nothing that was talked of: it wants a fact. */
static gboolean
is_of_the_world (const LueurEchoReading *reading, const LueurEchoText *text)
{
  static const char *const pointing[] = { "he", "she", "they", "it", "its", "this", "that", "we", "us", "his", "her", "their", "him", "them", "il", "elle", "ils", "elles", "on", "ca", "ce", "c", "cela", "lui", "leur", "leurs", "nous", "notre", "son", "sa", "ses", "now", "wrong", "maintenant", NULL };

  if (reading->n_words < 4 || reading->first_person || reading->topic != ECHO_TOPIC_NONE || lueur_echo_reading_speaks_to_echo (text) ||
      reading->feeling != ECHO_FEEL_NONE || lueur_echo_reading_does_anything (reading))
    return FALSE;
  for (guint i = 0; i < text->words->len; i++)
    if (lueur_echo_is_among (pointing, lueur_echo_text_word (text, i)->fold))
      return FALSE;
  return TRUE;
}

/* What the message is by its mere shape. */
void
lueur_echo_reading_take_shape (LueurEchoReading *reading, const LueurEchoText *text)
{
  gboolean has_digit = strpbrk (text->clean, "0123456789") != NULL;

  if (has_digit && is_sum (text))
    reading->intents[ECHO_INTENT_SUMS] = TRUE;
  if (text->n_letters == 0 && !has_digit && reading->feeling == ECHO_FEEL_NONE && read_sign (reading, text))
    return;
  if (text->n_letters == 0 && !has_digit)
    reading->intents[text->n_emoji > 0 || reading->feeling != ECHO_FEEL_NONE ? ECHO_INTENT_EMOJI : ECHO_INTENT_SILENCE] = TRUE;
  else if (looks_like_code (text->clean))
    reading->intents[ECHO_INTENT_CODE] = TRUE;
  else if (text->cut || strlen (text->clean) > LONG_BYTES || text->n_sentences > LONG_SENTENCES)
    reading->intents[ECHO_INTENT_LONG] = TRUE;
  else if (lueur_echo_text_guess (text) == LUEUR_ECHO_OTHER)
    reading->intents[ECHO_INTENT_FOREIGN] = TRUE;
  else if (reading->n_words == 1 && !text->question)
    reading->intents[ECHO_INTENT_ONE_WORD] = TRUE;
  else if (reading->n_words >= 2 && reading->n_words <= 6 && !text->question && !reading->first_person)
    {
      /* A few words without a subject or a verb of their own. */
      static const char *const subjects[] = { "he", "she", "it", "they", "we", "this", "that", "you", "il", "elle", "on", "nous", "vous", "ils", "elles", "ce", "c", "ca", "tu", "qui", "who", NULL };
      gboolean verb = FALSE;

      for (guint i = 0; i < text->words->len; i++)
        verb |= lueur_echo_is_among (verbs_of_subject, lueur_echo_text_word (text, i)->fold) ||
                lueur_echo_is_among (subjects, lueur_echo_text_word (text, i)->fold);
      reading->intents[ECHO_INTENT_FRAGMENT] = !verb;
    }
  if (text->question && is_of_the_world (reading, text))
    reading->intents[ECHO_INTENT_KNOWLEDGE] = TRUE;
  if (text->question)
    reading->intents[lueur_echo_reading_speaks_to_echo (text) ? ECHO_INTENT_ASK_YOU : ECHO_INTENT_ASK_ANY] = TRUE;
}
