/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/emotion/label.h"
#include "ui/avatar/avatar.h"
#include "ui/avatar/pose.h"

G_BEGIN_DECLS

/**
 * LueurExpression:
 *
 * The 28 feelings in the order of [enum@Emotion], then the 5 states in that of [enum@AvatarState].
 */
typedef guint LueurExpression;
#define LUEUR_N_STATES 5
#define LUEUR_N_EXPRESSIONS (LUEUR_N_EMOTIONS + LUEUR_N_STATES)
#define LUEUR_EXPRESSION_OF_STATE(state) (LUEUR_N_EMOTIONS + (guint) (state))

const char      *lueur_expression_get_name (LueurExpression expression);
gboolean         lueur_expression_from_name (const char *name, LueurExpression *expression);
const LueurPose *lueur_expression_get_pose (LueurExpression expression);

/* How a companion's face answers what the person feels: concern for sadness, joy with joy. */
void lueur_feeling_answer (const LueurFeeling *heard, LueurFeeling *answer);

/**
 * LueurRestingMood:
 *
 * What a face goes back to when nothing is felt: the companion's own.
 */
typedef enum
{
  LUEUR_RESTING_PLAIN,
  LUEUR_RESTING_SERENE,
  LUEUR_RESTING_CHEERFUL,
  LUEUR_RESTING_SHY,
  LUEUR_RESTING_GRAVE,
  LUEUR_RESTING_MISCHIEVOUS,
  LUEUR_RESTING_DREAMY,
} LueurRestingMood;
#define LUEUR_N_RESTING_MOODS 7

const char      *lueur_resting_mood_get_name (LueurRestingMood mood);
/* Unknown names and NULL are PLAIN. */
LueurRestingMood lueur_resting_mood_from_name (const char *name);
const LueurPose *lueur_resting_mood_get_pose (LueurRestingMood mood);

G_END_DECLS
