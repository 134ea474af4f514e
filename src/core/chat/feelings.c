/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/chat/feelings.h"

#include <math.h>

#include "core/emotion/express.h"
#include "core/emotion/splitter.h"
#include "core/emotion/tags.h"

/* Between two looks at a mood that calms down. The face itself moves smoothly from one to the next. */
#define TICK_MS 700
/* A change smaller than this is not worth telling. */
#define NOTICEABLE 0.04f
/* A gesture says more than the words beside it, somebody else’s words say less. */
#define ACTION_WEIGHT 1.5f
#define QUOTE_WEIGHT 0.33f
/* For so long after somebody told of pain, questions are asked with care rather than with curiosity. */
#define CARE_SECONDS 300
/* The same after words of the reply itself in which there is a trace of pain or anger, too unsure to be shown. */
#define TRACE_SECONDS 15
/* How strong that care is, of how strong the curiosity would have been. */
#define CARE 0.5f

#define HURTING (LUEUR_EMOTIONS_PAINED | LUEUR_EMOTIONS_ANGRY)

struct _LueurFeelings
{
  LueurClock *clock;
  LueurReader *reader;
  LueurFeelingsFunc func;
  gpointer data;
  char **names;
  LueurTags tags;
  LueurSplitter splitter;
  GString *visible; /* what came of the last call, without tags */
  LueurMood mood;
  LueurFeeling told;
  gint64 care_until; /* on the monotonic clock: to this moment, because of what the person told */
  gint64 trace_until;
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

static float
weigh (LueurSpanKind kind)
{
  switch (kind)
    {
    case LUEUR_SPAN_ACTION:
      return ACTION_WEIGHT;
    case LUEUR_SPAN_QUOTE:
      return QUOTE_WEIGHT;
    case LUEUR_SPAN_SPEECH:
    default:
      return 1;
    }
}

static gboolean
is_pain_near (LueurFeelings *self)
{
  return lueur_clock_get_monotonic (self->clock) < MAX (self->care_until, self->trace_until);
}

static void
on_span (const char *text, gsize length, LueurSpanKind kind, gpointer data)
{
  LueurFeelings *self = data;
  LueurFeeling read;

  lueur_reader_read_span (self->reader, text, (gssize) length, kind, LUEUR_READER_LANG_AUTO,
                          (const char *const *) self->names, &read);
  if (read.label == LUEUR_EMOTION_CURIOSITY && is_pain_near (self))
    lueur_feeling_set (&read, LUEUR_EMOTION_CARING, CARE * read.intensity);
  else if (read.labels & HURTING)
    self->trace_until = lueur_clock_get_monotonic (self->clock) + TRACE_SECONDS * G_USEC_PER_SEC;
  lueur_mood_feed (&self->mood, &read, weigh (kind), lueur_clock_get_monotonic (self->clock));
}

static void
on_tag (LueurEmotion label, float strength, gpointer data)
{
  LueurFeelings *self = data;
  LueurFeeling said;

  lueur_feeling_set (&said, label, strength);
  lueur_mood_feed (&self->mood, &said, ACTION_WEIGHT, lueur_clock_get_monotonic (self->clock));
}

static void
on_text (const char *text, gsize length, gpointer data)
{
  LueurFeelings *self = data;

  g_string_append_len (self->visible, text, (gssize) length);
  lueur_splitter_feed (&self->splitter, text, (gssize) length, on_span, self);
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
  self->visible = g_string_new (NULL);
  lueur_tags_init (&self->tags);
  lueur_splitter_init (&self->splitter);
  lueur_mood_init (&self->mood, lueur_clock_get_monotonic (clock));
  lueur_feeling_init (&self->told);
  return self;
}

void
lueur_feelings_free (LueurFeelings *self)
{
  lueur_clock_remove_timeout (self->clock, self->timeout_id);
  g_string_free (self->visible, TRUE);
  g_strfreev (self->names);
  g_clear_pointer (&self->reader, lueur_reader_unref);
  g_object_unref (self->clock);
  g_free (self);
}

/**
 * lueur_feelings_set_names:
 * @names: (array zero-terminated=1): of the people in the talk, who are not what their names mean
 */
void
lueur_feelings_set_names (LueurFeelings *self, const char *const *names)
{
  g_strfreev (self->names);
  self->names = g_strdupv ((char **) names);
}

/**
 * lueur_feelings_hear:
 * @heard: how the person's message was read
 *
 * Remembers for a while that they told of pain, until they tell of something glad. What is remembered is a moment
 * of the clock, in memory alone.
 */
void
lueur_feelings_hear (LueurFeelings *self, const LueurFeeling *heard)
{
  if (HURTING & 1u << heard->label)
    self->care_until = lueur_clock_get_monotonic (self->clock) + CARE_SECONDS * G_USEC_PER_SEC;
  else if (LUEUR_EMOTIONS_GLEEFUL & 1u << heard->label)
    self->care_until = 0;
}

/**
 * lueur_feelings_feed:
 * @text: what the companion just said, cut between any two characters
 *
 * Returns: (transfer none): what people may read of it: without expression tags, and without what may yet
 *   become one; good until the next call
 */
const char *
lueur_feelings_feed (LueurFeelings *self, const char *text)
{
  g_string_truncate (self->visible, 0);
  lueur_tags_feed (&self->tags, text, -1, on_text, on_tag, self);
  tell (self);
  return self->visible->str;
}

/**
 * lueur_feelings_end:
 *
 * The reply is over; its last words are read, and the mood begins to calm down.
 *
 * Returns: (transfer none): what was held back and is no tag; good until the next call
 */
const char *
lueur_feelings_end (LueurFeelings *self)
{
  g_string_truncate (self->visible, 0);
  lueur_tags_end (&self->tags, on_text, on_tag, self);
  lueur_splitter_end (&self->splitter, on_span, self);
  tell (self);
  return self->visible->str;
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
