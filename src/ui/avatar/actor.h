/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/avatar/expression.h"
#include "ui/avatar/life.h"
#include "ui/avatar/speech.h"

G_BEGIN_DECLS

/**
 * LueurActor:
 *
 * Plays a face: from what is felt, done and said to the pose of this moment. A plain value without
 * widget or clock; every call is told the time in seconds of any clock that never goes back.
 */
typedef struct
{
  const LueurPose *(*get_expression) (LueurExpression expression, gpointer data);
  gpointer data;

  LueurRestingMood mood;
  LueurAvatarState state;
  double liveliness;

  LueurExpression label, second;
  float blend, intensity;
  double arousal;
  double felt_at;

  double loudness; /* -1: none */
  double breath;   /* how full the chest is, in [0, 1], where somebody sets the pace; -1: its own */
  float look[2];
  LueurSpeech speech;
  LueurLife life;
  LueurSprings springs;
  float lean, roll; /* where the springs take the body and the head, as parameters */
  double now;
  gboolean begun;
} LueurActor;

/**
 * LueurActivity:
 *
 * How soon the next pose is worth drawing.
 */
typedef enum
{
  LUEUR_ACTIVITY_STILL,     /* nothing moves until something is set */
  LUEUR_ACTIVITY_BREATHING, /* slowly: a few frames a second do */
  LUEUR_ACTIVITY_MOVING,    /* every frame */
} LueurActivity;

void lueur_actor_init (LueurActor *actor, guint32 seed);
void lueur_actor_set_feeling (LueurActor *actor, const LueurFeeling *feeling, double now);
void lueur_actor_set_state (LueurActor *actor, LueurAvatarState state, double now);

/* What the face aims at, without springs and small signs of life. */
void lueur_actor_get_aim (const LueurActor *actor, double now, LueurPose *pose);
/* Moves on to @now. */
LueurActivity lueur_actor_advance (LueurActor *actor, double now, LueurPose *pose);
/* Is at its aim at once: for where nothing may move. */
void lueur_actor_jump (LueurActor *actor, double now, LueurPose *pose);
/* What is shown, for words: the label, or NEUTRAL when little of it is left. */
LueurEmotion lueur_actor_get_shown (const LueurActor *actor, double now);
/* The same for pictures, which have states too: what is felt, else what is done. */
LueurExpression lueur_actor_get_expression (const LueurActor *actor, double now);
/* Whether what was felt has passed altogether. */
gboolean lueur_actor_is_settled (const LueurActor *actor, double now);

G_END_DECLS
