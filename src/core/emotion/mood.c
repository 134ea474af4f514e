/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/emotion/mood.h"

#include <math.h>
#include <string.h>

/* How the face moves through what is read. Seconds and shares; chosen on scripted conversations so
 * that one clear sentence shows at once, a stream of three sentences a second does not flicker, and
 * a face that nothing feeds is back at rest within half a minute. */
#define HALF_LIFE 9.0     /* a level left alone halves in so many seconds */
#define RISE 0.75         /* share of the way up that one sentence of weight 1 goes */
#define YIELD 0.30        /* share of the way down when the sentence says something else */
#define YIELD_NEUTRAL 0.12 /* the same when the sentence says nothing */
#define ENTER 0.26        /* level at which a face at rest starts to show a label */
#define LEAVE 0.12        /* level below which a shown label is let go */
#define MARGIN_FIRST 0.45 /* by how much another label must lead to take over at once… */
#define MARGIN_LAST 0.15  /* … and when what shows has been shown for so many seconds */
#define SETTLED 5.0
#define MARGIN_PAIN 0.05  /* by how much pain must lead to take over from a gleeful or an angry face, anything from a curious one */
#define HELD 0.18         /* level from which a feeling keeps the face while a question is asked */
#define TIRE_AFTER 20.0   /* a label shown for longer than this is shown a little less… */
#define TIRE_OVER 40.0    /* … until, so many seconds later… */
#define TIRE_TO 0.6       /* … this share of it is left */
#define BLEND_FROM 0.5    /* a second label shows from this share of the first */

static double
seconds_between (gint64 from, gint64 to)
{
  return to > from ? (to - from) / (double) G_USEC_PER_SEC : 0;
}

/* Lets time pass: everything goes back to rest. */
static void
decay (LueurMood *mood, gint64 now)
{
  double dt = seconds_between (mood->updated_at, now);
  float keep;

  if (dt <= 0)
    return;
  keep = (float) exp2 (-dt / HALF_LIFE);
  for (guint i = 0; i < LUEUR_EMOTION_NEUTRAL; i++)
    mood->level[i] *= keep;
  mood->current.valence *= keep;
  mood->current.arousal *= keep;
  mood->updated_at = now;
}

static void
show (LueurMood *mood, LueurEmotion label, gint64 now)
{
  if (mood->current.label != label)
    mood->shown_since = now;
  mood->current.label = label;
}

/* How much stronger @best must be than what has been shown for @seconds. */
static float
margin (LueurEmotion shown, LueurEmotion best, double seconds)
{
  if (shown == LUEUR_EMOTION_CURIOSITY)
    return (float) MARGIN_PAIN;
  if ((LUEUR_EMOTIONS_PAINED & 1u << best) && ((LUEUR_EMOTIONS_GLEEFUL | LUEUR_EMOTIONS_ANGRY) & 1u << shown))
    return (float) MARGIN_PAIN;
  return (float) (MARGIN_FIRST + (MARGIN_LAST - MARGIN_FIRST) * MIN (seconds / SETTLED, 1));
}

/* A question that follows a feeling is asked with that feeling in the face: curious is what one looks only
 * where nothing else is felt. */
static gboolean
only_asks (const LueurMood *mood, const LueurFeeling *feeling)
{
  if (feeling->label != LUEUR_EMOTION_CURIOSITY)
    return FALSE;
  for (guint i = 0; i < LUEUR_EMOTION_NEUTRAL; i++)
    if (i != LUEUR_EMOTION_CURIOSITY && mood->level[i] >= HELD)
      return TRUE;
  return FALSE;
}

/* Which label the face shows: the strongest, unless the one that shows is still nearly as strong. */
static void
settle (LueurMood *mood, gint64 now)
{
  LueurEmotion shown = mood->current.label, best = LUEUR_EMOTION_NEUTRAL;
  float top = 0;

  for (guint i = 0; i < LUEUR_EMOTION_NEUTRAL; i++)
    if (mood->level[i] > top)
      {
        top = mood->level[i];
        best = i;
      }

  if (shown == LUEUR_EMOTION_NEUTRAL)
    {
      if (top >= ENTER)
        show (mood, best, now);
    }
  else if (top < LEAVE)
    show (mood, LUEUR_EMOTION_NEUTRAL, now);
  else if (best != shown)
    {
      float lead = top - mood->level[shown];

      if (lead >= margin (shown, best, seconds_between (mood->shown_since, now)) || mood->level[shown] < LEAVE)
        show (mood, best, now);
    }
}

/* Fills everything of the feeling that follows from the levels and the label shown. */
static void
describe (LueurMood *mood, gint64 now)
{
  LueurFeeling *f = &mood->current;
  double shown = seconds_between (mood->shown_since, now), tired;
  LueurEmotion second;
  float top, next = 0, sum = 0;

  for (guint i = 0; i < LUEUR_EMOTION_NEUTRAL; i++)
    {
      f->scores[i] = mood->level[i];
      sum = MAX (sum, mood->level[i]);
    }
  f->scores[LUEUR_EMOTION_NEUTRAL] = 1 - MIN (sum, 1);
  f->labels = 1u << f->label;
  f->second = f->label;
  f->blend = 0;
  f->intensity = 0;
  if (f->label == LUEUR_EMOTION_NEUTRAL)
    return;

  top = mood->level[f->label];
  tired = CLAMP ((shown - TIRE_AFTER) / TIRE_OVER, 0, 1) * (1 - TIRE_TO);
  f->intensity = (float) CLAMP (top * (1 - tired), 0, 1);

  second = f->label;
  for (guint i = 0; i < LUEUR_EMOTION_NEUTRAL; i++)
    if (i != f->label && mood->level[i] > next)
      {
        next = mood->level[i];
        second = i;
      }
  if (next >= LEAVE && next >= BLEND_FROM * top)
    {
      f->second = second;
      f->blend = MIN (next / (next + top), 0.5f);
      f->labels |= 1u << second;
    }
}

/**
 * lueur_mood_init:
 * @mood: (out caller-allocates): what to fill
 * @now: the time, in microseconds
 *
 * A mood at rest.
 */
void
lueur_mood_init (LueurMood *mood, gint64 now)
{
  memset (mood, 0, sizeof *mood);
  lueur_feeling_init (&mood->current);
  mood->updated_at = now;
  mood->shown_since = now;
}

/**
 * lueur_mood_feed:
 * @mood: a mood
 * @feeling: what was just read
 * @weight: 1 for a sentence, more for an *action*, less for somebody else’s words
 * @now: the time, in microseconds
 *
 * Something was read. What it says rises at once; what it does not say yields a little. A question says nothing
 * by itself while a feeling is held.
 */
void
lueur_mood_feed (LueurMood *mood, const LueurFeeling *feeling, float weight, gint64 now)
{
  float w = CLAMP (weight, 0.0f, 4.0f);
  float rise = 1 - powf (1 - (float) RISE, w);
  gboolean says;
  float yield;

  decay (mood, now);
  says = feeling->label != LUEUR_EMOTION_NEUTRAL && feeling->intensity > 0 && !only_asks (mood, feeling);
  yield = 1 - powf (1 - (float) (says ? YIELD : YIELD_NEUTRAL), w);
  for (guint i = 0; i < LUEUR_EMOTION_NEUTRAL; i++)
    {
      float target = 0;

      if (says && i == feeling->label)
        target = feeling->intensity * (feeling->second != feeling->label ? 1 - feeling->blend / 2 : 1);
      else if (says && i == feeling->second)
        target = feeling->intensity * feeling->blend;
      mood->level[i] += (target - mood->level[i]) * (target > mood->level[i] ? rise : yield);
    }
  mood->current.valence += (feeling->valence - mood->current.valence) * (says ? rise : yield);
  mood->current.arousal += (feeling->arousal - mood->current.arousal) * (says ? rise : yield);
  settle (mood, now);
  describe (mood, now);
}

/**
 * lueur_mood_get:
 * @mood: a mood
 * @now: the time, in microseconds
 * @feeling: (out caller-allocates): what to show
 *
 * What to show at @now. Asking often changes nothing but the time: a mood asked sixty times a second
 * falls as one asked once.
 */
void
lueur_mood_get (LueurMood *mood, gint64 now, LueurFeeling *feeling)
{
  decay (mood, now);
  settle (mood, now);
  describe (mood, now);
  *feeling = mood->current;
}
