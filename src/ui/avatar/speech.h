/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/avatar/pose.h"

G_BEGIN_DECLS

/**
 * LueurViseme:
 *
 * A shape that the mouth takes for a class of letters.
 */
typedef enum
{
  LUEUR_VISEME_REST,   /* between words, at a comma */
  LUEUR_VISEME_A,      /* a */
  LUEUR_VISEME_E,      /* e é è ai */
  LUEUR_VISEME_I,      /* i y ee */
  LUEUR_VISEME_O,      /* o au */
  LUEUR_VISEME_U,      /* u ou w oo */
  LUEUR_VISEME_CLOSED, /* m b p */
  LUEUR_VISEME_LIP,    /* f v */
  LUEUR_VISEME_TONGUE, /* l n t d r th */
  LUEUR_VISEME_TEETH,  /* s z ch j k g c x q */
} LueurViseme;
#define LUEUR_N_VISEMES 10

#define LUEUR_SPEECH_ROOM 512

/**
 * LueurSpeech:
 *
 * A mouth that says what is written, as fast as it can be seen. A plain value without a clock.
 */
typedef struct
{
  guint8 visemes[LUEUR_SPEECH_ROOM];
  guint16 lasts[LUEUR_SPEECH_ROOM]; /* milliseconds */
  guint head, length;
  double left; /* of the viseme that is said, in seconds */
  guint8 tail[8]; /* bytes of a character that is not complete yet */
  guint n_tail;
  gunichar before;
} LueurSpeech;

void     lueur_speech_init (LueurSpeech *speech);
/* Words that just came, in pieces of any size. */
void     lueur_speech_feed (LueurSpeech *speech, const char *text);
/* Lets time pass. TRUE while there is something to say. */
gboolean lueur_speech_advance (LueurSpeech *speech, double seconds);
/* What is said now; REST when nothing is. */
LueurViseme lueur_speech_get (const LueurSpeech *speech);
/* Gives the mouth in @pose the shape of @viseme; the rest of the face, smile included, stays. */
void     lueur_viseme_apply (LueurViseme viseme, LueurPose *pose);
/* The same for speech that is heard: @loudness in [0, 1]. */
void     lueur_loudness_apply (double loudness, LueurPose *pose);

G_END_DECLS
