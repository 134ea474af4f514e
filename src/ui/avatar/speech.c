/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Lips from letters. Text streams faster than anybody speaks, so what matters is not that the mouth
 * says every letter but that it opens on vowels, closes on m, b, p, rounds on o and ou, and rests where
 * the sentence does. French and English share the classes; digraphs of both are read as one sound.
 */

#include "ui/avatar/speech.h"

#include <math.h>
#include <string.h>

#define VOWEL_MS 100
#define CONSONANT_MS 65
#define SPACE_MS 25
#define COMMA_MS 190
#define STOP_MS 380
/* A backlog longer than this is caught up with, one longer than the room is forgotten. */
#define CALM_SECONDS 2.0
#define FASTEST 2.2 /* times natural speed: faster is a flutter */

static const struct
{
  float open, width, pout, press, smile;
} shapes[LUEUR_N_VISEMES] = {
  [LUEUR_VISEME_REST] = { 0.02f, 0, 0, 0, 0 },      [LUEUR_VISEME_A] = { 0.72f, 0.15f, 0, 0, 0 },
  [LUEUR_VISEME_E] = { 0.45f, 0.4f, 0, 0, 0.05f },  [LUEUR_VISEME_I] = { 0.25f, 0.65f, 0, 0, 0.12f },
  [LUEUR_VISEME_O] = { 0.5f, -0.45f, 0.65f, 0, 0 }, [LUEUR_VISEME_U] = { 0.2f, -0.7f, 1, 0, 0 },
  [LUEUR_VISEME_CLOSED] = { 0, 0, 0, 0.75f, 0 },    [LUEUR_VISEME_LIP] = { 0.1f, 0.15f, 0, 0.35f, 0 },
  [LUEUR_VISEME_TONGUE] = { 0.24f, 0.1f, 0, 0, 0 }, [LUEUR_VISEME_TEETH] = { 0.14f, 0.3f, 0.1f, 0, 0 },
};

void
lueur_speech_init (LueurSpeech *speech)
{
  memset (speech, 0, sizeof *speech);
}

static void
push (LueurSpeech *speech, LueurViseme viseme, guint ms)
{
  guint at;

  if (speech->length == LUEUR_SPEECH_ROOM)
    {
      /* Far behind: what is oldest is never said. */
      speech->head = (speech->head + LUEUR_SPEECH_ROOM / 2) % LUEUR_SPEECH_ROOM;
      speech->length -= LUEUR_SPEECH_ROOM / 2;
      speech->left = 0;
    }
  at = (speech->head + speech->length) % LUEUR_SPEECH_ROOM;
  speech->visemes[at] = viseme;
  speech->lasts[at] = ms;
  if (speech->length++ == 0)
    speech->left = ms / 1000.0;
}

/* The last viseme becomes another: a digraph is one sound. */
static void
replace (LueurSpeech *speech, LueurViseme viseme)
{
  if (speech->length == 0)
    push (speech, viseme, VOWEL_MS);
  else
    speech->visemes[(speech->head + speech->length - 1) % LUEUR_SPEECH_ROOM] = viseme;
}

/* Without its accent, in lower case: é, ê and E are all e; œ is o. */
static gunichar
plain_letter (gunichar c)
{
  gunichar buffer[18];

  if (c == 0x153 || c == 0x152)
    return 'o';
  c = g_unichar_tolower (c);
  if (c < 0x80)
    return c;
  return g_unichar_fully_decompose (c, FALSE, buffer, G_N_ELEMENTS (buffer)) > 0 ? buffer[0] : c;
}

static void
feed_letter (LueurSpeech *speech, gunichar c)
{
  gunichar letter = plain_letter (c), before = speech->before;

  speech->before = letter;
  switch (letter)
    {
    case 'a':
      if (before == 'e') /* eau, ea */
        replace (speech, LUEUR_VISEME_I);
      else if (before == 'o') /* oa */
        replace (speech, LUEUR_VISEME_O);
      else
        push (speech, LUEUR_VISEME_A, VOWEL_MS);
      return;
    case 'e':
      if (before == 'e')
        replace (speech, LUEUR_VISEME_I);
      else
        push (speech, LUEUR_VISEME_E, VOWEL_MS);
      return;
    case 'i':
    case 'y':
      if (before == 'a' || before == 'e') /* ai, ei, ay, ey */
        replace (speech, LUEUR_VISEME_E);
      else if (before == 'o') /* oi: “wa” */
        {
          replace (speech, LUEUR_VISEME_U);
          push (speech, LUEUR_VISEME_A, VOWEL_MS);
        }
      else
        push (speech, LUEUR_VISEME_I, VOWEL_MS);
      return;
    case 'o':
      if (before == 'o')
        replace (speech, LUEUR_VISEME_U);
      else
        push (speech, LUEUR_VISEME_O, VOWEL_MS);
      return;
    case 'u':
      if (before == 'a') /* au */
        replace (speech, LUEUR_VISEME_O);
      else if (before == 'o') /* ou */
        replace (speech, LUEUR_VISEME_U);
      else if (before == 'q')
        return;
      else
        push (speech, LUEUR_VISEME_U, VOWEL_MS);
      return;
    case 'w':
      push (speech, LUEUR_VISEME_U, CONSONANT_MS);
      return;
    case 'm':
    case 'b':
    case 'p':
      if (before != letter)
        push (speech, LUEUR_VISEME_CLOSED, CONSONANT_MS + 15);
      return;
    case 'f':
    case 'v':
      if (before != letter)
        push (speech, LUEUR_VISEME_LIP, CONSONANT_MS);
      return;
    case 'h':
      if (before == 'p')
        replace (speech, LUEUR_VISEME_LIP);
      return;
    case 'l':
    case 'n':
    case 't':
    case 'd':
    case 'r':
      if (before != letter)
        push (speech, LUEUR_VISEME_TONGUE, CONSONANT_MS);
      return;
    case 's':
    case 'z':
    case 'c':
    case 'j':
    case 'k':
    case 'g':
    case 'x':
    case 'q':
      if (before != letter)
        push (speech, LUEUR_VISEME_TEETH, CONSONANT_MS);
      return;
    default:
      /* Another script: syllables that open and close, different from one sign to the next. */
      push (speech, letter % 3 == 0 ? LUEUR_VISEME_A : letter % 3 == 1 ? LUEUR_VISEME_E : LUEUR_VISEME_O, VOWEL_MS);
      push (speech, LUEUR_VISEME_TONGUE, CONSONANT_MS);
    }
}

static void
feed_character (LueurSpeech *speech, gunichar c)
{
  if (g_unichar_isalpha (c))
    {
      feed_letter (speech, c);
      return;
    }
  if (g_unichar_isdigit (c))
    {
      push (speech, c % 2 ? LUEUR_VISEME_E : LUEUR_VISEME_O, VOWEL_MS);
      push (speech, LUEUR_VISEME_TEETH, CONSONANT_MS);
    }
  else if (c < 0x80 ? strchr (".!?\n", (int) c) != NULL : c == 0x2026 || c == 0x3002)
    {
      if (!(speech->before == '.' || speech->before == '\n'))
        push (speech, LUEUR_VISEME_REST, STOP_MS);
      speech->before = '.';
      return;
    }
  else if (c < 0x80 ? strchr (",;:()", (int) c) != NULL : c == 0x2014 || c == 0x2013)
    push (speech, LUEUR_VISEME_REST, COMMA_MS);
  else if (g_unichar_isspace (c))
    {
      /* The e that ends a word is not spoken in either language. */
      if (speech->before == 'e' && speech->length > 1)
        replace (speech, LUEUR_VISEME_TONGUE);
      if (speech->before != '.' && speech->before != ' ')
        push (speech, LUEUR_VISEME_REST, SPACE_MS);
      if (speech->before == '.')
        return;
    }
  else if (c == '\'' || c == 0x2019)
    return;
  speech->before = g_unichar_isspace (c) ? ' ' : c;
}

/**
 * lueur_speech_feed:
 * @speech: a mouth
 * @text: (nullable): the next bytes of the reply; a character may be cut in two
 */
void
lueur_speech_feed (LueurSpeech *speech, const char *text)
{
  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++)
    {
      gunichar c;

      speech->tail[speech->n_tail++] = (guint8) *p;
      c = g_utf8_get_char_validated ((const char *) speech->tail, speech->n_tail);
      if (c == (gunichar) -2 && speech->n_tail < 6)
        continue;
      speech->n_tail = 0;
      if (c != (gunichar) -1 && c != (gunichar) -2)
        feed_character (speech, c);
    }
}

static double
seconds_waiting (const LueurSpeech *speech)
{
  double ms = 0;

  for (guint i = 0; i < speech->length; i++)
    ms += speech->lasts[(speech->head + i) % LUEUR_SPEECH_ROOM];
  return ms / 1000;
}

/**
 * lueur_speech_advance:
 * @speech: a mouth
 * @seconds: time since the last call
 *
 * Returns: %TRUE while there is something to say
 */
gboolean
lueur_speech_advance (LueurSpeech *speech, double seconds)
{
  double speed;

  if (speech->length == 0)
    return FALSE;
  speed = CLAMP (seconds_waiting (speech) / CALM_SECONDS, 1, FASTEST);
  speech->left -= (isfinite (seconds) ? CLAMP (seconds, 0, 60) : 0) * speed;
  while (speech->left <= 0)
    {
      speech->head = (speech->head + 1) % LUEUR_SPEECH_ROOM;
      if (--speech->length == 0)
        {
          speech->left = 0;
          return FALSE;
        }
      speech->left += speech->lasts[speech->head] / 1000.0;
    }
  return TRUE;
}

LueurViseme
lueur_speech_get (const LueurSpeech *speech)
{
  return speech->length > 0 ? speech->visemes[speech->head] : LUEUR_VISEME_REST;
}

void
lueur_viseme_apply (LueurViseme viseme, LueurPose *pose)
{
  float *v = pose->v;

  g_return_if_fail ((guint) viseme < LUEUR_N_VISEMES);

  v[LUEUR_PARAM_MOUTH_OPEN] = shapes[viseme].open * 0.95f + MIN (v[LUEUR_PARAM_MOUTH_OPEN], 0.3f) * 0.3f;
  v[LUEUR_PARAM_MOUTH_WIDTH] = v[LUEUR_PARAM_MOUTH_WIDTH] * 0.3f + shapes[viseme].width * 0.8f;
  v[LUEUR_PARAM_MOUTH_POUT] = shapes[viseme].pout * 0.85f;
  v[LUEUR_PARAM_MOUTH_PRESS] = shapes[viseme].press;
  v[LUEUR_PARAM_MOUTH_SMILE] = v[LUEUR_PARAM_MOUTH_SMILE] * 0.7f + shapes[viseme].smile;
  v[LUEUR_PARAM_MOUTH_ASYM] *= 0.5f;
}

void
lueur_loudness_apply (double loudness, LueurPose *pose)
{
  float loud = (float) pow (CLAMP (loudness, 0, 1), 0.6);
  float *v = pose->v;

  v[LUEUR_PARAM_MOUTH_OPEN] = 0.85f * loud;
  v[LUEUR_PARAM_MOUTH_WIDTH] = v[LUEUR_PARAM_MOUTH_WIDTH] * 0.4f + 0.2f * loud;
  v[LUEUR_PARAM_MOUTH_POUT] = 0.15f * (1 - loud);
  v[LUEUR_PARAM_MOUTH_PRESS] = 0;
  v[LUEUR_PARAM_MOUTH_SMILE] *= 0.7f;
  v[LUEUR_PARAM_MOUTH_ASYM] *= 0.5f;
}
