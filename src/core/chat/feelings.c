/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/chat/feelings.h"

#include <math.h>

#include "core/chat/sentences.h"

/* Between two looks at a mood that calms down. The face itself moves smoothly from one to the next. */
#define TICK_MS 700
/* A change smaller than this is not worth telling. */
#define NOTICEABLE 0.04f
/* A gesture says more than the words beside it. */
#define ACTION_WEIGHT 1.5f

struct _LueurFeelings
{
  LueurClock *clock;
  LueurReader *reader;
  LueurFeelingsFunc func;
  gpointer data;
  LueurSentences sentences;
  LueurMood mood;
  LueurFeeling told;
  guint timeout_id;
};

static void tick (gpointer data);

static gboolean
is_at_rest (const LueurFeeling *feeling)
{
  return feeling->label == LUEUR_EMOTION_NEUTRAL && feeling->intensity < NOTICEABLE;
}

static gboolean
differs (const LueurFeeling *a, const LueurFeeling *b)
{
  return a->label != b->label || a->second != b->second || fabsf (a->intensity - b->intensity) > NOTICEABLE ||
         fabsf (a->blend - b->blend) > NOTICEABLE;
}

static void
tell (LueurFeelings *self)
{
  LueurFeeling now;

  lueur_mood_get (&self->mood, lueur_clock_get_monotonic (self->clock), &now);
  if (self->timeout_id == 0 && !is_at_rest (&now))
    self->timeout_id = lueur_clock_add_timeout (self->clock, TICK_MS, tick, self);
  if (!differs (&now, &self->told))
    return;
  self->told = now;
  self->func (&now, self->data);
}

static void
tick (gpointer data)
{
  LueurFeelings *self = data;

  self->timeout_id = 0;
  tell (self);
}

static void
on_sentence (const char *text, gsize length, gboolean is_action, gpointer data)
{
  LueurFeelings *self = data;
  LueurFeeling read;

  lueur_reader_read (self->reader, text, (gssize) length, LUEUR_READER_LANG_AUTO, &read);
  lueur_mood_feed (&self->mood, &read, is_action ? ACTION_WEIGHT : 1, lueur_clock_get_monotonic (self->clock));
}

/**
 * lueur_feelings_new:
 * @reader: (nullable): without one the mood stays neutral
 * @func: called when the mood changed
 */
LueurFeelings *
lueur_feelings_new (LueurClock *clock, const LueurReader *reader, LueurFeelingsFunc func, gpointer data)
{
  LueurFeelings *self = g_new0 (LueurFeelings, 1);

  self->clock = g_object_ref (clock);
  self->reader = reader != NULL ? lueur_reader_ref ((LueurReader *) reader) : NULL;
  self->func = func;
  self->data = data;
  lueur_mood_init (&self->mood, lueur_clock_get_monotonic (clock));
  lueur_feeling_init (&self->told);
  return self;
}

void
lueur_feelings_free (LueurFeelings *self)
{
  lueur_clock_remove_timeout (self->clock, self->timeout_id);
  lueur_sentences_clear (&self->sentences);
  g_clear_pointer (&self->reader, lueur_reader_unref);
  g_object_unref (self->clock);
  g_free (self);
}

/**
 * lueur_feelings_feed:
 * @text: what the companion just said, cut anywhere
 */
void
lueur_feelings_feed (LueurFeelings *self, const char *text)
{
  lueur_sentences_feed (&self->sentences, text, on_sentence, self);
  tell (self);
}

/**
 * lueur_feelings_end:
 *
 * The reply is over; its last words are read, and the mood begins to calm down.
 */
void
lueur_feelings_end (LueurFeelings *self)
{
  lueur_sentences_end (&self->sentences, on_sentence, self);
  tell (self);
}

/**
 * lueur_feelings_get:
 * @feeling: (out): the mood at this moment
 */
void
lueur_feelings_get (LueurFeelings *self, LueurFeeling *feeling)
{
  lueur_mood_get (&self->mood, lueur_clock_get_monotonic (self->clock), feeling);
}
